"""Charts of one row an item: names that wrap in a column at the left, how high the rows are, a scale of values.

Plain arithmetic in points and texts put on the figure; what a row shows is the kind's own.
"""

from __future__ import annotations

import math
import re
from collections.abc import Sequence
from itertools import accumulate
from typing import TYPE_CHECKING, Literal

from reportgen.figures.contract import ChartError
from reportgen.figures.kit.scales import AxisValues, NumberAxis, Scale
from reportgen.figures.kit.sheet import Margins, Sheet, axes_in, put, size
from reportgen.figures.typeset import Ruler
from reportgen.fonts import Weight
from reportgen.frozen import frozen
from reportgen.house import MM, House

if TYPE_CHECKING:
    from matplotlib.axes import Axes
    from matplotlib.figure import Figure


WORDS_HEIGHT = 8.8
"""What is kept of a page for a chart's title and source, in sizes of the body's type."""

LEAST_PLOT = 45 * MM
"""The height of what shows data, of whatever kind, where rows don't say otherwise: lower ones look like a strip."""
ROOMY = 26.0
"""The most that a row takes to reach it, in points: wider apart rows are read one by one."""

HEADING_GAP = 4.0
"""Between the headings of two columns, at least, in points."""
_AFTER_HYPHEN = re.compile(r"(?<=\w\w[-\u2010\u2013/])(?=\w\w)")
"""Where a word may end a line as it is; no letter is left alone."""
_VOWELS = "aeiouyàáâãäåæèéêëìíîïòóôõöøœùúûü"
_SYLLABLE = re.compile(rf"(?!(?<=[cpst])h|\wes?$)(?:[cpst]h|[^\W\d_{_VOWELS}])[{_VOWELS}]", re.IGNORECASE)
"""A consonant, or "th" and its like, with a vowel, other than the last "e" of a word."""

NAME_GAP = 8.0
"""Between the names of the rows and what they name, in points."""


def most_height(house: House) -> float:
    """The height that a chart may take, in points, so that it stays on a page with its title and source."""
    room = house.page.text_height
    return max(room - WORDS_HEIGHT * house.sizes.base, room / 2)


def fit(text: str, width: float, ruler: Ruler, size: float | None = None, weight: Weight = "regular") -> str:
    """`text` wrapped to `width` points; a word that is wider on its own is broken after its hyphens, else with one."""
    words = [part for word in re.split(r"[ \n\t]+", text) if word for part in _pieces(word, width, ruler, size, weight)]
    return ruler.wrap(" ".join(words), width, size, weight)


def parts_of(word: str) -> list[str]:
    """A word in the parts between which it may be broken without a hyphen of ours: "Rule-", "of-", "law"."""
    return _AFTER_HYPHEN.split(word)


def fit_headings(
    titles: Sequence[str], xs: Sequence[float], room: float, sheet: Sheet, size: float, end: float
) -> tuple[str, ...]:
    """Headings wrapped to `room` points around each of `xs`, in the lines that they have, each on its own.

    A long word may stick out as long as it leaves its neighbours alone and ends before `end`, else it is broken.
    """
    ruler = sheet.ruler
    loose = ["\n".join(ruler.wrap(line, room, size) for line in title.split("\n")) for title in titles]
    halves = [ruler.width(text, size) / 2 for text in loose]
    found = []
    for index, (title, text, x) in enumerate(zip(titles, loose, xs, strict=True)):
        left = x if index == 0 else x - xs[index - 1] - halves[index - 1] - HEADING_GAP
        right = end - x if index == len(xs) - 1 else xs[index + 1] - x - halves[index + 1] - HEADING_GAP
        if halves[index] > min(left, right):
            most = min(room, 2 * x, 2 * (end - x))
            text = "\n".join(fit(line, most, ruler, size) for line in title.split("\n"))
        found.append(text)
    return tuple(found)


