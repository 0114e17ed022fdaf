"""The figure that a chart kind draws on, and its recording."""

from __future__ import annotations

from matplotlib.backend_bases import FigureCanvasBase
from matplotlib.figure import Figure

from reportgen.figures.picture import Picture
from reportgen.figures.recorder import Recorder
from reportgen.figures.typeset import Ruler


class RecordingCanvas(FigureCanvasBase):
    """The canvas of a figure that is to be recorded."""

    fixed_dpi = 72

    def __init__(self, figure: Figure, ruler: Ruler) -> None:
        super().__init__(figure)
        self.ruler = ruler

    def get_renderer(self) -> Recorder:
        """A new recorder of the figure's size (matplotlib's layouts ask for one to measure with)."""
        return Recorder(float(self.figure.bbox.width), float(self.figure.bbox.height), self.ruler)


def record(figure: Figure) -> Picture:
    """The picture of a figure made by `new_figure`."""
    canvas = figure.canvas
    assert isinstance(canvas, RecordingCanvas)
    recorder = canvas.get_renderer()
    figure.draw(recorder)
    return recorder.picture()


def new_figure(width: float, height: float, ruler: Ruler) -> Figure:
    """An empty figure of `width` x `height` points with a recording canvas."""
    figure = Figure(figsize=(width / 72, height / 72), dpi=72)
    RecordingCanvas(figure, ruler)
    return figure
