"""Texts that stand above and below an axis on lines to their places, so that no line crosses a text. Nothing is drawn.

A flag's text begins at its line and runs to the right. All measures are points.
"""

from __future__ import annotations

from collections.abc import Sequence

from reportgen.figures.kit.scales import Scale
from reportgen.frozen import frozen

STEM = 9.0
"""The shortest line from the axis to a text."""
BETWEEN = 4.0
"""Between two texts."""


@frozen
class Flag:
    """A text at `x` of the axis; `rise` is from the axis to the text, upwards or, where `below`, downwards."""

    x: float
    width: float
    height: float
    rise: float = STEM
    below: bool = False

    @property
    def top(self) -> float:
        """How far its text reaches from the axis."""
        return self.rise + self.height


def flag_scale(places: Sequence[float], widths: Sequence[float], start: float, end: float) -> Scale:
    """The scale of `places` from `start`, as long as each text of these widths leaves room before `end` for it."""
    low, span = min(places), (max(places) - min(places)) or 1.0
    shares = [(place - low) / span for place in places]
    ends = [start + (end - wide - start) / share for share, wide in zip(shares, widths, strict=True) if share]
    return Scale(low, low + span, start, min(ends, default=end - max(widths)))


def raised(boxes: Sequence[tuple[float, float, float]]) -> list[Flag]:
    """Flags for texts (x, width, height), sorted by x: from the last one back each past every later one in its way."""
    flags: list[Flag] = []
    for x, width, height in reversed(boxes):
        rises = [_free(flags, x + width, below) for below in (False, True)]
        below = rises[1] < rises[0]
        flags.append(Flag(x, width, height, rises[below], below))
    return flags[::-1]


def _free(flags: Sequence[Flag], right: float, below: bool) -> float:
    """How far from the axis a text must stand that reaches to `right`, past those that it would cover."""
    return max((f.top + BETWEEN for f in flags if f.below == below and f.x < right + BETWEEN), default=STEM)


def flags_reach(flags: Sequence[Flag], none: float = 2.0) -> tuple[float, float]:
    """How far the texts reach above and below the axis; `none` where there are none."""
    up, down = (max((flag.top for flag in flags if flag.below == below), default=none) for below in (False, True))
    return up, down
