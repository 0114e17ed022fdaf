"""Lines: how values change over time, on an axis of dates to scale, each line with its name at its end.

Lines differ in colour, dash and mark. A missing value is a gap. With `steps` a value holds until the next one.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from reportgen.figures.kit import (
    DASHES,
    LEADING,
    ChartData,
    ChartError,
    Column,
    ColumnInfo,
    House,
    KeyEntry,
    Margins,
    PartialDate,
    Ruler,
    Scale,
    alike,
    axes_in,
    check_highlight,
    column_title,
    date_of,
    date_position,
    draw_key,
    ends_that_fit,
    fit,
    fitting_dates,
    in_turn,
    key_height,
    label,
    measure,
    number,
    number_ticks,
    put,
    quiet,
    require_height,
    size,
    some,
    spread,
    strong_colours,
    tick_texts,
)

if TYPE_CHECKING:
    from matplotlib.axes import Axes
    from matplotlib.figure import Figure

    from reportgen.language import Words

MOST_LINES = 4
MARKED = 14
"""Lines of up to so many points show each point with a mark."""
LABEL_WIDTH = 112.0
MARKS = (("o", 5.2), ("s", 5.0), ("^", 6.6), ("D", 5.0))
"""A mark for each line and its size in points."""
HEIGHT = 190.0
LEAST_HEIGHT = 100.0
BELOW = 17.0
"""For the dates below the axis, in points."""


@dataclass(frozen=True)
class Options:
    """What an author may write under `kind: lines`."""

    date: Column
    """The column with the dates or years."""
    values: tuple[Column, ...]
    """The column with the values, or a list of them: one line for each."""
    series: Column | None = None
    """In long form (a row for each date and line): the column that names the line."""
    steps: bool = False
    """`true` holds each value until the next one, for counts that change on a day."""
    zero: Literal["auto", "true", "false"] = "auto"
    """Whether the axis starts at zero; `auto`: yes, unless all values lie far from it."""
    until: PartialDate | None = None
    """Where the chart ends: later rows are left out, and steps run on to it."""
    highlight: tuple[str, ...] = ()
    """Up to four lines that stand out, with their names; the others are thin and grey."""


@dataclass(frozen=True)
class Line:
    """A line: its points by date; None is a gap."""

    name: str
    dates: tuple[PartialDate, ...]
    values: tuple[float | None, ...]

    @property
    def known(self) -> list[tuple[PartialDate, float]]:
        """The points that have a value."""
        return [(date, value) for date, value in zip(self.dates, self.values, strict=True) if value is not None]


def lines_of(data: ChartData, options: Options) -> list[Line]:
    """The lines in the table's order, their points by date; ChartError for what can't be drawn."""
    if options.series is not None and len(options.values) > 1:
        raise ChartError("series: goes with one value column", "name one column in values:")
    found: dict[str, dict[PartialDate, float | None]] = {}
    for row in data:
        date = date_of(row[options.date])
        if date is None:
            raise ChartError("a row has no date", f"fill the column '{options.date}', or leave the row out with where:")
        for column in options.values:
            name = column_title(data.info(column)) if options.series is None else row[options.series]
            points = found.setdefault(str(name), {})
            if date in points:
                raise ChartError(f"the table has more than one value of '{name}' for {date}", "choose one with where:")
            points[date] = number(row[column], column)
    lines = [_line(name, points, options.until) for name, points in found.items()]
    if not any(line.known for line in lines):
        raise ChartError("the chart has no values", "check where: and until:")
    check_highlight(options.highlight, list(found))
    loud = len(options.highlight) or len(lines)
    if loud > MOST_LINES:
        hint = "name up to four in highlight:, or choose with where:"
        raise ChartError(f"{loud} lines can't be told apart, {MOST_LINES} can", hint)
    return lines


def _line(name: str, points: dict[PartialDate, float | None], until: PartialDate | None) -> Line:
    kept = sorted(date for date in points if until is None or date.first <= until.last)
    return Line(name, tuple(kept), tuple(points[date] for date in kept))


def _info(lines: Sequence[Line], data: ChartData, options: Options) -> ColumnInfo:
    """The values' column, with one number of decimals for all."""
    return alike(data.info(options.values[0]), [value for line in lines for value in line.values])


def height(data: ChartData, options: Options, house: House, words: Words) -> float:
    """The height that suits a line chart, in points."""
    key = _key(lines_of(data, options), options, house, words.say("charts.lines.others"))
    return HEIGHT + key_height(key, house, Ruler(house), house.page.measure)


def _key(lines: Sequence[Line], options: Options, house: House, others: str) -> list[KeyEntry]:
    """A key only for the lines in grey: the others have their names."""
    grey = options.highlight and len(options.highlight) < len(lines)
    return [KeyEntry(others, quiet(house), line="solid")] if grey else []


