"""The records of earlier editions, read and held against their manifests; and the one that a paper carries with it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import field
from hashlib import sha256
from pathlib import Path

from reportgen.document.revision import RECORD
from reportgen.editions import FOLDER
from reportgen.editions.record import Snapshot
from reportgen.editions.record_file import from_json, to_json
from reportgen.editions.released import MANIFEST, Editions, Released, edition_before
from reportgen.frozen import frozen
from reportgen.problems import ReportError
from reportgen.source.files import Files
from reportgen.source.model import Briefing


@frozen
class Records:
    """The records of the earlier editions of a briefing, each read once; what is wrong with one goes to `files`."""

    files: Files
    _read: dict[Path, Snapshot | None] = field(default_factory=dict)

    def of(self, folder: Path) -> Snapshot | None:
        """The record in the folder of an edition; None, with a problem, where it can't be read."""
        if folder not in self._read:
            self._read[folder] = self._of(folder)
        return self._read[folder]

    def _of(self, folder: Path) -> Snapshot | None:
        path = folder / RECORD
        data = self.files.bytes(path)
        if data is None:
            return None
        try:
            return from_json(data, self.files.name(path))
        except ReportError as error:
            self.files.problems.extend(error.problems)
            return None

    def before(self, briefing: Briefing) -> dict[str, bytes]:
        """The record that a briefing compares itself with, by its path in a workspace; nothing where there is none.

        It is to be handed on, so values that the briefing suppresses are not in it.
        """
        folder = edition_before(briefing)
        record = self.of(folder) if folder else None
        if folder is None or record is None:
            return {}
        from reportgen.editions.withholding import withheld  # few papers have an edition before them

        known = withheld(record, briefing.tables, briefing.facts.values())
        data = self.files.bytes(folder / RECORD) if known is record else to_json(known).encode()
        return {f"sources/{briefing.name}/{FOLDER}/{folder.name}/{RECORD}": data or b""}


def verify(editions: Editions, files: Files) -> None:
    """Report to `files.problems` each released edition whose files are not those that were released."""
    for edition in editions.released.values():
        verify_one(edition, files)


def verify_one(edition: Released, files: Files) -> None:
    """The same for one edition."""
    if seal(_files(edition.folder)) != edition.manifest.files:
        message = f"the files of edition {edition.number} are not those that were released"
        files.problems.add("edition-damaged", files.start(edition.folder / MANIFEST), message)


def seal(files: Mapping[str, bytes]) -> str:
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
