"""Markdown tables (`a | b`): cells, alignment, headers. Tables from the data are `data_table`'s."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from functools import partial

from reportgen.dates import PartialDate
from reportgen.document.blocks import Align, ColumnHead, TableBlock, TableCell, TableRow
from reportgen.document.fences.data_table import are_numbers
from reportgen.document.inlines import Inline, Inlines, Text, Value, mapped, plain
from reportgen.document.markdown.parsing import Node, meta
from reportgen.document.templates.offsets import at
from reportgen.document.text.desk import Desk
from reportgen.document.text.inline_reader import read_inline
from reportgen.document.text.page import Page
from reportgen.language import Words

_ALIGNS: dict[str, Align] = {"left": "left", "right": "right", "center": "centre"}


def pipe_table(desk: Desk, page: Page, node: Node) -> TableBlock:
    """A Markdown table without caption; the first column heads its rows where every cell of it says something."""
    rows = [row for part in node.children for row in part.children]
    _check_rows(desk, page, rows)
    _check_cells(desk, page, rows)
    heads = [_cell(desk, page, cell) for cell in rows[0].children]
    _check_heads(desk, page, rows[0], heads)
    nameless = not any(plain(head.content).strip() for head in heads)
    body = _said_again([[_cell(desk, page, cell) for cell in row.children] for row in rows[1:]], desk.words)
    headed = all(cells and plain(cells[0].content).strip() for cells in body)
    if nameless and not headed:
        message = "this table names neither its columns nor all of its rows"
        desk.problem("table-header", page.begin(rows[0]), message)
    columns = tuple(
        ColumnHead(head.content, _align(rows[0].children[number], [cells[number] for cells in body], number))
        for number, head in enumerate(heads)
    )
    table_rows = tuple(
        TableRow(tuple(TableCell(cell.content, headed and not at, cell.place) for at, cell in enumerate(cells)))
        for cells in body
    )
    return TableBlock(columns, table_rows, place=page.begin(node))


def _cell(desk: Desk, page: Page, node: Node) -> TableCell:
    inline = node.children[0]
    parts = [part for part in inline.children if part.type != "text" or part.content.strip(" ,;")]
    sources = all(part.type == "citation" for part in parts)
    inside = ("cell", "sources") if sources else ("cell",)
    content = read_inline(desk, page, inline, inside)
    return TableCell(mapped(content, partial(_short, words=desk.words)), place=page.place(inline))


def _said_again(body: list[list[TableCell]], words: Words) -> list[list[TableCell]]:
    """The rows with words where a cell means the one above it: a sign for that, or a first cell left empty.

    An empty one means that where a text follows it; before a number it may head a sum.
    """
    sign, again = words.form("«ditto»"), (Text(words.say("table.ditto")),)
    made = [list(row) for row in body]
    for row in made[1:]:
        texts = [plain(cell.content).strip() for cell in row]
        empty = len(texts) > 1 and not texts[0] and texts[1] and not are_numbers(texts[1:2])
        for number, text in enumerate(texts):
            if sign.fullmatch(text) or (empty and not number):
                row[number] = replace(row[number], content=again)
    return made


def _short(inline: Inline, words: Words) -> Inlines | None:
    """A date of the data as the tables of data have it; what an author types stands as it is typed."""
    if not isinstance(inline, Value) or len(inline.records) != 1:
        return None
    (found,) = inline.records
    days = [day for day in (day_of(found.raw), found.as_of) if day]
    short = {words.date(day): words.short_date(day) for day in days}
    short |= {words.month(day): words.short_date(PartialDate(day.year, day.month)) for day in days if day.month}
    return (replace(inline, text=short[inline.text]),) if inline.text in short else None


def day_of(text: str) -> PartialDate | None:
    """The date that a text is; None for any other."""
    try:
        return PartialDate.parse(text)
    except ValueError:
        return None


def _align(node: Node, cells: Sequence[TableCell], number: int) -> Align:
    """What the author's colons say; else numbers stand right."""
    style = str(node.attrs.get("style", "")).removeprefix("text-align:")
    if style in _ALIGNS:
        return _ALIGNS[style]
    texts = [text for cell in cells if (text := plain(cell.content).strip())]
    return "right" if number and are_numbers(texts) else "left"


def _check_rows(desk: Desk, page: Page, rows: Sequence[Node]) -> None:
    """Report a table of names alone."""
    if len(rows) == 1:
        hint = "write a row below its line of dashes, of which there is one: a second begins a table without names"
        desk.problem("table-cells", page.begin(rows[0]), "this table has no rows, only names of columns", hint)


def _check_cells(desk: Desk, page: Page, rows: Sequence[Node]) -> None:
    """Report rows with more cells than the head: Markdown would drop them."""
    width = len(rows[0].children)
    for row in rows[1:]:
        cells = meta(row)["cells"]
        assert isinstance(cells, list)
        if len(cells) > width:
            place = page.origin.place(at(cells[width][1], 0))
            hint = r"a | that is text needs a backslash: \|"
            desk.problem("table-cells", place, f"this row has {len(cells)} cells, the head has {width}", hint)


def _check_heads(desk: Desk, page: Page, row: Node, heads: Sequence[TableCell]) -> None:
    """Report columns without a name; that over the names of the rows needs none, and a table may have no heads."""
    if not any(plain(head.content).strip() for head in heads):
        return
    for number, head in enumerate(heads[1:], 2):
        if not plain(head.content).strip():
            message = f"column {number} of this table has no header"
            desk.problem("table-header", page.begin(row), message)
