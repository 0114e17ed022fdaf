"""What a finished paper says of itself, as a short readable text: properties, bookmarks, page labels, attachments."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from io import BytesIO
from typing import Any

import pikepdf

_INFO = ("Title", "Author", "Subject", "Keywords", "CreationDate", "ModDate")


def about(data: bytes) -> str:
    with pikepdf.open(BytesIO(data)) as pdf:
        return "".join(f"{line}\n" for line in _lines(pdf))


def attached(data: bytes) -> dict[str, str]:
    """The data inside a paper, as text."""
    with pikepdf.open(BytesIO(data)) as pdf:
        files = {name: spec.get_file().read_bytes() for name, spec in pdf.attachments.items() if name.endswith(".csv")}
        return {name: content.decode("utf-8") for name, content in files.items()}


def _lines(pdf: pikepdf.Pdf) -> Iterator[str]:
    yield f"language: {pdf.Root.get('/Lang')}"
    yield from (f"{key}: {pdf.docinfo[f'/{key}']}" for key in _INFO if f"/{key}" in pdf.docinfo)
    with pdf.open_metadata() as xmp:
        yield f"authors: {xmp.get('dc:creator')}"
        for key in ("dc:publisher", "dc:rights", "dc:identifier"):
            if key in xmp:
                said = xmp[key]
                yield f"{key.removeprefix('dc:')}: {said if isinstance(said, str) else ', '.join(said)}"
    yield f"pages: {', '.join(str(page.label) for page in pdf.pages)}"
    with pdf.open_outline() as outline:
        yield from _bookmarks(outline.root, [page.obj.objgen for page in pdf.pages], 0)
    for file in pdf.Root.get("/AF", []):
        stream = file.EF.F
        kind = f"{str(stream.Subtype)[1:]}, {str(file.AFRelationship)[1:]}, {len(stream.read_bytes())} bytes"
        yield f"attached: {file.UF} ({kind}; {stream.Params.ModDate}): {file.Desc}"


def _bookmarks(items: Sequence[Any], pages: list[tuple[int, int]], depth: int) -> Iterator[str]:
    for item in items:
        page = pages.index(item.destination[0].objgen) + 1
        yield f"bookmark: {'  ' * depth}{item.title} (page {page})"
        yield from _bookmarks(item.children, pages, depth + 1)
