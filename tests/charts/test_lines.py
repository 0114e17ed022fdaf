"""Lines: the axis of dates, gaps, steps, what tells lines apart, and the names at their ends."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from itertools import pairwise
from math import isnan
from typing import Any

import pytest
from matplotlib.figure import Figure
from matplotlib.lines import Line2D

from reportgen.figures.contract import ChartData, ChartError
from reportgen.figures.kit import date_position
from reportgen.language.periods import periods
from reportgen.marks import Mark
from tests.charts.support import (
    ENGLISH,
    HOUSE,
    day,
    described,
    drawn,
    faults,
    options_of,
    points,
    table,
    texts,
    words_in,
)

KEYS: dict[str, Any] = {"date": "when", "values": ("level",), "series": "river"}


def levels(**rivers: Mapping[str, float | None]) -> ChartData:
    rows = [(name, day(when), value) for name, of in rivers.items() for when, value in of.items()]
    return table({"river": "string", "when": "date", "level": "number"}, *rows)


DATA = levels(
    Ill={"2010-03": 40.0, "2011": 44.5, "2019-06-01": 42.0},
    Ach={"2012": 31.0, "2013": None, "2014": 32.0, "2015": 33.0},
)


@pytest.mark.parametrize(("least", "clear"), [(0.0, True), (0.2, True), (9.0, False)])
def test_no_point_lies_on_the_axis_of_dates(least: float, clear: bool) -> None:
    figure = drawn("lines", levels(Ill={"2010": 40.0, "2012": least}), **KEYS, zero="true")
    axes = figure.axes[0]
    low = axes.transData.transform((0, least))[1]
    axis = axes.spines["bottom"].get_window_extent().y0
    assert low - axis > 6
    assert bool(axes.get_window_extent().y0 - axis > 8) is clear  # with its ticks
    assert axes.get_window_extent().height >= 127
    assert faults(figure) == []


def _lines(figure: Figure, colour: str) -> list[Line2D]:
    return [line for line in figure.axes[0].lines if line.get_color() == colour]


def test_dates_stand_to_scale() -> None:
    line = _lines(drawn("lines", DATA, **KEYS), HOUSE.colours.accent)[0]
    assert [x for x, _ in points(line)] == [date_position(day(when)) for when in ("2010-03", "2011", "2019-06-01")]


def test_a_missing_value_is_a_gap_and_a_lonely_point_has_a_mark() -> None:
    data = levels(Ill={f"{year}": None if year == 1903 else float(year % 7) for year in range(1902, 1922)})
    line, lonely = _lines(drawn("lines", data, **KEYS), HOUSE.colours.accent)
    assert [isnan(y) for _, y in points(line)].index(True) == 1
    assert points(lonely)[0][0] == date_position(day("1902"))
    assert not lonely.get_clip_on()


def test_lines_differ_by_more_than_colour() -> None:
    lines = [line for line in drawn("lines", DATA, **KEYS).axes[0].lines if len(points(line)) > 1]
    assert len({str(line.get_linestyle()) + str(line.get_marker()) for line in lines}) == 2


def test_each_line_is_named_at_its_end_with_its_last_value() -> None:
    assert {"Ill: 42.0", "Ach: 33.0"} <= set(words_in(drawn("lines", DATA, **KEYS)))


def test_names_of_lines_that_end_together_stand_apart() -> None:
    data = levels(**{name: {"2001": 1.0, "2002": 5.0} for name in ("Ill", "Ach", "Frutz", "Dürn")})
    figure = drawn("lines", data, **KEYS)
    boxes = sorted(text.get_window_extent().y0 for text in texts(figure) if text.get_text().endswith(" 5"))
    assert all(b - a > HOUSE.sizes.chart for a, b in pairwise(boxes))


def test_steps_run_on_to_until_and_later_rows_are_left_out() -> None:
    figure = drawn("lines", DATA, **KEYS, steps=True, until=day("2017-12-31"))
    line = _lines(figure, HOUSE.colours.accent)[0]
    assert line.get_drawstyle() == "steps-post"
    assert points(line)[-1] == (date_position(day("2017-12-31")), 44.5)
    assert figure.axes[0].get_xlim()[1] == date_position(day("2017-12-31"))


@pytest.mark.parametrize(("zero", "low"), [("auto", 30.0), ("true", 0.0), ("false", 30.0)])
def test_the_axis_starts_at_zero_where_that_is_asked_for(zero: str, low: float) -> None:
    assert drawn("lines", DATA, **KEYS, zero=zero).axes[0].get_ylim()[0] == low


def test_small_values_start_at_zero_by_themselves() -> None:
    assert drawn("lines", levels(Ill={"2001": 3.0, "2002": 9.0}), **KEYS).axes[0].get_ylim()[0] == 0


def test_others_have_their_names_in_grey_where_there_is_room() -> None:
    data = levels(**{f"River {at}": {"2001": 3.0, "2002": 10.0 * at} for at in range(6)})
    figure = drawn("lines", data, **KEYS, highlight=("River 3",))
    assert "others" not in words_in(figure)
    named = {text.get_text(): text.get_color() for text in texts(figure) if text.get_text().startswith("River")}
    assert named.pop("River 3: 30") == HOUSE.colours.accent
    assert named == {f"River {at}": HOUSE.colours.grey for at in (0, 1, 2, 4, 5)}
    assert faults(figure) == []


def test_others_without_room_for_names_are_grey_and_in_the_key() -> None:
    data = levels(**{f"River {at}": {"2001": float(at), "2002": 3.0} for at in range(9)})
    figure = drawn("lines", data, **KEYS, highlight=("River 3",))
    assert "others" in words_in(figure)
    assert len(_lines(figure, HOUSE.colours.accent)) == 1
    assert [word for word in words_in(figure) if word.startswith("River")] == ["River 3: 3"]


def test_five_hundred_days_and_a_single_one() -> None:
    many = table(
        {"when": "date", "level": "number"},
        *((day(f"{y}-{m:02}"), y + m / 5) for y in range(1980, 2022) for m in range(1, 13)),
    )
    keys: dict[str, Any] = {"date": "when", "values": ("level",)}
    assert len(points(drawn("lines", many, **keys).axes[0].lines[0])) == 504
    one = table({"when": "date", "level": "number"}, (day("2020-05-01"), 5.0))
    assert "1\u00a0May 2020" in words_in(drawn("lines", one, **keys))


@pytest.mark.parametrize("count", [4, 5, 6])
def test_more_than_four_lines_are_drawn_apart_and_warned_of(count: int) -> None:
    data = levels(**{name: {"2001": 4.0 * at, "2002": 5.0 * at} for at, name in enumerate("ABCDEF"[:count], 1)})
    figure = drawn("lines", data, **KEYS)
    lines = [line for line in figure.axes[0].lines if len(points(line)) > 1]
    assert len({str(line.get_marker()) for line in lines}) == len(lines) == count
    assert [fault.partition(":")[0] for fault in faults(figure)] == ["chart-lines"] * (count > 4)


@pytest.mark.parametrize(
    ("data", "more", "message"),
    [
        (levels(**{f"R{at}": {"2001": 1.0} for at in range(7)}), {}, "7 lines are too many"),
        (DATA, {"highlight": ("Il",)}, "highlight: names 'Il'"),
        (DATA, {"until": day("1999")}, "no values"),
        (table({"river": "string", "when": "date", "level": "number"}, ("Ill", None, 1.0)), {}, "no date"),
    ],
)
def test_what_cannot_be_drawn_says_why_and_what_to_do(data: ChartData, more: dict[str, Any], message: str) -> None:
    with pytest.raises(ChartError, match=message) as raised:
        drawn("lines", data, **KEYS, **more)
    assert raised.value.hint


def test_the_description_tells_where_each_line_goes() -> None:
    said = described("lines", DATA, options_of("lines", **KEYS), ENGLISH)
    assert said == (
        "Line chart with 2 lines, from March 2010 to 1\u00a0June 2019: “Level”. "
        "Ill: 40.0 (March 2010); up to the highest, 44.5 (2011); down to 42.0 (1\u00a0June 2019). "
        "Ach: up from 31.0 (2012) to 33.0 (2015). There is no value for Ach (2013)."
    )


def test_the_description_of_steps_says_since_when_the_last_value_holds() -> None:
    data = levels(Ill={"2010": 1.0, "2012": 4.0, "2015": 4.0})
    options = options_of("lines", **KEYS, steps=True, until=day("2020-02-01"))
    assert described("lines", data, options, ENGLISH) == (
        "Line chart with 1 line, from 2010 to 1\u00a0February 2020: “Level”. "
        "Ill: up from 1 (2010) to 4 (2012), unchanged since."
    )


def test_the_description_tells_each_point_of_a_short_way_that_rests() -> None:
    dates = ("2017", "2018", "2019", "2020", "2021")
    data = levels(Ill=dict(zip(dates, (12.0, 16.0, 18.0, 18.0, 22.0), strict=True)))
    said = described("lines", data, options_of("lines", **KEYS), ENGLISH)
    assert said.endswith("Ill: 12 (2017), 16 (2018), 18 (2019), 18 (2020) and 22 (2021).")


def test_the_description_tells_a_single_date_once() -> None:
    said = described("lines", levels(Ill={"2010": 1.0}), options_of("lines", **KEYS), ENGLISH)
    assert said == "Line chart with 1 line, for 2010 alone: “Level”. Ill: 1 (2010)."


def test_the_description_says_where_the_grey_lines_end() -> None:
    said = described("lines", DATA, options_of("lines", **KEYS, highlight=("Ill",)), ENGLISH)
    assert said.endswith("In grey, with 33.0 at the end: Ach. There is no value for Ach (2013).")


def test_years_stay_years_also_where_they_are_few() -> None:
    for years in (("2019", "2021", "2022"), ("2020", "2021")):
        words = words_in(drawn("lines", levels(Ill=dict.fromkeys(years, 3.0)), **KEYS))
        assert set(years) <= set(words) and not any("Jan" in word for word in words)


def test_a_long_name_keeps_clear_of_the_dates() -> None:
    name = "The Joint Authority for Harbours, Ferries and Inland Waterways of the Outer Isles"
    figure = drawn(
        "lines", levels(**{name: {"2010-05-01": 9.0, "2012-05-01": 0.0}, "Ach": {"2010-05-01": 8.0}}), **KEYS
    )
    assert faults(figure) == []


def test_a_leader_is_no_line_of_the_chart() -> None:
    figure = drawn("lines", levels(Ill={"2001": 1.0, "2009": 2.0}, Ach={"2001": 5.0, "2003": 6.0}), **KEYS)
    leaders = [line for line in figure.artists if isinstance(line, Line2D)]
    assert [line.get_color() for line in leaders] == [HOUSE.colours.grey]
    assert leaders[0].get_linewidth() < 1 and leaders[0].get_linestyle() != "-"


def test_columns_of_different_units_are_refused() -> None:
    columns = {"when": "date", "share": {"type": "number", "unit": "%"}, "level": {"type": "number", "unit": "m"}}
    with pytest.raises(ChartError, match=r"'share' \(%\) and 'level' \(m\) have different units") as raised:
        drawn("lines", table(columns, (day("2001"), 5.0, 6.0)), date="when", values=("share", "level"))
    assert "make a chart of each" in raised.value.hint


def test_gaps_are_named_below_the_lines_and_in_the_description() -> None:
    gaps = {"2010": None, "2011": 2.0, "2012": None, "2013": None, "2014": None, "2015": 3.0}
    data = replace(levels(Ill=gaps, Ach=dict.fromkeys(gaps, 5.0)), missing="not read")
    figure = drawn("lines", data, **KEYS)
    assert "not read: Ill (2010 and 2012 to 2014)" in words_in(figure)
    assert faults(figure) == []
    assert "closed: Ill (2010 and 2012 to 2014)" in words_in(drawn("lines", data, **KEYS, missing_text="closed"))
    said = described("lines", data, options_of("lines", **KEYS), ENGLISH)
    assert said.endswith("There is no value for Ill (2010 and 2012 to 2014): not read.")


def test_gaps_that_a_mark_explains_are_left_to_its_own_note() -> None:
    gaps = {"2010": 1.0, "2011": None, "2012": 2.0}
    data = replace(levels(Ill=gaps), marks=({}, {"level": Mark.SUPPRESSED}, {}), missing="not read")
    assert not any("not read" in word for word in words_in(drawn("lines", data, **KEYS)))
    said = described("lines", data, options_of("lines", **KEYS), ENGLISH)
    assert "There is no value for Ill (2011): suppressed as confidential." in said


def test_periods_stand_at_the_axis_by_their_names() -> None:
    quarters = periods(["2018 Q4", "2019 Q1", "2019 Q2", "2019 Q4"])
    assert quarters is not None
    rows = [(quarter, value) for quarter, value in zip(quarters, (5.0, 7.0, 9.0, 8.0), strict=True)]
    data = table({"when": "date", "n": {"type": "number", "unit": "million"}}, *rows, missing="not counted")
    said = [text.replace("\u00a0", " ") for text in words_in(drawn("lines", data, date="when", values=("n",)))]
    assert {"2018 Q4", "2019 Q1", "2019 Q2", "2019 Q3", "2019 Q4"} <= set(said)
    assert {"5 million", "8 million", "not counted: N (2019 Q3)"} <= set(said)
    told = described("lines", data, options_of("lines", date="when", values=("n",)), ENGLISH)
    assert "from 2018 Q4 to 2019 Q4" in told.replace("\u00a0", " ") and "8\u00a0million" in told
