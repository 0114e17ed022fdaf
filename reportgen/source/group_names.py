"""Names of groups of columns in a row above the names of the columns: where each group begins.

It begins at its name, unless the name stands over the middle of its columns, as some offices write it who merge no
cells. Where that may be either, `finder` takes no name of a group, and says so.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from reportgen.sheets.sheet import Line
from reportgen.source.number_texts import parts_of

_LEAST_GROUPS = 3
"""Groups of columns that there are at least where it is asked where they begin. Ours."""


def begins_before(upper: Sequence[str], lower: Sequence[str]) -> int:
    """How many columns before its name, in the `upper` row, each group begins; 0: at its name.

    It begins before where the names in the `lower` row are the same for all groups, and only then all are full.
    """
    groups = _groups(upper, lower)
    steps = {after - before for before, after in pairwise(groups)}
    if len(steps) != 1:
        return 0
    (step,) = steps
    before = step - (len(lower) - groups[-1])
    begin = groups[0] - before
    if not 0 < before < step or begin < 0 or any(upper[begin : groups[0]]):
        return 0
    names = {(*lower[at - before : at - before + step],) for at in groups}
    return before if len(names) == 1 and all(*names) else 0


def is_doubtful(upper: Line, lower: Line, body: Sequence[Line]) -> bool:
    """Whether names of groups may stand over the middle of their columns: the last group is too narrow otherwise, by as
    many columns of numbers as stand before the first, without a group of their own."""
    names = [lower.text(at) for at in range(lower.filled()[-1] + 1)]
    above = [upper.text(at) for at in range(len(names))]
    groups = _groups(above, names)
    if len(groups) < _LEAST_GROUPS or upper.filled()[-1] >= len(names) or begins_before(above, names):
        return False
    before = min(after - one for one, after in pairwise(groups)) - (len(names) - groups[-1])
    spare = range(groups[0] - before, groups[0])
    if before < 1 or spare[0] < 1 or any(upper.text(at) for at in spare) or not all(names[at] for at in spare):
        return False
    return all(_is_of_values(body, at) for at in spare) and not _is_of_values(body, spare[0] - 1)


def _groups(upper: Sequence[str], lower: Sequence[str]) -> list[int]:
    """Where names of groups stand: above names, not in the place of one."""
    return [at for at, text in enumerate(upper) if text and lower[at]]


def _is_of_values(body: Sequence[Line], at: int) -> bool:
    texts = [text for line in body if (text := line.text(at))]
    return bool(texts) and all(map(parts_of, texts))
