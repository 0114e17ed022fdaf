"""One cell of a table changes, and prose, chart, description, appendix and attached file follow."""

from __future__ import annotations

import shutil
from dataclasses import dataclass
from pathlib import Path

import pytest

from reportgen.check.paper import opened
from reportgen.check.reading import text_of
from reportgen.document import blocks as doc
from reportgen.document.tree import blocks
from reportgen.figures.picture import Label
from tests.about import attached
from tests.corpus import ROOT, Source


@dataclass(frozen=True)
class Change:
    """A row before and after, in the table's file and in words; `chart` is the number of a chart that shows it."""

    briefing: str
    table: str
    row: tuple[str, str]
    words: tuple[str, str]
    chart: int


_CHANGES = (
    Change("sources/demo", "districts", ("Highfell,9840,17", "Highfell,9840,19"), ("17%", "19%"), 2),
    Change("tests/briefings/charts", "cargo", ("Aldern,410000", "Aldern,470000"), ("410,000", "470,000"), 1),
    Change("tests/briefings/note-fr", "moulins", ("1803,980.5", "1803,975.5"), ("980,5", "975,5"), 1),
)


@dataclass(frozen=True)
class Seen:
    """Where a reader meets the value: in paragraphs, and in what belongs to the chart."""

    prose: str
    picture: tuple[str, ...]
    description: str
    appendix: tuple[str, ...]
    attached: str


@pytest.mark.parametrize("change", _CHANGES, ids=lambda change: change.briefing)
def test_a_changed_cell_is_followed(change: Change, tmp_path: Path) -> None:
    source = _copy(change, tmp_path)
    before = _seen(source, change)
    table = source.folder / "data" / f"{change.table}.csv"
    text = table.read_text(encoding="utf-8")
    assert text.count(change.row[0]) == 1
    table.write_text(text.replace(*change.row), encoding="utf-8")
    after = _seen(source, change)
    for value, seen, other in zip(change.words, (before, after), (after, before), strict=True):
        in_cell = value.removesuffix("%")
        assert value in seen.picture and value not in other.picture
        assert value in seen.description and value not in other.description
        assert in_cell in seen.appendix and in_cell not in other.appendix
    assert change.words[1] in after.prose and change.words[1] not in before.prose
    old, new = (row.split(",")[-1] for row in change.row)
    assert old in before.attached and new in after.attached and new not in before.attached


def _copy(change: Change, place: Path) -> Source:
    """The briefing alone in a workspace of its own."""
    original = ROOT / change.briefing
    folder = place / "sources" / original.name
    shutil.copytree(original, folder)
    for shared in (*original.parent.glob("*.yaml"), *original.glob("sources/*")):
        shutil.copy(shared, place / "sources")
    return Source(original.name, folder, place)


def _seen(source: Source, change: Change) -> Seen:
    charts = [part for part in blocks(source.document().sections) if isinstance(part, doc.Chart)]
    data, chart = source.typeset()[0], change.chart - 1
    with opened(data) as paper:
        prose = " ".join(text_of(element) for element in paper.of("P") if not element.within("Table", "Caption"))
        appendix = paper.of("Table")[-len(charts) :][chart]
        return Seen(
            prose=prose,
            picture=tuple(part.text for part in charts[chart].picture.operations if isinstance(part, Label)),
            description=text_of(paper.of("Figure")[chart]),
            appendix=tuple(text_of(element) for element in appendix.walk() if element.kind == "TD"),
            attached=list(attached(data).values())[chart],
        )
