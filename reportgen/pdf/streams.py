"""Saving: every stream but the XMP packet compressed, and none that ends in a carriage return.

A stream whose last byte is CR, before the line feed that the writer puts in front of `endstream`, is read by some as
one byte shorter than its /Length says. A deflated stream ends so once in 256 times.
"""

from __future__ import annotations

import zlib
from collections.abc import Iterator
from io import BytesIO

from pikepdf import Array, Name, Object, ObjectStreamMode, Pdf, Stream, StreamDecodeLevel

_MOVABLE = ("/MarkInfo", "/OutputIntents", "/PageLabels", "/ViewerPreferences", "/Names", "/Lang")
"""Entries of the catalog that may be an object of their own or not, to the same meaning."""

_BAD_END = b"\r\nendstream"


def save(pdf: Pdf) -> bytes:
    """The file: the same bytes for the same `pdf`, on every machine with the same zlib and pikepdf."""
    for stream in _streams(pdf):
        _compress(stream)
    for data in _renderings(pdf):
        if _BAD_END not in data:
            break
    return data


def _streams(pdf: Pdf) -> list[Stream]:
    return [item for item in pdf.objects if isinstance(item, Stream) and item.get("/Type") != Name.Metadata]


def _compress(stream: Stream) -> None:
    raw = stream.read_raw_bytes()
    filters, parms = _listed(stream, "/Filter"), _listed(stream, "/DecodeParms")
    if not filters:
        raw, filters = zlib.compress(raw, 9), [Name.FlateDecode]
    if raw.endswith(b"\r"):
        # Deflating twice changes the end and not the content; padding would spoil fonts and attachments.
        raw, filters = zlib.compress(raw, 9), [Name.FlateDecode, *filters]
        if parms:
            parms = [None, *parms]
    stream.write(raw, filter=Array(filters), decode_parms=Array(parms) if parms else None)


def _listed(stream: Stream, key: str) -> list[Object | None]:
    value = stream.get(key, Array())
    return list(value) if isinstance(value, Array) else [value]


def _renderings(pdf: Pdf) -> Iterator[bytes]:
    """The same file in different numberings of its objects: the compressed object streams end differently in each."""
    movable = [key for key in _MOVABLE if key in pdf.Root]
    yield _write(pdf)
    for choice in range(1, 2 ** len(movable)):
        for place, key in enumerate(movable):
            value = pdf.Root[key]
            if choice >> place & 1 and not value.is_indirect:
                pdf.Root[key] = pdf.make_indirect(value)
        yield _write(pdf)


def _write(pdf: Pdf) -> bytes:
    out = BytesIO()
    pdf.save(
        out,
        min_version="1.7",
        deterministic_id=True,
        fix_metadata_version=False,
        object_stream_mode=ObjectStreamMode.generate,
        compress_streams=True,
        recompress_flate=False,
        stream_decode_level=StreamDecodeLevel.none,
    )
    return out.getvalue()
