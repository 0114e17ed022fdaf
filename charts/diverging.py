"""Diverging bars: answers on a scale, those of the one side to the left of a middle, those of the other to the right.

For surveys, from "strongly disagree" to "strongly agree". The neutral answer lies across the middle; one that is
not on the scale, such as "don't know", stands apart at the right.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from reportgen.figures.kit import answers, bars, colouring, reading, rows, scales, telling, wording
from reportgen.figures.kit.answers import Sides
from reportgen.figures.kit.bars import BarLabel, Segment, Stand
from reportgen.figures.kit.colouring import PartFill
from reportgen.figures.kit.contract import ChartData, ChartError, Column, MissingText, Order, Series, Sorting, frozen
from reportgen.figures.kit.reading import Cells
from reportgen.figures.kit.rows import Names, Rows
from reportgen.figures.kit.scales import NumberAxis, Scale
from reportgen.figures.kit.sheet import KeyEntry, Ruler, Sheet

if TYPE_CHECKING:
    from reportgen.language import Words

APART_GAP = 26.0
"""Between the scale and what stands apart, in points."""
ROW = 25.0
LEAST_ROW = 15.0
"""The height of a row that looks best, and the least, in points."""


@dataclass(frozen=True, kw_only=True)
class Options(Series, Order, MissingText):
    """What an author may write under `kind: diverging`."""

    category: Column
    """The column that names the rows, such as the questions."""
    values: tuple[Column, ...]
    """The columns with the answers from the left end of the scale to the right; or the one column, with `series`."""
    neutral: str = ""
    """The answer in the middle; without it, the middle one of an odd number. With `false`: there is none, and half of
    the answers lie on each side, as has to be said of four or six."""
    apart: str = ""
    """An answer that is not on the scale, such as "Don't know": it stands apart at the right."""
    shares: bool = False
    """`true` shows each answer as its share of all answers of the row."""
    sides: tuple[str, ...] = ()
    """Names for both sides, such as [Disagree, Agree]: they stand above, what each adds up to at the bars' ends."""
    order: Sorting = "auto"
    """With `value`: the largest right side at the top. With `natural`: as in the table. With `auto`: by value unless
    the categories have an order of their own or the block has `sort:`."""
    missing_text: str = ""
    """What stands for a row that lacks an answer; without it, what the table says in `missing:`."""


@frozen
class Chart:
    """What is to be drawn; a row that lacks an answer has no parts."""

    cells: Cells
    sides: Sides
    options: Options
    absent: str
    words: Words

    @property
    def rows(self) -> list[tuple[int, list[float]]]:
        """The rows with an answer to everything, by their number; not those that nobody answered."""
        rows = [[value for value in values if value is not None] for values in self.cells.values]
        count = len(self.cells.series)
        return [(row, values) for row, values in enumerate(rows) if len(values) == count and any(values)]

    @property
    def parts(self) -> list[Segment]:
        """The parts on the scale."""
        return [part for row, values in self.rows for part in self.sides.parts(row, values)]

    @property
    def apart(self) -> list[Segment]:
        """The bars that stand apart."""
        every = [(index, row, values[index]) for index in self.sides.apart for row, values in self.rows]
        return [Segment(row, index, 0, 0.0, value, value) for index, row, value in every]

    def text(self, value: float) -> str:
        """A value as written."""
        return wording.label(value, self.cells.info, self.words)

    def fills(self, sheet: Sheet) -> dict[int, PartFill]:
        """The fill of each answer: the ends strong, the middle grey, what stands apart empty."""
        sides, colours = self.sides, sheet.colours
        left, middle, right = colouring.opposed_fills(sheet.house, len(sides.left), len(sides.right))
        whole = zip(sides.left + sides.right, left + right, strict=True)
        apart = PartFill(colours.paper, colours.grey)
        return {**dict(whole), **dict.fromkeys(sides.neutral, middle), **dict.fromkeys(sides.apart, apart)}

    def key(self, sheet: Sheet) -> list[KeyEntry]:
        """The answers from left to right."""
        fills = self.fills(sheet)
        return [fills[index].entry(self.cells.series[index]) for index in self.sides.in_order]

    def ends(self) -> Iterator[BarLabel]:
        """What each side adds up to, beyond its end, where the sides have names."""
        for row, values in self.rows if self.options.sides else ():
            parts, (left, right) = list(self.sides.parts(row, values)), self.sides.sums(values)
            yield BarLabel(row, 0, parts[0].low, self.text(left or 0.0), back=True)
            yield BarLabel(row, 0, parts[-1].high, self.text(right or 0.0))

    def is_told(self, part: Segment) -> bool:
        """Whether the number of a part is not its own to tell: there is none, or it is its whole side's, at its end."""
        return not part.value or (bool(self.options.sides) and (part.series,) in (self.sides.left, self.sides.right))

    def notes(self, ruler: Ruler) -> list[str]:
        """Why each row has no bar, wrapped; "" where it has one."""
        return [rows.fit_note(self._note(row), ruler) for row in range(len(self.cells.names))]

    def _note(self, row: int) -> str:
        if gone := self.cells.gone(row):
            return self.cells.absence(row, gone, self.absent, self.words)
        return "" if any(self.cells.values[row]) else self.words.say("charts.diverging.none")


