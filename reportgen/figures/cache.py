"""Drawn charts kept between builds, each under a key made of everything that its picture depends on.

An entry is a JSON file in the user's cache folder. A folder that can't be written and an entry that can't be read are
as good as none: a cache never fails a build.
"""

from __future__ import annotations

import json
import os
import tempfile
import zlib
from collections.abc import Iterable
from contextlib import suppress
from dataclasses import replace
from functools import cache as remembered
from hashlib import blake2b
from pathlib import Path

import reportgen
from reportgen.codec import FAULTS
from reportgen.contents import ENGINE_FOLDER, digest, engine
from reportgen.figures.contract import ChartSpec
from reportgen.figures.drawn import CODEC, Drawn
from reportgen.folders import user_cache
from reportgen.fonts import Chain
from reportgen.frozen import frozen
from reportgen.house import House, StandingTexts
from reportgen.installed import version
from reportgen.problems import NOWHERE

MOST_ENTRIES = 1000
MOST_BYTES = 100_000_000

ENGINE = (
    "figures", "language", "source", "codec.py", "colours.py", "contents.py", "dates.py", "folders.py", "fonts",
    "frozen.py", "geometry.py", "house.py", "installed.py", "marks.py", "outcome.py", "patterns.py", "phrases.py",
    "problems.py", "rules", "worker_start.py", "writing.py",
)  # fmt: skip
"""The engine's rooms that a picture can depend on: all that `figures` imports (a test walks the imports)."""

PACKAGES = ("matplotlib", "numpy", "uharfbuzz", "Babel", "unicode-rbnf", "Pillow", "cycler", "fonttools", "PyYAML")
"""The distributions that they import."""
_SOURCES = (".py", ".yaml")


@frozen
class Cache:
    """Drawn charts in `folder`; None keeps nothing."""

    folder: Path | None

    @classmethod
    def of_user(cls) -> Cache:
        """The charts in the user's cache."""
        return cls(user_cache("charts"))

    def get(self, key: str) -> Drawn | None:
        """What was kept under `key`; it counts as used now."""
        if self.folder is None:
            return None
        path = self.folder / f"{key}.json"
        try:
            drawn = CODEC.made(Drawn, json.loads(path.read_bytes()))
        except (OSError, zlib.error, *FAULTS):
            return None
        with suppress(OSError):
            os.utime(path)
        return drawn

    def put(self, key: str, drawn: Drawn) -> None:
        """Keep `drawn` under `key`."""
        if self.folder is None:
            return
        with suppress(OSError):
            self.folder.mkdir(parents=True, exist_ok=True)
            _write(self.folder / f"{key}.json", json.dumps(CODEC.plain(drawn)).encode())
            self._drop_oldest()

    def _drop_oldest(self) -> None:
        """Keep the folder within bounds: what was used longest ago goes first."""
        assert self.folder is not None
        entries = [(entry.stat().st_mtime_ns, entry.stat().st_size, entry.name) for entry in os.scandir(self.folder)]
        room = MOST_BYTES
        for rank, (_, size, name) in enumerate(sorted(entries, reverse=True)):
            room -= size
            if rank >= MOST_ENTRIES or room < 0:
                (self.folder / name).unlink(missing_ok=True)


def _write(path: Path, data: bytes) -> None:
    """Write a file so that nobody ever sees half of it."""
    handle, name = tempfile.mkstemp(dir=path.parent, prefix=".")
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(data)
        Path(name).replace(path)
    except BaseException:
        Path(name).unlink(missing_ok=True)
        raise


def surroundings(house: House, language: str) -> str:
    """A digest of what all charts of a paper depend on: house, language, engine, fonts and libraries."""
    fonts = [file.path for file in Chain(house.fonts).every_file()]
    look = replace(house, standing=StandingTexts(), off={})  # no chart shows them, and their places move
    return _digest(
        [repr(look).encode(), language.encode(), _engine().encode(), *(digest(font).encode() for font in fonts)]
    )


def fingerprint(spec: ChartSpec, kind: bytes, around: str) -> str:
    """The key of a chart: its own words and data, its kind's source, and its surroundings.

    Where it stands in the author's files makes no difference to its picture.
    """
    asked = replace(spec, place=NOWHERE, option_places={}, title="")
    files = (part for name, data in sorted(spec.data.files.items()) for part in (name.encode(), data))
    return _digest([repr(asked).encode(), kind, around.encode(), *files])


@remembered
def _engine() -> str:
    rooms = tuple(f"{ENGINE_FOLDER.name}/{name}" + ("" if name.endswith(".py") else "/") for name in ENGINE)
    files = sorted(entry for entry in engine().items() if entry[0].startswith(rooms) and entry[0].endswith(_SOURCES))
    versions = [f"{name} {version(name)}".encode() for name in PACKAGES]
    return _digest([reportgen.__version__.encode(), *versions, *(said.encode() for entry in files for said in entry)])


def _digest(parts: Iterable[bytes]) -> str:
    """A digest in which the parts' bounds count."""
    digest = blake2b(digest_size=20)
    for part in parts:
        digest.update(len(part).to_bytes(8, "big"))
        digest.update(part)
    return digest.hexdigest()
