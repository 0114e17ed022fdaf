"""What is kept of a build: what decided it, and what came of it, as a JSON file in the user's cache.

A record that can't be read, or that another version wrote, is as good as none, and so is a cache that can't be written:
then a paper is built that need not be.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import replace
from hashlib import blake2b
from pathlib import Path

from reportgen.codec import FAULTS, Codec
from reportgen.folders import user_cache
from reportgen.frozen import frozen
from reportgen.outcome import Outcome
from reportgen.problems import ReportError
from reportgen.writing import write_all

MOST_RECORDS = 200
_FORMAT = 3


@frozen
class BuildState:
    """What decides what a build comes to."""

    asked: str
    """The options of the command."""
    engine: str
    """The digest of the engine."""
    sources: Mapping[str, str]
    """The digest of each of the author's files by its name."""


@frozen
class BuildRecord:
    """What decided a build that went well, what came of it, and the digests of the files that must still be there."""

    state: BuildState
    files: Mapping[str, str]
    """The papers, and the fonts of the house, by their paths."""
    outcomes: tuple[Outcome, ...]


def place_of(folder: Path, output: Path) -> Path | None:
    """The file of the record of the papers in `output` of the briefing in `folder`; None without a cache."""
    cache = user_cache("builds")
    named = "\n".join((str(folder.absolute()), str(output.absolute())))
    return cache and cache / f"{blake2b(named.encode('utf-8', 'surrogateescape'), digest_size=16).hexdigest()}.json"


def read(place: Path | None, output: Path) -> BuildRecord | None:
    """The record in a file; None where there is none that can be read."""
    try:
        plain = json.loads(place.read_bytes()) if place else {}
        return _codec(output).made(BuildRecord, plain) if plain["format"] == _FORMAT else None
    except (OSError, *FAULTS):
        return None


def write(place: Path | None, output: Path, record: BuildRecord) -> None:
    """Keep a record, and drop the oldest where there are too many."""
    if place is None:
        return
    kept = replace(record, outcomes=tuple(replace(one, kept=True) for one in record.outcomes))
    plain = {"format": _FORMAT, **_codec(output).plain(kept)}
    with suppress(OSError, ReportError):
        write_all({place: json.dumps(plain).encode()})
        written = sorted(place.parent.glob("*.json"), key=lambda path: path.stat().st_mtime_ns, reverse=True)
        for path in written[MOST_RECORDS:]:
            path.unlink(missing_ok=True)


def _codec(output: Path) -> Codec:
    """Paths count from the folder of the papers, which is printed as it was given."""

    def below(path: Path) -> str:
        return path.relative_to(output).as_posix()

    return Codec(
        writers={type(output): below},
        readers={Path: lambda name: output / name},
        kept={Outcome: "name paper problems also kept"},
    )
