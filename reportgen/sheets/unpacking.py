"""How much a workbook's archive may unpack to: asked of its directory, and of its sheets, before anything is read.

A workbook is XML in a ZIP archive: a megabyte of it can stand for gigabytes.
"""

from __future__ import annotations

from collections.abc import Mapping
from io import BytesIO
from typing import IO
from zipfile import ZipFile

from reportgen.sheets.unreadable import Unreadable

TOO_LARGE = "save the part that is needed as CSV"
"""What to do about a workbook or a sheet that is too large."""
MOST_CELLS = 5_000_000
"""Cells that a sheet may have."""
_MOST_PARTS = 10_000
_MOST_OF_PART = 50_000_000
"""Bytes of a part, such as one of its styles, unless there is a bound for its name."""
_MOST_OF_ROW = 5_000_000
"""Bytes of one row of a sheet: the widest has 16,384 cells."""
_MOST_ROWS = 1_048_576
"""Rows that a sheet of XLSX can have."""
_MOST_MERGED = 20_000
_FORMAT, _LONGEST_FORMAT = b"formatCode=", 2_000
"""Before the code of a number format in its quotation marks, which has 255 characters at most."""
_PIECE = 1 << 20
"""Bytes of a sheet that are looked at together."""


def check_parts(data: bytes, most: Mapping[str, int], sheets: str = "") -> None:
    """Unreadable for an archive with too many or too large parts; `most` bytes by words in the names of parts.

    Parts with `sheets` in their names are sheets of XLSX, which are looked through.
    """
    with ZipFile(BytesIO(data)) as archive:
        parts = archive.infolist()
        if len(parts) > _MOST_PARTS:
            raise Unreadable(f"this workbook is an archive of more than {_MOST_PARTS} parts", "save it anew")
        for part in parts:
            room = next((size for word, size in most.items() if word in part.filename), _MOST_OF_PART)
            if part.file_size > room:
                raise Unreadable("this workbook is too large", TOO_LARGE)
        for part in parts:
            if sheets and sheets in part.filename:
                with archive.open(part) as source:
                    check_sheet(source)
            if part.filename.endswith("/styles.xml"):
                _check_styles(archive.read(part))


def _check_styles(styles: bytes) -> None:
    """Unreadable for a number format that is longer than any: the library that reads them takes its time."""
    begin = 0
    while (begin := styles.find(_FORMAT, begin) + len(_FORMAT)) >= len(_FORMAT):
        if styles.find(styles[begin : begin + 1], begin + 1, begin + _LONGEST_FORMAT) < 0:
            message = f"this workbook has a number format of more than {_LONGEST_FORMAT} characters"
            raise Unreadable(message, "save it anew")


def check_sheet(source: IO[bytes]) -> None:
    """Unreadable for a sheet's XML with more rows, cells or merged cells than one has, or a longer row.

    Nothing of it is kept.
    """
    since = rows = cells = merged = 0
    while data := source.read(_PIECE):
        rows += data.count(b"<row")
        cells += data.count(b"<c ") + data.count(b"<c>") + data.count(b"<c/")
        merged += data.count(b"mergeCell ")
        last = max(data.rfind(b"row"), data.rfind(b"mergeCell "))
        since = since + len(data) if last < 0 else len(data) - last
        if since > _MOST_OF_ROW or rows > _MOST_ROWS or cells > MOST_CELLS or merged > _MOST_MERGED:
            raise Unreadable("this sheet is too large", TOO_LARGE)
