"""From one value of a name to another, in sentences: who rises and falls, by most and least, who overtakes whom."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING

from reportgen.figures.contract import ColumnInfo
from reportgen.figures.kit.comparing import Pair, overtakings
from reportgen.figures.kit.reading import Cells
from reportgen.figures.kit.timeseries import Trend
from reportgen.figures.kit.wording import difference, some, span_text, whom

if TYPE_CHECKING:
    from reportgen.dates import PartialDate
    from reportgen.language import Words

MOST_OVERTAKINGS = 3
"""So many overtakings are told; of more none, as nobody can keep them in mind."""


def pairs_of(cells: Cells) -> dict[str, Pair]:
    """The first and the last value of each category that has both."""
    ends = {name: (values[0], values[-1]) for name, values in zip(cells.names, cells.values, strict=True)}
    return {name: (one, other) for name, (one, other) in ends.items() if one is not None and other is not None}


def tell_since(
    trends: Sequence[Trend], start: PartialDate, end: PartialDate, info: ColumnInfo, words: Words
) -> list[str]:
    """Sentences on who is higher at one date than at another, who is lower, and by most, of who has both values."""
    values = {trend.name: dict(trend.known) for trend in trends}
    pairs = {name: (known[start], known[end]) for name, known in values.items() if start in known and end in known}
    return tell_moves(pairs, info, words, "small-multiples", start=words.date(start), end=words.date(end))


def tell_moves(
    pairs: Mapping[str, Pair], info: ColumnInfo, words: Words, kind: str, *, least: bool = False, **given: str
) -> list[str]:
    """Sentences on who rises, who falls and who stays, and the greatest rise and fall with their values.

    The sentences are those of the chart `kind` in the language's table; `given` is what they name besides. With `least`
    the smallest rise and fall are told too.
    """
    said = []
    for verb, noun, sign in (("rose", "rise", 1), ("fell", "fall", -1)):
        moved = {name: pair for name, pair in pairs.items() if sign * (pair[1] - pair[0]) > 0}
        names = whom(list(moved), len(pairs), words) if len(moved) > 1 else "".join(_spans(moved, moved, info, words))
        if moved:
            said.append(words.say(f"charts.{kind}.{verb}", count=len(moved), names=names, **given))
        if len(moved) > 1:
            said += _ends(moved, info, words, f"charts.{kind}.{noun}", least=least and len(moved) > 2)
    level = [name for name, (one, other) in pairs.items() if one == other]
    if level:
        names = whom(level, len(pairs), words)
        said.append(words.say(f"charts.{kind}.flat", count=len(level), names=names, **given))
    return said


def _ends(moved: Mapping[str, Pair], info: ColumnInfo, words: Words, key: str, *, least: bool) -> Iterator[str]:
    """Whose way is the longest, and with `least` whose is the shortest."""
    apart = {name: round(abs(other - one), 9) for name, (one, other) in moved.items()}
    for which, end in (("", max(apart.values())), *([("-least", min(apart.values()))] if least else [])):
        there = [name for name in apart if apart[name] == end]
        if len(there) == len(moved) > 2:
            continue  # they all go as far
        spans = _spans(there, moved, info, words)
        by = difference(*moved[there[0]], info, words)
        yield words.say(f"{key}{which}", count=len(there), names=some(spans, words), difference=by)


def _spans(names: Iterable[str], pairs: Mapping[str, Pair], info: ColumnInfo, words: Words) -> list[str]:
    """Each name with its values: "Kalk (20 to 71)"."""
    return [words.say("charts.item", name=name, value=span_text(pairs[name], info, words)) for name in names]


def tell_overtakings(pairs: Mapping[str, Pair], words: Words) -> Iterator[str]:
    """A sentence on each who was behind others at first and is ahead of them at the end, where these are few."""
    found = overtakings(pairs)
    behind: dict[str, list[str]] = {}
    for one, other in found if len(found) <= MOST_OVERTAKINGS else ():
        behind.setdefault(one, []).append(other)
    for one, others in behind.items():
        yield words.say("charts.overtakes", name=one, other=words.listing(others))
