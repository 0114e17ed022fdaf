"""Provisional, suppressed and missing values: each kind draws them apart, and no chart of them is faulted."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import replace
from itertools import count
from typing import Any

import pytest
from matplotlib.colors import to_hex
from matplotlib.figure import Figure
from matplotlib.lines import Line2D
from matplotlib.patches import Patch

from reportgen.figures.contract import ChartData, ChartError
from reportgen.marks import Mark
from tests.charts import cases
from tests.charts.support import ENGLISH, FRENCH, HOUSE, described, drawn, faults, options_of, points, table, words_in

P, E, C, X = Mark.PROVISIONAL, Mark.ESTIMATED, Mark.SUPPRESSED, Mark.UNAVAILABLE
CARGO = table(
    {"harbour": "string", "landed": "integer", "least": "integer", "most": "integer"},
    ("Aldern", 410, 380, 450),
    ("Brill", 205, 190, 230),
    ("Corvey", 95, 80, 110),
    ("Dunmere", None, None, None),
    ("Elder", None, None, None),
    missing="not counted",
)
Marks = tuple[Mapping[str, Mark], ...]
CARGO_MARKS: Marks = ({"landed": P, "most": P}, {}, {}, {"landed": C, "least": C, "most": C}, {})
SHIPS = table(
    {"year": "year", "harbour": "string", "ships": "integer"},
    (2019, "Aldern", 820),
    (2021, "Aldern", 640),
    (2023, "Aldern", 905),
    (2019, "Brill", 410),
    (2021, "Brill", None),
    (2023, "Brill", 512),
)
SHIPS_MARKS: Marks = ({}, {}, {"ships": P}, {}, {"ships": C}, {"ships": E})

KINDS: Mapping[str, tuple[ChartData, dict[str, Any]]] = {
    "bars": (CARGO, {"category": "harbour", "values": ("landed",)}),
    "dots": (CARGO, {"category": "harbour", "values": ("landed",)}),
    "interval": (
        CARGO,
        {"category": "harbour", "value": "landed", "low": "least", "high": "most", "interval": "the range"},
    ),
    "range": (CARGO, {"category": "harbour", "low": "least", "high": "most"}),
    "scatter": (CARGO, {"name": "harbour", "x": "landed", "y": "least"}),
    "lines": (SHIPS, {"date": "year", "values": ("ships",), "series": "harbour"}),
    "slope": (SHIPS, {"category": "harbour", "values": ("ships",), "series": "year"}),
    "area": (SHIPS, {"date": "year", "values": ("ships",), "series": "harbour"}),
    "small_multiples": (SHIPS, {"date": "year", "values": ("ships",), "panel": "harbour"}),
}


def _marked(name: str) -> tuple[ChartData, dict[str, Any]]:
    data, options = KINDS[name]
    return replace(data, marks=CARGO_MARKS if data is CARGO else SHIPS_MARKS), options


def _chart(name: str, **more: Any) -> Figure:
    data, options = _marked(name)
    return drawn(name, data, **{**options, **more})


def _hollow(figure: Figure) -> list[tuple[float, float]]:
    """Where points with the paper's colour in them stand."""
    lines = [line for axes in figure.axes for line in axes.lines if isinstance(line, Line2D)]
    paper = [line for line in lines if to_hex(line.get_markerfacecolor()) == HOUSE.colours.paper.lower()]
    return [point for line in paper if line.get_linestyle() == "None" for point in points(line)]


def _striped(figure: Figure) -> int:
    """How many parts have the stripes of what may still change."""
    return sum("\\" in (patch.get_hatch() or "") for axes in figure.axes for patch in axes.patches)


@pytest.mark.parametrize("name", KINDS)
def test_no_chart_of_marked_values_is_faulted(name: str) -> None:
    assert faults(_chart(name)) == []


