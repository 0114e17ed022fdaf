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
        """Whether it stands beside a value, or in the place of one."""
        return self in (Mark.PROVISIONAL, Mark.ESTIMATED, Mark.REVISED)

    @property
    def is_tentative(self) -> bool:
        """Whether the value beside it may still change: such values have a look of their own in charts."""
        return self in (Mark.PROVISIONAL, Mark.ESTIMATED)


_CALLED = {
    Mark.PROVISIONAL: "provisional",
    Mark.ESTIMATED: "estimated",
    Mark.REVISED: "revised",
    Mark.SUPPRESSED: "suppressed",
    Mark.UNAVAILABLE: "not available",
    Mark.INAPPLICABLE: "not applicable",
}
