"""Maps of areas: each area's label inside it where it fits, else beside the map at the end of a line, else listed.

Lengths are points of the figure. What an area is filled with and what its label says is the kind's.
"""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Any, Literal

from reportgen.figures.contract import ChartError
from reportgen.figures.kit import rows
from reportgen.figures.kit.colouring import PartFill, filled_shape
from reportgen.figures.kit.maps.plane import Patch, Plane, patch_of
from reportgen.figures.kit.scales import spread
from reportgen.figures.kit.sheet import Sheet, colour_hatch, put_line
from reportgen.frozen import frozen

if TYPE_CHECKING:
    from matplotlib.axes import Axes
    from matplotlib.path import Path

Level = Literal["said", "signs", "letters"]
LEVELS: tuple[Level, ...] = ("said", "signs", "letters")
"""What labels say: name and value; name and the letter of the class; that letter alone."""
MOST_BESIDE = 0.5
"""The share of the width that labels beside the map may take."""
MOST_LED = 8
"""So many labels beside the map can be told by their lines."""
AWAY = 14.0
"""Between the map and the labels beside it: room for lines to them."""
SEEN = 5.0
"""An area smaller than this is drawn as a dot of this size."""
STRIP = 3.2
"""The width of the paper that such a line lies on, in points."""
BORDER = 0.7
"""The width of the line between areas, in points."""
SIDE_GAP = 3.0
"""Between labels above each other."""
LABEL_AIR = 2.0
"""From a label to the border of its area."""


@frozen
class Labelled:
    """Areas of the plane, by their numbers, with their name, what is said of them and the letter of their class."""

    at: tuple[int, ...]
    name: str
    said: str
    sign: str
    fill: PartFill | None

    def text(self, level: Level) -> str:
        """What the label says."""
        return {"said": f"{self.name}\n{self.said}", "signs": f"{self.name} {self.sign}", "letters": self.sign}[level]


@frozen
class Placed:
    """A label with its middle and, of one beside the map, its edge towards it and the point that its line leads to."""

    area: Labelled
    text: str
    x: float
    y: float
    led: tuple[float, float] | None = None


@frozen
class Labels:
    """The areas at their places, their labels, and below them a note on what could have none."""

    level: Level
    patches: tuple[Patch, ...]
    placed: tuple[Placed, ...]
    note: str
    below: float
    """The height of the note."""
    fits: bool


def labels_of(plane: Plane, areas: Sequence[Labelled], level: Level, sheet: Sheet, tall: float) -> Labels:
    """The map over the measure and `tall` points high, with labels of a level; `fits`: whether all have room.

    ChartError where most areas are too small for any label.
    """
    beside: frozenset[int] = frozenset()
    while True:
        note = _note(plane, [areas[at] for at in sorted(beside)] if level == "letters" else [], sheet)
        below = sheet.ruler.height(note) + 4 if note else 0.0
        room = _room(plane, areas, beside, level, sheet)
        if level != "letters" and (len(beside) > MOST_LED or sum(room) > sheet.measure * MOST_BESIDE):
            return Labels(level, (), (), note, below, False)
        patches = _patches(plane, room, sheet.measure, tall - below, below)
        inside = {at: place for at, one in enumerate(areas) if (place := _inside(one, level, patches, sheet))}
        out = frozenset(range(len(areas))) - set(inside) | beside
        if out == beside:
            break
        beside = out
    if level == "letters" and len(beside) > max(len(areas) / 2, MOST_LED):
        hint = "set height:, bring a file with larger areas, HexJSON for one, or write kind: bars"
        raise ChartError(f"{len(beside)} of {len(areas)} areas are too small for a label", hint)
    columns = ([], []) if level == "letters" else _sides(plane, areas, beside)
    led = _beside(areas, columns, level, patches, sheet, (below, tall))
    kept = [place for at, place in inside.items() if at not in beside]
    return Labels(level, patches, (*kept, *(led or ())), note, below, led is not None)


def _note(plane: Plane, gone: Sequence[Labelled], sheet: Sheet) -> str:
    """What has no label, and the projection."""
    said = []
    if gone:
        names = sheet.words.listing([f"{one.name} ({one.sign})" for one in gone])
        said.append(sheet.words.say("charts.map.small", names=names))
    if plane.parallel is not None:
        degrees = sheet.words.number(round(abs(plane.parallel)))
        side = "north" if plane.parallel >= 0 else "south"
        said.append(sheet.words.say(f"charts.map.parallel-{side}", degrees=degrees))
    return rows.fit(" ".join(said), sheet.measure, sheet.ruler)


def _wrapped(one: Labelled, level: Level, sheet: Sheet) -> str:
    """The label of an area that stands beside the map."""
    return rows.fit(one.text(level).replace("\n", ": "), sheet.measure * MOST_BESIDE / 2 - AWAY, sheet.ruler)


def _sides(plane: Plane, areas: Sequence[Labelled], beside: frozenset[int]) -> tuple[list[int], list[int]]:
    """Those of the areas whose labels stand at the left of the map, and at the right: at the nearer side."""
    middles = {}
    for at in sorted(beside):
        xs = [x for one in areas[at].at for ring in plane.areas[one] for x, _ in ring]
        middles[at] = (min(xs) + max(xs)) / 2
    left = [at for at, x in middles.items() if x < plane.width / 2]
    return left, [at for at in middles if at not in left]


def _room(
    plane: Plane, areas: Sequence[Labelled], beside: frozenset[int], level: Level, sheet: Sheet
) -> tuple[float, float]:
    """What labels beside the map take at the left and the right of it."""
    texts = ([_wrapped(areas[at], level, sheet) for at in side] for side in _sides(plane, areas, beside))
    left, right = (sheet.ruler.widest(side) + AWAY if side else 0.0 for side in texts)
    return (0.0, 0.0) if level == "letters" else (left, right)


