"""Fills and colours that tell parts of a chart apart in colour, in grey and by hatch; and categories that have them.

Nothing of a chart's layout.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, TypeVar

from reportgen.colours import best_on, lab, mix, ratio
from reportgen.figures.contract import ChartData, ChartError, Column, ColumnInfo
from reportgen.figures.kit.sheet import KeyEntry, colour_hatch
from reportgen.figures.kit.wording import label
from reportgen.frozen import frozen
from reportgen.house import House

if TYPE_CHECKING:
    from matplotlib.axes import Axes
    from matplotlib.patches import Patch, Rectangle

    from reportgen.language import Words


Shape = TypeVar("Shape", bound="Patch")

DASHES: tuple[str | tuple[float, tuple[float, ...]], ...] = (
    "solid",
    (0, (5, 2)),
    (0, (1.2, 1.2)),
    (0, (7, 2, 1.5, 2)),
    (0, (3, 1.2)),
    (0, (1.2, 3)),
)
"""Line styles that tell series apart without colour, in order."""


@frozen
class PartFill:
    """How a part is filled: told from the others by colour, by grey and by hatch."""

    colour: str
    edge: str
    """The colour of its outline, or "none"."""
    hatch: str = ""
    strokes: str = "none"
    """The colour of the hatch."""
    dashes: tuple[float, ...] = ()
    """The dashes of its outline; none for a whole one."""

    def entry(self, text: str) -> KeyEntry:
        """Its line in a key."""
        edge = self.strokes if self.hatch else self.edge
        return KeyEntry(text, self.colour, edge if edge != "none" else None, self.hatch or None, dashes=self.dashes)


TONES_APART = 3.05
"""The contrast between solid tones: a little more than the 3:1 that the inspection asks of neighbours."""

OUTLINE = 0.75
"""The width in points of the outline that a pale fill is seen by."""

_HATCHES = ("", "", "////", "////", "....", "....")
"""Of six parts, in matplotlib's letters: what two colours and two shades don't tell apart, a hatch does."""


def fills(house: House, count: int) -> list[PartFill]:
    """A fill for each of up to six parts: three or fewer are solid; of more, dark and light take turns, and a hatch
    tells one pair from the next."""
    colours = house.colours
    strong = [colour for colour in colours.categories if ratio(colour, colours.paper) >= 4.5] or [colours.ink]
    if count == 3:
        return _tones(house, strong[2 % len(strong)])
    found = []
    for index in range(count):
        base, hatch = strong[(0, 0, 2, 1, 3, 2)[index % 6] % len(strong)], _HATCHES[index % 6]
        if index % 2:
            edge = mix(base, colours.ink, 0.2)
            found.append(PartFill(mix(base, colours.paper, 0.62), edge, hatch, edge))
        else:
            found.append(PartFill(base, "none", hatch, mix(base, colours.paper, 0.75)))
    return found


def rising(key: Sequence[KeyEntry]) -> list[KeyEntry]:
    """The lines of a key from the least to the most, with arrows that say so."""
    return [*(replace(entry, text=f"{entry.text} →") for entry in key[:-1]), *key[-1:]]


def age_fills(house: House, count: int) -> list[PartFill]:
    """A fill for each of up to six periods, the newest first: it is the darkest; three or fewer are of one colour."""
    return _tones(house, house.colours.accent) if count == 3 else fills(house, count)


def _tones(house: House, between: str) -> list[PartFill]:
    """Dark, middling (of the colour `between`) and pale, all 3:1 to each other in grey; the pale one has an outline."""
    base, ink, paper = house.colours.accent, house.colours.ink, house.colours.paper
    pale = mix(base, paper, 0.9)
    middling = _first([mix(between, paper, step / 40) for step in range(24, 0, -1)], pale) or between
    dark = _first([mix(base, ink, step / 20) for step in range(20)], middling) or ink
    return [PartFill(dark, "none"), PartFill(middling, "none"), PartFill(pale, mix(base, ink, 0.2))]


def _first(tones: Iterable[str], other: str) -> str | None:
    """The first of the tones that stands out from another one."""
    return next((tone for tone in tones if ratio(tone, other) >= TONES_APART), None)


def open_fill(house: House) -> PartFill:
    """An empty part, such as what is left of a total: known by its dashed outline, in grey too."""
    return PartFill(house.colours.paper, house.colours.grey, dashes=(3.2, 1.8))


def opposed_fills(house: House, left: int, right: int) -> tuple[list[PartFill], PartFill, list[PartFill]]:
    """Fills for a scale of answers from left to right: up to three a side, strong at the ends, and one for the middle.

    In grey the left is known by its hatch.
    """
    colours = house.colours
    middle = PartFill(
        mix(colours.grey, colours.paper, 0.82), colours.grey, "....", mix(colours.grey, colours.paper, 0.4)
    )
    towards_middle = _side_fills(house, colours.accent, right, ("", "||||", ""))
    return _side_fills(house, colours.warm, left, ("////", "xxxx", "////")), middle, towards_middle[::-1]


def _side_fills(house: House, base: str, count: int, hatches: tuple[str, str, str]) -> list[PartFill]:
    """From the end to the middle: strong, and pale with an outline."""
    edge = mix(base, house.colours.ink, 0.2)
    paler = [mix(base, house.colours.paper, share / 50) for share in range(31, 46)]
    pale = next((colour for colour in paler if ratio(colour, base) >= 3.1), paler[-1])
    strong = PartFill(base, "none", hatches[0], mix(base, house.colours.paper, 0.45))
    strokes = mix(base, house.colours.paper, 0.25)
    between, near = (PartFill(pale, edge, hatch, strokes) for hatch in hatches[1:])
    return [strong, *([between] if count > 2 else []), *([near] if count > 1 else [])]


def shades(house: House, count: int) -> list[str]:
    """`count` shades of the accent from dark to light, for values that have an order."""
    strongest, lightest = house.colours.accent, mix(house.colours.accent, house.colours.paper, 0.82)
    return [mix(strongest, lightest, index / max(count - 1, 1)) for index in range(count)]


def ink_on(fill: str, house: House) -> str:
    """The colour for text on a fill: the house's ink or its paper, whichever stands out more."""
    return best_on(fill, (house.colours.paper, house.colours.ink))


