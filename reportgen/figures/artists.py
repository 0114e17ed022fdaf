"""What of a figure draws: matplotlib opens and closes a group for each artist, one within the other."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Literal

from reportgen.figures.picture import Artist

_PARTS: Mapping[str, Literal["axis", "legend", "table", "text"]] = {
    "matplotlib.axis": "axis",  # the group in which ticks, their names and grid lines are drawn
    "legend": "legend",
    "table": "table",
    "text": "text",
}


class Artists:
    """The artists that draw now, each within the one before it, as matplotlib calls them."""

    def __init__(self) -> None:
        self._groups: list[str] = []
        self._axes = 0
        self._now: Artist | None = None

    def begin(self, group: str) -> None:
        """An artist begins to draw."""
        self._now = None
        self._groups.append(group)
        self._axes += group == "axes"

    def end(self) -> None:
        """The artist has ended."""
        self._now = None
        if self._groups:
            self._groups.pop()

    @property
    def innermost(self) -> str:
        """What matplotlib calls the one that draws."""
        return self._groups[-1] if self._groups else ""

    @property
    def now(self) -> Artist:
        """The one that draws, as a picture tells it."""
        if self._now is None:
            parts = (_PARTS[group] for group in self._groups if group in _PARTS)
            self._now = Artist(self.innermost, self._axes if "axes" in self._groups else 0, next(parts, ""))
        return self._now