def _patches(plane: Plane, room: tuple[float, float], measure: float, tall: float, below: float) -> tuple[Patch, ...]:
    """The areas at their places, as large as they can be, in the middle of what labels leave."""
    left, right = room
    wide, high = measure - left - right - 2, max(tall - 2, 10.0)
    scale = min(wide / plane.width, high / plane.height)
    corner = left + 1 + (wide - plane.width * scale) / 2, below + 1 + (high - plane.height * scale) / 2
    return tuple(patch_of(area, scale, corner) for area in plane.areas)


def _inside(one: Labelled, level: Level, patches: Sequence[Patch], sheet: Sheet) -> Placed | None:
    """The label in the largest part of its area; None where it has no room there."""
    patch = _largest(one, patches)
    for text in _forms(one.text(level)):
        width, high = sheet.ruler.widest(text.split("\n"), weight="semibold"), sheet.ruler.height(text)
        if place := patch.room(width + 2 * LABEL_AIR, high + 2 * LABEL_AIR):
            return Placed(one, text, *place)
    return None


def _forms(text: str) -> Iterator[str]:
    """The text in its lines, then with a line for each word of the name."""
    yield text
    name, _, rest = text.partition("\n")
    if " " in name:
        yield "\n".join(filter(None, (*name.split(" "), rest)))


def _beside(
    areas: Sequence[Labelled],
    columns: tuple[list[int], list[int]],
    level: Level,
    patches: Sequence[Patch],
    sheet: Sheet,
    span: tuple[float, float],
) -> list[Placed] | None:
    """The labels at the left and at the right of the map; None where a column is too high."""
    xs = [x for patch in patches for ring in patch.rings for x, _ in ring] or [0.0]
    found: list[Placed] = []
    for edge, column in zip((min(xs) - AWAY, max(xs) + AWAY), columns, strict=True):
        texts = [_wrapped(areas[at], level, sheet) for at in column]
        heights = [sheet.ruler.height(text) + SIDE_GAP for text in texts]
        if sum(heights) > span[1] - span[0]:
            return None
        anchors = [_largest(areas[at], patches).anchor for at in column]
        half = max(heights, default=0.0) / 2
        places = spread([y for _, y in anchors], heights, span[0] + half, span[1] - half)
        for at, text, y, anchor in zip(column, texts, places, anchors, strict=True):
            found.append(Placed(areas[at], text, edge, y, led=anchor))
    return found


def _largest(one: Labelled, patches: Sequence[Patch]) -> Patch:
    return max((patches[at] for at in one.at), key=lambda patch: patch.extent)


def draw_areas(axes: Axes, patches: Sequence[Patch], fills: Sequence[PartFill], sheet: Sheet) -> None:
    """The areas with their holes and borders; outlines of pale ones lie over the others, and a tiny one is a dot."""
    from matplotlib.patches import PathPatch

    for patch, fill in zip(patches, fills, strict=True):
        if patch.extent < SEEN:
            edge = fill.edge if fill.edge != "none" else sheet.colours.paper
            look = {"color": fill.colour, "markeredgecolor": edge, "markersize": SEEN}
            axes.plot([patch.middle[0]], [patch.middle[1]], "o", **look)  # type: ignore[arg-type]
            continue
        shape, paper = _shape(patch), sheet.colours.paper
        axes.add_patch(PathPatch(shape, facecolor=fill.colour, edgecolor=paper, linewidth=BORDER, joinstyle="round"))
        if fill.hatch:
            strokes = PathPatch(shape, fill=False, hatch=fill.hatch, edgecolor=fill.strokes, linewidth=0)
            colour_hatch(strokes, fill.strokes)
            axes.add_patch(strokes)
    for patch, fill in zip(patches, fills, strict=True):
        if fill.edge != "none" and patch.extent >= SEEN:
            outline = PathPatch(_shape(patch), fill=False, edgecolor=fill.edge, linewidth=BORDER, joinstyle="round")
            axes.add_patch(outline)


def _shape(patch: Patch) -> Path:
    from matplotlib.path import Path

    codes: list[Any] = []
    points: list[tuple[float, float]] = []
    for ring in patch.rings:
        codes += [Path.MOVETO, *[Path.LINETO] * (len(ring) - 1), Path.CLOSEPOLY]
        points += [*ring, ring[0]]
    return Path(points, codes)


def lead_in(axes: Axes, one: Placed, sheet: Sheet) -> None:
    """The line from a label beside the map to its area, on a strip of plain paper, so that it is seen on dark areas."""
    assert one.led is not None
    (x, y), end = one.led, one.x - 3 if one.x > one.led[0] else one.x + 3
    long = math.dist((x, y), (end, one.y)) or 1.0
    up, across = (end - x) / long * STRIP / 2, (one.y - y) / long * STRIP / 2
    corners = [(x - across, y + up), (x + across, y - up), (end + across, one.y - up), (end - across, one.y + up)]
    filled_shape(axes, corners, PartFill(sheet.colours.paper, "none"))
    put_line(sheet.figure, one.led, (end, one.y), sheet.colours.ink, 0.6)


def write(one: Placed, ink: str, ground: str, sheet: Sheet) -> None:
    """A label, its name heavier; `ground` is what it stands on over a hatch, "" for none."""
    across = "center" if one.led is None else "left" if one.x > one.led[0] else "right"
    text = sheet.put(one.x, one.y, one.text, colour=ink, across=across, down="center")
    if one.led is None:
        text.set_fontweight("semibold")
    if ground:
        text.set_bbox({"facecolor": ground, "edgecolor": "none", "pad": 1.5})
