"""What a chart kind may import: the contract and helpers that every good chart needs. Nothing of its own.

In points: `Ruler` (measure, wrap), `axes_in`, `put`, `draw_key`, `label_ends`, `spread`. Words: `label`, `some`. Colours:
`series_colours`, `strong_colours`, `shades`, `fills`, `quiet`, `ink_on`, `edge_for`, `DASHES`, `HATCHES`. Axes:
`number_ticks`, `date_ticks`, `date_position`, `Scale`. Rows of items: `Rows`, `row_names`, `put_names`, `fit`.
"""

from __future__ import annotations

from reportgen.colours import best_on, luminance, mix, ratio
from reportgen.dates import PartialDate
from reportgen.figures.contract import ChartData, ChartError, Column, ColumnInfo, Value
from reportgen.figures.fills import Fill, filled, fills, quiet, strong_colours
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
from reportgen.figures.rows import Names, Rows, fit, put_names, require_height, row_names
from reportgen.figures.scales import Scale, date_position, date_ticks, number_ticks, spread
from reportgen.figures.style import DASHES, HATCHES, edge_for, ink_on, series_colours, shades
from reportgen.figures.typeset import LEADING, Ruler
from reportgen.figures.wording import MISSING, column_title, label, some
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
    "Fill",
    "House",
    "KeyEntry",
    "Margins",
    "Names",
    "PartialDate",
    "Rows",
    "Ruler",
    "Scale",
    "Value",
    "axes_in",
    "best_on",
    "column_title",
    "date_position",
    "date_ticks",
    "draw_key",
    "edge_for",
    "filled",
    "fills",
    "fit",
    "ink_on",
    "key_height",
    "label",
    "label_ends",
    "luminance",
    "mix",
    "number_ticks",
    "put",
    "put_names",
    "quiet",
    "ratio",
    "require_height",
    "row_names",
    "series_colours",
    "shades",
    "size",
    "some",
    "spread",
    "strong_colours",
]
