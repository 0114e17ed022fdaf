"""Slopes: a line a row from one moment to another, or over three, with names and values on both sides.

For who rose, who fell and who overtook whom; the way between the moments is not shown.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import combinations, pairwise, product
from typing import TYPE_CHECKING

from reportgen.figures.kit import colouring, moves, reading, rows, scales, sidelabels, telling, tentative, wording
from reportgen.figures.kit.contract import ChartData, ChartError, Column, Highlight, MissingText, Series, frozen
from reportgen.figures.kit.reading import Cells, Number
from reportgen.figures.kit.scales import Scale
from reportgen.figures.kit.sheet import Margins, Sheet
from reportgen.figures.kit.sidelabels import Edge, Side, SideLabel

if TYPE_CHECKING:
    from matplotlib.axes import Axes

    from reportgen.language import Words

MOST_ROWS = 20
"""As many labels as stand beside each other on a page."""
HEIGHT = 180.0
"""The least height that a chart of slopes asks for between headings and note, in points."""
NAME_SHARE = 0.22
"""The share of the width that the names on one side may take."""
DOT = 5.6
"""The size of a dot that stands out, in points."""
HEAD_SHARE = 0.4
"""The share of the way to the next moment that a heading at an end may take."""

_YEAR = re.compile(r"\b(?:1[6-9]|2[01])\d\d(?:[/–-]\d{2,4})?$")
"""What a year ends in, or a period such as T1 2024 or 2023/24."""


@dataclass(frozen=True, kw_only=True)
class Options(Series, Highlight, MissingText):
    """What an author may write under `kind: slope`."""

    category: Column
    """The column that names the lines."""
    values: tuple[Column, ...]
    """Two or three columns, one for each moment; or the one column with the values, with `series`."""
    highlight: tuple[str, ...] = ()
    """Lines that stand out; the others are grey."""


@frozen
class Chart:
    """What is to be drawn, apart from where."""

    cells: Cells
    places: tuple[float, ...]
    """Where each moment stands, from 0 to 1."""
    missing: str
    """Which lines lack a value, and why; "" for none."""
    why: str
    """What the data say of a missing value; "" where they don't."""
    title: str
    """What is measured."""
    options: Options

    @property
    def names(self) -> tuple[str, ...]:
        """Of the lines."""
        return self.cells.names

    def loud(self, row: int) -> bool:
        """Whether a row stands out, or all do."""
        return not self.options.is_quiet(self.names[row])


def read(data: ChartData, options: Options, words: Words) -> Chart:
    """Read the table; ChartError for moments, lines or values that a slope can't show."""
    cells = reading.read_cells(data, options.category, options.values, options.series, words)
    if not 2 <= len(cells.series) <= 3:
        hint = "write kind: lines" if len(cells.series) > 3 else "name two columns in values:, or write series:"
        raise ChartError(f"slopes lead over two or three moments, not {len(cells.series)}", hint)
    if len(cells.names) > MOST_ROWS:
        hint = "choose rows with where:, or write kind: dots"
        raise ChartError(f"{len(cells.names)} lines are too many for slopes, {MOST_ROWS} are the most", hint)
    if not cells.known:
        raise ChartError("the chart has no values", "check where:, or fill the columns of values:")
    note = telling.missing_note(cells, wording.absent_text(data.missing, words), words)
    places = _places(data, options, len(cells.series))
    return Chart(cells, places, note, data.missing, telling.measure(data, cells.info, words), options)


def _places(data: ChartData, options: Options, count: int) -> tuple[float, ...]:
    """Moments that are years or dates stand to scale, others at equal distances."""
    if options.series is not None and data.info(options.series).type in ("year", "date"):
        days = sorted(
            {scales.date_position(day) for day in map(reading.date_of, data[options.series]) if day is not None}
        )
        if len(days) == 3 == count:
            middle = (days[1] - days[0]) / (days[2] - days[0])
            return 0.0, min(max(middle, 0.25), 0.75), 1.0
    return tuple(index / (count - 1) for index in range(count))


# --- drawing ---------------------------------------------------------------------------------------------------------
@frozen
class Layout:
    """The texts as wrapped, and the room for them."""

    heads: tuple[str, ...]
    sides: tuple[Side, Side]
    note: str
    margins: Margins
    labels: float
    """The height of the labels of the side that has more of them, in points."""


