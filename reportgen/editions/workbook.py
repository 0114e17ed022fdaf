"""XLSX workbooks with nothing in them but the values of some sheets: what a paper reads, and no more.

Formulas have become their results; comments, formats, other sheets and the properties of the document are gone.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from xml.sax.saxutils import escape, quoteattr

from reportgen.editions.archive import packed

Rows = Sequence[Sequence[str]]

_NUMBER = re.compile(r"(?!-0\Z)-?(0|[1-9][0-9]*)(\.[0-9]*[1-9])?", re.ASCII)
_DIGITS = 15
"""What spreadsheet programs keep of a number."""
_HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml"


def workbook(sheets: Mapping[str, Rows]) -> bytes:
    """A workbook of these sheets in their order (ECMA-376, parts 1 and 2)."""
    numbers = range(1, len(sheets) + 1)
    parts = {
        "[Content_Types].xml": _content_types(numbers),
        "_rels/.rels": _relations([("officeDocument", "xl/workbook.xml")]),
        "xl/workbook.xml": _list_of(sheets),
        "xl/_rels/workbook.xml.rels": _relations(("worksheet", f"worksheets/sheet{number}.xml") for number in numbers),
    }
    parts |= {f"xl/worksheets/sheet{number}.xml": _sheet(rows) for number, rows in enumerate(sheets.values(), 1)}
    return packed({name: (_HEAD + text).encode() for name, text in parts.items()})


def _content_types(numbers: Iterable[int]) -> str:
    parts = [("/xl/workbook.xml", f"{_TYPE}.sheet.main+xml")]
    parts += [(f"/xl/worksheets/sheet{number}.xml", f"{_TYPE}.worksheet+xml") for number in numbers]
    defaults = (
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        '<Default Extension="xml" ContentType="application/xml"/>'
    )
    overrides = "".join(f'<Override PartName="{name}" ContentType="{kind}"/>' for name, kind in parts)
    return f'<Types xmlns="{_PACKAGE}/content-types">{defaults}{overrides}</Types>'


def _relations(targets: Iterable[tuple[str, str]]) -> str:
    inside = "".join(
        f'<Relationship Id="rId{number}" Type="{_OFFICE}/{kind}" Target="{target}"/>'
        for number, (kind, target) in enumerate(targets, 1)
    )
    return f'<Relationships xmlns="{_PACKAGE}/relationships">{inside}</Relationships>'


def _list_of(names: Iterable[str]) -> str:
    inside = "".join(
        f'<sheet name={quoteattr(name)} sheetId="{number}" r:id="rId{number}"/>' for number, name in enumerate(names, 1)
    )
    return f'<workbook xmlns="{_MAIN}" xmlns:r="{_OFFICE}"><sheets>{inside}</sheets></workbook>'


def _sheet(rows: Rows) -> str:
    inside = "".join(f'<row r="{number}">{_row(row, number)}</row>' for number, row in enumerate(rows, 1))
    return f'<worksheet xmlns="{_MAIN}"><sheetData>{inside}</sheetData></worksheet>'


def _row(row: Sequence[str], number: int) -> str:
    return "".join(_cell(text, f"{_letters(column)}{number}") for column, text in enumerate(row, 1) if text)


def _cell(text: str, name: str) -> str:
    if _is_number(text):
        return f'<c r="{name}"><v>{text}</v></c>'
    return f'<c r="{name}" t="inlineStr"><is><t xml:space="preserve">{escape(text)}</t></is></c>'


def _is_number(text: str) -> bool:
    """Whether a cell with this number, of no format, is read as this very text again."""
    return bool(_NUMBER.fullmatch(text)) and sum(map(str.isdigit, text)) <= _DIGITS


def _letters(column: int) -> str:
    """The name of a column: A … Z, AA …"""
    name = ""
    while column:
        column, rest = divmod(column - 1, 26)
        name = chr(ord("A") + rest) + name
    return name
