"""What an author may not expect of a table's sheet: notes that are left out, rows and columns that it hides."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from reportgen.problems import Place, Problems
from reportgen.source.cell_marks import without_note
from reportgen.source.entries import TableEntry
from reportgen.source.regions import Region, listed, numbers_of
from reportgen.source.scalars import short
from reportgen.source.table_columns import Declared

_SHOWN = 4
"""Columns that a message names."""


def tell_of_sheet(
    name: str, entry: TableEntry, columns: Mapping[str, Declared], written: Region, region: Region, problems: Problems
) -> None:
    """Warn of one table: `written` is the part of the sheet, `region` the same with the rows that the table has."""
    _tell_notes(name, {} if entry.note else columns, region, problems)
    _tell_hidden(name, _used(entry, columns, written), written, region, problems)


def _tell_notes(name: str, columns: Mapping[str, Declared], region: Region, problems: Problems) -> None:
    """What is left out of the names of columns, and below the table."""
    sheet = region.sheet
    noted = [asked for column, (asked, one) in columns.items() if not one.title and without_note(column) != column]
    if noted:
        message = f"the heading of '{noted[0].text}' is printed without the note: what it says is not in the paper"
        hint = "write title: for the column, and what matters of the note in note: of the table"
        problems.add("table-notes", noted[0].place, message, hint)
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
