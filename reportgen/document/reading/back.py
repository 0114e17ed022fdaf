"""The standing texts of the house, and how the paper was made, in small type at its end."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from reportgen.document.blocks import Block, Paragraph, Section
from reportgen.document.inlines import Code, Inlines, Strong, Text
from reportgen.document.reading.block_reader import read_blocks
from reportgen.document.reading.draft import Draft, Standing
from reportgen.document.revision import Making
from reportgen.document.text.desk import Desk
from reportgen.document.text.page import Page
from reportgen.document.tree import changed_blocks
from reportgen.language import Words

ABOUT = "back-about"
_PARTS = (("citation", "cite"), ("formats", "formats"), ("licence", "licence"))
"""Standing text and the key of its heading, in order."""
_DIGITS, _GROUP = 16, 4
"""Of the digest, how many digits are printed, and how many of them stand together."""


def read_standing(desk: Desk, pages: Sequence[tuple[str, Page]]) -> tuple[Standing, ...]:
    """The blocks of the house's texts, set small."""
    return tuple(
        Standing(key, changed_blocks(read_blocks(desk, page, page.tree.children), _small)) for key, page in pages
    )


def _small(block: Block) -> Block:
    return replace(block, style="small") if isinstance(block, Paragraph) else block


def about(draft: Draft, making: Making | None = None, *, attached: bool, opened: Inlines = ()) -> Section | None:
    """The unnumbered section "About this paper"; None where there is nothing to say.

    `opened` says when the addresses in the notes were read, of a paper without a list of sources.
    """
    texts = {standing.key: standing.blocks for standing in draft.standing if standing.blocks}
    words, tight = draft.words, draft.briefing.meta.type == "focus"
    if not (texts or making or opened):
        return None
    blocks = list(texts.get("impartiality", ()))
    if texts and attached and draft.chart_drafts:
        blocks.append(Paragraph((Text(words.say("back.attached-data")),), "small"))
    if opened:
        blocks.append(Paragraph(opened, "small"))
    inside = [
        Section(2, (Text(words.say(f"back.{heading}")),), f"{ABOUT}-{heading}", texts[key])
        for key, heading in _PARTS
        if key in texts
    ]
    if making and not tight and (blocks or inside):
        heading = (Text(words.say("back.made")),)
        inside.append(Section(2, heading, f"{ABOUT}-made", (Paragraph(_made(making, words), "small"),)))
    elif making:
        # Without a heading: a few lines may be a page more than a focus has, and alone they need but the title.
        lead = Strong((Text(words.say("labels.titled", label=words.say("back.made"), title="")),))
        blocks.append(Paragraph((lead, *_made(making, words)), "small"))
    title = (Text(words.say("back.about")),) if texts or not tight else ()
    return Section(1, title, ABOUT, (*blocks, *inside))


def _made(making: Making, words: Words) -> Inlines:
    """With what, and from which sources: the beginning of their digest, which is whole in the file's properties."""
    version, colon, digits = making.digest.rpartition(":")
    groups = (digits[at : at + _GROUP] for at in range(0, _DIGITS, _GROUP))
    programs = words.listing([name.replace(" ", "\u00a0") for name in (making.engine, *making.libraries)])
    before, after = words.say_around("back.made-with", "digest", programs=programs)
    return Text(before), Code(version + colon + "\u00a0".join(groups)), Text(after)
