"""A chart's periods of time by row, from a table with a start and an end for each. Nothing here draws."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reportgen.dates import PartialDate
from reportgen.figures.categories import MOST_CATEGORIES, groups_of
from reportgen.figures.contract import ChartData, ChartError, Column
from reportgen.figures.series import date_of
from reportgen.figures.wording import label
from reportgen.frozen import frozen

if TYPE_CHECKING:
    from reportgen.language import Words


@frozen
class Period:
    """From when to when (None: it goes on), its label, and its group counted from 0."""

    start: PartialDate
    end: PartialDate | None
    label: str
    group: int

    @property
    def begin(self) -> tuple[int, int]:
        """What periods are sorted by: the first and the last day that may be their start."""
        return self.start.first.toordinal(), self.start.last.toordinal()

    @property
    def dates(self) -> list[PartialDate]:
        """Its dates."""
        return [self.start] if self.end is None else [self.start, self.end]


@frozen
class Track:
    """A row of the chart: its name and its periods, by start; none where the table has no dates."""

    name: str
    periods: tuple[Period, ...]


def read_tracks(
    data: ChartData, columns: tuple[Column, Column, Column], text: Column | None, group: Column | None, words: Words
) -> tuple[list[Track], tuple[str, ...]]:
    """The rows in the order of the table, and the names of the groups; `columns` are those of name, start and end.

    ChartError for no dates at all, and for rows without a name, without a start or a group, or that end too early.
    """
    named, started, ended = columns
    groups = groups_of(data, group, MOST_CATEGORIES, words)
    found: dict[str, list[Period]] = {}
    for row in data:
        if row[named] is None:
            raise ChartError("a row has no name", f"fill the column '{named}', or leave the row out with where:")
        name, start, end = label(row[named], data.info(named), words), date_of(row[started]), date_of(row[ended])
        periods = found.setdefault(name, [])
        if start is not None:
            said, kind = (
                label(row[one], data.info(one), words) if one and row[one] is not None else "" for one in (text, group)
            )
            periods.append(Period(start, end, said, groups.index(kind) if groups else 0))
        _check(name, start, end, started)
    if not any(found.values()):
        raise ChartError("the chart has no values", f"fill the column '{started}', or check where:")
    return [Track(name, tuple(sorted(periods, key=lambda one: one.begin))) for name, periods in found.items()], groups


def _check(name: str, start: PartialDate | None, end: PartialDate | None, started: Column) -> None:
    if start is None and end is not None:
        raise ChartError(f"a period of '{name}' ends in {end.year} but has no start", f"fill the column '{started}'")
    if start is not None and end is not None and end.last < start.first:
        raise ChartError(f"a period of '{name}' ends before it starts: {start} to {end}", "correct one of the dates")
