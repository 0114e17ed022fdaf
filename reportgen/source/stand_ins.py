"""Numbers that stand in the place of a missing value, as programs of statistics write them: -99, -999, -8888."""

from __future__ import annotations

from collections.abc import Sequence

from reportgen.source.column_faults import ColumnFaults

_STAND_INS = frozenset(f"-{digit * count}" for digit in "89" for count in range(2, 8))


def ask_for_stand_ins(words: Sequence[str], faults: ColumnFaults) -> None:
    """Ask what such numbers are, if nothing else in the column is below zero; a single -99 may be a value."""
    if _STAND_INS.isdisjoint(words):
        return
    found = [at for at, word in enumerate(words) if word in _STAND_INS]
    sign = words[found[0]]
    below = sum(1 for word in words if word[:1] in ("-", "\u2212"))
    if below == len(found) < sum(map(bool, words)) and (len(found) > 1 or len(sign) > len("-99")):
        message = f"has {sign}{faults.more(found)}, and no other number below zero: is a value missing there?"
        faults.tell("table-missing", found[0], message, f'if so, write marks: {{"{sign}": x}}')
