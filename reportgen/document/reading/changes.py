"""Where the block of changes may stand: once, in the run of the text."""

from __future__ import annotations

from collections.abc import Sequence

from reportgen.document.blocks import Block, Changes, Section
from reportgen.document.tree import blocks, sections
from reportgen.problems import Problems


def check_changes(front: Sequence[Block], text: Sequence[Section], back: Sequence[Block], problems: Problems) -> None:
    """Tell each block of changes that stands on the cover, in a standing text, inside another block, or again."""
    free = [part for section in sections(text) for part in section.blocks if isinstance(part, Changes)]
    for block in (block for block in blocks((*front, *text, *back)) if isinstance(block, Changes)):
        if not any(block is one for one in free):
            hint = "write it in a file of text/, inside no other block"
            problems.add("block-syntax", block.place, "the changes can't stand here", hint)
        elif block is not free[0]:
            message = f"the changes stand already at {free[0].place}"
            problems.add("block-syntax", block.place, message, "remove one of the two blocks")