def read(data: ChartData, options: Options, words: Words) -> Chart:
    """Read the table; ChartError for what is no scale of answers."""
    cells = reading.read_cells(data, options.category, options.values, options.series, words)
    answers.check_answers(cells)
    sides = answers.sides_of(cells.series, options.neutral, options.apart)
    if len(options.sides) not in (0, 2):
        message = "sides: needs two names, for the left and for the right"
        raise ChartError(message, "write sides: [Disagree, Agree]", option="sides")
    if options.shares:
        info = replace(cells.info, type="number", unit="%", decimals=0)
        cells = replace(cells, values=answers.answer_shares(cells), info=info)
    cells = reading.ordered(cells, options.order, [sides.sums(row)[1] for row in cells.values])
    return Chart(cells, sides, options, wording.absent_text(data.missing, words), words)


# --- layout ----------------------------------------------------------------------------------------------------------
@frozen
class Layout:
    """Where the chart stands: its names and rows, the scale, and that of what stands apart."""

    key: list[KeyEntry]
    names: Names
    notes: list[str]
    """Why each row has no bar, wrapped; "" where it has one."""
    rows: Rows
    scale: Scale
    beside: Scale | None
    axis: NumberAxis | None
    """With a grid, where some part is too small for its number."""


def _layout(chart: Chart, sheet: Sheet) -> Layout:
    ruler, key, notes = sheet.ruler, chart.key(sheet), chart.notes(sheet.ruler)
    names = rows.row_names(chart.cells.names, sheet, 0.32)
    above = sheet.key_height(key) + (sheet.house.sizes.chart * 1.5 if chart.options.sides else 0.0)
    lows = [ruler.height(note) + 2 if note else 0.0 for note in notes]
    needs = [max(need, low) for need, low in zip(names.heights(ruler), lows, strict=True)]
    least, natural = (tuple(max(need, row) for need in needs) for row in (LEAST_ROW, ROW))
    scale, beside = _scales(chart, names.width, sheet)
    tried = Stand(False, (0, 0), (), min(natural), 1, scale)
    own = [part for part in chart.parts if not chart.is_told(part)]
    small = any(not tried.holds(part, chart.text(part.value), sheet.house, ruler) for part in own)
    axis = scales.axis_to_both_sides(scale, chart.cells.info, sheet) if small else None
    found = Rows(sheet.house, least, natural, above, rows.AXIS_BELOW if axis else 2.0)
    return Layout(key, names, notes, found, scale, beside, axis)


def _scales(chart: Chart, left: float, sheet: Sheet) -> tuple[Scale, Scale | None]:
    """The scale and that of what stands apart, of as many points to a unit."""
    ends = [end for part in chart.parts for end in (part.low, part.high)]
    low, high = (min(ends), max(ends)) if any(ends) else (0.0, 1.0)
    texts, beyond = list(chart.ends()), [chart.text(part.value) for part in chart.apart]
    before, after = (
        max((sheet.ruler.width(one.text) for one in texts if one.back == back), default=-bars.GAP) + bars.GAP + 2
        for back in (True, False)
    )
    far = (max(part.high for part in chart.apart) or (high - low) / 100) if chart.apart else 0.0
    start, end = left + before, sheet.measure - (sheet.ruler.widest(beyond) + bars.GAP if beyond else after)
    unit = (end - start - (after + APART_GAP if beyond else 0.0)) / (high - low + far)
    scale = Scale(low, high, start, start + unit * (high - low))
    return scale, Scale(0.0, far, end - unit * far, end) if beyond else None


def height(chart: Chart, sheet: Sheet) -> float:
    """The height that suits the number of rows, in points."""
    return _layout(chart, sheet).rows.height


