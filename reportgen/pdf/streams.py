"""Saving: every stream but the XMP packet compressed, and none that ends in a carriage return.

A stream whose last byte is CR, before the line feed that the writer puts in front of `endstream`, is read by some as
one byte shorter than its /Length says. A deflated stream ends so once in 256 times.
"""

from __future__ import annotations

import zlib
from collections.abc import Iterator
from io import BytesIO

from pikepdf import Array, Dictionary, Name, Object, ObjectStreamMode, Pdf, Stream, StreamDecodeLevel

_MOVABLE = ("/MarkInfo", "/OutputIntents", "/PageLabels", "/ViewerPreferences", "/Names", "/Lang")
"""Entries of the catalog that may be an object of their own or not, to the same meaning."""

_LEVEL = 6
"""zlib's own choice: 9 takes half as long again for a hundredth of the size."""
_BAD_END = b"\r\nendstream"


def save(pdf: Pdf, version: str = "1.7") -> bytes:
    """The file, of a version of PDF; the same bytes for the same `pdf`, wherever zlib and pikepdf are the same."""
    for item in pdf.objects:
        if isinstance(item, Stream) and item.get("/Type") != Name.Metadata:
            _compress(item)
    for data in _renderings(pdf, version):
        if _BAD_END not in data:
            break
    return data


def _compress(stream: Stream) -> None:
    """Deflate a stream; what ReportLab has deflated stays as it is, and pictures with another filter or parameters."""
    filters = _filters(stream)
    if filters not in ([], [Name.FlateDecode]) or "/DecodeParms" in stream:
        return
    if filters and not stream.read_raw_bytes().endswith(b"\r"):
        stream.Filter = Name.FlateDecode
        return
    data = stream.read_bytes()
    packed = zlib.compress(data, _LEVEL)
    if packed.endswith(b"\r"):
        # The last byte is a sum over the data. A PNG predictor row of type 2, the first of its kind, says the same with
        # another sum; padding would spoil fonts and attachments.
        row = Dictionary(Predictor=12, Columns=len(data))
        stream.write(zlib.compress(b"\x02" + data, _LEVEL), filter=Name.FlateDecode, decode_parms=row)
    else:
        stream.write(packed, filter=Name.FlateDecode)


def _filters(stream: Stream) -> list[Object]:
    value = stream.get("/Filter", Array())
    return list(value.as_list()) if isinstance(value, Array) else [value]


def _renderings(pdf: Pdf, version: str) -> Iterator[bytes]:
    """The same file in different numberings of its objects: the compressed object streams end differently in each."""
    movable = [key for key in _MOVABLE if key in pdf.Root]
    yield _write(pdf, version)
    for choice in range(1, 2 ** len(movable)):
        for place, key in enumerate(movable):
            value = pdf.Root[key]
            if choice >> place & 1 and not value.is_indirect:
                pdf.Root[key] = pdf.make_indirect(value)
        yield _write(pdf, version)


def _write(pdf: Pdf, version: str) -> bytes:
    out = BytesIO()
    pdf.save(
        out,
        min_version=version,
        deterministic_id=True,
        fix_metadata_version=False,
        object_stream_mode=ObjectStreamMode.generate,
        compress_streams=True,
        recompress_flate=False,
        stream_decode_level=StreamDecodeLevel.none,
    )
    return out.getvalue()
