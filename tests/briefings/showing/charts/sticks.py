"""Sticks: a line for each row, as long as its value."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from reportgen.figures.kit import Column, label


@dataclass(frozen=True)
class Options:
    """What an author may write under `kind: sticks`."""

    name: Column
    """The column that names the sticks."""
    value: Column
    """The column with the values: `number` or `integer`."""
    thick: bool = False
    """`true` draws thick sticks, "logs"."""


def draw(figure: Any, data: Any, options: Options, house: Any, words: Any) -> None:
    """Draw the sticks from the top down, each with its value."""
    axes = figure.add_subplot()
    for place, row in enumerate(reversed(data.rows)):
        value = row[options.value]
        width = 6 if options.thick else 2
        axes.plot([0, value], [place, place], color=house.colours.accent, linewidth=width)
        text = label(value, data.info(options.value), words)
        axes.annotate(text, (value, place), xytext=(6, 0), textcoords="offset points", va="center")
    axes.set_yticks(range(len(data)), [row[options.name] for row in reversed(data.rows)])
    axes.set(xlim=(0, None), xticks=[], ylim=(-0.5, len(data) - 0.5))
    axes.spines[:].set_visible(False)
    axes.margins(x=0.15)


def describe(data: Any, options: Options, words: Any) -> str:
    """The longest stick."""
    longest = max(data.rows, key=lambda row: row[options.value])
    return f"{longest[options.name]} : {label(longest[options.value], data.info(options.value), words)}"
