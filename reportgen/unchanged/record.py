"""What is kept of a build: what decided it, and what came of it, as a JSON file in the user's cache.

A record that can't be read, or that another version wrote, is as good as none, and so is a cache that can't be written:
then a paper is built that need not be.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from contextlib import suppress
from hashlib import blake2b
from pathlib import Path
from typing import Any

from reportgen.folders import user_cache
from reportgen.frozen import frozen
from reportgen.outcome import Outcome
from reportgen.problems import Place, Problem, ReportError, Severity
from reportgen.writing import write_all

MOST_RECORDS = 200
_FORMAT = 2


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
        if plain["format"] != _FORMAT:
            return None
        outcomes = tuple(_outcome(one, output) for one in plain["outcomes"])
        return BuildRecord(BuildState(**plain["state"]), dict(plain["files"]), outcomes)
    except (OSError, ValueError, KeyError, TypeError):
        return None


def write(place: Path | None, output: Path, record: BuildRecord) -> None:
    """Keep a record, and drop the oldest where there are too many."""
    if place is None:
        return
    state = {"asked": record.state.asked, "engine": record.state.engine, "sources": dict(record.state.sources)}
    outcomes = [_plain(outcome, output) for outcome in record.outcomes]
    plain = {"format": _FORMAT, "state": state, "files": dict(record.files), "outcomes": outcomes}
    with suppress(OSError, ReportError):
        write_all({place: json.dumps(plain).encode()})
        written = sorted(place.parent.glob("*.json"), key=lambda path: path.stat().st_mtime_ns, reverse=True)
        for path in written[MOST_RECORDS:]:
            path.unlink(missing_ok=True)


def _plain(outcome: Outcome, output: Path) -> dict[str, Any]:
    """Paths count from the folder of the papers, which is printed as it was given."""
    assert outcome.paper is not None
    paths = [path.relative_to(output).as_posix() for path in (outcome.paper, *outcome.also)]
    return {"name": outcome.name, "paths": paths, "problems": [_told(problem) for problem in outcome.problems]}


def _told(problem: Problem) -> list[str | int]:
    place = problem.place
    return [
        place.file,
        place.line,
        place.column,
        problem.rule,
        problem.message,
        problem.hint,
        problem.severity,
        problem.apart,
    ]


def _outcome(plain: Mapping[str, Any], output: Path) -> Outcome:
    paper, *also = (output / path for path in plain["paths"])
    problems = (
        Problem(Place(file, line, column), rule, message, hint, Severity(severity), apart)
        for file, line, column, rule, message, hint, severity, apart in plain["problems"]
    )
    return Outcome(plain["name"], paper, tuple(problems), tuple(also), kept=True)
