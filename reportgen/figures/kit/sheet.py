"""What a chart is drawn on: the figure with its house, its words and a ruler; axes with margins, texts, a key above.

The figure handed to a kind has 72 dots to the inch: a display unit is a point, the origin is bottom left.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any, Literal

from reportgen.figures.typeset import LEADING as LEADING
from reportgen.figures.typeset import Ruler as Ruler
from reportgen.fonts import Weight
from reportgen.frozen import frozen
from reportgen.house import Colours
from reportgen.house import House as House

if TYPE_CHECKING:
    from matplotlib.axes import Axes
    from matplotlib.figure import Figure
    from matplotlib.lines import Line2D
    from matplotlib.patches import Patch
    from matplotlib.text import Text

    from reportgen.language import Words


Across = Literal["left", "center", "right"]
Down = Literal["baseline", "top", "center", "bottom", "center_baseline"]

SWATCH = 0.95
"""The side of a key's swatch, in sizes of type."""


@frozen
class Margins:
    """What stays free round the axes, in points."""

    left: float = 0.0
    right: float = 0.0
    top: float = 0.0
    bottom: float = 0.0


def size(figure: Figure) -> tuple[float, float]:
    """Width and height of the figure in points."""
    return float(figure.bbox.width), float(figure.bbox.height)


def axes_in(figure: Figure, margins: Margins, *, grid: Literal["x", "y", ""] = "", axis: str = "xy") -> Axes:
    """Axes that fill the figure but for `margins`, with a light grid across one direction.

    `axis` names the axes that keep their line and tick labels: "xy", "x", "y" or "".
    """
    width, height = size(figure)
    across, up = width - margins.left - margins.right, height - margins.top - margins.bottom
    axes = figure.add_axes(
        (margins.left / width, margins.bottom / height, max(across, 1.0) / width, max(up, 1.0) / height)
    )
    for name, spine in (("x", "bottom"), ("y", "left")):
        if name not in axis:
            axes.spines[spine].set_visible(False)
            axes.tick_params(axis=name, length=0, labelbottom=name != "x", labelleft=name != "y")  # type: ignore[arg-type]
    if grid:
        axes.grid(visible=True, axis=grid, clip_on=False)  # those at the ends would be cut in half
    return axes


def put(
    figure: Figure,
    x: float,
    y: float,
    text: str,
    *,
    size: float | None = None,
    colour: str | None = None,
    weight: Weight = "regular",
    italic: bool = False,
    across: Across = "left",
    down: Down = "baseline",
) -> Text:
    """Text at a point of the figure; None takes the size and colour of chart labels."""
    from matplotlib.transforms import IdentityTransform

    given = {"fontsize": size, "color": colour}
    return figure.text(
        x,
        y,
        text,
        transform=IdentityTransform(),
        fontweight=weight,
        fontstyle="italic" if italic else "normal",
        horizontalalignment=across,
        verticalalignment=down,
        **{key: value for key, value in given.items() if value is not None},  # type: ignore[arg-type]
    )


def put_line(
    figure: Figure,
    start: tuple[float, float],
    end: tuple[float, float],
    colour: str,
    width: float = 0.7,
    dashes: Any = "solid",
) -> None:
    """A line between two points of the figure; `dashes` is a matplotlib line style."""
    from matplotlib.lines import Line2D
    from matplotlib.transforms import IdentityTransform

    line = Line2D((start[0], end[0]), (start[1], end[1]), color=colour, linewidth=width, linestyle=dashes)
    line.set_transform(IdentityTransform())
    figure.add_artist(line)


@frozen
class KeyEntry:
    """A line of a key: its text and what it looks like in the chart.

    A filled square unless `line` is given (a matplotlib line style), which makes it a stroke, or `mark` (a matplotlib
    marker), which makes it a point; with both it is a stroke with a mark at each end. `sign` is a text in their place,
    `dashes` are those of the square's outline, `half` is the colour of a point's right half.
    """

    text: str
    colour: str
    edge: str | None = None
    hatch: str | None = None
    line: Any = None
    mark: Any = None
    sign: str | None = None
    dashes: tuple[float, ...] = ()
    half: str | None = None


def _swatch_width(entry: KeyEntry, house: House, ruler: Ruler) -> float:
    """That of a square or a stroke; of a sign such as [low] its own, where that is more."""
    usual = house.sizes.chart * (SWATCH if entry.line is None else 2.2)
    return max(usual, ruler.width(entry.sign)) if entry.sign else usual


def _key_rows(
    entries: Sequence[KeyEntry], house: House, ruler: Ruler, width: float
) -> list[list[tuple[float, KeyEntry]]]:
    """The entries with their x, in as many rows as they need."""
    rows: list[list[tuple[float, KeyEntry]]] = [[]]
    x = 0.0
    for entry in entries:
        needed = _swatch_width(entry, house, ruler) + 5 + ruler.width(entry.text)
        if rows[-1] and x + needed > width:
            rows.append([])
            x = 0.0
        rows[-1].append((x, entry))
        x += needed + 14
    return rows


