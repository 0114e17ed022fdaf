"""What the templates of a paper may cost: turns of loops, steps of work, characters, depth of lists.

A bound counts what is done, never time, so that a paper is refused on every machine or on none. Who does the work asks
before it is done: `sandbox` for names, calls, filters, tests and what is printed.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sized
from decimal import Decimal
from itertools import chain

from jinja2 import Undefined
from jinja2.runtime import Context

from reportgen.dates import PartialDate
from reportgen.document.data.arithmetic import Fault
from reportgen.document.data.lookups import View
from reportgen.document.data.values import Datum

MOST_TURNS = 100_000
"""How many times the loops of one text may turn, all together."""
MOST_TEXT = 1_000_000
"""How many characters one text may print: some three hundred pages."""
MOST_WORK = 6_000_000
"""Steps that all templates of a paper may take; a word of a body that is carried out again is one."""
_ITEM, _NESTED = 10, 50
"""Steps of an item that a filter goes through, and of one in a list that stands in a list: it may be copied often."""
MOST_CALLS = 40
"""How deep macros may call each other."""
_MOST_NESTED = 40
"""How deep lists may stand in each other."""
_CHARACTERS = 64
"""Of a text, that are gone through in one step."""
_LIGHT = (Context, Undefined, int, float, Decimal, PartialDate, type(None))
"""What costs nothing to look at."""


class Endless(Fault):
    """A text that prints or works too much: no rest of it is worth reading."""


class Budget:
    """What the text that is being carried out has used."""

    def __init__(self) -> None:
        self._work = self._turns = self._text = self._calls = 0

    def begin(self) -> None:
        """Start with another text of the paper."""
        self._turns = self._text = self._calls = 0

    def turn(self) -> None:
        """One more turn of a loop."""
        self._turns += 1
        if self._turns > MOST_TURNS:
            hint = "let the loop run over fewer rows, or print the table itself: ::: table"
            raise Endless("template-value", f"the loops of this text turn more than {MOST_TURNS} times", hint)

    def write(self, characters: int) -> None:
        """So many more characters, printed or put together."""
        self._text += characters + 1
        if self._text > MOST_TEXT:
            hint = "shorten what is printed again and again"
            message = f"the templates of this text print more than {MOST_TEXT} characters"
            raise Endless("template-value", message, hint)

    def work(self, steps: int) -> None:
        """So many more steps."""
        self._work += steps
        if self._work > MOST_WORK:
            hint = "go through a table once, not again in each turn of a loop"
            raise Endless("template-value", f"the templates of this paper take more than {MOST_WORK} steps", hint)

    def call(self) -> None:
        """A macro begins, which `ended` follows."""
        self._calls += 1
        if self._calls > MOST_CALLS:
            message = f"a macro calls itself without end: more than {MOST_CALLS} stand in each other"
            raise Endless("template-value", message, "let the macro end with {% if %}")

    def ended(self) -> None:
        """The macro that was begun last is done."""
        self._calls -= 1

    def steady(self, items: Iterator[object]) -> Iterator[object]:
        """The same items, each of which is a step."""
        for item in items:
            self.work(_ITEM)
            yield item

    def weigh(self, value: object) -> None:
        """Pay for going through all of a value, and what stands in it; Endless where lists stand too deep in it."""
        if not isinstance(value, _LIGHT):
            self.work(_weight(value, {}, 0))


def _weight(value: object, known: dict[int, int], depth: int) -> int:
    """The steps of going through a value; a list that stands in others again and again is looked at once."""
    plain = value.value if isinstance(value, Datum) else value
    match plain:
        case str():
            return len(plain) // _CHARACTERS
        case list() | tuple() | Mapping():
            return _weight_of_list(plain, known, depth)
        case range():
            return len(plain) * _ITEM
        case View() if isinstance(plain, Sized):
            return len(plain) * _ITEM
    return 0


def _weight_of_list(parts: Collection[object], known: dict[int, int], depth: int) -> int:
    if id(parts) in known:
        return known[id(parts)]
    if depth == _MOST_NESTED:
        hint = "put the values side by side in one list"
        raise Endless("template-value", f"lists stand in each other more than {_MOST_NESTED} deep", hint)
    weight = len(parts) * (_NESTED if depth else _ITEM)
    for part in chain(parts, parts.values()) if isinstance(parts, Mapping) else parts:
        if not isinstance(part, _LIGHT):
            weight += _weight(part, known, depth + 1)
    known[id(parts)] = weight
    return weight


def check_length(characters: int) -> None:
    """Endless for a text that is too long to be made."""
    if characters > MOST_TEXT:
        message = f"a text of {characters} characters is longer than a paper may be ({MOST_TEXT})"
        raise Endless("template-value", message, "shorten what is put together")