def _layout(chart: Chart, sheet: Sheet) -> Layout:
    """All texts, wrapped to what a page has."""
    ruler, width, left, right = sheet.ruler, sheet.measure, _side(chart, 0, sheet), _side(chart, -1, sheet)
    step = (width - left.width - right.width) * min(b - a for a, b in pairwise(chart.places))
    rooms = [left.width + step * HEAD_SHARE, *[step] * (len(chart.places) - 2), right.width + step * HEAD_SHARE]
    moments = zip(chart.cells.series, rooms, strict=True)
    heads = tuple(rows.fit(head, room - 5, ruler, weight="semibold") for head, room in moments)
    note = rows.fit(chart.missing, width, ruler)
    below = ruler.height(note) + 7 if note else 2.0
    margins = Margins(left.width, right.width, max(map(ruler.height, heads)) + 5, below)
    return Layout(heads, (left, right), note, margins, max(sum(side.heights(ruler)) for side in (left, right)))


def _side(chart: Chart, moment: int, sheet: Sheet) -> Side:
    """The labels of one moment: of the rows that have a value there."""
    cells, series = chart.cells, moment % len(chart.cells.series)
    labels = [
        SideLabel(cells.text(row, series, sheet.words), _as_name(name, sheet.words), chart.loud(row))
        for row, name in enumerate(cells.names)
        if cells.values[row][series] is not None
    ]
    return sidelabels.side_of(labels, sheet.measure * NAME_SHARE, sheet.ruler)


def _as_name(name: str, words: Words) -> str:
    """A name as it stands beside a value: quoted where it could be read as a part of the number, as no year is."""
    has_digits = name[:1].isdigit() or name[-1:].isdigit()
    return words.quoted(name) if has_digits and not _YEAR.search(name) else name


def height(chart: Chart, sheet: Sheet) -> float:
    """The height that suits the number of lines, in points."""
    layout = _layout(chart, sheet)
    return layout.margins.top + layout.margins.bottom + max(HEIGHT, layout.labels * 1.6)


def draw(chart: Chart, sheet: Sheet) -> None:
    """Draw the lines between upright rules, one a moment, with the labels outside them."""
    layout = _layout(chart, sheet)
    across, up = _scales(chart, layout, sheet)
    axes = sheet.axes(layout.margins, axis="")
    axes.set(xlim=(0, 1), ylim=(up.low, up.high), xticks=[], yticks=[])
    for place in chart.places:
        axes.axvline(place, color=sheet.colours.rule, linewidth=0.8, zorder=1)
    for row, values in enumerate(chart.cells.values):
        colour = sheet.colours.accent if chart.loud(row) else colouring.quiet(sheet.house)
        _line(axes, chart.places, values, colour, chart.loud(row))
        _hollow(axes, chart, row, colour, sheet)
    _heads(chart, layout, across, up.end, sheet)
    edges = Edge(across(0), -1, up), Edge(across(1), 1, up)
    for side, moment, edge in zip(layout.sides, (0, -1), edges, strict=True):
        ends = [value for value in chart.cells.of_series(moment) if value is not None]
        sidelabels.put_side(sheet, side, ends, edge)
    _between(chart, across, up, sheet)
    if layout.note:
        sheet.put(0, 2, layout.note, colour=sheet.colours.grey, down="bottom")


def _scales(chart: Chart, layout: Layout, sheet: Sheet) -> tuple[Scale, Scale]:
    """From the first moment (0) to the last (1), and up by value, in points.

    Half a label is left above the highest value and below the lowest.
    """
    margins, (width, high), ruler = layout.margins, sheet.size, sheet.ruler
    rows.require_height(sheet.house, high, margins.top + margins.bottom + layout.labels + 4, len(chart.names))
    low, top = min(chart.cells.known), max(chart.cells.known)
    room = high - margins.top - margins.bottom
    half = max(max(side.heights(ruler), default=0.0) for side in layout.sides) / 2
    if len(chart.places) > 2:  # values stand above and below the dots between
        half = max(half, DOT + ruler.height("0"))
    pad = (top - low) * half / max(room - 2 * half, 1.0) if top > low else abs(top) or 1.0
    across = Scale(0.0, 1.0, margins.left, width - margins.right)
    return across, Scale(low - pad, top + pad, margins.bottom, high - margins.top)


