"""The links of a page: a single annotation each, whose boxes are those of its lines, and large enough to hit.

Nothing is drawn here; places are points from the sheet's bottom left corner.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from reportgen.frozen import frozen
from reportgen.geometry import Box
from reportgen.pdf.structure import Slot

LEAST_TARGET = 14.0
"""Points that a target is wide and high where no other link is near. Our taste: more would lie over the lines around;
less is hard to hit with a thumb."""


@frozen
class PageLink:
    """A link on one page: its place in the tree, a box for each of its lines, where it goes, what is said of it."""

    slot: Slot
    boxes: tuple[Box, ...]
    url: str
    """Absolute, or `#anchor`."""
    contents: str

    @property
    def hull(self) -> Box:
        """The box round all of its lines."""
        return Box.around(corner for box in self.boxes for corner in (box[:2], box[2:]))

    @property
    def quads(self) -> Iterator[float]:
        """The corners of its lines, none for a single one: in the order that programs read (upper left first)."""
        for left, bottom, right, top in self.boxes if len(self.boxes) > 1 else ():
            yield from (left, top, right, top, left, bottom, right, bottom)


def placed(links: Sequence[PageLink]) -> list[tuple[PageLink, Box]]:
    """The links with their rectangles, in the order in which they lie over each other.

    Those of several lines lie lowest: a program that knows no lines takes the whole rectangle for the link, and another
    one in it is to be found all the same. What is near a link is lines, not such a rectangle.
    """
    lines = [link.boxes for link in links]
    for level in (True, False):
        before = list(lines)
        for index, link in enumerate(links):
            if len(link.boxes) == 1:
                others = [box for boxes in (*before[:index], *before[index + 1 :]) for box in boxes]
                lines[index] = (_grown(before[index][0], others, level=level),)
    boxes = [grown[0] if len(grown) == 1 else link.hull for link, grown in zip(links, lines, strict=True)]
    return sorted(zip(links, boxes, strict=True), key=lambda pair: len(pair[0].boxes) == 1)


def _grown(box: Box, others: Sequence[Box], *, level: bool) -> Box:
    """`box` with the least width (`level`) or height, as far as the middle of the way to any of the `others`."""
    left, bottom, right, top = box
    low, high = (left, right) if level else (bottom, top)
    wanted = max(0.0, LEAST_TARGET - (high - low)) / 2
    if not wanted:
        return box
    before, after = wanted, wanted
    for other in others:
        start, end = (other.left, other.right) if level else (other.bottom, other.top)
        across = (other.bottom < top and other.top > bottom) if level else (other.left < right and other.right > left)
        if across and start >= high:
            after = min(after, (start - high) / 2)
        elif across and end <= low:
            before = min(before, (low - end) / 2)
        elif across:
            return box
    return Box(left - before, bottom, right + after, top) if level else Box(left, bottom - before, right, top + after)
