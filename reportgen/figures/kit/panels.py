"""Small multiples: panels of one size in rows and columns, each with its title above; and the same bars in each."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Literal

from reportgen.figures.contract import ChartError
from reportgen.figures.kit.bars import GAP
from reportgen.figures.kit.colouring import PartFill, filled, quiet
from reportgen.figures.kit.reading import Cells
from reportgen.figures.kit.rows import fit, most_height, require_height
from reportgen.figures.kit.scales import Scale
from reportgen.figures.kit.sheet import Margins, Sheet, axes_in, put, size
from reportgen.figures.kit.tentative import is_tentative, tentative_fill
from reportgen.figures.kit.wording import sign_of
from reportgen.figures.typeset import Ruler
from reportgen.frozen import frozen
from reportgen.house import House

if TYPE_CHECKING:
    from matplotlib.figure import Figure

    from reportgen.language import Words


MOST_PANELS = 24
"""Six rows of four: as many as a page holds."""
LEAST_WIDTH = 52.0
"""Of what a panel shows, in points."""
GUTTER = 12.0
ROW_GAP = 12.0
"""Between panels beside each other and above each other, in points: by eye."""
TITLE_GAP = 7.0
"""Between a title and its panel: half a label at the top of the panel stands there."""


@frozen
class Panel:
    """The edges of a panel in points of the figure; `first` in its row, `last` of its column."""

    left: float
    right: float
    bottom: float
    top: float
    first: bool
    last: bool

    def margins(self, figure: Figure, before: float = 0.0, after: float = 0.0) -> Margins:
        """What is free round the panel, and `before` and `after` within it."""
        width, height = size(figure)
        return Margins(self.left + before, width - self.right + after, height - self.top, self.bottom)


@frozen
class Panels:
    """Rows of panels `width` wide: `left` is before the first, `after` beside each, `below` under the lowest."""

    house: House
    titles: tuple[tuple[str, ...], ...]
    """Wrapped, row by row."""
    width: float
    left: float
    after: float
    below: float
    heads: tuple[float, ...]
    """The height of the titles of each row."""
    least: float
    natural: float
    """The height of a panel: as low as it can be, and as looks best."""

    @property
    def height(self) -> float:
        """The height to draw in: the best one where it fits a page, else a tighter one."""
        rows = len(self.titles)
        return max(min(self._fixed + rows * self.natural, most_height(self.house)), self._fixed + rows * self.least)

    @property
    def _fixed(self) -> float:
        return sum(self.heads) + (len(self.titles) - 1) * ROW_GAP + self.below

    def places(self, figure: Figure) -> Iterator[tuple[str, Panel]]:
        """Each title with its panel, row by row; ChartError where the figure is too low."""
        _, top = size(figure)
        require_height(self.house, top, self._fixed + len(self.titles) * self.least, len(self.titles))
        high = (top - self._fixed) / len(self.titles)
        for row, (titles, head) in enumerate(zip(self.titles, self.heads, strict=True)):
            under = len(self.titles[row + 1]) if row + 1 < len(self.titles) else 0
            for column, title in enumerate(titles):
                left = self.left + column * (self.width + self.after + GUTTER)
                box = (left, left + self.width, top - head - high, top - head)
                yield title, Panel(*box, column == 0, column >= under)
            top -= head + high + ROW_GAP


def panels_of(
    names: Sequence[str],
    left: float,
    after: float,
    below: float,
    heights: tuple[float, float],
    house: House,
    least: float = LEAST_WIDTH,
) -> Panels:
    """Panels for `names` over the measure; ChartError for too many, and where not even one is `least` points wide.

    `heights` are the least and the best of a panel; `left`, `after` and `below` as in `Panels`.
    """
    if len(names) > MOST_PANELS:
        hint = "choose with where:, or make several charts"
        raise ChartError(f"{len(names)} panels don't fit on a page, {MOST_PANELS} do", hint)
    ruler, count = Ruler(house), len(names)
    columns = count if count <= 4 else 3 if count in (5, 6, 9) else 4  # so few that rows are full or nearly so
    while (width := _width(columns, left, after, house)) < least and columns > 1:
        columns -= 1
    if width < least:
        raise ChartError("names or numbers leave no room for the panels", "shorten them, or give values in thousands")
    wrapped = tuple(fit(name, width + after, ruler, weight="semibold") for name in names)
    titles = tuple(wrapped[start : start + columns] for start in range(0, len(names), columns))
    heads = tuple(max(ruler.height(title) for title in row) + TITLE_GAP for row in titles)
    return Panels(house, titles, width, left, after, below, heads, *heights)


def _width(columns: int, left: float, after: float, house: House) -> float:
    return (house.page.measure - left - (columns - 1) * GUTTER) / columns - after


def put_panels(figure: Figure, panels: Panels) -> Iterator[Panel]:
    """Write the titles, and give the panels in their order."""
    for title, panel in panels.places(figure):
        put(figure, panel.left, panel.top + TITLE_GAP, title, weight="semibold", down="bottom")
        yield panel


LEAST_BAR = 44.0
"""Of the longest bar, in points."""
ROW = 15.0
"""The height of a row, in points."""


@frozen
class PanelBars:
    """A panel for each series of `cells`, with a bar for each name; `highlight` makes the others grey."""

    cells: Cells
    highlight: tuple[str, ...]
    missing: str
    house: House
    words: Words

    @property
    def panels(self) -> Panels:
        """The panels' places."""
        ruler, names, (before, after) = Ruler(self.house), self._names(), self._rooms()
        least, best = (
            max(low, *(ruler.height(name) + gap for name in names)) * len(names)
            for low, gap in ((12.0, 1.0), (ROW, 4.0))
        )
        left, heights = ruler.widest(names) + 8, (least, best)
        return panels_of(self.cells.series, left, 0.0, 2.0, heights, self.house, LEAST_BAR + before + after)

    def draw(self, figure: Figure) -> None:
        """Draw all panels, with the names of the bars beside the first of each row."""
        ruler, names = Ruler(self.house), self._names()
        for index, panel in enumerate(put_panels(figure, self.panels)):
            pitch = (panel.top - panel.bottom) / len(names)
            centres = [panel.top - pitch * (row + 0.5) for row in range(len(names))]
            for name, y in zip(names, centres, strict=True) if panel.first else ():
                put(figure, panel.left - 8, y, name, across="right", down="center")
            self._draw_panel(figure, panel, index, centres, min(12.0, pitch - 3), ruler)

    def _draw_panel(
        self, figure: Figure, panel: Panel, index: int, centres: list[float], thick: float, ruler: Ruler
    ) -> None:
        (before, after), reach, grey = self._rooms(), self._reach(), self.house.colours.grey
        axes = axes_in(figure, panel.margins(figure, before, after), axis="")
        axes.set(xlim=reach, ylim=(panel.bottom, panel.top), xticks=[], yticks=[])
        axes.axvline(0, color=grey, linewidth=0.8, zorder=3)
        across = Scale(*reach, panel.left + before, panel.right - after)
        for row, (value, y) in enumerate(zip(self.cells.of_series(index), centres, strict=True)):
            if value is None:
                room, absent = panel.right - across(0) - GAP, self.cells.absence(row, [index], self.missing, self.words)
                note = absent if ruler.width(absent, italic=True) < room else sign_of(absent, self.words)
                put(figure, across(0) + GAP, y, note, colour=grey, italic=True, down="center")
                continue
            loud = not self.highlight or self.cells.names[row] in self.highlight
            fill = PartFill(self.house.colours.accent if loud else quiet(self.house), "none")
            if is_tentative(self.cells.mark(row, index)):
                fill = tentative_fill(fill, self.house)
            filled(axes, min(value, 0.0), y - thick / 2, abs(value), thick, fill)
            side: Literal["right", "left"] = "right" if value < 0 else "left"
            x = across(value) + (-GAP if value < 0 else GAP)
            put(figure, x, y, self.cells.text(row, index, self.words), across=side, down="center")

    def _reach(self) -> tuple[float, float]:
        """The least and the greatest value of all panels: zero is always in it."""
        low, high = min(0.0, *self.cells.known), max(0.0, *self.cells.known)
        return low, high if high > low else low + 1.0

    def _rooms(self) -> tuple[float, float]:
        """What the values take before and after the bars, in points; the sign of a missing one stands after zero."""
        ruler, cells = Ruler(self.house), self.cells
        places = [(row, index) for row in range(len(cells.names)) for index in range(len(cells.series))]
        known = [(value, place) for place in places if (value := cells.values[place[0]][place[1]]) is not None]
        back = [cells.text(*place, self.words) for value, place in known if value < 0]
        ahead = [cells.text(*place, self.words) for value, place in known if value >= 0]
        gone = [(row, index) for row, index in places if cells.values[row][index] is None]
        ahead += [sign_of(cells.absence(row, [index], self.missing, self.words), self.words) for row, index in gone]
        return ruler.widest(back) + GAP + 2 if back else 0.0, ruler.widest(ahead) + GAP + 2 if ahead else 2.0

    def _names(self) -> list[str]:
        """The names of the bars, wrapped."""
        return [fit(name, self.house.page.measure * 0.24, Ruler(self.house)) for name in self.cells.names]


def write_missing(sheet: Sheet, panel: Panel, text: str) -> None:
    """Write why a panel is empty into its middle."""
    fitted = fit(text, panel.right - panel.left - 4, sheet.ruler)
    y = (panel.bottom + panel.top) / 2
    written = sheet.put(panel.left + 4, y, fitted, colour=sheet.colours.grey, italic=True, down="center")
    written.set_bbox({"facecolor": sheet.colours.paper, "edgecolor": "none", "pad": 1.0})  # over the grid
