"""At each limit of the standards a paper conforms; one more is told, with its place."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace

import pytest

from reportgen.document import blocks as doc
from reportgen.document.inlines import Inline, Link, Span, Text
from reportgen.pdf.lettering import showing
from reportgen.pdf.limits import MOST_BYTES, MOST_HEADINGS, MOST_ROWS, over_limits
from reportgen.problems import Place
from reportgen.validation import check_pdf
from tests.pdf.papers import laid_out, lines, paper_of, said, table_of

HERE = Place("text/a.md", 3, 1)
ADDRESS = "https://example.org/"


def _word(inline: Inline) -> doc.Document:
    return paper_of(doc.Paragraph((inline,), place=HERE))


def _headings(count: int) -> tuple[doc.Section, ...]:
    return tuple(doc.Section(2, said(f"Quay {at}"), f"quay-{at}", (lines(1),), place=HERE) for at in range(count))


_Make = Callable[[int], doc.Document]
TEXTS: dict[str, _Make] = {
    "an address": lambda size: _word(Link(said("the ferries"), ADDRESS + "x" * (size - len(ADDRESS)))),
    "abbr=": lambda size: _word(Span(said("ABC"), expansion="x" * size)),
}
WIDE: dict[str, _Make] = {"abbr= in Greek": lambda size: _word(Span(said("ABC"), expansion="α" * size))}


@pytest.mark.parametrize("name", [*TEXTS, *WIDE])
def test_a_text_ends_where_a_string_of_a_pdf_does(name: str) -> None:
    make, most = (TEXTS[name], MOST_BYTES) if name in TEXTS else (WIDE[name], MOST_BYTES // 2 - 1)
    assert over_limits(make(most)) == []
    assert check_pdf(laid_out(make(most))[0], "a.pdf") == []
    (told,) = over_limits(make(most + 1))
    assert (told.rule, told.place) == ("paper-limit", HERE)
    assert told.message.endswith(f"has {most + 1} characters; a PDF holds {most} of it at most")


def test_a_table_has_rows_that_a_validator_reads() -> None:
    table = replace(table_of(2, MOST_ROWS), place=HERE)
    paper = paper_of(table)
    assert over_limits(paper) == []
    assert check_pdf(laid_out(paper)[0], "a.pdf") == []
    (told,) = over_limits(paper_of(replace(table, rows=(*table.rows, table.rows[0]))))
    assert (told.rule, told.place) == ("paper-limit", HERE)


def test_headings_of_one_level_are_as_many_as_a_validator_follows() -> None:
    paper = paper_of(*_headings(MOST_HEADINGS))
    assert over_limits(paper) == []
    assert check_pdf(laid_out(paper)[0], "a.pdf") == []
    (told,) = over_limits(paper_of(*_headings(MOST_HEADINGS + 1)))
    assert told.message == f"more than {MOST_HEADINGS} headings of level 2 stand below one"


@pytest.mark.parametrize("digits", [59_996, 60_000, 60_004, 120_004])
def test_what_is_shown_is_strings_of_a_length_that_the_standards_allow(digits: int) -> None:
    codes = "0123456789ABCDEF" * (digits // 16) + "0" * (digits % 16)
    strings = re.findall("<([^>]*)>", showing(f"<{codes}>"))
    assert "".join(strings) == codes
    assert all(0 < len(string) // 2 <= MOST_BYTES for string in strings)


def test_what_is_long_in_many_strings_is_no_fault() -> None:
    assert over_limits(paper_of(doc.Paragraph((Text("ferry " * 20_000),)))) == []
