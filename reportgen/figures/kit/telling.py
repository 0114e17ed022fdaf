"""What a chart's numbers say, in sentences for who cannot see it: the order, the ends, what is largest or missing.

Sentences come from the language's table; nothing here draws. `describe` of the kinds puts them together: what a chart
of a few values shows is told whole, of more what stands out. `trends` tells of time, `moves` of two moments.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING

from reportgen.figures.contract import ChartData, ColumnInfo
from reportgen.figures.kit.comparing import largest
from reportgen.figures.kit.reading import Cells, Number
from reportgen.figures.kit.trends import MANY_TURNS, tell_path
from reportgen.figures.kit.wording import MOST_HEARD, column_title, label, some

if TYPE_CHECKING:
    from reportgen.language import Words


MOST_TOLD = 8
"""So many items are told with their values; of more, only the ends."""
TOP, BOTTOM = 5, 3
"""So many of the highest and of the lowest are told of many."""
ROW_BY_ROW = 12
"""So many values of several series are told row by row."""


def measure(data: ChartData, info: ColumnInfo, words: Words) -> str:
    """What is measured: the column's title. What the table's says stands in the title and the subtitle of the chart."""
    return words.quoted(column_title(info))


def tell_one(cells: Cells, words: Words, missing: str = "") -> str:
    """Sentences on the only series: all items in their order, of many the ends, and who has none and why."""
    said = tell_ranking(cells.names, cells.of_series(0), cells.info, words, natural=cells.natural)
    return " ".join([*said, *tell_missing(reasons(cells, 0, missing, words), words)])


def tell_ranking(
    names: Sequence[str], values: Sequence[Number], info: ColumnInfo, words: Words, *, natural: bool = False
) -> Iterator[str]:
    """Items from the highest down, or in their natural order: with their values, or of many only the ends."""
    known = [(name, value) for name, value in zip(names, values, strict=True) if value is not None]
    if len(known) == 1:
        yield words.say("charts.only", name=known[0][0], value=label(known[0][1], info, words))
    elif known and len({value for _, value in known}) == 1:
        yield words.say("charts.same", value=label(known[0][1], info, words))
    elif known:
        yield from (_in_order if natural else _ranked)(known, info, words)


def _ranked(known: Sequence[tuple[str, float]], info: ColumnInfo, words: Words) -> Iterator[str]:
    falling = sorted(known, key=lambda item: -item[1])
    items = [_item(*item, info, words) for item in falling]
    if len(items) <= MOST_TOLD:
        yield words.say("charts.ranked", items=words.listing(items))
    else:
        yield words.say("charts.top", items=words.listing(items[:TOP]))
        yield words.say("charts.bottom", items=words.listing(items[: -BOTTOM - 1 : -1]))


def _in_order(known: Sequence[tuple[str, float]], info: ColumnInfo, words: Words) -> Iterator[str]:
    if len(known) > MOST_TOLD:
        points = [(name, value) for name, value in known]
        yield words.say("charts.on-the-way", told=tell_path(points, info, words, MANY_TURNS))
        return
    yield words.say("charts.in-order", items=words.listing([_item(*item, info, words) for item in known]))
    yield from _high_and_low([(value, name) for name, value in known], info, words)


def tell_many(cells: Cells, words: Words, missing: str = "", series: int = 0) -> str:
    """Sentences on several series: of a few values each row, else the ends of each series; and who has none and why.

    `series`: how many of them count for few, where sums and totals stand behind them; 0: all.
    """
    gone = [not any(value is not None for value in row) for row in cells.values]
    rows = [row for row, empty in enumerate(gone) if not empty]
    said: list[str] = []
    if rows and len(rows) <= MOST_HEARD and len(rows) * (series or len(cells.series)) <= ROW_BY_ROW:
        said += [_row(row, cells, words, missing) for row in rows]
    else:
        for index, name in enumerate(cells.series):
            said += tell_range(name, cells.names, cells.of_series(index), cells.info, words)
            said += _missing_in(index, cells, gone, words, missing)
    bare = {name: why for name, why in reasons(cells, 0, missing, words).items() if gone[cells.names.index(name)]}
    return " ".join([*said, *tell_missing(bare, words)])


def tell_largest(cells: Cells, words: Words) -> Iterator[str]:
    """A sentence on each series that is the largest in some rows: in how many and in which."""
    whole = sum(None not in row for row in cells.values)
    if len(cells.series) < 2 or whole < 2:
        return
    for series, where in sorted(largest(cells.values).items(), key=lambda one: -len(one[1])):
        named = words.quoted(cells.series[series])
        if len(where) == len(cells.names):
            yield words.say("charts.largest-all", series=named)
        else:
            yield from tell_part([cells.names[row] for row in where], whole, "largest", words, series=named)


def tell_part(names: Sequence[str], every: int, key: str, words: Words, **given: str) -> Iterator[str]:
    """A sentence on those of whom something is true, with how many of `every` they are; none for none."""
    if names:
        listed = some(names, words, MOST_HEARD)
        yield words.say(f"charts.{key}", count=len(names), all=words.number(every), names=listed, **given)


def extremes(names: Sequence[str], values: Sequence[Number], info: ColumnInfo, words: Words) -> str:
    """Sentences on the highest and the lowest of `values`, with their names, and on those that are missing."""
    known = [(value, name) for value, name in zip(values, names, strict=True) if value is not None]
    if len(known) == 1:
        said = [words.say("charts.only", name=known[0][1], value=label(known[0][0], info, words))]
    else:
        said = _high_and_low(known, info, words)
    gone = {name: "" for value, name in zip(values, names, strict=True) if value is None}
    return " ".join([*said, *tell_missing(gone, words)])


Ends = tuple[float, float]


def widest(pairs: Sequence[tuple[str, Ends]]) -> tuple[str, Ends] | None:
    """Of two or more named pairs of values the one that lies furthest apart, if it is one alone."""
    return _alone(pairs, max)


def narrowest(pairs: Sequence[tuple[str, Ends]]) -> tuple[str, Ends] | None:
    """Of three or more named pairs of values the one that lies closest together, if it is one alone."""
    return _alone(pairs, min) if len(pairs) > 2 else None


def _alone(pairs: Sequence[tuple[str, Ends]], end: Callable[[Sequence[float]], float]) -> tuple[str, Ends] | None:
    apart = [round(abs(one - other), 9) for _, (one, other) in pairs]
    return pairs[apart.index(end(apart))] if len(pairs) > 1 and apart.count(end(apart)) == 1 else None


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


def reasons(cells: Cells, series: int, missing: str, words: Words) -> dict[str, str]:
    """Who lacks a value of a series, by name, and why: as its mark or the data say, "" where they don't."""
    rows = [row for row, value in enumerate(cells.of_series(series)) if value is None]
    return {cells.names[row]: cells.absence(row, [series], missing, words) for row in rows}


