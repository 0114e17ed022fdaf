"""How the columns of an unknown table belong together: years side by side that become rows, a year beside a quarter."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping

from reportgen.language.periods import periods
from reportgen.source.cell_marks import named_with_mark, without_note
from reportgen.source.column_guess import Guess
from reportgen.source.date_texts import names_period, without_letter
from reportgen.source.entries import UnpivotEntry
from reportgen.source.mark_columns import STATUS_NAME, are_codes_of_marks, is_mark
from reportgen.source.model import Phrase
from reportgen.source.regions import Region
from reportgen.source.reshaping import joined, mark_columns, names_total_of_period
from reportgen.source.unit_columns import OBSERVED, tells_unit

LEAST_WIDE = 4
"""Columns in a row whose names are years or quarters that make a table a wide one."""
_SHORT = 5
"""Letters that a mark has at most which is none that we know. Ours."""
_YEAR = re.compile("(?:1[89]|20|21)[0-9]{2}")
_YEAR_WORD = re.compile(r"\b(years?|FY|ann[ée]e|exercice|yr)\b|year", re.IGNORECASE)
_PART_WORD = re.compile(r"quarter|qtr|trimestre|month|mois|half|semest|week|semaine", re.IGNORECASE)


def wide_columns(region: Region, guesses: Mapping[str, Guess]) -> UnpivotEntry | None:
    """The longest run of columns that are named by years or quarters, which become rows."""
    beside = mark_columns(region).values()
    columns = {name: one for name, one in guesses.items() if name not in beside}
    runs = list(_runs(columns))
    longest = max(runs, key=len, default=[])
    of_periods = [bare for name in longest if names_period(bare := without_letter(name))]
    if len(of_periods) < LEAST_WIDE:
        return _of_measures(columns)
    years = all(_YEAR.fullmatch(named_with_mark(name)[0]) for name in of_periods)
    names, taken = "year" if years else "period", {name.casefold() for name in columns}
    names = f"{names} (name)" if names in taken else names
    values = "value" if "value" not in taken else "value (of column)"
    return UnpivotEntry(Phrase(longest[0]), Phrase(longest[-1]), Phrase(names), (Phrase(values),))


def _of_measures(columns: Mapping[str, Guess]) -> UnpivotEntry | None:
    """Columns for each period and each of several measures, as a header of two rows names them."""
    split = {name: _split(name) for name, one in columns.items() if one.type in ("number", "integer")}
    wide = {name: pair for name, pair in split.items() if pair}
    periods_, measures = (
        dict.fromkeys(pair[0] for pair in wide.values()),
        dict.fromkeys(pair[1] for pair in wide.values()),
    )
    order = [*columns]
    first, last = (order.index(next(iter(wide))), order.index(next(reversed(wide)))) if wide else (0, -1)
    whole = len(wide) == len(periods_) * len(measures) == last - first + 1
    if not whole or len(periods_) < 2 or len(measures) < 2 or {*measures, "period"} & columns.keys():
        return None
    values = tuple(Phrase(one) for one in measures)
    names = "year" if all(_YEAR.fullmatch(named_with_mark(name)[0]) for name in periods_) else "period"
    return UnpivotEntry(Phrase(order[first]), Phrase(order[last]), Phrase(names), values)


def _split(name: str) -> tuple[str, str] | None:
    """A column's name as a period and what is measured in it: "2023/24 Boats", "Boats Q1 2024"."""
    words = name.split()
    for count in (2, 1):
        for period, measure in ((words[:count], words[count:]), (words[-count:], words[:-count])):
            if measure and names_period(" ".join(period)):
                return " ".join(period), " ".join(measure)
    return None


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


def marked_columns(region: Region, columns: Mapping[str, Guess]) -> dict[str, str]:
    """The columns of numbers whose marks stand in another column, each with that."""
    order, found = [*columns], dict[str, str]()
    numbers = [name for name, one in columns.items() if one.type in ("number", "integer") and not tells_unit(name)]
    for name, one in columns.items():
        if one.type in ("number", "integer", "year", "period"):
            continue
        texts = {text for line in region.lines if (text := line.text(region.names[name]))}
        held = texts and (_holds_marks(texts, name) or _holds_codes(region, name))
        if not held:
            continue
        left = [one for one in order[: order.index(name)] if not tells_unit(one)]
        before = left[-1] if left else ""
        named = [one for one in numbers if name.casefold() == f"{one}qf".casefold() or OBSERVED.fullmatch(one)]
        value = named[0] if named else before if before in numbers else (numbers[0] if len(numbers) == 1 else "")
        if value and value not in found:
            found[value] = name
    return found


def _holds_codes(region: Region, name: str) -> bool:
    return are_codes_of_marks([line.text(region.names[name]) for line in region.lines], name)


def _holds_marks(texts: Collection[str], name: str) -> bool:
    """Whether a column holds marks: by its name, or because all are marks in square brackets."""
    if STATUS_NAME.fullmatch(name.strip()):
        return any(is_mark(text, name) for text in texts) and all(
            len(text) < _SHORT or is_mark(text, name) for text in texts
        )
    return all(text[0] == "[" and is_mark(text, name) for text in texts)


def _runs(columns: Mapping[str, Guess]) -> Iterator[list[str]]:
    run: list[str] = []
    for name, one in columns.items():
        period = names_period(without_letter(name))
        if (period or names_total_of_period(name)) and one.type in ("number", "integer"):
            run.append(name)
        else:
            yield run
            run = []
    yield run