def _line(axes: Axes, places: Sequence[float], values: Sequence[Number], colour: str, loud: bool) -> None:
    """A line over the moments that have a value, dashed where it leads past one that has none."""
    known = [(place, value) for place, value in zip(places, values, strict=True) if value is not None]
    leap = len(known) == 2 and len(values) == 3 and values[1] is None
    axes.plot(
        [place for place, _ in known],
        [value for _, value in known],
        color=colour,
        linewidth=1.8 if loud else 1.2,
        linestyle=(0, (4, 2)) if leap else "solid",
        marker="o",
        markersize=DOT if loud else DOT - 1.4,
        zorder=3 if loud else 2,
        clip_on=False,
    )


def _hollow(axes: Axes, chart: Chart, row: int, colour: str, sheet: Sheet) -> None:
    """The dots of values that may still change."""
    for series, (place, value) in enumerate(zip(chart.places, chart.cells.values[row], strict=True)):
        if value is not None and tentative.is_tentative(chart.cells.mark(row, series)):
            tentative.hollow(axes, (place, value), colour, sheet.house, size=DOT if chart.loud(row) else DOT - 1.4)


def _heads(chart: Chart, layout: Layout, across: Scale, top: float, sheet: Sheet) -> None:
    """The moments over their rules; those at the ends give way so that they meet neither the edge nor the next."""
    width, _ = sheet.size
    reach = HEAD_SHARE * (across.end - across.start) * min(b - a for a, b in pairwise(chart.places))
    for head, place in zip(layout.heads, chart.places, strict=True):
        x, half = across(place), sheet.ruler.width(head, weight="semibold") / 2
        if place == 0:
            x = max(min(x, x + reach - half), half)
        elif place == 1:
            x = min(max(x, x - reach + half), width - half)
        sheet.put(x, top + 5, head, weight="semibold", across="center", down="bottom")


def _between(chart: Chart, across: Scale, up: Scale, sheet: Sheet) -> None:
    """The values in the middle: of all lines that stand out, or of none where one would meet another or a dot."""
    if len(chart.places) < 3:
        return
    cells, high = chart.cells, sheet.ruler.height("0")
    known = [(row, values) for row, values in enumerate(cells.values) if values[1] is not None]
    dots = [(up(values[1] or 0.0), DOT) for _, values in known]
    told = [(values[1] or 0.0, _is_low(values)) for row, values in known if chart.loud(row)]
    texts = [(up(value) + (-1 if low else 1) * (DOT + high) / 2, high) for value, low in told]
    others = [*combinations(texts, 2), *product(texts, dots)]
    if any(abs(y - other) < (tall + size_) / 2 - 0.1 for (y, tall), (other, size_) in others):
        return
    for (value, low), (y, _) in zip(told, texts, strict=True):
        x, said = across(chart.places[1]), wording.label(value, cells.info, sheet.words)
        text = sheet.put(x, y + (-1 if low else 1), said, weight="semibold", across="center", down="center")
        text.set_bbox({"facecolor": sheet.colours.paper, "edgecolor": "none", "pad": 0.4})


def _is_low(values: Sequence[Number]) -> bool:
    """Whether the value in the middle is below its neighbours."""
    _, middle, _ = values
    return all(value is None or middle is None or value >= middle for value in values)


# --- words -----------------------------------------------------------------------------------------------------------
def describe(chart: Chart, words: Words) -> str:
    """What stands out, which lines rise, fall or stay, the greatest rise and fall, and who lacks a value."""
    cells = chart.cells
    first, last = cells.series[0], cells.series[-1]
    given = {"count": len(cells.names), "start": first, "end": last}
    if chart.options.series is None:
        said = [words.say("charts.slope.summary-plain", **given)]
    else:
        said = [words.say("charts.slope.summary", title=chart.title, **given)]
    said += telling.tell_highlighted(cells, chart.options.highlight, words)
    pairs = moves.pairs_of(cells)
    said += moves.tell_moves(pairs, cells.info, words, "slope")
    loud = {name: pairs[name] for row, name in enumerate(cells.names) if chart.loud(row) and name in pairs}
    said += moves.tell_overtakings(loud, words)
    return " ".join([*said, *telling.tell_lacking(cells, words, chart.why)])
