"""A column of marks beside the column of their values, such as OBS_STATUS, Flag, Data Marking: `mark_column:`.

What a mark in the cell of the value itself means is `cell_marks`'.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from reportgen.marks import Mark
from reportgen.patterns import Pattern
from reportgen.source.cell_marks import NOTHING, UNMARKED, said_mark
from reportgen.source.column_faults import ColumnFaults
from reportgen.source.column_marks import ColumnMarks
from reportgen.source.mark_table import MarkTable, letters
from reportgen.source.scalars import ScalarError

STATUS_NAME = Pattern(
    r"(.*[ _-])?(obs_?(status|flag)|conf_status|status|flags?|flag codes?|mark|markings?|marker|symbols?|qualifier)|"
    r"footnotes?( codes?)?|.+[a-z)]qf|value_q|"
    r"(observation|confidentiality) (status|flag)( \(.*\))?|"
    r"statuts?( (de l.)?observation)?|symboles?|kennzeichen|vermerk|indicateurs? de statut",
    re.IGNORECASE,
)
"""Names of columns that hold marks."""
_CODES_NAME = Pattern(r"codes", re.IGNORECASE)
_SDMX_NAME = Pattern(r"codes|obs_?(status|flag)|flag codes?|observation (status|flag).*", re.IGNORECASE)
_SECRECY_NAME = Pattern(r"conf_?status|confidentiality (status|flag).*", re.IGNORECASE)
_SDMX: Mapping[str, Mark | None] = {
    "A": None,
    "B": Mark.BREAK,
    "E": Mark.ESTIMATED,
    "F": Mark.FORECAST,
    "P": Mark.PROVISIONAL,
    "R": Mark.REVISED,
    "U": Mark.UNRELIABLE,
    "H": Mark.UNAVAILABLE,
    "L": Mark.UNAVAILABLE,
    "O": Mark.UNAVAILABLE,
    "M": Mark.INAPPLICABLE,
    "Q": Mark.SUPPRESSED,
}
"""The code list CL_OBS_STATUS of SDMX; in capitals other offices mean other things by them."""
_SECRECY: Mapping[str, Mark | None] = {"F": None, "C": Mark.SUPPRESSED}
"""Its code list CL_CONF_STATUS: free, confidential."""
_CAPITALS = ("P", "R", "E")
"""Letters that mean the same in capitals, in whatever column of marks."""
_PLAIN = frozenset(
    "normal final actual définitif définitive définitifs définitives endgültig definitivo definitiva".split()
) | {"normal value", "official figure", "valeur normale"}
"""Words that say that a value has no mark."""


class _Unknown(Exception):
    """A mark whose meaning nobody has said."""


def is_mark(text: str, name: str) -> bool:
    """Whether a text is a mark in the column `name`, which holds the marks of another."""
    try:
        _meaning(text, name, MarkTable({}))
    except _Unknown:
        return False
    return True


def are_codes_of_marks(texts: Sequence[str], name: str) -> bool:
    """Whether a column that is called codes alone holds those of SDMX, most of them A, as Insee writes them."""
    if not _CODES_NAME.fullmatch(name.strip()):
        return False
    return {*texts} - {""} <= _SDMX.keys() and 2 * texts.count("A") > len(texts)


def _meaning(text: str, name: str, signs: MarkTable) -> Mark | None:
    """What a cell of the column `name` says of the value beside it; None: nothing."""
    declared = signs.signs.get(text)
    if isinstance(declared, Mark):
        return declared
    if declared in (UNMARKED, NOTHING) or text.casefold() in _PLAIN:
        return None
    bare = text.strip("[]() ")
    for known, codes in ((_SDMX_NAME, _SDMX), (_SECRECY_NAME, _SECRECY)):
        if known.fullmatch(name.strip()) and bare in codes:
            return codes[bare]
    mark = said_mark(bare) or (said_mark(bare.lower()) if bare in _CAPITALS else None)
    if mark is None:
        raise _Unknown
    return mark


def mark_beside(found: ColumnMarks, marks: Sequence[str], name: str, signs: MarkTable, faults: ColumnFaults) -> None:
    """Give the values in `found` the marks in the column `name`; what can't be is told once for its kind."""
    unknown: dict[str, int] = {}
    for at, text in enumerate(marks):
        try:
            mark = _meaning(text, name, signs) if text else None
        except _Unknown:
            unknown.setdefault(text, at)
            continue
        if mark is not None and at not in found.bad:
            _bear(found, at, mark, name, faults)
    if unknown:
        listed = ", ".join(f"'{text}'" for text in list(unknown)[:6])
        example = ", ".join(f'"{text}": {_likely(text)}' for text in list(unknown)[:6])
        hint = f"say what it means: marks: {{{example}}} ({UNMARKED} says nothing of the value), or {letters()}"
        message = f"has {listed} in the column of its marks, '{name}'"
        faults.note(next(iter(unknown.values())), ScalarError("cell-mark", message, hint), "beside")


def _likely(text: str) -> str:
    """What a sign that nobody has explained may mean: of several marks, such as "bp", a value bears one."""
    found = [mark for letter in text.strip("[]() ").lower() if (mark := said_mark(letter)) and mark.has_value]
    return max(found, key=lambda mark: mark.is_tentative) if len(found) == len(text) > 1 else UNMARKED


def _bear(found: ColumnMarks, at: int, mark: Mark, name: str, faults: ColumnFaults) -> None:
    own, value = found.marks.get(at), found.words[at]
    message = hint = ""
    if own not in (None, mark, Mark.UNAVAILABLE):
        message, hint = f"has the mark {own and own.sign}, and {mark.sign} in '{name}'", "mend one of the two"
    elif value and not mark.has_value:
        message = f"has the mark {mark.sign} ({mark.called}) in '{name}' beside a value"
        hint = "delete the value, or the mark: what stands in a table is attached to the paper"
        hint += f"; if '{name}' holds no marks, leave mark_column: out"
    elif not value and not mark.stands_alone:
        message = f"has the mark {mark.sign} ({mark.called}) in '{name}' and no value"
        hint = "leave the mark out, or say in it why there is no value: c or x"
    if message:
        faults.note(at, ScalarError("cell-mark", message, hint))
        return
    found.marks[at] = mark
    found.nothing = [one for one in found.nothing if one != at]
