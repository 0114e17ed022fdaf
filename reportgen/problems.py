"""What is wrong with a briefing, as data: a place, a rule, a sentence and a remedy.

Nothing here prints: the command line does. A phase collects all of its problems in a `Problems` and stops once,
at its end, with `raise_for_errors`.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Collection, Iterable
from dataclasses import dataclass, field
from enum import StrEnum
from functools import lru_cache

from reportgen.frozen import frozen
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


@dataclass(slots=True)
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
_MANY = 1_000
"""Names of which not each is looked at: a slip would cost more than reading them."""
_BESIDE = 50
_LISTED = 20
"""Names that a hint lists: those of all chart kinds are fewer."""


def held(problems: Iterable[Problem], off: Collection[str]) -> list[Problem]:
    """The problems but for those of rules that are in `off` and may be."""
    return [problem for problem in problems if problem.rule not in off or problem.rule not in MAY_BE_OFF]


def nearest(name: str, known: Iterable[str]) -> str:
    """The known name of which `name` is a slip or a part, or "" where there is none; case does not count.

    A slip is a letter too many, too few, wrong or changed with its neighbour: one in a short name, two in most, one for
    every four letters in a long one. A name that is only somewhat alike ("Germania", "Romania") is another name.
    """
    return _nearest(name.casefold(), tuple(sorted(known)))


@lru_cache(256)
def _nearest(wanted: str, known: tuple[str, ...]) -> str:
    """The same; an author's slip often stands in a file again and again. Of very many names only those are looked at
    that stand beside it in order, from their beginnings or from their ends."""
    if len(known) > _MANY:
        known = tuple(sorted({name for order in _orders(known) for name in order.beside(wanted)}))
    slips = {name: count for name in known if (count := _slips_if_near(wanted, name.casefold())) is not None}
    return min(slips, key=slips.__getitem__, default="")


@frozen
class _Order:
    """Many names in order, from the first letter on or from the last."""

    names: tuple[str, ...]
    keys: tuple[str, ...]
    step: int

    def beside(self, wanted: str) -> tuple[str, ...]:
        """Those around the place of `wanted`."""
        at = bisect_left(self.keys, wanted[:: self.step])
        return self.names[max(at - _BESIDE, 0) : at + _BESIDE]


@lru_cache(4)
def _orders(known: tuple[str, ...]) -> tuple[_Order, ...]:
    made = []
    for step in (1, -1):
        pairs = sorted((name.casefold()[::step], name) for name in known)
        made.append(_Order(tuple(name for _, name in pairs), tuple(key for key, _ in pairs), step))
    return tuple(made)


def _slips_if_near(wanted: str, candidate: str) -> int | None:
    """How many slips lead from one name to the other, None where these are other names."""
    length = max(len(wanted), len(candidate))
    most = 1 if length <= _SHORT_NAME else max(2, length // 4)
    part, whole = sorted((wanted, candidate), key=len)
    is_part = len(part) >= _SHORTEST_PART and (whole.startswith(part) or whole.endswith(part))
    if not is_part and len(whole) - len(part) > most:
        return None
    slips = _slips(wanted, candidate)
    return slips if is_part or slips <= most else None


def _slips(left: str, right: str) -> int:
    """How many slips lead from one word to the other: the distance of Damerau and Levenshtein (optimal alignment)."""
    rows = [list(range(len(right) + 1))]
    for i, letter in enumerate(left, 1):
        rows.append([i])
        for j, other in enumerate(right, 1):
            least = min(rows[i - 1][j] + 1, rows[i][j - 1] + 1, rows[i - 1][j - 1] + (letter != other))
            if i > 1 and j > 1 and (letter, left[i - 2]) == (right[j - 2], other):
                least = min(least, rows[i - 2][j - 2] + 1)
            rows[i].append(least)
    return rows[-1][-1]


def did_you_mean(name: str, known: Iterable[str]) -> str:
    """A hint with the nearest right name, else with all of them (up to twenty), else ""."""
    known = sorted(dict.fromkeys(known))  # in their order they are sorted soon
    close = nearest(name, known)
    if close:
        return f"did you mean '{close}'?"
    return f"known here: {', '.join(known[:_LISTED])}{', …' if len(known) > _LISTED else ''}" if known else ""
