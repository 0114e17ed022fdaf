"""Papers in French are French throughout: the engine's words, the house's texts, and the spaces of its signs."""

from __future__ import annotations

import re

import pytest

from reportgen.language.tables import table
from reportgen.pdfread.paper import opened
from reportgen.pdfread.tag_tree import tag_tree, text_of
from reportgen.source import load
from tests.corpus import ALL, ROOT, Source, paper

_french = pytest.mark.parametrize("source", [source for source in ALL if source.name.endswith("-fr")], ids=str)


_FRENCH_TOO = {"part"}
"""Words of both languages: “part 3” of a volume is no “part de l’eau”, which an author may write."""


def _said(language: str) -> set[str]:
    """The sentences of a language without the parts that vary, as far as these are words."""
    forms = (entry.values() if not isinstance(entry, str) else (entry,) for entry in table(language).values())
    pieces = (piece.strip() for group in forms for form in group for piece in re.split(r"\{\w*\}", form))
    return {piece for piece in pieces if re.search(r"\w{4}", piece)}


@_french
def test_the_engine_says_nothing_in_english(source: Source) -> None:
    text = "\n".join(re.findall(r'(?:"|\(alt: )(.*?)(?:; files: .*)?$', tag_tree(paper(source)), re.MULTILINE))
    english = _said("en") - _said("fr") - _FRENCH_TOO
    assert len(english) > 100
    assert [said for said in sorted(english) if re.search(rf"(?<!\w){re.escape(said)}(?!\w)", text)] == []


@_french
def test_signs_have_their_narrow_spaces(source: Source) -> None:
    with opened(paper(source)) as found:
        text = "\n".join(text_of(element) for kind in ("P", "H1", "H2", "TH", "TD") for element in found.of(kind))
    assert "\u202f:" in text
    assert re.findall(r".{0,9}(?:[ \u00a0][;:!?»]|\w[;!?»]|«[^\u202f]).{0,9}", text) == []


def test_a_briefing_of_another_institution_says_nothing_of_the_first() -> None:
    note, demo = (load(ROOT / "sources" / name, ROOT).house for name in ("sample-note-fr", "demo"))
    assert note.name != demo.name and not note.series.keys() <= demo.series.keys()
    assert note.colours.accent != demo.colours.accent
    texts = [getattr(note.standing, key) for key in ("impartiality", "licence", "formats", "citation")]
    assert {text.place.file for text in texts if text.text} == {"sources/sample-note-fr/house.yaml"}
