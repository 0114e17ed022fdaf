"""What vanishes from a text before its templates are carried out: comments. Lines and columns stay where they are."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Callable

from reportgen.document.data import marks
from reportgen.document.data.arithmetic import Fault
from reportgen.document.templates.scan import Found, replaced
from reportgen.frozen import frozen
from reportgen.patterns import Pattern

_EMPTY_LINE = Pattern(r"\n(?=\n)")

_SHORTCODE = Pattern(r"\{\{<([^\n]*)>\}\}")
"""What Quarto writes in the braces of a template."""


@frozen
class Prepared:
    """A text without its comments, with all its lines and columns; faults stand at an offset in it."""

    text: str
    faults: tuple[tuple[int, Fault], ...]


def prepare(text: str) -> Prepared:
    """Take the comments out: `marks.GONE` stands for each of their characters (and in their empty lines).

    What other programs write in the same braces is handed on, for it is no template.
    """
    text = marks.with_bullets(text)
    lost = marks.PRIVATE.sub(" ", text)
    faults = [
        (found.start(), Fault("markup", f"the character U+{ord(found[0]):04X} has no meaning of its own", "delete it"))
        for found in marks.PRIVATE.finditer(text)
    ]
    added: list[int] = []

    def without(piece: Found) -> str:
        if piece.kind == "open_comment":
            faults.append((piece.start, _unclosed(piece.text)))
        if shortcode := _SHORTCODE.fullmatch(piece.text):
            return f"{marks.SHORTCODE_OPEN * 3}{shortcode[1]}{marks.SHORTCODE_CLOSE * 3}"
        if piece.kind != "comment":
            return piece.text
        added.extend(piece.start + found.end() for found in _EMPTY_LINE.finditer(piece.text))
        return _EMPTY_LINE.sub("\n" + marks.GONE, re.sub(r"[^\n]", marks.GONE, piece.text))

    less = replaced(lost, without)
    return Prepared(less, tuple((offset + bisect_right(added, offset), fault) for offset, fault in faults))


def without(text: str) -> str:
    """`text` without its comments, and without the lines on which nothing else stands."""
    return _reduced(text, lambda _: "")


def emptied(text: str) -> str:
    """`text` with every comment that has words in it emptied, but for the ends of its lines."""
    return _reduced(text, lambda comment: "<!-- -->" if comment.startswith("<!--") else "{# #}")


def _reduced(text: str, instead: Callable[[str], str]) -> str:
    """`text` with something else in the place of each comment, which may be nothing."""

    def reduced(piece: Found) -> str:
        if piece.kind != "comment":
            return piece.text
        ends = piece.text.count("\n")
        return f"{marks.GONE}{instead(piece.text)}" + f"\n{marks.GONE}" * ends

    lines = replaced(marks.PRIVATE.sub(" ", text), reduced).split("\n")
    return "\n".join(shorn(line) for line in lines if marks.GONE not in line or line.replace(marks.GONE, "").strip())


def shorn(line: str) -> str:
    """A line without the marks of its comments; spaces before one at its end are none of the text."""
    text = line.replace(marks.GONE, "")
    return text.rstrip() if line.rstrip().endswith(marks.GONE) else text


def _unclosed(opening: str) -> Fault:
    closing = "-->" if opening == "<!--" else "#}"
    return Fault("template-syntax", f"the comment that begins here with {opening} does not end", f"write {closing}")
