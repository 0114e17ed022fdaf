"""The house style for matplotlib: its settings, its colours for series, and a context in which nothing else counts.

Inside `drawing` neither a matplotlibrc nor the fonts of the machine have a say; outside it matplotlib is as it was.
"""

from __future__ import annotations

import logging
import os
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from typing import Any

from reportgen.fonts import Chain, Style
from reportgen.house import House

_WEIGHTS = {"regular": 400, "semibold": 600, "bold": 700}


def settings(house: House) -> Any:
    """matplotlib's settings for the house. Sizes are points."""
    from cycler import cycler

    colours = house.colours
    return {
        "font.family": _families(house),
        **dict.fromkeys(_SIZES, house.sizes.chart),
        **dict.fromkeys(_GREY, colours.grey),
        **dict.fromkeys(("text.color", "axes.titlecolor", "hatch.color"), colours.ink),
        "grid.color": colours.grid,
        "axes.prop_cycle": cycler(color=list(colours.categories)),
        "patch.facecolor": colours.accent,
        "boxplot.medianprops.color": colours.warm,
        **_PLAIN,
    }


_SIZES = (
    "font.size", "axes.titlesize", "axes.labelsize", "xtick.labelsize", "ytick.labelsize", "legend.fontsize",
    "figure.titlesize",
)  # fmt: skip
_GREY = ("axes.labelcolor", "xtick.labelcolor", "ytick.labelcolor", "xtick.color", "ytick.color", "axes.edgecolor")
_PLAIN: dict[str, Any] = {
    "axes.titleweight": "semibold",
    "axes.titlelocation": "left",
    "figure.dpi": 72,
    "savefig.dpi": 72,
    "figure.facecolor": "none",
    "axes.facecolor": "none",
    "axes.spines.top": False,
    "axes.spines.right": False,
    "axes.axisbelow": True,
    "axes.linewidth": 0.8,
    "axes.grid.axis": "y",
    "grid.linewidth": 0.5,
    "xtick.major.width": 0.8,
    "ytick.major.width": 0.8,
    "xtick.major.size": 3,
    "ytick.major.size": 0,
    "axes.unicode_minus": True,
    "axes.formatter.use_locale": False,
    "lines.linewidth": 2.0,
    "lines.solid_capstyle": "butt",
    "legend.frameon": False,
    "legend.borderaxespad": 0.0,
    "hatch.linewidth": 0.7,
    "text.hinting": "none",
    "mathtext.fontset": "custom",
    "mathtext.rm": "house0",
    "mathtext.it": "house0:italic",
    "mathtext.bf": "house0:bold",
    "mathtext.fallback": "stixsans",
    "text.parse_math": False,  # an amount such as "$5 to $10" is no formula; the recorder knows those that are
    "path.sketch": None,
    "path.effects": [],
    "path.simplify": True,
    "image.composite_image": False,
    "svg.hashsalt": "reportgen",
    # rcdefaults leaves these as they are
    "timezone": "UTC",
    "interactive": False,
}


@contextmanager
def drawing(house: House) -> Iterator[None]:
    """matplotlib's own defaults, the house's settings over them, and no fonts but matplotlib's and the house's."""
    import matplotlib

    quiet = logging.getLogger("matplotlib.font_manager")
    level = quiet.level
    with matplotlib.rc_context():
        matplotlib.rcdefaults()
        matplotlib.rcParams.update(settings(house))
        quiet.setLevel(logging.ERROR)  # it warns of a weight that a family lacks; the chain says what then
        try:
            with _fonts(_entries(house)):
                yield
        finally:
            quiet.setLevel(level)


@contextmanager
def _fonts(entries: Sequence[Any]) -> Iterator[None]:
    from matplotlib.font_manager import fontManager

    before, fontManager.ttflist = fontManager.ttflist, list(entries)
    only_its_own = os.environ.pop("MPL_IGNORE_SYSTEM_FONTS", None)  # it would shut the house's fonts out too
    fontManager._findfont_cached.cache_clear()  # type: ignore[attr-defined]
    try:
        yield
    finally:
        fontManager.ttflist = before
        if only_its_own is not None:
            os.environ["MPL_IGNORE_SYSTEM_FONTS"] = only_its_own
        fontManager._findfont_cached.cache_clear()  # type: ignore[attr-defined]


def _families(house: House) -> list[str]:
    """Names for the families of the house's chain that no font of matplotlib's has, and that need no quoting."""
    return [f"house{number}" for number in range(len(house.fonts.chain))]


def _entries(house: House) -> list[Any]:
    """The house's fonts under names of our own, then those that matplotlib brings."""
    from matplotlib import get_data_path
    from matplotlib.font_manager import FontEntry, fontManager

    chain = Chain(house.fonts)
    ours = [
        FontEntry(fname=file.path, name=name, style="italic" if italic else "normal", weight=number)
        for weight, number in _WEIGHTS.items()
        for italic in (False, True)
        for name, file in zip(_families(house), chain.files(Style(weight, italic)), strict=True)  # type: ignore[arg-type]
    ]
    brought = [entry for entry in fontManager.ttflist if entry.fname.startswith(get_data_path())]
    return ours + sorted(brought, key=lambda entry: entry.fname)