def draw(figure: Figure, data: ChartData, options: Options, house: House, words: Words) -> None:
    """Draw the lines between a grid of values and an axis of dates."""
    lines, ruler = lines_of(data, options), Ruler(house)
    info = _info(lines, data, options)
    above = draw_key(figure, _key(lines, options, house, words.say("charts.lines.others")), house, ruler)
    width, height_ = size(figure)
    require_height(height_, above + LEAST_HEIGHT, len(lines))
    loud = [line for line in lines if line.known and (not options.highlight or line.name in options.highlight)]
    ends = [_end_text(line, len(lines), info, words, ruler) for line in loud]
    ticks = _value_ticks(lines, options)
    written = tick_texts(ticks, info.unit, words)
    margins = Margins(ruler.widest(written) + 7, ruler.widest(ends, weight="semibold") + 9, above + 6, BELOW)
    axes = axes_in(figure, margins, grid="y")
    axes.spines["left"].set_visible(False)
    axes.set_yticks(ticks, written)
    low, high = _span(lines, options)
    across = Scale(low, high, margins.left, width - margins.right)
    up = Scale(ticks[0], ticks[-1], margins.bottom, height_ - margins.top)
    axes.set_xlim(low, high)
    axes.set_ylim(ticks[0], ticks[-1])
    _dates(figure, axes, lines, options, across, words, ruler, house)
    _draw_lines(axes, lines, loud, options, high, house)
    _name(figure, loud, ends, across, up, options, house)


def _end_text(line: Line, count: int, info: ColumnInfo, words: Words, ruler: Ruler) -> str:
    value = label(line.known[-1][1], info, words)
    return fit(value if count == 1 else f"{line.name} {value}", LABEL_WIDTH, ruler, weight="semibold")


def _value_ticks(lines: Sequence[Line], options: Options) -> list[float]:
    values = [value for line in lines for _, value in line.known]
    low, high = min(values), max(values)
    near = options.steps or low == high or (0 <= low < high / 2) or (low / 2 < high <= 0)
    if options.zero == "true" or (options.zero == "auto" and near):
        low, high = min(low, 0.0), max(high, 0.0)
    return number_ticks(low, high)


def _span(lines: Sequence[Line], options: Options) -> tuple[float, float]:
    """The first and the last day of the axis; a single one gets room on both sides."""
    days = [date_position(date) for line in lines for date, _ in line.known]
    low, high = min(days), max(days)
    if options.steps and options.until:
        high = max(high, float(options.until.last.toordinal()))
    return (low, high) if high > low else (low - 1, high + 1)


def _dates(
    figure: Figure,
    axes: Axes,
    lines: Sequence[Line],
    options: Options,
    across: Scale,
    words: Words,
    ruler: Ruler,
    house: House,
) -> None:
    """Ticks with as many dates as there is room for; of a short time the first and the last day."""
    dates = sorted({date for line in lines for date, _ in line.known})
    last = max(dates[-1], options.until) if options.steps and options.until else dates[-1]
    ticks = fitting_dates(dates[0], last, across, words, ruler)
    if len(ticks) < 2:
        ticks = ends_that_fit(dates, across, words, ruler)
    shown = [(date, words.short_date(date)) for date in ticks]
    axes.set_xticks([date_position(date) for date, _ in shown], [""] * len(shown))
    width, _ = size(figure)
    for date, text in shown:
        half, x = ruler.width(text) / 2, across(date_position(date))
        x = min(max(x, half), width - half)
        put(figure, x, BELOW - 6, text, colour=house.colours.grey, across="center", down="top")


def _draw_lines(
    axes: Axes, lines: Sequence[Line], loud: Sequence[Line], options: Options, end: float, house: House
) -> None:
    colours = strong_colours(house, MOST_LINES)
    if axes.get_ylim()[0] < 0:
        axes.axhline(0, color=house.colours.grey, linewidth=0.8, zorder=1.5)
    for line in lines:
        if line not in loud and line.known:
            _draw_line(axes, line, options, end, color=quiet(house), linewidth=1.1, zorder=2)
    for index, line in reversed(list(enumerate(loud))):
        marked = len(line.known) <= MARKED and not options.steps
        mark, wide = MARKS[index]
        rim = {"markeredgecolor": house.colours.paper, "markeredgewidth": 0.6}
        more = {"marker": mark, "markersize": wide, **rim} if marked else {}
        style = {"color": colours[index], "linestyle": DASHES[index], "linewidth": 2.0, "zorder": 4 - index / 10}
        _draw_line(axes, line, options, end, clip_on=False, **style, **more)


