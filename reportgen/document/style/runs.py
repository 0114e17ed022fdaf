"""The prose of a page as runs of words without markup, each of which knows where its author wrote it.

Read from the tokens of the Markdown, for those of a finished block have no places. What is no prose is left out:
quotations, code, addresses, citations and cross-references, tables drawn in the text, captions of blocks.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Iterator, Sequence
from dataclasses import field
from functools import partial
from operator import itemgetter

from reportgen.document.data import marks
from reportgen.document.inlines import Value
from reportgen.document.markdown.block_keys import KINDS
from reportgen.document.markdown.headers import Header
from reportgen.document.markdown.parsing import Node, meta
from reportgen.document.style.bare_numbers import BOUND, GONE
from reportgen.document.text.page import Page
from reportgen.frozen import mutable
from reportgen.problems import Place

_NO_PROSE = frozenset({"blockquote", "table", "code_block", "fence", "html_block", "hr", "block_fault"})
FindPlace = Callable[[int], Place]


@mutable
class TextRun:
    """One run of words without its markup, and where its author wrote each of them."""

    parts: list[str] = field(default_factory=list)
    places: list[tuple[int, FindPlace]] = field(default_factory=list)
    """Where a part begins that has places, and what finds the place of one of its characters."""
    length: int = 0
    last: str = ""
    """The last of the characters."""

    @property
    def whole(self) -> str:
        """The words."""
        return "".join(self.parts)

    def add(self, text: str, place: FindPlace | None = None) -> None:
        """Go on with `text`."""
        if place:
            self.places.append((self.length, place))
        self.parts.append(text)
        self.length += len(text)
        self.last = text[-1:] or self.last

    def place(self, offset: int) -> Place:
        """Where a character of the words was written."""
        begin, place = self.places[max(0, bisect_right(self.places, offset, key=itemgetter(0)) - 1)]
        return place(offset - begin)


def runs(page: Page, values: Sequence[Value], *, said: bool = False) -> Iterator[TextRun]:
    """Every run of prose on a page; a note within a line is a run of its own.

    `values` are what the marks of the page stand for. A value that something answers for is BOUND; with `said`, it is
    its words as any other is.
    """
    for node in [page.tree] if page.tree.type == "inline" else _lines(page.tree):
        reader = _InlineReader(page, values, said=said)
        reader.read(node)
        yield from reader.found


def cell_runs(page: Page, values: Sequence[Value]) -> Iterator[TextRun]:
    """The runs of the cells of tables that are drawn on a page; a value of the data in them is BOUND."""
    for table in _tables(page.tree):
        for cell in table.walk():
            if cell.type == "inline":
                reader = _InlineReader(page, values, said=False)
                reader.read(cell)
                yield from reader.found


def _tables(tree: Node) -> Iterator[Node]:
    for child in tree.children:
        if child.type == "table":
            yield child
        elif child.type not in ("inline", "blockquote"):
            yield from _tables(child)


def _lines(node: Node) -> Iterator[Node]:
    for child in node.children:
        if child.type == "inline":
            yield child
        elif child.type not in _NO_PROSE and (child.type != "block" or _is_prose(child)):
            yield from _lines(child)


def _is_prose(block: Node) -> bool:
    header = meta(block)["header"]
    return isinstance(header, Header) and header.kind in KINDS and KINDS[header.kind].body == "prose"


class _InlineReader:
    """Reads one `inline` node: its words, and those of the notes in it."""

    def __init__(self, page: Page, values: Sequence[Value], *, said: bool) -> None:
        self._page, self._values, self._said = page, values, said
        self.found: list[TextRun] = []

    def read(self, node: Node) -> None:
        """Read a run of words."""
        run = TextRun(places=[(0, partial(self._place, node, 0))])
        self.found.append(run)
        self._children(node, run)

    def _place(self, node: Node, begin: int, offset: int) -> Place:
        return self._page.place(node, begin + offset)

    def _children(self, node: Node, run: TextRun) -> None:
        for child in node.children:
            self._child(child, run)

    def _child(self, node: Node, run: TextRun) -> None:
        match node.type:
            case "text" | "text_special":
                self._text(node, run)
            case "softbreak" | "hardbreak":
                run.add(" ")
            case "note_inline":
                self.read(node)
            case "citation" | "note_mark":
                pass
            case "em" | "strong" | "sub" | "sup" | "span" | "link" if node.info != "auto":
                raised = (
                    node.type == "sup"
                    and run.last.isdigit()
                    and node.children[0].content.lstrip("-\u2212")[:1].isdigit()
                )
                run.add("^" if raised else "")
                self._children(node, run)
            case _:
                run.add(GONE)

    def _text(self, node: Node, run: TextRun) -> None:
        """Words; a value that nothing answers for is read like the words of the author."""
        end = 0
        for mark in marks.VALUE.finditer(node.content):
            run.add(node.content[end : mark.start()], partial(self._place, node, end))
            value = self._values[int(mark[1])]
            run.add(BOUND if value.bound and not self._said else value.text, partial(_at, value.place))
            end = mark.end()
        run.add(node.content[end:], partial(self._place, node, end))


def _at(place: Place, _: int) -> Place:
    """What a value prints stands where that is written."""
    return place
