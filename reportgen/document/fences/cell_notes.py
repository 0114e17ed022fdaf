"""Notes on single cells of a table: letters in the cells, the words under the table."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from reportgen.document.blocks import TableBlock, TableRow
from reportgen.document.fences.fence import Fenced
from reportgen.document.inlines import Superscript, Text, plain
from reportgen.document.markdown.block_keys import CellNote
from reportgen.problems import did_you_mean


def with_notes(block: Fenced, shown: TableBlock, notes: Sequence[CellNote], names: Sequence[str]) -> TableBlock:
    """The table with its notes: letters in the cells, in the order of reading, and the words under it."""
    found: dict[tuple[int, int], CellNote] = {}
    rows = _rows(shown)
    for note in notes:
        at = _cell_of(block, note, rows, names)
        if at is not None and found.setdefault(at, note) is not note:
            block.desk.problem("duplicate-key", note.row.place, "this cell has a note already", "join the two")
    cells = [list(row.cells) for row in shown.rows]
    texts = []
    for mark, (at, note) in zip(_letters(len(found)), sorted(found.items(), key=lambda item: item[0]), strict=True):
        row, column = at
        cell = cells[row][column]
        cells[row][column] = replace(cell, content=(*cell.content, Superscript((Text(mark),))))
        texts.append((mark, block.cell_note(note.text)))
    marked = (replace(row, cells=tuple(new)) for row, new in zip(shown.rows, cells, strict=True))
    return replace(shown, rows=tuple(marked), notes=tuple(texts))


def _rows(shown: TableBlock) -> dict[str, int]:
    """The rows by what their headers say, and by the first of these where it is that of one row alone."""
    heads = [_heads(row) for row in shown.rows]
    firsts = [first for first, *_ in heads]
    alone = {first: at for at, first in enumerate(firsts) if firsts.count(first) == 1}
    return alone | {", ".join(texts): at for at, texts in reversed(list(enumerate(heads)))}


def _heads(row: TableRow) -> list[str]:
    """What the headers of a row say, else its first cell."""
    headers = [cell for cell in row.cells if cell.header] or row.cells[:1]
    return [plain(cell.content) for cell in headers]


def _cell_of(block: Fenced, note: CellNote, rows: Mapping[str, int], names: Sequence[str]) -> tuple[int, int] | None:
    row, column = (block.desk.spelling.words(phrase.text) for phrase in (note.row, note.column))
    for wanted, known, place, what in (
        (row, rows, note.row.place, "row"),
        (column, names, note.column.place, "column"),
    ):
        if wanted not in known:
            message = f"this table has no {what} '{wanted}'"
            block.desk.problem("table-column", place, message, did_you_mean(wanted, known))
    return (rows[row], names.index(column)) if row in rows and column in names else None


def _letters(count: int) -> list[str]:
    """a, b, … z, aa, ab …"""
    return [("" if at < 26 else chr(96 + at // 26)) + chr(97 + at % 26) for at in range(count)]
