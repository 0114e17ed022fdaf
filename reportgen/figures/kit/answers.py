"""Answers on a scale: which lie on which side of the middle, and from where to where their bars run.

Plain arithmetic, as of a survey from "strongly disagree" to "strongly agree". Values are of any unit; none is negative.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import accumulate, pairwise

from reportgen.figures.contract import ChartError
from reportgen.figures.kit.bands import OFF_SCALE
from reportgen.figures.kit.bars import Segment, shares_of
from reportgen.figures.kit.reading import Cells, Number
from reportgen.frozen import frozen
from reportgen.problems import did_you_mean

NO_MIDDLE = "false"
"""What `neutral` says of a scale on which every answer lies on a side."""
MOST_A_SIDE = 3
"""So many answers on a side can be told apart."""
MOST_SUM = 101.5
"""A sum of rounded per cents that is higher than this is no rounding."""


@frozen
class Sides:
    """Which answers, by their numbers, lie left of the middle, across it, right of it, and apart from the scale."""

    left: tuple[int, ...]
    neutral: tuple[int, ...]
    right: tuple[int, ...]
    apart: tuple[int, ...]

    @property
    def in_order(self) -> tuple[int, ...]:
        """All answers from left to right."""
        return self.left + self.neutral + self.right + self.apart

    def sums(self, values: Sequence[Number]) -> tuple[Number, Number]:
        """What the left side and the right side add up to; None where an answer is missing, or nobody answered."""
        if None in values or not any(values):
            return None, None
        left, right = (sum(values[index] or 0.0 for index in side) for side in (self.left, self.right))
        return left, right

    def parts(self, row: int, values: Sequence[float]) -> Iterator[Segment]:
        """The parts of a row on the scale, half of the neutral answer on either side of zero."""
        start = -sum(values[index] for index in self.left) - sum(values[index] for index in self.neutral) / 2
        shown = self.left + self.neutral + self.right
        ends = accumulate((values[index] for index in shown), initial=start)
        for index, (low, high) in zip(shown, pairwise(ends), strict=True):
            yield Segment(row, index, 0, low, high, values[index])


def sides_of(answers: Sequence[str], neutral: str, apart: str) -> Sides:
    """Sort the answers, which are named from the left end to the right; ChartError for what makes no two sides.

    `neutral` "": the middle one of an odd number, none of two; of another even number it must be said, as which two
    answers are the middle ones is not to be guessed. `NO_MIDDLE`: there is none.
    """
    _check_named(answers, neutral, apart)
    scale = [index for index, name in enumerate(answers) if name != apart]
    named = neutral not in ("", NO_MIDDLE, apart)
    at = scale.index(answers.index(neutral)) if named else len(scale) // 2
    across = 1 if named or len(scale) % 2 else 0
    left, middle, right = scale[:at], scale[at : at + across], scale[at + across :]
    _check_on_scale([answers[index] for index in left + right], apart)
    _check_middle([answers[index] for index in scale], neutral)
    if not left or not right:
        raise ChartError("the scale needs an answer on each side of the middle", "name them from end to end in values:")
    if max(len(left), len(right)) > MOST_A_SIDE:
        hint = "add answers up in the table, or say with apart: what is not on the scale"
        raise ChartError(f"more than {MOST_A_SIDE} answers on a side can't be told apart", hint)
    return Sides(tuple(left), tuple(middle), tuple(right), (answers.index(apart),) if apart else ())


def _check_named(answers: Sequence[str], neutral: str, apart: str) -> None:
    for key, name in (("neutral", "" if neutral == NO_MIDDLE else neutral), ("apart", apart)):
        if name and name not in answers:
            message = f"{key}: names '{name}', which is no answer of the chart"
            raise ChartError(message, did_you_mean(name, answers), option=key)


def _check_middle(scale: Sequence[str], neutral: str) -> None:
    """Raise ChartError for a middle that would have to be guessed."""
    half = len(scale) // 2
    if neutral == NO_MIDDLE and len(scale) % 2:
        hint = "name the answer in the middle in neutral:, or one that is not on the scale in apart:"
        raise ChartError(f"{len(scale)} answers make no two equal sides", hint, option="neutral")
    if not neutral and half > 1 and len(scale) % 2 == 0:
        one, other = (f"'{name}'" for name in scale[half - 1 : half + 1])
        raise ChartError(
            f"of {len(scale)} answers none lies in the middle: {one} would count to the left, {other} to the right",
            "write neutral: with the answer in the middle, or apart: with one that is not on the scale; "
            f"or neutral: {NO_MIDDLE} if these are the two sides",
        )


def _check_on_scale(sides: Sequence[str], apart: str) -> None:
    """Raise ChartError for an answer on a side that says to belong to none."""
    for name in sides:
        if name.casefold().replace("’", "'").startswith(OFF_SCALE):
            hint = f"add it to '{apart}' in the table" if apart else f"write apart: {name}"
            raise ChartError(f"'{name}' is on neither side, but would count to one", hint, option="apart")


def check_answers(cells: Cells) -> None:
    """Raise ChartError for negative answers, and for per cents that add up to more than 100."""
    for name, values in zip(cells.names, cells.values, strict=True):
        known = [value for value in values if value is not None]
        if any(value < 0 for value in known):
            raise ChartError(f"'{name}' has a negative answer", "for values above and below zero write kind: bars")
        if cells.info.unit == "%" and sum(known) > MOST_SUM:
            raise ChartError(f"the answers of '{name}' add up to {sum(known):g}%", "check the table")


def answer_shares(cells: Cells) -> tuple[tuple[Number, ...], ...]:
    """Each answer in per cent of all of its row; zeros where nobody answered."""
    rows = [(values, shares_of(values, name)) for name, values in zip(cells.names, cells.values, strict=True)]
    return tuple(values if set(values) == {0.0} else shares for values, shares in rows)
