"""Marks of values from table to paper: in tables, under charts, in the data behind them and in attached files."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from reportgen.document import read
from reportgen.document.blocks import Block, Chart, Document, Section, TableBlock
from reportgen.document.composing.document import compose
from reportgen.figures.contract import CrossTable
from reportgen.figures.drawn import Plan
from reportgen.language import words_for
from reportgen.marks import Mark
from tests.document.making import dump, inline, paper

P, R, C = Mark.PROVISIONAL, Mark.REVISED, Mark.SUPPRESSED
CHART = "# A\n\n::: chart fall\nkind: k\ndata: rivers\nnote: Measured.\ntitle: Falls\n:::\n"
TABLE = "# A\n\n::: table falls\ndata: rivers\ntitle: Falls\ncolumns: [name, fall]\n:::\n"


def _document(text: str, marks: Mapping[tuple[int, str], Mark], language: str = "en-GB", **drawing: Any) -> Document:
    """A paper whose table of rivers has `marks` at rows and columns."""
    briefing = paper(text, language=language)
    rivers = briefing.tables["rivers"]
    rows = list(rivers.rows)
    for (row, column), mark in marks.items():
        cell = rows[row].cells[column]
        rows[row] = replace(rows[row], cells={**rows[row].cells, column: replace(cell, mark=mark)})
    tables = {**briefing.tables, "rivers": replace(rivers, rows=tuple(rows))}
    draft = read(replace(briefing, tables=tables), words_for(language))
    one = Plan(10, 5, "It falls.", **drawing)
    return compose(draft, {spec.id: one for spec in draft.charts})


def _chart(made: Document) -> Chart:
    chart = made.sections[0].blocks[0]
    assert isinstance(chart, Chart)
    return chart


def _lines(table: Block | Section) -> list[str]:
    """The lines of a table's dump, with plain spaces."""
    return [line.strip().replace("\u00a0", " ") for line in dump(table)]


def test_a_table_has_its_marks_before_the_values_and_explains_them_in_their_order() -> None:
    made = _document(TABLE, {(0, "fall"): R, (1, "fall"): P, (2, "fall"): C})
    (table,) = made.sections[0].blocks
    assert _lines(table)[1:6] == [
        "<Name | >Fall (%)",
        "!{Elbe} | {[r] 12.5}",
        "!{Rhine} | {[p] 7.3}",
        "!{North Esk} | {[c]}",
        "note: [p]: provisional; [r]: revised; [c]: suppressed as confidential",
    ]
    assert isinstance(table, TableBlock)
    cells = [inline(row.cells[1].content) for row in table.rows]
    assert cells[0] == "{[r]\u00a012.5}", "mark and value stay on one line"


def test_missing_values_and_suppressed_ones_are_told_apart() -> None:
    made = _document(TABLE, {(0, "fall"): P})
    assert inline(made.sections[0].blocks[0].note) == "–: not measured; [p]: provisional"  # type: ignore[union-attr]


def test_a_french_table_explains_its_marks_in_french() -> None:
    made = _document(TABLE, {(0, "fall"): P, (2, "fall"): C}, "fr")
    note = inline(made.sections[0].blocks[0].note)  # type: ignore[union-attr]
    assert "[p]" in note and "provisoire" in note and "secret statistique" in note


def test_a_chart_names_its_marked_values_but_not_those_that_are_revised() -> None:
    marks = {(0, "fall"): P, (1, "fall"): R, (2, "fall"): C, (0, "items"): P}
    chart = _chart(_document(CHART, marks, columns=("name", "fall")))
    assert inline(chart.note) == "Measured. Provisional [p]: Elbe; suppressed as confidential: North Esk"


def test_where_several_columns_have_marks_the_note_names_them() -> None:
    chart = _chart(_document(CHART, {(0, "fall"): P, (0, "items"): P}))
    assert inline(chart.note) == "Measured. Provisional [p]: Elbe (Fall and Items)"


def test_a_chart_without_marks_has_only_its_own_note() -> None:
    assert inline(_chart(_document(CHART, {})).note) == "Measured."


def test_the_data_behind_a_chart_keep_the_marks() -> None:
    made = _document(CHART, {(0, "fall"): P, (1, "fall"): R, (2, "fall"): C}, columns=("fall",))
    (table,) = next(section for section in made.sections if section.anchor == "back-data").blocks
    assert _lines(table)[2:5] == [
        "!{Elbe} | {[p] 12.5}",
        "!{Rhine} | {[r] 7.3}",
        "!{North Esk} | {[c]}",
    ]
    assert made.attachments[0].data == b"Name,Fall (%)\nElbe,12.5 [p]\nRhine,7.25 [r]\nNorth Esk,[c]\n"


def test_a_table_in_two_directions_explains_only_the_marks_that_it_prints() -> None:
    cross = CrossTable("name", "fall", ("Now", "Then"), ((0, (0, 2)),))
    made = _document(CHART, {(2, "fall"): C, (1, "fall"): P}, table=cross)
    (table,) = next(section for section in made.sections if section.anchor == "back-data").blocks
    assert isinstance(table, TableBlock)
    assert inline(table.note).startswith("[c]: suppressed as confidential. ")
