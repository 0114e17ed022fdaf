"""Braces that an author forgot: a `{{` that is not closed, single ones round a name that a template knows."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from reportgen.document.data.arithmetic import Fault
from reportgen.document.templates.comments import RAW, STRING, blank, prose

_INSIDE = rf"(?>{STRING}|(?!\{{[{{%]|\n[ \t]*\n).)*?"
"""What stands between double braces; where the next template or an empty line comes first, the end was forgotten."""
_DOUBLE = re.compile(rf"{RAW}|\{{\{{{_INSIDE}\}}\}}|(?P<open>\{{\{{[^{{}}\n]*\}}?)", re.DOTALL)
_SINGLE = re.compile(
    r"(?<![\\{\]\w])\{[ \t]*(?P<name>[A-Za-z_]\w*)(?P<rest>(?:[ \t]*[.\[|*/+-][^{}\n]*?)?)[ \t]*\}(?!\})"
)


def unclosed(text: str) -> Iterator[re.Match[str]]:
    """Each `{{` that is not closed, up to where its value may end: at a single brace, or with the line."""
    return (found for found in _DOUBLE.finditer(text) if found["open"])


def closed(text: str) -> str:
    """`text` with a blank in the place of each `{{` that is not closed; lines and columns stay where they are."""
    return _DOUBLE.sub(lambda found: blank(found[0]) if found["open"] else found[0], text)


def single(text: str, known: Mapping[str, str]) -> Iterator[tuple[int, Fault]]:
    """What stands in single braces outside of code, and begins with one of the `known` names, with its offset.

    `known` has for each name how a template writes it: "budget" may be `facts.budget`.
    """
    for found in _SINGLE.finditer(prose(text)):
        if found["name"] in known:
            message = f"single braces are no template: {found[0]} is printed as it stands"
            value = known[found["name"]] + found["rest"]
            yield found.start(), Fault("single-braces", message, rf"write {{{{ {value} }}}}, or \{{ if it is meant")
