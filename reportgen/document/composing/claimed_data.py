"""The figures of a chart that its title can speak of: those of names through time, and those of names side by side.

Of a chart with several measures, or with two of a row, there are none. `claims` holds titles against them.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import field

from reportgen.dates import PartialDate
from reportgen.document.inlines import plain
from reportgen.document.text.desk import ChartDraft
from reportgen.figures.contract import ChartSpec, ColumnInfo, Value
from reportgen.frozen import frozen

_ROWS = {
    "bars": "category",
    "dots": "category",
    "map": "place",
    "tilemap": "place",
    "lines": "date",
    "area": "date",
    "small-multiples": "date",
    "slope": "category",
}
"""Kinds of one value a row, or of one a name and date, and the option that names the column of the rows."""
_TIMES = ("year", "date")
_OTHERWISE = {"of", "against", "shares"}
"""Options by which a chart shows something else than the values of its column."""
_When = float | PartialDate


@frozen
class Figures:
    """What a chart shows of one measure."""

    called: str
    """what the measure is called, with its unit"""
    about: str
    """what the table and the subtitle say of it besides"""
    percent: bool
    ways: Mapping[str, Sequence[tuple[str, float]]] = field(default_factory=dict)
    """through time: for each name ("" for the only one) its years and values in order, without gaps at the ends"""
    ranks: Mapping[str, float] = field(default_factory=dict)
    """side by side: for each name its value"""
    one_level: bool = False
    """whether no row is known to hold the sum of others, or a part of one"""


def figures_of(chart: ChartDraft) -> Figures | None:
    """The figures of a chart; None where it has several measures, or gaps among names side by side."""
    spec, options = chart.spec, chart.spec.options
    infos = {info.name: info for info in spec.data.columns}
    rows, values = options.get(_rows_option(spec)), options.get("values", options.get("value"))
    columns = [values] if isinstance(values, str) else [*values] if isinstance(values, list | tuple) else []
    series = options.get("series", options.get("panel"))
    named = [rows, *columns, *([series] if series is not None else [])]
    if len(named) < 2 or not {*named} <= infos.keys() or _OTHERWISE & options.keys() or len(spec.data) < 2:
        return None
    info = infos[columns[0]]
    several = len(columns) > 1
    called = "" if several else f"{info.title} {info.unit}"
    about = f"{spec.data.title} {plain(chart.subtitle)}"
    found = [*_points(spec, infos, str(rows), columns, series)]
    if any(when is not None for _, when, _ in found):
        ways = _ways(found)
        return Figures(called, about, "%" in info.unit, ways) if ways else None
    ranks = {name: value for name, _, value in found if value is not None}
    whole = not several and series is None and len(ranks) == len(found)
    one_level = chart.selected is not None and not chart.selected.table.totals
    return Figures(called, about, "%" in info.unit, ranks=ranks, one_level=one_level) if whole else None


def _rows_option(spec: ChartSpec) -> str:
    usual = _ROWS.get(spec.kind, "")
    return "category" if usual == "date" and "date" not in spec.options else usual


def _points(
    spec: ChartSpec, infos: Mapping[str, ColumnInfo], rows: str, columns: Sequence[str], series: str | None
) -> Iterator[tuple[str, _When | None, float | None]]:
    """Each value with its name and, of a chart through time, its date: the slopes between two columns have an order."""
    along = rows if infos[rows].type in _TIMES else series if series and infos[series].type in _TIMES else None
    for row in spec.data:
        for at, column in enumerate(columns):
            value = row[column]
            number = value if isinstance(value, float) else None
            if along == rows:
                name = str(row[series]) if series else infos[column].title if len(columns) > 1 else ""
                yield name, _when(row[rows]), number
            elif along:
                yield str(row[rows]), _when(row[along]), number
            else:
                sloped = spec.kind == "slope" and len(columns) > 1
                yield str(row[rows]), float(at) if sloped else None, number


def _when(value: Value) -> _When | None:
    return value if isinstance(value, float | PartialDate) and not isinstance(value, bool) else None


def _ways(found: Sequence[tuple[str, _When | None, float | None]]) -> dict[str, list[tuple[str, float]]]:
    """The values of each name in their order; a name that stands twice at a date, or lacks its first or last value,
    is left out."""
    by: dict[str, dict[_When, float | None]] = {}
    for name, when, value in found:
        if when is None or when in by.setdefault(name, {}):
            return {}
        by[name][when] = value
    times = sorted({when for known in by.values() for when in known})
    return {
        name: [(_year(when), value) for when in times if (value := known.get(when)) is not None]
        for name, known in by.items()
        if len(times) > 1 and known.get(times[0]) is not None and known.get(times[-1]) is not None
    }


def _year(when: _When) -> str:
    return str(when.year) if isinstance(when, PartialDate) else f"{when:.0f}"