def tell_missing(whys: Mapping[str, str], words: Words, key: str = "missing", **given: str) -> Iterator[str]:
    """Sentences on those without a value, by name why; none for none."""
    for why in dict.fromkeys(whys.values()):
        there = [name for name, own in whys.items() if own == why]
        suffix = "-why" if why else ""
        yield words.say(f"charts.{key}{suffix}", count=len(there), names=some(there, words), why=why, **given)


def _item(name: str, value: float, info: ColumnInfo, words: Words) -> str:
    return words.say("charts.item", name=name, value=label(value, info, words))


def _row(row: int, cells: Cells, words: Words, missing: str) -> str:
    absent = missing or words.say("charts.no-value")
    values = [
        cells.absence(row, [at], absent, words) if value is None else label(value, cells.info, words)
        for at, value in enumerate(cells.values[row])
    ]
    told = titled(list(zip(cells.series, values, strict=True)), words)
    return words.say("charts.row-parts", name=cells.names[row], values=told)


def tell_range(
    series: str, names: Sequence[str], values: Sequence[Number], info: ColumnInfo, words: Words
) -> list[str]:
    """A sentence on the lowest and the highest of a series, with their names."""
    known = [(value, name) for value, name in zip(values, names, strict=True) if value is not None]
    if not known:
        return [words.say("charts.empty", series=series)]
    high, low = max(known)[0], min(known)[0]
    if high == low:
        return [words.say("charts.level", series=series, value=label(high, info, words))]
    ends = {}
    for key, end in (("low", low), ("high", high)):
        ends[key] = _item(some([name for value, name in known if value == end], words), end, info, words)
    return [words.say("charts.range", series=series, **ends)]


def _missing_in(index: int, cells: Cells, gone: Sequence[bool], words: Words, missing: str) -> Iterator[str]:
    """Who has no value in this series, though in others; nothing where the series is empty."""
    lacking = reasons(cells, index, missing, words)
    lacking = {name: why for name, why in lacking.items() if not gone[cells.names.index(name)]}
    if any(value is not None for value in cells.of_series(index)):
        yield from tell_missing(lacking, words, "missing-in", series=cells.series[index])


def tell_highlighted(cells: Cells, highlight: Sequence[str], words: Words) -> list[str]:
    """A sentence with the values of what stands out, or where all values are told, the names; none for nothing."""
    rows = [row for row, name in enumerate(cells.names) if name in highlight]
    if rows and len(cells.series) == 1 and len(cells.known) <= MOST_TOLD:
        return [words.say("charts.highlighted", names=some([cells.names[row] for row in rows], words, MOST_HEARD))]
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
    """Values in words, each after its title: "Landed: 300; Shipped: 20"."""
    return words.parted([words.say("charts.part", series=title, value=text) for title, text in values])


def tell_lacking(cells: Cells, words: Words, missing: str = "") -> list[str]:
    """Sentences on who lacks a value, of which series and why; none where nobody does."""
    gone = {name: cells.absence(row, cells.gone(row), missing, words) for row, name in _lacking(cells, words).items()}
    return list(tell_missing(gone, words))


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
