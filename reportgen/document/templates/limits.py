"""How much the templates of one text may do: no loop turns, and no text prints, for ever."""

from __future__ import annotations

from collections.abc import Iterator

from reportgen.document.data.arithmetic import Fault
from reportgen.document.data.scalars import whole

MOST_STEPS = 100_000
"""How many times the loops of one text may turn, all together."""
MOST_TEXT = 5_000_000
"""How many characters one text may print."""


class Endless(Fault):
    """A text that prints or loops too much: no rest of it is worth reading."""


class Limits:
    """What one text has done so far."""

    def __init__(self) -> None:
        self._steps = self._text = 0

    def printed(self, characters: int) -> None:
        """So many more characters are printed, or made."""
        self._text += characters + 1
        if self._text > MOST_TEXT:
            raise Endless("template-value", f"the templates of this text print more than {MOST_TEXT} characters")

    def steady(self, items: Iterator[object]) -> Iterator[object]:
        """What a loop runs over, each turn counted."""
        for item in items:
            self._steps += 1
            if self._steps > MOST_STEPS:
                raise Endless("template-value", f"the loops of this text turn more than {MOST_STEPS} times")
            yield item


def bounded_range(*bounds: object) -> range:
    """Python's, with an end that a text can get to."""
    numbers = range(*map(whole, bounds))
    if len(numbers) > MOST_STEPS:
        raise Fault("template-value", f"a range has {MOST_STEPS} numbers at most")
    return numbers
