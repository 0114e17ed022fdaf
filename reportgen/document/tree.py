"""Going through the block tree: every block in reading order, and the same tree with some blocks replaced."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace

from reportgen.document.blocks import Block, Box, DefinitionList, List, Quotation, Section

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
        yield from blocks(_inside(part))


def _inside(part: Block | Section) -> Iterator[Block | Section]:
    match part:
        case Section() | Box() | Quotation():
            yield from part.blocks
        case List():
            yield from (block for item in part.items for block in item)
        case DefinitionList():
            yield from (block for item in part.items for body in item.bodies for block in body)


def changed(part: Section, change: Change) -> Section:
    """The section with `change` done to every block in it, inner ones first."""
    inside = (
        changed(inner, change) if isinstance(inner, Section) else changed_block(inner, change) for inner in part.blocks
    )
    return replace(part, blocks=tuple(inside))


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


def _all(inside: tuple[Block, ...], change: Change) -> tuple[Block, ...]:
    return tuple(changed_block(block, change) for block in inside)
