"""Of a workbook a paper carries the tables that it was made from, as CSV files, and nothing else of it.

A table that is read from such a file is the same in all that reaches a paper: its entry in tables.yaml says what the
workbook showed, its units and decimals. Formulas have become their results; comments, colours, other sheets, columns
that no entry names and the properties of the document are gone.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal
from itertools import count
from pathlib import PurePosixPath

from reportgen.problems import NOWHERE, Problems
from reportgen.sheets.csv_cells import rows_of
from reportgen.source.cell_marks import NUMERIC, named_with_mark, without_note
from reportgen.source.column_types import READERS, Asked
from reportgen.source.files import decoded
from reportgen.source.model import Briefing, Cell, Column, Origin, Row, Scalar, Table
from reportgen.source.regions import NONE
from reportgen.source.scalars import ScalarError
from reportgen.source.yaml_editing import written
from reportgen.source.yaml_nodes import Entries, Leaf, Node, parse

_WORKBOOKS = (".xlsx", ".xlsm", ".ods")
_PLACES = ("file", "sheet", "header_row", "range", "start", "end")
_OF_WORKBOOKS = (*_PLACES, "groups", "unpivot", "join", "marks", "decimal")
"""Keys of a table that say how a file is read which is no more."""


def tables_as_csv(files: Mapping[str, bytes], briefing: Briefing) -> dict[str, bytes]:
    """The files of a briefing without workbooks: a CSV file for each of their tables, and tables.yaml that names it."""
    tables = {name: table for name, table in briefing.tables.items() if _is_workbook(table.file)}
    kept = {name: data for name, data in files.items() if not _is_workbook(name)}
    if not tables:
        return kept
    home = (briefing.folder / "data").relative_to(briefing.workspace).as_posix()
    root = parse(decoded(files[f"{home}/tables.yaml"]), NOWHERE, Problems())
    assert isinstance(root, Entries)
    entries = dict(root.entries)
    for key, entry in root.entries:
        table = tables.get(key.text)
        if table is not None:
            assert isinstance(entry, Entries)
            names = (f"{table.name}{f'-{number}' if number > 1 else ''}.csv" for number in count(1))
            name = next(name for name in names if f"{home}/{name}" not in kept)
            text = _csv(table, entry)
            kept[f"{home}/{name}"] = text.encode()
            keys = {"file": name, "end": str(text.count("\n"))}
            keys |= {"groups": NONE} if _value(entry, "groups") else {}
            entries[key] = _entry(entry, table, keys)
    kept[f"{home}/tables.yaml"] = written(Entries(tuple(entries.items()), root.place)).encode()
    return kept


def _is_workbook(name: str) -> bool:
    return PurePosixPath(name).suffix.lower() in _WORKBOOKS


# --- the file ---------------------------------------------------------------------------------------------------------
def _csv(table: Table, entry: Entries) -> str:
    columns = {
        column.name: [_written(row.cells[column.name], column) for row in table.rows]
        for column in table.columns
        if not column.looked_up
    }
    for holder, origins in _origins(table, entry):
        for key, texts in _roles(origins).items():
            value = _value(holder, key)
            name = " ".join(value.text.split()) if isinstance(value, Leaf) else ""
            if name:
                columns.setdefault(name, texts)
    if any(not any(texts[at] for texts in columns.values()) for at in range(len(table.rows))):
        name = next(name for number in count() if (name := f"row{number or ''}") not in columns)
        columns = {name: [str(row.number) for row in table.rows], **columns}  # an empty line would be no row
    out = io.StringIO()
    lines = [[*columns], *map(list, zip(*columns.values(), strict=True))]
    csv.writer(out, lineterminator="\n").writerows(lines)
    text = out.getvalue()
    read = [[line.text(at) for at in range(len(line))] for line in rows_of(text, "", Problems())]
    return text if read == lines else f"sep=,\n{text}"


def _origins(table: Table, entry: Entries) -> Iterator[tuple[Entries, Sequence[Row | Origin]]]:
    """The entries that may name columns with sources and dates, each with what says these."""
    yield entry, table.rows
    declared = _value(entry, "columns")
    for key, column in declared.entries if isinstance(declared, Entries) else ():
        name = " ".join(key.text.split())
        if isinstance(column, Entries):
            yield column, [row.origins.get(name, Origin()) for row in table.rows]


def _roles(origins: Sequence[Row | Origin]) -> dict[str, list[str]]:
    """What the columns hold that tables.yaml names besides those with data."""
    return {
        "source_column": ["; ".join(f"{{{name}}}" for name in one.sources) for one in origins],
        "as_of_column": [str(one.as_of or "") for one in origins],
    }


def _written(cell: Cell, column: Column) -> str:
    """A cell with its mark, which has brackets only where they are read."""
    above = isinstance(cell.value, Decimal) and cell.value > 0
    written = cell.mark.value if cell.mark and not _has_brackets(column) else cell.written
    return f"{column.plus}{written}" if above else written


def _has_brackets(column: Column) -> bool:
    return bool(column.values) or column.type in NUMERIC


# --- its entry --------------------------------------------------------------------------------------------------------
def _entry(entry: Entries, table: Table, keys: Mapping[str, str]) -> Entries:
    columns = {column.name: column for column in table.columns}
    kept = tuple((key, kid) for key, kid in _without(entry, _OF_WORKBOOKS) if key.text != "columns")
    declared = _value(entry, "columns")
    assert isinstance(declared, Entries)
    changed = tuple((key, _column(kid, table, columns[" ".join(key.text.split())])) for key, kid in declared.entries)
    return Entries((*_leaves(keys), *kept, (_leaf("columns"), Entries(changed, NOWHERE))), entry.place)


def _column(entry: Node, table: Table, column: Column) -> Node:
    """A column's entry with what the workbook showed."""
    if column.looked_up:
        return entry
    kept = _without(entry, ("marks", "mark_column", "unit", "decimals", "decimal"))
    cells = [row.cells[column.name] for row in table.rows]
    marks = sorted({cell.mark.value for cell in cells if cell.mark})
    if marks and not _has_brackets(column):
        kept = (*kept, (_leaf("marks"), Entries(_leaves({mark: mark for mark in marks}), NOWHERE)))
    said = _value(entry, "title") if isinstance(entry, Entries) else None
    if said is None and column.title != _headed(column):  # its name has the sign of a note that stands below no more
        kept = (*kept, (_leaf("title"), Leaf(column.title, NOWHERE, quoted=True)))
    shown = {"unit": column.unit, "decimals": "" if column.decimals is None else str(column.decimals)}
    if column.type in NUMERIC:
        shown["decimal"] = _decimal_sign(column, cells)
    return Entries((*kept, *_leaves({key: text for key, text in shown.items() if text})), NOWHERE)


