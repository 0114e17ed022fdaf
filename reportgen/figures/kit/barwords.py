"""What a chart of bars says in words: for who cannot see it, the order, the ends, the parts, sums and totals."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from itertools import pairwise

from reportgen.figures.kit.barchart import BarChart
from reportgen.figures.kit.comparing import under_half
from reportgen.figures.kit.moves import pairs_of, tell_moves
from reportgen.figures.kit.reading import Cells
from reportgen.figures.kit.telling import (
    MOST_TOLD,
    reasons,
    tell_highlighted,
    tell_largest,
    tell_many,
    tell_missing,
    tell_one,
    tell_part,
)


def tell_bars(chart: BarChart, title: str, of: str, missing: str) -> str:
    """What bars compare: the order and the ends of single ones, from where to where the parts, sums and totals go.

    `title` says what is measured, `of` is the title of the totals ("": none), `missing` stands for a missing value.
    """
    words, cells, count = chart.words, chart.cells, len(chart.cells.names)
    highlighted = tell_highlighted(cells, chart.highlight, words)
    if len(cells.series) == 1 and not of:
        summary = words.say("charts.bars.summary", count=count, title=title)
        return " ".join([summary, *highlighted, tell_one(cells, words, missing)])
    names = words.listing([words.quoted(name) for name in cells.series])
    said = [words.say("charts.bars.shares" if chart.shares else "charts.bars.summary-series", count=count, names=names)]
    if of:
        said.append(words.say("charts.bars.of", title=words.quoted(of)))
    if chart.layout == "nested" and len(cells.series) > 1:
        said.append(words.say("charts.bars.nested"))
    if of and len(cells.series) == 1:
        return " ".join([*said, *highlighted, *_against(chart, of, missing)])
    return " ".join(
        [*said, *highlighted, *_compared(chart), tell_many(_told(chart, of), words, missing, len(cells.series))]
    )


def _against(chart: BarChart, of: str, missing: str) -> Iterator[str]:
    """Each bar of few beside what it is a part of, of many the ends; and which are less than half of it."""
    cells, words, values = chart.cells, chart.words, chart.cells.of_series(0)
    whole = [row for row, both in enumerate(zip(values, chart.totals, strict=True)) if None not in both]
    if 0 < len(whole) <= MOST_TOLD:
        items = [words.say("charts.item", name=cells.names[row], value=chart.of_total(row)) for row in whole]
        falling = all((values[one] or 0) >= (values[other] or 0) for one, other in pairwise(whole))
        yield words.say(f"charts.{'ranked' if falling else 'in-order'}", items=words.listing(items))
        yield from tell_missing(reasons(cells, 0, missing, words), words)
    else:
        yield tell_many(_told(chart, of), words, missing)
    under = [cells.names[row] for row in under_half(values, chart.totals)]
    yield from tell_part(under, len(whole), "bars.under-half", words, title=words.quoted(of))


def _compared(chart: BarChart) -> Iterator[str]:
    """Which series is the largest and where; of two moments who rises and falls, unless bars hold each other."""
    cells, words = _told(chart, "") if chart.shares else chart.cells, chart.words
    if chart.layout == "nested":
        return
    if cells.moments and chart.grouped:
        order = cells.newest_first[::-1]
        pairs = pairs_of(replace(cells, values=tuple(tuple(row[one] for one in order) for row in cells.values)))
        first, last = (words.quoted(cells.series[order[at]]) for at in (0, -1))
        yield from tell_moves(pairs, cells.info, words, "dots", least=True, first=first, second=last)
    else:
        yield from tell_largest(cells, words)


def _told(chart: BarChart, of: str) -> Cells:
    """What the bars show: shares, or the values, what they add up to and what they are a part of."""
    told = chart.cells
    if chart.shares:
        shown, series = {(part.row, part.series): part.value for part in chart.parts}, range(len(told.series))
        values = tuple(tuple(shown.get((row, index)) for index in series) for row in range(len(told.names)))
        return replace(told, values=values, info=chart.shown)
    if any(sum_ is not None for sum_ in chart.sums):
        told = told.and_series(chart.words.say("charts.bars.sum"), chart.sums)
    return told.and_series(of, chart.totals) if of else told
