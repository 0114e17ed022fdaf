"""Diverging bars: answers on a scale, those of the one side to the left of a middle, those of the other to the right.

For surveys, from "strongly disagree" to "strongly agree". The neutral answer lies across the middle; one that is
not on the scale, such as "don't know", stands apart at the right.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Literal

from reportgen.figures.kit import (
    AXIS_BELOW,
    GAP,
    BarLabel,
    Bars,
    Cells,
    ChartData,
    ChartError,
    Column,
    Fill,
    House,
    KeyEntry,
    Names,
    NumberAxis,
    Part,
    Rows,
    Ruler,
    Scale,
    Sides,
    Stand,
    absent_text,
    answer_shares,
    axis_to_both_sides,
    bars_in,
    check_answers,
    draw_key,
    fit_note,
    key_height,
    label,
    opposed_fills,
    ordered,
    put,
    put_names,
    read_cells,
    row_names,
    sides_of,
    size,
    some,
    tell_many,
)

if TYPE_CHECKING:
    from matplotlib.figure import Figure

    from reportgen.language import Words

APART_GAP = 26.0
"""Between the scale and what stands apart, in points."""
ROW = 25.0
LEAST_ROW = 15.0
"""The height of a row that looks best, and the least, in points."""


@dataclass(frozen=True)
class Options:
    """What an author may write under `kind: diverging`."""

    category: Column
    """The column that names the rows, such as the questions."""
    values: tuple[Column, ...]
    """The columns with the answers from the left end of the scale to the right; or the one column, with `series`."""
    series: Column | None = None
    """In long form (a row for each category and answer): the column that names the answer."""
    neutral: str = ""
    """The answer in the middle; without it, the middle one of an odd number. `false`: none, half of the answers lie on
    each side, which has to be said of four or six."""
    apart: str = ""
    """An answer that is not on the scale, such as "Don't know": it stands apart at the right."""
    shares: bool = False
    """`true` shows each answer as its share of all answers of the row."""
    sides: tuple[str, ...] = ()
    """Names for both sides, such as [Disagree, Agree]: they stand above, what each adds up to at the bars' ends."""
    order: Literal["auto", "value", "natural"] = "auto"
    """`value`: the largest right side at the top; `natural`: as in the table; `auto`: by value unless the categories
    have an order of their own or the block has `sort:`."""
    missing_text: str = ""
    """What stands for a row that lacks an answer; without it, what the table says in `missing:`."""


@dataclass(frozen=True, slots=True)
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
        known = [
            (row, [value for value in values if value is not None]) for row, values in enumerate(self.cells.values)
        ]
        return [(row, values) for row, values in known if len(values) == len(self.cells.series) and any(values)]

    @property
    def parts(self) -> list[Part]:
        """The parts on the scale."""
        return [part for row, values in self.rows for part in self.sides.parts(row, values)]

    @property
    def apart(self) -> list[Part]:
        """The bars that stand apart."""
        return [
            Part(row, index, 0, 0.0, values[index], values[index])
            for index in self.sides.apart
            for row, values in self.rows
        ]

    def text(self, value: float) -> str:
        """A value as written."""
        return label(value, self.cells.info, self.words)

    def fills(self, house: House) -> dict[int, Fill]:
        """The fill of each answer: the ends strong, the middle grey, what stands apart empty."""
        sides, colours = self.sides, house.colours
        left, middle, right = opposed_fills(house, len(sides.left), len(sides.right))
        whole = zip(sides.left + sides.right, left + right, strict=True)
        apart = Fill(colours.paper, colours.grey)
        return {**dict(whole), **dict.fromkeys(sides.neutral, middle), **dict.fromkeys(sides.apart, apart)}

    def key(self, house: House) -> list[KeyEntry]:
        """The answers from left to right."""
        fills = self.fills(house)
        return [fills[index].entry(self.cells.series[index]) for index in self.sides.in_order]

    def ends(self) -> Iterator[BarLabel]:
        """What each side adds up to, beyond its end, where the sides have names."""
        for row, values in self.rows if self.options.sides else ():
            parts, (left, right) = list(self.sides.parts(row, values)), self.sides.sums(values)
            yield BarLabel(row, 0, parts[0].low, self.text(left or 0.0), back=True)
            yield BarLabel(row, 0, parts[-1].high, self.text(right or 0.0))

    def is_told(self, part: Part) -> bool:
        """Whether the number of a part is not its own to tell: there is none, or it is its whole side's, at its end."""
        return not part.value or (bool(self.options.sides) and (part.series,) in (self.sides.left, self.sides.right))

    def notes(self, ruler: Ruler) -> list[str]:
        """Why each row has no bar, wrapped; "" where it has one."""
        return [fit_note(self._note(row), ruler) for row in range(len(self.cells.names))]

    def _note(self, row: int) -> str:
        if gone := self.cells.gone(row):
            return self.cells.absence(row, gone, self.absent, self.words)
        return "" if any(self.cells.values[row]) else self.words.say("charts.diverging.none")