def _headed(column: Column) -> str:
    """What its name alone makes the heading of a column."""
    name = named_with_mark(column.name, column.unit)[0] if column.type in NUMERIC else column.name
    return without_note(name)


def _decimal_sign(column: Column, cells: Sequence[Cell]) -> str:
    """The sign before decimals with which the texts of a column are read to its values; "" where none has a sign."""
    there = [cell for cell in cells if cell.value is not None]
    texts, values = [cell.text for cell in there], [cell.value for cell in there]
    if not any(set(text) & {".", ","} for text in texts):
        return ""
    return next(sign for sign in (".", ",") if _read(texts, Asked(column.type, column.unit, sign)) == values)


def _read(texts: Sequence[str], asked: Asked) -> list[Scalar] | None:
    try:
        return [*map(READERS[asked.type](texts, asked).read, texts)]
    except ScalarError:
        return None


# --- nodes ------------------------------------------------------------------------------------------------------------
def _without(entry: Node, keys: Sequence[str]) -> tuple[tuple[Leaf, Node], ...]:
    return tuple(pair for pair in entry.entries if pair[0].text not in keys) if isinstance(entry, Entries) else ()


def _value(entry: Entries, key: str) -> Node | None:
    return next((kid for name, kid in entry.entries if name.text == key), None)


def _leaf(text: str) -> Leaf:
    return Leaf(text, NOWHERE)


def _leaves(texts: Mapping[str, str]) -> tuple[tuple[Leaf, Leaf], ...]:
    return tuple((_leaf(key), Leaf(text, NOWHERE, quoted=key == "unit")) for key, text in texts.items())