def strong_colours(house: House, count: int) -> list[str]:
    """Colours for `count` lines or dots that can also set text: 4.5:1 on paper; they repeat after the last."""
    colours = house.colours
    strong = [colour for colour in colours.categories if ratio(colour, colours.paper) >= 4.5] or [colours.ink]
    return [strong[index % len(strong)] for index in range(count)]


def quiet(house: House) -> str:
    """The grey of what is not highlighted: 3:1 on paper."""
    colours = house.colours
    greys = [mix(colours.grey, colours.paper, share) for share in (0.5, 0.4, 0.3, 0.0)]
    return next((grey for grey in greys if ratio(grey, colours.paper) >= 3), greys[-1])


def pale_accent(house: House, contrast: float) -> str:
    """The accent, as light as it may be to stand out from paper by `contrast`."""
    colours = house.colours
    tones = [mix(colours.accent, colours.paper, step / 20) for step in range(12, 0, -1)]
    return next((tone for tone in tones if ratio(tone, colours.paper) >= contrast), colours.accent)


def filled(axes: Axes, x: float, y: float, width: float, height: float, fill: PartFill) -> Rectangle:
    """Draw a filled rectangle in the data's units of `axes` and give it; hatch and outline are laid over it."""
    from matplotlib.patches import Rectangle

    return _laid(axes, lambda **look: Rectangle((x, y), width, height, **look), fill)


def filled_between(
    axes: Axes, xs: Sequence[float], lows: Sequence[float], highs: Sequence[float], fill: PartFill
) -> None:
    """Draw the filled band between two lines over `xs`, all in the data's units of `axes`."""
    filled_shape(axes, [*zip(xs, highs, strict=True), *reversed(list(zip(xs, lows, strict=True)))], fill)


def filled_shape(axes: Axes, corners: Sequence[tuple[float, float]], fill: PartFill) -> None:
    """Draw a filled shape with these corners, in the data's units of `axes`."""
    from matplotlib.patches import Polygon

    _laid(axes, lambda **look: Polygon(corners, **look), fill)


