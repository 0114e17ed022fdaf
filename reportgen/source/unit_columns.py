"""Columns of a file that say in what the numbers of another are: UNIT_MULT, SCALAR_FACTOR, UOM, Unit; and names of rows
that do, "Population (000s)".

What all rows say alike is the unit of the column; where rows differ, no sum and no one unit is right, which is told.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from reportgen.patterns import Pattern
from reportgen.problems import Problems
from reportgen.source.heading_units import unit_alone, unit_in
from reportgen.source.model import Column
from reportgen.source.regions import Region
from reportgen.source.units import unit_of

OBSERVED = Pattern(r"obs_?value|observation value", re.IGNORECASE)
_SIZES = Pattern(r"unit_?mult(iplier)?|unit multiplier|scalar_factor|facteur scalaire|powercode( code)?", re.IGNORECASE)
_MEASURES = Pattern(
    r"unit_?measure|units?( of measure)?|uom|einheit(en)?|unités?( de mesure)?|unidad(es)?", re.IGNORECASE
)
_ABOUT = Pattern(
    r"unit_?mult(iplier)?|unit multiplier|scalar_(factor|id)|facteur scalaire|powercode( code)?|decimals|"
    r"décimales|uom_id",
    re.IGNORECASE,
)
_POWERS = {"3": "thousand", "6": "million", "9": "billion", "12": "trillion"}
_POWERS |= {"milliers": "thousand", "milliards": "billion"}
_PLAIN = Pattern(r"[^\W\d_][a-zà-ÿ]+(?: [a-zà-ÿ]+)*")
_COUNTS = ("number", "units", "count", "index", "nombre", "unités", "indice")
_DIFFERENT = "\0"
_LEAST = 2
"""Units that rows differ by. Ours."""


def tells_unit(name: str) -> bool:
    """Whether a column of numbers says in what size those of another are, or how exact."""
    return _ABOUT.fullmatch(name.strip()) is not None


def unit_beside(region: Region) -> tuple[str, str]:
    """The unit that columns say which are the same in all rows, and the first of them; "" for both without one."""
    size, column = _same(region, _SIZES)
    size = _POWERS.get(size, size.casefold().strip().removesuffix("s") if size.casefold() != "units" else "")
    size = size if size in _POWERS.values() else ""
    measure, other = _same(region, _MEASURES)
    if measure == _DIFFERENT:
        return "", ""
    known = unit_alone(measure) or (measure if unit_of(measure).currency else "")
    counted = measure.casefold() if _PLAIN.fullmatch(measure) and measure.casefold() not in _COUNTS else ""
    if size and unit_of(known).currency == known != "":
        return f"{known} {size}", column
    if size and not known:
        return f"{size} {counted}".strip(), column
    return ("", "") if size else (known, other if known else "")


def _same(region: Region, named: Pattern) -> tuple[str, str]:
    """What a column that is called so says in all rows, and its name."""
    for name, at in region.names.items():
        if named.fullmatch(name.strip()):
            texts = {line.text(at) for line in region.lines}
            return (next(iter(texts)), name) if len(texts) == 1 else (_DIFFERENT, "")
    return "", ""


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
        if _MEASURES.fullmatch(name.strip()) and len(texts) >= _LEAST and all(map(_is_unit, texts)):
            return name, texts
        units = dict.fromkeys(unit for text in texts if "(" in text and (unit := unit_in(text)))
        if len(units) >= _LEAST:
            return name, units
    return None


def _is_unit(text: str) -> bool:
    return bool(unit_alone(text) or _PLAIN.fullmatch(text) or unit_of(text).currency)
