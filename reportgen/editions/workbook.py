"""XLSX workbooks with nothing in them but the values of some sheets: what a paper reads, and no more.

Formulas have become their results; comments, colours, other sheets and the properties of the document are gone. Number
formats and merged cells stay, as they decide what is read, and so does the number of each row.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from xml.sax.saxutils import escape, quoteattr

from reportgen.editions.archive import packed
from reportgen.sheets.sheet import Line, Worksheet, letters

_HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml"
_OWN_FORMATS = 164
"""The first number of a format that is none of the built-in ones (ECMA-376, part 1, 18.8.30)."""


def workbook(sheets: Sequence[Worksheet]) -> bytes:
    """A workbook of these sheets in their order (ECMA-376, parts 1 and 2)."""
    numbers = range(1, len(sheets) + 1)
    codes = {"General": 0}
    bodies = [_sheet(sheet, codes) for sheet in sheets]
    targets = [("worksheet", f"worksheets/sheet{number}.xml") for number in numbers]
    parts = {
        "[Content_Types].xml": _content_types(numbers),
        "_rels/.rels": _relations([("officeDocument", "xl/workbook.xml")]),
        "xl/workbook.xml": _list_of(sheets),
        "xl/_rels/workbook.xml.rels": _relations([*targets, ("styles", "styles.xml")]),
        "xl/styles.xml": _styles(codes),
    }
    parts |= {f"xl/worksheets/sheet{number}.xml": body for number, body in zip(numbers, bodies, strict=True)}
    return packed({name: (_HEAD + text).encode() for name, text in parts.items()})


def _content_types(numbers: Iterable[int]) -> str:
    parts = [("/xl/workbook.xml", f"{_TYPE}.sheet.main+xml"), ("/xl/styles.xml", f"{_TYPE}.styles+xml")]
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


def _list_of(sheets: Sequence[Worksheet]) -> str:
    inside = "".join(
        f'<sheet name={quoteattr(sheet.name)} sheetId="{number}" r:id="rId{number}"/>'
        for number, sheet in enumerate(sheets, 1)
    )
    old = '<workbookPr date1904="1"/>' if any(sheet.from_1904 for sheet in sheets) else ""
    return f'<workbook xmlns="{_MAIN}" xmlns:r="{_OFFICE}">{old}<sheets>{inside}</sheets></workbook>'


def _styles(codes: Iterable[str]) -> str:
    """A style of a cell for each number format, in their order."""
    named = list(enumerate(codes, _OWN_FORMATS))
    formats = "".join(f'<numFmt numFmtId="{number}" formatCode={quoteattr(code)}/>' for number, code in named)
    styles = "".join(f'<xf numFmtId="{number}" fontId="0" fillId="0" borderId="0" xfId="0"/>' for number, _ in named)
    plain = '<xf numFmtId="0" fontId="0" fillId="0" borderId="0"/>'
    return (
        f'<styleSheet xmlns="{_MAIN}"><numFmts count="{len(named)}">{formats}</numFmts><fonts count="1"><font/></fonts>'
        f'<fills count="1"><fill><patternFill/></fill></fills><borders count="1"><border/></borders>'
        f'<cellStyleXfs count="1">{plain}</cellStyleXfs><cellXfs count="{len(named)}">{styles}</cellXfs>'
        '<cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>'
    )


def _sheet(sheet: Worksheet, codes: dict[str, int]) -> str:
    inside = "".join(f'<row r="{line.number}">{_row(line, codes)}</row>' for line in sheet.lines)
    areas = [f"{letters(one.left)}{one.top}:{letters(one.right)}{one.bottom}" for one in sheet.merged]
    cells = "".join(f'<mergeCell ref="{area}"/>' for area in areas)
    merged = f'<mergeCells count="{len(areas)}">{cells}</mergeCells>' if areas else ""
    return f'<worksheet xmlns="{_MAIN}"><sheetData>{inside}</sheetData>{merged}</worksheet>'


def _row(line: Line, codes: dict[str, int]) -> str:
    return "".join(_cell(line, at, f"{letters(at)}{line.number}", codes) for at in line.filled())


def _cell(line: Line, at: int, name: str, codes: dict[str, int]) -> str:
    """`codes` are the number formats met so far, each with the number of its style."""
    fault, number = line.fault(at), line.number_in(at)
    if fault:
        return f'<c r="{name}" t="e"><v>{escape(fault)}</v></c>'
    if number is None:
        return f'<c r="{name}" t="inlineStr"><is><t xml:space="preserve">{escape(line.text(at))}</t></is></c>'
    style = codes.setdefault(number.code, len(codes))
    shown = f' s="{style}"' if style else ""
    return f'<c r="{name}"{shown}><v>{number.written}</v></c>'
