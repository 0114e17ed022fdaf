"""The records of earlier editions, read and held against their manifests; and the one that a paper carries with it."""

from __future__ import annotations

from collections.abc import Mapping
from hashlib import sha256
from pathlib import Path

from reportgen.editions.record import Snapshot
from reportgen.editions.record_file import from_json, to_json
from reportgen.editions.released import FOLDER, MANIFEST, RECORD, Editions, Released, edition_before
from reportgen.problems import ReportError
from reportgen.source.files import Files
from reportgen.source.model import Briefing


def recorded(folder: Path, files: Files) -> Snapshot | None:
    """The record in the folder of an edition; None, with a problem, where it can't be read."""
    path = folder / RECORD
    data = files.bytes(path)
    if data is None:
        return None
    try:
        return from_json(data, files.name(path))
    except ReportError as error:
        files.problems.extend(error.problems)
        return None


def record_before(briefing: Briefing) -> dict[str, bytes]:
    """The record that a briefing compares itself with, by its path in a workspace; nothing where there is none.

    It is to be handed on, so values that the briefing suppresses are not in it.
    """
    folder = edition_before(briefing)
    if folder is None:
        return {}
    from reportgen.editions.withholding import withheld  # few papers have an edition before them

    data = (folder / RECORD).read_bytes()
    record = from_json(data, RECORD)
    known = withheld(record, briefing.tables, briefing.facts.values())
    path = f"sources/{briefing.name}/{FOLDER}/{folder.name}/{RECORD}"
    return {path: data if known is record else to_json(known).encode()}


def verify(editions: Editions, files: Files) -> None:
    """Report to `files.problems` each released edition whose files are not those that were released."""
    for edition in editions.released.values():
        verify_one(edition, files)


def verify_one(edition: Released, files: Files) -> None:
    """The same for one edition."""
    if frozen(_files(edition.folder)) != edition.manifest.files:
        message = f"the files of edition {edition.number} are not those that were released"
        files.problems.add("edition-damaged", files.start(edition.folder / MANIFEST), message)


def frozen(files: Mapping[str, bytes]) -> str:
    """SHA-256 of the files of an edition, but for its manifest; how their lines end makes no difference."""
    found = sha256()
    for name, data in sorted(files.items()):
        data = data.replace(b"\r\n", b"\n")
        found.update(f"{name} {len(data)}\n".encode() + data)
    return found.hexdigest()


def _files(folder: Path) -> dict[str, bytes]:
    """The files below the folder of an edition by their paths in it; hidden ones are none of it."""
    paths = {path.relative_to(folder): path for path in folder.rglob("*") if path.is_file()}
    return {
        name.as_posix(): path.read_bytes()
        for name, path in paths.items()
        if name.as_posix() != MANIFEST and not any(part.startswith(".") for part in name.parts)
    }
