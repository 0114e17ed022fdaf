"""ODS workbooks with nothing in them but the values of some sheets: what a paper reads, and no more.

Beside each number stands what is shown of it, in a form that is read as the author's own was.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import ROUND_HALF_UP, Decimal
from itertools import pairwise
from xml.sax.saxutils import escape, quoteattr

from reportgen.editions.archive import packed
from reportgen.sheets.sheet import Line, Merge, Worksheet

_NAMES = "urn:oasis:names:tc:opendocument:xmlns"
_KIND = "application/vnd.oasis.opendocument.spreadsheet"
_HEAD = '<?xml version="1.0" encoding="UTF-8"?>\n'
_CURRENCIES = tuple("£$€¥₹")


def opendocument(sheets: Sequence[Worksheet]) -> bytes:
    """A workbook of these sheets in their order (OASIS OpenDocument 1.3, parts 2 and 3)."""
    spaces = " ".join(f'xmlns:{name}="{_NAMES}:{name}:1.0"' for name in ("office", "table", "text"))
    tables = "".join(map(_table, sheets))
    content = (
        f'<office:document-content {spaces} office:version="1.3"><office:body>'
        f"<office:spreadsheet>{tables}</office:spreadsheet></office:body></office:document-content>"
    )
    entries = "".join(
        f'<manifest:file-entry manifest:full-path="{path}" manifest:media-type="{kind}"/>'
        for path, kind in (("/", _KIND), ("content.xml", "text/xml"))
    )
    manifest = f'<manifest:manifest xmlns:manifest="{_NAMES}:manifest:1.0">{entries}</manifest:manifest>'
    parts = {"mimetype": _KIND, "content.xml": _HEAD + content, "META-INF/manifest.xml": _HEAD + manifest}
    return packed({name: text.encode() for name, text in parts.items()})


def _table(sheet: Worksheet) -> str:
    return f"<table:table table:name={quoteattr(sheet.name)}>{''.join(_rows(sheet))}</table:table>"


def _rows(sheet: Worksheet) -> Iterator[str]:
    spans = {(one.top, one.left): one for one in sheet.merged}
    for before, line in pairwise((Line(0, ()), *sheet.lines)):
        empty = line.number - before.number - 1
        if empty:
            yield f'<table:table-row table:number-rows-repeated="{empty}"><table:table-cell/></table:table-row>'
        cells = (_cell(line, at, spans.get((line.number, at))) for at in range(len(line)))
        yield f"<table:table-row>{''.join(cells)}</table:table-row>"


def _cell(line: Line, at: int, span: Merge | None) -> str:
    text, shown, fault = line.text(at), line.shown(at), line.fault(at)
    kind, words = ' office:value-type="string"', text
    if fault:
        kind, words = ' table:formula="of:=NA()"', fault
    elif line.is_number(at):
        number = Decimal(text)
        kind = f' office:value-type="float" office:value="{number:f}"'
        words = shown.text or _words(number, shown.decimals, shown.unit)
    elif not text:
        kind = ""
    merged = ""
    if span is not None:
        down, across = span.bottom - span.top + 1, span.right - span.left + 1
        merged = f' table:number-rows-spanned="{down}" table:number-columns-spanned="{across}"'
    inside = f"<text:p>{escape(words)}</text:p>" if words else ""
    return f"<table:table-cell{kind}{merged}>{inside}</table:table-cell>"


def _words(number: Decimal, decimals: int | None, unit: str) -> str:
    body = f"{number:f}" if decimals is None else f"{number.quantize(Decimal(1).scaleb(-decimals), ROUND_HALF_UP):f}"
    if unit.startswith(_CURRENCIES):
        return f"{unit[0]}{body}{unit[1:]}"
    return f"{body}{unit}" if len(unit) < 3 else f"{body} {unit}"