def _all_marked(data: ChartData) -> ChartData:
    """The same with marks at some of its numbers, and at some of those that are missing."""
    firm, gone, turn = (P, None, E, None, None), (C, None, X), count()
    columns = [info.name for info in data.columns if info.type in ("number", "integer")]
    found = [
        {name: (gone[next(turn) % 3] if row[name] is None else firm[next(turn) % 5]) for name in columns}
        for row in data
    ]
    return replace(data, marks=tuple({name: mark for name, mark in row.items() if mark} for row in found))


@pytest.mark.parametrize("case", ["plain", "missing", "negative"])
@pytest.mark.parametrize("name", cases.KINDS)
def test_no_chart_of_some_marked_values_is_faulted(name: str, case: str) -> None:
    for chosen, data, options in cases.KINDS[name](cases.NAMES["six"], cases.VALUES[case]):
        try:
            figure = drawn(chosen, _all_marked(data), **options)
        except ChartError as error:
            with pytest.raises(ChartError, match=re.escape(error.message)):
                drawn(chosen, data, **options)
        else:
            assert faults(figure) == [], options


@pytest.mark.parametrize("name", KINDS)
def test_marks_change_no_description_of_the_kind_but_where_a_value_is_missing(name: str) -> None:
    data, options = _marked(name)
    told = described(name, data, options_of(name, **options), ENGLISH)
    assert "None" not in told and "Mark." not in told


@pytest.mark.parametrize("name", ["bars", "dots", "interval", "range", "lines", "slope", "small_multiples"])
def test_a_provisional_value_says_so_where_it_is_written(name: str) -> None:
    assert any(text.endswith("\u00a0[p]") for text in words_in(_chart(name)))


@pytest.mark.parametrize("name", ["bars", "dots", "interval", "range", "scatter"])
def test_suppressed_and_missing_values_are_told_apart(name: str) -> None:
    said = " ".join(words_in(_chart(name)))
    assert "suppressed as confidential" in said and "not counted" in said


@pytest.mark.parametrize(
    ("name", "there"),
    [
        ("dots", {410.0}),
        ("interval", {410.0}),
        ("scatter", {410.0}),
        ("slope", {1.0}),
    ],
)
def test_points_that_may_still_change_are_hollow(name: str, there: set[float]) -> None:
    assert {x for x, _ in _hollow(_chart(name))} == there
    data, options = KINDS[name]
    assert _hollow(drawn(name, data, **options)) == []


@pytest.mark.parametrize("name", ["lines", "small_multiples"])
def test_points_of_lines_that_may_still_change_are_hollow(name: str) -> None:
    assert sorted(y for _, y in _hollow(_chart(name))) == [512.0, 905.0]


def test_bars_that_may_still_change_have_stripes_and_a_dashed_outline() -> None:
    figure = _chart("bars")
    assert _striped(figure) == 1
    dashed = [patch for axes in figure.axes for patch in axes.patches if _dashes(patch)]
    assert [round(patch.get_width()) for patch in dashed] == [410]  # type: ignore[attr-defined]
    assert "provisional" in words_in(figure)
    data, options = KINDS["bars"]
    firm = drawn("bars", data, **options)
    assert _striped(firm) == 0 and "provisional" not in words_in(firm)


def _dashes(patch: Patch) -> bool:
    return isinstance(patch.get_linestyle(), tuple) or patch.get_linestyle() not in ("solid", "-")


def test_a_band_has_stripes_up_to_a_date_that_may_still_change() -> None:
    rows = [tuple(row.values()) for row in SHIPS if row["year"] != 2021]
    data = table({"year": "year", "harbour": "string", "ships": "integer"}, *rows)
    data = replace(data, marks=({}, {"ships": P}, {}, {}))
    figure = drawn("area", data, date="year", values=("ships",), series="harbour")
    assert _striped(figure) == 1 and "provisional" in words_in(figure)
    assert faults(figure) == []


def test_the_key_names_all_that_may_still_change() -> None:
    assert "provisional or estimated" in words_in(_chart("lines"))
    data, options = _marked("lines")
    assert "provisoire ou estimation" in words_in(drawn("lines", data, words=FRENCH, **options))


