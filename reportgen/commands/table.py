"""`reportgen table`: looks at a file with a table, and writes its entry of tables.yaml.

What it proposes is read as any entry is, so what it says of the file is what a build would say.
"""

from __future__ import annotations

import re
from pathlib import Path

from reportgen.commands.table_entry import lines, titles
from reportgen.commands.table_language import in_own_words, language_for
from reportgen.commands.table_taken import taken_for
from reportgen.frozen import frozen
from reportgen.problems import Place, Problem, Problems
from reportgen.sheets.sheet import Worksheet
from reportgen.source.entries import TableEntry
from reportgen.source.files import Files
from reportgen.source.finder import Proposal, find
from reportgen.source.model import Phrase, Table
from reportgen.source.names import RESERVED, Sources
from reportgen.source.schema import read_each
from reportgen.source.sheet_kinds import Kind, kind_of
from reportgen.source.table_files import TableFiles
from reportgen.source.tables import table_of
from reportgen.source.totals import by_kind, listed_names
from reportgen.source.unit_columns import told_units
from reportgen.source.yaml_nodes import parse


@frozen
class Looked:
    """What was found in a file."""

    name: str
    entry: str
    """the lines for tables.yaml; "": there is no table"""
    taken: tuple[str, ...] = ()
    """what was taken for what, a sentence each"""
    problems: tuple[Problem, ...] = ()
    """what keeps it from being read, or is in doubt"""


def look(path: Path, workspace: Path, sheet: str = "") -> Looked:
    """The entry of tables.yaml for a file (for one of its sheets); with errors in `problems` where it can't be read."""
    problems = Problems()
    opened = TableFiles(Files(workspace, problems))
    page, others = _page(path, opened, sheet)
    if page is None:
        return Looked("", "", (), tuple(problems.found))
    found = find(page)
    language = language_for(path, page, opened.files) if found else ""
    found = found and in_own_words(found, language)
    name = _named((page.name if sheet else "") or path.stem)
    _check_names(page, found, problems)
    if found is None:
        return Looked(name, "", (), tuple(problems.found))
    titled = titles(found, language)
    entry = "\n".join(lines(name, path, page, found, opened, titled)) + "\n"
    table, doubts = _read(entry, page, found)
    taken = [*taken_for(page, found, others, titled)]
    totals = [*dict.fromkeys(text for texts in (table.totals.values() if table else ()) for text in texts)]
    if totals:
        entry = entry.replace("\n  columns:\n", f"\n  totals: {listed_names(totals)}\n  columns:\n", 1)
        for what, names in by_kind(totals).items():
            taken.append(f"taken for {what} of other rows, which sums leave out: {', '.join(names)}")
    told = ["table-total"] + ["table-units"] * bool(found.unit_near[1] or told_units(found.columns))
    problems.extend(doubt for doubt in doubts if doubt.rule not in told)
    return Looked(name, entry, tuple(taken), tuple(problems.found))


def _named(text: str) -> str:
    """The name of a table after that of its file or sheet."""
    said = re.sub("[^a-z0-9]+", "_", text.casefold()).strip("_")
    if not said or not said[0].isalpha():
        said = f"table_{said}".rstrip("_")
    return f"{said}_table" if said in RESERVED else said


def _check_names(page: Worksheet, found: Proposal | None, problems: Problems) -> None:
    """Report a sheet without a table, or without names of columns."""
    if found is None:
        message = f"no table is found in {page.what}: no row names columns above rows of values"
        if not page.lines:
            message = f"{page.what} is empty" if page.name else "this file is empty"
        problems.add("table-cells", Place(page.file, 1, 1), message, "name its rows yourself, with header_row:")
    elif found.headless:
        message = f"no row of {page.what} names the columns: {found.headless} stands where a name would"
        hint = "add a row with the names above the data"
        problems.add("table-column", Place(page.file, page.lines[0].number), message, hint)


def _page(path: Path, opened: TableFiles, sheet: str) -> tuple[Worksheet | None, list[str]]:
    """The sheet that is asked for, else the first with a table, and the other ones with tables."""
    first = opened.sheet(path, Phrase(sheet) if sheet else None)
    names = opened.names(path) if first else ()
    if first is None or sheet or len(names) < 2:
        return first, []
    book = opened.books[first.file]
    found: dict[Kind, Worksheet] = {}
    there: list[str] = []
    for name in names:
        page = first if name == first.name else book.sheet(name)
        if kind := kind_of(page):
            found.setdefault(kind, page)
            there.append(name)
    chosen = found.get(Kind.TABLE) or found.get(Kind.ABOUT) or first
    return opened.noted(path, chosen), [name for name in there if name != chosen.name]


def _read(entry: str, page: Worksheet, found: Proposal) -> tuple[Table | None, list[Problem]]:
    """The table that the entry describes, and what reading it finds; columns that are known are not read again."""
    problems, table = Problems(), None
    known = {name: one.kept for name, one in found.columns.items() if one.kept}
    root = parse(entry, Place("tables.yaml", 1, 1), problems)
    for phrase, one in read_each(TableEntry, root, problems).items():
        table = table_of(phrase, one, page, Sources(frozenset(), complete=False), problems, known)
    return table, problems.found
