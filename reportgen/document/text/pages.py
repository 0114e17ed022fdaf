"""Texts of a briefing to pages: templates carried out, Markdown parsed, notes found."""

from __future__ import annotations

from collections.abc import Iterable

from markdown_it import MarkdownIt

from reportgen.document.inlines import Inlines
from reportgen.document.markdown.origin import Origin
from reportgen.document.markdown.parsing import Node, parse, parse_inline
from reportgen.document.templates.rendering import Rendered, Templates
from reportgen.document.text.desk import Desk
from reportgen.document.text.inline_reader import read_inline
from reportgen.document.text.notes import definitions
from reportgen.document.text.page import Page
from reportgen.frozen import frozen
from reportgen.problems import Problems
from reportgen.source.model import Phrase, TextFile


@frozen
class Press:
    """Makes pages: the templates and the parser of one paper."""

    templates: Templates
    md: MarkdownIt
    problems: Problems

    def file(self, text: TextFile) -> Page:
        """The page of a text file."""
        rendered = self.templates.render(text.text, text.path, problems=self.problems)
        origin = Origin(text.path, rendered.lines, tuple(rendered.source.split("\n")))
        return _page(text.path, parse(self.md, rendered.text), origin, rendered)

    def phrase(self, phrase: Phrase, key: str, *, blocks: bool = False) -> Page:
        """The page of a text key of briefing.yaml: of `blocks`, or of one run of words."""
        rendered = self.templates.phrase(phrase, self.problems)
        tree = parse(self.md, rendered.text) if blocks else parse_inline(self.md, rendered.text.strip())
        return _page_of(phrase, key, tree, rendered)

    def title(self, phrase: Phrase, tree: Node) -> Page:
        """The page of the paper's title, which the templates have rendered already, from its tree."""
        self.problems.extend(self.templates.title_faults)
        return _page_of(phrase, "title", tree, self.templates.title)


def _page_of(phrase: Phrase, key: str, tree: Node, rendered: Rendered) -> Page:
    place, lines = phrase.place, tuple(phrase.text.split("\n"))
    origin = Origin(place.file, rendered.lines, lines, max(place.line, 1), max(place.column, 1))
    return _page(f"{place.file} {key}", tree, origin, rendered)


def _page(key: str, tree: Node, origin: Origin, rendered: Rendered) -> Page:
    notes, doubles = definitions(tree)
    torn = rendered.torn or any(node.type == "block_fault" for node in tree.walk())
    return Page(key, tree, origin, notes, text=tuple(rendered.text.split("\n")), doubles=doubles, torn=torn)


def read_run(desk: Desk, page: Page, inside: Iterable[str] = ()) -> Inlines:
    """The inlines of a page of one run of words."""
    return read_inline(desk, page, page.tree, 0, inside)
