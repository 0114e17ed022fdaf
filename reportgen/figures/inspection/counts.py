"""Too many of a thing: colours to remember, lines to follow; and a picture with nothing in it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby

from reportgen.colours import distance, lab
from reportgen.figures.inspection.finding import Finding
from reportgen.figures.inspection.marks import DataMark, Look, looks_in
from reportgen.figures.inspection.scene import Scene
from reportgen.figures.kit.colouring import quiet
from reportgen.house import House

MOST_COLOURS = 4
MOST_LINES = 4
_LONG = 0.3
"""A line that runs over this share of its picture is one to follow, no tick and no connector."""
_GREY = 12.0
"""Chroma (CIE 1976) under which a colour is a grey."""
_FAMILY = 25.0
"""Delta E, lightness left out, within which colours are shades of one."""


def count_findings(scene: Scene, marks: Sequence[DataMark], house: House) -> Iterator[Finding]:
    """What there is too much of, or nothing of."""
    if is_empty(scene):
        yield Finding("chart-empty", "the picture is empty: nothing of the data is drawn")
        return
    lines = max((len(group) for group in _long_lines(scene, marks, house)), default=0)
    if lines > MOST_LINES:
        yield Finding("chart-lines", f"{lines} lines, and none stands out; an eye can follow {MOST_LINES}")
        return  # their colours are as many
    colours = _families([look.colour for look in looks_in(marks)])
    if colours > MOST_COLOURS:
        yield Finding("chart-categories", f"{colours} colours are too many to remember; {MOST_COLOURS} are not")


def is_empty(scene: Scene) -> bool:
    """Whether a picture shows no more than empty axes."""
    shown = any(not shape.artist.part and not shape.is_spine for shape in scene.shapes)
    return not shown and all(text.axis for text in scene.texts)


def _families(colours: Sequence[str]) -> int:
    """How many colours there are, all shades of one taken as one and greys left out."""
    hues: list[str] = []
    for colour in colours:
        _, a, b = lab(colour)
        if (a * a + b * b) ** 0.5 >= _GREY and not any(_same_hue(colour, hue) for hue in hues):
            hues.append(colour)
    return len(hues)


def _same_hue(one: str, other: str) -> bool:
    (_, a, b), (_, c, d) = lab(one), lab(other)
    lengths = (a * a + b * b) ** 0.5, (c * c + d * d) ** 0.5
    across = (a * c + b * d) / (lengths[0] * lengths[1])
    return across > 0.93 or distance(one, other) < _FAMILY


def _long_lines(scene: Scene, marks: Sequence[DataMark], house: House) -> Iterator[set[Look]]:
    """The looks of the long lines that claim to stand out, for each of the axes."""
    held_back = {quiet(house), house.colours.grey}
    lines = [
        mark
        for mark in marks
        if mark.form == "line" and mark.box.width > _LONG * scene.width and mark.look.colour not in held_back
    ]
    for _, group in groupby(sorted(lines, key=lambda mark: mark.axes), key=lambda mark: mark.axes):
        yield {mark.look for mark in group}
