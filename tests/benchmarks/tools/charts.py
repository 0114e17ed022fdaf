"""The eight charts as anybody would draw them with matplotlib, for tools that have none of their own.

Runs in the environment of the benchmark, in the process of the tool; `data` is what `figures.chart_data` says.
"""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import matplotlib as mpl
from matplotlib.figure import Figure

COLOURS = ("#003399", "#ffcc00", "#009e73", "#d55e00", "#56b4e9", "#7f7f7f")
STYLE: dict[Any, Any] = {
    "svg.fonttype": "none",
    "svg.hashsalt": "paper",
    "font.family": "DejaVu Sans",
    "font.size": 8,
    "axes.spines.top": False,
    "axes.spines.right": False,
}
WIDTH = 6.4
DPI = 200

Data = dict[str, Any]


def draw(source: Path, folder: Path, kind: str) -> Path:
    """Draw all charts of the data in `source` into `folder`, each as a file of `kind`, svg or png; the folder."""
    mpl.rcParams.update(STYLE)
    data = json.loads((source / "charts.json").read_text())
    folder.mkdir(parents=True, exist_ok=True)
    for chart in CHARTS:
        options: dict[str, Any] = {"metadata": {"Date": None}} if kind == "svg" else {"dpi": DPI}
        chart(data).savefig(folder / f"{chart.__name__}.{kind}", **options)
    return folder


def _figure(height: float = 3.0) -> Figure:
    return Figure(figsize=(WIDTH, height), layout="constrained")


def stages(data: Data) -> Figure:
    figure = _figure()
    axes = figure.add_subplot()
    steps = len(data["steps"])
    for row, done in enumerate(data["stages"]):
        axes.barh(row, done, color=COLOURS[0])
        axes.barh(row, steps - done, left=done, color="#dddddd")
    axes.set_yticks(range(6), data["countries"])
    axes.set_xticks([step + 0.5 for step in range(steps)], data["steps"])
    axes.invert_yaxis()
    return figure


def timeline(data: Data) -> Figure:
    figure = _figure(2.6)
    axes = figure.add_subplot()
    axes.axhline(0, color="black", lw=1)
    for number, (when, event) in enumerate(data["events"]):
        height = (1 if number % 2 else -1) * (1 + number % 3 * 0.5)
        axes.plot([when, when], [0, height], color=COLOURS[0], lw=0.8)
        axes.plot([when], [0], "o", color=COLOURS[0], ms=4)
        axes.text(when, height, event, ha="center", va="bottom" if height > 0 else "top", fontsize=7)
    axes.set_ylim(-3, 3)
    axes.set_yticks([])
    axes.spines["left"].set_visible(False)
    axes.set_xlabel("Year")
    return figure


def grouped(data: Data) -> Figure:
    figure = _figure()
    axes = figure.add_subplot()
    for number, (year, values) in enumerate(data["gdp"].items()):
        axes.bar([place + number * 0.27 for place in range(6)], values, 0.25, color=COLOURS[number], label=year)
    axes.set_xticks([place + 0.27 for place in range(6)], data["countries"])
    axes.set_ylabel("EU = 100")
    axes.legend(frameon=False)
    axes.axhline(50, ls=":", color="grey")
    return figure


def lines(data: Data) -> Figure:
    figure = _figure()
    axes = figure.add_subplot()
    for colour, country, values in zip(COLOURS, data["countries"], data["support"], strict=True):
        axes.plot(data["years"], values, marker="o", ms=3, color=colour, label=country)
    axes.set_xticks(data["years"])
    axes.set_ylabel("Per cent in favour")
    axes.legend(frameon=False, ncols=3, loc="lower center", bbox_to_anchor=(0.5, 1))
    return figure


def dots(data: Data) -> Figure:
    figure = _figure()
    axes = figure.add_subplot()
    for row, (before, after) in enumerate(data["exports"]):
        axes.plot([before, after], [row, row], color="#bbbbbb", zorder=1)
        axes.plot(before, row, "o", color=COLOURS[1])
        axes.plot(after, row, "o", color=COLOURS[0])
    axes.set_yticks(range(6), data["countries"])
    axes.set_xlabel("Share of exports going to the EU, per cent")
    axes.grid(axis="x", lw=0.3)
    return figure


def stacked(data: Data) -> Figure:
    figure = _figure()
    axes = figure.add_subplot()
    base = [0] * 6
    for number, area in enumerate(data["areas"]):
        values = [grants[number] for grants in data["grants"]]
        axes.bar(range(6), values, bottom=base, color=COLOURS[number], label=area)
        base = [low + value for low, value in zip(base, values, strict=True)]
    axes.set_xticks(range(6), data["countries"])
    axes.set_ylabel("EUR million")
    axes.legend(frameon=False, ncols=5, loc="lower center", bbox_to_anchor=(0.5, 1))
    return figure


def multiples(data: Data) -> Figure:
    figure = _figure(3.6)
    grid = figure.subplots(2, 3, sharex=True, sharey=True)
    for axes, country, rates in zip(grid.flat, data["countries"], data["unemployment"], strict=True):
        axes.plot(data["unemployment_years"], rates, color=COLOURS[0])
        axes.set_title(country, fontsize=8, loc="left")
        axes.grid(lw=0.3)
    for row in grid:
        row[0].set_ylabel("Per cent")
    return figure


def heat(data: Data) -> Figure:
    figure = _figure()
    axes = figure.add_subplot()
    axes.pcolormesh(data["levels"], cmap="Blues", edgecolors="white", vmin=0, vmax=6)
    axes.invert_yaxis()
    for row, levels in enumerate(data["levels"]):
        for column, level in enumerate(levels):
            colour = "white" if level > 3 else "black"
            axes.text(column + 0.5, row + 0.5, str(level), ha="center", va="center", color=colour)
    axes.set_xticks([place + 0.5 for place in range(6)], data["countries"])
    axes.set_yticks([place + 0.5 for place in range(6)], data["clusters"])
    axes.tick_params(length=0)
    return figure


CHARTS: tuple[Callable[[Data], Figure], ...] = (stages, timeline, grouped, lines, dots, stacked, multiples, heat)
