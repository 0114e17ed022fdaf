"""The record of a briefing as a file: JSON, sorted, a line for each table and section, which later versions read too.

A value is kept as it is written, and beside it as it is read only where the two differ. Places are not kept: where a
file has its lines is no part of an edition.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from dataclasses import replace
from decimal import Decimal
from operator import attrgetter
from typing import Any

from reportgen.codec import FAULTS, Codec
from reportgen.dates import PartialDate
from reportgen.document.data.shelf import canonical
from reportgen.editions.paragraphs import ParagraphRecord
from reportgen.editions.record import SectionRecord, Snapshot
from reportgen.language.periods import period
from reportgen.marks import Mark
from reportgen.problems import NOWHERE, Place, failure
from reportgen.source.model import Cell, Column, ColumnType, Fact, Row, Scalar, Table
from reportgen.source.table_rows import LazyCells

FORMAT = 2
"""Goes up when older versions can't read the file any more. Format 1 has neither `publisher` nor `rest`."""

_ENCODE = json.JSONEncoder(ensure_ascii=False, sort_keys=True).encode
_Json = Mapping[str, Any]


def to_json(record: Snapshot) -> str:
    """The file's text, the same for the same record."""
    by_name = attrgetter("name")
    ordered = replace(
        record, tables=tuple(sorted(record.tables, key=by_name)), facts=tuple(sorted(record.facts, key=by_name))
    )
    data = {"format": FORMAT, **_CODEC.group(ordered)}
    return "{\n" + ",\n".join(f'"{key}": {_lines(value)}' for key, value in sorted(data.items())) + "\n}\n"


def _lines(value: Any) -> str:
    """A value as JSON, a list with a line for each of its items."""
    return "[\n" + ",\n".join(map(_ENCODE, value)) + "\n]" if isinstance(value, list) else _ENCODE(value)


def from_json(text: str | bytes, file: str = "record.json") -> Snapshot:
    """The record in a file's text; ReportError, naming `file`, where it is damaged or of a later format."""
    try:
        data = json.loads(text)
        number = data["format"]
        if isinstance(number, int) and number > FORMAT:
            hint = "read it with the version that wrote it, or a later one"
            raise failure("edition-record", Place(file), "a later version of reportgen wrote this record", hint)
        if number in (1, FORMAT) and not isinstance(number, bool):
            return _CODEC.made(Snapshot, data)
    except FAULTS:
        pass
    raise failure("edition-record", Place(file), "this record of an edition is damaged and can't be read")


# --- values -----------------------------------------------------------------------------------------------------------
def _cell(cell: Cell) -> str | _Json:
    """The written text; where it does not say all, the value and the mark too."""
    value = cell.value
    kept = None if value is None else format(value, "f") if isinstance(value, Decimal) else canonical(value)
    if kept == (cell.text or None) and cell.mark is None:
        return cell.text
    return {"text": cell.text, "value": kept, **({"mark": cell.mark.value} if cell.mark else {})}


def _cells(cells: LazyCells) -> _Json:
    return {name: _cell(cells.unplaced(name)) for name in cells}


def _read_cell(data: Any, kind: ColumnType) -> Cell:
    if isinstance(data, str):
        return Cell(_value(data or None, kind), data)
    mark = Mark(data["mark"]) if "mark" in data else None
    return Cell(_value(data["value"], kind), _CODEC.read(str, data["text"]), mark=mark)


def _value(written: Any, kind: ColumnType) -> Scalar:
    return None if written is None else _VALUES[kind](_CODEC.read(str, written))


def _number(text: str) -> Decimal:
    number = Decimal(text)
    if not number.is_finite():
        raise ValueError(text)
    return number


_VALUES: Mapping[ColumnType, Callable[[str], Scalar]] = {
    "string": str,
    "number": _number,
    "integer": _number,
    "year": _number,
    "date": PartialDate.parse,
    "period": period,
    "boolean": {"true": True, "false": False}.__getitem__,
}


# --- what holds them --------------------------------------------------------------------------------------------------
def _read_table(data: _Json) -> Table:
    columns: tuple[Column, ...] = _CODEC.read(tuple[Column, ...], data["columns"])
    rows = tuple(
        _CODEC.made(
            Row,
            row,
            cells={column.name: _read_cell(row["cells"][column.name], column.type) for column in columns},
            place=NOWHERE,
            number=number,
        )
        for number, row in enumerate(_CODEC.read(tuple[Any, ...], data["rows"]), 1)
    )
    table = _CODEC.made(Table, data, columns=columns, rows=rows)
    for name in filter(None, (*table.key, table.date, table.label)):
        table.column(name)
    return table


def _read_fact(data: _Json) -> Fact:
    kind: ColumnType = _CODEC.read(ColumnType, data["type"])
    return _CODEC.made(Fact, data, cell=_read_cell(data["cell"], kind))


def _section(section: SectionRecord) -> _Json:
    """Its number where it has one, and what it is compared by where that is not its title."""
    number = {"number": section.number} if section.number else {}
    compared = {"compared": section.compared} if section.compared != section.title else {}
    return {**number, **_CODEC.group(section), **compared}


def _read_section(data: _Json) -> SectionRecord:
    return _CODEC.made(SectionRecord, {"number": "", "compared": data["title"], **data})


def _paragraph(one: ParagraphRecord) -> str | _Json:
    return one.text if one.text == one.compared else _CODEC.group(one)


def _read_paragraph(data: Any) -> ParagraphRecord:
    return ParagraphRecord(data, data) if isinstance(data, str) else _CODEC.made(ParagraphRecord, data)


_CODEC = Codec(
    writers={PartialDate: str, Cell: _cell, LazyCells: _cells, SectionRecord: _section, ParagraphRecord: _paragraph},
    readers={
        PartialDate: PartialDate.parse,
        Table: _read_table,
        Fact: _read_fact,
        SectionRecord: _read_section,
        ParagraphRecord: _read_paragraph,
    },
    kept={
        Snapshot: """name title language edition! published updated facts_as_of tables! facts! publisher! references!
        sections! rest""",
        Table: "name title columns rows key date label sources as_of missing",
        Column: "name title type! unit decimals values missing unit_column",
        Row: "cells sources as_of origins unit",
        Fact: "name cell type! unit decimals subject measure sources as_of",
        SectionRecord: "anchor title paragraphs!",
        ParagraphRecord: "text compared",
    },
)
