"""Columns of a file that say in what the numbers of another are: UNIT_MULT, SCALAR_FACTOR, UOM, Unit; and names of rows
that do, "Population (000s)".

What all rows say alike is the unit of the column; where rows differ, no sum and no one unit is right, which is told.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from reportgen.patterns import Pattern
from reportgen.problems import Problems
from reportgen.source.column_guess import Guess
from reportgen.source.model import Column
from reportgen.source.regions import Region
from reportgen.source.unit_words import named_for, says_no_unit, unit_alone, unit_in
from reportgen.source.units import unit_of

OBSERVED = Pattern(r"obs_?value|observation value", re.IGNORECASE)
_POWERS = {"3": "thousand", "6": "million", "9": "billion", "12": "trillion"}
_PLAIN = Pattern(r"[^\W\d_][a-zà-ÿ]+(?: [a-zà-ÿ]+)*")
_UNMISSED = ("", "0", "-", "person", "persons", "people")
_SHOWN = 3
_DIFFERENT = "\0"
_LEAST = 2
"""Units that rows differ by. Ours."""


def tells_unit(name: str) -> bool:
    """Whether a column of numbers says in what size those of another are, or how exact."""
    return named_for(name) in ("size", "exactness")


def unit_beside(region: Region) -> tuple[str, str]:
    """The unit that columns say which are the same in all rows, and the first of them; "" for both without one."""
    size, column = _same(region, "size")
    size = _POWERS.get(size, size.casefold().strip().removesuffix("s") if size.casefold() != "units" else "")
    size = size if size in _POWERS.values() else ""
    measure, other = _same(region, "measure")
    if measure == _DIFFERENT:
        return "", ""
    known = unit_alone(measure) or (measure if unit_of(measure).currency else "")
    counted = measure.casefold() if _PLAIN.fullmatch(measure) and not says_no_unit(measure) else ""
    if size and unit_of(known).currency == known != "":
        return f"{known} {size}", column
    if size and not known:
        return f"{size} {counted}".strip(), column
    return ("", "") if size else (known, other if known else "")


def _same(region: Region, what: str) -> tuple[str, str]:
    """What a column that is called so says in all rows, and its name."""
    for name, at in region.names.items():
        if named_for(name) == what:
            texts = {line.text(at) for line in region.lines}
            return (next(iter(texts)), name) if len(texts) == 1 else (_DIFFERENT, "")
    return "", ""


def told_units(columns: Mapping[str, Guess]) -> str:
    """Which columns say the units of the values, and what they say; "" where none does, or a column of numbers has a
    unit of its own."""
    numbers = [
        one
        for name, one in columns.items()
        if one.type in ("number", "integer") and not _tells(name, one) and not tells_unit(name)
    ]
    if not numbers or any(one.unit for one in numbers):
        return ""
    found = {name: _said(one) for name, one in columns.items() if _tells(name, one)}
    found = {name: said for name, said in found.items() if said}
    if not found:
        return ""
    listed = "; ".join(
        f"{name} ({', '.join(said[:_SHOWN])}{', …' * (len(said) > _SHOWN)})" for name, said in found.items()
    )
    several = any(len(said) > 1 for said in found.values())
    hint = "take the rows of one unit with where:, and write that" if several else "write it"
    return f"columns say in which unit the values are, {listed}: {hint} as unit: at the columns that are in it"


def _tells(name: str, one: Guess) -> bool:
    """Whether a column is one of units by its name, and is no scale of its own: magnitudes of earthquakes."""
    kind = named_for(name)
    return kind in ("size", "measure") or (kind == "word" and one.type == "string")


def _said(one: Guess) -> list[str]:
    """The different words of a column; none where it says nothing that a reader would miss."""
    texts = [*dict.fromkeys(text for text in (one.kept.read.texts if one.kept else ()) if text)]
    return [] if all(text.casefold() in _UNMISSED or says_no_unit(text) for text in texts) else texts


def tell_units_beside(region: Region, columns: Sequence[Column], problems: Problems) -> None:
    """Report columns of numbers that are not in the unit that another column says, or in several."""
    numbers = [one for one in columns if one.type in ("number", "integer") and not tells_unit(one.name)]
    bare = [one for one in numbers if not one.unit]
    if not bare:
        return
    unit, column = unit_beside(region)
    sized = unit_of(unit).power
    if unit and sized and len(numbers) == 1:
        message = f"the column '{column}' says {unit}, and '{bare[0].name}' has no unit"
        problems.add("table-units", bare[0].place, message, f'write unit: "{unit}"')
    elif found := _several(region):
        name, units = found
        listed = ", ".join([*units][:4])
        message = f"rows of '{bare[0].name}' are in several units by '{name}': {listed}; a sum of them means nothing"
        hint = "take the rows of each unit from a file of their own, in an entry with that unit:"
        problems.add("table-units", bare[0].place, message, hint)


def _several(region: Region) -> tuple[str, Mapping[str, None]] | None:
    """The column whose rows say several units, and these."""
    for name, at in region.names.items():
        texts = dict.fromkeys(text for line in region.lines if (text := line.text(at)))
        if named_for(name) == "measure" and len(texts) >= _LEAST and all(map(_is_unit, texts)):
            return name, texts
        units = dict.fromkeys(unit for text in texts if "(" in text and (unit := unit_in(text)))
        if len(units) >= _LEAST:
            return name, units
    return None


def _is_unit(text: str) -> bool:
    return bool(unit_alone(text) or _PLAIN.fullmatch(text) or unit_of(text).currency)
