"""Map: areas of a GeoJSON or HexJSON file, filled by a number's class or by category, each with its name and value.

Colour is never the only sign: a label says what an area's fill says, inside it or at the end of a line. Where there is
no room for names, a letter does that the key explains.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from reportgen.figures.kit import areamap, binning, colouring, reading, rows, telling, wording
from reportgen.figures.kit.areamap import Labelled, Labels, Placed
from reportgen.figures.kit.colouring import PartFill
from reportgen.figures.kit.contract import (
    CategoryOrder,
    ChartData,
    ChartError,
    Column,
    ColumnInfo,
    File,
    Mark,
    MissingText,
    Value,
    frozen,
)
from reportgen.figures.kit.maps.areas import Area, read_areas
from reportgen.figures.kit.maps.names import joined, shown_name
from reportgen.figures.kit.maps.plane import Plane, plane_of
from reportgen.figures.kit.sheet import KeyEntry, Sheet

if TYPE_CHECKING:
    from matplotlib.axes import Axes

    from reportgen.language import Words

HIGHEST = 330.0
"""The height of a map that nobody gave another, in points: half a page of text, by eye."""
LEAST = 128.0
"""The least height of a map, in points: 45 mm."""
LETTERS = "ABCDEF"
"""The signs of the classes: no numbers, which would be taken for values."""
MOST_NAMED = 6
"""So many areas of one category are named in the description."""


@dataclass(frozen=True, kw_only=True)
class Options(CategoryOrder, MissingText):
    """What an author may write under `kind: map`."""

    areas: File
    """A GeoJSON file (in degrees of longitude and latitude) or a HexJSON file of the paper's folder, such as
    `maps/regions.geojson`."""
    place: Column
    """The column that names the areas, or has their codes."""
    value: Column
    """The column with the number or the category that fills the areas."""
    join: str = ""
    """The property of the areas that the column has, such as `name`; without it, the one that has most of the names."""
    limits: tuple[float, ...] = ()
    """The limits between the classes of a number, the lowest first; without it, up to five classes with round ones."""
    ordered: bool = False
    """`true` for categories that are degrees of one thing, the most first: the more, the darker."""
    missing_text: str = ""
    """What empty areas mean, for the key; without it, what the table says in `missing:`."""


@frozen
class Chart:
    """A map, and what the table says of its areas, each by its name."""

    plane: Plane
    at: Mapping[str, tuple[int, ...]]
    """The numbers of the areas on the plane that a name stands for."""
    names: Mapping[str, str]
    """What they are called on the map."""
    values: Mapping[str, Value]
    info: ColumnInfo
    title: str
    classes: tuple[str, ...]
    """What the classes or categories are called."""
    places: Mapping[str, int]
    """The class of each name that has a value."""
    numbers: bool
    marks: Mapping[str, Mark]
    missing: str
    options: Options

    @property
    def used(self) -> Sequence[int]:
        """The classes in the key: all of a number's, but of categories those that there are."""
        return range(len(self.classes)) if self.numbers else sorted(set(self.places.values()))

    @property
    def is_whole(self) -> bool:
        """Whether each area of the map has a value."""
        return sum(len(self.at[name]) for name in self.places) == len(self.plane.areas)

    def fills(self, sheet: Sheet) -> list[PartFill]:
        """The fill of each class: the more, the darker."""
        count, house = len(self.classes), sheet.house
        if self.numbers:
            return colouring.degree_fills(count, house)[::-1]
        return colouring.degree_fills(count, house) if self.options.ordered else colouring.fills(house, count)

    def key(self, sheet: Sheet, *, signs: bool) -> list[KeyEntry]:
        """The classes in words; with `signs` each begins with the letter that stands for it on the map."""
        chosen = self.fills(sheet)
        said = [f"{LETTERS[index]}\u2002{name}" if signs else name for index, name in enumerate(self.classes)]
        key = [chosen[index].entry(said[index]) for index in self.used]
        if self.numbers or self.options.ordered:
            key = colouring.rising(key if self.numbers else key[::-1])
        if not self.is_whole:
            absent = self.missing or sheet.words.say("charts.tilemap.no-data")
            key.append(KeyEntry(absent, sheet.colours.paper, sheet.colours.grey))
        return key

    def why(self, name: str, words: Words) -> str:
        """Why an area of the table has no value; "" where nobody says."""
        mark = self.marks.get(name)
        return wording.meaning(mark, words) if mark else self.missing

    def said(self, name: str, words: Words) -> str:
        """What the label of an area says of its value."""
        if name not in self.places:
            return wording.absent_text(self.why(name, words), words)
        shown = wording.on_a_tile(self.info) if self.numbers else self.info
        return wording.label(self.values[name], shown, words, self.marks.get(name))

    def labelled(self, sheet: Sheet) -> list[Labelled]:
        """The areas with what their labels say."""
        fills, words = self.fills(sheet), sheet.words
        found = []
        for name, at in self.at.items():
            place = self.places.get(name)
            sign = wording.MISSING if place is None else LETTERS[place]
            fill = None if place is None else fills[place]
            found.append(Labelled(at, self.names[name], self.said(name, words), sign, fill))
        return found


