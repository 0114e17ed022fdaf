"""Points of a chart: which of them stand at one place, what is written there, and how it is told. Nothing is drawn."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from reportgen.figures.wording import some
from reportgen.frozen import frozen
from reportgen.marks import Mark

if TYPE_CHECKING:
    from reportgen.language import Words

MOST_PLACES = 3
"""Of so many places with several points each is told; of more, how many there are."""


@frozen
class Point:
    """A row of the table; `group` counts from 0, `marks` are those of its two values."""

    name: str
    x: float
    y: float
    group: int
    marks: tuple[Mark | None, ...] = ()

    @property
    def place(self) -> tuple[float, float]:
        """Where it stands, in the values of the two axes."""
        return self.x, self.y


def by_place(points: Sequence[Point]) -> list[list[Point]]:
    """The points that stand at one place together, in their order."""
    found: dict[tuple[float, float], list[Point]] = {}
    for point in points:
        found.setdefault(point.place, []).append(point)
    return list(found.values())


def place_text(points: Sequence[Point], named: Sequence[str], words: Words) -> str:
    """What is written at a place: the names of its points that are `named`, else how many there are if several."""
    names = [point.name for point in points if point.name in named]
    if names:
        return some(names, words)
    return words.say("charts.scatter.points", count=len(points)) if len(points) > 1 else ""


def tell_places(points: Sequence[Point], words: Words) -> list[str]:
    """Sentences on places where several points stand, which a reader sees as one: each of a few, else their number."""
    several = [together for together in by_place(points) if len(together) > 1]
    if len(several) > MOST_PLACES:
        return [words.say("charts.scatter.places", count=len(several))]
    return [_told(together, words) for together in several]


def _told(together: Sequence[Point], words: Words) -> str:
    names = some([point.name for point in together if point.name], words)
    said = words.say("charts.scatter.same", count=len(together))
    return words.say("charts.row", name=said, values=names) if names else words.say("charts.lines.told", told=said)
