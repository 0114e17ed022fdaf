"""Items on a path of stages, read from a table with a row for each item and stage. Nothing here draws."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Protocol

from reportgen.dates import PartialDate
from reportgen.figures.contract import ChartData, ChartError, Column
from reportgen.figures.kit.reading import date_of, name_of
from reportgen.figures.kit.wording import column_title, said
from reportgen.frozen import frozen

if TYPE_CHECKING:
    from reportgen.language import Words


class JourneyColumns(Protocol):
    """The columns that say it, as a kind's options have them."""

    @property
    def name(self) -> Column:
        """That names the items."""

    @property
    def stage(self) -> Column:
        """That names the stages."""

    @property
    def date(self) -> Column:
        """With the date of a stage."""

    @property
    def conditional(self) -> Column | None:
        """That is filled, or says yes, where a stage was reached on a condition."""

    @property
    def count(self) -> Column | None:
        """With how much of what comes next is done."""

    @property
    def of(self) -> Column | None:
        """With how much there is to do."""


@frozen
class Journey:
    """An item with the date of each stage (None: not dated), and the rows of the data that have name and dates."""

    name: str
    dates: tuple[PartialDate | None, ...]
    row: int
    """That names it, and has its count, if it has one."""
    rows: tuple[int | None, ...]
    conditional: Mapping[int, str]
    """The stages that were reached on a condition, with what the table says of it: words, or the column's title."""
    count: str
    """How much of what comes next is done, as written; "" where the table doesn't say."""

    @property
    def reached(self) -> int:
        """The index of the furthest stage that has a date; -1 for none."""
        return max((index for index, date in enumerate(self.dates) if date), default=-1)

    @property
    def asides(self) -> list[tuple[int, str]]:
        """The rows of the stages that were reached on a condition, with what is said of it."""
        rows = [(self.rows[at], told) for at, told in self.conditional.items()]
        return [(row, told) for row, told in rows if row is not None]

    @property
    def rank(self) -> tuple[int, int]:
        """What items are sorted by: the furthest first, of equals the earliest."""
        date = self.dates[self.reached] if self.reached >= 0 else None
        return -self.reached, date.first.toordinal() if date else 0


def read_journeys(data: ChartData, columns: JourneyColumns, stages: Sequence[str], words: Words) -> list[Journey]:
    """The items in the order of the table; of two dates of a stage the earlier counts.

    ChartError for no rows, for a row without a name, and for two counts of one item.
    """
    named: dict[str, list[int]] = {}
    dated: dict[tuple[str, str], tuple[PartialDate, int]] = {}
    for at, row in enumerate(data):
        name, stage = name_of(row, columns.name, data, words), said(row, columns.stage, data, words)
        date = date_of(row[columns.date])
        named.setdefault(name, []).append(at)
        if date and ((name, stage) not in dated or date < dated[name, stage][0]):
            dated[name, stage] = date, at
    if not named:
        raise ChartError("the chart has no rows", "check where:")
    return [
        _journey(name, rows, [dated.get((name, stage)) for stage in stages], data, columns, words)
        for name, rows in named.items()
    ]


def _journey(
    name: str,
    there: Sequence[int],
    steps: Sequence[tuple[PartialDate, int] | None],
    data: ChartData,
    columns: JourneyColumns,
    words: Words,
) -> Journey:
    counts = _counts(there, data, columns, words)
    if len(counts) > 1:
        message = f"'{name}' has more than one count: {', '.join(counts)}"
        raise ChartError(message, f"write it in one row of '{columns.count}', or the same in all", option="count")
    count, row = next(iter(counts.items()), ("", there[0]))
    dates, rows = tuple(step and step[0] for step in steps), tuple(step and step[1] for step in steps)
    half = {at: told for at, step in enumerate(steps) if step and (told := _condition(data, step[1], columns, words))}
    return Journey(name, dates, row, rows, half, count)


def _condition(data: ChartData, row: int, columns: JourneyColumns, words: Words) -> str:
    """The condition of a row's stage in words, the column's title for a mere yes; "" for none."""
    column, there = columns.conditional, data.rows[row]
    if column is None or there[column] in (None, False, 0.0):
        return ""
    told = said(there, column, data, words) if isinstance(there[column], str) else ""
    if told.casefold() in ("no", "false", words.say("labels.no").casefold()):
        return ""
    is_yes = told.casefold() in ("", "yes", "true", words.say("labels.yes").casefold())
    return column_title(data.info(column)) if is_yes else told


def _counts(there: Sequence[int], data: ChartData, columns: JourneyColumns, words: Words) -> dict[str, int]:
    """How much is done, in words, as the rows of an item say it, each with the first row that does."""
    found: dict[str, int] = {}
    for at in there if columns.count else ():
        row = data.rows[at]
        if columns.count and row[columns.count] is not None:
            text = said(row, columns.count, data, words)
            if columns.of and row[columns.of] is not None:
                text = words.say("charts.bars.value-of", value=text, total=said(row, columns.of, data, words))
            found.setdefault(text, at)
    return found
