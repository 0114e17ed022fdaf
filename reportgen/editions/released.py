"""Released editions: the folders `editions/N` of a briefing, each with its manifest `edition.yaml`.

The folder is a small workspace: what stands in it is built like any other briefing. The manifest says what came of it
when it was released, so that a paper made from it again can be held against that one.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import field
from pathlib import Path

from reportgen.codec import Codec
from reportgen.dates import PartialDate
from reportgen.document.revision import RECORD
from reportgen.editions import FOLDER
from reportgen.frozen import frozen
from reportgen.problems import NOWHERE, Place, Problems
from reportgen.source import yaml_editing
from reportgen.source.files import Files
from reportgen.source.meta import Status
from reportgen.source.model import Briefing
from reportgen.source.schema import read
from reportgen.source.yaml_nodes import node_of, parse

MANIFEST, SOURCES = "edition.yaml", "sources"
_FORMAT = 1
_NUMBER = re.compile("[1-9][0-9]{0,4}")
_HEAD = "# Written by `reportgen release`. A released edition never changes: neither this file nor those beside it.\n"


@frozen
class Manifest:
    """edition.yaml, key by key. Digests are SHA-256, 64 hexadecimal digits."""

    edition: int
    paper: str
    """of the PDF"""
    content: str
    """of what a reader meets: the tag tree with its text, and the attached data"""
    sources: str
    """of the sources in their canonical form, with the version of that form"""
    files: str
    """of the files of the edition, this one left out"""
    made_with: Mapping[str, str]
    """the versions that give the same bytes"""
    printed: tuple[str, ...] = ()
    """the engine and its libraries as the paper names them"""
    published: PartialDate | None = None
    updated: PartialDate | None = None
    facts_as_of: PartialDate | None = None
    status: Status = "published"
    """of the paper, which every page of it shows unless it is published"""
    with_notes: bool = False
    """whether the paper carries comments and notes"""
    format: int = _FORMAT
    place: Place = NOWHERE

    @property
    def stands(self) -> PartialDate | None:
        """The day of the edition: when it was updated, else published."""
        return self.updated or self.published


@frozen
class Released:
    """A released edition and the folder that it is in."""

    folder: Path
    manifest: Manifest

    @property
    def number(self) -> int:
        """The number of the edition."""
        return self.manifest.edition


@frozen
class Editions:
    """The released editions of one briefing, by number, oldest first."""

    home: Path
    """The briefing's folder."""
    released: Mapping[int, Released] = field(default_factory=dict)

    @property
    def last(self) -> Released | None:
        """The latest of them."""
        return self.released[max(self.released)] if self.released else None

    def place_of(self, number: int) -> Path:
        """The folder of an edition, released or not."""
        return self.home / FOLDER / str(number)


def find_editions(home: Path, files: Files) -> Editions:
    """The released editions of the briefing in `home`; faults of their manifests go to `files.problems`."""
    found = {}
    for number, folder in numbered(home):
        manifest = _manifest(folder / MANIFEST, number, files)
        if manifest is not None:
            found[number] = Released(folder, manifest)
    return Editions(home, found)


def numbered(home: Path) -> Iterator[tuple[int, Path]]:
    """The folders of editions, released or only recorded, by number."""
    folder = home / FOLDER
    names = [path.name for path in folder.iterdir()] if folder.is_dir() else []
    numbers = sorted(int(name) for name in names if _NUMBER.fullmatch(name))
    return ((number, folder / str(number)) for number in numbers)


def edition_before(briefing: Briefing) -> Path | None:
    """The folder of the edition that a briefing compares itself with: the latest recorded under a lower number."""
    earlier = [folder for number, folder in numbered(briefing.folder) if number < briefing.meta.edition]
    return next((folder for folder in reversed(earlier) if (folder / RECORD).is_file()), None)


def _manifest(path: Path, number: int, files: Files) -> Manifest | None:
    if not path.is_file():
        if (path.parent / SOURCES).is_dir():
            hint = "get it back from a backup or with git; after a release that was broken off, delete the folder"
            message = f"edition {number} has no {MANIFEST}, which says what was released"
            files.problems.add("edition-damaged", files.start(path), message, hint)
        return None
    text = files.text(path)
    if text is None:
        return None
    problems = Problems()
    manifest = read(Manifest, parse(text, files.start(path), problems), problems, place=files.start(path))
    if manifest is not None and manifest.edition == number and manifest.format == _FORMAT:
        return manifest
    place = problems.found[0].place if problems.found else files.start(path)
    if manifest is not None and manifest.format > _FORMAT:
        message, hint = "this edition was released by a newer reportgen", "install that version, or a later one"
    else:
        told = problems.found[0].message if problems.found else f"it is that of edition {manifest and manifest.edition}"
        message = f"the manifest of edition {number} can't be read: {told}"
        hint = "get the file back as it was released, from a backup or with git"
    files.problems.add("edition-damaged", place, message, hint)
    return None


def written(manifest: Manifest) -> bytes:
    """A manifest as `edition.yaml`: `find_editions` reads an equal one back."""
    return (_HEAD + yaml_editing.written(node_of(_CODEC.plain(manifest), NOWHERE))).encode()


_CODEC = Codec(
    {PartialDate: str},
    kept={
        Manifest: """edition paper content sources files made_with printed published updated facts_as_of status!
        with_notes! format!"""
    },
)
