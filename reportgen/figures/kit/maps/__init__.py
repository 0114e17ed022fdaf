"""Maps of tiles, read from the YAML files beside this one: where each place's tile stands and what the place is called.

A map is a file: `tiles` draws it with short codes, `places` names them (or says which map's places these are).
`europe.yaml` explains both. To add a map is to add a file.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from importlib import resources
from typing import Any

import yaml

from reportgen.figures.contract import ChartError
from reportgen.frozen import frozen
from reportgen.language.folding import folded
from reportgen.problems import did_you_mean, nearest

NO_TILE = ".."
FIRST_LANGUAGE = "en"
"""Names in a language that a map doesn't speak are given in this one."""
_NO_PLACE = "names are in English or French, or codes; else leave the row out with where:, or choose another map"


@frozen
class Tile:
    """A place on a map: its code, the row and column of its tile from the top left, its names by language."""

    code: str
    row: int
    column: int
    names: Mapping[str, tuple[str, ...]]
    codes: tuple[str, ...]
    """Further codes, such as those of ISO 3166."""

    def name(self, tag: str) -> str:
        """What the place is called in the language `tag` (BCP 47)."""
        return self.names.get(tag.partition("-")[0], self.names[FIRST_LANGUAGE])[0]


@frozen
class TileMap:
    """The tiles of a map, row by row."""

    name: str
    tiles: tuple[Tile, ...]

    @property
    def rows(self) -> int:
        """How many rows of tiles it has."""
        return max(tile.row for tile in self.tiles) + 1

    @property
    def columns(self) -> int:
        """How many columns of tiles it has."""
        return max(tile.column for tile in self.tiles) + 1

    def tile(self, text: str) -> Tile:
        """The tile of a place by its name in any language or its code; ChartError for a place that it doesn't have."""
        known = _index(self.name)
        found = known.get(_plain(text))
        if found is None:
            names = [name for tile in self.tiles for group in tile.names.values() for name in group]
            # "England" is no slip for "East of England", which only ends in it.
            close = nearest(
                text, [name for name in names if not name.casefold().endswith(f" {text.casefold().strip()}")]
            )
            hint = f"did you mean '{close}'?" if close else _NO_PLACE
            raise ChartError(f"the map '{self.name}' has no place '{text}'", hint)
        return found


def map_names() -> tuple[str, ...]:
    """The maps that there are, by their names."""
    names = (entry.name for entry in resources.files(__package__).iterdir())
    return tuple(sorted(name.removesuffix(".yaml") for name in names if name.endswith(".yaml")))


def map_of(name: str) -> TileMap:
    """The map of that name; ChartError if there is none."""
    if name not in map_names():
        raise ChartError(f"there is no map '{name}'", did_you_mean(name, map_names()), option="map")
    return _map(name)


@cache
def _map(name: str) -> TileMap:
    read = _read(name)
    places = read["places"] if isinstance(read["places"], Mapping) else _read(read["places"])["places"]
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
    return TileMap(name, tuple(tiles))


def _read(name: str) -> Any:
    text = resources.files(__package__).joinpath(f"{name}.yaml").read_text("utf-8")
    # CBaseLoader takes every scalar as it is written: the code NO is a text, no truth value.
    return yaml.load(text, yaml.CBaseLoader)


@cache
def _index(name: str) -> Mapping[str, Tile]:
    """The tiles by all that they are called, in plain letters."""
    return {
        _plain(called): tile
        for tile in _map(name).tiles
        for called in (tile.code, *tile.codes, *(name for group in tile.names.values() for name in group))
    }


def _plain(text: str) -> str:
    """A name without case, accents, punctuation and its article, so that spellings meet."""
    words = "".join(sign if sign.isalnum() else " " for sign in folded(text)).split()
    return " ".join(words[1:] if len(words) > 1 and words[0] in ("the", "la", "le", "les", "l") else words)
