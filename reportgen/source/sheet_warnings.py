"""What an author may not expect of a table's sheet: notes that are left out, rows and columns that it hides."""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping, Sequence
from string import ascii_uppercase, digits

from reportgen.problems import Place, Problems
from reportgen.sheets.sheet import column_of, letters
from reportgen.source.cell_marks import note_in, without_note
from reportgen.source.entries import TableEntry
from reportgen.source.mark_table import MarkTable
from reportgen.source.model import Phrase
from reportgen.source.note_signs import Pointer, advice, notes_below, pointer
from reportgen.source.regions import Region, listed, numbers_of
from reportgen.source.scalars import short
from reportgen.source.table_columns import Declared

_SHOWN = 4
"""Columns that a message names."""


def tell_of_sheet(
    name: str, entry: TableEntry, columns: Mapping[str, Declared], written: Region, region: Region, problems: Problems
) -> None:
    """Warn of one table: `written` is the part of the sheet, `region` the same with the rows that the table has."""
    if not entry.note:
        _tell_headings(entry, columns, region, problems)
    _tell_comments(entry.note, _used(entry, columns, written), written, problems)
    _tell_notes(name, region, problems)
    _tell_hidden(name, _used(entry, columns, written), written, region, problems)


def _tell_headings(entry: TableEntry, columns: Mapping[str, Declared], region: Region, problems: Problems) -> None:
    """What notes the names of columns point to that they are printed without, unless `marks:` says that it is known."""
    below = notes_below(region.sheet, region.lines)
    noted: list[tuple[Phrase, Pointer]] = []
    for column, (asked, one) in columns.items():
        signs = MarkTable.of(entry.marks, one.marks, problems=Problems()).signs
        found = pointer(column, below)
        if not found and without_note(column) != column:
            found = Pointer(without_note(column), note_in(column))
        if found and found.sign not in signs and not one.title:
            noted.append((asked, found))
    if noted:
        asked = noted[0][0]
        message = f"the heading of '{asked.text}' is printed without the note: what it says is not in the paper"
        problems.add("table-notes", asked.place, message, advice([found for _, found in noted]))


def _tell_comments(note: str, used: Sequence[str], written: Region, problems: Problems) -> None:
    """The comments on cells that are used: they may be meant for readers, or for nobody but their author. One whose
    words mostly stand in the table's `note` is said there."""
    names, numbers = {letters(written.names[name]) for name in used}, {line.number for line in written.lines}
    numbers.add(written.header)
    found = {cell: said for cell, said in written.sheet.comments.items() if _is_in(cell, names, numbers)}
    found = {cell: said for cell, said in found.items() if not _is_said(said, note)}
    if found:
        cell, said = next(iter(found.items()))
        message = f"the comment on cell {cell} is not printed: {short(said)}"
        message += f", and {len(found) - 1} more" if len(found) > 1 else ""
        place = Place(written.sheet.file, int(cell.lstrip(ascii_uppercase)), column_of(cell.rstrip(digits)) + 1)
        hint = "write what readers should know of it in note: of the table, or delete it in the workbook"
        problems.add("table-notes", place, message, hint)


def _is_said(comment: str, note: str) -> bool:
    words, there = ({*re.findall(r"\w+", text.casefold())} for text in (comment, note))
    return 2 * len(words & there) > len(words)


def _is_in(cell: str, names: Collection[str], numbers: Collection[int]) -> bool:
    column, row = cell.rstrip(digits), cell.lstrip(ascii_uppercase)
    return column in names and row.isdecimal() and int(row) in numbers


def _tell_notes(name: str, region: Region, problems: Problems) -> None:
    """What is left out below the table."""
    sheet = region.sheet
    if region.notes:
        first = region.notes[0]
        at = first.filled()[0]
        what = f"{numbers_of(region.notes)} of {sheet.what} {'is' if len(region.notes) == 1 else 'are'} taken for"
        message = f"{what} notes below the table '{name}' and left out: {short(first.text(at))}"
        last = region.lines[-1].number if region.lines else region.header
        problems.add("table-notes", sheet.place(first, at), message, f"write end: {last} to say so")


def _tell_hidden(name: str, used: Sequence[str], written: Region, region: Region, problems: Problems) -> None:
    """What is used although the sheet hides it."""
    sheet = region.sheet
    rows = sorted({line.number for line in region.lines} & sheet.hidden_rows)
    names = [column for column in used if written.names[column] in sheet.hidden_columns]
    hidden = [listed(rows)] if rows else []
    hidden += [f"the column{'s' * (len(names) > 1)} {', '.join(names[:_SHOWN])}"] if names else []
    if sheet.hidden:
        hidden = [sheet.what]
    if hidden:
        message = f"the table '{name}' uses what the workbook hides: {' and '.join(hidden)}"
        hint = "show it in the workbook if it is meant, else delete it there"
        if not (rows or sheet.hidden):
            hint = "leave it out of columns: in tables.yaml, or show it in the workbook if it is meant"
        problems.add("table-hidden", Place(sheet.file, rows[0] if rows else 1, 1), message, hint)


def _used(entry: TableEntry, columns: Mapping[str, object], written: Region) -> list[str]:
    """The columns of the file, by their names, that the table is made from."""
    wide, order = entry.unpivot, list(written.names)
    became = order[order.index(wide.first.text) : order.index(wide.last.text) + 1] if wide else ()
    parts = {part.text for parts in (entry.join or {}).values() for part in parts}
    return [name for name in order if name in became or name in columns or name in parts]
