"""Maps: of tiles, from the YAML files beside this one or from HexJSON of a paper, and of areas, from files of a paper.

`europe.yaml` explains how a map of tiles is written here: `tiles` draws it with short codes, `places` names them. To
add one is to add a file. `areas` reads GeoJSON and HexJSON, `plane` brings areas onto a page, `names` finds places.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from functools import cache
from importlib import resources
from typing import Any

import yaml

from reportgen.figures.contract import ChartError
from reportgen.figures.kit.maps.areas import Hex, read_hexes
from reportgen.figures.kit.maps.names import NAMES, close_name, plain_name, shown_name
from reportgen.frozen import frozen
from reportgen.problems import did_you_mean

NO_TILE = ".."
FIRST_LANGUAGE = "en"
"""Names in a language that a map doesn't speak are given in this one."""
_NO_PLACE = "names are in English or French, or codes; else leave the row out with where:, or choose another map"
_NO_HEX = "leave the row out with where:, or add the place to the file"


@frozen
class Tile:
    """A place on a map: its code, the row and column of its tile from the top left, its names by language."""

    code: str
    row: float
    column: float
    names: Mapping[str, tuple[str, ...]]
    codes: tuple[str, ...]
    """Further codes, such as those of ISO 3166."""

    def name(self, tag: str) -> str:
        """What the place is called in the language `tag` (BCP 47)."""
        return self.names.get(tag.partition("-")[0], self.names[FIRST_LANGUAGE])[0]

    @property
    def called(self) -> tuple[str, ...]:
        """All that it is called."""
        return (self.code, *self.codes, *(name for group in self.names.values() for name in group))


@frozen
class TileMap:
    """The tiles of a map, row by row."""

    name: str
    tiles: tuple[Tile, ...]
    index: Mapping[str, Tile]
    """The tiles by all that they are called, in plain letters."""
    hint: str = _NO_PLACE
    """What to do about a place that it doesn't have."""

    @classmethod
    def of(cls, name: str, tiles: Iterable[Tile], hint: str = _NO_PLACE) -> TileMap:
        """The map of these tiles."""
        every = tuple(tiles)
        return cls(name, every, {plain_name(called): tile for tile in every for called in tile.called}, hint)

    @property
    def rows(self) -> float:
        """How many rows of tiles it has; half a row more where columns are shifted."""
        return max(tile.row for tile in self.tiles) + 1

    @property
    def columns(self) -> float:
        """How many columns of tiles it has; half a column more where rows are shifted."""
        return max(tile.column for tile in self.tiles) + 1

    def tiles_of(self, texts: Sequence[str], tag: str) -> list[Tile]:
        """The tiles of places by their names in any language or their codes.

        ChartError with all places that it doesn't have, and those whose names in the language `tag` are alike.
        """
        gone = [text for text in dict.fromkeys(texts) if plain_name(text) not in self.index]
        if gone:
            language = tag.partition("-")[0]
            names = [name for one in self.tiles for name in one.names.get(language, one.names[FIRST_LANGUAGE])]
            first = [one.name(tag) for one in self.tiles]
            near = (close_name(text, first) or close_name(text, names) for text in gone)
            meant = ", ".join(f"'{name}'" for name in near if name)
            hint = f"did you mean {meant}?" if meant else self.hint
            named = ", ".join(f"'{text}'" for text in gone)
            raise ChartError(f"the map '{self.name}' has no place{'s' if gone[1:] else ''} {named}", hint)
        return [self.index[plain_name(text)] for text in texts]


def map_names() -> tuple[str, ...]:
    """The maps that come with the engine, by their names."""
    names = (entry.name for entry in resources.files(__package__).iterdir())
    return tuple(sorted(name.removesuffix(".yaml") for name in names if name.endswith(".yaml")))


def map_of(name: str, files: Mapping[str, bytes] | None = None) -> TileMap:
    """The map of that name, or in that HexJSON file of `files`; ChartError if there is none."""
    if files and name in files:
        hexes, _ = read_hexes(name, files[name], "map")
        return TileMap.of(name, map(_tile, hexes), _NO_HEX)
    if name not in map_names():
        hint = did_you_mean(name, map_names()) or "or name a HexJSON file, such as maps/regions.hexjson"
        raise ChartError(f"there is no map '{name}'", hint, option="map")
    return _map(name)


def _tile(one: Hex) -> Tile:
    """The tile of a place of HexJSON: its key is the short code, and whatever it is called leads to it."""
    texts, key = one.properties, one.properties["id"]
    spoken = {head: (text,) for name, text in texts.items() if (head := _language(name)) and text}
    names = {FIRST_LANGUAGE: (shown_name(texts, FIRST_LANGUAGE) or key,), **spoken}
    known = {text for group in names.values() for text in group}
    codes = (text for name, text in texts.items() if name not in ("id", "q", "r") and text and text not in known)
    return Tile(key, one.row, one.column, names, tuple(codes))


def _language(name: str) -> str:
    """The language of a property such as `name:fr`; "" for another property."""
    head, _, tag = name.casefold().partition(":")
    return tag.partition("-")[0] if head in NAMES else ""


@cache
def _map(name: str) -> TileMap:
    read = _read(name)
    places = read["places"]
    drawn = [
        (code, row, column)
        for row, line in enumerate(read["tiles"].splitlines())
        for column, code in enumerate(line.split())
        if code != NO_TILE
    ]
    tiles = []
    for code, row, column in drawn:
        names = {language: tuple(given) for language, given in places[code].items() if language != "codes"}
        tiles.append(Tile(code, row, column, names, tuple(places[code]["codes"])))
    return TileMap.of(name, tiles)


def _read(name: str) -> Any:
    text = resources.files(__package__).joinpath(f"{name}.yaml").read_text("utf-8")
    # CBaseLoader takes every scalar as it is written: the code NO is a text, no truth value.
    return yaml.load(text, yaml.CBaseLoader)
