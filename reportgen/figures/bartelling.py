"""What bars say in words; nothing here draws."""

from __future__ import annotations

from dataclasses import replace

from reportgen.figures.barchart import BarChart
from reportgen.figures.comparing import tell_highlighted
from reportgen.figures.contract import ChartData, Column
from reportgen.figures.series import Cells
from reportgen.figures.telling import measure, tell_many, tell_one
from reportgen.figures.wording import column_title


def tell_bars(chart: BarChart, data: ChartData, of: Column | None, missing: str) -> str:
    """What bars compare: the order and the ends of single ones, from where to where the parts, sums and totals go.

    `of` is the column of the totals; `missing` is what stands for a missing value.
    """
    words, cells, count = chart.words, chart.cells, len(chart.cells.names)
    highlighted = tell_highlighted(cells, chart.highlight, words)
    if len(cells.series) == 1 and of is None:
        summary = words.say("charts.bars.summary", count=count, title=measure(data, cells.info, words))
        return " ".join([summary, *highlighted, tell_one(cells, words)])
    names = words.listing([words.quoted(name) for name in cells.series])
    said = [words.say("charts.bars.shares" if chart.shares else "charts.bars.summary-series", count=count, names=names)]
    title = column_title(data.info(of)) if of else ""
    if of:
        said.append(words.say("charts.bars.of", title=words.quoted(title)))
    if chart.layout == "nested" and len(cells.series) > 1:
        said.append(words.say("charts.bars.nested"))
    return " ".join([*said, *highlighted, tell_many(_told(chart, title), words, missing)])


def _told(chart: BarChart, of: str) -> Cells:
    """What the bars show: shares, or the values, what they add up to and what they are a part of."""
    if chart.shares:
        return _shared(chart)
    told = chart.cells
    if any(sum_ is not None for sum_ in chart.sums):
        told = told.and_series(chart.words.say("charts.bars.sum"), chart.sums)
    return told.and_series(of, chart.totals) if of else told


def _shared(chart: BarChart) -> Cells:
    """The shares that the bars show, in place of the table's values."""
    shown = {(part.row, part.series): part.value for part in chart.parts}
    rows, series = range(len(chart.cells.names)), range(len(chart.cells.series))
    values = tuple(tuple(shown.get((row, index)) for index in series) for row in rows)
    return replace(chart.cells, values=values, info=chart.shown)
