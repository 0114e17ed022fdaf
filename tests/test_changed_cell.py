"""One cell of a table changes, and prose, chart, description, appendix and attached file follow.

The cell is found in the paper: the first number in its prose that a chart draws as well, and names in its description.
"""

from __future__ import annotations

import csv
import re
import shutil
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, fields, is_dataclass
from decimal import Decimal
from pathlib import Path

import pytest

from reportgen.document import blocks as doc
from reportgen.document.inlines import Value, plain
from reportgen.document.tree import blocks
from reportgen.figures.picture import Label
from reportgen.pdfread.paper import opened
from reportgen.pdfread.tag_tree import text_of
from reportgen.pipeline import Composed, Finished
from reportgen.problems import Place
from reportgen.source import load
from tests.about import attached
from tests.corpus import ROOT, Source

PAPERS = (
    "sources/demo",
    "sources/sample-note-fr",
    "sources/western-balkans",
    "tests/briefings/charts",
    "tests/briefings/note-fr",
)


@dataclass(frozen=True)
class Cell:
    """A cell of a CSV file whose number stands in the prose and in a chart (by its place in the paper)."""

    place: Place
    written: str
    chart: int


@dataclass(frozen=True)
class Seen:
    """What a reader meets: the number as printed in the prose, and the texts in which it should stand."""

    number: str
    prose: str
    picture: str
    description: str
    appendix: str
    attached: str

    def times(self, part: str, number: str) -> int:
        """How often a number stands in a part, on its own."""
        return len(re.findall(rf"(?<![\d.,\u202f]){re.escape(number)}(?!\d|[.,\u202f]\d)", getattr(self, part)))


@pytest.mark.parametrize("name", PAPERS)
def test_a_changed_cell_is_followed(name: str, tmp_path: Path) -> None:
    source = _copy(ROOT / name, tmp_path)
    made = source.typeset()
    cell = _cell(source, made)
    before = _seen(made, cell)
    changed = _raise(source, cell)
    after = _seen(source.typeset(), cell)
    assert before.number != after.number
    numbers = dict.fromkeys(("prose", "picture", "description", "appendix"), (before.number, after.number))
    for part, (old, new) in {**numbers, "attached": (cell.written, changed)}.items():
        assert after.times(part, old) < before.times(part, old), part
        assert after.times(part, new) > before.times(part, new), part


def _copy(original: Path, place: Path) -> Source:
    """The briefing alone in a workspace of its own; one that leaves its data tables out prints them here."""
    folder = place / "sources" / original.name
    shutil.copytree(original, folder)
    main = folder / "briefing.yaml"
    main.write_text(main.read_text(encoding="utf-8").replace("data_tables: none\n", ""), encoding="utf-8")
    for shared in (*original.parent.glob("*.yaml"), *original.glob("sources/*")):
        shutil.copy(shared, place / "sources")
    return Source(original.name, folder, place)


# --- the cell --------------------------------------------------------------------------------------------------------
def _cell(source: Source, made: Finished) -> Cell:
    """A number of the prose that stands in a chart's picture, description and data as well."""
    paper, numbers = made.composed, defaultdict[Place, list[tuple[str, set[str]]]](list)
    for place, found in _numbers(source):  # what is looked up stands in rows of several tables
        numbers[place].append(found)
    data = [list(csv.reader(text.splitlines())) for text in _behind_charts(made)]
    # A round number may be the mark of an axis, which stays: others are tried first.
    for value in sorted(_prose_values(paper.document), key=lambda value: _number(value).endswith(("0", "5"))):
        rows = numbers[value.records[0].place]
        for number, chart in enumerate(_charts(paper.document)):
            drawn = any(written in shown and {*shown} <= row for written, row in rows for shown in data[number])
            if drawn and _number(value) in _labels(paper, chart) and _number(value) in plain(chart.description):
                return Cell(value.records[0].place, rows[0][0], number)
    raise AssertionError("no number of the prose stands in a chart: the paper's facts and charts have come apart")


def _behind_charts(made: Finished) -> list[str]:
    """The attached tables of the charts, by their numbers."""
    return [text for name, text in attached(made.data).items() if name.startswith("chart-")]


def _numbers(source: Source) -> Iterator[tuple[Place, tuple[str, set[str]]]]:
    """The numbers of all tables by their places: as written, with what is written in their row."""
    for table in load(source.folder, source.workspace).tables.values():
        columns = [column.name for column in table.columns if column.type in ("number", "integer")]
        for row in table.rows:
            written = {cell.text for cell in row.cells.values()}
            yield from ((row.cells[name].place, (row.cells[name].text, written)) for name in columns)


def _prose_values(document: doc.Document) -> Iterator[Value]:
    """The numbers of the paragraphs that come from one record, in reading order."""
    for block in blocks(document.sections):
        if isinstance(block, doc.Paragraph):
            for value in _values(block):
                if len(value.records) == 1 and _number(value):
                    yield value


def _values(node: object) -> Iterator[Value]:
    if isinstance(node, Value):
        yield node
    elif isinstance(node, tuple):
        for part in node:
            yield from _values(part)
    elif is_dataclass(node):
        for field in fields(node):
            yield from _values(getattr(node, field.name))


def _number(value: Value) -> str:
    """The digits of a value as printed, without its unit; "" for words and dates."""
    match = re.fullmatch(r"\D*?(\d[\d.,\u202f]*)\D*", value.text)
    return match[1] if match else ""


def _raise(source: Source, cell: Cell) -> str:
    """Raise the cell by one of its last digit; gives what is written now."""
    path = source.workspace / cell.place.file
    lines = path.read_text(encoding="utf-8").splitlines()
    line, at = lines[cell.place.line - 1], cell.place.column - 1
    number = Decimal(cell.written)
    new = str(number + Decimal(1).scaleb(int(number.as_tuple().exponent)))
    lines[cell.place.line - 1] = line[:at] + line[at:].replace(cell.written, new, 1)
    path.write_text("\n".join([*lines, ""]), encoding="utf-8")
    return new


# --- what a reader meets ---------------------------------------------------------------------------------------------
def _charts(document: doc.Document) -> list[doc.Chart]:
    return [part for part in blocks(document.sections) if isinstance(part, doc.Chart)]


def _labels(made: Composed, chart: doc.Chart) -> str:
    return " / ".join(part.text for part in made.pictures[chart.id].operations if isinstance(part, Label))


def _seen(made: Finished, cell: Cell) -> Seen:
    composed = made.composed
    charts = _charts(composed.document)
    value = next(value for value in _prose_values(composed.document) if value.records[0].place == cell.place)
    with opened(made.data) as paper:
        prose = [text_of(element) for element in paper.of("P") if not element.within("Table", "Caption")]
        appendix = paper.of("Table")[-len(charts) :][cell.chart]
        return Seen(
            number=_number(value),
            prose=" ".join(prose),
            picture=_labels(composed, charts[cell.chart]),
            description=text_of(paper.of("Figure")[cell.chart]),
            appendix=" / ".join(text_of(element) for element in appendix.walk() if element.kind == "TD"),
            attached=_behind_charts(made)[cell.chart].replace(",", " / "),
        )