def _pieces(word: str, width: float, ruler: Ruler, size: float | None, weight: Weight) -> list[str]:
    end = _beyond(word, width, ruler, size, weight)
    if end >= len(word) and ruler.width(word, size, weight) <= width:
        return [word]
    pieces: list[str] = []
    for part in parts_of(word):
        if pieces and ruler.width(pieces[-1] + part[:end], size, weight) <= width:
            pieces[-1] += part
        else:
            pieces += _cut(part, width, ruler, size, weight)
    return pieces


def _cut(word: str, width: float, ruler: Ruler, size: float | None, weight: Weight) -> list[str]:
    """A word in pieces with hyphens: before a syllable, where that leaves three letters or more on both sides."""
    pieces: list[str] = []
    while len(word) > 1:
        end = _beyond(word, width, ruler, size, weight)
        if end >= len(word) and ruler.width(word, size, weight) <= width:
            break
        lengths = range(min(end, len(word) - 1), 1, -1)
        fitting = [n for n in lengths if ruler.width(word[:n] + "-", size, weight) <= width]
        large = [n for n in fitting if 3 <= n <= len(word) - 3]
        cut = next(iter([n for n in large if _SYLLABLE.match(word, n)] or large or fitting), 1)
        pieces.append(word[:cut].rstrip("-") + "-")
        word = word[cut:]
    return [*pieces, word]


def _beyond(word: str, width: float, ruler: Ruler, size: float | None, weight: Weight) -> int:
    """So many letters that every beginning which fits is shorter: a word of 10,000 is not measured whole."""
    end = 16
    while end < len(word) and ruler.width(word[:end], size, weight) <= 2 * width:
        end *= 2
    return end


@frozen
class Names:
    """The names of rows, wrapped, and the width of their column with its gap."""

    texts: tuple[str, ...]
    width: float
    size: float

    def heights(self, ruler: Ruler, gap: float = 4.0) -> list[float]:
        """What each row needs for its name, with `gap` between rows."""
        return [ruler.height(text, self.size) + gap for text in self.texts]


def row_names(names: Sequence[str], sheet: Sheet, share: float = 0.36) -> Names:
    """Names in at most `share` of the chart's width."""
    size_ = sheet.house.sizes.chart + 0.4
    texts = tuple(fit(name, sheet.measure * share, sheet.ruler, size_, "semibold") for name in names)
    return Names(texts, sheet.ruler.widest(texts, size_, "semibold") + NAME_GAP, size_)


def put_names(figure: Figure, names: Names, centres: Sequence[float]) -> None:
    """Write the names right-aligned in their column, each at its row's centre."""
    for text, y in zip(names.texts, centres, strict=True):
        put(figure, names.width - NAME_GAP, y, text, size=names.size, weight="semibold", across="right", down="center")


@frozen
class Rows:
    """Rows from the top down: the least height of each and the one that looks best, and what stands above and below."""

    house: House
    least: tuple[float, ...]
    natural: tuple[float, ...]
    above: float = 0.0
    below: float = 0.0

    @property
    def height(self) -> float:
        """The height to draw in: the best one where it fits a page, else a tighter one."""
        fixed, best = self.above + self.below, max(sum(self.natural), min(LEAST_PLOT, len(self.natural) * ROOMY))
        return max(min(best + fixed, most_height(self.house)), sum(self.least) + fixed)

    def heights(self, figure: Figure) -> list[float]:
        """The height of each row in the figure, in points; ChartError where it is too low for them."""
        _, height = size(figure)
        require_height(self.house, height, sum(self.least) + self.above + self.below, len(self.least))
        spare = max(height - self.above - self.below - sum(self.least), 0.0) / max(len(self.least), 1)
        return [need + spare for need in self.least]

    def centres(self, figure: Figure) -> list[float]:
        """The centre of each row in the figure's points; ChartError where it is too low for them."""
        heights = self.heights(figure)
        ends = accumulate(heights, initial=0.0)
        _, height = size(figure)
        return [height - self.above - end - own / 2 for end, own in zip(ends, heights, strict=False)]


