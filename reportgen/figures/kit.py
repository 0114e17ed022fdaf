"""What a chart kind may import: the contract and helpers that every good chart needs. Nothing of its own.

In points: `Ruler` (measure, wrap), `axes_in`, `put`, `draw_key`, `label_ends`, `spread`. Words: `label`, `some`; for
descriptions `in_turn`, `extremes`, `measure`, `tell_one`, `tell_many`. Colours: `series_colours`, `strong_colours`,
`shades`, `fills`, `quiet`, `ink_on`, `edge_for`, `DASHES`, `HATCHES`. Axes: `number_ticks`, `date_ticks`,
`date_position`, `fitting_dates`, `Scale`. Rows of items: `Rows`, `row_names`, `put_names`, `fit`. Numbers by category
and series: `read_cells`, `ordered`; as bars: `parts`, `rows_of_bars`, `columns_of_bars`.
"""

from __future__ import annotations

from reportgen.colours import best_on, luminance, mix, ratio
from reportgen.dates import PartialDate
from reportgen.figures.barpaint import GAP, LANE_GAP, Bars, columns_of_bars, rows_of_bars
from reportgen.figures.barparts import BarLabel, Layout, Part, absences, parts, totals
from reportgen.figures.contract import ChartData, ChartError, Column, ColumnInfo, Value
from reportgen.figures.dateaxis import ends_that_fit, fitting_dates
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
from reportgen.figures.rows import MOST_HEIGHT, Names, Rows, fit, put_names, require_height, row_names
from reportgen.figures.scales import Scale, date_position, date_ticks, number_ticks, spread
from reportgen.figures.series import (
    Cells,
    Number,
    check_highlight,
    date_of,
    name_of,
    number,
    ordered,
    read_cells,
)
from reportgen.figures.style import DASHES, HATCHES, edge_for, ink_on, series_colours, shades
from reportgen.figures.telling import extremes, measure, tell_many, tell_one
from reportgen.figures.typeset import LEADING, Ruler
from reportgen.figures.wording import MISSING, alike, column_title, in_turn, label, some, tick_texts
from reportgen.house import House

__all__ = [
    "DASHES",
    "GAP",
    "HATCHES",
    "LANE_GAP",
    "LEADING",
    "MISSING",
    "MOST_HEIGHT",
    "BarLabel",
    "Bars",
    "Cells",
    "ChartData",
    "ChartError",
    "Column",
    "ColumnInfo",
    "EndLabel",
    "Fill",
    "House",
    "KeyEntry",
    "Layout",
    "Margins",
    "Names",
    "Number",
    "Part",
    "PartialDate",
    "Rows",
    "Ruler",
    "Scale",
    "Value",
    "absences",
    "alike",
    "axes_in",
    "best_on",
    "check_highlight",
    "column_title",
    "columns_of_bars",
    "date_of",
    "date_position",
    "date_ticks",
    "draw_key",
    "edge_for",
    "ends_that_fit",
    "extremes",
    "filled",
    "fills",
    "fit",
    "fitting_dates",
    "in_turn",
    "ink_on",
    "key_height",
    "label",
    "label_ends",
    "luminance",
    "measure",
    "mix",
    "name_of",
    "number",
    "number_ticks",
    "ordered",
    "parts",
    "put",
    "put_names",
    "quiet",
    "ratio",
    "read_cells",
    "require_height",
    "row_names",
    "rows_of_bars",
    "series_colours",
    "shades",
    "size",
    "some",
    "spread",
    "strong_colours",
    "tell_many",
    "tell_one",
    "tick_texts",
    "totals",
]
