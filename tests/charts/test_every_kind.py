"""Every kind over the whole matrix of tables: nothing overlaps, is cut off, small, pale or told by colour alone."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from reportgen.figures.contract import ChartData, ChartError
from tests.charts.cases import KINDS, MATRIX, NAMES, VALUES
from tests.charts.support import drawn, faults


@pytest.mark.parametrize(("names", "case"), MATRIX)
@pytest.mark.parametrize("name", KINDS)
def test_nothing_overlaps_is_cut_off_or_pale(name: str, names: str, case: str) -> None:
    for chosen, data, options in KINDS[name](NAMES[names], VALUES[case]):
        try:
            figure = drawn(chosen, data, **options)
        except ChartError as error:
            assert error.hint
            assert _is_refused(options, names, case, error), error
            continue
        assert faults(figure) == [], options


REFUSED = (
    "no values",
    "can't be stacked",
    "no date has a value for every band",
    "30 panels don't fit on a page",
    "all values are the same",
    "too few points",
    "too few values",
    "a histogram has 2 to 40 classes, not 1",
    "nothing is counted",
)
"""What the kinds of change over time and of spread may say of the tables that they can't show."""


def _is_refused(options: dict[str, Any], names: str, case: str, error: ChartError) -> bool:
    """What may be refused: no values at all, sixty rows of bars, thirty slopes, numbers too long for a tile."""
    sixty = names == "thirty" and len(options.get("values", ())) == 2 and "layout" not in options
    wide = "map" in options and case == "huge" and "too long for a tile" in error.message
    none = case == "none" and "no values" in error.message
    slopes = names == "thirty" and "too many for slopes" in error.message
    if any(part in error.message for part in REFUSED):
        return True
    return wide or none or slopes or (sixty and "don't fit on a page" in error.message)


@pytest.mark.parametrize("name", KINDS)
def test_two_hundred_rows_are_an_error_with_a_remedy_or_a_good_chart(name: str) -> None:
    names = [f"Ward {number}" for number in range(200)]
    for chosen, data, options in KINDS[name](names, VALUES["plain"]):
        try:
            figure = drawn(chosen, data, **options)
        except ChartError as error:
            assert error.hint
        else:
            assert figure.bbox.height <= 620
            assert chosen in ("area", "histogram", "lines", "scatter")
            assert faults(figure) == []


@pytest.mark.parametrize("name", KINDS)
def test_no_rows_is_an_error_with_a_remedy(name: str) -> None:
    chosen, data, options = KINDS[name](NAMES["two"], VALUES["plain"])[0]
    empty = ChartData(data.columns, ())
    with pytest.raises(ChartError) as raised:
        drawn(chosen, empty, **options)
    assert raised.value.hint


words_of_any_length = st.text("abcdefgh ГДЖабв Ωπρ-’", min_size=1, max_size=60).filter(str.strip)


@settings(derandomize=True, deadline=None, max_examples=25, suppress_health_check=[HealthCheck.too_slow])
@given(
    st.lists(words_of_any_length, min_size=1, max_size=12, unique_by=str.strip),
    st.lists(st.none() | st.floats(-1e7, 1e7).map(lambda value: round(value, 2)), min_size=12, max_size=12),
    st.sampled_from(sorted(KINDS)),
)
def test_random_tables_give_good_charts(names: list[str], numbers: list[float | None], name: str) -> None:
    for chosen, data, options in KINDS[name](names, numbers):
        try:
            figure = drawn(chosen, data, **options)
        except ChartError as error:
            assert error.hint
            continue
        assert faults(figure) == [], (names, numbers, options)
