"""How the columns of an unknown table belong together: years side by side that become rows, a year beside a quarter."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from reportgen.language.periods import periods
from reportgen.source.cell_marks import without_note
from reportgen.source.column_guess import Guess
from reportgen.source.date_texts import names_period
from reportgen.source.entries import UnpivotEntry
from reportgen.source.model import Phrase
from reportgen.source.regions import Region
from reportgen.source.reshaping import joined

LEAST_WIDE = 4
"""Columns in a row whose names are years or quarters that make a table a wide one."""
_YEAR = re.compile("(?:1[89]|20|21)[0-9]{2}")
_YEAR_WORD = re.compile(r"\b(years?|FY|ann[ée]e|exercice|yr)\b|year", re.IGNORECASE)
_PART_WORD = re.compile(r"quarter|qtr|trimestre|month|mois|half|semest|week|semaine", re.IGNORECASE)


def wide_columns(columns: Mapping[str, Guess]) -> UnpivotEntry | None:
    """The longest run of columns that are named by years or quarters, which become rows."""
    runs = list(_runs(columns))
    longest = max(runs, key=len, default=[])
    if len(longest) < LEAST_WIDE:
        return None
    years = all(_YEAR.fullmatch(name) for name in longest)
    names, taken = "year" if years else "period", {name.casefold() for name in columns}
    names = f"{names} (name)" if names in taken else names
    values = "value" if "value" not in taken else "value (of column)"
    return UnpivotEntry(Phrase(longest[0]), Phrase(longest[-1]), Phrase(names), Phrase(values))


def joinable(region: Region, columns: Mapping[str, Guess]) -> dict[str, tuple[str, str]]:
    """A year and a quarter, or a month, in two columns, which together are a period."""
    years = [name for name, one in columns.items() if one.type in ("year", "period") and re.search(_YEAR_WORD, name)]
    parts = [name for name in columns if re.search(_PART_WORD, name)]
    new = "period" if "period" not in {name.casefold() for name in columns} else "period (joined)"
    for year, part in ((one, other) for one in years for other in parts if one != other):
        made = joined(region, {new: (year, part)})
        texts = [without_note(line.text(made.names[new])) for line in made.lines]
        bare = [without_note(line.text(made.names[part])) for line in made.lines]
        if periods(texts) and not periods(bare):
            return {new: (year, part)}
    return {}


def _runs(columns: Mapping[str, Guess]) -> Iterator[list[str]]:
    run: list[str] = []
    for name, one in columns.items():
        if names_period(name) and one.type in ("number", "integer"):
            run.append(name)
        else:
            yield run
            run = []
    yield run
