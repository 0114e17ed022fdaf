"""`reportgen table`: looks at a file with a table, and writes its entry of tables.yaml.

What it proposes is read as any entry is, so what it says of the file is what a build would say.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Sequence
from pathlib import Path

from reportgen.frozen import frozen
from reportgen.problems import Place, Problem, Problems
from reportgen.sheets.sheet import Worksheet
from reportgen.source.cell_marks import named_with_mark
from reportgen.source.column_guess import YEAR_NAME, Guess
from reportgen.source.entries import TableEntry
from reportgen.source.files import Files
from reportgen.source.finder import Proposal, find
from reportgen.source.model import Phrase, Table
from reportgen.source.names import RESERVED, Sources
from reportgen.source.note_sheets import may_hold_notes, notes_on
from reportgen.source.publishers import told_publisher
from reportgen.source.schema import read_each
from reportgen.source.sheet_titles import is_of_units
from reportgen.source.table_files import TableFiles
from reportgen.source.tables import table_of
from reportgen.source.told_units import told_units
from reportgen.source.totals import by_kind, listed_names
from reportgen.source.yaml_nodes import parse

_PLAIN = re.compile(r"[A-Za-z][\w()£%/.-]*(?: [\w()£%/.-]+)*")
_RAW = re.compile(r"\w*[^\W_]_[^\W_]\w*|geo|freq|obs")
"""Names that are made for programs: TIME_PERIOD, geo."""
_WORDS = ("y", "n", "yes", "no", "on", "off", "true", "false", "null")


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
    name = _named((page.name if sheet else "") or path.stem)
    _check_names(page, found, problems)
    if found is None:
        return Looked(name, "", (), tuple(problems.found))
    entry = "\n".join(_lines(name, path, page, found, opened)) + "\n"
    table, doubts = _read(entry, page, found)
    taken = [*_taken(page, found, others)]
    totals = [*dict.fromkeys(text for texts in (table.totals.values() if table else ()) for text in texts)]
    if totals:
        entry = entry.replace("\n  columns:\n", f"\n  totals: {listed_names(totals)}\n  columns:\n", 1)
        for what, names in by_kind(totals).items():
            taken.append(f"taken for {what} of other rows, which sums leave out: {', '.join(names)}")
    problems.extend(doubt for doubt in doubts if doubt.rule != "table-total")
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
    sizes: dict[str, int] = {}
    for name in names:
        page = book.sheet(name)
        found = None if may_hold_notes(name) and notes_on(page) else find(page)
        # A cover, a list of contents and notes are tables of words alone.
        numbers = found and any(
            one.type in ("number", "integer") and column not in found.nameless for column, one in found.columns.items()
        )
        if found and numbers:
            sizes[name] = found.rows
    chosen = next(iter(sizes), names[0])
    return opened.sheet(path, Phrase(chosen)), [name for name in sizes if name != chosen]


# --- the entry --------------------------------------------------------------------------------------------------------
def _lines(name: str, path: Path, page: Worksheet, found: Proposal, opened: TableFiles) -> Iterator[str]:
    yield f"{name}:"
    if found.title:
        yield f"  title: {_quoted(' '.join(found.title.split()))}"
    if path.name != f"{name}.csv":
        yield f"  file: {_quoted(path.name)}"
    if page.name and page.name != opened.names(path)[0]:
        yield f"  sheet: {_quoted(page.name)}"
    yield from _where(found)
    if found.key:
        yield f"  key: {_listed([_quoted(key) for key in found.key])}"
    if found.label:
        yield f"  label: {_quoted(found.label)}"
    if found.note:
        yield f"  note: {_quoted(found.note)}"
    yield "  columns:"
    yield from (f"    {_quoted(column)}: {_column(one)}".rstrip() for column, one in found.columns.items())


def _where(found: Proposal) -> Iterator[str]:
    """The keys that say which part of the sheet is the table, and what becomes of its rows and columns."""
    if found.range:
        yield f"  range: {found.range}"
    if found.header_row:
        yield f"  header_row: {_listed(list(map(str, found.header_row)))}"
    if found.start:
        yield f"  start: {found.start}"
    if found.end:
        yield f"  end: {found.end}"
    if found.groups:
        yield f"  groups: {_quoted(found.groups)}"
    if found.unpivot:
        parts = ((key, getattr(found.unpivot, key).text) for key in ("first", "last", "names"))
        said = ", ".join(f"{key}: {_quoted(text)}" for key, text in parts)
        yield f"  unpivot: {{{said}, values: {_listed([_quoted(one.text) for one in found.unpivot.values])}}}"
    for column, pair in found.join.items():
        yield f"  join: {{{_quoted(column)}: {_listed([_quoted(part) for part in pair])}}}"


def _listed(items: Sequence[str]) -> str:
    """One item as it is, several as a list."""
    return items[0] if len(items) == 1 else f"[{', '.join(items)}]"


def _column(one: Guess) -> str:
    said = [f"type: {one.type}"] if one.type != "string" else []
    said += ["fill: true"] if one.fill else []
    said += [f"unit: {_quoted(one.unit)}"] if one.unit else []
    said += [f"mark_column: {_quoted(one.mark_column)}"] if one.mark_column else []
    said += [f"decimals: {one.decimals}"] if one.decimals is not None else []
    return f"{{{', '.join(said)}}}" if said else ""


def _quoted(text: str) -> str:
    """A text as YAML has it, in quotation marks where it needs them."""
    if _PLAIN.fullmatch(text) and text.casefold() not in _WORDS:
        return text
    return json.dumps(text, ensure_ascii=False)


# --- what is said of it -----------------------------------------------------------------------------------------------
def _taken(page: Worksheet, found: Proposal, others: Sequence[str]) -> Iterator[str]:
    rows = "row" if len(found.header_row) < 2 else "rows"
    top = re.sub("^[A-Z]+", "", found.range.partition(":")[0]) or str(page.lines[0].number)
    named = ", ".join(map(str, found.header_row)) or top
    kinds = ", ".join(f"{name} ({one.type})" for name, one in list(found.columns.items())[:6])
    more = f" and {len(found.columns) - 6} more" if len(found.columns) > 6 else ""
    yield f"{page.what}: the names stand in {rows} {named}, and {found.rows} row{'s' * (found.rows != 1)} below"
    yield f"columns: {kinds}{more}"
    if found.in_doubt:
        hint = f"if it names the columns too, write header_row: [{named}, {found.in_doubt}]"
        yield f"row {found.in_doubt} has no plain number or date, and is taken for data: {hint}"
    if found.start:
        yield f"left out: what stands between the names and row {found.start}, which tells of the columns"
        yield from _units_between(page, found)
    yield from _columns_taken(page, found)
    if found.left_out:
        yield f"left out: {'; '.join(found.left_out)}"
    yield from _reshaped(found)
    if found.others:
        said = ", ".join(f"range: {one}" for one in found.others)
        what = "another table stands" if len(found.others) == 1 else "other tables stand"
        each = "it" if len(found.others) == 1 else "each"
        yield f"{what} in {page.what}: give {each} an entry of its own, with {said}"
    if others:
        yield f"other sheets with tables: {', '.join(others)} (--sheet NAME)"
    if not found.key:
        yield "no column tells the rows apart: write key: with those that do, if you look rows up"


def _units_between(page: Worksheet, found: Proposal) -> Iterator[str]:
    """What a row of units between the names and the data says: in text it would be lost."""
    top = max(found.header_row, default=page.lines[0].number)
    for line in page.body(top):
        texts = [*dict.fromkeys(line.text(at) for at in line.filled()[1:])]
        if line.number < found.start and texts and is_of_units(line.text(line.filled()[0])):
            said = ", ".join(map(repr, texts[:4])) + ", …" * (len(texts) > 4)
            unit = re.sub("^['’]?000s?(?: of)? (.*)", lambda match: f"thousand {match[1].casefold()}", texts[0])
            yield f"row {line.number} says the units, {said}: write them at the columns, such as unit: {_quoted(unit)}"


def _columns_taken(page: Worksheet, found: Proposal) -> Iterator[str]:
    """What of single columns may be otherwise."""
    marks = [f"{one.mark_column} (of {name})" for name, one in found.columns.items() if one.mark_column]
    if marks:
        yield f"taken for columns of marks: {', '.join(marks)}"
    pence = [name for name in found.columns if named_with_mark(name)[1] != named_with_mark(name, "p")[1]]
    if pence:
        yield f"taken for provisional values, by (p): {', '.join(pence[:6])}; if they are in pence, write unit: p"
    odd = {name: one for name, one in found.columns.items() if one.strange}
    for why in dict.fromkeys(one.why_text for one in odd.values()):
        strange = [f"{name} (for {one.strange!r})" for name, one in odd.items() if one.why_text == why]
        yield f"taken for text, {why}: {', '.join(strange[:6])}"
    years = [name for name, one in found.columns.items() if one.type == "year" and not YEAR_NAME.search(name)]
    if years:
        yield f"taken for years: {', '.join(years[:6])}; for counts write type: integer"
    raw = [name for name in found.columns if _RAW.fullmatch(name) or name in _made(found)]
    if raw:
        yield f"headings for programs, printed as they are: {', '.join(raw[:6])}; give each a title: for readers"
    if units := told_units(found.columns):
        yield units
    if (last := told_publisher(found.columns))[0]:
        line = max(one.number for one in page.lines if one.filled() and not (found.end and one.number > found.end))
        above = max(one.number for one in page.lines if one.filled() and one.number < line)
        yield f"row {line}, {last[0]} with {last[1]}, is taken for data: if it names the source, write end: {above}"
    number, unit = found.unit_above
    if unit:
        yield f"row {number} says {unit}: write unit: {_quoted(unit)} at the columns that are in it"
    twice = [one for name in found.columns if name.endswith(" (2)") and (one := name[:-4]) in found.columns]
    if twice:
        top = min(found.header_row, default=page.lines[0].number)
        above = next((line.number for line in page.lines if line.number == top - 1 and len(line.filled()) > 1), 0)
        rows = ", ".join(map(str, (above, *(found.header_row or (top,)))))
        hint = f"row {above} may name them too, header_row: [{rows}]" if above else "give each a title: of its own"
        yield f"several columns are called {', '.join(twice[:3])}: {hint}"


def _made(found: Proposal) -> set[str]:
    """The columns that the entry makes, which have no name in the file."""
    wide = found.unpivot
    return {
        found.groups,
        *found.join,
        *((wide.names.text, *(one.text for one in wide.values if len(wide.values) < 2)) if wide else ()),
    }


def _reshaped(found: Proposal) -> Iterator[str]:
    """In what the table is another than its sheet."""
    if found.note:
        yield "signs such as * and ¹ point to notes: these have become its note"
    filled = [name for name, one in found.columns.items() if one.fill]
    if filled:
        yield f"empty cells have what stands above them: {', '.join(filled)}"
    if found.groups:
        yield f"rows that name those below them have become the column {found.groups}"
    if found.unpivot:
        first, last = found.unpivot.first.text, found.unpivot.last.text
        yield f"the columns {first} to {last} become rows"
    for column, parts in found.join.items():
        yield f"the columns {' and '.join(parts)} together are the column {column}, which stands for them"


def _read(entry: str, page: Worksheet, found: Proposal) -> tuple[Table | None, list[Problem]]:
    """The table that the entry describes, and what reading it finds; columns that are known are not read again."""
    problems, table = Problems(), None
    known = {name: one.kept for name, one in found.columns.items() if one.kept}
    root = parse(entry, Place("tables.yaml", 1, 1), problems)
    for phrase, one in read_each(TableEntry, root, problems).items():
        table = table_of(phrase, one, page, Sources(frozenset(), complete=False), problems, known)
    return table, problems.found
