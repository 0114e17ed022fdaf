"""What a chart kind may import: the contract and helpers that every good chart needs. Nothing of its own.

In points: `Ruler` (measure, wrap), `axes_in`, `put`, `draw_key`, `label_ends`, `spread`. Words: `label`. Colours:
`series_colours`, `shades`, `ink_on`, `edge_for`, `DASHES`, `HATCHES`. Axes: `number_ticks`,
`date_ticks`, `date_position`.
"""

from __future__ import annotations

from reportgen.colours import best_on, luminance, mix, ratio
from reportgen.dates import PartialDate
from reportgen.figures.contract import ChartData, ChartError, Column, ColumnInfo, Value
from reportgen.figures.layout import (
    EndLabel,
    KeyEntry,
    Margins,
    axes_in,
    draw_key,
    key_height,
    label_ends,
    put,
    size,
)
from reportgen.figures.scales import date_position, date_ticks, number_ticks, spread
from reportgen.figures.style import DASHES, HATCHES, edge_for, ink_on, series_colours, shades
from reportgen.figures.typeset import LEADING, Ruler
from reportgen.figures.wording import MISSING, column_title, label
from reportgen.house import House

__all__ = [
    "DASHES",
    "HATCHES",
    "LEADING",
    "MISSING",
    "ChartData",
    "ChartError",
    "Column",
    "ColumnInfo",
    "EndLabel",
    "House",
    "KeyEntry",
    "Margins",
    "PartialDate",
    "Ruler",
    "Value",
    "axes_in",
    "best_on",
    "column_title",
    "date_position",
    "date_ticks",
    "draw_key",
    "edge_for",
    "ink_on",
    "key_height",
    "label",
    "label_ends",
    "luminance",
    "mix",
    "number_ticks",
    "put",
    "ratio",
    "series_colours",
    "shades",
    "size",
    "spread",
]
