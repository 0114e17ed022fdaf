"""Every paper of the corpus is sound, reads aloud as it should, holds each word once and in order, and fills its pages.

What a reader hears of a tiny briefing stands in its `tags.txt`, what the file says of itself in `about.txt`. To write
them anew: REPORTGEN_UPDATE_GOLDENS=1 pytest tests/test_corpus.py (then read the difference as if you heard it).
"""

from __future__ import annotations

import os
import re
from pathlib import Path

import pytest

from reportgen.house import MM
from reportgen.pdfread.paper import Paper, opened
from reportgen.pdfread.tag_tree import tag_tree
from reportgen.validation import check_pdf
from tests.about import about
from tests.corpus import ALL, TINY, Source, document, pages, paper
from tests.wording import of_document, of_paper

_every = pytest.mark.parametrize("source", ALL, ids=str)
_tiny = pytest.mark.parametrize("source", TINY, ids=str)

_LEAST_SIZE = 8.0
_MOST_BYTES = 2_000_000
_LEADING = 6.0
"""White above and below a line that belongs to it, in points."""


def test_the_corpus_is_large_enough() -> None:
    assert len(TINY) >= 12


@_every
def test_no_check_finds_anything(source: Source) -> None:
    assert [str(problem) for problem in check_pdf(paper(source), source.name)] == []


@_tiny
def test_it_is_read_aloud_as_before(source: Source) -> None:
    assert_golden(source.folder / "tags.txt", unversioned(tag_tree(paper(source))))


@_tiny
def test_it_says_of_itself_what_it_did(source: Source) -> None:
    assert_golden(source.folder / "about.txt", about(paper(source)))


def unversioned(tree: str) -> str:
    """The tree without the versions and the digest that a paper says it was made with: others are no fault."""
    return re.sub(r"(?:[0-9a-f]{4}\s){4}…", "#### …", re.sub(r"\d+\.\d+\.\d+(?:(?:a|b|rc)\d+)?", "#.#.#", tree))


def assert_golden(path: Path, text: str) -> None:
    if os.environ.get("REPORTGEN_UPDATE_GOLDENS"):
        path.write_text(text, encoding="utf-8")
    assert text == path.read_text(encoding="utf-8")


@_every
def test_every_word_is_read_once_and_in_order(source: Source) -> None:
    assert of_paper(paper(source)) == of_document(document(source), lambda: pages(source))


@_every
def test_what_is_painted_comes_in_the_order_in_which_it_is_read(source: Source) -> None:
    with opened(paper(source)) as found:
        assert found.root is not None
        read: dict[int, list[int]] = {}
        for _, sequence in found.root.content():
            read.setdefault(sequence.page, []).append(sequence.mcid)
    assert [page + 1 for page, order in read.items() if order != sorted(order)] == []


@_every
def test_no_text_is_too_small(source: Source) -> None:
    with opened(paper(source)) as found:
        pieces = [piece for page in found.pages for piece in page.pieces]
        assert {p.text: p.size for p in pieces if p.text.strip() and p.size < _LEAST_SIZE} == {}


@_every
def test_only_the_last_page_of_a_chapter_is_mostly_white(source: Source) -> None:
    with opened(paper(source)) as found:
        ends = {len(found.pages) - 1} | {page - 1 for page in chapter_pages(found)}
        ends |= {0} if document(source).cover.full else set()
        filled = {page.number + 1: fill(found, page.number) for page in found.pages if page.number not in ends}
    assert {page: round(share, 2) for page, share in filled.items() if share < 1 / 3} == {}


def chapter_pages(found: Paper) -> set[int]:
    """The pages that begin with a heading of the first level."""
    firsts = {page.number: page.sequences[0] for page in found.pages if page.sequences}
    return {number for number, first in firsts.items() if (o := found.owners.get(first)) and o.within("H1")}


def fill(found: Paper, number: int) -> float:
    """The share of the type area's height that text and pictures take."""
    page = found.pages[number]
    boxes = sorted((box[1] - _LEADING, box[3] + _LEADING) for s in page.sequences if (box := s.box) is not None)
    taken, reach = 0.0, 0.0
    for bottom, top in boxes:
        taken += max(0.0, top - max(bottom, reach))
        reach = max(reach, top)
    return taken / (page.size[3] - 48 * MM)


@_every
def test_a_paper_is_a_small_file(source: Source) -> None:
    assert len(paper(source)) < _MOST_BYTES
