"""Tile map: a tile for each country or region, about where it lies, filled by a number's class or by category.

All tiles are equally large, so that small places are seen. Each has its name, or a short code where names don't fit,
and its number. Tiles that the table has no value for are empty.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from reportgen.figures.kit import binning, colouring, maps, reading, rows, telling, wording
from reportgen.figures.kit.colouring import PartFill
from reportgen.figures.kit.contract import (
    CategoryOrder,
    ChartData,
    ChartError,
    Column,
    ColumnInfo,
    Mark,
    MissingText,
    Value,
    frozen,
)
from reportgen.figures.kit.maps import Tile, TileMap
from reportgen.figures.kit.sheet import KeyEntry, Sheet

if TYPE_CHECKING:
    from matplotlib.axes import Axes

    from reportgen.language import Words

GAP = 3.0
"""Between tiles, in points."""
MOST_WIDTH = 84.0
"""The width of a tile, in points."""
SHAPE = 0.7
"""The height of a tile to its width."""
EASY_TYPE = 9.0
"""The size of type in tiles that have room for it, in points: the least that is read at ease."""
INSET = 2.5
"""From the edge of a tile to its text."""
WITHHELD = ("////", "....", "xxxx")
"""The hatches of empty tiles whose marks say why."""
MOST_NAMED = 6
"""So many places of one category are named in the description."""


@dataclass(frozen=True, kw_only=True)
class Options(CategoryOrder, MissingText):
    """What an author may write under `kind: tilemap`."""

    map: str
    """The map: `europe`, `uk` (its nations and the regions of England), or a HexJSON file of the paper's folder, such
    as `maps/regions.hexjson`."""
    place: Column
    """The column that names the places, in English or French, or by their codes (such as ISO 3166)."""
    value: Column
    """The column with the number or the category that fills the tiles."""
    limits: tuple[float, ...] = ()
    """The limits between the classes of a number, the lowest first; without it, up to five classes with round ones."""
    missing_text: str = ""
    """What empty tiles mean, for the key; without it, what the table says in `missing:`."""


@frozen
class Chart:
    """A map, and what the table says of its places, each by its code."""

    map: TileMap
    values: Mapping[str, Value]
    """None where the table has no value."""
    names: Mapping[str, str]
    """As the table or the map calls the places."""
    info: ColumnInfo
    title: str
    """What is shown."""
    numbers: bool
    """Whether the values are numbers, or categories."""
    classes: tuple[str, ...]
    """What the classes or categories are called."""
    places: Mapping[str, int]
    """The class of each place that has a value."""
    marks: Mapping[str, Mark]
    """How firm a value is, or why there is none."""
    missing: str

    @property
    def used(self) -> Sequence[int]:
        """The classes to tell of: all of a number's, but of categories those that there are."""
        return range(len(self.classes)) if self.numbers else sorted(set(self.places.values()))

    def why(self, code: str, words: Words) -> str:
        """Why a place of the table has no value; "" where nobody says."""
        mark = self.marks.get(code)
        return wording.meaning(mark, words) if mark else self.missing

    def shown(self, words: Words) -> dict[str, str]:
        """What the tiles say."""
        there = self.places if self.numbers else ()
        return {code: wording.label(self.values[code], wording.on_a_tile(self.info), words) for code in there}


def read(data: ChartData, options: Options, words: Words) -> Chart:
    """Read the table; ChartError for no values, unknown places and a place with two rows."""
    found = maps.map_of(options.map, data.files)
    reading.require_rows(data)
    names = {tile.code: tile.name(words.tag) for tile in found.tiles}
    rows_at = _rows_at(data, options, found, names, words)
    values = {code: data.rows[at][options.value] for code, at in rows_at.items()}
    marks = {code: mark for code, at in rows_at.items() if (mark := data.mark(at, options.value))}
    known = {code: value for code, value in values.items() if value is not None}
    if not known:
        raise ChartError("the chart has no values", f"fill the column '{options.value}', or check where:")
    info = wording.alike(data.info(options.value), [value for value in known.values() if isinstance(value, float)])
    classes, places, whole = binning.classed(known, info, options.limits, words)
    title = telling.measure(data, info, words)
    return Chart(found, values, names, info, title, whole, classes, places, marks, data.missing)


