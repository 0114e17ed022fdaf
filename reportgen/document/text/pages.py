"""Texts of a briefing to pages: templates carried out, Markdown parsed, notes found."""

from __future__ import annotations

from collections.abc import Iterable

from markdown_it import MarkdownIt

from reportgen.document.inlines import Inlines
from reportgen.document.markdown.parsing import Node, parse, parse_inline
from reportgen.document.templates.rendering import Rendered, Templates
from reportgen.document.text.desk import Desk
from reportgen.document.text.inline_reader import read_inline
from reportgen.document.text.notes import definitions
from reportgen.document.text.page import Page
from reportgen.frozen import frozen
from reportgen.phrases import Phrase
from reportgen.problems import Place, Problems
from reportgen.source.model import TextFile


@frozen
class Press:
    """Makes pages: the templates and the parser of one paper."""

    templates: Templates
    md: MarkdownIt
    problems: Problems

    def file(self, text: TextFile) -> Page:
        """The page of a text file."""
        rendered = self.templates.render(Phrase(text.text, Place(text.path, 1, 1)), self.problems)
        return _page(text.path, parse(self.md, rendered.text), rendered)

    def phrase(self, phrase: Phrase, key: str, *, blocks: bool = False) -> Page:
        """The page of a text key of briefing.yaml: of `blocks`, or of one run of words."""
        rendered = self.templates.render(phrase, self.problems)
        text = rendered.text
        begin = len(text) - len(text.lstrip())
        tree = parse(self.md, text) if blocks else parse_inline(self.md, text.strip(), begin)
        return _page(f"{phrase.place.file} {key}", tree, rendered)

    def title(self, phrase: Phrase, tree: Node) -> Page:
        """The page of the paper's title, which the templates have rendered already, from its tree."""
        self.problems.extend(self.templates.title_faults)
        return _page(f"{phrase.place.file} title", tree, self.templates.title)


def _page(key: str, tree: Node, rendered: Rendered) -> Page:
    notes, doubles = definitions(tree)
    torn = rendered.torn or any(node.type == "block_fault" for node in tree.walk())
    return Page(key, tree, rendered.origin, notes, doubles=doubles, torn=torn)


def read_run(desk: Desk, page: Page, inside: Iterable[str] = ()) -> Inlines:
    """The inlines of a page of one run of words."""
    return read_inline(desk, page, page.tree, inside)
