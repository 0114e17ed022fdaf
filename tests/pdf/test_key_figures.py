"""Key figures: the words of a unit are small beside their number, and on its line."""

from __future__ import annotations

import pypdfium2 as pdfium
import pytest

from reportgen.document import blocks as doc
from reportgen.house import House
from reportgen.language import words_for
from reportgen.pdf import write
from tests.pdf.papers import paper_of, said

EN = words_for("en-GB")


def letters(text: str, *others: str) -> list[tuple[str, float, float]]:
    """The characters of a key figure: each with its height and its foot, which tell size and line."""
    figures = tuple(doc.KeyFigure(said(one), said("mark")) for one in (text, *others))
    paper = pdfium.PdfDocument(write(paper_of(doc.KeyFacts(figures)), House(), EN))
    page = paper[2].get_textpage()
    whole = page.get_text_range()
    start = whole.replace("\u00a0", " ").index(text.replace("\u00a0", " "))
    boxes = [page.get_charbox(start + at, loose=True) for at in range(len(text))]
    paper.close()
    return [(sign, box[3] - box[1], box[1]) for sign, box in zip(text, boxes, strict=True)]


@pytest.mark.parametrize("text", ["£3.8 billion", "1.1\u00a0million", "141\u00a0states", "3.4\u00a0per\u00a01,000"])
def test_a_unit_is_small_beside_its_number(text: str) -> None:
    found = letters(text, "12%", "7", "8")
    number, _ = text.replace("\u00a0", " ").split(" ", 1)
    heights = [height for sign, height, _ in found if sign not in " \u00a0"]
    large, small = set(map(round, heights[: len(number)])), set(map(round, heights[len(number) :]))
    assert len(large) == len(small) == 1 and max(small) < 0.7 * min(large)
    assert max(foot for *_, foot in found) - min(foot for *_, foot in found) < max(heights), "one line"


@pytest.mark.parametrize("text", ["3 of 33", "12%", "£3.8bn", "May 2024", "Two thirds"])
def test_what_is_no_unit_is_as_large(text: str) -> None:
    heights = {round(height) for sign, height, _ in letters(text) if sign != " "}
    assert len(heights) == 1
