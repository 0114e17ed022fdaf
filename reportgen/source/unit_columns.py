"""Columns of a file that say in what the numbers of another are: UNIT_MULT, SCALAR_FACTOR, UOM, Unit; and names of rows
that do, "Population (000s)".

What all rows say alike is the unit of the column; where rows differ, each value has that of its row, and no sum and no
axis of several is right: who makes these asks for one.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import field, replace
from itertools import chain

from reportgen.frozen import frozen
from reportgen.patterns import Pattern
from reportgen.problems import Problems
from reportgen.sheets.sheet import Line
from reportgen.source.column_guess import Guess
from reportgen.source.date_texts import names_period
from reportgen.source.model import Column
from reportgen.source.regions import Region
from reportgen.source.said_units import is_rate
from reportgen.source.unit_names import named_for, says_no_unit
from reportgen.source.unit_words import unit_alone, unit_in
from reportgen.source.units import unit_of

OBSERVED = Pattern(r"obs_?value|observation value", re.IGNORECASE)
_POWERS = {"3": "thousand", "6": "million", "9": "billion", "12": "trillion"}
_POWERS |= {"millier": "thousand", "milliard": "billion"}
_PLAIN = Pattern(r"[^\W\d_][a-zà-ÿ]+(?: [a-zà-ÿ]+)*")
_UNMISSED = ("", "0", "-", "person", "persons", "people")
_SHOWN = 3
_DIFFERENT = "\0"
_NUMERIC = ("number", "integer")
_BESIDE = Pattern(r"(?:rank|rang|base|sample|order|sort|n|no\.?|id|number|count)\b.*", re.IGNORECASE)
"""Columns beside the values that are not in their unit."""
_LISTED = 4
_LEAST = 2
"""Units that rows differ by. Ours."""


def tells_unit(name: str) -> bool:
    """Whether a column of numbers says in what size those of another are, or how exact."""
    return named_for(name) in ("size", "exactness")


def unit_beside(region: Region) -> tuple[str, str]:
    """The unit that columns say which are the same in all rows, and the first of them; "" for both without one."""
    said, column = _same(region, "size")
    measure, other = _same(region, "measure")
    if measure == _DIFFERENT:
        return "", ""
    unit = _unit(size := _size(said), measure)
    return (unit, column if size else other) if unit else ("", "")


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
    texts = {name: _texts(one) for name, one in columns.items() if one.type == "string"}
    found = found or {name: [*dict.fromkeys(units.values())] for name in texts if (units := _in_names(texts[name]))}
    if not found:
        return ""
    listed = "; ".join(
        f"{name} ({', '.join(said[:_SHOWN])}{', …' * (len(said) > _SHOWN)})" for name, said in found.items()
    )
    several = [said for said in found.values() if len(said) > 1]
    hint = "write it as unit: at the columns that are in it"
    if several:
        hint = "take the rows of one unit with where:, and write that as unit: at the columns that are in it"
    if any(map(_is_known, chain.from_iterable(several))):
        hint = "take the rows of one unit with where: for charts and sums; a value in a text has that of its row"
    return f"columns say in which unit the values are, {listed}: {hint}"


def with_unit_near(columns: Mapping[str, Guess], unit: str) -> Mapping[str, Guess]:
    """Columns with the `unit` that a line near the table says, if it is plain which are in it: the only numbers, or
    those of all periods."""
    numbers = [name for name, one in columns.items() if one.type in _NUMERIC and not tells_unit(name)] if unit else []
    plain = len(numbers) == 1 or all(map(names_period, numbers))
    letter = len(unit) == 1 and unit.isalpha()  # a mark as well: "Fares (p)"
    if letter or not plain or any(_BESIDE.fullmatch(name) or is_rate(name) for name in numbers):
        return columns
    return {name: replace(one, unit=unit) if name in numbers else one for name, one in columns.items()}


def _is_known(unit: str) -> bool:
    """Whether a text is a unit and can be nothing else."""
    return bool(unit_alone(unit) or unit_of(unit).currency)


def _tells(name: str, one: Guess) -> bool:
    """Whether a column is one of units by its name, and is no scale of its own: magnitudes of earthquakes."""
    kind = named_for(name)
    return kind in ("size", "measure") or (kind == "word" and one.type == "string")


def _texts(one: Guess) -> list[str]:
    """The different texts of a column."""
    return [*dict.fromkeys(text for text in (one.kept.read.texts if one.kept else ()) if text)]


def _said(one: Guess) -> list[str]:
    """The different words of a column; none where it says nothing that a reader would miss."""
    texts = _texts(one)
    return [] if all(text.casefold() in _UNMISSED or says_no_unit(text) for text in texts) else texts


@frozen
class RowUnits:
    """The units in which the rows of a table are."""

    by: str = ""
    """the column that says them, alone or in brackets behind names; "": rows differ in none"""
    units: Mapping[str, str] = field(default_factory=dict)
    """each text of that column that says one, with it; "": the value has none"""

    def of(self, region: Region, line: Line) -> str | None:
        """The unit that a row says; None where it says nothing."""
        return self.units.get(line.text(region.names[self.by])) if self.by else None


def row_units(region: Region, columns: Sequence[Column]) -> RowUnits:
    """The units of rows that differ by what one of the columns says, if it plainly speaks of units."""
    saying = [one.name for one in columns if one.type == "string" or tells_unit(one.name)]
    if not any(one.type in _NUMERIC and _is_bare(one) for one in columns):
        return RowUnits()
    found = (one for one in _several(region, saying) if any(map(_is_known, one[1].values())))
    return RowUnits(*next(found, ("", {})))


def with_row_units(columns: Sequence[Column], found: RowUnits) -> list[Column]:
    """Columns, those of numbers without a unit with the one that says it of each row."""
    bare = [one for one in columns if one.type in _NUMERIC and _is_bare(one)] if found.by else []
    values = [one for one in bare if names_period(one.name) or OBSERVED.fullmatch(one.name)] or [
        one for one in bare if len(bare) == 1 or not _BESIDE.fullmatch(one.name)
    ]
    return [replace(one, unit_column=found.by) if one in values else one for one in columns]


def _is_bare(column: Column) -> bool:
    """Whether nothing says in what a column is."""
    return not (column.unit or unit_in(column.name) or tells_unit(column.name))


def tell_units_beside(region: Region, columns: Sequence[Column], found: RowUnits, problems: Problems) -> None:
    """Report columns of numbers that are not in the unit that another column says, or in several of which no column
    that is declared says which."""
    numbers = [one for one in columns if one.type in _NUMERIC and not tells_unit(one.name)]
    bare = [one for one in numbers if not one.unit]
    if not bare or found.by:
        return
    unit, column = unit_beside(region)
    sized = unit_of(unit).power
    if unit and sized and len(numbers) == 1:
        message = f"the column '{column}' says {unit}, and '{bare[0].name}' has no unit"
        problems.add("table-units", bare[0].place, message, f'write unit: "{unit}"')
    elif several := next(_several(region, region.names), None):
        name, units = several
        listed = ", ".join([*units][:_LISTED])
        message = f"rows of '{bare[0].name}' are in several units by '{name}': {listed}; a sum of them means nothing"
        declared = any(one.name == name for one in columns)
        hint = "take the rows of one unit, with where: in blocks" if declared else f"declare the column '{name}'"
        problems.add("table-units", bare[0].place, message, hint)


def _several(region: Region, names: Iterable[str]) -> Iterator[tuple[str, Mapping[str, str]]]:
    """Those of some columns whose rows say several units, each with its texts and the unit that a text says."""
    for name in names:
        at = region.names[name]
        texts = dict.fromkeys(text for line in region.lines if (text := line.text(at)))
        kind = named_for(name)
        if kind == "measure" and len(texts) >= _LEAST and all(map(_is_unit, texts)):
            yield name, {text: _as_unit(text) for text in texts}
        elif kind == "size" and len({_size(text) for text in texts}) >= _LEAST:
            measure, _ = _same(region, "measure")
            yield name, {text: _unit(_size(text), measure) for text in texts}
        elif not kind and (units := _in_names(texts)):
            yield name, units


def _in_names(texts: Iterable[str]) -> Mapping[str, str]:
    """The units that names of rows have in brackets, by these, if they are several: no single letters."""
    units = {text: unit for text in texts if text.endswith(")") and (unit := unit_in(text))}
    several = len({*units.values()}) >= _LEAST and all(len(unit) > 1 or unit == "%" for unit in units.values())
    return units if several else {}


def _is_unit(text: str) -> bool:
    return bool(_is_known(text) or _PLAIN.fullmatch(text))


def _as_unit(text: str) -> str:
    """What a column of units says, as `unit:` has it: "" of Number and Index."""
    known = unit_alone(text) or (text if unit_of(text).currency else "")
    return known or ("" if says_no_unit(text) else text.casefold())


def _size(text: str) -> str:
    """A size in a column of its own, 6 or Millions, as a word; "" for none."""
    word = text.casefold().strip().removesuffix("s")
    size = _POWERS.get(word, word)
    return size if size in _POWERS.values() else ""


def _unit(size: str, measure: str) -> str:
    """The unit of a size and what is measured; "" where it is not plain what they are together."""
    known = unit_alone(measure) or (measure if unit_of(measure).currency else "")
    counted = measure.casefold() if _PLAIN.fullmatch(measure) and not says_no_unit(measure) else ""
    if size and unit_of(known).currency == known != "":
        return f"{known} {size}"
    if size and not known:
        return f"{size} {counted}".strip()
    return "" if size else known
