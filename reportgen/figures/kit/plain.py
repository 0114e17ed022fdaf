"""What kinds that are plain call: functions that take a sheet in the other modules, with its parts in its place.

A kind with `draw(figure, data, options, house, words)` has no sheet. `from reportgen.figures.kit import row_plot` gives
the form that is here. Kinds of released papers call them so: none of these may change.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Any

from reportgen.figures.contract import ChartData, Column
from reportgen.figures.kit import (
    barchart,
    bars,
    barwords,
    periods,
    placing,
    rows,
    scales,
    sidelabels,
    telling,
    timeplot,
    wording,
)
from reportgen.figures.kit.sheet import Ruler, Sheet

if TYPE_CHECKING:
    from reportgen.house import House
    from reportgen.language import Words


def _plain(function: Callable[..., Any], given: str) -> Callable[..., Any]:
    """`function` for who has no sheet; `given` are the names of its arguments, in their order, as plain kinds know
    them: `house`, `words`, `ruler` and `figure`, as far as they are among them, make the sheet."""

    def called(*values: Any, **named: Any) -> Any:
        have = {**dict(zip(given.split(), values, strict=False)), **named}
        house, words, ruler, figure = (have.pop(part, None) for part in ("house", "words", "ruler", "figure"))
        ruler = Ruler(house) if ruler is None and house is not None else ruler
        return function(**have, sheet=Sheet(house, words, ruler, figure))

    return called


bars_in = _plain(bars.bars_in, "figure house ruler stand")
plain_rows = _plain(rows.plain_rows, "names house ruler above notes")
row_plot = _plain(rows.row_plot, "figure house names rows ends values words")
sign_entries = _plain(periods.sign_entries, "bars words house")
axis_to_both_sides = _plain(scales.axis_to_both_sides, "scale info ruler words")
fitting_dates = _plain(scales.fitting_dates, "first last scale words ruler")
axis_dates = _plain(scales.axis_dates, "dates last scale words ruler")
put_dates = _plain(scales.put_dates, "axes dates scale bottom words ruler house")
put_end_dates = _plain(scales.put_end_dates, "figure dates ends bottom words ruler house")
put_side = _plain(sidelabels.put_side, "figure side values edge house ruler")
put_end_names = _plain(timeplot.put_end_names, "figure names up edge house ruler")

Layout, Point = bars.Stacking, placing.Observation


def row_names(names: Sequence[str], house: House, ruler: Ruler, total: float, share: float = 0.36) -> rows.Names:
    """Names in at most `share` of `total` points."""
    return rows.row_names(names, Sheet(house, None, ruler), share * total / house.page.measure)  # type: ignore[arg-type]


def absent_text(given: str, data: ChartData, words: Words) -> str:
    """What a missing value means: as the chart's block says (`given`), or its table, or in plain words."""
    return wording.absent_text(given or data.missing, words)


def tell_bars(chart: barchart.BarChart, data: ChartData, of: Column | None, missing: str) -> str:
    """What bars compare; `of` is the column of the totals, `missing` what stands for a missing value."""
    title = wording.column_title(data.info(of)) if of else ""
    return barwords.tell_bars(chart, telling.measure(data, chart.cells.info, chart.words), title, missing)