def test_columns_of_bars_have_a_sign_for_each_reason() -> None:
    marks: Marks = ({}, {}, {"ships": P}, {}, {"ships": C}, {})
    rows = [*(tuple(row.values()) for row in SHIPS), (2019, "Corvey", 1), (2021, "Corvey", 2), (2023, "Corvey", None)]
    columns = {"year": "year", "harbour": "string", "ships": "integer"}
    data = replace(table(columns, *rows, missing="not counted in this year"), marks=(*marks, {}, {}, {}))
    said = words_in(drawn("bars", data, category="year", values=("ships",), series="harbour"))
    assert {"[c]", "–", "suppressed as confidential", "not counted in this year"} <= set(said)
    assert faults(drawn("bars", data, category="year", values=("ships",), series="harbour")) == []


def test_series_are_told_apart_where_all_of_them_are_provisional() -> None:
    marks = tuple({"ships": C if row["ships"] is None else P} for row in SHIPS)
    data = replace(SHIPS, marks=marks)
    figure = drawn("bars", data, category="year", values=("ships",), series="harbour")
    assert faults(figure) == []


def test_panels_of_bars_show_what_is_provisional_and_what_is_suppressed() -> None:
    figure = _chart("small_multiples", date=None, category="year")
    assert _striped(figure) == 2 and "905\u00a0[p]" in words_in(figure)
    assert {"suppressed as confidential", "[c]"} & set(words_in(figure))


def test_tiles_of_suppressed_values_have_a_hatch_and_a_line_in_the_key() -> None:
    rows = [("Norway", 310), ("Sweden", 145), ("Poland", None), ("France", None), ("Spain", None), ("Greece", 20)]
    data = table({"country": "string", "sailors": "integer"}, *rows, missing="none came")
    data = replace(data, marks=({"sailors": P}, {}, {"sailors": C}, {"sailors": X}, {}, {}))
    figure = drawn("tilemap", data, map="europe", place="country", value="sailors")
    said = words_in(figure)
    assert {"310\u00a0[p]", "suppressed as confidential", "not available", "none came"} <= set(said)
    hatches = [patch.get_hatch() for axes in figure.axes for patch in axes.patches if patch.get_hatch()]
    assert len(hatches) == len(set(hatches)) == 2
    assert faults(figure) == []


def test_a_grid_says_why_a_cell_is_empty() -> None:
    rows = [("A", "one", "For"), ("A", "two", None), ("B", "one", None), ("B", "two", "Against")]
    data = table({"row": "string", "column": "string", "vote": "string"}, *rows, missing="did not vote")
    data = replace(data, marks=({}, {"vote": C}, {}, {}))
    figure = drawn("grid", data, row="row", column="column", value="vote")
    assert {"suppressed as confidential", "did not vote"} <= set(words_in(figure))
    told = described("grid", data, options_of("grid", row="row", column="column", value="vote"), ENGLISH)
    assert "suppressed as confidential (A)" in told and "did not vote (B)" in told


def test_a_histogram_counts_what_is_suppressed_apart() -> None:
    values = [*map(float, range(1, 31)), None, None, None]
    data = table({"value": "number"}, *[(value,) for value in values], missing="not measured")
    data = replace(data, marks=(*({} for _ in values[:-2]), {"value": C}, {"value": C}))
    said = " ".join(words_in(drawn("histogram", data, value="value")))
    assert "not measured: 1" in said and "suppressed as confidential: 2" in said


def test_rows_of_answers_say_why_one_is_missing() -> None:
    rows = [("Safe", 40, 60), ("Near", None, 50), ("Cheap", None, 30)]
    data = table({"question": "string", "no": "integer", "yes": "integer"}, *rows, missing="not asked")
    data = replace(data, marks=({}, {"no": C}, {}))
    said = words_in(drawn("diverging", data, category="question", values=("no", "yes")))
    assert {"suppressed as confidential", "not asked"} <= set(said)
