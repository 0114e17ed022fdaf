"""Signs of arithmetic as everybody types them: 2*3 for 2 × 3, 10^6 for a power, CO_2 for CO₂, `p<a and b>c`.

Each is read where nothing else can be meant; what stands between dollar signs is `formulas`'. HTML would take signs of
comparison for a tag, and eat the words between them: a tag has attributes of its own, not any words, and such a sign
stands close to what it compares.
"""

from __future__ import annotations

import re

from reportgen.document.markdown.places import Inline

_LEFT = re.compile(r"(?:[\d)\ue011]|(?<!\w)[^\W_])\Z")
_RIGHT = re.compile(
    r"[(\ue010]|(?:\d[\d.,]*\w*|[^\W_](?!\w))(?!\*(?!\*|[\d(\ue010]|[^\W_](?!\w)))"  # "4*A*" is a 4 and an A in italics
)
"""What may be multiplied: a number, something in brackets, a value, a single letter."""
_ITALIC = re.compile(r"(?<![\w)*\ue011])\*[^\W\d_]\Z")
"""A letter that is set in italics: "*n*th" and "*a*b" are no products."""
_SPACED = re.compile(r" (?=[\d\ue010])")
_POWER = re.compile(r"\^([-+\u2212]?\d{1,3})(?![\w^]|[.,]\d)")
_RAISED = re.compile(r"\^(?!\[)(?:\\.|[^\s^\\])+\^(?!\w)")
_BASE = re.compile(r"[\w)\]]\Z")
_INDEX = re.compile(r"_(\d{1,2}(?:\.\d)?|x)(?![\w.]\d|[A-Z]?[a-z_])")
_SUBSTANCE = re.compile(r"(?<![A-Za-z])(?:[CNS]?O|CH|NH|N|H|PM|SF)\Z")
"""Chemical signs, and fine dust, that are written with a number below the line."""


def product(state: Inline, silent: bool) -> bool:
    """The rule for a `*` that stands between two factors, and begins no emphasis."""
    src, at = state.src, state.pos
    before = src[max(0, at - 3) : at]
    if src[at] != "*" or src[at + 1 : at + 2] == "*" or before.endswith(("*", "\\")):
        return False
    close = _LEFT.search(before) and not _ITALIC.search(before) and _RIGHT.match(src, at + 1, state.posMax)
    apart = before.endswith(" ") and _LEFT.search(before[:-1]) and _SPACED.match(src, at + 1)
    if not (close or apart):
        return False
    if not silent:
        state.append_pending("×")
    state.pos += 1
    return True


def power(state: Inline, silent: bool) -> bool:
    """The rule for `10^6` and `m^2`: a number that only a power can be, with no `^` behind it."""
    return False if _RAISED.match(state.src, state.pos) else _scripted(state, silent, _POWER, _BASE, "sup")


def index(state: Inline, silent: bool) -> bool:
    """The rule for `CO_2`."""
    return _scripted(state, silent, _INDEX, _SUBSTANCE, "sub")


def _scripted(state: Inline, silent: bool, form: re.Pattern[str], base: re.Pattern[str], tag: str) -> bool:
    found = form.match(state.src, state.pos, state.posMax)
    if found is None or not base.search(state.src[max(0, state.pos - 4) : state.pos]):
        return False
    if not silent:
        state.pos = found.start(1)
        state.push(f"{tag}_open", "", 1)
        state.append_pending(found[1])
        state.push(f"{tag}_close", "", -1)
    state.pos = found.end()
    return True


_TAG = re.compile(r"</?[A-Za-z][\w-]*(?P<inside>(?:\s[^<>]*)?)>")
_VALUED = re.compile(r"[\w:.@-]+\s*=\s*(?:\"[^\"]*\"|'[^']*'|[^\s\"'=<>`]+)")
_FLAGS = frozenset(
    "allowfullscreen async autoplay checked compact controls default defer disabled hidden ismap loop multiple muted "
    "noshade novalidate nowrap open readonly required reversed selected".split()
)
"""Attributes of HTML that have no value."""


def has_words(tag: str) -> bool:
    """Whether words stand in a tag that are no attributes: it is a comparison then, or a gap to be filled."""
    found = _TAG.fullmatch(tag)
    rest = _VALUED.sub(" ", found["inside"]).strip(" \t\n/") if found else ""
    return any(word.lower() not in _FLAGS for word in rest.split())


def comparison(state: Inline, silent: bool) -> bool:
    """The inline rule: the < of a comparison is a sign."""
    at = state.pos
    found = _TAG.match(state.src, at, state.posMax) if state.src[at] == "<" else None
    if found is None or not has_words(found[0]):
        return False
    before, after = state.src[at - 1 : at], state.src[found.end() : found.end() + 1]
    if not (before.isalnum() or after.isalnum() or before in tuple("$)\ue011") or after in tuple("$(\ue010")):
        return False
    if not silent:
        state.append_pending("<")
    state.pos += 1
    return True
