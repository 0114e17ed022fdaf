"""What is said of laid-out pages on which a reader would stumble: each in `of-pages.txt`. Ours seldom are so."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from dataclasses import replace

import pytest

from reportgen.document import blocks as doc
from reportgen.house import House
from reportgen.language import words_for
from reportgen.pdf import page_rules
from reportgen.pdf.notes import PlacedPart
from reportgen.pdf.page_master import FilledPage
from reportgen.pdf.page_rules import page_warnings
from reportgen.pdf.textpart import TextPart
from reportgen.pdf.write import lay_out
from reportgen.problems import Place, Problem, ReportError
from tests.messages.listed import check, line
from tests.pdf.papers import chart_of, lines, paper_of
from tests.pdf.test_page_rules import _pages, _Tall, _with_text

_AT = Place("text/text.md", 3, 1)


def _at_a_line(found: list[Problem]) -> list[Problem]:
    """The problems, each where an author would have written it: these papers were not read from a file."""
    return [replace(problem, place=_AT) for problem in found]


def _stumbled() -> Iterator[tuple[str, list[Problem]]]:
    page, *_ = _pages(lines(5))
    last = page.text[-1]
    wide = _with_text(page, *page.text[:-1], replace(last, width=last.width + 5))
    yield "outside", page_warnings([wide])
    [heading] = [part for part in page.text[0].part.walk() if isinstance(part, TextPart) and part.bookmark]
    yield "heading", page_warnings([_with_text(page, replace(page.text[0], part=heading)), page])
    first, second = _pages(lines(60))[:2]
    yield "alone", page_warnings([first, _with_text(second, _one_line(second))])
    heading.bookmark = None
    short = _with_text(first, replace(first.text[0], part=heading))
    yield "thin", page_warnings([short, _with_text(second, replace(second.text[0], part=_Tall(second.text[0].part)))])
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(page_rules, "_MOST_CHARACTERS", 40)
        yield "long", page_warnings(_pages(lines(12)))


def _one_line(page: FilledPage) -> PlacedPart:
    tail = page.text[0]
    assert isinstance(tail.part, TextPart)
    alone = tail.part._holding(tail.width, tail.part._first + len(tail.part.lines(tail.width)) - 1, None)
    return replace(tail, part=alone)


def _impossible() -> Iterator[tuple[str, list[Problem]]]:
    for name, block in (("tall", chart_of(2_000)), ("moving", lines(5))):
        with pytest.MonkeyPatch.context() as patch:
            if name == "moving":
                patch.setattr(sys.modules[lay_out.__module__], "_MOST_PASSES", 0)
            with pytest.raises(ReportError) as raised:
                _laid_out(block)
        yield name, list(raised.value.problems)


def _laid_out(block: doc.Block) -> None:
    lay_out(paper_of(block), House(), words_for("en-GB"))


def test_pages_that_stumble_are_told() -> None:
    found = [*_stumbled(), *_impossible()]
    check("of-pages.txt", (line(name, problem) for name, problems in found for problem in _at_a_line(problems)))
