"""The same bars in each of several panels: level, from zero, on one scale, with their values at their ends."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from reportgen.figures.barpaint import GAP
from reportgen.figures.fills import Fill, filled, quiet
from reportgen.figures.layout import axes_in, put
from reportgen.figures.panels import Panel, Panels, panels_of, put_panels
from reportgen.figures.rows import fit
from reportgen.figures.scales import Scale
from reportgen.figures.series import Cells
from reportgen.figures.tentative import is_tentative, tentative_fill
from reportgen.figures.typeset import Ruler
from reportgen.figures.wording import sign_of
from reportgen.frozen import frozen
from reportgen.house import House

if TYPE_CHECKING:
    from matplotlib.figure import Figure

    from reportgen.language import Words

LEAST_WIDTH = 44.0
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
        return panels_of(self.cells.series, left, 0.0, 2.0, heights, self.house, LEAST_WIDTH + before + after)

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
            fill = Fill(self.house.colours.accent if loud else quiet(self.house), "none")
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