def _laid(axes: Axes, shape: Callable[..., Shape], fill: PartFill) -> Shape:
    """Add a shape's body, and over it its hatch and its outline where it has them."""
    body = shape(facecolor=fill.colour, edgecolor="none", linewidth=0)
    axes.add_patch(body)
    if fill.hatch:
        strokes = shape(fill=False, hatch=fill.hatch, edgecolor=fill.strokes, linewidth=0)
        colour_hatch(strokes, fill.strokes)
        axes.add_patch(strokes)
    if fill.edge != "none":
        outline = shape(fill=False, edgecolor=fill.edge, linewidth=OUTLINE)
        if fill.dashes:
            outline.set_linestyle((0, fill.dashes))
        axes.add_patch(outline)
    return body


MOST_CATEGORIES = 6
"""So many fills can be told apart."""


def categories_of(values: Iterable[str], info: ColumnInfo) -> tuple[str, ...]:
    """The categories in the order of their fills: the column's, else the table's.

    Categories that no value has keep their place, so that a fill means the same in two charts. ChartError for too many.
    """
    there = tuple(dict.fromkeys(values))
    if len(there) > MOST_CATEGORIES:
        message = f"{len(there)} categories can't be told apart, {MOST_CATEGORIES} can"
        raise ChartError(message, "put small ones together, or use a table")
    return (*info.values, *(value for value in there if value not in info.values))


def groups_of(data: ChartData, column: Column | None, most: int, words: Words) -> tuple[str, ...]:
    """The names of the groups that rows belong to, in the order of the column's `values`, else of the table.

    () without a column. ChartError for a row without a group, and for more than `most`.
    """
    if column is None:
        return ()
    if None in data[column]:
        raise _without_group(data, column)
    info = data.info(column)
    there = dict.fromkeys(label(value, info, words) for value in data[column])
    groups = tuple(dict.fromkeys([*(value for value in info.values if value in there), *there]))
    if len(groups) > most:
        raise ChartError(f"{len(groups)} groups can't be told apart, {most} can", "leave group: out")
    return groups


def _without_group(data: ChartData, column: Column) -> ChartError:
    """What is wrong with a row without a group, which may be that of a total."""
    row = data.rows[data[column].index(None)]
    named = ((info.name, row[info.name]) for info in data.columns if info.type == "string" and info.name != column)
    for name, value in named:
        if value is not None:
            hint = f"fill the column '{column}', or leave the row out: where: {{{name}: \"!={value}\"}}"
            return ChartError(f"the row '{value}' has no group", hint)
    return ChartError("a row has no group", f"fill the column '{column}', or leave the row out with where:")


def category_fills(count: int, house: House, *, ordered: bool = False) -> list[PartFill]:
    """A fill for each category: full colours and outlined tints take turns, or shades from dark to light."""
    colours = house.colours
    if ordered:
        return degree_fills(count, house)
    strong = strong_colours(house, 4)
    full = [PartFill(strong[index], "none") for index in (0, 2, 3)]
    pale = [PartFill(mix(strong[index], colours.paper, 0.78), strong[index]) for index in (1, 2, 0)]
    turns = [fill for pair in zip(full, pale, strict=True) for fill in pair]
    return [turns[index % len(turns)] for index in range(count)]


FEW_DEGREES = 4
"""So many shades between the accent and its palest are plainly different."""


def degree_fills(count: int, house: House) -> list[PartFill]:
    """Shades from dark to light for degrees of one thing, on which text is legible; pale ones have an outline.

    They are equally far apart to the eye; more than `FEW_DEGREES` begin darker than the accent, to be far enough.
    """
    colours = house.colours
    dark = [mix(colours.accent, colours.ink, step / 50) for step in range(25, 0, -1)] if count > FEW_DEGREES else []
    every = [*dark, *shades(house, 60)]
    legible = [shade for shade in every if ratio(ink_on(shade, house), shade) >= 4.5] or [colours.paper]
    ends = lab(legible[0])[0], lab(legible[-1])[0]
    wanted = [ends[0] + index * (ends[1] - ends[0]) / max(count - 1, 1) for index in range(count)]
    chosen = [min(legible, key=lambda shade: abs(lab(shade)[0] - want)) for want in wanted]
    return [PartFill(shade, "none" if ratio(shade, colours.paper) >= 3 else colours.accent) for shade in chosen]
