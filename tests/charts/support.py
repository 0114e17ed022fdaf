"""Draws a chart kind for a test and tells what is wrong with a finished chart: the checks that every kind must pass."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from importlib import import_module
from itertools import combinations
from typing import Any

import numpy as np
from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.collections import PathCollection
from matplotlib.colors import to_hex, to_rgba
from matplotlib.figure import Figure
from matplotlib.lines import Line2D
from matplotlib.patches import Rectangle
from matplotlib.text import Text
from matplotlib.transforms import BboxBase

from reportgen.colours import ratio
from reportgen.dates import PartialDate
from reportgen.figures.contract import ChartData, ColumnInfo, Value
from reportgen.figures.style import drawing
from reportgen.house import House
from reportgen.language import Words, words_for

HOUSE = House()
ENGLISH = words_for("en-GB")
FRENCH = words_for("fr")


def day(text: str) -> PartialDate:
    return PartialDate.parse(text)


def table(columns: Mapping[str, Any], *rows: Sequence[Value], missing: str = "") -> ChartData:
    """Data from column names with a type (or a ColumnInfo's further words in a mapping) and rows of values."""
    infos = []
    for name, given in columns.items():
        words = {"type": given} if isinstance(given, str) else dict(given)
        infos.append(ColumnInfo(name, words.pop("title", name.capitalize()), **words))
    return ChartData(tuple(infos), tuple(dict(zip(columns, row, strict=True)) for row in rows), missing)


def kind(kind_name: str, /) -> Any:
    return import_module(f"charts.{kind_name}")


def options_of(kind_name: str, /, **options: Any) -> Any:
    return kind(kind_name).Options(**options)


def drawn(
    kind_name: str, data: ChartData, /, *, words: Words = ENGLISH, house: House = HOUSE, **options: Any
) -> Figure:
    """The finished figure, as high as the kind wants it."""
    module, chosen = kind(kind_name), options_of(kind_name, **options)
    high = module.height(data, chosen, house, words)
    figure = Figure(figsize=(house.page.measure / 72, high / 72), dpi=72)
    FigureCanvasAgg(figure)
    with drawing(house):
        module.draw(figure, data, chosen, house, words)
        figure.draw_without_rendering()
    return figure


def points(line: Line2D) -> list[tuple[float, float]]:
    """The points of a drawn line, in the data's units."""
    return [(float(x), float(y)) for x, y in np.asarray(line.get_xydata(), dtype=float)]


def texts(figure: Figure) -> list[Text]:
    """Every visible text that says something."""
    found = [text for text in figure.findobj(Text) if isinstance(text, Text)]
    return [text for text in found if text.get_visible() and text.get_text().strip() and _shown(text)]


def _shown(text: Text) -> bool:
    """False for the labels of an axis that is off, or that lie outside its view: they are not drawn."""
    axes = text.axes
    if axes is None:
        return True
    if not axes.axison:
        return text in axes.texts
    ticks = [*axes.xaxis.get_ticklabels(), *axes.yaxis.get_ticklabels()]
    return text in axes.texts or text in ticks


def words_in(figure: Figure) -> list[str]:
    """What the texts say, with wrapped lines joined."""
    return [text.get_text().replace("-\n", "").replace("\n", " ") for text in texts(figure)]


def faults(figure: Figure, house: House = HOUSE) -> list[str]:
    """What a reader would stumble over: texts that overlap, leave the figure, are small, turned or pale; pale marks."""
    with drawing(house):
        return [
            *_text_faults(figure, house),
            *_overlaps(figure),
            *_pale_marks(figure, house),
            *_pale_fills(figure, house),
        ]


def _text_faults(figure: Figure, house: House) -> Iterable[str]:
    width, height = figure.bbox.width, figure.bbox.height
    fills = _fills(figure)
    for text in texts(figure):
        box, words = text.get_window_extent(), text.get_text()
        if box.x0 < -0.6 or box.y0 < -0.6 or box.x1 > width + 0.6 or box.y1 > height + 0.6:
            yield f"outside: {words!r} {box.extents}"
        if float(text.get_fontsize()) < 8:
            yield f"small: {words!r}"
        if text.get_rotation() != 0:
            yield f"turned: {words!r}"
        if ratio(to_hex(text.get_color()), _ground(text, fills, house)) < 4.5:
            yield f"pale: {words!r}"


def _fills(figure: Figure) -> list[tuple[BboxBase, str]]:
    """The filled rectangles in drawing order, with their colours."""
    found = [one for one in figure.findobj(Rectangle) if isinstance(one, Rectangle) and one.get_visible()]
    filled = [one for one in found if to_rgba(one.get_facecolor())[3] > 0]
    return [(one.get_window_extent(), str(to_hex(one.get_facecolor()))) for one in filled]


def _ground(text: Text, fills: Sequence[tuple[BboxBase, str]], house: House) -> str:
    """The colour under the middle of a text: its own box's, or the last filled rectangle's there."""
    patch = text.get_bbox_patch()
    if patch is not None:
        return str(to_hex(patch.get_facecolor()))
    box = text.get_window_extent()
    middle = ((box.x0 + box.x1) / 2, (box.y0 + box.y1) / 2)
    under = [colour for extent, colour in fills if extent.contains(*middle)]
    return under[-1] if under else house.colours.paper


def _overlaps(figure: Figure) -> Iterable[str]:
    boxes = [(text.get_text(), text.get_window_extent()) for text in texts(figure)]
    for (one, a), (other, b) in combinations(boxes, 2):
        if min(a.x1, b.x1) - max(a.x0, b.x0) > 0.3 and min(a.y1, b.y1) - max(a.y0, b.y0) > 0.6:
            yield f"overlap: {one!r} and {other!r}"


def _pale_marks(figure: Figure, house: House) -> Iterable[str]:
    """Lines and dots of the data need 3:1; a fill may be paler where it has an outline that reaches it."""
    paper, quiet = house.colours.paper, {house.colours.rule.lower(), house.colours.tint.lower()}
    for line in figure.findobj(Line2D):
        assert isinstance(line, Line2D)
        colour = to_hex(line.get_color())
        if colour == paper and line.get_marker() == "None":
            continue  # paper left free between two fills
        if line.get_visible() and line.axes is not None and line in line.axes.lines and colour not in quiet:
            edge = to_hex(line.get_markeredgecolor())
            if max(ratio(colour, paper), ratio(edge, paper)) < 3:
                yield f"pale line {colour}"
    assert not figure.findobj(PathCollection), "the checks don't know scatter"


def _pale_fills(figure: Figure, house: House) -> Iterable[str]:
    """Rectangles of the data need 3:1, their own or that of an outline laid over them; the tint is only a ground."""
    paper = house.colours.paper
    grounds = {figure.patch, *(axes.patch for axes in figure.axes)}
    found = [one for one in figure.findobj(Rectangle) if isinstance(one, Rectangle) and one not in grounds]
    there = [one for one in found if one.get_visible()]
    outlined = {_corners(one) for one in there if _edge(one) and ratio(str(_edge(one)), paper) >= 3}
    for one in there:
        colour = str(to_hex(one.get_facecolor()))
        filled = one.get_fill() and to_rgba(one.get_facecolor())[3] > 0 and one.get_width() and one.get_height()
        if not filled or colour == house.colours.tint.lower():
            continue
        if ratio(colour, paper) < 3 and _corners(one) not in outlined:
            yield f"pale fill {colour}"


def _edge(one: Rectangle) -> str | None:
    """The colour of an outline that is drawn."""
    drawn = to_rgba(one.get_edgecolor())[3] > 0 and one.get_linewidth() > 0
    return str(to_hex(one.get_edgecolor())) if drawn else None


def _corners(one: Rectangle) -> tuple[float, ...]:
    return tuple(round(float(part), 2) for part in one.get_window_extent().extents)
