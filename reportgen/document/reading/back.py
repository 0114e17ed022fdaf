"""The standing texts of the house, in small type at the end of a paper."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from reportgen.document.blocks import Block, Paragraph, Section
from reportgen.document.inlines import Text
from reportgen.document.reading.block_reader import read_blocks
from reportgen.document.reading.draft import Draft, Standing
from reportgen.document.text.desk import Desk
from reportgen.document.text.page import Page
from reportgen.document.tree import changed_block

ABOUT = "back-about"
_PARTS = (("citation", "cite"), ("formats", "formats"), ("licence", "licence"))
"""Standing text and the key of its heading, in order."""


def read_standing(desk: Desk, pages: Sequence[tuple[str, Page]]) -> tuple[Standing, ...]:
    """The blocks of the house's texts, set small."""
    return tuple(
        Standing(key, tuple(changed_block(block, _small) for block in read_blocks(desk, page, page.tree.children)))
        for key, page in pages
    )


def _small(block: Block) -> Block:
    return replace(block, style="small") if isinstance(block, Paragraph) else block


def about(draft: Draft, *, attached: bool) -> Section | None:
    """The unnumbered section "About this paper"; None for a house without standing texts."""
    texts = {standing.key: standing.blocks for standing in draft.standing if standing.blocks}
    if not texts:
        return None
    words = draft.words
    blocks = list(texts.get("impartiality", ()))
    if attached and draft.chart_drafts:
        blocks.append(Paragraph((Text(words.say("back.attached-data")),), "small"))
    inside = [
        Section(2, (Text(words.say(f"back.{heading}")),), f"{ABOUT}-{heading}", texts[key])
        for key, heading in _PARTS
        if key in texts
    ]
    return Section(1, (Text(words.say("back.about")),), ABOUT, (*blocks, *inside))
