"""Going through the block tree: every block in reading order, and the same tree with some blocks replaced."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace

from reportgen.document.blocks import (
    Block,
    Box,
    ChangeTable,
    Chart,
    DefinitionList,
    Figure,
    KeyFacts,
    List,
    Paragraph,
    Quotation,
    Section,
    SourceList,
    Table,
    Timeline,
)
from reportgen.document.inlines import Inlines

Change = Callable[[Block], Block]


def sections(parts: Iterable[Block | Section]) -> Iterator[Section]:
    """Every section, each before those inside it."""
    for part in parts:
        if isinstance(part, Section):
            yield part
            yield from sections(part.blocks)


def blocks(parts: Iterable[Block | Section]) -> Iterator[Block]:
    """Every block, each before those inside it."""
    for part in parts:
        if not isinstance(part, Section):
            yield part
        yield from blocks(inside(part))


def inside(part: Block | Section) -> Iterator[Block | Section]:
    """What stands directly in a part."""
    match part:
        case Section() | Box() | Quotation():
            yield from part.blocks
        case List():
            yield from (block for item in part.items for block in item)
        case DefinitionList():
            yield from (block for item in part.items for body in item.bodies for block in body)


def changed(part: Section, change: Change) -> Section:
    """The section with `change` done to every block in it, inner ones first."""
    parts = (
        changed(inner, change) if isinstance(inner, Section) else changed_block(inner, change) for inner in part.blocks
    )
    return replace(part, blocks=tuple(parts))


def changed_block(block: Block, change: Change) -> Block:
    """The same for a block."""
    match block:
        case Box() | Quotation():
            return change(replace(block, blocks=_all(block.blocks, change)))
        case List():
            return change(replace(block, items=tuple(_all(item, change) for item in block.items)))
        case DefinitionList():
            items = (replace(item, bodies=tuple(_all(body, change) for body in item.bodies)) for item in block.items)
            return change(replace(block, items=tuple(items)))
        case _:
            return change(block)


def _all(parts: tuple[Block, ...], change: Change) -> tuple[Block, ...]:
    return tuple(changed_block(block, change) for block in parts)


def texts(block: Block) -> Iterator[Inlines]:
    """The texts of a block itself, in reading order, without those of the blocks inside it."""
    match block:
        case Paragraph():
            yield block.content
        case DefinitionList():
            yield from (item.term for item in block.items)
        case Quotation():
            yield block.attribution
        case Box():
            yield block.title
        case KeyFacts():
            yield from (part for item in block.items for part in (item.value, item.label))
        case Timeline():
            yield block.title
            yield from (part for event in block.events for part in (event.date, event.content))
        case Table() | Chart() | Figure():
            yield from (block.title, block.subtitle, *_inside_captions(block), block.note, block.source)
        case SourceList() | ChangeTable():
            yield from _entries(block)


def _entries(block: SourceList | ChangeTable) -> Iterator[Inlines]:
    """What a list that the engine makes says."""
    match block:
        case SourceList():
            yield from (entry.content for entry in block.entries)
        case ChangeTable():
            for group in block.groups:
                yield group.subject
                yield from (part for entry in group.entries for part in (*entry.lines, entry.origin))


def _inside_captions(block: Table | Chart | Figure) -> Iterator[Inlines]:
    """What stands between the captions of a block."""
    match block:
        case Table():
            yield from (head.content for head in block.columns)
            yield from (cell.content for row in block.rows for cell in row.cells)
            yield from (text for _, text in block.notes)
        case Chart():
            yield block.description
