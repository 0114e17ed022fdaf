"""What is told of a sheet that its table does not show."""

from __future__ import annotations

import io

from openpyxl import Workbook
from openpyxl.comments import Comment

from reportgen.problems import Place
from tests.source.test_tables import Read


def _commented(*cells: str) -> bytes:
    book = Workbook()
    sheet = book.active
    assert sheet is not None
    for row in (["Boats in Ny"], ["area", "boats", "mine"], ["Ny", 1, 2], ["Oy", 3, 4], ["", "", ""], ["Source: Ny"]):
        sheet.append(row)
    for cell in cells:
        sheet[cell].comment = Comment(f"Of {cell}", "Jo")
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


_ENTRY = "t: {header_row: 2, end: 4, key: area, NOTE columns: {area: , boats: {type: integer}}}\n"


def _files(note: str, *cells: str) -> dict[str, str | bytes]:
    return {"data/tables.yaml": _ENTRY.replace("NOTE", note), "data/t.xlsx": _commented(*cells)}


def test_comments_on_cells_that_are_used_are_told_once(read: Read) -> None:
    (told,) = read(_files("", "B3", "B4", "B2", "C3", "A1", "A6")).told
    assert (told.rule, told.place) == ("table-notes", Place("sources/paper/data/t.xlsx", 2, 2))
    assert told.message == "the comment on cell B2 is not printed: 'Of B2', and 2 more"


def test_a_note_of_the_table_ends_them_and_others_say_nothing(read: Read) -> None:
    assert read(_files("note: Of B3 and of B4.,", "B3", "B4")).told == ()
    assert read(_files("", "C3", "A1", "A6")).told == ()
