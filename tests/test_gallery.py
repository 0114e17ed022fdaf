"""The gallery shows every chart kind with its block, its description, all of its options and its data."""

from __future__ import annotations

import re
from functools import cache
from typing import TypeVar

import pytest

from reportgen.document import blocks as doc
from reportgen.document import read
from reportgen.document.fences.data_blocks import data_anchor
from reportgen.document.inlines import Code, plain
from reportgen.document.tree import blocks
from reportgen.figures.contract import ChartSpec
from reportgen.figures.kinds import options_info
from reportgen.language import words_for
from reportgen.source import load
from tests.built_in import KINDS
from tests.corpus import WHOLE, document, paper
from tests.guides import ROOT

(GALLERY,) = (source for source in WHOLE if source.name == "gallery")
Wanted = TypeVar("Wanted", bound=doc.Block)

_every = pytest.mark.parametrize("kind", KINDS)


@cache
def charts() -> dict[str, list[ChartSpec]]:
    """The charts of the gallery by their kinds."""
    briefing = load(GALLERY.folder, GALLERY.workspace)
    found: dict[str, list[ChartSpec]] = {}
    for spec in read(briefing, words_for(briefing.meta.language)).charts:
        found.setdefault(spec.kind, []).append(spec)
    return found


def chapter(kind: str, wanted: type[Wanted]) -> list[Wanted]:
    """The blocks of one sort in the chapter of a kind."""
    (found,) = (part for part in document(GALLERY).sections if part.anchor == f"section-{kind}")
    return [block for block in blocks(found.blocks) if isinstance(block, wanted)]


def test_it_is_made_without_a_warning() -> None:
    assert paper(GALLERY).startswith(b"%PDF")


def test_it_shows_the_kinds_that_there_are_and_no_others() -> None:
    assert set(charts()) == set(KINDS)


def test_its_first_table_names_every_kind_once() -> None:
    (table,) = chapter("choosing", doc.TableBlock)
    named = [part.text for row in table.rows for part in row.cells[1].content if isinstance(part, Code)]
    assert sorted(named) == sorted(KINDS)


def test_no_page_counts_the_kinds() -> None:
    counted = re.compile(r"\b(?:\d+|\w*(?:teen|ty)|eleven|twelve|twenty.\w+)\s+(?:chart )?kinds\b", re.IGNORECASE)
    assert counted.search("draw, in seventeen kinds or 18 chart kinds")
    pages = [
        ROOT / "README.md",
        *(ROOT / "docs").glob("*.md"),
        *GALLERY.folder.rglob("*.md"),
        *GALLERY.folder.glob("*.yaml"),
    ]
    assert [(page.name, found.group()) for page in pages if (found := counted.search(page.read_text()))] == []


@_every
def test_a_kind_has_its_charts_in_its_own_chapter(kind: str) -> None:
    drawn = [chart.anchor for chart in chapter(kind, doc.Chart)]
    assert drawn == [f"chart-{spec.id}" for spec in charts()[kind]]


@_every
def test_a_kind_has_the_block_of_its_first_chart_as_written(kind: str) -> None:
    text = (GALLERY.folder / "text" / f"{kind}.md").read_text(encoding="utf-8")
    first = chapter(kind, doc.CodeBlock)[0].text
    assert f"\n\n{first}\n\n" in text
    assert first.startswith(f"::: chart {charts()[kind][0].id}\nkind: {kind}\n")


@_every
def test_a_kind_has_the_description_of_its_first_chart(kind: str) -> None:
    told = plain(chapter(kind, doc.Chart)[0].description)
    assert told
    assert f"Read aloud: {told}" in [plain(paragraph.content) for paragraph in chapter(kind, doc.Paragraph)]


@_every
def test_a_kind_has_all_of_its_options(kind: str) -> None:
    (options,) = chapter(kind, doc.DefinitionList)
    listed = {plain(item.term): item.bodies[0][0] for item in options.items}
    infos = options_info(KINDS[kind])
    assert list(listed) == [option.name for option in infos]
    for said, option in zip(listed.values(), infos, strict=True):
        assert isinstance(said, doc.Paragraph)
        assert plain(said.content).endswith(f" {option.form}")


@_every
def test_the_data_of_a_kind_are_in_the_appendix(kind: str) -> None:
    tables = {block.anchor for block in blocks(document(GALLERY).sections) if isinstance(block, doc.TableBlock)}
    assert {data_anchor(spec.id) for spec in charts()[kind]} <= tables