def _draw_line(axes: Axes, line: Line, options: Options, end: float, **style: object) -> None:
    xs = [date_position(date) for date in line.dates]
    ys = [float("nan") if value is None else value for value in line.values]
    if options.steps and options.until and line.values[-1] is not None:
        xs, ys = [*xs, end], [*ys, ys[-1]]
    axes.plot(xs, ys, drawstyle="steps-post" if options.steps else "default", **style)  # type: ignore[arg-type]
    lonely = [
        (x, y)
        for index, (x, y) in enumerate(zip(xs, ys, strict=True))
        if y == y and all(not 0 <= near < len(ys) or ys[near] != ys[near] for near in (index - 1, index + 1))
    ]
    if lonely and "marker" not in style:
        axes.plot(*zip(*lonely, strict=True), linestyle="none", marker="o", markersize=4, color=style["color"])


def _name(
    figure: Figure,
    loud: Sequence[Line],
    texts: Sequence[str],
    across: Scale,
    up: Scale,
    options: Options,
    house: House,
) -> None:
    """Write the names at the ends, moved apart; a thin line leads from an end to a name that is not beside it."""
    from matplotlib.lines import Line2D
    from matplotlib.transforms import IdentityTransform

    gap = house.sizes.chart * LEADING * max((text.count("\n") + 1 for text in texts), default=1)
    _, height_ = size(figure)
    wanted = [up(line.known[-1][1]) for line in loud]
    places = spread(wanted, gap, up.start + house.sizes.chart * 0.3, height_ - gap / 2)
    for index, (line, text, y, place) in enumerate(zip(loud, texts, wanted, places, strict=True)):
        colour = strong_colours(house, MOST_LINES)[index]
        last = across.high if options.steps and options.until else date_position(line.known[-1][0])
        x = across(last)
        if abs(place - y) > gap / 2 or across.end - x > 6:
            bend = Line2D((x + 3, across.end + 7), (y, place), color=colour, linewidth=0.7)
            bend.set_transform(IdentityTransform())
            figure.add_artist(bend)
        put(figure, across.end + 9, place, text, colour=colour, weight="semibold", down="center")


def describe(data: ChartData, options: Options, words: Words) -> str:
    """The time that the chart covers, and where each line begins, turns and ends."""
    lines = lines_of(data, options)
    info = _info(lines, data, options)
    dates = sorted({date for line in lines for date, _ in line.known})
    last = max(dates[-1], options.until) if options.steps and options.until else dates[-1]
    given = {"start": words.date(dates[0]), "end": words.date(last)}
    if len(options.values) == 1:
        title = measure(data, info, words)
        said = [words.say("charts.lines.summary", count=len(lines), title=title, **given)]
    else:
        said = [words.say("charts.lines.summary-plain", count=len(lines), **given)]
    loud = [line for line in lines if not options.highlight or line.name in options.highlight]
    said += [_told(line, info, options.steps, words) for line in loud]
    return " ".join([*said, *_rest([line for line in lines if line not in loud], info, words)])


def _rest(lines: Sequence[Line], info: ColumnInfo, words: Words) -> list[str]:
    """The grey lines: their names, and between what they end."""
    ends = [line.known[-1][1] for line in lines if line.known]
    if not ends:
        return []
    low, high = (label(end, info, words) for end in (min(ends), max(ends)))
    names = some([line.name for line in lines if line.known], words)
    if low == high:
        return [words.say("charts.lines.rest-level", names=names, low=low)]
    return [words.say("charts.lines.rest", names=names, low=low, high=high)]


def _told(line: Line, info: ColumnInfo, steps: bool, words: Words) -> str:
    if not line.known:
        return words.say("charts.lines.none", series=line.name)
    (start, first), (end, last) = line.known[0], _reached(line) if steps else line.known[-1]
    key = "point" if len(line.known) == 1 else "rose" if last > first else "fell" if last < first else "flat"
    given = {"first": label(first, info, words), "last": label(last, info, words)}
    given |= {"start": words.date(start), "end": words.date(end)}
    turns = [
        words.say(f"charts.lines.{which}", value=label(value, info, words), date=words.date(date))
        for which, (date, value) in (("highest", _peak(line, 1)), ("lowest", _peak(line, -1)))
        if value not in (first, last)
    ]
    told = words.say(f"charts.lines.{key}", series=line.name, **given)
    return words.say("charts.lines.told", told=in_turn([told, *turns], words))


def _reached(line: Line) -> tuple[PartialDate, float]:
    """The last value, and the date from which it has held."""
    last = line.known[-1][1]
    held = len(line.known)
    while held and line.known[held - 1][1] == last:
        held -= 1
    return (line.known[held][0], last) if held else (line.known[-1][0], last)


def _peak(line: Line, sign: int) -> tuple[PartialDate, float]:
    """The first of the highest (1) or lowest (-1) points."""
    return max(line.known, key=lambda point: sign * point[1])