def chart_of(data: ChartData, options: Options, words: Words) -> Chart:
    """Read the table; ChartError for what is no scale of answers."""
    cells = read_cells(data, options.category, options.values, options.series, words)
    check_answers(cells)
    sides = sides_of(cells.series, options.neutral, options.apart)
    if len(options.sides) not in (0, 2):
        message = "sides: needs two names, for the left and for the right"
        raise ChartError(message, "write sides: [Disagree, Agree]", option="sides")
    if options.shares:
        info = replace(cells.info, type="number", unit="%", decimals=0)
        cells = replace(cells, values=answer_shares(cells), info=info)
    cells = ordered(cells, options.order, [sides.sums(row)[1] for row in cells.values])
    return Chart(cells, sides, options, absent_text(options.missing_text, data, words), words)


# --- layout ----------------------------------------------------------------------------------------------------------
@dataclass(frozen=True, slots=True)
class Plan:
    """Where the chart stands: its names and rows, the scale, and that of what stands apart."""

    names: Names
    rows: Rows
    scale: Scale
    beside: Scale | None
    axis: NumberAxis | None
    """With a grid, where some part is too small for its number."""


def _plan(chart: Chart, house: House, ruler: Ruler) -> Plan:
    names = row_names(chart.cells.names, house, ruler, house.page.measure, 0.32)
    above = key_height(chart.key(house), house, ruler, house.page.measure)
    above += house.sizes.chart * 1.5 if chart.options.sides else 0.0
    notes = [ruler.height(note) + 2 if note else 0.0 for note in chart.notes(ruler)]
    needs = [max(need, note) for need, note in zip(names.heights(ruler), notes, strict=True)]
    least, natural = (tuple(max(need, row) for need in needs) for row in (LEAST_ROW, ROW))
    scale, beside = _scales(chart, names.width, house, ruler)
    tried = Stand(False, (0, 0), (), min(natural), 1, scale)
    own = [part for part in chart.parts if not chart.is_told(part)]
    small = any(not tried.holds(part, chart.text(part.value), house, ruler) for part in own)
    axis = axis_to_both_sides(scale, chart.cells.info, ruler, chart.words) if small else None
    return Plan(names, Rows(house, least, natural, above, AXIS_BELOW if axis else 2.0), scale, beside, axis)


def _scales(chart: Chart, left: float, house: House, ruler: Ruler) -> tuple[Scale, Scale | None]:
    """The scale and that of what stands apart, of as many points to a unit."""
    ends = [end for part in chart.parts for end in (part.low, part.high)]
    low, high = (min(ends), max(ends)) if any(ends) else (0.0, 1.0)
    texts, beyond = list(chart.ends()), [chart.text(part.value) for part in chart.apart]
    before, after = (
        max((ruler.width(one.text) for one in texts if one.back == back), default=-GAP) + GAP + 2
        for back in (True, False)
    )
    far = (max(part.high for part in chart.apart) or (high - low) / 100) if chart.apart else 0.0
    start, end = left + before, house.page.measure - (ruler.widest(beyond) + GAP if beyond else after)
    unit = (end - start - (after + APART_GAP if beyond else 0.0)) / (high - low + far)
    scale = Scale(low, high, start, start + unit * (high - low))
    return scale, Scale(0.0, far, end - unit * far, end) if beyond else None


def height(data: ChartData, options: Options, house: House, words: Words) -> float:
    """The height that suits the number of rows, in points."""
    return _plan(chart_of(data, options, words), house, Ruler(house)).rows.height


