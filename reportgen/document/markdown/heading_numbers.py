"""Numbers that an author types before a heading, as a word processor would: "1. Introduction", "Annex A: Method"."""

from __future__ import annotations

import re
from collections.abc import Iterable

from markdown_it.token import Token

from reportgen.document.markdown.lists import number_of
from reportgen.document.markdown.parsing import Node
from reportgen.document.markdown.places import where
from reportgen.document.templates.offsets import cut

_TYPED = re.compile(
    r"(?P<number>\d{1,2}(?:\.\d{1,2}){0,3}(?:[ \u00a0]?\(?[a-z](?=\)))?)(?P<dot>[.)]?)"
    r"[ \t\u00a0]+(?=[“\"‘'(]?[^\W\d_a-zß-öø-ÿ])"
)


_SCHEME = re.compile(
    r"(?P<name>§[ \u00a0]?\d{1,2}|\d{1,2}(?![.)])|[IVX]{1,5}|[A-Z]|[a-z](?=[.)]))"
    r"(?:[.)]|[°º]|[ \u00a0]?/|[ \u00a0][-–—])[ \t\u00a0]+(?=[“\"‘'(«]?[^\W\d_])"
)
PART_ENDS = r"\s?[:.–—-][ \t\u00a0]+"
"""What parts "Chapter 5" from the words of its heading."""


def typed_part(heading: Node, pattern: str) -> str:
    """Such as "Chapter 5:" before the words of a heading, by the language's `pattern`; "" for none."""
    token = _first(heading)
    found = re.match(pattern + PART_ENDS, token.content, re.IGNORECASE) if token else None
    return found[0].strip() if found else ""


def typed_number(heading: Node) -> str:
    """The number before the words of a heading; "" for none, or one that may well be a part of its sentence."""
    found = _found(heading)
    return found["number"] if found else ""


def typed_mark(heading: Node) -> tuple[str, str]:
    """A Roman number, a letter or a number with another sign before the words of a heading, "II." or "3°", and its name
    alone; two times "" for none. One whose next or last is nowhere may be an initial: "A. Smith's reform"."""
    token = _first(heading)
    found = _SCHEME.match(token.content) if token else None
    return (found[0].strip(), found["name"]) if found else ("", "")


def is_in_order(shown: str, name: str, names: Iterable[str]) -> bool:
    """Whether such a mark is surely a number: by its sign, its length, or since the one before or after it is there."""
    if shown[-1] in ")°º" or name[0] == "§" or (len(name) > 1 and not name.isdecimal()):
        return True
    return any(number_of(name, roman=roman) in _beside(names, roman=roman) for roman in (True, False))


def _beside(names: Iterable[str], *, roman: bool) -> set[int]:
    numbers = (number_of(name, roman=roman) for name in names if name[0] != "§")
    return {one + step for one in numbers if one is not None for step in (-1, 1)}


def is_certain(heading: Node) -> bool:
    """Whether a full stop or a bracket says that it is the number of a heading."""
    found = _found(heading)
    return bool(found and (found["dot"] or "." in found["number"]))


def take_off(heading: Node) -> None:
    """Leave the number out."""
    token, found = _first(heading), _found(heading)
    if token and found:
        place = cut(where(token), found.end(), len(token.content))
        token.content, token.meta["at"] = token.content[found.end() :], place


def _found(heading: Node) -> re.Match[str] | None:
    token = _first(heading)
    return _TYPED.match(token.content) if token else None


def _first(heading: Node) -> Token | None:
    """The words that a heading begins with."""
    inline = heading.children[0] if heading.children else None
    first = inline.children[0] if inline and inline.children else None
    return first.token if first and first.type == "text" else None
