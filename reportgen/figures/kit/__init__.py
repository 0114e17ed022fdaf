"""The kit of chart kinds: what every good chart needs, a module for each idea. Nothing of a kind of its own.

`contract` has what a kind is handed and the options that many share, `sheet` what is drawn on: the figure with its
house, its words and its ruler, texts and keys in points. `wording` has values as they are written. What numbers show is
found by `comparing`; sentences for descriptions are made by `telling`, of time by `trends`, of two moments by `moves`.
Tables are read by `reading` (numbers by category and series), `timeseries` (numbers over time), `periods` (from a start
to an end), `journeys` (stages) and `answers` (on a scale). Places come from `scales` (axes of numbers and of dates),
`rows`, `panels`, `placing` (names of points), `flags`, `sidelabels` and `ranges`; looks from `colouring` and
`tentative`. `bars`, `barchart` and `barwords` are bars whole, `binning` makes classes of a number, `maps` has maps and
reads their files, `areamap` sets the names of areas.

A kind may import each name from here as well, as `from reportgen.figures.kit import label`: it is looked for in all of
these modules, so that no list of names has to be kept. Functions that take a sheet have their form without one then,
which `plain` has.
"""

from __future__ import annotations

from typing import Any


def ideas() -> list[str]:
    """The names of the kit's modules."""
    from pkgutil import iter_modules

    return [f"{__name__}.{module.name}" for module in iter_modules(__path__)]


def __getattr__(name: str) -> Any:
    from importlib import import_module

    for idea in () if name.startswith("_") else (f"{__name__}.plain", *ideas()):
        known = vars(import_module(idea))
        if name in known:
            return known[name]
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
