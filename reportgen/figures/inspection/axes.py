"""Axes that mislead: bars that don't start at zero, a second scale, a cake of many slices. Reads artists."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations
from typing import TYPE_CHECKING, Any

from reportgen.figures.inspection.finding import Finding, quoted

if TYPE_CHECKING:
    from matplotlib.axes import Axes
    from matplotlib.container import BarContainer
    from matplotlib.figure import Figure

MOST_SLICES = 3
MOST_NOTE = 60
"""About 50 characters are a good annotation; a few more do no harm."""


def axes_findings(figure: Figure) -> Iterator[Finding]:
    """What is wrong with the scales and what stands in them."""
    from matplotlib.patches import Wedge
    from matplotlib.text import Annotation

    if any(map(_has_second_scale, figure.axes)) or any(_share_a_place(*pair) for pair in combinations(figure.axes, 2)):
        yield Finding("chart-second-axis", "two scales stand side by side: where lines cross says nothing")
    for axes in figure.axes:
        yield from _bars(axes)
        slices = sum(isinstance(patch, Wedge) for patch in axes.patches)
        if slices > MOST_SLICES:
            yield Finding("chart-slices", f"a cake of {slices} slices can't be compared; {MOST_SLICES} can")
        for text in axes.texts:
            if isinstance(text, Annotation) and len(text.get_text()) > MOST_NOTE:
                said = text.get_text()
                yield Finding("chart-annotation", f"{quoted(said)} is a note of {len(said)} characters in the picture")


def _has_second_scale(axes: Axes) -> bool:
    from matplotlib.axes._secondary_axes import SecondaryAxis

    return any(isinstance(child, SecondaryAxis) and child.yaxis.get_visible() for child in axes.child_axes)


def _share_a_place(one: Axes, other: Axes) -> bool:
    """Whether two axes lie on each other, each with a scale of its own for values."""
    if one.get_position().bounds != other.get_position().bounds or one.get_ylim() == other.get_ylim():
        return False
    return _has_scale(one) and _has_scale(other)


def _has_scale(axes: Axes) -> bool:
    return axes.axison and axes.yaxis.get_visible() and any(map(_is_seen, axes.get_yticklabels()))


def _is_seen(text: Any) -> bool:
    return bool(text.get_visible() and text.get_text())


def _bars(axes: Axes) -> Iterator[Finding]:
    from matplotlib.container import BarContainer

    bars = [container for container in axes.containers if isinstance(container, BarContainer)]
    if not bars:
        return
    sideways = bars[0].orientation == "horizontal"
    low, high = sorted(axes.get_xlim() if sideways else axes.get_ylim())
    scale = axes.get_xscale() if sideways else axes.get_yscale()
    bases = {base for container in bars for base in _bases(container, sideways)}
    cut = 0.0 in bases and not low <= 0 <= high
    if cut or scale != "linear" or (len(bases) == 1 and 0.0 not in bases and not _has_units(axes, sideways)):
        yield Finding("chart-zero", "the bars don't start at zero: their lengths say something else than the numbers")


def _bases(bars: BarContainer, sideways: bool) -> Iterator[float]:
    for bar in bars.patches:
        yield round(float(bar.get_x() if sideways else bar.get_y()), 9)


def _has_units(axes: Axes, sideways: bool) -> bool:
    """Whether the scale is one of dates or names, where zero means nothing."""
    return bool((axes.xaxis if sideways else axes.yaxis).have_units())
