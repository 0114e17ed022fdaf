"""Marks of values, as statistical offices write them: `12.3 [p]` is provisional, `[c]` stands where none is published.

What a reader is told of them comes from the language's table (`marks.p` …); `called` is for messages to authors.
"""

from __future__ import annotations

from enum import StrEnum


class Mark(StrEnum):
    """How firm a value is, or why there is none, by its letter."""

    PROVISIONAL = "p"
    ESTIMATED = "e"
    REVISED = "r"
    SUPPRESSED = "c"
    UNAVAILABLE = "x"
    INAPPLICABLE = "z"
    BREAK = "b"
    FORECAST = "f"
    UNRELIABLE = "u"
    LOW = "low"
    UNRECORDED = "w"

    @property
    def sign(self) -> str:
        """How it is written and printed: "[p]"."""
        return f"[{self.value}]"

    @property
    def called(self) -> str:
        """What a message to the author calls it."""
        return _CALLED[self]

    @property
    def has_value(self) -> bool:
        """Whether it may stand beside a value."""
        return self in _BESIDE

    @property
    def stands_alone(self) -> bool:
        """Whether it may stand in the place of a value; `[u]` may do both."""
        return self is Mark.UNRELIABLE or self not in _BESIDE

    @property
    def is_tentative(self) -> bool:
        """Whether the value beside it may still change: such values have a look of their own in charts."""
        return self in (Mark.PROVISIONAL, Mark.ESTIMATED)


_BESIDE = (Mark.PROVISIONAL, Mark.ESTIMATED, Mark.REVISED, Mark.BREAK, Mark.FORECAST, Mark.UNRELIABLE)
_CALLED = {
    Mark.PROVISIONAL: "provisional",
    Mark.ESTIMATED: "estimated",
    Mark.REVISED: "revised",
    Mark.SUPPRESSED: "suppressed",
    Mark.UNAVAILABLE: "not available",
    Mark.INAPPLICABLE: "not applicable",
    Mark.BREAK: "break in the series",
    Mark.FORECAST: "forecast",
    Mark.UNRELIABLE: "of low reliability",
    Mark.LOW: "rounds to zero, but is not zero",
    Mark.UNRECORDED: "none recorded",
}
