"""Charts of one row an item: how high the rows are, names that wrap in a column at the left.

Plain arithmetic in points and texts put on the figure; what a row shows is the kind's own.
"""

from __future__ import annotations

import math
import re
from collections.abc import Sequence
from itertools import accumulate
from typing import TYPE_CHECKING

from reportgen.figures.contract import ChartError
from reportgen.figures.layout import put, size
from reportgen.figures.typeset import Ruler
from reportgen.fonts import Weight
from reportgen.frozen import frozen
from reportgen.house import MM, House

if TYPE_CHECKING:
    from matplotlib.figure import Figure

WORDS_HEIGHT = 8.8
"""What is kept of a page for a chart's title and source, in sizes of the body's type."""

NAME_GAP = 8.0
"""Between the names of the rows and what they name, in points."""


def most_height(house: House) -> float:
    """The height that a chart may take, in points, so that it stays on a page with its title and source."""
    room = house.page.text_height
    return max(room - WORDS_HEIGHT * house.sizes.base, room / 2)


def fit(text: str, width: float, ruler: Ruler, size: float | None = None, weight: Weight = "regular") -> str:
    """`text` wrapped to `width` points; a word that is wider on its own is broken with a hyphen."""
    words = [part for word in re.split(r"[ \n\t]+", text) if word for part in _pieces(word, width, ruler, size, weight)]
    return ruler.wrap(" ".join(words), width, size, weight)


def _pieces(word: str, width: float, ruler: Ruler, size: float | None, weight: Weight) -> list[str]:
    pieces: list[str] = []
    while len(word) > 1 and ruler.width(word, size, weight) > width:
        cut = next((n for n in range(len(word) - 1, 1, -1) if ruler.width(word[:n] + "-", size, weight) <= width), 1)
        pieces.append(word[:cut].rstrip("-") + "-")
        word = word[cut:]
    return [*pieces, word]


@frozen
class Names:
    """The names of rows, wrapped, and the width of their column with its gap."""

    texts: tuple[str, ...]
    width: float
    size: float

    def heights(self, ruler: Ruler, gap: float = 4.0) -> list[float]:
        """What each row needs for its name, with `gap` between rows."""
        return [ruler.height(text, self.size) + gap for text in self.texts]


def row_names(names: Sequence[str], house: House, ruler: Ruler, total: float, share: float = 0.36) -> Names:
    """Names in at most `share` of `total` points."""
    size_ = house.sizes.chart + 0.4
    texts = tuple(fit(name, total * share, ruler, size_, "semibold") for name in names)
    return Names(texts, ruler.widest(texts, size_, "semibold") + NAME_GAP, size_)


def put_names(figure: Figure, names: Names, centres: Sequence[float]) -> None:
    """Write the names right-aligned in their column, each at its row's centre."""
    for text, y in zip(names.texts, centres, strict=True):
        put(figure, names.width - NAME_GAP, y, text, size=names.size, weight="semibold", across="right", down="center")


@frozen
class Rows:
    """Rows from the top down: the least height of each and the one that looks best, and what stands above and below."""

    house: House
    least: tuple[float, ...]
    natural: tuple[float, ...]
    above: float = 0.0
    below: float = 0.0

    @property
    def height(self) -> float:
        """The height to draw in: the best one where it fits a page, else a tighter one."""
        fixed = self.above + self.below
        return max(min(sum(self.natural) + fixed, most_height(self.house)), sum(self.least) + fixed)

    def heights(self, figure: Figure) -> list[float]:
        """The height of each row in the figure, in points; ChartError where it is too low for them."""
        _, height = size(figure)
        require_height(self.house, height, sum(self.least) + self.above + self.below, len(self.least))
        spare = max(height - self.above - self.below - sum(self.least), 0.0) / max(len(self.least), 1)
        return [need + spare for need in self.least]

    def centres(self, figure: Figure) -> list[float]:
        """The centre of each row in the figure's points; ChartError where it is too low for them."""
        heights = self.heights(figure)
        ends = accumulate(heights, initial=0.0)
        _, height = size(figure)
        return [height - self.above - end - own / 2 for end, own in zip(ends, heights, strict=False)]


def require_height(house: House, have: float, need: float, rows: int) -> None:
    """Raise ChartError where `need` points are more than a page has, or than the author's `height:` gives."""
    most = most_height(house)
    if need > most + 0.5:
        raise ChartError(
            f"{rows} rows don't fit on a page, about {max(int(rows * most / need), 1)} do",
            "choose rows with where:, or make several charts",
        )
    if need > have + 0.5:
        raise ChartError(f"the height is too low for {rows} rows", f"write height: {math.ceil(need / MM)} or more")
