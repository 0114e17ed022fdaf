"""Drawn charts for slides and the web: a picture between its words, and a drawing with real text."""

from reportgen.figures.export.framing import Frame, framed
from reportgen.figures.export.svg import svg

__all__ = ["Frame", "framed", "svg"]
