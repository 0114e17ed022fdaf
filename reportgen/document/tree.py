"""The one way through the block tree: what each part says and holds, and the same tree with some blocks replaced.

`content` knows every kind of block. Lists of uses, statements, rules of style and records of editions are filters over
it by what a text is there (`Role`); none of them knows blocks by heart. Inlines have their own walk (`inlines`).
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from itertools import chain
from typing import Literal, assert_never

from reportgen.document.blocks import (
    Block,
    Captioned,
    ChangeGroup,
    ChangesPlace,
    ChangeTable,
    Chart,
    CodeBlock,
    Definition,
    DefinitionList,
    Description,
    Equation,
    Figure,
    KeyFacts,
    List,
    Nest,
    PageBreak,
    Paragraph,
    Plain,
    Quotation,
    Running,
    Section,
    SourceList,
    TableBlock,
    TextBox,
    Timeline,
)
from reportgen.document.inlines import Inlines, Text
from reportgen.frozen import frozen
from reportgen.problems import NOWHERE, Place

Part = Block | Section
Change = Callable[[Block], Block | None]
"""What stands in the place of a block; None: nothing."""
Role = Literal[
    "heading",
    "body",
    "term",
    "attribution",
    "title",
    "caption",
    "subtitle",
    "head",
    "cell",
    "cell note",
    "note",
    "source",
    "data",
    "description",
    "figure",
    "label",
    "date",
    "event",
    "code",
    "formula",
    "entry",
    "subject",
    "change",
]
"""What a text is in its block: "title" is that of a box or a timeline, "caption" that of a chart, a table or a figure;
"note" and "source" stand under it, and "data" says where its data are. "head" and "cell" are those of a table, "figure"
is a key figure, "label" what it is. The last four are of lists that the engine makes."""


@frozen
class Passage:
    """A text of a block, what it is there, and where its author wrote it (NOWHERE: the engine did)."""

    role: Role
    content: Inlines
    place: Place = NOWHERE


Line = tuple[Passage, ...]
"""Texts that are read in one go, one at least: cells of a row, a key figure and its label, a date and its event."""


# --- what stands in a part -------------------------------------------------------------------------------------------
def content(part: Part) -> Iterator[Line | Part]:
    """What a part says, and the parts that stand directly in it, in reading order.

    Labels such as "Chart 1" and alternative texts are no texts of a block, for they have no inlines.
    """
    match part:
        case Section():
            return chain(_one("heading", part.title, part.place), part.blocks)
        case List():
            return chain.from_iterable(part.items)
        case DefinitionList():
            return chain.from_iterable(_definition(item, part.place) for item in part.items)
        case Quotation():
            return chain(part.blocks, _one("attribution", part.attribution, part.place))
        case TextBox():
            return chain(_one("title", part.title, part.place), part.blocks)
        case TableBlock() | Chart() | Figure():
            return _captioned(part)
        case SourceList() | ChangeTable():
            return _listed(part)
        case Paragraph() | KeyFacts() | Timeline() | CodeBlock() | Equation():
            return _running(part)
        case Description() | ChangesPlace() | PageBreak():
            return iter(())
        case _:
            assert_never(part)


def _one(role: Role, text: Inlines, place: Place) -> tuple[Line, ...]:
    """A text that is read by itself; none where it is empty."""
    return ((Passage(role, text, place),),) if text else ()


def _definition(item: Definition, place: Place) -> Iterator[Line | Part]:
    yield from _one("term", item.term, place)
    yield from chain.from_iterable(item.bodies)


def _running(block: Running) -> Iterator[Line]:
    match block:
        case Paragraph():
            yield from _one("body", block.content, block.place)
        case KeyFacts():
            for item in block.items:
                yield Passage("figure", item.value, item.place), Passage("label", item.label, item.place)
        case Timeline():
            yield from _one("title", block.title, block.place)
            for event in block.events:
                yield Passage("date", event.date, event.place), Passage("event", event.content, event.place)
        case CodeBlock():
            yield from _one("code", (Text(block.text),), block.place)
        case Equation():
            yield from _one("formula", (block.formula,), block.place)
        case _:
            assert_never(block)


def _captioned(block: Captioned) -> Iterator[Line]:
    place = block.place
    yield from _one("caption", block.title, place)
    yield from _one("subtitle", block.subtitle, place)
    match block:
        case TableBlock():
            yield from _cells(block)
        case Chart():
            yield from _one("description", block.description, place)
        case Figure():
            pass
        case _:
            assert_never(block)
    yield from _one("note", block.note, place)
    yield from _one("source", block.source, place)
    yield from _one("data", block.data, place) if isinstance(block, Chart) else ()


def _cells(table: TableBlock) -> Iterator[Line]:
    if table.columns:
        yield tuple(Passage("head", head.content, table.place) for head in table.columns)
    for row in table.rows:
        if row.cells:
            yield tuple(Passage("cell", cell.content, cell.place) for cell in row.cells)
    yield from ((Passage("cell note", text, table.place),) for _, text in table.notes)


def _listed(block: SourceList | ChangeTable) -> Iterator[Line]:
    match block:
        case SourceList():
            yield from ((Passage("entry", entry.content),) for entry in block.entries)
        case ChangeTable():
            yield from chain.from_iterable(map(_group, block.groups))
        case _:
            assert_never(block)


def _group(group: ChangeGroup) -> Iterator[Line]:
    yield from _one("subject", group.subject, NOWHERE)
    yield from ((Passage("change", entry),) for entry in group.entries)


# --- through all of it -----------------------------------------------------------------------------------------------
def lines(parts: Iterable[Part], without: tuple[type, ...] = ()) -> Iterator[Line]:
    """Every line of some parts at any depth in reading order, but for those of the kinds that are left out."""
    for part in parts:
        if not isinstance(part, without):
            for one in content(part):
                yield from (one,) if isinstance(one, tuple) else lines((one,), without)


def texts(parts: Iterable[Part], without: tuple[type, ...] = ()) -> Iterator[Passage]:
    """The same text by text."""
    return chain.from_iterable(lines(parts, without))


def inside(part: Part) -> Iterator[Part]:
    """The parts that stand directly in a part."""
    if not isinstance(part, Plain):
        yield from (one for one in content(part) if not isinstance(one, tuple))


def sections(parts: Iterable[Part]) -> Iterator[Section]:
    """Every section, each before those inside it."""
    for part in parts:
        if isinstance(part, Section):
            yield part
            yield from sections(part.blocks)


def blocks(parts: Iterable[Part]) -> Iterator[Block]:
    """Every block, each before those inside it."""
    for part in parts:
        if not isinstance(part, Section):
            yield part
        yield from blocks(inside(part))


# --- the tree with other blocks --------------------------------------------------------------------------------------
def changed(part: Section, change: Change) -> Section:
    """The section with `change` done to every block in it, inner ones first."""
    parts: list[Part] = []
    for inner in part.blocks:
        parts.extend((changed(inner, change),) if isinstance(inner, Section) else changed_blocks((inner,), change))
    return replace(part, blocks=tuple(parts))


def changed_blocks(parts: Iterable[Block], change: Change) -> tuple[Block, ...]:
    """The same for blocks."""
    made = (change(block if isinstance(block, Plain) else _with_changed(block, change)) for block in parts)
    return tuple(block for block in made if block is not None)


def _with_changed(block: Nest, change: Change) -> Block:
    match block:
        case TextBox() | Quotation():
            return replace(block, blocks=changed_blocks(block.blocks, change))
        case List():
            return replace(block, items=tuple(changed_blocks(item, change) for item in block.items))
        case DefinitionList():
            items = (
                replace(item, bodies=tuple(changed_blocks(body, change) for body in item.bodies))
                for item in block.items
            )
            return replace(block, items=tuple(items))
        case _:
            assert_never(block)
