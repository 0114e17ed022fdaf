"""Notes on a sheet of their own, as statistical offices write them: "note 1" or 1 in one column, its words beside it.

What points to them, such as "Wales [note 1]", is found as what points to notes below a table is: by `note_signs`.
"""

from __future__ import annotations

import re

from reportgen.patterns import Pattern
from reportgen.sheets.sheet import Worksheet
from reportgen.source.note_signs import signs_of

_NAMED = Pattern(r"(foot)?notes?\b.*|.*[ _](foot)?notes?", re.IGNORECASE)
"""What sheets of notes are called."""
_NUMBER = Pattern(r"\[?(?:(?:foot)?notes?\s*)?([0-9]{1,2}|(?<=note )[a-z])\]?[.:)]?", re.IGNORECASE)
_HEADING = Pattern(r"(foot)?notes?(\s*(number|no\.?|id|ref(erence)?))?|number|no\.?", re.IGNORECASE)
"""What stands above the numbers."""


def may_hold_notes(name: str) -> bool:
    """Whether a sheet is called so."""
    return bool(_NAMED.fullmatch(name.strip()))


def notes_on(sheet: Worksheet) -> dict[str, str]:
    """The notes of a sheet of notes, by the signs that point to them; none of a sheet of another kind."""
    found: dict[str, str] = {}
    headed = False
    for line in sheet.lines:
        texts = [line.text(at) for at in line.filled()]
        match = _NUMBER.fullmatch(texts[0]) if len(texts) > 1 else None
        if match and headed:
            said = " ".join(texts[1].split())
            found |= {sign: said for one in signs_of("note", match[1]) for sign in (one, one.replace("[note", "[Note"))}
        headed = headed or bool(_HEADING.fullmatch(texts[0]) if len(texts) > 1 else False)
    return found
