"""The record of a briefing as a file: JSON, sorted, a line for each table and section, which later versions read too.

A value is kept as it is written, and beside it as it is read only where the two differ. Places are not kept: where a
file has its lines is no part of an edition.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping, Sequence
from decimal import Decimal, InvalidOperation
from operator import attrgetter
from typing import Any, TypeVar, get_args

from reportgen.dates import PartialDate
from reportgen.document.data.shelf import canonical
from reportgen.editions.paragraphs import ParagraphRecord
from reportgen.editions.record import SectionRecord, Snapshot
from reportgen.language.periods import period
from reportgen.marks import Mark
from reportgen.problems import NOWHERE, Place, failure
from reportgen.source.model import Cell, Column, ColumnType, Fact, Row, Scalar, Table

FORMAT = 2
"""Goes up when older versions can't read the file any more. Format 1 has neither `publisher` nor `rest`."""

_ENCODE = json.JSONEncoder(ensure_ascii=False, sort_keys=True).encode
T = TypeVar("T")
_Json = Mapping[str, Any]
_FAULTS = (KeyError, TypeError, ValueError, AttributeError, InvalidOperation, RecursionError)
"""What reading a file that is damaged can raise."""


def to_json(record: Snapshot) -> str:
    """The file's text, the same for the same record."""
    data = {
        "format": FORMAT,
        "name": record.name,
        "title": record.title,
        "language": record.language,
        "edition": record.edition,
        **_dates(published=record.published, updated=record.updated, facts_as_of=record.facts_as_of),
        "tables": [_table(table) for table in sorted(record.tables, key=attrgetter("name"))],
        "facts": [_fact(fact) for fact in sorted(record.facts, key=attrgetter("name"))],
        "publisher": record.publisher,
        "references": dict(record.references),
        "sections": [_section(section) for section in record.sections],
    }
    if record.rest:
        data["rest"] = record.rest
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
            return _record(data)
    except _FAULTS:
        pass
    raise failure("edition-record", Place(file), "this record of an edition is damaged and can't be read")


# --- writing ---------------------------------------------------------------------------------------------------------
def _dates(**dates: PartialDate | None) -> dict[str, str]:
    return {key: str(date) for key, date in dates.items() if date is not None}


def _filled(**values: object) -> dict[str, Any]:
    """Those that say something."""
    return {key: list(value) if isinstance(value, tuple) else value for key, value in values.items() if value}


def _table(table: Table) -> _Json:
    return {
        "name": table.name,
        "title": table.title,
        **_filled(key=table.key, date=table.date, label=table.label, sources=table.sources, missing=table.missing),
        **_dates(as_of=table.as_of),
        "columns": [_column(column) for column in table.columns],
        "rows": [_row(row, table) for row in table.rows],
    }


def _column(column: Column) -> _Json:
    return {
        "name": column.name,
        "title": column.title,
        "type": column.type,
        **_filled(unit=column.unit, values=column.values, missing=column.missing),
        **({"decimals": column.decimals} if column.decimals is not None else {}),
    }


def _row(row: Row, table: Table) -> _Json:
    cells = {column.name: _cell(row.cells[column.name]) for column in table.columns}
    return {"cells": cells, **_filled(sources=row.sources), **_dates(as_of=row.as_of)}


def _cell(cell: Cell) -> str | _Json:
    """The written text; where it does not say all, the value and the mark too."""
    value = _plain(cell.value)
    if value == (cell.text or None) and cell.mark is None:
        return cell.text
    return {"text": cell.text, "value": value, **_filled(mark=cell.mark and cell.mark.value)}


def _plain(value: Scalar) -> str | None:
    return None if value is None else format(value, "f") if isinstance(value, Decimal) else canonical(value)


def _fact(fact: Fact) -> _Json:
    return {
        "name": fact.name,
        "type": fact.type,
        "cell": _cell(fact.cell),
        **_filled(unit=fact.unit, subject=fact.subject, measure=fact.measure, sources=fact.sources),
        **_dates(as_of=fact.as_of),
        **({"decimals": fact.decimals} if fact.decimals is not None else {}),
    }


def _section(section: SectionRecord) -> _Json:
    return {
        "anchor": section.anchor,
        "title": section.title,
        **_filled(number=section.number),
        **({"compared": section.compared} if section.compared != section.title else {}),
        "paragraphs": [_paragraph(one) for one in section.paragraphs],
    }


