"""What two values of each name say in words: who has more at the other end and who less, by most; and what stands out.

Nothing here draws. Never every number: the greatest changes, and those of what the author points at.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import TYPE_CHECKING

from reportgen.figures.contract import ColumnInfo
from reportgen.figures.series import Cells
from reportgen.figures.telling import span_text
from reportgen.figures.wording import some

if TYPE_CHECKING:
    from reportgen.language import Words

Pair = tuple[float, float]
"""The first value of a name and its last."""


def pairs_of(cells: Cells) -> dict[str, Pair]:
    """The first and the last value of each category that has both."""
    ends = {name: (values[0], values[-1]) for name, values in zip(cells.names, cells.values, strict=True)}
    return {name: (one, other) for name, (one, other) in ends.items() if one is not None and other is not None}


def tell_moves(pairs: Mapping[str, Pair], info: ColumnInfo, words: Words, kind: str, **given: str) -> list[str]:
    """Sentences on who rises, who falls and who stays, and the greatest rise and fall with their values.

    The sentences are those of the chart `kind` in the language's table; `given` is what they name besides.
    """
    said = []
    for verb, noun, sign in (("rose", "rise", 1), ("fell", "fall", -1)):
        moved = {name: pair for name, pair in pairs.items() if sign * (pair[1] - pair[0]) > 0}
        names = list(moved) if len(moved) > 1 else _with_values(moved, moved, info, words)
        if names:
            said.append(words.say(f"charts.{kind}.{verb}", count=len(names), names=some(names, words), **given))
        if len(names) > 1:
            most = _with_values(_farthest(moved), moved, info, words)
            said.append(words.say(f"charts.{kind}.{noun}", count=len(most), names=some(most, words)))
    level = [name for name, (one, other) in pairs.items() if one == other]
    if level:
        said.append(words.say(f"charts.{kind}.flat", count=len(level), names=some(level, words), **given))
    return said


def _farthest(pairs: Mapping[str, Pair]) -> list[str]:
    """The names whose values lie farthest apart; several where they are level."""
    apart = {name: round(abs(other - one), 9) for name, (one, other) in pairs.items()}
    return [name for name in apart if apart[name] == max(apart.values())]


def _with_values(names: Iterable[str], pairs: Mapping[str, Pair], info: ColumnInfo, words: Words) -> list[str]:
    """Each name with its values: "Kalk (20 to 71)"."""
    return [words.say("charts.item", name=name, value=span_text(pairs[name], info, words)) for name in names]


def tell_highlighted(cells: Cells, highlight: Sequence[str], words: Words) -> list[str]:
    """A sentence with the values of the categories that stand out; none where none do."""
    rows = [row for row, name in enumerate(cells.names) if name in highlight]
    return told_highlighted({cells.names[row]: _values(cells, row, words) for row in rows}, words)


def told_highlighted(values: Mapping[str, str], words: Words) -> list[str]:
    """A sentence with what stands out, by name, and what its values are in words; none for nothing."""
    told = [words.say("charts.item", name=name, value=value) for name, value in values.items()]
    return [words.say("charts.highlighted", names=some(told, words))] if told else []


def _values(cells: Cells, row: int, words: Words) -> str:
    """A category's value, or its values with their series."""
    nothing = words.say("charts.no-value")
    texts = [
        nothing if value is None else cells.text(row, series, words) for series, value in enumerate(cells.values[row])
    ]
    if len(texts) == 1:
        return texts[0]
    return titled(list(zip(cells.series, texts, strict=True)), words)


def titled(values: Sequence[tuple[str, str]], words: Words) -> str:
    """Values in words, each after its title: "Landed 300 and Shipped 20"."""
    return words.listing([words.say("charts.part", series=title, value=text) for title, text in values])


def tell_lacking(cells: Cells, words: Words) -> list[str]:
    """A sentence on who lacks a value, and of which series; none where nobody does."""
    gone = [*_lacking(cells, words).values()]
    return [words.say("charts.missing", count=len(gone), names=some(gone, words))] if gone else []


def missing_note(cells: Cells, absent: str, words: Words) -> str:
    """Which categories lack a value and why, for a note in the chart; "" for none."""
    groups: dict[str, list[str]] = {}
    for row, name in _lacking(cells, words).items():
        groups.setdefault(cells.absence(row, cells.gone(row), absent, words), []).append(name)
    return words.parted(
        [words.say("charts.absent", meaning=why, names=some(names, words, 12)) for why, names in groups.items()]
    )


def _lacking(cells: Cells, words: Words) -> dict[int, str]:
    """By row the categories that lack a value, with the series that it is, and then those that have none at all."""
    partly, whole = {}, {}
    for row, name in enumerate(cells.names):
        gone = [cells.series[series] for series in cells.gone(row)]
        if len(gone) == len(cells.series):
            whole[row] = name
        elif gone:
            partly[row] = words.say("charts.item", name=name, value=words.listing(gone))
    return {**partly, **whole}
