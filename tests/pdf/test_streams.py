"""No stream ends in a carriage return, whatever is in it."""

from __future__ import annotations

import zlib
from io import BytesIO
from itertools import count

from pikepdf import Array, Dictionary, Name, Pdf

from reportgen.pdf.streams import save


def ends_in_cr() -> bytes:
    """Bytes that deflate to something with a carriage return at the end."""
    return next(data for number in count() if zlib.compress(data := b"%d" % number, 9).endswith(b"\r"))


def test_an_attachment_that_deflates_to_a_carriage_return_keeps_its_bytes() -> None:
    data = ends_in_cr()
    pdf = Pdf.new()
    pdf.add_blank_page()
    pdf.Root.File = pdf.make_stream(data)
    saved = save(pdf)
    assert b"\r\nendstream" not in saved
    with Pdf.open(BytesIO(saved)) as again:
        assert again.Root.File.read_bytes() == data


def test_a_picture_with_parameters_is_left_alone() -> None:
    raw = zlib.compress(b"\x02ab\x02cd")
    parameters = Dictionary(Predictor=12, Columns=2)
    pdf = Pdf.new()
    pdf.add_blank_page()
    pdf.Root.File = pdf.make_stream(b"")
    pdf.Root.File.write(raw, filter=Name.FlateDecode, decode_parms=parameters)
    with Pdf.open(BytesIO(save(pdf))) as again:
        assert again.Root.File.read_raw_bytes() == raw
        assert again.Root.File.DecodeParms == parameters


def test_object_streams_are_numbered_anew_until_none_ends_badly() -> None:
    for number in range(600):
        pdf = Pdf.new()
        pdf.add_blank_page()
        pdf.Root.MarkInfo = Dictionary(Marked=True, Suspects=bool(number % 2))
        pdf.Root.PageLabels = Dictionary(Nums=Array([0, Dictionary(S=Name.D, St=number + 1)]))
        assert b"\r\nendstream" not in save(pdf)
