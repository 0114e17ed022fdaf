"""Charts and kinds to test with."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from reportgen.figures.contract import ChartData, ChartSpec, ColumnInfo
from reportgen.problems import Place

DATA = ChartData(
    (ColumnInfo("fruit", "Fruit"), ColumnInfo("tonnes", "Tonnes", "number")),
    ({"fruit": "Apple", "tonnes": 3.0}, {"fruit": "Pear", "tonnes": 5.5}),
)

PLAIN = """
def draw(figure, data, options, house, words):
    axes = figure.add_subplot()
    axes.bar(data["fruit"], data["tonnes"])
"""

TYPED = '''
"""Columns. A bar an item."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from reportgen.figures.kit import Column


@dataclass(frozen=True)
class Options:
    """What an author may write."""

    value: Column
    """How high the bars are."""
    colour: Literal["green", "brown"] = "green"
    least: float = 0.0
    order: tuple[str, ...] = ()


def draw(figure, data, options, house, words):
    axes = figure.add_subplot()
    axes.bar(data["fruit"], data[options.value], color=options.colour)


def describe(data, options, words):
    return f"{len(data)} bars of {options.value} in {options.colour}"


def height(data, options, house, words):
    return 20.0 * len(data)
'''


def spec(kind: str, id_: str = "crop", **given: Any) -> ChartSpec:
    """A chart of DATA; `alt`, `alt_only` and `height` are the block's, what else is given are options."""
    block = {key: given.pop(key) for key in ("alt", "alt_only", "height") if key in given}
    places = {key: Place("text/a.md", 5 + number, 3) for number, key in enumerate(given)}
    return ChartSpec(id_, kind, DATA, given, places, Place("text/a.md", 3, 1), **block)


def kind(folder: Path, name: str, source: str) -> Path:
    """A kind's file in `folder`."""
    folder.mkdir(exist_ok=True)
    path = folder / f"{name}.py"
    path.write_text(source, encoding="utf-8")
    return path
