"""What is copied out of a paper, or searched in it, is what was written: words, addresses, marks of notes.

Two programs are asked: pdfium, which browsers show PDFs with, and pdftotext, where it is installed. Both join a word at
a line's end and drop its hyphen. An address may go on after a line's end, a word never.
"""

from __future__ import annotations

import re
import shutil
import subprocess
from collections.abc import Callable, Iterator
from functools import cache
from unicodedata import combining, normalize

import pypdfium2 as pdfium
import pytest

from reportgen.document.inlines import (
    Formula,
    Inline,
    Inlines,
    NoteMark,
    PageNumber,
    Subscript,
    Superscript,
    Text,
    mapped,
    notes,
    plain,
)
from reportgen.document.tree import texts
from reportgen.pdfread.content import MarkedContent
from reportgen.pdfread.paper import Element, opened
from reportgen.pdfread.tag_tree import text_of
from tests.corpus import ALL, Source, document, paper

_POPPLER = "pdftotext"
_LONG = 26
"""Characters from which a word may be broken like an address."""
_SIGNS = re.compile(r"[/@.&=_%#?]")
_NOTE, _RAISED = "\ue000", "\ue001"
"""Stand for the mark of a note; and for what is raised or lowered, or is a number that only the layout knows."""
_DRAWN = {"description", "formula"}
"""What is drawn, not set."""


@cache
def by_pdfium(source: Source) -> str:
    read = pdfium.PdfDocument(paper(source))
    text = "\n".join(page.get_textpage().get_text_bounded() for page in read)
    read.close()
    return text


def by_poppler(source: Source) -> str:
    told = subprocess.run([_POPPLER, "-", "-"], input=paper(source), capture_output=True, check=True)
    return told.stdout.decode("utf-8")


_every = pytest.mark.parametrize("source", ALL, ids=str)
_programs = pytest.mark.parametrize(
    "program",
    [
        by_pdfium,
        pytest.param(
            by_poppler,
            marks=pytest.mark.skipif(shutil.which(_POPPLER) is None, reason="pdftotext is not installed"),
        ),
    ],
)


def written(source: Source) -> Iterator[str]:
    """The words of a paper as its document has them, with those of its notes."""
    for passage in texts(document(source).sections):
        if passage.role not in _DRAWN:
            yield from _words(passage.content)


def _words(content: Inlines) -> Iterator[str]:
    for word in tokens(plain(mapped(content, _set_apart)).replace("\u00ad", "")):
        before = word.partition(_NOTE)[0]
        # A raised letter is part of the word, or beside it, as the program has it; a shifted accent likewise.
        if before and _RAISED not in word and not any(map(combining, word)):
            yield before.removesuffix(".")
    for note in notes(content):
        for paragraph in note.paragraphs:
            yield from _words(paragraph)


def _set_apart(inline: Inline) -> Inlines | None:
    if isinstance(inline, NoteMark):
        return (Text(_NOTE),)
    return (Text(_RAISED),) if isinstance(inline, Formula | PageNumber | Superscript | Subscript) else None


def tokens(text: str) -> list[str]:
    """What stands between spaces, without the full stop that a label or a sentence adds."""
    return [word.removesuffix(".") for word in normalize("NFC", text).split()]


def is_address(word: str) -> bool:
    return len(word) >= _LONG or bool(_SIGNS.search(word.rstrip(".,;")))


@_every
@_programs
def test_every_word_is_copied_as_it_was_written(source: Source, program: Callable[[Source], str]) -> None:
    text = program(source)
    copied, squeezed = set(tokens(text)), "".join(text.split())
    lost = {word for word in written(source) if word not in copied and not (is_address(word) and word in squeezed)}
    assert lost == set()


@_every
@_programs
def test_the_mark_of_a_note_is_no_part_of_what_it_follows(source: Source, program: Callable[[Source], str]) -> None:
    text = program(source)
    with opened(paper(source)) as read:
        marks = [element for element in read.of("Reference") if not element.within("TOCI")]
        called = [(_before(mark), text_of(mark).strip("\u202f")) for mark in marks]
    fused = [f"{word}{mark}" for word, mark in called if word and f"{word}{mark}" in text.split()]
    assert fused == []


def _before(mark: Element) -> str:
    """The word that a mark follows."""
    assert mark.parent is not None
    kids = mark.parent.kids
    last = kids[kids.index(mark) - 1] if kids.index(mark) else None
    text = last.text if isinstance(last, MarkedContent) else text_of(last) if isinstance(last, Element) else ""
    return "" if text.endswith(" ") else (text.split() or [""])[-1]
