"""Rows of a table that differ in their unit: of which a column has one all the same, and what is said where it has not.

Where the units stand in a file is known to `source.unit_columns`.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from reportgen.source.model import Column, Row

_LISTED = 3


def in_one_unit(column: Column, rows: Sequence[Row]) -> Column:
    """A column whose rows differ in their unit, with the one that some rows all have; as it is where they differ."""
    units = {row.unit for row in rows if row.value(column.name) is not None} if column.unit_column else set()
    return replace(column, unit=units.pop() or "", unit_column="") if len(units) == 1 else column


def units_among(column: Column, rows: Sequence[Row]) -> dict[str, Row]:
    """The units that values of a column have in some rows, each with the first row in it; none of rows in one unit,
    or of which only some say one."""
    found: dict[str, Row] = {}
    for row in rows if column.unit_column else ():
        if row.unit is not None and row.value(column.name) is not None:
            found.setdefault(row.unit, row)
    return found if len(found) > 1 else {}


def listed(column: Column, units: dict[str, Row]) -> str:
    """Units, each with what says it if that is more, as a message lists them: "% ('Share (%)'), £m"."""
    texts = ((unit, row.cells[column.unit_column].text) for unit, row in units.items())
    said = [unit if unit == text.casefold() else f"{unit or 'none'} ('{text}')" for unit, text in texts]
    return ", ".join(said[:_LISTED]) + ", …" * (len(said) > _LISTED)


def of_one(column: Column, units: dict[str, Row], rows: Sequence[Row]) -> tuple[str, tuple[str, ...]]:
    """The column that tells rows of one unit from others, and what the rows of the first unit have in it."""
    first = next(iter(units))
    texts = (row.cells[column.unit_column].text for row in rows if row.unit == first)
    return column.unit_column, tuple(dict.fromkeys(texts))
