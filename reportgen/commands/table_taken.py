"""What `reportgen table` says that it took for what, and what it is not sure of."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence

from reportgen.commands.table_entry import listed, made, quoted
from reportgen.sheets.sheet import Worksheet
from reportgen.source.cell_marks import named_with_mark
from reportgen.source.column_names import YEAR_NAME
from reportgen.source.finder import Proposal
from reportgen.source.publishers import told_publisher
from reportgen.source.unit_columns import told_units
from reportgen.source.unit_names import heads_units

_RAW = re.compile(r"\w*[^\W_]_[^\W_]\w*|geo|freq|obs|[Xxy](?:1[89]|20|21)[0-9]{2}|[a-z]\w*(?:\.[a-z]\w*)+|.*:")
"""Names that are made for programs: TIME_PERIOD, geo, X2019, conf.low."""


def taken_for(page: Worksheet, found: Proposal, others: Sequence[str], titled: Collection[str] = ()) -> Iterator[str]:
    """A sentence for each thing that was taken for something; `others` are other sheets with tables, `titled` the
    columns that have a title."""
    rows = "row" if len(found.header_row) < 2 else "rows"
    top = re.sub("^[A-Z]+", "", found.range.partition(":")[0]) or str(page.lines[0].number)
    named = ", ".join(map(str, found.header_row)) or top
    kinds = ", ".join(f"{name} ({one.type})" for name, one in list(found.columns.items())[:6])
    more = f" and {len(found.columns) - 6} more" if len(found.columns) > 6 else ""
    yield f"{page.what}: the names stand in {rows} {named}, and {found.rows} row{'s' * (found.rows != 1)} below"
    yield f"columns: {kinds}{more}"
    if found.groups_in_doubt:
        row, rows_too = found.groups_in_doubt, ", ".join(map(str, (found.groups_in_doubt, *found.header_row)))
        hint = f"header_row: [{rows_too}] takes each for those from its name up to the next one"
        yield f"row {row} names groups of columns, and it is not plain where each begins: {hint}"
    if found.in_doubt:
        hint = f"if it names the columns too, write header_row: [{named}, {found.in_doubt}]"
        yield f"row {found.in_doubt} has no plain number or date, and is taken for data: {hint}"
    if found.start:
        yield f"left out: what stands between the names and row {found.start}, which tells of the columns"
        yield from _units_between(page, found)
    yield from _columns_taken(page, found, titled)
    if found.left_out:
        yield f"left out: {'; '.join(found.left_out)}"
    yield from _reshaped(found)
    yield from _others(page, found, others)
    if not found.key:
        yield f"{_key_asked(found)}, if you look rows up"


def _others(page: Worksheet, found: Proposal, others: Sequence[str]) -> Iterator[str]:
    """The other tables of the file."""
    if found.others:
        said = ", ".join(f"range: {one}" for one in found.others)
        what = "another table stands" if len(found.others) == 1 else "other tables stand"
        each = "it" if len(found.others) == 1 else "each"
        yield f"{what} in {page.what}: give {each} an entry of its own, with {said}"
    if others:
        yield f"other sheets with tables: {', '.join(others)} (--sheet NAME)"


def _key_asked(found: Proposal) -> str:
    """What to write where no column tells the rows apart."""
    first = next(iter(found.columns), "")
    if not first or found.headless or found.columns[first].type not in ("number", "integer"):
        return "no column tells the rows apart: write key: with those that do"
    parts = [quoted(first), *([quoted(found.unpivot.names.text)] if found.unpivot else [])]
    return f"no column of words tells the rows apart: write key: {listed(parts)}"


def _units_between(page: Worksheet, found: Proposal) -> Iterator[str]:
    """What a row of units between the names and the data says: in text it would be lost."""
    top = max(found.header_row, default=page.lines[0].number)
    for line in page.body(top):
        texts = [*dict.fromkeys(line.text(at) for at in line.filled()[1:])]
        if line.number < found.start and texts and heads_units(line.text(line.filled()[0])):
            said = ", ".join(map(repr, texts[:4])) + ", …" * (len(texts) > 4)
            unit = re.sub("^['’]?000s?(?: of)? (.*)", lambda match: f"thousand {match[1].casefold()}", texts[0])
            yield f"row {line.number} says the units, {said}: write them at the columns, such as unit: {quoted(unit)}"


def _columns_taken(page: Worksheet, found: Proposal, titled: Collection[str]) -> Iterator[str]:
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
    unnamed = {*made(found)}.difference(titled)
    raw = [name for name in found.columns if _RAW.fullmatch(name) or name in unnamed]
    if raw:
        yield f"headings for programs, printed as they are: {', '.join(raw[:6])}; give each a title: for readers"
    yield from _told_beside(page, found)
    twice = [one for name in found.columns if name.endswith(" (2)") and (one := name[:-4]) in found.columns]
    if twice:
        yield f"several columns are called {', '.join(twice[:3])}: {_named_above(page, found)}"


def _told_beside(page: Worksheet, found: Proposal) -> Iterator[str]:
    """What the file says of units and of its publisher beside the values."""
    if units := told_units(found.columns):
        yield units
    if (last := told_publisher(found.columns))[0]:
        line = max(one.number for one in page.lines if one.filled() and not (found.end and one.number > found.end))
        above = max(one.number for one in page.lines if one.filled() and one.number < line)
        yield f"row {line}, {last[0]} with {last[1]}, is taken for data: if it names the source, write end: {above}"
    number, unit = found.unit_near
    in_it = [name for name, one in found.columns.items() if unit and one.unit == unit]
    if in_it:
        yield f"row {number} says {unit}: taken for the unit of {', '.join(in_it[:6])}"
    elif unit:
        yield f"row {number} says {unit}: write unit: {quoted(unit)} at the columns that are in it"


def _named_above(page: Worksheet, found: Proposal) -> str:
    """What to do where columns have one name: the row above may have another part of it."""
    top = min(found.header_row, default=page.lines[0].number)
    above = next((line.number for line in page.lines if line.number == top - 1 and len(line.filled()) > 1), 0)
    rows = ", ".join(map(str, (above, *(found.header_row or (top,)))))
    return f"row {above} may name them too, header_row: [{rows}]" if above else "give each a title: of its own"


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
