"""Inspects what a test draws."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from reportgen.figures.inspection.finding import Finding
from reportgen.figures.inspection.inspect import inspect
from reportgen.figures.style import drawing
from reportgen.figures.typeset import Ruler
from reportgen.house import House

if TYPE_CHECKING:
    from matplotlib.figure import Figure

HOUSE = House()
COLOURS = HOUSE.colours
RULER = Ruler(HOUSE)


def findings(build: Callable[[Figure], Any], width: float = 400, height: float = 200) -> tuple[Finding, ...]:
    """What the inspection finds in the figure that `build` fills."""
    from reportgen.figures.canvas import new_figure, record

    with drawing(HOUSE):
        figure = new_figure(width, height, RULER)
        build(figure)
        picture = record(figure)
        return inspect(figure, picture, HOUSE)


def rules(build: Callable[[Figure], Any]) -> list[str]:
    """The rules that the figure breaks."""
    return [finding.rule for finding in findings(build)]


def bare(figure: Figure, **limits: Any) -> Any:
    """Axes over the whole figure without lines or ticks, in points unless `limits` say otherwise."""
    axes = figure.add_axes((0, 0, 1, 1), **{"xlim": (0, 400), "ylim": (0, 200), **limits})
    axes.set_axis_off()
    return axes