def require_height(house: House, have: float, need: float, rows: int) -> None:
    """Raise ChartError where `need` points are more than a page has, or than the author's `height:` gives."""
    most = most_height(house)
    if need > most + 0.5:
        raise ChartError(
            f"{rows} rows don't fit on a page, about {max(int(rows * most / need), 1)} do",
            "choose rows with where:, or make several charts",
        )
    if need > have + 0.5:
        raise ChartError(f"the height is too low for {rows} rows", f"write height: {math.ceil(need / MM)} or more")


AXIS_BELOW = 17.0
"""For the numbers below the rows, in points."""
NOTE_WIDTH = 130.0
"""The widest that a note on a missing value is, in points: a third of the plot, by eye."""


@frozen
class RowPlot:
    """Where marks stand: `scale` along and `centres` from the top row down, both in points of the figure.

    `axes` has values along and points up.
    """

    figure: Figure
    axes: Axes
    house: House
    scale: Scale
    centres: tuple[float, ...]

    def write(self, x: float, y: float, text: str, side: Literal["left", "right"], *, note: bool = False) -> None:
        """Write to the `side` of a point of the figure, over the grid; a `note` is grey and italic."""
        given = {"colour": self.house.colours.grey, "italic": True} if note else {}
        across = "right" if side == "left" else "left"
        text_ = put(self.figure, x, y, text, across=across, down="center", **given)  # type: ignore[arg-type]
        text_.set_bbox({"facecolor": self.house.colours.paper, "edgecolor": "none", "pad": 0.6})


def plain_rows(names: Names, sheet: Sheet, above: float, notes: Sequence[str]) -> Rows:
    """Rows for one mark each, as high as their names and `notes` ("": none) need, with an axis below."""
    ruler = sheet.ruler
    needs = [max(need, ruler.height(note) + 2) for need, note in zip(names.heights(ruler), notes, strict=True)]
    least, natural = (tuple(max(need + more, low) for need in needs) for more, low in ((0.0, 15.0), (3.0, 20.0)))
    return Rows(sheet.house, least, natural, above, AXIS_BELOW)


def fit_note(text: str, ruler: Ruler, room: float = NOTE_WIDTH) -> str:
    """What stands for a missing value in a row, wrapped to `room` points, or to a part of the plot always free."""
    return fit(text, min(room, NOTE_WIDTH), ruler)


def row_plot(sheet: Sheet, names: Names, rows: Rows, ends: tuple[float, float], values: AxisValues) -> RowPlot:
    """Put names, grid and axis on the figure; ChartError where there is no room.

    `ends` are the points that marks and texts take before and beyond the axis.
    """
    centres, (width, _) = rows.centres(sheet.figure), size(sheet.figure)
    axis = values.axis(names.width + ends[0], width - ends[1], width, sheet.words, sheet.ruler)
    axes = _axes(sheet, axis, rows)
    put_names(sheet.figure, names, centres)
    return RowPlot(sheet.figure, axes, sheet.house, axis.scale, tuple(centres))


def _axes(sheet: Sheet, axis: NumberAxis, rows: Rows) -> Axes:
    (width, height), scale = size(sheet.figure), axis.scale
    axes = axes_in(sheet.figure, Margins(scale.start, width - scale.end, rows.above, rows.below), grid="x", axis="x")
    axes.spines["bottom"].set_visible(False)
    axes.tick_params(axis="x", length=0)
    axes.set_xticks(axis.ticks, axis.texts)
    axes.set_yticks([])
    axes.set_xlim(scale.low, scale.high)
    axes.set_ylim(rows.below, height - rows.above)
    if scale.low < 0 < scale.high:
        axes.axvline(0, color=sheet.colours.grey, linewidth=0.8, zorder=1.5)
    return axes
