"""Timelines: events from the body of a block or from a table, and their dates as they are printed.

Days stand in one form and months in one, however their author writes each; what is no date of days, months or years
("c. 1899", "Spring 2020") stays as it is.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from reportgen.dates import PartialDate
from reportgen.document.blocks import Block, Timeline, TimelineEvent
from reportgen.document.data.records import record
from reportgen.document.data.select import Selected
from reportgen.document.fences.data_blocks import selector_of
from reportgen.document.fences.fence import Fenced
from reportgen.document.fences.pairs import pairs
from reportgen.document.inlines import Inlines, Text, Value, plain, values
from reportgen.document.markdown.block_keys import TimelineKeys
from reportgen.document.text import joining
from reportgen.document.text.desk import Desk
from reportgen.document.text.notes import source_note
from reportgen.language import Words
from reportgen.language.values import in_words
from reportgen.patterns import Pattern
from reportgen.problems import Place
from reportgen.source import model
from reportgen.source.date_texts import DateOrder, order_of, read_date
from reportgen.source.model import Phrase
from reportgen.source.scalars import ScalarError, short

_ISO = Pattern(r"[0-9]{4}(?:-[0-9]{2}){0,2}")
_NUMBERS = Pattern(r"[0-9]{1,2}\s*[/.\-]\s*[0-9]{1,2}\s*[/.\-]\s*[0-9]{4}")


def timeline(block: Fenced) -> Block | None:
    """Events from the body, or from a table."""
    if block.header.entries.get("data"):
        return _from_table(block)
    title = block.text("title")
    events, found = [], pairs(block)
    dates = _in_one_form(block.desk, [(plain(date).strip(), place) for date, _, place in found])
    for (date, content, place), said in zip(found, dates, strict=True):
        dated = tuple(values(date))
        ids = dict.fromkeys(name for value in dated for name in value.cites)
        content = tuple(joining.joined((*content, *source_note(block.desk, tuple(ids), place))))
        events.append(TimelineEvent(_dated(date, dated, said), content, place))
    return Timeline(tuple(events), title, block.place) if events else None


def _dated(date: Inlines, values: Sequence[Value], text: str | None) -> Inlines:
    """The date of an event as it is printed; it stays a value where it is one."""
    if text is None:
        return date
    records = tuple(dict.fromkeys(record for value in values for record in value.records))
    return (replace(values[0], text=text, records=records),) if values else (Text(text),)


def _from_table(block: Fenced) -> Block | None:
    """Events from a table, in the order of their dates unless `sort:` says otherwise."""
    keys, desk = block.keys, block.desk
    assert isinstance(keys, TimelineKeys) and keys.data is not None
    title = block.text("title")
    if block.node.children:
        message = "a timeline with data: has no text of its own"
        desk.problem("block-syntax", block.place, message, "remove data:, or what stands under it")
    selector = selector_of(block, keys.data)
    if selector is None:
        return None
    date = selector.column(keys.date) if keys.date else _first(selector.table, "date", "period", "year")
    text = selector.column(keys.text) if keys.text else _first(selector.table, "string")
    if date is None or text is None:
        hint = "name its columns with date: and text:"
        desk.problem("block-syntax", block.place_of("data"), "which columns hold the date and the text?", hint)
        return None
    sort = keys.sort or (Phrase(date.name, keys.data.place),)
    selected = selector.select(keys.where, sort)
    for name in selected.sources:
        if name in desk.briefing.references:
            desk.cite(name)
    return Timeline(
        tuple(_event(block, selected, row, date.name, text.name) for row in selected.rows), title, block.place
    )


def _first(table: model.Table, *types: str) -> model.Column | None:
    return next((column for column in table.columns if column.type in types), None)


def _event(block: Fenced, selected: Selected, row: model.Row, date: str, text: str) -> TimelineEvent:
    table, words = selected.table, block.desk.words
    when = in_words(row.value(date), words, table.column(date).type)
    block.desk.glyphs.check_cell(row, text)
    day = Value(when, (record(table, row, date),), block.place)
    content = Value(row.cells[text].text, (record(table, row, text),), block.place)
    return TimelineEvent(block.desk.mark((day,)), block.desk.mark((content,)), row.place)


def _in_one_form(desk: Desk, texts: Sequence[tuple[str, Place]]) -> list[str | None]:
    """For each date of a timeline its words; None where they stay as they are.

    Days in numbers alone are read in the order that one of them shows; where none does, it is asked for.
    """
    numbers = [(text, place) for text, place in texts if _NUMBERS.fullmatch(text)]
    order, unclear = order_of([text for text, _ in numbers])
    if unclear:
        place = next(place for text, place in numbers if text == unclear[-1])
        message = f"this timeline has dates that may mean two days, such as {short(unclear[-1])}"
        desk.problem("bad-date", place, message, "write the year first, as 2024-03-05, or the month as a word")
    typed = [text for text, _ in texts if not _ISO.fullmatch(text) and _has_long_month(text, desk.words)]
    long = {_has_day(text) for text in typed}
    dates = [_date(text, order) for text, _ in texts]
    return [_said(date, desk.words, long=bool(date and date.day) in long) for date in dates]


def _date(text: str, order: DateOrder | None) -> PartialDate | None:
    try:
        if _NUMBERS.fullmatch(text):
            return read_date(text, order) if order else None
        return PartialDate.parse(text)
    except (ValueError, ScalarError):
        return None


def _said(date: PartialDate | None, words: Words, *, long: bool) -> str | None:
    if date is None:
        return None
    return words.date(date) if long else words.short_date(date)


def _has_day(text: str) -> bool:
    """Whether a date in words has a day beside its month and year."""
    return re.search(r"(?<!\d)\d{1,2}(?!\d)", text) is not None


def _has_long_month(text: str, words: Words) -> bool:
    """Whether a month stands in it as a whole word that has a shorter form."""
    wide = [month for month in words.months if len(month) > len("June")]
    return re.search(rf"(?<!\w)(?:{'|'.join(map(re.escape, wide))})(?!\w)", text, re.IGNORECASE) is not None