def key_height(entries: Sequence[KeyEntry], house: House, ruler: Ruler, width: float) -> float:
    """The height that `draw_key` takes, in points, with the space below it; 0 for no entries."""
    if not entries:
        return 0.0
    return len(_key_rows(entries, house, ruler, width)) * house.sizes.chart * 1.6 + 6


def draw_key(
    figure: Figure, entries: Sequence[KeyEntry], house: House, ruler: Ruler, left: float = 0.0, top: float | None = None
) -> float:
    """Draw a key in the order of the data, from `left`, down from `top` (the figure's by default); give its height."""
    width, height = size(figure)
    y = height if top is None else top
    if not entries:
        return 0.0
    for row in _key_rows(entries, house, ruler, width - left):
        y -= house.sizes.chart * 1.6
        for x, entry in row:
            wide = _swatch_width(entry, house, ruler)
            _draw_swatch(figure, entry, house, left + x, y, wide)
            put(figure, left + x + wide + 5, y + 1.2, entry.text)
    return key_height(entries, house, ruler, width - left)


def _point(entry: KeyEntry, side: float, x: float, y: float) -> Line2D:
    """The mark of an entry, round a point of the sheet; half of it filled where the entry says so."""
    from matplotlib.lines import Line2D
    from matplotlib.transforms import IdentityTransform

    point = Line2D([x], [y], marker=entry.mark, markersize=side - 1, color=entry.colour)
    point.set(markeredgecolor=entry.edge or entry.colour, markeredgewidth=1.4, transform=IdentityTransform())
    if entry.half:
        point.set(fillstyle="left", markerfacecoloralt=entry.half)
    return point


def _draw_swatch(figure: Figure, entry: KeyEntry, house: House, x: float, y: float, wide: float) -> None:
    from matplotlib.lines import Line2D
    from matplotlib.patches import Rectangle
    from matplotlib.transforms import IdentityTransform

    side = house.sizes.chart * SWATCH
    if entry.sign is not None:
        put(figure, x + wide / 2, y + 1.2, entry.sign, colour=entry.colour, across="center")
        return
    if entry.line is not None:
        ends, middle = (x, x + wide), y + side / 2
        stroke = Line2D(ends, (middle, middle), color=entry.colour, linestyle=entry.line, linewidth=2)
        stroke.set(marker=entry.mark or "none", markeredgewidth=1.6, transform=IdentityTransform())
        figure.add_artist(stroke)
        return
    if entry.mark is not None:
        figure.add_artist(_point(entry, side, x + side / 2, y + side / 2))
        return
    edge = entry.edge or ("none" if entry.hatch is None else house.colours.ink)
    square = Rectangle((x, y), side, side, facecolor=entry.colour, edgecolor=edge, hatch=entry.hatch, linewidth=0.6)
    square.set_linestyle((0, entry.dashes) if entry.dashes else "solid")
    square.set_transform(IdentityTransform())
    colour_hatch(square, edge)
    figure.add_artist(square)


def colour_hatch(patch: Patch, colour: str) -> None:
    """Draw a patch's hatch in `colour`; before matplotlib 3.11 the edge's colour did that alone."""
    if hasattr(patch, "set_hatchcolor"):
        patch.set_hatchcolor(colour)


@frozen
class Sheet:
    """What a chart is planned and drawn with; `paper` is the figure, None before there is one."""

    house: House
    words: Words
    ruler: Ruler
    paper: Figure | None = None

    @property
    def figure(self) -> Figure:
        """The figure to draw on."""
        assert self.paper is not None, "a height is asked for before there is a figure"
        return self.paper

    @property
    def size(self) -> tuple[float, float]:
        """Width and height of the figure in points."""
        return size(self.figure)

    @property
    def measure(self) -> float:
        """The width of every chart in points."""
        return self.house.page.measure

    @property
    def colours(self) -> Colours:
        """The house's colours."""
        return self.house.colours

    @property
    def small(self) -> float:
        """The size of the smallest type, in points."""
        return self.house.sizes.chart_small

    def put(self, x: float, y: float, text: str, **look: Any) -> Text:
        """The same as `put`, on the figure."""
        return put(self.figure, x, y, text, **look)

    def axes(self, margins: Margins, *, grid: Literal["x", "y", ""] = "", axis: str = "xy") -> Axes:
        """The same as `axes_in` the figure."""
        return axes_in(self.figure, margins, grid=grid, axis=axis)

    def ground(self) -> Axes:
        """Axes over the whole figure, in its points, of which nothing is seen."""
        width, height = self.size
        axes = self.figure.add_axes((0, 0, 1, 1), xlim=(0, width), ylim=(0, height))
        axes.set_axis_off()
        return axes

    def draw_key(self, entries: Sequence[KeyEntry]) -> float:
        """Draw a key above the chart; give its height."""
        return draw_key(self.figure, entries, self.house, self.ruler)

    def key_height(self, entries: Sequence[KeyEntry]) -> float:
        """The height that `draw_key` will take, in points."""
        return key_height(entries, self.house, self.ruler, self.measure)