def _paragraph(one: ParagraphRecord) -> str | _Json:
    return one.text if one.text == one.compared else {"text": one.text, "compared": one.compared}


# --- reading ---------------------------------------------------------------------------------------------------------
def _record(data: _Json) -> Snapshot:
    return Snapshot(
        name=_text(data["name"]),
        title=_text(data["title"]),
        language=_text(data["language"]),
        edition=_whole(data["edition"]),
        published=_date(data.get("published")),
        updated=_date(data.get("updated")),
        facts_as_of=_date(data.get("facts_as_of")),
        tables=_each(data["tables"], _read_table),
        facts=_each(data["facts"], _read_fact),
        publisher=_text(data.get("publisher", "")),
        rest=dict(data.get("rest", {})),
        references={_text(name): _text(short) for name, short in data["references"].items()},
        sections=_each(data["sections"], _read_section),
    )


def _text(value: Any) -> str:
    if not isinstance(value, str):
        raise TypeError(value)
    return value


def _whole(value: Any) -> int:
    if not isinstance(value, int):
        raise TypeError(value)
    return value


def _date(value: Any) -> PartialDate | None:
    return None if value is None else PartialDate.parse(_text(value))


def _each(values: Any, read: Callable[[Any], T]) -> tuple[T, ...]:
    if not isinstance(values, Sequence) or isinstance(values, str):
        raise TypeError(values)
    return tuple(map(read, values))


def _same(value: Any) -> Any:
    return value


def _texts(data: _Json, key: str) -> tuple[str, ...]:
    return _each(data.get(key, ()), _text)


def _decimals(data: _Json) -> int | None:
    return _whole(data["decimals"]) if "decimals" in data else None


def _type(data: _Json) -> ColumnType:
    kind: ColumnType = data["type"]
    if kind not in get_args(ColumnType):
        raise ValueError(kind)
    return kind


def _read_table(data: _Json) -> Table:
    columns = _each(data["columns"], _read_column)
    table = Table(
        name=_text(data["name"]),
        title=_text(data["title"]),
        columns=columns,
        rows=tuple(_read_row(row, columns, number) for number, row in enumerate(_each(data["rows"], _same), 1)),
        key=_texts(data, "key"),
        date=_text(data.get("date", "")),
        label=_text(data.get("label", "")),
        sources=_texts(data, "sources"),
        as_of=_date(data.get("as_of")),
        missing=_text(data.get("missing", "")),
    )
    for name in filter(None, (*table.key, table.date, table.label)):
        table.column(name)
    return table


def _read_column(data: _Json) -> Column:
    return Column(
        _text(data["name"]),
        _text(data["title"]),
        _type(data),
        _text(data.get("unit", "")),
        _decimals(data),
        _texts(data, "values"),
        _text(data.get("missing", "")),
    )


def _read_row(data: _Json, columns: Sequence[Column], number: int) -> Row:
    cells = {column.name: _read_cell(data["cells"][column.name], column.type) for column in columns}
    return Row(cells, NOWHERE, _texts(data, "sources"), _date(data.get("as_of")), number)


def _read_cell(data: Any, kind: ColumnType) -> Cell:
    if isinstance(data, str):
        return Cell(_value(data or None, kind), data)
    mark = Mark(data["mark"]) if "mark" in data else None
    return Cell(_value(data["value"], kind), _text(data["text"]), mark=mark)


def _value(written: Any, kind: ColumnType) -> Scalar:
    """The value that `_plain` wrote."""
    return None if written is None else _VALUES[kind](_text(written))


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


def _read_fact(data: _Json) -> Fact:
    return Fact(
        name=_text(data["name"]),
        cell=_read_cell(data["cell"], _type(data)),
        type=_type(data),
        unit=_text(data.get("unit", "")),
        decimals=_decimals(data),
        subject=_text(data.get("subject", "")),
        measure=_text(data.get("measure", "")),
        sources=_texts(data, "sources"),
        as_of=_date(data.get("as_of")),
    )


def _read_section(data: _Json) -> SectionRecord:
    title = _text(data["title"])
    return SectionRecord(
        _text(data["anchor"]),
        _text(data.get("number", "")),
        title,
        _text(data.get("compared", title)),
        _each(data["paragraphs"], _read_paragraph),
    )


def _read_paragraph(data: Any) -> ParagraphRecord:
    if isinstance(data, str):
        return ParagraphRecord(data, data)
    return ParagraphRecord(_text(data["text"]), _text(data["compared"]))
