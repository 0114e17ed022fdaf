"""Files as the author has them: names in problems, text in UTF-8, paths that stay in their folder.

What is in a file is the other modules' to read.
"""

from __future__ import annotations

import re
import stat
import unicodedata
from dataclasses import field
from pathlib import Path, PurePosixPath
from posixpath import normpath

from reportgen.folders import TEXT_ENDINGS
from reportgen.frozen import frozen
from reportgen.problems import Place, Problems, did_you_mean
from reportgen.source.file_names import folded, why_not

CONTROL = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]")
"""Characters that no text of an author's has."""

_ODD_BREAKS = str.maketrans({"\x85": " ", "\u2028": " ", "\u2029": " "})
"""Some libraries end a line at these, editors don't: places would be wrong."""

_DIGITS = re.compile("([0-9]+)")
_MOST_BYTES = {".md": 2, ".csv": 200, ".xlsx": 100, ".ods": 100, ".png": 100, ".jpg": 100, ".jpeg": 100}
_MOST_OF_TEXT = 20
"""Megabytes that a file may have: of a kind that is data or a picture, and of any other, which is text that somebody
wrote. All of them are far more than a paper can print: 2 MB of prose are a thousand pages."""
_LONGEST_LINE = 100_000
"""Characters that a line of a text may have: far more than a paragraph has. Programs write longer ones, in JSON."""
_LINED = (".md", ".yaml", ".yml", ".bib")

_TEXTS = (".csv", ".tsv", ".tab", ".txt", ".svg", ".py", ".json", ".geojson", *_LINED, *TEXT_ENDINGS)
"""How the names of files end whose lines do."""

_WIDE = {b"\xff\xfe": "UTF-16", b"\xfe\xff": "UTF-16"}


@frozen
class Files:
    """Reads the files of one workspace; what is wrong with one goes to `problems`."""

    workspace: Path
    problems: Problems
    read: dict[str, bytes] = field(default_factory=dict)
    """What has been read so far, by the names of the files."""
    _folded: dict[str, str] = field(default_factory=dict)
    """The names of the same files, by what they are where letter case makes no difference."""

    def name(self, path: Path) -> str:
        """The path as problems give it: relative to the workspace, with `/`."""
        return (path.relative_to(self.workspace) if path.is_relative_to(self.workspace) else path).as_posix()

    def start(self, path: Path) -> Place:
        """The first character of a file."""
        return Place(self.name(path), 1, 1)

    def bytes(self, path: Path) -> bytes | None:
        """A file's bytes, read once; None, with a problem, where it can't be read."""
        name = self.name(path)
        if name in self.read:
            return self.read[name]
        data = _content(path, self)
        if data is not None:
            self.read[name] = data
            self._tell_name(path, name)
        return data

    def _tell_name(self, path: Path, name: str) -> None:
        """Tell of a name that some systems can't have."""
        other = self._folded.setdefault(folded(name), name)
        if other != name:
            self.problems.add("file-name", self.start(path), f"on Windows and macOS this is the same file as {other}")
        elif why := why_not(name):
            self.problems.add("file-name", self.start(path), why)

    def text(self, path: Path) -> str | None:
        """A file's text without BOM and with LF ends; None, with a problem, where it is no UTF-8 text.

        Line n of the text is line n of the file, and a line ends nowhere but at LF. A letter and its accent are one
        character (NFC): pasted texts often have them apart.
        """
        data = self.bytes(path)
        if data is None:
            return None
        if data[:2] in _WIDE:
            self.problems.add("file-encoding", self.start(path), f"this file is {_WIDE[data[:2]]}, not UTF-8")
            return None
        try:
            text = decoded(data)
        except UnicodeDecodeError as error:
            place = self._at(path, _lines(data[: error.start].decode("utf-8")))
            self.problems.add("file-encoding", place, f"this character (byte {data[error.start]:02X}) is not UTF-8")
            return None
        found = CONTROL.search(text)
        if found is None:
            return None if self._has_long_line(path, text) else text
        message = f"a control character (U+{ord(found.group()):04X}) stands in this text"
        self.problems.add("file-encoding", self._at(path, text[: found.start()]), message, "delete it")
        return None

    def _has_long_line(self, path: Path, text: str) -> bool:
        """Tell of the first line that is too long to be one of an author's."""
        if len(text) <= _LONGEST_LINE or path.suffix.lower() not in _LINED:
            return False
        long = (number for number, line in enumerate(text.split("\n"), 1) if len(line) > _LONGEST_LINE)
        if not (number := next(long, 0)):
            return False
        message = f"this line is longer than {_LONGEST_LINE} characters, the most that one may have"
        self.problems.add("file-size", Place(self.name(path), number, 1), message, "break it into lines")
        return True

    def _at(self, path: Path, before: str) -> Place:
        return Place(self.name(path), before.count("\n") + 1, len(before) - before.rfind("\n"))

    def inside(self, home: Path, base: Path, written: str, place: Place) -> Path | None:
        """The file that an author names relative to `base`, which must stand in the folder `home`.

        None, with a problem at `place`, where it leaves `home` (by `..`, by an absolute path or by a link) or does
        not exist; letter case counts, so that a paper builds on any system.
        """
        shown = " ".join(written.split())
        if "\\" in written:
            self.problems.add("file-missing", place, f"'{shown}' has a backslash", "write / between folders")
            return None
        try:
            path = (base / written).resolve()
            outside = not path.is_relative_to(home.resolve())
            there = not outside and path.is_file()
        except (OSError, ValueError, RuntimeError):
            self.problems.add("file-missing", place, f"'{shown}' is no name of a file")
            return None
        if outside:
            own = "the briefing's folder" if home == self.workspace else f"{self.name(home)}/"
            self.problems.add("path-outside", place, f"'{shown}' leads out of {own}", f"copy the file into {own}")
            return None
        if there and _same_case(base, written):
            return base / written
        name = PurePosixPath(written).name
        like = [other for other in names_in((base / written).parent) if Path(other).suffix == Path(name).suffix]
        message = f"there is no file {normpath(f'{self.name(base)}/{shown}')}"
        self.problems.add("file-missing", place, message, did_you_mean(name, like))
        return None


