"""What is noted of a picture."""

from __future__ import annotations

from reportgen.figures.inspection.scene import Scene
from reportgen.figures.picture import Label
from reportgen.figures.typeset import Ruler
from reportgen.fonts import Style
from reportgen.house import House


class Artist:
    """Something that draws a text."""


def test_texts_are_told_apart_after_their_artists_are_gone() -> None:
    scene, extent = Scene(100, 100), Ruler(House()).extent("Pears", 9, Style())
    label = Label("Pears", 0, 0, 9, (0, 0, 0))
    for _ in range(20):
        scene.text(label, extent, None, Artist())
    lines = Artist()
    for artist in (lines, lines, None, None):
        scene.text(label, extent, None, artist)
    assert len({text.whole for text in scene.texts}) == 23
