"""Drawn charts as files of their own, for slides and the web: a drawing with real text, a picture, and the data."""

from reportgen.figures.export.files import chart_files
from reportgen.figures.export.framing import Frame

__all__ = ["Frame", "chart_files"]