# --- drawing ---------------------------------------------------------------------------------------------------------
def draw(chart: Chart, sheet: Sheet) -> None:
    """Draw the bars across the middle, what stands apart at the right, and a key above."""
    layout, (_, high), fills = _layout(chart, sheet), sheet.size, chart.fills(sheet)
    sheet.draw_key(layout.key)
    centres = layout.rows.centres(sheet.figure)
    rows.put_names(sheet.figure, layout.names, centres)
    span, pitch = (layout.rows.below, high - layout.rows.above), min(layout.rows.heights(sheet.figure))
    stand = Stand(False, span, tuple(centres), pitch, 1, layout.scale, layout.axis, zero_over=False)
    drawn = bars.bars_in(sheet, stand)
    for part in chart.parts:
        if part.value:
            drawn.paint(part, fills[part.series])
        if not chart.is_told(part):
            drawn.write_in(part, chart.text(part.value), fills[part.series])
    for one in chart.ends():
        drawn.write_end(one)
    for row, note in enumerate(layout.notes):
        if note:
            drawn.write_end(BarLabel(row, 0, 0.0, note), note=True)
    if layout.beside:
        beside = bars.bars_in(sheet, replace(stand, scale=layout.beside, axis=None))
        for part in chart.apart:
            beside.paint(part, fills[part.series])
            beside.write_end(BarLabel(part.row, 0, part.value, chart.text(part.value)))
    _heads(chart.options.sides, layout.scale(0), stand.span[1] + 3, sheet)


def _heads(sides: Sequence[str], x: float, y: float, sheet: Sheet) -> None:
    """The names of the sides to the left and the right of the middle, or as near to it as both have room."""
    if not sides:
        return
    (wide, other), (width, _) = (sheet.ruler.width(name, weight="semibold") + bars.GAP for name in sides), sheet.size
    if wide + other > width:
        raise ChartError("the names of the sides are too long", "write shorter ones in sides:", option="sides")
    x = min(max(x, wide), width - other)
    for name, sign, across in zip(sides, (-1, 1), ("right", "left"), strict=True):
        sheet.put(x + sign * bars.GAP, y, name, weight="semibold", across=across)


# --- words -----------------------------------------------------------------------------------------------------------
def describe(chart: Chart, words: Words) -> str:
    """Which answers count to which side, what each adds up to for a few rows, and for which it is most and least."""
    chart, sides, series = replace(chart, words=words), chart.sides, chart.cells.series
    ends = series[sides.in_order[0]], series[(sides.left + sides.neutral + sides.right)[-1]]
    first, last = map(words.quoted, ends)
    said = [words.say("charts.diverging.summary", count=len(chart.cells.names), first=first, last=last)]
    together = [words.listing([series[index] for index in side]) for side in (sides.left, sides.right)]
    named = chart.options.sides or together
    for name, side, one in zip(chart.options.sides, (sides.left, sides.right), together, strict=False):
        if name != one:
            said.append(words.say("charts.diverging.side", count=len(side), name=words.quoted(name), answers=one))
    for key, side in (("neutral", sides.neutral), ("apart", sides.apart)):
        said += [words.say(f"charts.diverging.{key}", name=words.quoted(series[index])) for index in side]
    return " ".join([*said, *_told(chart, tuple(named))])


def _told(chart: Chart, named: tuple[str, ...]) -> list[str]:
    """What the sides, which are `named`, add up to, and which rows nobody answered."""
    every = zip(chart.cells.names, chart.cells.values, strict=True)
    asked = [(name, chart.sides.sums(values)) for name, values in every if None in values or any(values)]
    names = tuple(name for name, _ in asked)
    sums = replace(chart.cells, names=names, series=named, values=tuple(both for _, both in asked))
    nobody = [name for name in chart.cells.names if name not in names]
    said = [*_halves(sums, chart), telling.tell_many(sums, chart.words, chart.absent)] if names else []
    if nobody:
        said.append(chart.words.say("charts.diverging.nobody", names=wording.some(nobody, chart.words)))
    return said


def _halves(sums: Cells, chart: Chart) -> Iterator[str]:
    """For which rows a side holds more than half of all answers, or less, whichever are fewer."""
    rows = zip(chart.cells.names, chart.cells.values, strict=True)
    full = 100.0 if chart.cells.info.unit == "%" else None
    every = [(name, full or sum(one or 0.0 for one in row)) for name, row in rows if None not in row and any(row)]
    whole = not (chart.sides.neutral or chart.sides.apart)  # what is less than half on one side is more on the other
    for index, side in enumerate(sums.series if len(every) > 1 else ()):
        if whole and not index:
            continue
        values = dict(zip(sums.names, sums.of_series(index), strict=True))
        more = [name for name, total in every if 2 * (values[name] or 0.0) > total]
        less = [name for name, total in every if 2 * (values[name] or 0.0) < total]
        key, names = ("more", more) if not less or (more and len(more) <= len(less)) else ("less", less)
        yield from telling.tell_part(names, len(every), f"diverging.{key}", chart.words, side=side)
