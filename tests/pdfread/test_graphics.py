"""Where operators land on the page: the box of a drawing, the line and the size of a text."""

from __future__ import annotations

import pikepdf
import pytest
from pikepdf import Array, Dictionary, Name, Pdf

from reportgen.geometry import Box
from reportgen.pdfread.decoding import decoder
from reportgen.pdfread.graphics import Graphics, Painted

FONT = Dictionary(Type=Name.Font, FirstChar=65, Widths=Array([500]))
"""An A, half as wide as the type is high."""


def painted(code: bytes) -> list[Painted]:
    """What the operators of a page paint, in order."""
    with Pdf.new() as pdf:
        form = pdf.make_stream(b"", Type=Name.XObject, Subtype=Name.Form, BBox=[0, 0, 10, 5], Matrix=[2, 0, 0, 2, 0, 0])
        resources = Dictionary(Font=Dictionary(F1=FONT), XObject=Dictionary(X1=form))
        graphics = Graphics(resources, decoder)
        stream = pdf.make_stream(code)
        found = [graphics.apply(str(one.operator), list(one.operands)) for one in pikepdf.parse_content_stream(stream)]
        return [one for one in found if one.shows or one.box is not None]


@pytest.mark.parametrize(
    ("code", "box"),
    [
        (b"10 20 30 40 re f", Box(10, 20, 40, 60)),
        (b"q 1 0 0 1 100 0 cm 10 20 30 40 re f Q", Box(110, 20, 140, 60)),
        (b"q 2 0 0 2 0 0 cm Q 10 20 m 40 60 l S", Box(10, 20, 40, 60)),
        (b"0 0 m 0 9 9 9 9 0 c f", Box(0, 0, 9, 9)),
        (b"q 1 0 0 1 5 5 cm /X1 Do Q", Box(5, 5, 25, 15)),
        (b"5 0 0 7 1 2 cm /Im1 Do", Box(1, 2, 6, 9)),
    ],
)
def test_a_drawing_has_a_box(code: bytes, box: Box) -> None:
    (drawing,) = painted(code)
    assert drawing.box == pytest.approx(box)


def test_a_path_that_only_clips_paints_nothing() -> None:
    assert painted(b"0 0 9 9 re W n") == []


@pytest.mark.parametrize(
    ("code", "left", "baseline", "size"),
    [
        (b"BT /F1 10 Tf 72 700 Td (A) Tj ET", 72, 700, 10),
        (b"BT /F1 10 Tf 2 0 0 2 72 700 Tm (A) Tj ET", 72, 700, 20),
        (b"BT /F1 10 Tf 12 TL 72 700 Td T* (A) Tj ET", 72, 688, 10),
        (b"BT /F1 10 Tf 12 TL 72 700 Td (A) ' ET", 72, 688, 10),
        (b"BT /F1 10 Tf 72 700 Td 5 -15 TD T* (A) Tj ET", 77, 670, 10),
        (b"BT /F1 10 Tf 3 Ts 72 700 Td (A) Tj ET", 72, 703, 10),
        (b"q 1 0 0 1 0 -100 cm BT /F1 10 Tf 72 700 Td (A) Tj ET Q", 72, 600, 10),
    ],
)
def test_a_text_has_a_line_and_a_size(code: bytes, left: float, baseline: float, size: float) -> None:
    ((show,),) = (one.shows for one in painted(code))
    assert (show.box.left, show.baseline, show.size) == pytest.approx((left, baseline, size))
    assert show.box.bottom < show.baseline < show.box.top


def test_a_text_goes_on_where_the_one_before_ended() -> None:
    first, second = (one.shows[0].box for one in painted(b"BT /F1 10 Tf 72 700 Td [(A) -1000 (A)] TJ (A) Tj ET"))
    assert (first.right, second.left) == pytest.approx((92, 92))
