"""Jinja's tokens with the places that they lack, and marks between them for what a template prints.

Jinja counts lines alone. Here the number that it calls a line is an offset in the text, counted from 1, so that every
node, every error and every step of a template that is carried out knows exactly where it was written.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator

from jinja2 import TemplateSyntaxError
from jinja2.environment import Environment
from jinja2.lexer import (
    TOKEN_BLOCK_BEGIN,
    TOKEN_BLOCK_END,
    TOKEN_DATA,
    TOKEN_NAME,
    TOKEN_VARIABLE_BEGIN,
    TOKEN_VARIABLE_END,
    Lexer,
)

from reportgen.document.data import marks
from reportgen.document.templates.nesting import Nesting
from reportgen.frozen import frozen

_BEGIN = frozenset({TOKEN_VARIABLE_BEGIN, TOKEN_BLOCK_BEGIN})


@frozen
class Site:
    """A part of a template: a run of its own words, a `{{ }}` or a `{% %}`."""

    offset: int
    expression: str | None = None
    """What stands between the braces of a `{{ }}`, which prints it; None: words, which stand here as they are."""


class Word(str):
    """A name behind a dot, a key in brackets or the name of a filter, which knows where it stands.

    Jinja writes the `repr` of a name into the code that it makes of a template: so its word comes back.
    """

    number: int
    """In the sandbox."""
    before: int
    """Where the word before it stands."""
    parts: tuple[int, ...]
    """Where it stands, or all parts of the key of which it is one."""

    def __new__(cls, text: str, number: int, before: int, parts: tuple[int, ...]) -> Word:
        """A name with its places."""
        made = super().__new__(cls, text)
        made.number, made.before, made.parts = number, before, parts
        return made

    def __repr__(self) -> str:
        return f"environment.names[{self.number}]"


class Sites:
    """What a template has, in the order of its text."""

    def __init__(self) -> None:
        self.clear()

    def clear(self) -> None:
        """Begin with another text."""
        self.found: list[Site] = []
        self.tags: list[tuple[str, int]] = []
        """The name of each `{% %}` and where it stands."""

    def add(self, site: Site) -> str:
        """The mark of one more."""
        self.found.append(site)
        return marks.site(len(self.found) - 1)

    def begin_of(self, offset: int) -> int:
        """Where the `{{ }}` or the `{% %}` begins in which an offset stands."""
        index = bisect_right(self.found, offset, key=lambda site: site.offset) - 1
        return self.found[index].offset if index >= 0 else offset

    def opened(self, name: str) -> int | None:
        """Where the last tag of this name stands that nothing ends."""
        ended = 0
        for tag, offset in reversed(self.tags):
            if tag == name and not ended:
                return offset
            ended += (tag == f"end{name}") - (tag == name)
        return None


class MarkingLexer(Lexer):
    """Every run of words and every `{{ }}` has the mark of its site before it, a `{% %}` marks of GONE round it."""

    def __init__(self, environment: Environment, sites: Sites) -> None:
        super().__init__(environment)
        self._sites = sites

    def tokeniter(
        self, source: str, name: str | None, filename: str | None = None, state: str | None = None
    ) -> Iterator[tuple[int, str, str]]:
        """The tokens, each with its offset."""
        offset, begun, tag = 0, 0, False
        nesting = Nesting()
        try:
            for _, token, text in super().tokeniter(source, name, filename, state):
                # Jinja leaves out the white space before {%- and {{-; nothing else can lie between two tokens.
                offset = max(offset, source.find(text, offset))
                nesting.token(token, text, offset + 1)
                if token == TOKEN_DATA:
                    text = self._sites.add(Site(offset)) + text
                elif token in _BEGIN:
                    begun, tag = offset, token == TOKEN_BLOCK_BEGIN
                    mark = self._sites.add(Site(offset, ""))
                    yield offset + 1, TOKEN_DATA, marks.GONE if tag else mark
                elif token == TOKEN_NAME and tag:
                    self._sites.tags.append((text, begun))
                    tag = False
                yield offset + 1, token, text
                if token == TOKEN_VARIABLE_END:
                    self._sites.found[-1] = Site(begun, source[begun + 2 : offset].strip("+-").strip())
                if token == TOKEN_BLOCK_END:
                    yield offset + 1, TOKEN_DATA, marks.GONE
                offset += len(text) - (token == TOKEN_DATA)
        except TemplateSyntaxError as error:
            error.lineno = offset + 1
            raise
