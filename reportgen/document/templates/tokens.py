"""Marks in the stream of tokens, so that what a template prints still knows where it was written."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Protocol, cast

from jinja2.ext import Extension
from jinja2.lexer import TOKEN_BLOCK_BEGIN, TOKEN_BLOCK_END, TOKEN_DATA, TOKEN_VARIABLE_BEGIN, Token, TokenStream

from reportgen.document.data import marks


class _Environment(Protocol):
    """What `sandbox.Sandbox` keeps for these marks."""

    source: str
    sites: list[tuple[int, int]]


class MarkLines(Extension):
    """Each line of text gets the mark of its number, each `{{ }}` that of its site, each `{% %}` two of GONE."""

    def filter_stream(self, stream: TokenStream) -> Iterator[Token]:
        """The same tokens, with marks between them."""
        sandbox = cast("_Environment", self.environment)
        sites = _Sites(sandbox.source)
        for token in stream:
            if token.type in {TOKEN_VARIABLE_BEGIN, TOKEN_BLOCK_BEGIN}:
                mark = marks.GONE
                if token.type == TOKEN_VARIABLE_BEGIN:
                    mark = marks.site(len(sandbox.sites))
                    sandbox.sites.append(sites.next(token.lineno))
                yield Token(token.lineno, TOKEN_DATA, mark)
            yield _marked(token) if token.type == TOKEN_DATA else token
            if token.type == TOKEN_BLOCK_END:
                yield Token(token.lineno, TOKEN_DATA, marks.GONE)


def _marked(token: Token) -> Token:
    lines = enumerate(token.value.split("\n"), token.lineno)
    return Token(token.lineno, TOKEN_DATA, "\n".join(marks.line(number) + text for number, text in lines))


class _Sites:
    """Finds the columns that Jinja's tokens do not have: the `{{` come in the order of the text."""

    def __init__(self, source: str) -> None:
        self._source = source
        self._at = 0
        self._starts = [0]
        while (end := source.find("\n", self._starts[-1])) >= 0:
            self._starts.append(end + 1)

    def next(self, line: int) -> tuple[int, int]:
        """Line and column of the next `{{` that begins on `line`."""
        start = self._starts[min(line, len(self._starts)) - 1]
        found = self._source.find("{{", max(self._at, start))
        if found < 0:
            return line, 1
        self._at = found + 2
        return line, found - start + 1
