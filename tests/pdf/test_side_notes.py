"""What stands left of the text: numbers, notes that explain abbreviations where they are first used, or nothing."""

from __future__ import annotations

import pypdfium2 as pdfium
import pytest

from reportgen.document import blocks as doc
from reportgen.document.inlines import Span, Text
from reportgen.house import MM, House, Side
from reportgen.language import words_for
from reportgen.pdf import write
from reportgen.pdfread.paper import opened
from reportgen.pdfread.tag_tree import tag_tree
from reportgen.validation import check_pdf
from tests.pdf.papers import LINE, PICTURES, lines, paper_of, said, section_of

SHORT = Span((Text("ASC"),), expansion="autonomous sailing craft")


def _written(side: Side, *blocks: doc.Block | doc.Section) -> bytes:
    return write(paper_of(*blocks), House(side=side), words_for("en-GB"), PICTURES)


def _left(data: bytes, words: str) -> float:
    """Millimetres from the sheet's edge to the piece that begins so."""
    with opened(data) as paper:
        return min(piece.box[0] for page in paper.pages for piece in page.pieces if piece.text.startswith(words)) / MM


@pytest.mark.parametrize(("side", "left"), [("numbers", 40), ("notes", 62), ("none", 22)])
def test_the_text_begins_where_the_side_leaves_off(side: Side, left: float) -> None:
    data = _written(side, section_of("Winter", lines(3)))
    assert check_pdf(data, "paper.pdf") == []
    assert _left(data, "The ferry") == pytest.approx(left, abs=0.3)
    assert _left(data, "1.1") == pytest.approx(22, abs=0.3)


def test_an_abbreviation_is_explained_beside_its_first_use_for_the_eye() -> None:
    first, second = (doc.Paragraph((SHORT, Text(" sails. "), *said(LINE))) for _ in range(2))
    data = _written("notes", first, second)
    assert check_pdf(data, "paper.pdf") == []
    paper = pdfium.PdfDocument(data)
    text = " ".join(" ".join(page.get_textpage().get_text_bounded().split()) for page in paper)
    paper.close()
    assert text.count("autonomous sailing craft") == 1
    assert "autonomous sailing craft" in tag_tree(data)  # as the expansion of the abbreviation itself
    assert "autonomous" not in _written_text("numbers", first)


def _written_text(side: Side, *blocks: doc.Block) -> str:
    paper = pdfium.PdfDocument(_written(side, *blocks))
    text = " ".join(page.get_textpage().get_text_bounded() for page in paper)
    paper.close()
    return text


def test_a_paragraph_has_room_for_what_stands_beside_it() -> None:
    spans = [Span((Text(f"AB{n}"),), expansion="a long name of an office with many words in it") for n in range(4)]
    data = _written("notes", doc.Paragraph((*spans, Text(" met."))), doc.Paragraph(said("Next. ")))
    with opened(data) as paper:
        pieces = [piece for page in paper.pages for piece in page.pieces]
    beside = [piece.baseline for piece in pieces if piece.box[0] < 50 * MM and "office" in piece.text]
    below = next(piece.baseline for piece in pieces if piece.text.startswith("Next"))
    assert len(beside) >= 4 and min(beside) > below
