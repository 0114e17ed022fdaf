"""Tables that were pasted from a workbook, a text or a CSV file: lines with tabs or other signs between cells.

Markdown reads such lines as one paragraph, in which the cells run together. They become a token `unread`, whose form
is `pasted-table`; what is said of it is `text.unread`'s.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from markdown_it.rules_core.state_core import StateCore
from markdown_it.token import Token

from reportgen.document.markdown.places import unread_token

_TAB = re.compile(r"\t+")
_SEMICOLON = re.compile(r";")
_COMMA = re.compile(r",")
_SPACES = re.compile(r"(?<![.!?:;]) {3,}(?=\S)")
_WIDE = re.compile(r"(?<!\d),|,(?!\d)")
"""A comma that is no sign of a number."""
_LABEL = re.compile(r"\(?\w{1,3}(?:\.\d{1,2})*[.)]?")
"""What stands before a numbered paragraph."""
_LONGEST_CELL = 40
"""Characters of a cell between commas or semicolons: what is longer is a part of a sentence. Ours."""
_FEWEST_CELLS = 3
"""Cells of a line that is a row by itself."""


def _cells(line: str, sign: re.Pattern[str]) -> int:
    """How many cells a line has between the signs; 0 where these may be those of a sentence."""
    parts = sign.split(line.strip())
    if sign is _TAB and len(parts) == _FEWEST_CELLS - 1 and _LABEL.fullmatch(parts[0]) and parts[1].endswith("."):
        return 0  # a numbered paragraph
    if sign in (_TAB, _SPACES):
        return len(parts) if len(parts) > 1 else 0
    if not parts[-1] and (len(parts) < 2 or parts[-2]):  # a clause ends with it
        return 0
    if max(map(len, parts)) > _LONGEST_CELL:
        return 0
    if sign is _COMMA and (len(parts) < _FEWEST_CELLS or not _WIDE.search(line)):
        return 0
    return len(parts) if len(parts) > 1 else 0


def _is_table(lines: Sequence[str]) -> bool:
    """Whether two lines that follow each other have as many cells; a line alone is one with three between tabs."""
    if len(lines) == 1:
        return "\t" in lines[0] and _cells(lines[0], _TAB) >= _FEWEST_CELLS
    for sign, mark in ((_TAB, "\t"), (_SEMICOLON, ";"), (_COMMA, ","), (_SPACES, "   ")):
        spaced = "\n" if sign in (_TAB, _SPACES) else f"{mark} "
        counts = [_cells(line, sign) if mark in line and spaced not in line else 0 for line in lines]
        if any(one and one == other for one, other in pairwise(counts)):
            return True
    return False


def find_pasted(state: StateCore) -> None:
    """The core rule: paragraphs that are such tables become `unread`."""
    if not any(sign in state.src for sign in ("\t", ";", ",", "   ")):
        return
    found: list[Token] = []
    tokens, at = state.tokens, 0
    while at < len(tokens):
        one = tokens[at]
        lines = tokens[at + 1].content.split("\n") if one.type == "paragraph_open" else []
        if lines and not (one.hidden and len(lines) == 1) and _is_table(lines):
            found.append(unread_token("pasted-table", one, tokens[at + 1].content))
            at += 3
        else:
            found.append(one)
            at += 1
    state.tokens = found
