"""Archives that unpack to more than a workbook has."""

from __future__ import annotations

import io
import zipfile
from contextlib import nullcontext

import pytest

from reportgen.sheets import unpacking
from reportgen.sheets.opendocument import OpenDocument
from reportgen.sheets.unpacking import check_parts, check_sheet
from reportgen.sheets.unreadable import Unreadable
from reportgen.sheets.workbooks import Workbook


def archive(**parts: int) -> bytes:
    """An archive with parts of so many zeros."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as made:
        for name, size in parts.items():
            made.writestr(name, b"\0" * size)
    return out.getvalue()


def test_a_part_has_the_room_of_its_kind() -> None:
    check_parts(archive(sheet=900), {"sheet": 1_000})
    with pytest.raises(Unreadable, match="too large"):
        check_parts(archive(sheet=1_100), {"sheet": 1_000})


def test_any_other_part_has_some_room_too(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(unpacking, "_MOST_OF_PART", 1_000)
    with pytest.raises(Unreadable, match="too large"):
        check_parts(archive(styles=1_100), {"sheet": 10_000})


def test_parts_are_counted(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(unpacking, "_MOST_PARTS", 3)
    with pytest.raises(Unreadable, match="more than 3 parts"):
        check_parts(archive(a=1, b=1, c=1, d=1), {})


@pytest.mark.parametrize("book", [Workbook, OpenDocument])
def test_nothing_is_unpacked_of_what_is_too_large(
    book: type[Workbook] | type[OpenDocument], monkeypatch: pytest.MonkeyPatch
) -> None:
    def unpacked(*_: object, **__: object) -> None:
        raise AssertionError

    data = archive(**{"content.xml": 100_000_001, "xl/sharedStrings.xml": 100_000_001})
    monkeypatch.setattr(zipfile.ZipFile, "open", unpacked)
    with pytest.raises(Unreadable, match="too large"):
        _ = book(data).names


@pytest.mark.parametrize(
    "text", [b"<row/>" * 300, b"<row>" + b"<v>" * 500, b"<row><c/><c>1</c></row>" * 90, b"<mergeCell />" * 150]
)
def test_a_sheet_with_more_rows_or_cells_than_one_has_or_a_longer_row_is_not_read(
    text: bytes, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(unpacking, "_MOST_OF_ROW", 1_000)
    monkeypatch.setattr(unpacking, "_MOST_ROWS", 200)
    monkeypatch.setattr(unpacking, "MOST_CELLS", 150)
    monkeypatch.setattr(unpacking, "_MOST_MERGED", 90)
    monkeypatch.setattr(unpacking, "_PIECE", 100)
    with pytest.raises(Unreadable, match="this sheet is too large"):
        check_sheet(io.BytesIO(text))


def test_any_other_sheet_is_fine() -> None:
    check_sheet(io.BytesIO(b"<row><c/></row>" * 3_000))
    check_sheet(io.BytesIO(b"<x:row><x:c/></x:row>" * 900_000))


@pytest.mark.parametrize(("code", "fine"), [("0.0%", True), ("[" * 2_001, False)])
def test_a_number_format_without_end_is_refused(code: str, fine: bool) -> None:
    styles = f'<numFmts><numFmt numFmtId="1" formatCode="General"/><numFmt formatCode="{code}"/></numFmts>'
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as made:
        made.writestr("xl/styles.xml", styles)
    with nullcontext() if fine else pytest.raises(Unreadable, match="number format of more than"):
        check_parts(out.getvalue(), {})
