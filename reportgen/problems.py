"""What is wrong with a briefing, as data: a place, a rule, a sentence and a remedy.

Nothing here prints: the command line does. A phase collects all of its problems in a `Problems` and stops once,
at its end, with `raise_for_errors`.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Collection, Iterable
from dataclasses import field
from enum import StrEnum
from functools import cached_property, lru_cache

from reportgen.frozen import frozen, mutable
from reportgen.rules import MAY_BE_OFF, RULES


class Severity(StrEnum):
    """How bad a problem is: an error stops the build, a warning does where the build is strict, a note never does."""

    ERROR = "error"
    WARNING = "warning"
    NOTE = "note"


@frozen
class Place:
    """Where something stands in the author's files.

    `file` is the path as the author knows it (relative to the workspace, with `/`); `line` and `column` count from 1,
    0 means the file as a whole.
    """

    file: str
    line: int = 0
    column: int = 0

    def __str__(self) -> str:
        return f"{self.file}:{max(self.line, 1)}:{max(self.column, 1)}"

    def __lt__(self, other: Place) -> bool:
        return (self.file, self.line, self.column) < (other.file, other.line, other.column)


NOWHERE = Place("")
"""The place of what the engine made itself."""


@frozen
class Problem:
    """One fault, in the order in which a run prints them: by place."""

    place: Place
    rule: str
    message: str
    hint: str = ""
    severity: Severity = Severity.ERROR
    apart: bool = field(default=False, compare=False)
    """Whether it is worth reading by itself, however many others are of its rule."""

    def __str__(self) -> str:
        first = f"{self.place}: {self.severity}: {self.message} [{self.rule}]"
        return f"{first}\n  hint: {self.hint}" if self.hint else first

    def __lt__(self, other: Problem) -> bool:
        return self._in_order() < other._in_order()

    def _in_order(self) -> tuple[Place, str, str, str, Severity]:
        return self.place, self.rule, self.message, self.hint, self.severity


class ReportError(Exception):
    """The sources or the paper have errors; carries every problem found, warnings too."""

    def __init__(self, problems: Iterable[Problem]) -> None:
        self.problems = tuple(sorted(set(problems)))
        super().__init__("\n".join(map(str, self.problems)))


@mutable
class Problems:
    """Collects the problems of a phase; the severity and the usual remedy come from the table of rules."""

    found: list[Problem] = field(default_factory=list)

    def add(self, rule: str, place: Place, message: str, hint: str = "", *, apart: bool = False) -> None:
        """Note a fault against `rule`, an id in `reportgen.rules.RULES` (KeyError otherwise: our bug)."""
        entry = RULES[rule]
        severity = Severity(entry.severity)
        self.found.append(Problem(place, rule, message, hint or entry.remedy, severity, apart or entry.apart))

    def extend(self, problems: Iterable[Problem]) -> None:
        """Take over what another phase found."""
        self.found.extend(problems)

    @property
    def errors(self) -> list[Problem]:
        """The problems that stop a build."""
        return [problem for problem in self.found if problem.severity is Severity.ERROR]

    def raise_for_errors(self) -> None:
        """Raise ReportError with everything found if an error is among it."""
        if self.errors:
            raise ReportError(self.found)


def failure(rule: str, place: Place, message: str, hint: str = "") -> ReportError:
    """The error to raise where one fault is enough to stop at; for the arguments see `Problems.add`."""
    problems = Problems()
    problems.add(rule, place, message, hint)
    return ReportError(problems.found)


_SHORT_NAME = 5
"""Letters of a name in which two slips would make another name."""
_SHORTEST_PART = 3
"""Letters of a part that is taken for a slip for the whole name."""
_LONGEST = 200
"""Letters of a name in which slips are counted: what is longer is a text."""
_BESIDE = 50
_MANY = 4 * _BESIDE
"""Names of which not each is looked at, so that thousands of slips are told in seconds."""
_LISTED = 20
"""Names that a hint lists: those of all chart kinds are fewer."""


def held(problems: Iterable[Problem], off: Collection[str]) -> list[Problem]:
    """The problems but for those of rules that are in `off` and may be."""
    return [problem for problem in problems if problem.rule not in off or problem.rule not in MAY_BE_OFF]


@frozen
class _Name:
    """A name as it is compared: without case, and which letters it has, a bit for each (some letters share one)."""

    text: str
    folded: str
    letters: int

    @classmethod
    def of(cls, text: str) -> _Name:
        folded = text.casefold()
        return cls(text, folded, sum(1 << number for number in {ord(letter) & 63 for letter in folded}))

    def slips_from(self, other: _Name) -> int | None:
        """How many slips lead from one name to the other, None where these are other names."""
        part, whole = sorted((self.folded, other.folded), key=len)
        longer = len(whole) - len(part)
        if len(part) >= _SHORTEST_PART and (whole.startswith(part) or whole.endswith(part)):
            return longer
        most = 1 if len(whole) <= _SHORT_NAME else max(2, len(whole) // 4)
        lacking = max((self.letters & ~other.letters).bit_count(), (other.letters & ~self.letters).bit_count())
        if max(longer, lacking) > most or len(whole) > _LONGEST:  # a slip brings in one letter at most
            return None
        slips = _slips(self.folded, other.folded)
        return slips if slips <= most else None


class Names:
    """Names of which one may be meant, put in order once, however many slips for them there are."""

    def __init__(self, names: Iterable[str]) -> None:
        self.listed = tuple(sorted(dict.fromkeys(names)))
        self._found: dict[str, str] = {}

    @cached_property
    def _names(self) -> tuple[_Name, ...]:
        return tuple(map(_Name.of, self.listed))

    @cached_property
    def _orders(self) -> tuple[_Order, ...]:
        return tuple(_Order.of(self._names, step) for step in (1, -1))

    def nearest(self, name: str) -> str:
        """See `nearest`; a slip often stands in a file again and again."""
        if name not in self._found:
            self._found[name] = self._nearest(_Name.of(name))
        return self._found[name]

    def _nearest(self, wanted: _Name) -> str:
        """Of very many names only those are looked at that stand beside it in order, from their beginnings or from
        their ends."""
        near: Iterable[_Name] = self._names
        if len(self._names) > _MANY:
            beside = {one.text: one for order in self._orders for one in order.beside(wanted)}
            near = (beside[text] for text in sorted(beside))
        slips = {one.text: count for one in near if (count := wanted.slips_from(one)) is not None}
        return min(slips, key=slips.__getitem__, default="")


@frozen
class _Order:
    """Many names in order, from the first letter on or from the last."""

    names: tuple[_Name, ...]
    keys: tuple[str, ...]
    step: int

    @classmethod
    def of(cls, names: Iterable[_Name], step: int) -> _Order:
        """The names by their letters; `step` is -1 for those read from their ends."""
        ordered = tuple(sorted(names, key=lambda one: (one.folded[::step], one.text)))
        return cls(ordered, tuple(one.folded[::step] for one in ordered), step)

    def beside(self, wanted: _Name) -> tuple[_Name, ...]:
        """Those around the place of `wanted`."""
        at = bisect_left(self.keys, wanted.folded[:: self.step])
        return self.names[max(at - _BESIDE, 0) : at + _BESIDE]


def nearest(name: str, known: Iterable[str] | Names) -> str:
    """The known name of which `name` is a slip or a part, or "" where there is none; case does not count.

    A slip is a letter too many, too few, wrong or changed with its neighbour: one in a short name, two in most, one for
    every four letters in a long one. A name that is only somewhat alike ("Germania", "Romania") is another name.
    """
    return _named(known).nearest(name)


def _named(known: Iterable[str] | Names) -> Names:
    return known if isinstance(known, Names) else _names_of(tuple(sorted(known)))


@lru_cache(16)
def _names_of(known: tuple[str, ...]) -> Names:
    """The same names are asked for by one slip after the other."""
    return Names(known)


def _slips(left: str, right: str) -> int:
    """How many slips lead from one word to the other: the distance of Damerau and Levenshtein (optimal alignment).

    Hyyrö's way (2003): a column of the usual table is two numbers, whose bits say where it rises and where it falls.
    """
    every = (1 << len(left)) - 1
    places: dict[str, int] = {}
    for at, letter in enumerate(left):
        places[letter] = places.get(letter, 0) | 1 << at
    rises, falls, diagonal, before, slips = every, 0, 0, 0, len(left)
    for letter in right:
        here = places.get(letter, 0)
        changed = (~diagonal & here) << 1 & before
        diagonal = ((((here & rises) + rises) ^ rises) | here | falls | changed) & every
        right_rises, right_falls = falls | every & ~(diagonal | rises), diagonal & rises
        slips += (right_rises >> len(left) - 1 & 1) - (right_falls >> len(left) - 1 & 1) if left else 1
        right_rises, right_falls = right_rises << 1 | 1, right_falls << 1
        rises, falls, before = (right_falls | ~(diagonal | right_rises)) & every, right_rises & diagonal, here
    return slips


def did_you_mean(name: str, known: Iterable[str] | Names) -> str:
    """A hint with the nearest right name, else with all of them (up to twenty), else ""."""
    names = _named(known)
    if close := names.nearest(name):
        return f"did you mean '{close}'?"
    listed = names.listed
    return f"known here: {', '.join(listed[:_LISTED])}{', …' if len(listed) > _LISTED else ''}" if listed else ""
