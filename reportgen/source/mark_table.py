"""What a table's own signs mean, as its author says with `marks:`: a mark, a number, or nothing in particular.

Signs that mean the same everywhere are `cell_marks`'.
"""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal, InvalidOperation

from reportgen.frozen import frozen
from reportgen.marks import Mark
from reportgen.problems import Problems
from reportgen.source.cell_marks import (
    BRACKETS,
    DATED,
    NEGATIVE,
    NOTHING,
    NUMERIC,
    UNMARKED,
    DoubtfulSign,
    Marked,
    said_mark,
)
from reportgen.source.model import ColumnType, Phrase


@frozen
class MarkTable:
    """What a column's own signs mean: a mark, a number, or nothing in particular."""

    signs: Mapping[str, Mark | str]
    asked: frozenset[str] = frozenset()
    """Signs that mean something of the file's own, which is asked for."""

    @classmethod
    def of(cls, *given: Mapping[Phrase, Phrase] | None, problems: Problems) -> MarkTable:
        """From the `marks:` of a table and of its column, the later before the earlier; faults are reported."""
        found: dict[str, Mark | str] = {}
        for sign, meaning in (pair for one in given if one for pair in one.items()):
            told = meaning.text.strip().strip("[]")
            if told in {mark.value for mark in Mark}:
                found[sign.text] = Mark(told)
            elif told in (NOTHING, UNMARKED) or _is_number(told) or (sign.text == BRACKETS and told == NEGATIVE):
                found[sign.text] = told
            else:
                message = f"the sign '{sign.text}' can't stand for '{told}'"
                problems.add("cell-mark", meaning.place, message, f"write one of {letters()}, {NOTHING} or a number")
        return cls(found)

    def beside(self, explained: Mapping[str, Mark | str]) -> MarkTable:
        """With the signs that the file itself explains, unless the author does; a letter that means one thing
        everywhere else, and here something that is not known, is asked for."""
        known = {sign: meant for sign, meant in explained.items() if meant}
        strange = {sign for sign, meant in explained.items() if not meant and said_mark(sign)}
        return MarkTable({**known, **self.signs}, frozenset(strange - self.signs.keys()))

    def read(self, text: str, kind: ColumnType) -> Marked | None:
        """What a declared sign, alone or behind a number, makes of a text; None where the text has none."""
        if BRACKETS in self.signs and text[:1] == "(" and text[-1:] == ")" and len(text) > 2:
            inside, meant = text[1:-1].strip(), self.signs[BRACKETS]
            return Marked(inside, meant) if isinstance(meant, Mark) else Marked(f"-{inside}")
        if text in self.asked:
            raise DoubtfulSign(text)
        meaning = self.signs.get(text)
        if isinstance(meaning, Mark):
            return Marked("", meaning)
        if meaning is not None:
            silent = meaning in (NOTHING, UNMARKED)
            return Marked("", nothing=True, note=NOTHING) if silent else Marked(meaning)
        return self._behind(text) if kind in NUMERIC or kind in DATED else None

    def _behind(self, text: str) -> Marked | None:
        """A value with a declared sign behind it, in brackets or not."""
        for sign, meaning in self.signs.items():
            mark = meaning if isinstance(meaning, Mark) else None
            if meaning != UNMARKED and (mark is None or not mark.has_value):
                continue
            if text.endswith(sign):
                return Marked(text.removesuffix(sign).rstrip(" (["), mark)
            if text.endswith((f"({sign})", f"[{sign}]")):
                return Marked(text[: -len(sign) - 2].rstrip(), mark)
        return None


def letters() -> str:
    """The marks as messages list them."""
    return ", ".join(f"{mark.value} ({mark.called})" for mark in Mark)


def _is_number(text: str) -> bool:
    try:
        return Decimal(text).is_finite()
    except InvalidOperation:
        return False
