"""Rules on tables: a regular grid, headers that say what they head (ISO 14289-1, 7.5)."""

from __future__ import annotations

from collections.abc import Iterator

from reportgen.pdfread.bounds import Budget
from reportgen.pdfread.fault import PdfFault
from reportgen.pdfread.paper import Element, Paper
from reportgen.pdfread.tag_tree import text_of

_GROUPS = ("THead", "TBody", "TFoot")
_SCOPES = ("/Row", "/Column", "/Both")


def parts(paper: Paper) -> Iterator[PdfFault]:
    """Rows stand in tables, cells in rows."""
    holders = {"TR": ("Table", *_GROUPS), "TH": ("TR",), "TD": ("TR",), **dict.fromkeys(_GROUPS, ("Table",))}
    for element in paper.of(*holders):
        if element.parent is None or element.parent.kind not in holders[element.kind]:
            yield PdfFault("pdf-table-shape", f"a {element.role} stands outside its place in a table", element.page)
    for row in paper.of("TR"):
        if any(kid.kind not in ("TH", "TD") for kid in row.elements):
            yield PdfFault("pdf-table-shape", "a row holds something that is no cell", row.page)


def shape(paper: Paper) -> Iterator[PdfFault]:
    """All rows have as many columns, spans included."""
    for table in paper.of("Table"):
        for number, (width, wanted) in enumerate(_widths(_rows(table), paper.budget), start=1):
            if width != wanted:
                message = f"row {number} of a table has {width} columns, the first has {wanted}"
                yield PdfFault("pdf-table-shape", message, table.page)


def headers(paper: Paper) -> Iterator[PdfFault]:
    """A table has headers; each has text and a scope."""
    for table in paper.of("Table"):
        if not any(cell.kind == "TH" for row in _rows(table) for cell in row.elements):
            yield PdfFault("pdf-table-header", "a table has no header cell", table.page)
    for cell in paper.of("TH"):
        name = text_of(cell)
        page = cell.page if cell.page is not None or cell.parent is None else cell.parent.page
        if not name:
            yield PdfFault("pdf-table-header", "a header cell is empty", page)
        if str(cell.attributes.get("Scope", "")) not in _SCOPES:
            yield PdfFault("pdf-table-scope", f"the header cell ‘{name}’ does not say what it heads", page)


def _rows(table: Element) -> list[Element]:
    found = []
    for kid in table.elements:
        found += [kid] if kid.kind == "TR" else [row for row in kid.elements if row.kind == "TR"]
    return found


def _widths(rows: list[Element], budget: Budget) -> Iterator[tuple[int, int]]:
    """The width of each row in columns, with the width of the first; a cell counts in every row that it spans.

    TooMuch for more columns than the tables of a paper have.
    """
    wanted = 0
    hanging: list[int] = []
    """For each cell from above that spans further rows: how many rows are left, once a column."""
    for number, row in enumerate(rows):
        width = len(hanging)
        budget.spend("columns in the rows of its tables", width)
        below = [left - 1 for left in hanging if left > 1]
        for cell in row.elements:
            columns, lines = (int(cell.attributes.get(key, 1)) for key in ("ColSpan", "RowSpan"))
            budget.spend("columns in the rows of its tables", max(columns, 0))
            width += columns
            below += [lines - 1] * columns if lines > 1 else []
        hanging = below
        wanted = width if number == 0 else wanted
        yield width, wanted


CHECKS = (parts, shape, headers)
