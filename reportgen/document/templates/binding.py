"""Filters that take less than their author means: of `a * 100 | round(1)` the filter takes 100 alone.

Jinja binds a filter closer than any sign of arithmetic. Where that can't be meant it is found here, by the signs of the
text; brackets say what is meant, `(a * 100) | round(1)` as well as `a * (b | round(1))`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from reportgen.document.templates.scan import pieces
from reportgen.frozen import frozen, mutable

_SAYING = frozenset({"round", "number", "percent", "words", "ordinal", "change", "abs", "cite", "unit"})
"""Filters that are meant for what is printed: on a part of what is computed they are lost, or round too early."""
_SUMS = ("+", "-")
"""In a sum, `unit` names what one side counts: a.cost + b.cost | unit("£m")."""
_APART = frozenset("and or not if elif else in is set for print , ~ : = == != < > <= >=".split())
"""What ends an expression and begins the next."""
_TOKEN = re.compile(
    r"""(?P<operand>"(?:\\.|[^"\\])*"|'(?:\\.|[^'\\])*'|\d[\d_]*(?:\.\d+)?(?:[eE][+-]?\d+)?|[^\W\d]\w*)"""
    r"""|(?P<sign>\*\*|//|[*/%+-])|(?P<open>[(\[{])|(?P<close>[)\]}])|(?P<pipe>\|\s*(?P<filter>[^\W\d]\w*))"""
    r"""|(?P<other>[=!<>]=|\S)""",
    re.DOTALL,
)
_FILTER = r"\|\s*\w+(?:\((?:[^()\"']|\"[^\"]*\"|'[^']*')*\))?+"
_CHAIN = re.compile(rf"{_FILTER}(?:\s*{_FILTER})*(?!\s*[*/%+-])|{_FILTER}")
_LONGEST = 160
"""Characters of an expression up to which a hint shows it as it should be."""


@frozen
class Misbound:
    """A filter that takes a part of what is computed: the sign before that part, and how it is written rightly."""

    sign: str
    hint: str


@mutable
class _Run:
    """An expression at one depth of brackets: where it begins, and the last sign of arithmetic in it."""

    start: int = -1
    sign: str = ""


def misbound(source: str) -> dict[int, Misbound]:
    """By the offset of its name, each filter in `source` that takes less than is meant."""
    if "|" not in source:
        return {}
    found = (piece for piece in pieces(source, code=False) if piece.kind in ("print", "tag") and "|" in piece.text)
    return dict(one for piece in found for one in _in(piece.text, piece.start))


def _in(text: str, begin: int) -> Iterator[tuple[int, Misbound]]:
    runs, operand = [_Run()], False
    for token in _TOKEN.finditer(text, 2, len(text) - 2):
        run = runs[-1]
        if token["pipe"]:
            if run.sign and token["filter"] in _SAYING and not (token["filter"] == "unit" and run.sign in _SUMS):
                yield begin + token.start("filter"), Misbound(run.sign, _hint(text, run.start, token.start()))
            operand = True
            continue
        if token[0] in _APART:
            runs[-1], operand = _Run(), False
            continue
        if run.start < 0:
            run.start = token.start()
        if token["open"]:
            runs.append(_Run())
        elif token["close"] and len(runs) > 1:
            runs.pop()
        elif token["sign"] and operand:
            run.sign = token[0]
        operand = bool(token["operand"] or token["close"])


def _hint(text: str, start: int, pipe: int) -> str:
    """How it is written rightly; a quotient that is to be per cent is a share of one until then."""
    chain = _CHAIN.match(text, pipe, len(text) - 2)
    computed, filters = (" ".join(part.split()) for part in (text[start:pipe], chain[0] if chain else "| …"))
    if filters.startswith("| percent") and "/" in computed and "100" not in computed:
        computed = f"({computed}) * 100" if re.search(r" [+-] ", computed) else f"{computed} * 100"
    computed = computed if len(computed) <= _LONGEST else "…"
    return f"put what is computed in brackets, then the filter: ({computed}) {filters}"
