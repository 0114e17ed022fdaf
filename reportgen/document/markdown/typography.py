"""Straight quotation marks, double hyphens and dots in running text become the signs that are meant.

Runs on tokens, so code and the places of values are never touched, nor are addresses, file names and the like. What is
left alone on purpose: "(c)", which is a lettered paragraph far more often than a copyright sign.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from functools import partial

from markdown_it.rules_core.smartquotes import process_inlines
from markdown_it.rules_core.state_core import StateCore
from markdown_it.rules_inline import StateInline
from markdown_it.token import Token

from reportgen.document.markdown import typed_quotes
from reportgen.document.markdown.inline_rules import LOWERED
from reportgen.document.markdown.places import Inline, push_unread, where
from reportgen.document.templates.offsets import Maker, Where, at, cut, stays
from reportgen.language import Words
from reportgen.language.tables import NARROW
from reportgen.language.typography import INNER, apostrophes
from reportgen.language.verbatim import verbatim, within

_SIGNS = {"---": "—", "--": "–", "...": "…"}
_MEANT = re.compile(r"(?<!-)---(?!-)|(?<![-\S])--(?![-\S])|(?<=[^-\s])--(?=[^-\s])|(?<!\.)\.\.\.(?!\.)")
_MINUS_SIGN = r"(?:-|–(?![^–]*[\w%€]–))(?=[£$€¥]?\d)"
_MINUS = re.compile(rf"(?<=[\s(\[“‘„«=<>≤≥~±,;/])(?<!\d[ \u00a0]){_MINUS_SIGN}")
_FIRST_MINUS = re.compile(rf"\A{_MINUS_SIGN}|{_MINUS.pattern}")
"""A hyphen or a dash before a number, after a space or a bracket: no span of numbers, no part of a word, and no dash
that another one answers."""
_APART = re.compile(r"[-–][ \u00a0\u202f](?=\d)")
_OPENING = ("strong_open", "em_open", "text")
_LETTER, _START = "x", re.compile(r"\A")
"""For what stands before a run of text and is none: a value, code, a note."""
_DOUBLE = tuple(":;!?»")
_OPEN = " \u00a0\u202f([«“‘"
"""Behind these no space lacks."""
_STRAIGHT = re.compile("[\"']")


def quotes(words: Words) -> list[str]:
    """The outer and inner quotation marks of the language, opening and closing, as markdown-it wants them."""
    opening, _, closing = words.quoted("x").partition("x")
    return [opening, closing, *INNER.get(opening, ("“", "”"))]


def typography(state: StateCore) -> None:
    """The core rule: mends every run of text of the document, those in notes within the line too."""
    for token in state.tokens:
        if token.type == "inline" and token.children:
            _mend(token.children, state)


def _mend(tokens: list[Token], state: StateCore) -> None:
    in_address, begins, named = False, True, False
    for token in tokens:
        if token.info == "auto":
            in_address = token.nesting > 0
        elif token.type == "text" and not in_address:
            _mend_signs(token, begins, named, state.md.options.get("apart"))
        elif token.type == "note_inline" and token.children:
            _mend(token.children, state)
        named = token.type == "crossref"
        begins = "break" in token.type or (begins and token.type in _OPENING and not token.content)
    if state.md.options["quotes"][0].startswith("«"):
        _mend_typed_quotes(tokens, state.md.options["quotes"])
    addresses = _in_addresses(tokens)
    straight = [(token, token.content) for token in tokens if token.type == "text" and _STRAIGHT.search(token.content)]
    process_inlines(tokens, state)
    signs = sorted(("'", '"', "’", *state.md.options["quotes"]), key=len, reverse=True)
    for token, text in straight:
        mended, token.content = token.content, text
        if mended != text and id(token) not in addresses:
            chosen = _chosen(text, mended, signs, [str(sign) for sign in state.md.options["quotes"]])
            token.content, token.meta["at"] = _replaced(token, _STRAIGHT, chosen)
    _fill_gaps(tokens, addresses, state.md.options.get("gaps"))


def _mend_signs(token: Token, begins: bool, named: bool, apart: re.Pattern[str] | None) -> None:
    """Apostrophes, dashes and minus signs of a run that begins a text, or stands behind a reference."""
    token.content = apostrophes(token.content)
    if named and token.content.startswith("'s"):
        token.content = f"’{token.content[1:]}"
    if _MEANT.search(token.content):
        token.content, token.meta["at"] = _replaced(token, _MEANT, lambda found: _SIGNS[found[0]])
    if apart and _APART.search(token.content):
        token.content, token.meta["at"] = _replaced(token, apart, partial(_minus, begins))
    minus = _FIRST_MINUS if begins else _MINUS
    if minus.search(token.content):
        token.content, token.meta["at"] = _replaced(token, minus, lambda _: "\u2212")


def minus_apart(words: Words) -> re.Pattern[str]:
    """Finds a minus that a space parts from its number: where a text begins, in a bracket, behind a word as "of"."""
    return words.form(rf"(?P<before>\A|[(\[]|(?<!\w)«signed»[ \u00a0]){_APART.pattern}")


def _minus(begins: bool, found: re.Match[str]) -> str:
    return f"{found['before']}\u2212" if begins or found["before"] else found[0]


def _mend_typed_quotes(tokens: Sequence[Token], quotes: Sequence[str]) -> None:
    runs = [token for token in tokens if token.type == "text"]
    for token, signs in zip(runs, typed_quotes.meant([run.content for run in runs], quotes) or (), strict=False):
        if signs:
            found = typed_quotes.replacing(signs)
            token.content, token.meta["at"] = _replaced(token, typed_quotes.MARK, found)


def _fill_gaps(tokens: list[Token], addresses: set[int], lacking: re.Pattern[str] | None) -> None:
    """Put the spaces in that the language asks for and the author has not typed."""
    if lacking is None:
        return
    before = " "
    for token in tokens:
        if token.type == "text":
            text = token.content
            if id(token) not in addresses and lacking.search(text):
                token.content, token.meta["at"] = _replaced(token, lacking, lambda _: NARROW)
            if before not in _OPEN and text[:1] in _DOUBLE and lacking.match(f"{_LETTER}{text}", len(_LETTER)):
                token.content, token.meta["at"] = _replaced(token, _START, lambda _: NARROW)
            before = text[-1:] or before
        elif "break" in token.type:
            before = " "
        elif not token.type.endswith(("_open", "_close")):
            before = _LETTER


def _in_addresses(tokens: list[Token]) -> set[int]:
    """Which tokens are the text of a link that is an address and no more."""
    found, inside = set(), False
    for token in tokens:
        if token.info == "auto":
            inside = token.nesting > 0
        elif inside:
            found.add(id(token))
    return found


def _chosen(text: str, mended: str, signs: Sequence[str], quotes: Sequence[str]) -> Callable[[re.Match[str]], str]:
    """Tells which sign has come in the place of each straight one: inside marks that are typed, the inner one."""
    chosen, longer = {}, 0
    outer, inner = quotes[:2], quotes[2:]
    opening, closing = (sign.strip() for sign in outer)
    for found in _STRAIGHT.finditer(text):
        at = found.start()
        sign = next(sign for sign in signs if mended.startswith(sign, at + longer))
        inside = opening != closing and text.count(opening, 0, at) > text.count(closing, 0, at)
        chosen[at] = inner[outer.index(sign)] if inside and sign in outer else sign
        longer += len(sign) - 1
    return lambda found: chosen[found.start()]


def _replaced(token: Token, replaced: re.Pattern[str], sign: Callable[[re.Match[str]], str]) -> tuple[str, Where]:
    """Words in which some signs have come in the place of others, and where each of their characters stands."""
    made, written, begin, kept = Maker(), where(token), 0, verbatim(token.content)
    for found in replaced.finditer(token.content):
        if within(kept, found.start()):
            continue
        made.add(token.content[begin : found.start()], cut(written, begin, found.start()))
        made.add(sign(found), stays(at(written, found.start())))
        begin = found.end()
    made.add(token.content[begin:], cut(written, begin, len(token.content)))
    return made.text, made.where


def escaped_space(state: StateInline, silent: bool) -> bool:
    """The inline rule: Pandoc's `p.\\ 5` has a space that holds the words together; that of `C:\\ ` is a path's."""
    at, text = state.pos, state.src
    if text.startswith("\\,", at) and text[at - 1 : at].isdigit() and text[at + 2 : at + 3].isalpha():
        return _no_break(state, 2, silent)  # LaTeX's thin space: 5\,km
    if not text.startswith("\\ ", at) or text[at - 1 : at] in ("", ":", "\\", " ") or text[at + 2 : at + 3].isspace():
        return False
    if at + 2 >= state.posMax:
        return False
    return _no_break(state, 2, silent)


def _no_break(state: StateInline, length: int, silent: bool) -> bool:
    """A space that holds words together in the place of some signs."""
    if not silent:
        token = state.push("text_special", "", 0)
        token.content, token.markup, token.info = "\u00a0", state.src[state.pos : state.pos + length], "escape"
    state.pos += length
    return True


_TIED = re.compile(r"(?:,(?!~\d)|[\w.)\]}\ue011])~(?=[\w(@$\[“‘\ue010\\])")
_SURE_TIE = re.compile(
    r"(?<![\d.])\d{1,3}~\d{3}(?!\d)|[.,)\]}\ue011]~|\w~[(@$\[“‘\ue010\\]|\d~[^\W\d_]|\w[^\W\d_]~(?:\d|[^\W\d_a-zß-öø-ÿ])"
)
_THOUSANDS = re.compile(r"(?<![\d.])\d{1,3}(?:~\d{3})+(?!\d|~\w)")
_LAST = 3
"""Digits before a tie that are looked at."""
_AROUND = re.compile(r"\S*\Z"), re.compile(r"~\S*")
_QUOTED = re.compile(r"``(?=[^\s`'])([^`\n]*?[\w.,;:!?…)])''(?![\w'`])")


def tie(state: StateInline, silent: bool) -> bool:
    """The inline rule: LaTeX's `Table~1` has a space that holds the words together; of `y~x` it is told."""
    at, text = state.pos, state.src
    if text[at] != "~" or not at or not _TIED.match(text, at - 1):
        return False
    begin = max(at - _LAST, 0)
    if any(found.end() > at for found in _THOUSANDS.finditer(text, begin, state.posMax)):
        return _no_break(state, 1, silent)
    if LOWERED.match(text, at, state.posMax):
        return False
    if any(found.start() <= at < found.end() for found in _SURE_TIE.finditer(text, begin, state.posMax)):
        return _no_break(state, 1, silent)
    if not silent:
        before, after = _AROUND[0].search(text[:at]), _AROUND[1].match(text, at)
        push_unread(state, "tie", f"{before[0] if before else ''}{after[0] if after else ''}")
        state.append_pending("~")
    state.pos += 1
    return True


def latex_quotes(state: Inline, silent: bool) -> bool:
    """The inline rule: ``words'' are words in quotation marks."""
    found = _QUOTED.match(state.src, state.pos, state.posMax) if state.src[state.pos] == "`" else None
    if found is None or state.src[state.pos - 1 : state.pos] == "`":
        return False
    if not silent:
        outer = state.md.options["quotes"]
        state.append_pending(outer[0])
        state.pushPending()
        state.tokens += state.inside(*found.span(1))
        state.pos = found.end() - 1
        state.append_pending(outer[1])
    state.pos = found.end()
    return True


def dashes(text: str) -> str:
    """`--` and `---` as dashes and three dots as one sign."""
    kept = verbatim(text)
    return _MEANT.sub(lambda found: found[0] if within(kept, found.start()) else _SIGNS[found[0]], text)
