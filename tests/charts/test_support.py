"""The checks themselves: each fault in a drawn figure is found, so that a pass of the kinds means something."""

from __future__ import annotations

from typing import Any

import pytest
from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.figure import Figure

from reportgen.figures.kit import put
from reportgen.figures.style import drawing
from tests.charts.support import HOUSE, faults


def _figure(*texts: dict[str, Any], line: str | None = None) -> Figure:
    figure = Figure(figsize=(4, 2), dpi=72)
    FigureCanvasAgg(figure)
    with drawing(HOUSE):
        for given in texts:
            put(figure, **given)
        if line:
            figure.add_axes((0, 0, 1, 1)).plot([0, 1], [0, 1], color=line)
            figure.axes[0].set_axis_off()
    return figure


GOOD = {"x": 20, "y": 40, "text": "ferry"}


@pytest.mark.parametrize(
    ("fault", "texts"),
    [
        ("overlap", [GOOD, {**GOOD, "x": 24}]),
        ("outside", [{**GOOD, "x": -4}]),
        ("small", [{**GOOD, "size": 7}]),
        ("pale", [{**GOOD, "colour": "#999999"}]),
    ],
)
def test_faulty_texts_are_found(fault: str, texts: list[dict[str, Any]]) -> None:
    assert [found.split(":")[0] for found in faults(_figure(*texts))] == [fault]


def test_a_pale_line_is_found() -> None:
    assert faults(_figure(GOOD, line="#cccccc")) == ["pale line #cccccc"]


def test_a_good_figure_has_no_faults() -> None:
    assert faults(_figure(GOOD, {**GOOD, "y": 60}, line=HOUSE.colours.accent)) == []
