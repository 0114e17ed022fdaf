"""What a chart's numbers say, in sentences for who cannot see it: the order, the ends, what changed; never all.

Sentences come from the language's table; nothing here draws. `describe` of the kinds puts them together.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from itertools import pairwise
from typing import TYPE_CHECKING

from reportgen.figures.contract import ChartData, ColumnInfo
from reportgen.figures.kit.reading import Cells, Number
from reportgen.figures.kit.timeseries import Trend
from reportgen.figures.kit.wording import column_title, in_turn, label, some

if TYPE_CHECKING:
    from reportgen.dates import PartialDate
    from reportgen.language import Words


MOST_TOLD = 8
"""So many items are named in their order; of more, only the ends."""


def measure(data: ChartData, info: ColumnInfo, words: Words) -> str:
    """What is measured: the column's title, and the table's where it has one that says more."""
    column = words.quoted(column_title(info))
    if not data.title or data.title == column_title(info):
        return column
    return words.say("charts.measure", column=column, table=words.quoted(data.title))


def tell_one(cells: Cells, words: Words) -> str:
    """Sentences on the only series: the ends of a natural order or the order by value, the extremes, who has none."""
    values = cells.of_series(0)
    known = [(name, value) for name, value in zip(cells.names, values, strict=True) if value is not None]
    return " ".join([*_order(known, cells, words), extremes(cells.names, values, cells.info, words)])


def tell_many(cells: Cells, words: Words, missing: str = "") -> str:
    """Sentences on several series: the range of each and who has none; a lone item is told whole."""
    gone = [all(value is None for value in row) for row in cells.values]
    absent: list[Number] = [None if empty else 0.0 for empty in gone]
    if len(cells.names) == 1 and not gone[0]:
        return _row(cells.names[0], cells.values[0], cells, words, missing)
    said = []
    for index, series in enumerate(cells.series):
        values = cells.of_series(index)
        said += _range(series, cells, values, words)
        said += _missing_in(series, cells.names, values, gone, words)
    return " ".join([*said, *_missing(cells.names, absent, words)])


def extremes(names: Sequence[str], values: Sequence[Number], info: ColumnInfo, words: Words) -> str:
    """Sentences on the highest and the lowest of `values`, with their names, and on those that are missing."""
    known = [(value, name) for value, name in zip(values, names, strict=True) if value is not None]
    if len(known) == 1:
        said = [words.say("charts.only", name=known[0][1], value=label(known[0][0], info, words))]
    else:
        said = _high_and_low(known, info, words)
    return " ".join([*said, *_missing(names, values, words)])


def span_text(ends: tuple[float, float], info: ColumnInfo, words: Words) -> str:
    """From one value to another, in words."""
    low, high = (label(end, info, words) for end in ends)
    return words.say("charts.span", low=low, high=high)


def widest(pairs: Sequence[tuple[str, tuple[float, float]]]) -> tuple[str, tuple[float, float]] | None:
    """Of two or more named pairs of values the one that lies furthest apart, if it is one alone."""
    apart = [abs(one - other) for _, (one, other) in pairs]
    most = max(apart, default=0.0)
    return pairs[apart.index(most)] if len(pairs) > 1 and apart.count(most) == 1 else None


def _high_and_low(known: Sequence[tuple[float, str]], info: ColumnInfo, words: Words) -> list[str]:
    if not known:
        return []
    high, low = max(known)[0], min(known)[0]
    if high == low:
        return [words.say("charts.same", value=label(high, info, words))]
    said = []
    for key, end in (("highest", high), ("lowest", low)):
        there = [name for value, name in known if value == end]
        told = {"names": some(there, words), "value": label(end, info, words)}
        said.append(words.say(f"charts.{key}", count=len(there), **told))
    return said


def _missing(names: Sequence[str], values: Sequence[Number], words: Words) -> list[str]:
    gone = [name for value, name in zip(values, names, strict=True) if value is None]
    return [words.say("charts.missing", count=len(gone), names=some(gone, words))] if gone else []


def _item(name: str, value: float, info: ColumnInfo, words: Words) -> str:
    return words.say("charts.item", name=name, value=label(value, info, words))


def _order(known: Sequence[tuple[str, float]], cells: Cells, words: Words) -> list[str]:
    """How the items follow each other: by value, with their names, or from the first of a natural order to the last."""
    if len(known) < 3:
        return []
    if cells.natural:
        first, last = (_item(*end, cells.info, words) for end in (known[0], known[-1]))
        return [words.say("charts.ends", first=first, last=last)]
    falling = all(one[1] >= other[1] for one, other in pairwise(known)) and known[0][1] > known[-1][1]
    if not falling or len(known) > MOST_TOLD:
        return []
    return [words.say("charts.falling", names=words.listing([name for name, _ in known]))]


def _row(name: str, values: Sequence[Number], cells: Cells, words: Words, missing: str) -> str:
    absent = missing or words.say("charts.no-value")
    parts = [
        words.say("charts.part", series=series, value=absent if value is None else label(value, cells.info, words))
        for series, value in zip(cells.series, values, strict=True)
    ]
    return words.say("charts.row", name=name, values=words.listing(parts))


def _range(series: str, cells: Cells, values: Sequence[Number], words: Words) -> list[str]:
    """From the lowest to the highest, with their names."""
    known = [(value, name) for value, name in zip(values, cells.names, strict=True) if value is not None]
    if not known:
        return [words.say("charts.empty", series=series)]
    high, low = max(known)[0], min(known)[0]
    if high == low:
        return [words.say("charts.level", series=series, value=label(high, cells.info, words))]
    ends = {}
    for key, end in (("low", low), ("high", high)):
        ends[key] = _item(some([name for value, name in known if value == end], words), end, cells.info, words)
    return [words.say("charts.range", series=series, **ends)]


def _missing_in(
    series: str, names: Sequence[str], values: Sequence[Number], gone: Sequence[bool], words: Words
) -> list[str]:
    """Who has no value in this series, though in others; nothing where the series is empty."""
    lacking = [name for name, value, empty in zip(names, values, gone, strict=True) if value is None and not empty]
    empty = all(value is None for value in values)
    return [words.say("charts.missing-in", series=series, names=some(lacking, words))] if lacking and not empty else []


def tell_trend(trend: Trend, info: ColumnInfo, words: Words, *, steps: bool = False) -> str:
    """A sentence on a series over time: where it begins and ends, and where it turns.

    With `steps` a value holds until the next one, and the end is the date since when the last one has held.
    """
    if not trend.known:
        return words.say("charts.lines.none", series=trend.name)
    (start, first), (end, last) = trend.known[0], _reached(trend) if steps else trend.known[-1]
    key = "point" if len(trend.known) == 1 else "rose" if last > first else "fell" if last < first else "flat"
    given = {"first": label(first, info, words), "last": label(last, info, words)}
    given |= {"start": words.date(start), "end": words.date(end)}
    turns = [
        words.say(f"charts.lines.{which}", value=label(value, info, words), date=words.date(date))
        for which, (date, value) in (("highest", _peak(trend, 1)), ("lowest", _peak(trend, -1)))
        if value not in (first, last)
    ]
    told = words.say(f"charts.lines.{key}", series=trend.name, **given)
    return words.say("charts.lines.told", told=in_turn([told, *turns], words))


def _reached(trend: Trend) -> tuple[PartialDate, float]:
    """The last value, and the date from which it has held."""
    last = trend.known[-1][1]
    held = len(trend.known)
    while held and trend.known[held - 1][1] == last:
        held -= 1
    return (trend.known[held][0], last) if held else (trend.known[-1][0], last)


def _peak(trend: Trend, sign: int) -> tuple[PartialDate, float]:
    """The first of the highest (1) or lowest (-1) points."""
    return max(trend.known, key=lambda point: sign * point[1])


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
            apart = {name: round(abs(other - one), 9) for name, (one, other) in moved.items()}
            farthest = [name for name in apart if apart[name] == max(apart.values())]
            most = _with_values(farthest, moved, info, words)
            said.append(words.say(f"charts.{kind}.{noun}", count=len(most), names=some(most, words)))
    level = [name for name, (one, other) in pairs.items() if one == other]
    if level:
        said.append(words.say(f"charts.{kind}.flat", count=len(level), names=some(level, words), **given))
    return said


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
    values = enumerate(cells.values[row])
    texts = [nothing if value is None else cells.text(row, series, words) for series, value in values]
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
    told = [words.say("charts.absent", meaning=why, names=some(names, words, 12)) for why, names in groups.items()]
    return words.parted(told)


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
