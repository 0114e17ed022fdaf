"""Random papers hold all that a paper promises: each is made once and read back for everything.

Footnotes start on the page that calls them, nothing on a page covers anything else, every word is read once and in
order, and two checkers find PDF/UA-1 and PDF/A-3a kept.
"""

from __future__ import annotations

from collections.abc import Iterator
from io import BytesIO

import pikepdf
import pypdfium2 as pdfium
import pytest
from hypothesis import Phase, given, seed, settings

from reportgen.validation import check_pdf
from tests.pdf.papers import laid_out
from tests.pdf.random_documents import PICTURES, RandomPaper, papers
from tests.wording import of_document, of_paper

_PARTS, _A_PART = 4, 60
"""As many workers can share the papers. The few that Hypothesis tries twice leave more than 200 that are different."""


@pytest.mark.parametrize("part", range(_PARTS))
def test_a_random_paper_keeps_every_promise(part: int) -> None:
    @seed(part)
    @settings(max_examples=_A_PART, phases=(Phase.generate, Phase.shrink))
    @given(papers())
    def try_some(paper: RandomPaper) -> None:
        assert faults(paper) == []

    try_some()


@settings(max_examples=4)
@given(papers())
def test_the_same_document_gives_the_same_bytes(paper: RandomPaper) -> None:
    assert laid_out(paper.document, PICTURES) == laid_out(paper.document, PICTURES)


def faults(paper: RandomPaper) -> list[str]:
    """Each promise that the finished paper does not keep."""
    data, pages = laid_out(paper.document, PICTURES)
    found = [*_notes_elsewhere(data, paper.notes), *_overlaps(data)]
    found += (str(problem) for problem in check_pdf(data, "random.pdf"))
    heard, written = of_paper(data), of_document(paper.document, lambda: pages)
    for name, one, other in (("text", heard.text, written.text), ("notes", heard.notes, written.notes)):
        if one != other:
            found.append(f"the {name} are read as {_from_the_first(one, other)!r}")
    return found


def _from_the_first(heard: list[str], written: list[str]) -> str:
    """A few words from where the two begin to differ."""
    pairs = zip([*heard, ""], [*written, ""], strict=False)
    at = next((at for at, (one, other) in enumerate(pairs) if one != other), 0)
    return f"{' '.join(heard[at : at + 5])}, not {' '.join(written[at : at + 5])}"


def _notes_elsewhere(data: bytes, count: int) -> Iterator[str]:
    with pikepdf.Pdf.open(BytesIO(data)) as pdf:
        marks = list(_marks(pdf))
    if len(marks) != count:
        yield f"{len(marks)} of {count} footnotes are called"
    for anchor, called, stands in marks:
        if called != stands:
            yield f"{anchor} is called on page {called + 1} and begins on page {stands + 1}"


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