def _rows_at(
    data: ChartData, options: Options, found: TileMap, names: Mapping[str, str], words: Words
) -> dict[str, int]:
    """The row of each place, by its code."""
    rows_at: dict[str, int] = {}
    tiles = found.tiles_of([reading.name_of(row, options.place, data, words) for row in data], words.tag)
    for at, tile in enumerate(tiles):
        if tile.code in rows_at:
            message = f"the table has more than one row for '{names[tile.code]}'"
            raise ChartError(message, "choose one with where:, or write latest: true")
        rows_at[tile.code] = at
    return rows_at


def _fills(chart: Chart, sheet: Sheet) -> tuple[dict[str, PartFill], list[KeyEntry]]:
    """The fill of each tile that has one, by its code, and the key above them."""
    count, words = len(chart.classes), sheet.words
    chosen = colouring.fills(sheet.house, count)
    if chart.numbers:
        chosen = colouring.degree_fills(count, sheet.house)[::-1]
    key = [chosen[index].entry(chart.classes[index]) for index in chart.used]
    key = colouring.rising(key) if chart.numbers else key
    found = {code: chosen[place] for code, place in chart.places.items()}
    why = {code: mark for code, mark in chart.marks.items() if code not in chart.places}
    colours, quiet = sheet.colours, colouring.quiet(sheet.house)
    for mark, hatch in zip(dict.fromkeys(why.values()), WITHHELD, strict=False):
        fill = PartFill(colours.paper, colours.grey, hatch, quiet)
        key.append(fill.entry(wording.meaning(mark, words)))
        found |= {code: fill for code, own in why.items() if own is mark}
    if len(found) < len(chart.map.tiles):
        absent = chart.missing or words.say("charts.tilemap.no-data")
        key.append(KeyEntry(absent, colours.paper, colours.rule))
    return found, key


@frozen
class Layout:
    """The tiles' width and heights, without the gap between them, and what stands in each, by the code of the place."""

    width: float
    least: float
    natural: float
    heads: Mapping[str, str]
    shown: Mapping[str, str]
    whole: bool
    """Whether the tiles have names, no codes."""
    size: float
    """Of the type, in points."""


def _layout(chart: Chart, sheet: Sheet) -> Layout:
    """The layout with the larger type, unless names or numbers then don't fit that do in the smallest."""
    small, above = _layout_in(sheet.small, chart, sheet), sheet.key_height(_fills(chart, sheet)[1])
    large = _layout_in(max(sheet.house.sizes.chart, EASY_TYPE), chart, sheet)
    room = (sheet.size[1] if sheet.paper else rows.most_height(sheet.house)) - above - 1
    wide = sheet.ruler.widest([*large.shown.values()], large.size) > large.width - 2 * INSET
    signs = large.shown == small.shown  # with the marks of all values, or of none
    high = chart.map.rows * (large.least + GAP) - GAP > room
    if large.whole != small.whole or wide or high or not signs:
        return small
    return large


def _layout_in(small: float, chart: Chart, sheet: Sheet) -> Layout:
    ruler, shown = sheet.ruler, chart.shown(sheet.words)
    width = min((sheet.measure + GAP) / chart.map.columns - GAP, MOST_WIDTH)
    room = width - 2 * INSET
    longest = max(shown.values(), key=lambda text: ruler.width(text, small), default="")
    if ruler.width(longest, sheet.small) > room:
        hint = "give the column decimals:, or count in thousands or millions"
        raise ChartError(f"'{longest}' is too long for a tile", hint)
    marked = {code: f"{shown[code]}\u00a0{mark.sign}" for code, mark in chart.marks.items() if code in shown}
    fits = ruler.widest([*marked.values()], small) <= room  # else the note under the chart names them
    names = {code: ruler.wrap(name, room, small, "semibold") for code, name in chart.names.items()}
    whole = all(name.count("\n") < 2 and ruler.width(name, small, "semibold") <= room for name in names.values())
    heads = names if whole else {code: code for code in names}
    least = max(ruler.height(head, small) for head in heads.values()) + 4
    least += ruler.height("", small) if shown else 0
    said = {**shown, **(marked if fits else {})}
    return Layout(width, least, max(width * SHAPE, least), heads, said, whole, small)


