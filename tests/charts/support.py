"""Draws a chart kind for a test, once, and tells what the inspection finds in it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from importlib import import_module
from pathlib import Path
from typing import Any
from weakref import WeakKeyDictionary

import numpy as np
from matplotlib.figure import Figure
from matplotlib.lines import Line2D
from matplotlib.text import Text

from reportgen.dates import PartialDate
from reportgen.figures.canvas import new_figure, record
from reportgen.figures.contract import ChartData, ColumnInfo, CrossTable, Value
from reportgen.figures.forms import Functions, functions_of
from reportgen.figures.inspection.inspect import inspect
from reportgen.figures.kit.sheet import Sheet
from reportgen.figures.picture import Picture
from reportgen.figures.style import drawing
from reportgen.figures.typeset import Ruler
from reportgen.house import House
from reportgen.language import Words, words_for

HOUSE = House()
ENGLISH = words_for("en-GB")
FRENCH = words_for("fr")
ROOT = Path(__file__).parents[2]
_PICTURES: WeakKeyDictionary[Figure, Picture] = WeakKeyDictionary()
"""What was painted for each figure."""


def balkans() -> bytes:
    """A HexJSON file of six places, as a paper has it."""
    return (ROOT / "tests/charts/balkans.hexjson").read_bytes()


def day(text: str) -> PartialDate:
    return PartialDate.parse(text)


def table(columns: Mapping[str, Any], *rows: Sequence[Value], missing: str = "") -> ChartData:
    """Data from column names with a type (or a ColumnInfo's further words in a mapping) and rows of values."""
    infos = []
    for name, given in columns.items():
        words = {"type": given} if isinstance(given, str) else dict(given)
        infos.append(ColumnInfo(name, words.pop("title", name.capitalize()), **words))
    return ChartData(tuple(infos), tuple(dict(zip(columns, row, strict=True)) for row in rows), missing)


def kind(kind_name: str, /) -> Any:
    return import_module(f"charts.{kind_name}")


def options_of(kind_name: str, /, **options: Any) -> Any:
    return kind(kind_name).Options(**options)


def does(kind_name: str, /) -> Functions:
    """What the kind can do, as the engine asks for it."""
    found = functions_of(kind(kind_name))
    assert found is not None
    return found


def described(kind_name: str, data: ChartData, options: Any, words: Words) -> str:
    """What the kind says in words."""
    kind_does = does(kind_name)
    assert kind_does.describe is not None
    return kind_does.describe(kind_does.read(data, options, words), words)


def cross_table(kind_name: str, data: ChartData, options: Any, words: Words) -> CrossTable:
    """The data in two directions, of a kind that has a table of its own."""
    kind_does = does(kind_name)
    assert kind_does.table is not None
    return kind_does.table(kind_does.read(data, options, words), words)


def drawn(
    kind_name: str,
    data: ChartData,
    /,
    *,
    words: Words = ENGLISH,
    house: House = HOUSE,
    tall: float | None = None,
    **options: Any,
) -> Figure:
    """The finished figure, `tall` points high, or as high as the kind wants it."""
    kind_does, ruler = does(kind_name), Ruler(house)
    chart = kind_does.read(data, options_of(kind_name, **options), words)
    assert kind_does.height is not None
    tall = kind_does.height(chart, Sheet(house, words, ruler)) if tall is None else tall
    with drawing(house):
        figure = new_figure(house.page.measure, tall, ruler)
        kind_does.draw(chart, Sheet(house, words, ruler, figure))
        _PICTURES[figure] = record(figure)
    return figure


def points(line: Line2D) -> list[tuple[float, float]]:
    """The points of a drawn line, in the data's units."""
    return [(float(x), float(y)) for x, y in np.asarray(line.get_xydata(), dtype=float)]


def texts(figure: Figure) -> list[Text]:
    """Every visible text that says something."""
    found = [text for text in figure.findobj(Text) if isinstance(text, Text)]
    return [text for text in found if text.get_visible() and text.get_text().strip() and _shown(text)]


def _shown(text: Text) -> bool:
    """False for the labels of an axis that is off, or that lie outside its view: they are not drawn."""
    axes = text.axes
    if axes is None:
        return True
    if not axes.axison:
        return text in axes.texts
    ticks = [*axes.xaxis.get_ticklabels(), *axes.yaxis.get_ticklabels()]
    return text in axes.texts or text in ticks


def words_in(figure: Figure) -> list[str]:
    """What the texts say, with wrapped lines joined."""
    return [text.get_text().replace("-\n", "").replace("\n", " ") for text in texts(figure)]


def faults(figure: Figure, house: House = HOUSE) -> list[str]:
    """What a reader would stumble over in a drawn figure, as the engine itself inspects it."""
    with drawing(house):
        return [f"{finding.rule}: {finding.message}" for finding in inspect(figure, _PICTURES[figure], house)]
