"""Markdown as authors write it: CommonMark with tables, definition lists, notes and the forms of our own.

`parse` gives a tree of tokens; it neither judges nor changes what the author wrote. Reading the tree is the work of
`block_reader` and `inline_reader`.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from markdown_it import MarkdownIt
from markdown_it.rules_block import table
from markdown_it.tree import SyntaxTreeNode
from mdit_py_plugins.deflist import deflist_plugin

from reportgen.document.data.marks import SHORTCODE_OPEN
from reportgen.document.markdown import (
    arithmetic,
    block_rules,
    emphasis,
    foreign,
    foreign_blocks,
    formulas,
    html,
    inline_rules,
    link_names,
    lists,
)
from reportgen.document.markdown.addresses import bare_address
from reportgen.document.markdown.arithmetic import comparison
from reportgen.document.markdown.borrowed import borrow
from reportgen.document.markdown.headless_tables import headless_table
from reportgen.document.markdown.labels import HELPERS
from reportgen.document.markdown.pasted_tables import find_pasted
from reportgen.document.markdown.places import BlockParser, InlineParser, fragments, join_words, lines
from reportgen.document.markdown.typography import escaped_space, latex_quotes, tie, typography
from reportgen.document.templates.offsets import Where

DEEPEST = 60
"""Levels of nesting at which markdown-it stops reading: deeper text would be lost without a word."""

Node = SyntaxTreeNode
"""A part of the tree: `type`, `children`, `content`, `map` (lines from 0), `meta`."""


class _Parser(MarkdownIt):
    """Leaves addresses as written: a value may stand in one, and `links` judges them."""

    def __init__(self, quotes: Sequence[str]) -> None:
        super().__init__()
        self.block, self.inline = BlockParser(), InlineParser()
        self.helpers = HELPERS  # type: ignore[assignment]
        self.configure("commonmark", {"maxNesting": DEEPEST, "quotes": list(quotes)})

    def normalizeLinkText(self, url: str) -> str:  # noqa: N802
        return url

    def normalizeLink(self, url: str) -> str:  # noqa: N802
        return url

    def validateLink(self, url: str) -> bool:  # noqa: N802
        return True


_ANY = ("paragraph", "reference", "blockquote", "list")
_WORDS = ("paragraph", "reference", "blockquote")
_BLOCK_RULES: Sequence[tuple[str, str, Callable[..., bool], Sequence[str]]] = (
    ("reference", "footnote_def", block_rules.note_definition, ("paragraph", "reference")),
    ("fence", "fenced_block", block_rules.fenced_block, _ANY),
    ("fence", "slipped_fence", block_rules.slipped_fence, _ANY),
    ("table", "headless_table", headless_table, _WORDS),
    ("table", "page_break", foreign_blocks.page_break, _ANY),
    ("table", "unread", foreign_blocks.unread, _ANY),
    ("code", "unread_bars", foreign_blocks.unread_bars, ("reference",)),
    ("list", "long_number", lists.long_number, ("list",)),
    ("list", "held_points", lists.held_points, _WORDS),
    ("list", "points_under_numbers", lists.points_under_numbers, ()),
    ("list", "bullets", lists.bullets_as_dashes, _WORDS),
    ("lheading", "points_below_words", lists.points_below_words, ()),
    ("list", "markers", lists.markers_in_digits, _WORDS),
    ("table", "displayed_formula", formulas.displayed_formula, _ANY),
)
"""The rules of whole lines: before which one each comes, its name, and what it ends."""
_INLINE_RULES: Sequence[tuple[str, str, Callable[..., bool]]] = (
    ("html_inline", "html_pair", html.html_pair),
    ("html_pair", "comparison", comparison),
    ("emphasis", "close_marks", emphasis.close_marks),
    ("emphasis", "spaced_bold", emphasis.spaced_bold),
    *(("link", rule.__name__, rule) for rule in inline_rules.RULES),
    ("emphasis", "product", arithmetic.product),
    ("lowered", "tie", tie),
    ("raised", "power", arithmetic.power),
    ("emphasis", "index", arithmetic.index),
    ("escape", "macro", foreign.macro),
    *(("escape", name, rule) for name, rule in foreign.UNREAD.items()),
    ("escape", "formula", formulas.formula),
    ("image", "nameless", link_names.nameless),
    ("escape", "bare_address", bare_address),
    ("escape", "escaped_space", escaped_space),
    ("backticks", "latex_quotes", latex_quotes),
)
"""The rules within a line: before which one each comes, its name."""
_CORE_RULES: Sequence[tuple[str, str, Callable[..., None]]] = (
    ("block", "heading_attributes", block_rules.heading_attributes),
    ("block", "borrow", borrow),
    ("block", "pasted_tables", find_pasted),
    ("inline", "unused_links", link_names.unused_links),
    ("inline", "typography", typography),
)
"""The rules of a whole text: behind which one each comes, the last of several first."""


def parser(
    quotes: Sequence[str], gaps: re.Pattern[str] | None = None, apart: re.Pattern[str] | None = None
) -> MarkdownIt:
    """A parser that sets straight quotation marks as `quotes`: outer and inner, opening and closing; `gaps` finds where
    the language asks for a narrow space (`Words.gaps`), `apart` a minus that a space parts from its number."""
    md = _Parser(quotes)
    md.options["gaps"], md.options["apart"] = gaps, apart
    md.enable("table").use(deflist_plugin)
    md.core.ruler.at("inline", lines)
    md.core.ruler.at("text_join", join_words)
    md.inline.ruler2.at("fragments_join", fragments)
    md.inline.add_terminator_char(SHORTCODE_OPEN)
    # A table ends a quotation above it, which nobody means to go on in it.
    md.block.ruler.at("table", table, {"alt": [*_WORDS]})
    md.block.ruler.at("html_block", html.html_lines, {"alt": [*_WORDS]})
    for before, name, rule, ends in _BLOCK_RULES:
        md.block.ruler.before(before, name, rule, {"alt": [*ends]})
    for before, name, rule in _INLINE_RULES:
        md.inline.ruler.before(before, name, rule)
    md.core.ruler.before("block", "watch_links", link_names.watch_links)
    for after, name, settle in _CORE_RULES:
        md.core.ruler.after(after, name, settle)
    return md


def parse(md: MarkdownIt, text: str) -> Node:
    """The tree of a text."""
    return SyntaxTreeNode(md.parse(text, {}))


def parse_inline(md: MarkdownIt, text: str, where: Where = 0) -> Node:
    """The `inline` node of a text that is one run of words, such as a title; `where`: where its characters stand."""
    return SyntaxTreeNode(md.parseInline(text, {"where": where})).children[0]


def first_line(node: Node) -> int:
    """The rendered line (from 0) on which a node begins; 0 for one that has no lines of its own."""
    return node.map[0] if node.map else 0


def classes(heading: Node) -> tuple[str, ...]:
    """The classes that the attributes of a heading name."""
    given = meta(heading).get("attributes", {})
    return tuple(str(given.get("class", "")).split()) if isinstance(given, dict) else ()


def meta(node: Node) -> dict[str, object]:
    """What our rules noted on a node, be it one token or a pair."""
    token = node.token or (node.nester_tokens.opening if node.nester_tokens else None)
    return dict(token.meta) if token else {}