def height(chart: Chart, sheet: Sheet) -> float:
    """The height that suits the map, in points."""
    tiles = chart.map.rows * (_layout(chart, sheet).natural + GAP) - GAP
    return sheet.key_height(_fills(chart, sheet)[1]) + tiles + 1


def draw(chart: Chart, sheet: Sheet) -> None:
    """Draw a tile for each place of the map, under a key of the fills."""
    (fills, key), layout, (_, high), count = _fills(chart, sheet), _layout(chart, sheet), sheet.size, chart.map.rows
    above = sheet.draw_key(key)
    rows.require_height(sheet.house, high, above + count * (layout.least + GAP) - GAP + 1, round(count))
    pitch, axes = (high - above - 1 + GAP) / count, sheet.ground()
    for tile in chart.map.tiles:
        corner = tile.column * (layout.width + GAP) + 0.5, high - above - (tile.row + 1) * pitch + GAP
        _tile(axes, tile, (*corner, layout.width - 1, pitch - GAP), fills.get(tile.code), layout, sheet)


def _tile(
    axes: Axes, tile: Tile, box: tuple[float, float, float, float], fill: PartFill | None, layout: Layout, sheet: Sheet
) -> None:
    """A tile in its box (left, bottom, width, height), with its head, and its value below that."""
    left, bottom, width, high = box
    colouring.filled(axes, *box, fill or PartFill(sheet.colours.paper, sheet.colours.rule))
    lines: list[tuple[str, Literal["semibold", "regular"]]] = [(layout.heads[tile.code], "semibold")]
    if tile.code in layout.shown:
        lines.append((layout.shown[tile.code], "regular"))
    heights = [sheet.ruler.height(text, layout.size) for text, _ in lines]
    top = bottom + (high + sum(heights)) / 2
    for (text, weight), own in zip(lines, heights, strict=True):
        _write(sheet, (left + width / 2, top - own / 2), text, layout.size, weight, fill)
        top -= own


def _write(
    sheet: Sheet,
    middle: tuple[float, float],
    text: str,
    size: float,
    weight: Literal["semibold", "regular"],
    fill: PartFill | None,
) -> None:
    """A line of a tile; over a hatch it stands on plain ground."""
    ink = colouring.ink_on(fill.colour, sheet.house) if fill else sheet.colours.grey
    written = sheet.put(*middle, text, size=size, colour=ink, weight=weight, across="center", down="center")
    if fill and fill.hatch:
        written.set_bbox({"facecolor": fill.colour, "edgecolor": "none", "pad": 1.5})


def describe(chart: Chart, words: Words) -> str:
    """How many places have a value; the highest and the lowest, or which places are of which category."""
    said = [words.say("charts.tilemap.summary", count=len(chart.places), title=chart.title)]
    if chart.numbers:
        known = {chart.names[code]: float(chart.values[code]) for code in chart.places}  # type: ignore[arg-type]
        said += telling.tell_ranking([*known], [*known.values()], chart.info, words)
    for index in () if chart.numbers else chart.used:
        there = [chart.names[code] for code, place in chart.places.items() if place == index]
        given = {"value": words.quoted(chart.classes[index]), "names": wording.some(there, words, MOST_NAMED)}
        said.append(words.say("charts.tilemap.group", count=len(there), **given))
    gone = {chart.names[code]: chart.why(code, words) for code in chart.values if code not in chart.places}
    return " ".join([*said, *telling.tell_missing(gone, words)])
