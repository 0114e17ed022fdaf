"""Timeline: events to scale, texts that no line crosses, the list for many, groups."""

from __future__ import annotations

from itertools import product
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from matplotlib.figure import Figure
from matplotlib.lines import Line2D

from reportgen.figures.contract import ChartData, ChartError
from tests.charts.support import ENGLISH, HOUSE, day, described, drawn, options_of, points, table, texts, words_in

KEYS: dict[str, Any] = {"date": "when", "text": "what"}


def events(*rows: tuple[str, str]) -> ChartData:
    return table({"when": "date", "what": "string"}, *((day(when), what) for when, what in rows))


DATA = events(("2017-06-05", "Night service"), ("2008-02-17", "Bridge opened"), ("2022", "Fuel price doubles"))


def _stems(figure: Figure) -> list[Line2D]:
    return [line for line in figure.axes[0].lines if line.get_color() == HOUSE.colours.grey]


def test_the_axis_is_to_scale() -> None:
    first, second, third = sorted(points(stem)[0][0] for stem in _stems(drawn("timeline", DATA, **KEYS)))
    days = [day(when).first.toordinal() for when in ("2008-02-17", "2017-06-05", "2022")]
    assert (second - first) / (third - first) == pytest.approx((days[1] - days[0]) / (days[2] - days[0]))


@settings(derandomize=True, deadline=None, max_examples=30)
@given(st.lists(st.tuples(st.integers(2000, 2006), st.integers(1, 12)), min_size=1, max_size=9))
def test_no_stem_crosses_a_text(dates: list[tuple[int, int]]) -> None:
    data = events(*((f"{year}-{month:02}", f"Ferry {year} to {month} by way of Arnholm") for year, month in dates))
    figure = drawn("timeline", data, **KEYS, layout="axis")
    for stem, text in product(_stems(figure), texts(figure)):
        (x, start), (_, end) = points(stem)
        box = text.get_window_extent()
        above = min(start, end) < box.y0 and box.y1 < max(start, end)
        assert not (box.x0 < x < box.x1 and above), text.get_text()


def test_many_events_make_a_list_by_date() -> None:
    data = events(*((f"20{at:02}", f"Event {at}") for at in range(29, -1, -1)))
    figure = drawn("timeline", data, **KEYS)
    assert [word for word in words_in(figure) if word.startswith("Event")] == [f"Event {at}" for at in range(30)]
    assert not _stems(figure)


def test_groups_differ_by_mark_and_stand_in_the_key() -> None:
    data = table(
        {"when": "date", "what": "string", "side": {"values": ("Sea", "Land")}},
        (day("2001"), "Bridge", "Land"),
        (day("2002"), "Ferry", "Sea"),
    )
    figure = drawn("timeline", data, **KEYS, group="side")
    marks = {line.get_marker() for line in figure.axes[0].lines} - {"None", ""}
    assert marks == {"o", "s"}
    assert words_in(figure)[:2] == ["Sea", "Land"]


def test_an_event_without_date_is_refused() -> None:
    with pytest.raises(ChartError, match="nothing in the column 'when'") as raised:
        drawn("timeline", table({"when": "date", "what": "string"}, (None, "Bridge")), **KEYS)
    assert raised.value.hint


def test_the_description_gives_each_of_a_few_events() -> None:
    said = described("timeline", DATA, options_of("timeline", **KEYS), ENGLISH)
    assert said == (
        "Timeline with 3 events from 17\u00a0February 2008 to 2022. "
        "17\u00a0February 2008: Bridge opened; 5\u00a0June 2017: Night service; 2022: Fuel price doubles."
    )


def test_the_description_of_many_events_gives_both_ends() -> None:
    data = events(*((str(2000 + at), f"Event {at}.") for at in range(12)))
    said = described("timeline", data, options_of("timeline", **KEYS), ENGLISH)
    assert said.endswith("The first: Event 0 (2000). The last: Event 11 (2011).")


def test_events_of_one_date_are_a_list_and_told_so() -> None:
    data = events(("2020", "Bridge opened"), ("2020", "Ferry ended"))
    assert not _stems(drawn("timeline", data, **KEYS))
    said = described("timeline", data, options_of("timeline", **KEYS), ENGLISH)
    assert said.startswith("Timeline with 2 events of one date, 2020. ")


def test_numbers_and_truth_values_are_written_as_in_a_table() -> None:
    data = table(
        {"when": "date", "what": "integer", "open": "boolean"}, (day("2020"), 3.0, True), (day("2021"), 4.0, False)
    )
    assert {"3", "4", "Yes", "No"} <= set(words_in(drawn("timeline", data, **KEYS, group="open")))