# --- drawing ---------------------------------------------------------------------------------------------------------
def draw(figure: Figure, data: ChartData, options: Options, house: House, words: Words) -> None:
    """Draw the bars across the middle, what stands apart at the right, and a key above."""
    chart, ruler = chart_of(data, options, words), Ruler(house)
    plan, (_, high) = _plan(chart, house, ruler), size(figure)
    draw_key(figure, chart.key(house), house, ruler)
    centres = plan.rows.centres(figure)
    put_names(figure, plan.names, centres)
    span = plan.rows.below, high - plan.rows.above
    pitch = min(plan.rows.heights(figure))
    stand = Stand(False, span, tuple(centres), pitch, 1, plan.scale, plan.axis, zero_over=False)
    bars = bars_in(figure, house, ruler, stand)
    _paint(bars, chart, chart.parts)
    for one in chart.ends():
        bars.write_end(one)
    for row, note in enumerate(chart.notes(ruler)):
        if note:
            bars.write_end(BarLabel(row, 0, 0.0, note), note=True)
    if plan.beside:
        beside = bars_in(figure, house, ruler, replace(stand, scale=plan.beside, axis=None))
        for part in chart.apart:
            beside.paint(part, chart.fills(house)[part.series])
            beside.write_end(BarLabel(part.row, 0, part.value, chart.text(part.value)))
    _heads(bars, options)


def _heads(bars: Bars, options: Options) -> None:
    """The names of the sides to the left and the right of the middle, or as near to it as both have room."""
    if not options.sides:
        return
    wide, other = (bars.ruler.width(name, weight="semibold") + GAP for name in options.sides)
    width, x = size(bars.figure)[0], bars.stand.scale(0)
    if wide + other > width:
        raise ChartError("the names of the sides are too long", "write shorter ones in sides:", option="sides")
    x = min(max(x, wide), width - other)
    for name, sign, across in zip(options.sides, (-1, 1), ("right", "left"), strict=True):
        put(bars.figure, x + sign * GAP, bars.stand.span[1] + 3, name, weight="semibold", across=across)  # type: ignore[arg-type]


def _paint(bars: Bars, chart: Chart, parts: Sequence[Part]) -> None:
    fills = chart.fills(bars.house)
    for part in parts:
        if part.value:
            bars.paint(part, fills[part.series])
        if not chart.is_told(part):
            bars.write_in(part, chart.text(part.value), fills[part.series])


# --- words -----------------------------------------------------------------------------------------------------------
def describe(data: ChartData, options: Options, words: Words) -> str:
    """Which answers count to which side, what each adds up to for a few rows, and for which it is most and least."""
    chart = chart_of(data, options, words)
    sides, answers = chart.sides, chart.cells.series
    ends = answers[sides.in_order[0]], answers[(sides.left + sides.neutral + sides.right)[-1]]
    first, last = map(words.quoted, ends)
    said = [words.say("charts.diverging.summary", count=len(chart.cells.names), first=first, last=last)]
    together = [words.listing([answers[index] for index in side]) for side in (sides.left, sides.right)]
    named = options.sides or together
    for name, side, one in zip(options.sides, (sides.left, sides.right), together, strict=False):
        if name != one:
            said.append(words.say("charts.diverging.side", count=len(side), name=words.quoted(name), answers=one))
    for key, side in (("neutral", sides.neutral), ("apart", sides.apart)):
        said += [words.say(f"charts.diverging.{key}", name=words.quoted(answers[index])) for index in side]
    return " ".join([*said, *_told(chart, tuple(named))])


def _told(chart: Chart, named: tuple[str, ...]) -> list[str]:
    """What the sides, which are `named`, add up to, and which rows nobody answered."""
    rows = zip(chart.cells.names, chart.cells.values, strict=True)
    asked = [(name, chart.sides.sums(values)) for name, values in rows if None in values or any(values)]
    names = tuple(name for name, _ in asked)
    sums = replace(chart.cells, names=names, series=named, values=tuple(both for _, both in asked))
    nobody = [name for name in chart.cells.names if name not in names]
    said = [tell_many(sums, chart.words, chart.absent)] if names else []
    return [*said, *([chart.words.say("charts.diverging.nobody", names=some(nobody, chart.words))] if nobody else [])]
