"""Footnotes stand at the foot of the page that calls them, and nothing on a page covers anything else."""

from __future__ import annotations

from collections.abc import Iterator
from io import BytesIO

import pikepdf
import pypdfium2 as pdfium
import pytest

from reportgen.house import House
from reportgen.language import words_for
from reportgen.pdf import write
from tests.pdf.random_documents import PICTURES, RandomPaper

_SEEDS = range(200)
_A_BATCH = 10


def _marks(pdf: pikepdf.Pdf) -> Iterator[tuple[str, int, int]]:
    """Each footnote's first mark: its anchor, the page of the mark, the page where the note starts."""
    pages = {page.obj.objgen: number for number, page in enumerate(pdf.pages)}
    seen: set[str] = set()
    for number, page in enumerate(pdf.pages):
        for annotation in page.obj.get("/Annots", pikepdf.Array()):
            if not str(annotation.get("/Contents", "")).startswith("Footnote\u00a0"):
                continue
            anchor = str(annotation.Contents)
            if anchor not in seen:
                seen.add(anchor)
                destination = annotation.Dest
                if isinstance(destination, pikepdf.Name):
                    destination = pdf.Root.Dests[str(destination)]
                if isinstance(destination, pikepdf.Dictionary):
                    destination = destination.D
                yield anchor, number, pages[destination[0].objgen]


def _overlaps(data: bytes) -> list[str]:
    """Pairs of text boxes that cover each other by more than a tenth of a line."""
    found = []
    paper = pdfium.PdfDocument(data)
    for number, page in enumerate(paper):
        text = page.get_textpage()
        boxes = sorted((text.get_rect(index) for index in range(text.count_rects())), key=lambda box: -box[3])
        for index, (left, bottom, right, top) in enumerate(boxes):
            for other in boxes[index + 1 :]:
                if other[3] <= bottom:
                    break
                width = min(right, other[2]) - max(left, other[0])
                height = min(top, other[3]) - max(bottom, other[1])
                if width > 1 and height > 2:
                    found.append(f"page {number + 1}: {(left, bottom, right, top)} and {other}")
    paper.close()
    return found


@pytest.mark.parametrize("first", range(0, len(_SEEDS), _A_BATCH))
def test_notes_start_on_the_page_of_their_mark_and_nothing_overlaps(first: int) -> None:
    house, words = House(), words_for("en-GB")
    for seed in _SEEDS[first : first + _A_BATCH]:
        paper = RandomPaper(seed, long_notes=True)
        data = write(paper.document(), house, words, PICTURES)
        with pikepdf.Pdf.open(BytesIO(data)) as pdf:
            marks = list(_marks(pdf))
        assert len(marks) == paper._count, seed
        assert [mark for mark in marks if mark[1] != mark[2]] == [], seed
        assert _overlaps(data) == [], seed
