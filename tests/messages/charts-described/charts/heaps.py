"""Heaps: a dot for each row; what is said of them is chosen by `tells`."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from reportgen.figures.kit import Column, label


@dataclass(frozen=True)
class Options:
    """What an author may write under `kind: heaps`."""

    name: Column
    """The column that names the heaps."""
    value: Column
    """The column with the values."""
    tells: str = ""
    """What is said: "english", "format", "nothing", "other"; without it, what is right."""


def draw(figure: Any, data: Any, options: Options, house: Any, words: Any) -> None:
    """Draw the dots from left to right."""
    axes = figure.add_axes((0.2, 0.2, 0.7, 0.7))
    axes.plot(range(len(data)), data[options.value], "o", color=house.colours.accent)


def describe(data: Any, options: Options, words: Any) -> str:
    """The largest heap."""
    most = max(data, key=lambda row: row[options.value])
    name, value = most[options.name], most[options.value]
    right = label(value, data.info(options.value), words)
    said = {
        "english": f"The largest is {name}: {right}.",
        "format": f"{name} : {value:.1f}",
        "nothing": f"{name} est en tête.",
        "other": f"{name} : {right}, soit 7{right}",
    }
    return said.get(options.tells, f"La plus grande valeur est {right}, {name}.")
