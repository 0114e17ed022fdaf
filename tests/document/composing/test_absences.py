"""What an empty cell means, by the word of its column or its table: in tables, in charts, in the data behind them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

import pytest

from reportgen.document import read
from reportgen.document.blocks import Chart, Document, TableBlock
from reportgen.document.composing.document import compose
from reportgen.figures.contract import CrossTable
from reportgen.figures.drawn import Plan
from reportgen.language import words_for
from tests.document.making import inline, paper

TABLE = "# A\n\n::: table falls\ndata: rivers\ntitle: Falls\ncolumns: {name: River, fall: Drop, items: Items}\n:::\n"
CHART = "# A\n\n::: chart falls\nkind: k\ndata: rivers\ntitle: Falls\n:::\n"


def _document(
    text: str,
    own: Mapping[str, str],
    empty: tuple[str, ...] = ("fall",),
    table: CrossTable | None = None,
    drawn: tuple[str, ...] = (),
) -> tuple[Document, str]:
    """A paper whose rivers lack the values of `empty` in one row, and what its chart is told of them."""
    briefing = paper(text)
    rivers = briefing.tables["rivers"]
    last = rivers.rows[-1]
    cells = {name: replace(cell, value=None) if name in empty else cell for name, cell in last.cells.items()}
    columns = tuple(replace(column, missing=own.get(column.name, "")) for column in rivers.columns)
    changed = replace(rivers, columns=columns, rows=(*rivers.rows[:-1], replace(last, cells=cells)))
    draft = read(replace(briefing, tables={"rivers": changed}), words_for("en-GB"))
    one = Plan(10, 5, "It falls.", drawn, table)
    return compose(draft, {spec.id: one for spec in draft.charts}), "".join(spec.data.missing for spec in draft.charts)


@pytest.mark.parametrize(
    ("own", "empty", "note"),
    [
        ({}, ("fall", "items"), "–: not measured"),
        ({"fall": "dry"}, ("fall",), "–: dry"),
        ({"fall": "dry", "items": "dry"}, ("fall", "items"), "–: dry"),
        ({"length": "dry"}, ("fall",), "–: not measured"),
        ({"fall": "dry"}, ("fall", "items"), "–: not measured; – under “Drop”: dry"),
        ({"fall": "dry", "items": "none"}, ("fall", "items"), "– under “Drop”: dry; – under “Items”: none"),
    ],
)
def test_a_table_says_what_is_missing_by_its_columns(own: Mapping[str, str], empty: tuple[str, ...], note: str) -> None:
    made, _ = _document(TABLE, own, empty)
    (table,) = made.sections[0].blocks
    assert isinstance(table, TableBlock) and inline(table.note) == note


@pytest.mark.parametrize(
    ("own", "empty", "told"),
    [
        ({"fall": "dry"}, ("fall",), "dry"),
        ({"length": "dry"}, ("fall",), "not measured"),
        ({"fall": "dry"}, ("fall", "items"), "not measured"),
        ({"fall": "dry", "items": "dry"}, ("fall", "items"), "dry"),
    ],
)
def test_a_chart_is_told_the_word_that_holds_for_all_its_gaps(
    own: Mapping[str, str], empty: tuple[str, ...], told: str
) -> None:
    made, missing = _document(CHART, own, empty)
    assert isinstance(made.sections[0].blocks[0], Chart) and missing == told


@pytest.mark.parametrize(
    ("drawn", "own", "note"),
    [
        ((), {}, "–: no river. "),
        (("fall", "items"), {"fall": "dry"}, "–: no river. "),
        (("fall",), {}, "–: not measured; – under “Fall”: no river. "),
    ],
)
def test_the_data_behind_a_chart_give_the_reason_that_its_picture_gives(
    drawn: tuple[str, ...], own: Mapping[str, str], note: str
) -> None:
    text = CHART.replace("title:", "missing_text: no river\ncolumns: [name, fall, items]\ntitle:")
    made, _ = _document(text, own, ("fall", "items"), drawn=drawn)
    assert _note_behind(made).startswith(note)


@pytest.mark.parametrize(("said", "note"), [("", "–: dry. "), ("no river", "–: no river. ")])
def test_the_data_behind_a_chart_say_it_too(said: str, note: str) -> None:
    cross = CrossTable("name", "fall", ("2020",), ((0, (0,)), (1, (None,))), said)
    made, _ = _document(CHART, {"fall": "dry"}, table=cross)
    assert _note_behind(made).startswith(note)


def _note_behind(made: Document) -> str:
    """What stands under the only table of the data behind the charts."""
    (table,) = next(one for one in made.sections if one.anchor == "back-data").blocks
    assert isinstance(table, TableBlock)
    return inline(table.note)


def test_an_empty_cell_says_what_it_says_to_the_chart() -> None:
    briefing = paper(CHART)
    rivers = briefing.tables["rivers"]
    last = rivers.rows[-1]
    cells = {name: replace(cell, value=None) if name == "fall" else cell for name, cell in last.cells.items()}
    changed = replace(rivers, rows=(*rivers.rows[:-1], replace(last, cells=cells)))
    draft = read(replace(briefing, tables={"rivers": changed}), words_for("en-GB"))
    plan = Plan(10, 5, "It falls.", ("fall",), absent=(("fall", "goes on"),))
    made = compose(draft, {spec.id: plan for spec in draft.charts})
    (table,) = next(one for one in made.sections if one.anchor == "back-data").blocks
    assert isinstance(table, TableBlock) and inline(table.note).startswith("–: goes on. ")
