"""Mathematics between dollar signs: `$x^2$` in a line, `$$ … $$` as a paragraph. What it says is set by `figures`.

Pandoc's rules tell it from money: no space inside the dollars, no digit behind the closing one; and an amount begins
with a digit and has no sign of mathematics in it. Right behind a letter or a digit, as in CO$_2$ and 5$\\times$3, it
has a sign that only mathematics has; what is only raised or lowered is set in the font of the text.
"""

from __future__ import annotations

import re

from markdown_it.rules_block import StateBlock
from markdown_it.rules_inline import StateInline

from reportgen.document.markdown.inline_rules import ATTRIBUTES
from reportgen.document.markdown.places import begin, line_of, push_around

_DISPLAYED = re.compile(r"\$\$(?P<tex>(?:[^$\\]|\\.)+)\$\$", re.DOTALL)
_INLINE = re.compile(r"\$(?P<tex>(?=[^\s$])(?:[^$\\\n]|\\.|\n(?!\s*\n))*?(?<=[^\s\\]))\$(?![\d$])", re.DOTALL)
_AMOUNT = re.compile(r"\d[^\\^_=+<>{}]*\s[^\\^_=+<>{}]*")
_CLOSE = re.compile(r"[\^_\\<>=]|(?!\d)[^\s$]*[\^_\\=]")
"""How mathematics begins right behind a letter or a digit, where "US$5" is money."""
_SCRIPT = re.compile(r"\$(?P<sign>[\^_])(?:(?P<one>\w)|\{(?P<words>[-+\u2212]?\w+|\w*[-+\u2212])\})\$(?![\d$])")
_DEGREE = re.compile(r"\$\^(?:\{\\circ\}|\\circ)\$")
_SIGN = re.compile(r"\$(?P<tex>\\[A-Za-z]+)\$(?!\$)")
"""A single sign, behind which a digit may stand: 5$\\times$3."""
_NUMBERED = re.compile(rf"\$\$(?P<tex>(?:[^$\\]|\\.)+)\$\$[ \t]*(?:{ATTRIBUTES.pattern})?[ \t]*", re.DOTALL)
_ENVIRONMENT = re.compile(r"\\begin\{(equation\*?|displaymath)\}(?P<tex>(?:[^$\\]|\\.)+?)\\end\{\1\}[ \t]*", re.DOTALL)
"""What LaTeX has for `$$ … $$`."""
_LABEL = re.compile(r"\(\\#eq:[\w-]+\)|\\(?:label|tag)\*?\{[^{}]*\}")
"""How bookdown and LaTeX number a formula."""


def formula(state: StateInline, silent: bool) -> bool:
    """The inline rule."""
    at = state.pos
    if state.src[at] != "$" or state.src[at - 1 : at] == "$":
        return False
    if state.src[at - 1 : at].isalnum():
        if not _CLOSE.match(state.src, at + 1, state.posMax):
            return False
        if _script(state, silent):
            return True
    found = (
        _DISPLAYED.match(state.src, at, state.posMax)
        or _SIGN.match(state.src, at, state.posMax)
        or _INLINE.match(state.src, at, state.posMax)
    )
    if found is None or _AMOUNT.fullmatch(found["tex"]):
        return False
    if not silent:
        token = state.push("formula", "", 0)
        token.content = " ".join(found["tex"].split())
    state.pos = found.end()
    return True


def _script(state: StateInline, silent: bool) -> bool:
    """What is only raised or lowered behind a word, as words of the text; 25$^{\\circ}$C has the sign of a degree."""
    degree = _DEGREE.match(state.src, state.pos, state.posMax)
    found = degree or _SCRIPT.match(state.src, state.pos, state.posMax)
    if found is None:
        return False
    if not silent and degree:
        state.append_pending("°")
    elif not silent:
        name, kind = ("one", "words")[found["one"] is None], "sup" if found["sign"] == "^" else "sub"
        push_around(state, kind, found.span(name))
    state.pos = found.end()
    return True


def displayed_formula(state: StateBlock, start: int, end: int, silent: bool) -> bool:
    """The block rule: a formula that begins a line and ends one, with no empty line in it."""
    first = line_of(state, start)
    form = _ENVIRONMENT if first.startswith("\\begin{") else _NUMBERED
    if state.is_code_block(start) or not first.startswith(("$$", "\\begin{")):
        return False
    last = start
    while last < end and not state.isEmpty(last):
        text = "\n".join(line_of(state, number) for number in range(start, last + 1))
        found = form.fullmatch(text)
        if found:
            if not silent:
                token = state.push("formula_block", "", 0)
                token.map = [start, last + 1]
                label = _LABEL.search(found["tex"])
                token.content = " ".join(_LABEL.sub("", found["tex"]).split())
                braces = found[2] if form is _NUMBERED else ""
                written = state.eMarks[last] - len(text) + (max(found.start(2) - 1, 0) if braces else 0)
                token.meta |= {
                    "attributes": braces or (label and label[0]) or "",
                    "at": begin(state, start),
                    "attributes_at": written,
                }
                state.line = last + 1
            return True
        last += 1
    return False
