"""What a paper was read to, as plain lists and texts: the same however its files are laid out.

A table says of each class what of it counts, in which order. It has nothing that an author does not decide: places,
numbers and words of the engine (labels, imprint), pictures as they are drawn. Neither the names of our fields nor those
of a library reach the form. What is empty at the end of an entry is left out, so that a field which is added there
changes the form only where it is used.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from decimal import Decimal
from operator import attrgetter
from typing import Any

from reportgen import house
from reportgen.dates import PartialDate, Period
from reportgen.document import blocks as doc
from reportgen.document import inlines as run
from reportgen.document.text.desk import ChartDraft
from reportgen.figures.contract import ChartData, ChartSpec, ColumnInfo
from reportgen.marks import Mark
from reportgen.patterns import Pattern
from reportgen.phrases import Phrase
from reportgen.source import meta, model

SHAPES: Mapping[type, tuple[str, str]] = {
    # --- runs of words; `Text` is its characters ---
    run.Emphasis: ("emphasis", "children"),
    run.Strong: ("strong", "children"),
    run.Superscript: ("superscript", "children"),
    run.Subscript: ("subscript", "children"),
    run.Code: ("code", "text"),
    run.Link: ("link", "url children"),
    run.Span: ("span", "lang expansion children"),
    run.LineBreak: ("break", ""),
    run.Value: ("value", "text records cites"),
    run.Note: ("note", "number paragraphs"),
    run.NoteMark: ("call", "note"),
    run.PageNumber: ("page", "anchor"),
    # --- blocks ---
    doc.Paragraph: ("paragraph", "content style"),
    doc.List: ("list", "start items marks"),
    doc.Definition: ("definition", "term bodies"),
    doc.DefinitionList: ("definitions", "items"),
    doc.Quotation: ("quotation", "blocks attribution"),
    doc.TextBox: ("box", "anchor whole title blocks"),
    doc.KeyFigure: ("figure", "value label"),
    doc.KeyFacts: ("figures", "items"),
    doc.TimelineEvent: ("event", "date content"),
    doc.Timeline: ("timeline", "title events"),
    doc.CodeBlock: ("lines", "text"),
    doc.Description: ("description", "anchor"),
    doc.ChangesPlace: ("changes", "first"),
    doc.ColumnHead: ("head", "align content"),
    doc.TableCell: ("cell", "header content"),
    doc.TableRow: ("row", "cells"),
    doc.TableBlock: ("table", "anchor title columns rows subtitle note source notes"),
    doc.Chart: ("chart", "anchor title subtitle note source"),
    doc.Figure: ("picture", "anchor alt width height title subtitle note source"),
    doc.Section: ("section", "anchor level number new_page key_messages title blocks"),
    # --- charts ---
    ChartDraft: ("drawing", "anchor spec alt"),
    ChartSpec: ("spec", "kind data height alt_only"),
    ChartData: ("data", "columns missing title sorted"),
    ColumnInfo: ("column", "name title type unit decimals values"),
    # --- the briefing ---
    meta.Meta: (
        "paper",
        """type series number subject keywords language authors contact published updated facts_as_of next_review
        edition change attached_to chapters data_tables attach off sources standard""",
    ),
    meta.Attached: ("attached", "date"),
    model.Table: (
        "table",
        "name title columns key date label sources as_of missing note sum_by review_after totals",
    ),
    model.Column: ("column", "name title type unit decimals values missing sum plus looked_up unit_column"),
    model.Fact: (
        "fact",
        "name cell.written type unit decimals subject measure sources as_of review_after",
    ),
    model.Reference: ("source", "id background csl"),
    model.Term: ("term", "text lang expansion prefer note"),
    house.House: (
        "house",
        "name tagline contact colours sizes page series fonts.chain off numbers side sources cover standard",
    ),
    house.Colours: ("colours", "ink grey rule accent tint link warm blue paper categories"),
    house.Sizes: ("sizes", "base"),
    house.PageGrid: ("sheet", "width height outer text top bottom run_on"),
    house.PaperSeries: ("series", "name"),
    run.Formula: ("formula", "tex"),
    doc.Equation: ("equation", "formula"),
    doc.PageBreak: ("page break", ""),
}
"""Of each class its name in the form, and what of it counts; new entries go to the end."""

_STYLE = frozenset({house.House, house.Colours, house.Sizes, house.PageGrid})
"""What has a look of its own where nobody asks for another."""
_EMPTY: tuple[Any, ...] = (None, "", [])
_SPACES = Pattern(r"[ \t\n]+")


def form(value: Any) -> Any:
    """A part of a draft or of a briefing as lists, texts, numbers and None."""
    kind = type(value)
    made = _MAKERS.get(kind)
    if made is None:
        made = _MAKERS[kind] = _shaped(kind) if kind in SHAPES else _of_group(kind)
    return made(value)


def ordered(value: Any) -> Any:
    """What an author wrote as keys and values, where their order counts."""
    match value:
        case Mapping():
            return [[str(key), ordered(kid)] for key, kid in value.items()]
        case list() | tuple():
            return [ordered(kid) for kid in value]
    return form(value)


def _shaped(kind: type) -> Callable[[Any], Any]:
    name, counting = SHAPES[kind]
    fields = counting.split()
    if kind in _STYLE:
        return _beyond(kind(), name, fields)
    get = attrgetter(*fields) if fields else None

    def made(value: Any) -> Any:
        if get is None:
            return [name]
        found = [form(part) for part in get(value)] if len(fields) > 1 else [form(get(value))]
        while found and found[-1] in _EMPTY:
            found.pop()
        return [name, *found]

    return made


def _beyond(usual: Any, name: str, fields: Sequence[str]) -> Callable[[Any], Any]:
    """What a house has otherwise than the engine, whose own look is no part of any sources."""
    get = {field: attrgetter(field) for field in fields}
    return lambda value: [name, *([one, form(f(value))] for one, f in get.items() if f(value) != f(usual))]


def _of_group(kind: type) -> Callable[[Any], Any]:
    if issubclass(kind, Mapping):
        return lambda value: sorted(
            [key.text if isinstance(key, Phrase) else str(key), form(kid)] for key, kid in value.items()
        )
    raise TypeError(f"nothing is said of {kind.__name__}")


def _several(value: Any) -> list[Any]:
    """A list, in which words that follow each other are one text; spaces count as one, as where lines end."""
    found: list[Any] = []
    for part in value:
        if type(part) is run.Text:
            words = _SPACES.sub(" ", part.text) if "  " in part.text or "\n" in part.text else part.text
            if found and type(found[-1]) is str:
                found[-1] += words
            else:
                found.append(words)
        else:
            found.append(form(part))
    return found


def _same(value: Any) -> Any:
    return value


_MAKERS: dict[type, Callable[[Any], Any]] = {
    str: _same,
    int: _same,
    float: _same,
    bool: _same,
    type(None): _same,
    Decimal: str,
    PartialDate: str,
    Period: str,
    Mark: lambda mark: mark.value,
    Phrase: lambda phrase: phrase.text,
    run.Text: lambda text: text.text,
    run.Record: lambda record: record.name,
    tuple: _several,
    list: _several,
}
