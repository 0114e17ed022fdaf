"""Markdown as authors write it: CommonMark with tables, definition lists, notes and the forms of our own.

`parse` gives a tree of tokens; it neither judges nor changes what the author wrote. Reading the tree is the work of
`block_reader` and `inline_reader`.
"""

from __future__ import annotations

from collections.abc import Sequence

from markdown_it import MarkdownIt
from markdown_it.ruler import RuleOptionsType
from markdown_it.tree import SyntaxTreeNode
from mdit_py_plugins.deflist import deflist_plugin

from reportgen.document.markdown.addresses import add_addresses
from reportgen.document.markdown.arithmetic import add_arithmetic
from reportgen.document.markdown.block_rules import add_block_rules, note_definition
from reportgen.document.markdown.borrowed import add_borrowed_forms
from reportgen.document.markdown.comparisons import add_comparisons
from reportgen.document.markdown.emphasis import add_close_marks
from reportgen.document.markdown.foreign import add_foreign_forms
from reportgen.document.markdown.foreign_blocks import add_foreign_blocks
from reportgen.document.markdown.formulas import add_formulas
from reportgen.document.markdown.headless_tables import add_headless_tables
from reportgen.document.markdown.html import add_html_rules
from reportgen.document.markdown.inline_rules import add_inline_rules
from reportgen.document.markdown.labels import HELPERS
from reportgen.document.markdown.link_names import add_link_names
from reportgen.document.markdown.lists import add_list_rules
from reportgen.document.markdown.pasted_tables import add_pasted_tables
from reportgen.document.markdown.places import BlockParser, InlineParser, fragments, join_words, lines
from reportgen.document.markdown.typography import escaped_space, typography
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


def parser(quotes: Sequence[str]) -> MarkdownIt:
    """A parser that sets straight quotation marks as `quotes`: outer and inner, opening and closing."""
    md = _Parser(quotes)
    md.core.ruler.at("inline", lines)
    md.core.ruler.at("text_join", join_words)
    md.inline.ruler2.at("fragments_join", fragments)
    md.enable("table").use(deflist_plugin)
    alternatives: RuleOptionsType = {"alt": ["paragraph", "reference"]}
    md.block.ruler.before("reference", "footnote_def", note_definition, alternatives)  # type: ignore[arg-type]
    add_block_rules(md)
    add_borrowed_forms(md)
    add_headless_tables(md)
    add_foreign_blocks(md)
    add_pasted_tables(md)
    add_list_rules(md)
    add_html_rules(md)
    add_comparisons(md)
    add_close_marks(md)
    add_inline_rules(md)
    add_arithmetic(md)
    add_foreign_forms(md)
    add_formulas(md)
    add_link_names(md)
    add_addresses(md)
    md.inline.ruler.before("escape", "escaped_space", escaped_space)
    md.core.ruler.after("inline", "typography", typography)
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