def _content(path: Path, files: Files) -> bytes | None:
    """What is in a file, which must be one, stand in the workspace and be of a size that its kind may have."""
    start, room = files.start(path), most_bytes(path.name)
    try:
        if not path.resolve().is_relative_to(files.workspace.resolve()):
            message = "this is a link that leads out of the workspace"
            files.problems.add("path-outside", start, message, "copy the file here in its place")
            return None
        if not stat.S_ISREG(path.stat().st_mode):
            files.problems.add("file-missing", start, "this is no plain file", "put a file in its place")
            return None
        with path.open("rb") as file:
            data = file.read(room + 1)
    except (OSError, RuntimeError):
        files.problems.add("file-missing", start, "this file can't be read", "look at its permissions")
        return None
    if len(data) > room:
        message = f"this file is larger than {room // 1_000_000} MB, the most that one of its kind may have"
        files.problems.add("file-size", start, message)
        return None
    return data


def most_bytes(name: str) -> int:
    """The bytes that a file of this name may have."""
    return _MOST_BYTES.get(PurePosixPath(name).suffix.lower(), _MOST_OF_TEXT) * 1_000_000


def decoded(data: bytes) -> str:
    """The text of a file as `Files.text` gives it; UnicodeDecodeError where it is no UTF-8."""
    return unicodedata.normalize("NFC", _lines(data.decode("utf-8")))


def with_lf(name: str, data: bytes) -> bytes:
    """A text with the ends of its lines as Unix has them, whichever program wrote it: they are none of its content."""
    is_text = PurePosixPath(name).suffix.lower() in _TEXTS and b"\0" not in data  # UTF-16 has zeros
    return data.replace(b"\r\n", b"\n").replace(b"\r", b"\n") if is_text and b"\r" in data else data


def names_below(folder: Path, end: str) -> list[str]:
    """The paths from a folder to the files below it that end so, in natural order; hidden ones are left out."""
    paths = [path.relative_to(folder) for path in folder.rglob(f"*{end}") if path.is_file()]
    names = (path.as_posix() for path in paths if not any(part.startswith(".") for part in path.parts))
    return sorted(names, key=natural)


def natural(name: str) -> tuple[tuple[str | int, ...], ...]:
    """The key by which people sort names: "2-b" stands before "10-a"."""
    parts = (_DIGITS.split(part) for part in name.split("/"))
    return tuple(tuple(int(one) if at % 2 else one for at, one in enumerate(part)) for part in parts)


def names_in(folder: Path) -> list[str]:
    """The names of the files in a folder, sorted; none where there is no such folder."""
    try:
        return sorted(path.name for path in folder.iterdir() if path.is_file() and not path.name.startswith("."))
    except OSError:
        return []


def _lines(text: str) -> str:
    return text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n").translate(_ODD_BREAKS)


def _same_case(base: Path, written: str) -> bool:
    """Whether every step of the path is spelt as on the disk (systems that ignore case find it otherwise too)."""
    folder = base
    for part in PurePosixPath(written).parts:
        if part != ".." and not any(path.name == part for path in folder.iterdir()):
            return False
        folder = folder / part
    return True
