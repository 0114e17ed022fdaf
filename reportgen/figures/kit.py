"""What a chart kind may import: the contract and helpers that every good chart needs. Nothing of its own.

In points: `Ruler` (measure, wrap), `axes_in`, `put`, `draw_key`, `spread`. Words: `label`, `some`; for descriptions
`in_turn`, `measure`, `tell_one`, `tell_many`. Colours: `strong_colours`, `shades`, `fills`, `quiet`,
`ink_on`, `DASHES`. Axes: `number_ticks`, `date_position`, `fitting_dates`, `Scale`. Rows of items: `Rows`,
`row_names`, `put_names`, `fit`. Numbers by category and series: `read_cells`, `ordered`; as bars: `parts`,
`rows_of_bars`, `columns_of_bars`.
"""

from __future__ import annotations

from reportgen.colours import mix, ratio
from reportgen.dates import PartialDate
from reportgen.figures.barpaint import GAP, LANE_GAP, Bars, columns_of_bars, rows_of_bars
from reportgen.figures.barparts import BarLabel, Layout, Part, absences, parts, totals
from reportgen.figures.contract import ChartData, ChartError, Column, ColumnInfo, CrossTable, Value
from reportgen.figures.dateaxis import ends_that_fit, fitting_dates
from reportgen.figures.fills import Fill, filled, fills, quiet, strong_colours
from reportgen.figures.layout import KeyEntry, Margins, axes_in, draw_key, key_height, put, size
from reportgen.figures.rows import MOST_HEIGHT, Names, Rows, fit, put_names, require_height, row_names
from reportgen.figures.scales import Scale, date_position, number_ticks, spread
from reportgen.figures.series import (
    Cells,
    Number,
    check_highlight,
    date_of,
    number,
    ordered,
    read_cells,
)
from reportgen.figures.style import DASHES, ink_on, shades
from reportgen.figures.telling import measure, tell_many, tell_one
from reportgen.figures.typeset import LEADING, Ruler
from reportgen.figures.wording import MISSING, alike, column_title, in_turn, label, some, tick_texts
from reportgen.house import House

__all__ = [
    "DASHES",
    "GAP",
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
    "CrossTable",
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
    "check_highlight",
    "column_title",
    "columns_of_bars",
    "date_of",
    "date_position",
    "draw_key",
    "ends_that_fit",
    "filled",
    "fills",
    "fit",
    "fitting_dates",
    "in_turn",
    "ink_on",
    "key_height",
    "label",
    "measure",
    "mix",
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