def read(data: ChartData, options: Options, words: Words) -> Chart:
    """Read the table and the map; ChartError for no values, unknown areas and an area with two rows."""
    reading.require_rows(data)
    file = read_areas(options.areas, data.files[options.areas])
    names = _names(data, options, words)
    at = joined([area.properties for area in file.areas], names, options.join, options.areas)
    values = dict(zip(names, data[options.value], strict=True))
    marks = {name: mark for row, name in enumerate(names) if (mark := data.mark(row, options.value))}
    known = {name: value for name, value in values.items() if value is not None}
    if not known:
        raise ChartError("the chart has no values", f"fill the column '{options.value}', or check where:")
    info = wording.alike(data.info(options.value), [v for v in known.values() if isinstance(v, float)])
    classes, places, numbers = binning.classed(known, info, options.limits, words)
    shown = {name: _called(name, [file.areas[one] for one in at[name]], words) for name in names}
    return Chart(
        plane_of(file, file.areas),
        {name: tuple(found) for name, found in at.items()},
        shown,
        values,
        info,
        telling.measure(data, info, words),
        classes,
        places,
        numbers,
        marks,
        data.missing,
        options,
    )


def _names(data: ChartData, options: Options, words: Words) -> list[str]:
    """The names of the rows; ChartError for one that two rows have."""
    names = [reading.name_of(row, options.place, data, words) for row in data]
    if twice := next((name for name, count in Counter(names).items() if count > 1), None):
        message = f"the table has more than one row for '{twice}'"
        raise ChartError(message, "choose one with where:, or write latest: true")
    return names


def _called(name: str, areas: Sequence[Area], words: Words) -> str:
    """What the table calls an area; where that is a code, what the map does."""
    code = len(name) <= 3 or any(sign.isdigit() for sign in name)
    return (shown_name(areas[0].properties, words.tag) if code else "") or name


def _labels(chart: Chart, sheet: Sheet, tall: float) -> Labels:
    """The map with its labels, in a figure `tall` points high."""
    found = chart.labelled(sheet)
    for level in areamap.LEVELS:
        above = sheet.key_height(chart.key(sheet, signs=level != "said"))
        labels = areamap.labels_of(chart.plane, found, level, sheet, tall - above)
        if labels.fits:
            break
    return labels


def height(chart: Chart, sheet: Sheet) -> float:
    """The height that suits the map, in points."""
    above = sheet.key_height(chart.key(sheet, signs=True))
    natural = sheet.measure * chart.plane.height / chart.plane.width
    most = min(HIGHEST, rows.most_height(sheet.house) - above)
    return max(min(natural, most), LEAST) + above + _labels(chart, sheet, most + above).below


def draw(chart: Chart, sheet: Sheet) -> None:
    """Draw the areas under a key of the fills, each with its label, and what the projection is."""
    _, high = sheet.size
    labels = _labels(chart, sheet, high)
    above = sheet.draw_key(chart.key(sheet, signs=labels.level != "said"))
    rows.require_height(sheet.house, high, above + labels.below + LEAST * 0.75, len(chart.at))
    axes = sheet.ground()
    filled = {one: area.fill for area in chart.labelled(sheet) for one in area.at}
    empty = PartFill(sheet.colours.paper, sheet.colours.grey)
    fills = [filled.get(number) or empty for number in range(len(labels.patches))]
    areamap.draw_areas(axes, labels.patches, fills, sheet)
    for one in labels.placed:
        _write(axes, one, sheet)
    sheet.put(0, 1, labels.note, colour=sheet.colours.grey, down="bottom")


def _write(axes: Axes, one: Placed, sheet: Sheet) -> None:
    """A label inside its area, or beside the map at the end of a line."""
    if one.led:
        areamap.lead_in(axes, one, sheet)
        areamap.write(one, sheet.colours.ink, "", sheet)
        return
    fill = one.area.fill
    ink = colouring.ink_on(fill.colour, sheet.house) if fill else sheet.colours.grey
    areamap.write(one, ink, fill.colour if fill and fill.hatch else "", sheet)


# --- words -----------------------------------------------------------------------------------------------------------
def describe(chart: Chart, words: Words) -> str:
    """How many areas have a value; the highest and the lowest, or which areas are of which category."""
    said = [words.say("charts.map.summary", count=len(chart.places), title=chart.title)]
    if chart.numbers:
        known = {chart.names[name]: float(chart.values[name]) for name in chart.places}  # type: ignore[arg-type]
        said += telling.tell_ranking([*known], [*known.values()], chart.info, words)
    counts = Counter(chart.places.values())
    if chart.numbers and len(chart.places) > telling.MOST_TOLD:
        told = [words.say("charts.map.count", count=counts[index], value=chart.classes[index]) for index in chart.used]
        said.append(words.say("charts.map.counts", counts=wording.in_turn(told, words)))
    for index in () if chart.numbers else chart.used:
        there = [chart.names[name] for name, place in chart.places.items() if place == index]
        given = {"value": words.quoted(chart.classes[index]), "names": wording.some(there, words, MOST_NAMED)}
        said.append(words.say("charts.map.group", count=len(there), **given))
    gone = {chart.names[name]: chart.why(name, words) for name in chart.at if name not in chart.places}
    return " ".join([*said, *telling.tell_missing(gone, words)])
