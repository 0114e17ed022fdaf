"""Panels of one size in rows and columns, each with its title above: the frame of small multiples.

Only arithmetic in points and titles put on the figure; what a panel shows is the kind's own.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from reportgen.figures.contract import ChartError
from reportgen.figures.layout import Margins, put, size
from reportgen.figures.rows import fit, most_height, require_height
from reportgen.figures.typeset import Ruler
from reportgen.frozen import frozen
from reportgen.house import House

if TYPE_CHECKING:
    from matplotlib.figure import Figure

MOST_PANELS = 24
LEAST_WIDTH = 52.0
"""Of what a panel shows, in points."""
GUTTER = 12.0
ROW_GAP = 12.0
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
    ruler, columns = Ruler(house), _columns(len(names))
    while (width := _width(columns, left, after, house)) < least and columns > 1:
        columns -= 1
    if width < least:
        raise ChartError("names or numbers leave no room for the panels", "shorten them, or give values in thousands")
    wrapped = tuple(fit(name, width + after, ruler, weight="semibold") for name in names)
    titles = tuple(wrapped[start : start + columns] for start in range(0, len(names), columns))
    heads = tuple(max(ruler.height(title) for title in row) + TITLE_GAP for row in titles)
    return Panels(house, titles, width, left, after, below, heads, *heights)


def _columns(count: int) -> int:
    """So few that rows are full or nearly so."""
    return count if count <= 4 else 3 if count in (5, 6, 9) else 4


def _width(columns: int, left: float, after: float, house: House) -> float:
    return (house.page.measure - left - (columns - 1) * GUTTER) / columns - after


def put_panels(figure: Figure, panels: Panels) -> Iterator[Panel]:
    """Write the titles, and give the panels in their order."""
    for title, panel in panels.places(figure):
        put(figure, panel.left, panel.top + TITLE_GAP, title, weight="semibold", down="bottom")
        yield panel
