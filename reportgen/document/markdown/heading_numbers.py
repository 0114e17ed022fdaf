"""Numbers that an author types before a heading, as a word processor would: "1. Introduction", "Annex A: Method"."""

from __future__ import annotations

import re

from markdown_it.token import Token

from reportgen.document.markdown.parsing import Node
from reportgen.document.markdown.places import where
from reportgen.document.templates.offsets import cut

_TYPED = re.compile(
    r"(?P<number>\d{1,2}(?:\.\d{1,2}){0,3}(?:[ \u00a0]?\(?[a-z](?=\)))?)(?P<dot>[.)]?)"
    r"[ \t\u00a0]+(?=[“\"‘'(]?[^\W\d_a-zß-öø-ÿ])"
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
