"""The filters that take several values: lists, rows, columns of a table.

As with any filter (`filters`), what comes out keeps the records of what went in.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence, Sized

from jinja2 import Undefined

from reportgen.document.data.arithmetic import TYPED, Fault
from reportgen.document.data.forms import Form
from reportgen.document.data.lookups import RowView, TableView, View
from reportgen.document.data.scalars import described, is_scalar
from reportgen.document.data.values import Datum, lift, together
from reportgen.document.templates.budget import check_length
from reportgen.language import Words

_LISTED = 4
"""Rows that a hint names."""


def listed(words: Words, value: Iterable[object]) -> object:
    """As the language lists things: "a, b and c". Rows stay a list that a loop can take."""
    items = _items(value)
    return together([lift(item, words) for item in items], words) if all(map(_printable, items)) else items


def latest(_words: Words, value: object) -> object:
    """Of a table with dates, or of rows of one, the latest row of each key that is not after `facts_as_of`."""
    if isinstance(value, TableView):
        return value.latest()
    rows = [] if isinstance(value, str) or not isinstance(value, Iterable) else _items(value)
    if not rows or not all(isinstance(row, RowView) for row in rows):
        raise Fault(
            "template-value",
            f"{described(value)} has no rows of which to take the latest",
            "write it behind a table with a date column",
        )
    return RowView.latest([row for row in rows if isinstance(row, RowView)])


def joined(words: Words, value: Iterable[object], between: object = "", attribute: object = None) -> object:
    """One text of several values."""
    parts = [lift(_part(item, attribute), words) for item in _items(value)]
    comma = str(lift(between, words))
    check_length(sum(len(str(part)) + len(comma) for part in parts))
    text = comma.join(map(str, parts))
    whole = together(parts, words)
    return Datum(text, Form(words, "string"), whole.records, cites=whole.cites, meant=whole.meant)


def counted(words: Words, value: Sized) -> Datum:
    """How many there are, rows of totals left out: what is counted needs no record."""
    if isinstance(value, list):
        value = _parts(value)
    return lift(len(value.apart() if isinstance(value, TableView) else value), words).known()


def total(words: Words, value: Iterable[object], attribute: object = None, start: object = 0) -> Datum:
    """The sum; of rows, the totals among them are left out."""
    items, column = _parts(value), _column(value, attribute, "sum")
    _check_units(items, column, "sum")
    parts = [lift(_part(item, column), words) for item in items]
    if texts := [str(part.value) for part in parts if isinstance(part.value, str)]:
        raise _no_number(texts, "sum", attribute)
    if start or not parts:
        parts.insert(0, lift(start, words))
    while len(parts) > 1:  # by pairs, or the records of all so far would be gone through for each
        parts = [sum(parts[at + 1 : at + 2], parts[at]) for at in range(0, len(parts), 2)]
    return parts[0]


def smallest(words: Words, value: Iterable[object], attribute: object = None) -> object:
    """The one with the least value; missing values do not count."""
    return _chosen(_extreme(words, value, attribute, "min")[0], attribute, "min")


def largest(words: Words, value: Iterable[object], attribute: object = None) -> object:
    """The one with the greatest value; missing values do not count."""
    return _chosen(_extreme(words, value, attribute, "max")[-1], attribute, "max")


def _column(value: Iterable[object], column: object, name: str) -> object:
    """The column that a filter takes of rows; Fault where none is named."""
    first = next(iter(value), None) if column is None and isinstance(value, TableView | list) else None
    if not isinstance(first, RowView):
        return column
    table = first.table
    example = next((one.name for one in table.columns if one.type in ("number", "integer")), table.columns[-1].name)
    how = f'{table.name} | {name}("{example}")'
    hint = f"name the column: {how if name == 'sum' else f'({how}).{example}'}"
    raise Fault("template-value", f"'{name}' of whole rows has nothing to go by", hint)


def _check_units(items: Sequence[object], column: object, name: str) -> None:
    """Fault where a filter takes rows together whose values are in several units."""
    rows = [item for item in items if isinstance(item, RowView)]
    found = rows[0].units_of(rows, str(column)) if rows and len(rows) == len(items) else None
    if found is None:
        return
    by, said, texts = found
    test = f'"equalto", "{texts[0]}"' if len(texts) == 1 else f'"in", {json.dumps(texts[:_LISTED], ensure_ascii=False)}'
    hint = f'take the rows of one: {rows[0].table.name} | selectattr("{by}", {test}) | {name}("{column}")'
    raise Fault("template-value", f"'{column}' of these rows is in several units, {said}: {name} needs one", hint)


def _no_number(texts: Sequence[str], name: str, column: object) -> Fault:
    """Texts are put together by a sum, and compared letter by letter."""
    shown = next((one for one in texts if not one.isdigit()), texts[0])
    where = f" of '{column}'" if column is not None else ""
    return Fault("template-value", f"'{shown}'{where} is text: {name} needs numbers", TYPED)


def _chosen(found: object, column: object, name: str) -> object:
    """A row that a filter chooses says how its value is had: that of the column that it was chosen by."""
    if isinstance(found, RowView):
        part = f".{column}" if str(column).isidentifier() else f'["{column}"]'
        found.hint = f'name the column, behind brackets: ({found.table.name} | {name}("{column}")){part}'
    return found


def _extreme(words: Words, value: Iterable[object], attribute: object, name: str) -> list[object]:
    column = _column(value, attribute, name)
    _check_units(_parts(value), column, name)
    present = [item for item in _parts(value) if lift(_part(item, column), words).value is not None]
    texts = [found for item in present if isinstance(found := lift(_part(item, column), words).value, str)]
    if any(text.isdigit() for text in texts) and not all(text.isdigit() for text in texts):  # names have a first, too
        raise _no_number(texts, name, attribute)
    if not present:
        raise Fault("template-value", "there is no value to choose from", "ask first: {% if … %}")
    return arranged(words, present, attribute=attribute)


def arranged(
    words: Words, value: Iterable[object], reverse: bool = False, case_sensitive: bool = False, attribute: object = None
) -> list[object]:
    """Sorted, also by several columns ("region,name"); missing values come last."""
    items = _items(value)
    columns: list[object] = list(reversed(attribute.split(","))) if isinstance(attribute, str) else [attribute]
    for column in columns:
        pairs = [(_sortable(lift(_part(item, column), words), case_sensitive), item) for item in items]
        known = sorted((pair for pair in pairs if pair[0].value is not None), key=lambda pair: pair[0], reverse=reverse)
        items = [item for _, item in known] + [item for key, item in pairs if key.value is None]
    return items


def _sortable(datum: Datum, case_sensitive: bool) -> Datum:
    if isinstance(datum.value, str) and not case_sensitive:
        return Datum(datum.value.casefold(), datum.form)
    return datum


def _items(value: Iterable[object]) -> list[object]:
    """The items of a list; one that is not there tells so (its text is empty) and is left out."""
    return [item for item in value if not isinstance(item, Undefined) or str(item)]


def _parts(value: Iterable[object]) -> list[object]:
    """The items; of rows those that are no totals of the others."""
    if isinstance(value, TableView):
        return [*value.apart()]
    items = _items(value)
    rows = [item for item in items if isinstance(item, RowView)]
    return [*RowView.apart(rows)] if rows and len(rows) == len(items) else items


def _part(item: object, attribute: object) -> object:
    if attribute is None:
        return item
    if isinstance(item, View):
        return item.item(attribute)
    raise Fault(
        "template-value", f"{described(item)} has no columns", "go by a column of rows, such as those of a table"
    )


def _printable(item: object) -> bool:
    return is_scalar(item) and not isinstance(item, Undefined)
