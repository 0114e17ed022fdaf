"""The files of one chart."""

from __future__ import annotations

from reportgen.figures.export.framing import Frame, framed
from reportgen.figures.picture import Picture
from reportgen.house import House


def chart_files(picture: Picture, frame: Frame, description: str, house: House) -> dict[str, bytes]:
    """A chart between its words as a drawing and as a picture, by the ending of the file's name."""
    from reportgen.figures.export.png import png
    from reportgen.figures.export.svg import svg

    whole = framed(picture, frame, house)
    return {"svg": svg(whole, frame.title, description, house), "png": png(whole, house)}
