"""Every kind over the whole matrix of tables: nothing overlaps, is cut off, small, pale or told by colour alone."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from reportgen.figures.contract import ChartData, ChartError
from tests.charts.cases import KINDS, MATRIX, NAMES, VALUES
from tests.charts.support import drawn, faults

MANY, SOME = "thirty", "two six thirty long greek cyrillic"
REFUSED: Mapping[str, Sequence[tuple[str, str, str]]] = {
    "area": (
        (f"one {SOME}", "negative", "can't be stacked"),
        ("six", "all negative", "can't be stacked"),
        (SOME, "missing", "no date has a value for every band"),
        ("six", "all zero", "no values to share out"),
        ("six", "none", "the chart has no values"),
    ),
    "bars": ((MANY, "plain, missing, negative", "rows don't fit on a page"),),
    "gantt": (("six", "none", "the chart has no values"),),
    "histogram": (
        ("one", "plain, missing, negative", "too few values for a histogram"),
        ("one", "plain, missing, negative", "classes, not 1"),
        ("two", "missing", "too few values for a histogram"),
        ("six", "none", "too few values for a histogram"),
        ("six", "none, all zero", "nothing is counted in any class"),
        ("six", "all zero, equal", "all values are the same"),
    ),
    "lines": (("six", "none", "the chart has no values"),),
    "map": (("six", "none", "the chart has no values"),),
    "scatter": (
        ("one two", "plain, missing, negative", "too few points"),
        ("six long greek cyrillic", "missing", "too few points"),
        ("six", "none", "too few points"),
    ),
    "slope": (
        ("six", "none", "the chart has no values"),
        (MANY, "plain, missing, negative", "30 lines are too many for slopes"),
    ),
    "small-multiples": (
        ("six", "none", "the chart has no values"),
        (MANY, "plain, missing, negative", "30 panels don't fit on a page"),
    ),
    "tilemap": (("six", "none", "the chart has no values"),),
}
"""What a kind says of the tables that it can't show: of which names, of which values, in which words."""


def _refusals(kind: str, names: str, case: str) -> set[str]:
    """The words in which a kind refuses this table."""
    return {
        words for some, cases, words in REFUSED.get(kind, ()) if names in some.split() and case in cases.split(", ")
    }


@pytest.mark.parametrize(("names", "case"), MATRIX)
@pytest.mark.parametrize("name", KINDS)
def test_nothing_overlaps_is_cut_off_or_pale(name: str, names: str, case: str) -> None:
    awaited, met = _refusals(name, names, case), set()
    for chosen, data, options in KINDS[name](NAMES[names], VALUES[case]):
        try:
            figure = drawn(chosen, data, **options)
        except ChartError as error:
            assert error.hint
            words = {part for part in awaited if part in error.message}
            assert words, error
            met |= words
            continue
        assert faults(figure) == [], options
    assert met == awaited


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
amounts = st.floats(0, 1e7).map(lambda value: round(value, 2))
numbers = st.none() | amounts | amounts.map(lambda value: -value)
CAN_SHOW = {"area": amounts, "scatter": amounts | amounts.map(lambda value: -value)}
"""What may stand in a table of kinds that can't show all numbers: bands are never negative, points have both places."""
LEAST_ROWS = {"scatter": 3, "histogram": 2}


@pytest.mark.parametrize("name", KINDS)
def test_random_tables_give_good_charts(name: str) -> None:
    tally = {"drawn": 0, "refused": 0}

    @settings(derandomize=True, deadline=None, max_examples=5, suppress_health_check=list(HealthCheck))
    @given(
        st.lists(words_of_any_length, min_size=LEAST_ROWS.get(name, 1), max_size=12, unique_by=str.strip),
        st.lists(CAN_SHOW.get(name, numbers), min_size=12, max_size=12),
    )
    def try_some(names: list[str], given: list[float | None]) -> None:
        for chosen, data, options in KINDS[name](names, given):
            try:
                figure = drawn(chosen, data, **options)
            except ChartError as error:
                assert error.hint
                tally["refused"] += 1
                continue
            tally["drawn"] += 1
            assert faults(figure) == [], (names, given, options)

    try_some()
    assert tally["drawn"] >= tally["refused"]
