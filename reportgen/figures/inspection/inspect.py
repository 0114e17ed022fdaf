"""A finished chart before all of its judges."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reportgen.figures.canvas import RecordingCanvas
from reportgen.figures.inspection.axes import axes_findings
from reportgen.figures.inspection.counts import count_findings
from reportgen.figures.inspection.finding import Finding
from reportgen.figures.inspection.grounds import Grounds
from reportgen.figures.inspection.looks import look_findings
from reportgen.figures.inspection.marks import marks_of
from reportgen.figures.inspection.pale import pale_findings
from reportgen.figures.inspection.scene import Scene
from reportgen.figures.inspection.texts import text_findings
from reportgen.figures.picture import Picture
from reportgen.figures.typeset import Ruler
from reportgen.house import House

if TYPE_CHECKING:
    from matplotlib.figure import Figure


def inspect(figure: Figure, picture: Picture, house: House) -> tuple[Finding, ...]:
    """What a reader would stumble over in the picture of a figure, each rule's findings together."""
    canvas = figure.canvas
    scene = Scene.of(picture, canvas.ruler if isinstance(canvas, RecordingCanvas) else Ruler(house))
    marks, paper = marks_of(scene, house), house.colours.paper
    found = (
        *count_findings(scene, marks, house),
        *text_findings(scene, Grounds.of(scene, paper, points=True)),
        *pale_findings(scene, marks, Grounds.of(scene, paper, points=False)),
        *look_findings(scene, marks, house),
        *axes_findings(figure),
    )
    return tuple(dict.fromkeys(found))
