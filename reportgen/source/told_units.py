"""What a file says in columns of their own of the units of its values, such as UNIT, UNIT_MULT, Scale: it is told.

In which unit a column is stands in tables.yaml: rows may be in several, and only the author knows which the paper has.
"""

from __future__ import annotations

import re
from collections.abc import Mapping

from reportgen.patterns import Pattern
from reportgen.source.column_guess import Guess

_NAME = Pattern(
    r"(obs_?)?(value[ _])?units?([ _]codes?)?|units?[ _](of[ _])?measure(ment)?|units?[ _]mult(iplier)?|"
    r"power ?code( code)?|magnitude|scale|unité( de mesure)?|einheit|eenheid|unidad(es)?",
    re.IGNORECASE,
)
_PLAIN = Pattern(r"|0|units?|numbers?|no\.?|counts?|persons?|people|-", re.IGNORECASE)
"""Units that nobody misses."""
_SHOWN = 3


def told_units(columns: Mapping[str, Guess]) -> str:
    """Which columns say the units of the values, and what they say; "" where none does, or a column of numbers has a
    unit of its own."""
    numbers = [one for name, one in columns.items() if one.type in ("number", "integer") and not _NAME.fullmatch(name)]
    if not numbers or any(one.unit for one in numbers):
        return ""
    found = {name: _said(one) for name, one in columns.items() if _NAME.fullmatch(name)}
    found = {name: said for name, said in found.items() if said}
    if not found:
        return ""
    listed = "; ".join(
        f"{name} ({', '.join(said[:_SHOWN])}{', …' * (len(said) > _SHOWN)})" for name, said in found.items()
    )
    several = any(len(said) > 1 for said in found.values())
    hint = "take the rows of one unit with where:, and write that" if several else "write it"
    return f"columns say in which unit the values are, {listed}: {hint} as unit: at the columns that are in it"


def _said(one: Guess) -> list[str]:
    """The different words of a column; none where it says nothing that a reader would miss."""
    texts = [*dict.fromkeys(text for text in (one.kept.read.texts if one.kept else ()) if text)]
    return [] if all(map(_PLAIN.fullmatch, texts)) else texts
