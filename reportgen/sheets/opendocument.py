"""ODS workbooks as sheets. Such a file keeps what each cell shows beside its value, so no number format is read.

odfdo is imported only here, when a sheet is read.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal, InvalidOperation
from functools import cached_property
from io import BytesIO
from typing import Any
from zipfile import ZipFile

from odfdo import Document

from reportgen.frozen import frozen
from reportgen.sheets.csv_text import as_typed
from reportgen.sheets.sheet import AS_TYPED, Line, Merge, Shown, Worksheet
from reportgen.sheets.shown import as_shown, plain
from reportgen.sheets.unpacking import TOO_LARGE, check_parts
from reportgen.sheets.unreadable import Unreadable

_KIND = "application/vnd.oasis.opendocument.spreadsheet"
_MOST = {"content.xml": 100_000_000, "Pictures/": 200_000_000, "Object": 100_000_000}
"""Bytes that a part of a workbook may have when unpacked, by a word in its name."""
_MOST_CELLS = 1_000_000
"""Of a sheet: as many as the XML of that size can have, but for those that repeat others."""
_WIDEST = 1024
"""Cells of a row: what repeats further fills the sheet to its edge."""
_MOST_DECIMALS = 9
"""A format of more shows as many as the value has."""
_HIDDEN = ("collapse", "filter")
_ERROR = re.compile(r"(#[A-Z/0!?]+[!?]?|Err:[0-9]+)")


class _OdsRow(Line):
    """`forms` are how its numbers are shown: a cell that has none holds no number."""

    __slots__ = ("faults", "forms")

    def __init__(self, number: int, cells: list[str], forms: dict[int, Shown], faults: dict[int, str]) -> None:
        super().__init__(number, cells)
        self.forms, self.faults = forms, faults

    def shown(self, at: int) -> Shown:
        return self.forms.get(at, AS_TYPED)

    def fault(self, at: int) -> str:
        return self.faults.get(at, "")


@frozen
class OpenDocument:
    """A workbook whose sheets are read one by one."""

    data: bytes
    file: str = ""
    """What problems call it."""

    @property
    def names(self) -> list[str]:
        """The names of its sheets, in its order."""
        return [str(table.name) for table in self._tables]

    @property
    def hidden(self) -> frozenset[str]:
        """Those that it hides."""
        return frozenset(str(table.name) for table in self._tables if self._is_hidden(table))

    def sheet(self, name: str) -> Worksheet:
        """The sheet called `name`; Unreadable, or whatever odfdo raises for a damaged one."""
        table = next(one for one in self._tables if one.name == name)
        lines: list[Line] = []
        merged: list[Merge] = []
        hidden: set[int] = set()
        number = count = 0
        for row in table.get_elements("descendant::table:table-row"):
            often = _repeated(row, "table:number-rows-repeated")
            line = self._row(row, number + 1, merged)
            count += len(line) * often
            if count > _MOST_CELLS:
                raise Unreadable("this sheet is too large", TOO_LARGE)
            if line.filled():
                lines += [_OdsRow(number + 1 + at, line.cells, line.forms, line.faults) for at in range(often)]  # type: ignore[arg-type]
            if row.get_attribute("table:visibility") in _HIDDEN:
                hidden |= set(range(number + 1, number + min(often, len(line.cells) and often) + 1))
            number += often
        columns = frozenset(self._hidden_columns(table))
        return Worksheet(self.file, lines, name, merged, frozenset(hidden), columns, hidden=self._is_hidden(table))

    @staticmethod
    def _row(row: Any, number: int, merged: list[Merge]) -> _OdsRow:
        cells: list[str] = []
        forms: dict[int, Shown] = {}
        faults: dict[int, str] = {}
        for cell in row.get_elements("table:table-cell|table:covered-table-cell"):
            text, shown, fault = _cell(cell)
            at, often = len(cells), _repeated(cell, "table:number-columns-repeated")
            down, across = _repeated(cell, "table:number-rows-spanned"), _repeated(cell, "table:number-columns-spanned")
            if down > 1 or across > 1:
                merged.append(Merge(number, number + down - 1, at, at + across - 1))
            often = min(often, _WIDEST - at) if text or fault else min(often, max(0, _WIDEST - at))
            cells += [text] * often
            if shown is not None:
                forms.update(dict.fromkeys(range(at, at + often), shown))
            if fault:
                faults.update(dict.fromkeys(range(at, at + often), fault))
        while cells and not cells[-1] and len(cells) - 1 not in faults:
            cells.pop()
        return _OdsRow(number, cells, forms, faults)

    @staticmethod
    def _hidden_columns(table: Any) -> Iterator[int]:
        at = 0
        for column in table.get_elements("descendant::table:table-column"):
            often = _repeated(column, "table:number-columns-repeated")
            if column.get_attribute("table:visibility") in _HIDDEN:
                yield from range(at, min(at + often, _WIDEST))
            at += often

    def _is_hidden(self, table: Any) -> bool:
        style = self._document.get_style("table", table.style) if table.style else None
        found = style.get_element("style:table-properties") if style is not None else None
        return found is not None and str(found.get_attribute("table:display")).lower() == "false"

    @cached_property
    def _tables(self) -> list[Any]:
        return list(self._document.body.get_elements("table:table"))

    @cached_property
    def _document(self) -> Any:
        check_parts(self.data, _MOST)
        file = BytesIO(self.data)
        with ZipFile(file, "a") as parts:
            if "mimetype" not in parts.namelist():  # some programs leave it out, and odfdo asks for it
                parts.writestr("mimetype", _KIND)
        document = Document(file)
        for spaces in document.body.get_elements("descendant::text:s"):
            if spaces.get_attribute("text:c"):  # however many: of spaces in a row one is read
                spaces.del_attribute("text:c")
        return document


def _repeated(element: Any, attribute: str) -> int:
    return int(element.get_attribute(attribute) or 1)


def _cell(cell: Any) -> tuple[str, Shown | None, str]:
    """The text that an author would type, how a number is shown, and the error that stands in its place."""
    kind = cell.get_attribute("office:value-type")
    shown = as_typed(" ".join("".join(part.text_recursive for part in cell.get_elements("text:p")).split()))
    if kind is None and not shown:
        return "", None, ""
    if cell.get_attribute("table:formula") and _ERROR.fullmatch(shown):
        return "", None, shown
    match kind:
        case "float" | "percentage" | "currency":
            return _number(str(cell.get_attribute("office:value")), shown)
        case "date":
            form = Shown(text=shown) if re.search(r"[^\W\d_]{3}", shown) else None
            return _date(str(cell.get_attribute("office:date-value")), shown), form, ""
        case "time":
            return shown, None, ""
        case "boolean":
            return str(cell.get_attribute("office:boolean-value")).lower(), None, ""
    return shown, None, ""


def _number(value: str, shown: str) -> tuple[str, Shown | None, str]:
    try:
        exact = Decimal(f"{float(value):.15g}")
    except (ValueError, InvalidOperation):
        return shown, None, ""
    number = as_shown(exact, shown)
    if re.match("0[0-9]", shown):
        return plain(exact), Shown(text=shown), ""
    form = number.shown
    if form.decimals is not None and form.decimals > _MOST_DECIMALS:
        form = Shown(None, form.unit)
    return plain(exact * number.scale), form, ""


def _date(value: str, shown: str) -> str:
    """The day, or the month or year alone where no more is shown."""
    day = value.partition("T")[0]
    digits = re.findall("[0-9]+", shown)
    if digits == [day[:4]]:
        return day[:7] if re.search(r"[^\W\d_]", shown) else day[:4]
    return day[:7] if len(digits) == 1 and re.search(r"[^\W\d_]", shown) else day
