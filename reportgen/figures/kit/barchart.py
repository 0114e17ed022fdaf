"""A chart of bars before it has a place: its parts, and what is written at and in them.

What it says in words is `barwords`'.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from reportgen.figures.contract import ColumnInfo
from reportgen.figures.kit.bars import LANE_GAP, BarLabel, Bars, Segment, Stacking, Stand, absences, sum_of
from reportgen.figures.kit.colouring import PartFill, age_fills, fills, open_fill, quiet
from reportgen.figures.kit.reading import Cells, Number
from reportgen.figures.kit.scales import AxisValues
from reportgen.figures.kit.sheet import KeyEntry, Sheet
from reportgen.figures.kit.tentative import is_tentative, tentative_fill, tentative_key
from reportgen.figures.kit.wording import label
from reportgen.figures.typeset import Ruler
from reportgen.frozen import frozen
from reportgen.house import House

if TYPE_CHECKING:
    from reportgen.language import Words


PART_SLIT = 0.9
"""Of paper between two parts of a bar, in points."""
_WHOLE, _ROUNDED = 100.0, 1.0
"""Per cent that shares add up to, and what rounding them may make of that."""
SUM_GAP = 4.0
"""Between the sums of two columns, at least, in points."""


@frozen
class BarChart:
    """What is to be drawn, apart from where."""

    cells: Cells
    parts: list[Segment]
    totals: tuple[Number, ...]
    layout: Stacking
    shares: bool
    labels: bool
    """Whether values are written at and in the bars; where they are not, or have no room, there is an axis."""
    highlight: tuple[str, ...]
    absent: str
    """What stands for a missing value."""
    words: Words

    @property
    def lanes(self) -> int:
        """How many bars a category has beside each other."""
        return len(self.cells.series) if self.layout == "grouped" else 1

    @property
    def grouped(self) -> bool:
        """Whether bars have their values at their ends; those of other layouts have them inside."""
        return self.layout == "grouped"

    @property
    def reach(self) -> tuple[float, float]:
        """The least and the greatest value of the axis: zero is always in it, and so are all shares."""
        ends = [0.0, *(part.low for part in self.parts), *(part.high for part in self.parts)]
        ends += [total for total in self.totals if total is not None]
        low, high = min(ends), 100.0 if self.shares else max(ends)
        return low, high if high > low else low + 1.0

    @property
    def shown(self) -> ColumnInfo:
        """What the bars measure: the table's values, or shares in per cent."""
        if self.shares:
            return replace(self.cells.info, type="number", unit="%", decimals=0)
        return self.cells.info

    @property
    def axis(self) -> AxisValues:
        """The axis, where there is one."""
        info = replace(self.shown, decimals=None) if self.shown.type == "number" else self.shown
        return AxisValues(self.reach, "true", info)

    def text(self, part: Segment) -> str:
        """The value of a part as written."""
        return label(part.value, self.shown, self.words, self.cells.mark(part.row, part.series))

    def fills(self, house: House) -> list[PartFill]:
        """How the parts of each series are filled: of bars beside each other for periods the newest is the darkest."""
        count = len(self.cells.series)
        if not (self.grouped and self.cells.moments):
            return fills(house, count)
        by_age = dict(zip(self.cells.newest_first, age_fills(house, count), strict=True))
        return [by_age[series] for series in range(count)]

    def fill(self, part: Segment, house: House) -> PartFill:
        """How a part is filled."""
        grey = self.highlight and self.cells.names[part.row] not in self.highlight
        fill = PartFill(quiet(house), "none") if grey else self.fills(house)[part.series]
        firm = not is_tentative(self.cells.mark(part.row, part.series))
        return fill if firm else tentative_fill(fill, house)

    def key(self, house: House, rest: str) -> list[KeyEntry]:
        """The lines of the key, `rest` for the empty part of the outlines: none for one series and no outline."""
        entries = [fill.entry(name) for fill, name in zip(self.fills(house), self.cells.series, strict=True)]
        more = tentative_key((self.cells.mark(part.row, part.series) for part in self.parts), house, self.words)
        if rest:
            return [*entries, open_fill(house).entry(rest), *more]
        return [*(entries if len(entries) > 1 else []), *more]

    @property
    def sums(self) -> tuple[Number, ...]:
        """What the parts of each stack add up to, where that can be told; of shares of 100, it goes without saying."""
        adds = self.layout == "stacked" and not self.shares
        found = tuple(sum_of(values) if adds else None for values in self.cells.values)
        known = [value for value in found if value is not None]
        whole = self.cells.info.unit == "%" and all(abs(value - _WHOLE) <= _ROUNDED for value in known)
        return (None,) * len(found) if whole else found

    # --- texts ----------------------------------------------------------------------------------------------------
    def ends(self, written: Mapping[str, str]) -> Iterator[BarLabel]:
        """The values of bars beside each other, the sums of stacks and the totals of outlines, beyond their ends.

        What a bar with a total lacks is told with it, each text as it is `written` in the chart.
        """
        for part in self.parts:
            if self.grouped and self.totals[part.row] is None:
                end = part.low if part.value < 0 else part.high
                yield BarLabel(part.row, part.lane, end, self.text(part), part.value < 0)
        for row, (total, sum_) in enumerate(zip(self.totals, self.sums, strict=True)):
            if total is not None:
                yield BarLabel(row, 0, total, self._total(row, total, written), strong=sum_ is not None)
            elif sum_ is not None:
                yield BarLabel(row, 0, sum_, self._sum(row, sum_), sum_ < 0, strong=True)

    def _sum(self, row: int, value: float) -> str:
        """What a stack adds up to, with the mark of its parts, if they have one."""
        marks = {self.cells.mark(row, series) for series in range(len(self.cells.series))} - {None}
        return label(value, self.shown, self.words, marks.pop() if len(marks) == 1 else None)

    def _total(self, row: int, total: float, written: Mapping[str, str]) -> str:
        words, said, sum_ = self.words, label(total, self.cells.info, self.words), self.sums[row]
        values = [self.text(part) for part in self.parts if part.row == row]
        if self.grouped and values:
            return words.say("charts.bars.value-of", value=values[0], total=said)
        if sum_ is not None:
            return words.say("charts.bars.value-of", value=self._sum(row, sum_), total=said)
        told = words.say("charts.bars.total", total=said)
        if not self._lacks_part(row):
            return told
        why = self.absence(row, self.cells.gone(row))
        return words.say("charts.item", name=told, value=written.get(why, why))

    def of_total(self, row: int) -> str:
        """The only value of a category and what it is a part of: "22 of 35"."""
        both = self.cells.values[row][0], self.totals[row]
        value, total = (label(one, self.cells.info, self.words) for one in both)
        return self.words.say("charts.bars.value-of", value=value, total=total)

    def _lacks_part(self, row: int) -> bool:
        """Whether a category has some of its values, but not all."""
        return 0 < len(self.cells.gone(row)) < len(self.cells.series)

    def zeros(self) -> Iterator[BarLabel]:
        """The zeros of stacks with nothing in them, which no part shows."""
        for row, (values, total) in enumerate(zip(self.cells.values, self.totals, strict=True)):
            if not self.grouped and total is None and all(value == 0 for value in values):
                yield BarLabel(row, 0, 0.0, label(0.0, self.cells.info, self.words))

    def absence(self, row: int, series: Sequence[int]) -> str:
        """What stands where a category has no value of `series`; a stack that has other parts says which it lacks."""
        why = self.cells.absence(row, series, self.absent, self.words)
        if self.grouped or not self._lacks_part(row):
            return why
        names = self.words.listing([self.cells.series[one] for one in series])
        return self.words.say("charts.absent", meaning=why, names=names)

    def absences(self, written: Mapping[str, str], *, ends: bool = False) -> list[BarLabel]:
        """What stands where values are missing, each text as it is `written`; with `ends` without what those tell."""
        found = absences(self.cells, self.parts, self.totals, self.layout, self.absence)
        told = {row for row, total in enumerate(self.totals) if ends and total is not None and self._lacks_part(row)}
        return [replace(one, text=written.get(one.text, one.text)) for one in found if one.row not in told]

    def is_crowded(self, stand: Stand, house: House, ruler: Ruler) -> bool:
        """Whether a part with a value inside is too small for it, so that only an axis can tell it."""
        parts = () if self.grouped else [part for part in self.parts if part.high > part.low]
        return not all(stand.holds(part, self.text(part), house, ruler) for part in parts)

    def column_ends(
        self, signs: Mapping[str, str], band: float, sheet: Sheet, *, beside_axis: bool = False
    ) -> tuple[tuple[BarLabel, ...] | None, float]:
        """What stands at the ends of columns `band` points wide, None where it has no room, and its size of type.

        Bars beside each other have the room above themselves. A stack, whose sum nothing else tells, has that up to its
        neighbours, smaller type, a second line for the mark of a value, and no unit where an axis has it.
        """
        ends, ruler, sizes = tuple(self.ends(signs)), sheet.ruler, sheet.house.sizes
        texts, size = [one.text for one in (*ends, *self.zeros())], sizes.chart
        if self.grouped:
            fits = ruler.widest(texts) + 2 < band * 0.76 / self.lanes + LANE_GAP
            return (ends if fits else None), size
        room = band - SUM_GAP
        for size in (sizes.chart, sizes.chart_small):
            if ruler.widest(texts, size, "semibold") <= room:
                return ends, size
        bare = replace(self, cells=replace(self.cells, info=replace(self.cells.info, unit="")))
        for chart in (self, bare) if beside_axis else (self,):
            broken = [replace(one, text=_broken(one.text, room, size, ruler)) for one in chart.ends(signs)]
            if ruler.widest([one.text for one in broken], size, "semibold") <= room:
                return tuple(broken), size
        return None, size

    # --- drawing --------------------------------------------------------------------------------------------------
    def paint(
        self, bars: Bars, written: Mapping[str, str], ends: Iterable[BarLabel], size: float | None = None
    ) -> None:
        """Draw the bars with what is written in them, with `ends` at them in type of `size` points.

        What stands where values are missing is `written`.
        """
        ends = list(ends)
        for row, total in enumerate(self.totals):
            if total is not None:
                bars.outline(row, max((part.high for part in self.parts if part.row == row), default=0.0), total)
        for part in self.parts:
            fill = self.fill(part, bars.house)
            bars.paint(part, fill, 0.0 if self.grouped else self._cut(part, bars.house))
            if self.labels and not self.grouped and part.high > part.low:
                bars.write_in(part, self.text(part), fill)
        for one in (*ends, *self.zeros()):
            bars.write_end(one, size)
        for one in self.absences(written, ends=bool(ends)):
            bars.write_end(one, note=True)

    def _cut(self, part: Segment, house: House) -> float:
        """The paper to leave between a part and the next: none at the end of a bar, or where an outline parts them."""
        beyond = [one for one in self.parts if one.row == part.row and one.low == part.high and one.high > one.low]
        plain = beyond and all(self.fill(one, house).edge == "none" for one in (part, beyond[0]))
        return PART_SLIT if plain else 0.0


def _broken(text: str, room: float, size: float, ruler: Ruler) -> str:
    """A value over several lines, its mark in the last."""
    return ruler.wrap(text.replace("\u00a0[", " ["), room, size, "semibold")
