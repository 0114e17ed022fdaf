"""How deep a template goes, found before Jinja and Python read it: their own bounds would end them in between.

Counted are brackets in brackets, what follows upon each other in one value (`a.b.c`, `a + b`, `a | b`, `not not a`),
and tags in tags.
"""

from __future__ import annotations

from jinja2 import TemplateSyntaxError
from jinja2.lexer import (
    TOKEN_BLOCK_BEGIN,
    TOKEN_BLOCK_END,
    TOKEN_FLOAT,
    TOKEN_INTEGER,
    TOKEN_NAME,
    TOKEN_OPERATOR,
    TOKEN_VARIABLE_BEGIN,
)

MOST_DEEP = 60
"""How many operators, dots and filters one value may have, a pair of brackets round them counting for some."""
MOST_TAGS = 12
"""How many tags may stand in each other; Python allows 20 loops."""
MOST_BRANCHES = 100
"""How many `{% elif %}` one `{% if %}` may have."""
MOST_DIGITS = 40
"""Of a number that is written in a template: more than a value can have."""
_BRACKET = 4
_WORDS = frozenset({"not", "and", "or", "if", "else", "is", "in"})
_OPENING = frozenset({"for", "if", "macro", "call", "filter", "with", "set"})


class Nesting:
    """Told each token of a text; TemplateSyntaxError where it goes too deep."""

    def __init__(self) -> None:
        self._levels = [0]
        self._branches: list[int] = []
        self._tag = ""

    def token(self, kind: str, text: str, offset: int) -> None:
        """The next token."""
        if kind in {TOKEN_BLOCK_BEGIN, TOKEN_VARIABLE_BEGIN}:
            self._levels, self._tag = [0], "" if kind == TOKEN_BLOCK_BEGIN else "="
        elif kind == TOKEN_BLOCK_END:
            self._ended(offset)
        elif kind == TOKEN_OPERATOR:
            self._operator(text, offset)
        elif kind == TOKEN_NAME:
            if not self._tag:
                self._tag = text
            elif text in _WORDS:
                self._deeper(1, offset)
        elif kind in {TOKEN_INTEGER, TOKEN_FLOAT} and len(text) > MOST_DIGITS:
            raise TemplateSyntaxError(f"a number has more than {MOST_DIGITS} digits", offset)

    def _operator(self, sign: str, offset: int) -> None:
        if sign == "=" and self._tag == "set" and len(self._levels) == 1:
            self._tag = "="  # this one has no end
        if sign in "([{":
            self._levels.append(0)
            self._deeper(_BRACKET, offset)
        elif sign in ")]}":
            if len(self._levels) > 1:
                self._levels[-2] += 1
                self._levels.pop()
        elif sign == ",":
            self._levels[-1] = _BRACKET * (len(self._levels) > 1)
        else:
            self._deeper(1, offset)

    def _deeper(self, more: int, offset: int) -> None:
        self._levels[-1] += more
        if sum(self._levels) > MOST_DEEP:
            raise TemplateSyntaxError(f"a value has more than {MOST_DEEP} operators, dots or brackets", offset)

    def _ended(self, offset: int) -> None:
        tag = self._tag
        if tag in _OPENING:
            self._branches.append(0)
            if len(self._branches) > MOST_TAGS:
                raise TemplateSyntaxError(f"more than {MOST_TAGS} tags stand in each other", offset)
        elif self._branches and tag.startswith("end"):
            self._branches.pop()
        elif self._branches and tag == "elif":
            self._branches[-1] += 1
            if self._branches[-1] > MOST_BRANCHES:
                raise TemplateSyntaxError(f"an if has more than {MOST_BRANCHES} elif", offset)
