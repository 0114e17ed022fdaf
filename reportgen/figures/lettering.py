"""The words of a chart's table and of its options as the rules of typography have them, before its kind sees them.

A kind measures and compares what it prints. Options that name a column or a file stay as they are.
"""

from __future__ import annotations

from collections.abc import Callable, Container, Mapping
from dataclasses import replace
from typing import Any

from reportgen.figures.contract import ChartData, ChartSpec, ColumnInfo
from reportgen.language import Words


def lettered(spec: ChartSpec, words: Words) -> ChartSpec:
    """The chart with these words; everything else is left alone."""
    data = spec.data
    kept = {info.name for info in data.columns} | set(data.files)
    options = {name: _option(value, words.typeset, kept) for name, value in spec.options.items()}
    return replace(spec, data=_data(data, words.typeset), options=options, title=words.typeset(spec.title))


def _data(data: ChartData, typeset: Callable[[str], str]) -> ChartData:
    rows = tuple({name: typeset(one) if type(one) is str else one for name, one in row.items()} for row in data.rows)
    columns = tuple(_column(info, typeset) for info in data.columns)
    return replace(data, columns=columns, rows=rows, missing=typeset(data.missing), title=typeset(data.title))


def _column(info: ColumnInfo, typeset: Callable[[str], str]) -> ColumnInfo:
    values = tuple(map(typeset, info.values))
    return replace(info, title=typeset(info.title), unit=typeset(info.unit), values=values)


def _option(value: Any, typeset: Callable[[str], str], kept: Container[str]) -> Any:
    """An option, or a part of one: a text, a list or a mapping."""
    match value:
        case str():
            return value if value in kept else typeset(value)
        case Mapping():
            return {_option(key, typeset, kept): _option(one, typeset, kept) for key, one in value.items()}
        case list() | tuple():
            return type(value)(_option(one, typeset, kept) for one in value)
    return value
