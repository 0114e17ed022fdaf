"""Two papers compared as pictures: which pages look different, and where. What they say, `diff` compares.

Pages are matched by how they look, so that one which came between moves those behind it and changes none.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from difflib import SequenceMatcher
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np
import pypdfium2
from PIL import Image, ImageDraw

from reportgen.frozen import frozen
from reportgen.outcome import digest_of
from reportgen.pdfread.gate import BROKEN, check_sizes, pdf_bytes, why_unreadable
from reportgen.pdfread.paper import opened
from reportgen.problems import Place, failure
from reportgen.writing import write_all

if TYPE_CHECKING:
    from numpy.typing import NDArray

_DPI = 100
_TILE = 12
"""Pixels of the squares by which a difference is marked: about a line of text."""
_SEEN = 24
"""How far a pixel must differ, of 255: less is the rounding of an edge."""
_MARK = (200, 0, 60)
_GAP = 20


@frozen
class ChangedPage:
    """A page that looks different: its numbers in both papers, 0 where one has none, and the picture of it."""

    old: int
    new: int
    share: float
    """Of the page's squares that differ, 0 to 1."""
    file: Path


def compare_pictures(old: Path, new: Path, folder: Path) -> list[ChangedPage]:
    """The pages that look different, each drawn beside its older self in `folder`; ReportError where one is no PDF."""
    files: dict[Path, bytes] = {}
    found = []
    with _pages(old) as before, _pages(new) as after:
        for first, second in _pairs(before, after):
            one = _picture(before[first - 1]) if first else None
            other = _picture(after[second - 1]) if second else None
            share, picture = _beside(one, other)
            name = f"page-{second:03}.png" if second else f"page-{first:03}-gone.png"
            files[folder / name] = picture
            found.append(ChangedPage(first, second, share, folder / name))
    if files:
        write_all(files)
    return found


@contextmanager
def _pages(path: Path) -> Iterator[pypdfium2.PdfDocument]:
    """The pages of a paper, each to be drawn when it is needed: together they would fill the memory."""
    with ExitStack() as stack:
        try:
            data = pdf_bytes(path)
            with opened(data) as paper:  # what is drawn has its bounds, which the library that draws has not
                check_sizes(paper.pdf)
            pdf = stack.enter_context(pypdfium2.PdfDocument(data))
        except (pypdfium2.PdfiumError, *BROKEN) as error:
            place = Place(path.as_posix())
            raise failure("pdf-unreadable", place, why_unreadable(error), "name two finished papers") from error
        yield pdf


def _picture(page: pypdfium2.PdfPage) -> Image.Image:
    picture: Image.Image = page.render(scale=_DPI / 72).to_pil().convert("RGB")
    page.close()
    return picture


def _pairs(before: pypdfium2.PdfDocument, after: pypdfium2.PdfDocument) -> Iterator[tuple[int, int]]:
    """The numbers of pages that are not the same, each beside the one in whose place it stands; 0 for none."""
    sums = [[digest_of(_picture(page).tobytes()) for page in pages] for pages in (before, after)]
    for kind, first, last, begin, end in SequenceMatcher(None, sums[0], sums[1], autojunk=False).get_opcodes():
        if kind != "equal":
            for step in range(max(last - first, end - begin)):
                yield (first + step + 1 if first + step < last else 0), (begin + step + 1 if begin + step < end else 0)


def _beside(old: Image.Image | None, new: Image.Image | None) -> tuple[float, bytes]:
    """How much of a page differs, and both pages side by side as PNG, with marks on the newer one."""
    shown = [page for page in (old, new) if page is not None]
    share = 1.0
    if old is not None and new is not None and old.size == new.size:
        tiles = _tiles(np.asarray(old, dtype=np.int16), np.asarray(new, dtype=np.int16))
        share = float(tiles.mean())
        shown = [old, _marked(new, tiles)]
    width, height = sum(page.width for page in shown) + _GAP * (len(shown) - 1), max(page.height for page in shown)
    sheet = Image.new("RGB", (width, height), (128, 128, 128))
    left = 0
    for page in shown:
        sheet.paste(page, (left, 0))
        left += page.width + _GAP
    file = BytesIO()
    sheet.save(file, "PNG")
    return share, file.getvalue()


def _tiles(old: NDArray[Any], new: NDArray[Any]) -> NDArray[np.bool_]:
    """Which squares of a page differ, by row and column."""
    differs = np.abs(old - new).max(axis=2) > _SEEN
    rows, columns = -(-differs.shape[0] // _TILE), -(-differs.shape[1] // _TILE)
    whole = np.zeros((rows * _TILE, columns * _TILE), dtype=bool)
    whole[: differs.shape[0], : differs.shape[1]] = differs
    parts = whole.reshape(rows, _TILE, columns, _TILE)
    return np.asarray(parts.any(axis=(1, 3)))


def _marked(page: Image.Image, tiles: NDArray[np.bool_]) -> Image.Image:
    made = page.copy()
    pen = ImageDraw.Draw(made)
    for row, column in np.argwhere(tiles):
        left, top = int(column) * _TILE, int(row) * _TILE
        pen.rectangle((left, top, left + _TILE, top + _TILE), outline=_MARK)
    return made
