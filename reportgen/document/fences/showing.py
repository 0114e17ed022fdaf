"""Blocks that show how charts are made: a chart's block as written, its description, the options of a kind."""

from __future__ import annotations

from functools import cache
from textwrap import dedent

from markdown_it import MarkdownIt

from reportgen.document.blocks import Block, CodeBlock, Definition, DefinitionList, Description, Paragraph
from reportgen.document.fences.fence import Fenced
from reportgen.document.inlines import Code, Emphasis, Inlines, Span, Text
from reportgen.document.markdown.block_keys import ChartNameKeys, OptionsKeys
from reportgen.document.markdown.header_notes import without_notes
from reportgen.document.markdown.parsing import parse_inline, parser
from reportgen.document.markdown.typography import quotes
from reportgen.document.templates.offsets import stays
from reportgen.document.text.inline_reader import read_inline
from reportgen.document.text.outline import Target
from reportgen.figures.kinds import OptionInfo, found, named, opened, options_info
from reportgen.language import words_for
from reportgen.language.values import MISSING
from reportgen.problems import did_you_mean
from reportgen.source.model import Phrase

_ENGLISH = "en"
"""The language of the help in a kind's file, and of the names of types."""


def shown(block: Fenced) -> Block | None:
    """What a block of one of these kinds shows."""
    return {"listing": _listing, "description": _description, "options": _options}[block.header.kind](block)


def _listing(block: Fenced) -> Block | None:
    """The lines of a chart's block as they stand in its file."""
    assert isinstance(block.keys, ChartNameKeys)
    target = _chart(block, block.keys.chart)
    if target is None:
        return None
    written = dedent("\n".join(line.rstrip() for line in target.written))
    text = without_notes(block.desk.md, written)
    block.desk.glyphs.check(text, lambda _: target.place)
    return CodeBlock(text, block.place)


def _description(block: Fenced) -> Block | None:
    """What stands for a chart's description until it is drawn."""
    assert isinstance(block.keys, ChartNameKeys)
    target = _chart(block, block.keys.chart)
    return Description(target.anchor, block.place) if target else None


def _chart(block: Fenced, name: Phrase) -> Target | None:
    """The chart that a block names; None, and a problem, where there is none."""
    desk, wanted = block.desk, name.text.strip()
    target = desk.outline.find("chart", wanted)
    if target is None:
        known = {one.id for one in desk.outline.targets.values() if one.kind == "chart"}
        hint = did_you_mean(wanted, known) or "write the id that stands after ::: chart"
        desk.problem("crossref-unknown", name.place, f"there is no chart '{wanted}' in this paper", hint)
    return target


def _options(block: Fenced) -> Block | None:
    """A list of what an author may write for a kind, from its `Options`."""
    assert isinstance(block.keys, OptionsKeys)
    desk, name = block.desk, block.keys.kind
    folders = desk.briefing.charts
    path = named(name.text.strip(), name.place, found(folders), desk.problems, folders)
    desk.kinds[name.text.strip()] = None
    kind = opened(name.text.strip(), path, desk.problems) if path else None
    if kind is None:
        return None
    if kind.options is None:
        hint = "remove this block, or write the class Options in the kind's file (docs/charts.md)"
        desk.problem("chart-kind", name.place, f"the chart kind '{kind.name}' declares no options", hint)
        return None
    return DefinitionList(tuple(_definition(block, option) for option in options_info(kind)), block.place)


def _definition(block: Fenced, option: OptionInfo) -> Definition:
    """An option, what it does and what is written for it: sentences, so in the size of running text."""
    said = (*_help(block, option.doc), Text(" "), Emphasis((Text(option.form),)))
    return Definition((Code(option.name),), ((Paragraph(_in_english(block, said), place=block.place),),))


def _help(block: Fenced, doc: str) -> Inlines:
    """The help of an option, which may have Markdown in it, in one run."""
    if not doc:
        return (Text(MISSING),)
    node = parse_inline(_english(), " ".join(doc.split()), stays(block.header.at))
    return read_inline(block.desk, block.page, node)


@cache
def _english() -> MarkdownIt:
    """Sets the quotation marks of English, whatever the language of the paper."""
    return parser(quotes(words_for(_ENGLISH)))


def _in_english(block: Fenced, words: Inlines) -> Inlines:
    """The same words, marked where the paper is in another language."""
    own = block.desk.words.tag.partition("-")[0]
    return words if own == _ENGLISH else (Span(words, lang=_ENGLISH),)
