"""Where the names of the columns stand: for tables.yaml that names a row in which they don't, and for `finder`."""

from __future__ import annotations

from pathlib import Path

from reportgen.problems import Place
from reportgen.sheets.sheet import Worksheet
from reportgen.source.entries import TableEntry
from reportgen.source.regions import Region
from reportgen.source.table_files import TableFiles

_DEEP = 100
"""Rows in which the names are looked for."""
_SHOWN = 4
"""Names that a message quotes. Ours."""


def misplaced(region: Region, entry: TableEntry, path: Path, opened: TableFiles) -> bool:
    """Report, in one line, that the names of the columns stand in another row or sheet; else False."""
    wanted = _wanted(entry)
    here = len(wanted & set(region.names))
    if here == len(wanted):
        return False
    count, number, name = _nearest(region, entry, path, opened, wanted, here)
    there = not name and (number == region.header or number in entry.header_row)
    if count <= here or there or count * 2 < len(wanted):
        return False
    said = bool(entry.header_row) and not name
    message, hint = _of_other_row(region, entry, number) if said else _of_place(number, name)
    place = Place(region.sheet.file, region.header if said else number)
    opened.files.problems.add("table-column", place, message, hint)
    return True


def _nearest(
    region: Region, entry: TableEntry, path: Path, opened: TableFiles, wanted: set[str], here: int
) -> tuple[int, int, str]:
    """How many of the names the row has that has the most of them, its number, and its sheet if that is another."""
    best = _best(region.sheet, wanted)
    name = ""
    if entry.sheet is None and best[0] <= max(here, 1):
        for other in opened.names(path)[1:]:
            found = _best(sheet, wanted) if (sheet := opened.books[region.sheet.file].sheet(other)) else (0, 0)
            if found[0] > best[0]:
                best, name = found, other
    return *best, name


def _of_other_row(region: Region, entry: TableEntry, number: int) -> tuple[str, str]:
    """What is wrong where `header_row:` names a row that does not have the names, and what to write."""
    rows = ", ".join(map(str, entry.header_row))
    said = [" ".join(one.split()) for one in region.names][:_SHOWN]
    more = ", …" * (len(region.names) > _SHOWN)
    hint = f"write header_row: {number}; or, if the names stand in row {region.header} ({', '.join(said)}{more}), "
    hint += "delete the entry and run reportgen table on the file again"
    return f"tables.yaml names the columns that row {number} names, and header_row: is {rows}", hint


def _of_place(number: int, name: str) -> tuple[str, str]:
    """The same where it names none, or another sheet has them."""
    what = f"row {number} of the sheet '{name}'" if name else f"row {number}"
    keys = [f"sheet: {name}"] if name else []
    keys += [f"header_row: {number}"] if number > 1 or not name else []
    return f"the names of the columns seem to be in {what}", f"write {' and '.join(keys)}"


def _wanted(entry: TableEntry) -> set[str]:
    """The columns that the file must have."""
    wanted = {" ".join(name.text.split()) for name in entry.columns}
    if entry.groups:
        wanted.discard(entry.groups.text)
    if entry.unpivot:
        wanted -= {entry.unpivot.names.text, *(one.text for one in entry.unpivot.values)}
        wanted |= {entry.unpivot.first.text, entry.unpivot.last.text}
    for new, parts in (entry.join or {}).items():
        wanted = (wanted - {new.text}) | {part.text for part in parts}
    return wanted


def _best(sheet: Worksheet, wanted: set[str]) -> tuple[int, int]:
    """How many of the names the row has that has the most of them, and its number."""
    counts = (
        (len(wanted & {" ".join(line.text(at).split()) for at in line.filled()}), -line.number)
        for line in sheet.lines[:_DEEP]
    )
    count, number = max(counts, default=(0, 0))
    return count, -number
