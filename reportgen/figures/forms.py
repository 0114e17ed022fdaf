"""The two forms of a chart kind's functions, and the one that the engine works with.

A kind that has `read(data, options, words)` reads its table once: its other functions take what `read` gave. One
without it is plain: they take the data and the options themselves. `Functions` is the first form, whatever the kind's.
"""

from __future__ import annotations

import inspect
from collections.abc import Callable, Mapping
from types import ModuleType
from typing import TYPE_CHECKING, Any

from reportgen.figures.contract import ChartData, CrossTable
from reportgen.frozen import frozen

if TYPE_CHECKING:
    from reportgen.figures.kit.sheet import Sheet
    from reportgen.language import Words


@frozen
class Functions:
    """What a kind can do. `describe`, `height` and `table` may be missing."""

    read: Callable[[ChartData, Any, Words], Any]
    """The chart of a table: whatever type the kind makes of it."""
    draw: Callable[[Any, Sheet], None]
    height: Callable[[Any, Sheet], float] | None
    describe: Callable[[Any, Words], str] | None
    table: Callable[[Any, Words], CrossTable] | None
    empty: Callable[[Any, Words], Mapping[str, str]] | None = None
    """What an empty cell means, by the column, where it is not that a value is missing."""


def functions_of(module: ModuleType) -> Functions | None:
    """What the module of a kind can do; None where it can't draw."""
    if not callable(getattr(module, "draw", None)):
        return None
    height, describe, table, empty = (getattr(module, part, None) for part in ("height", "describe", "table", "empty"))
    if _reads(module):
        from reportgen.figures.kit.contract import check, settled

        def read(data: ChartData, options: Any, words: Words) -> Any:
            data, options = settled(data, options)
            chart = module.read(data, options, words)
            check(options, chart)
            return chart

        return Functions(read, module.draw, height, describe, table, empty)
    return _plain(module.draw, height, describe, table, empty)


def _reads(module: ModuleType) -> bool:
    """Whether a kind has `read`, and a `draw` of a chart and a sheet: a plain one may have a helper of that name."""
    try:
        return callable(getattr(module, "read", None)) and len(inspect.signature(module.draw).parameters) == 2
    except (TypeError, ValueError):  # it is no function of Python's
        return False


@frozen
class _Unread:
    """The chart of a plain kind."""

    data: ChartData
    options: Any


def _plain(draw: Any, height: Any, describe: Any, table: Any, empty: Any) -> Functions:
    return Functions(
        lambda data, options, words: _Unread(data, options),
        lambda chart, sheet: draw(sheet.figure, chart.data, chart.options, sheet.house, sheet.words),
        height and (lambda chart, sheet: height(chart.data, chart.options, sheet.house, sheet.words)),
        describe and (lambda chart, words: describe(chart.data, chart.options, words)),
        table and (lambda chart, words: table(chart.data, chart.options, words)),
        empty and (lambda chart, words: empty(chart.data, chart.options, words)),
    )
