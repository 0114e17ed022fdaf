"""What `diff` compares, found by how it is named: a briefing, a released edition, or a finished paper.

All three are compared by their records: a paper carries its own.
"""

from __future__ import annotations

from pathlib import Path

from reportgen.document import read
from reportgen.document.revision import RECORD
from reportgen.editions.opening import lists_changes, looked_into, why_foreign
from reportgen.editions.record import Snapshot, snapshot
from reportgen.editions.record_file import from_json
from reportgen.editions.released import numbered
from reportgen.folders import HEAD, find_workspace
from reportgen.frozen import frozen
from reportgen.house import House
from reportgen.language import words_for
from reportgen.pdfread.gate import pdf_bytes
from reportgen.problems import Place, did_you_mean, failure
from reportgen.source import load


class NoSuchOperandError(Exception):
    """Nothing that can be compared has the name given; the message says what can."""


@frozen
class Operand:
    """One side of a comparison: the record of a paper, of a released edition, or of a briefing as it stands."""

    record: Snapshot
    folder: Path | None = None
    """That of the briefing, and its workspace; None of a paper."""
    workspace: Path | None = None

    def house(self) -> House | None:
        """The house style of a briefing; None of a paper, which has its own inside it."""
        if self.folder is None or self.workspace is None:
            return None
        return load(self.folder, self.workspace).house


def operand(named: str, here: Path) -> Operand:
    """What `named` stands for, as a path from the folder `here` or a name in its workspace; ReportError on errors."""
    try:
        found = _operand(named, here)
    except OSError:  # the system takes no name that is so long
        found = None
    if found is None:
        raise NoSuchOperandError(_unknown(named, find_workspace(here)))
    return found


def _operand(named: str, here: Path) -> Operand | None:
    path = here / named
    workspace = find_workspace(here)
    if path.is_file():
        return _of_edition(path.parent, named) if path.name == RECORD else _of_paper(_bytes(path), named)
    homes = [path, *([workspace / named, workspace / "sources" / named] if workspace else [])]
    name, _, number = named.replace("\\", "/").rstrip("/").rpartition("/")
    if workspace and name and number.isdecimal():
        homes.append(workspace / "sources" / name / "editions" / number)
    for home in homes:
        if (home / RECORD).is_file():
            return _of_edition(home, named)
        if (home / HEAD).is_file():
            return _of_briefing(home, find_workspace(home.absolute()) or home.absolute().parent)
    return None


def _unknown(named: str, workspace: Path | None) -> str:
    """What is said of a name that stands for nothing: what it may be meant for, and how things are named."""
    known = sorted(path.parent.name for path in workspace.glob(f"sources/*/{HEAD}")) if workspace else []
    message = f"'{named}' is no briefing, no released edition and no PDF"
    form = "write NAME or sources/NAME, sources/NAME/editions/1 or NAME/1, or the path of a PDF"
    plain = named.rstrip("/").removeprefix("sources/")
    if not plain.lower().endswith(".pdf"):
        name, _, number = plain.rpartition("/")
        name = name.removesuffix("/editions") if number.isdecimal() else plain
        form = (_released(name, workspace) if workspace and name in known else did_you_mean(name, known)) or form
    return f"{message}\n  hint: {form}"


def _released(name: str, workspace: Path) -> str:
    """Which editions of a briefing there are."""
    found = numbered(workspace / "sources" / name)
    editions = [f"{name}/{number}" for number, folder in found if (folder / RECORD).is_file()]
    if not editions:
        return f"no edition of '{name}' has been released"
    return f"released are {', '.join(editions)}; '{name}' alone is the briefing as it stands"


def _of_edition(home: Path, named: str) -> Operand:
    """A released edition, which is a small workspace of its own."""
    folders = sorted(path.parent for path in home.absolute().glob(f"sources/*/{HEAD}"))
    folder = folders[0] if len(folders) == 1 else None
    record = from_json(_bytes(home / RECORD), named)
    return Operand(record, folder, home.absolute() if folder else None)


def _of_briefing(folder: Path, workspace: Path) -> Operand:
    briefing = load(folder, workspace)
    return Operand(snapshot(read(briefing, words_for(briefing.meta.language))), folder, workspace)


def _of_paper(data: bytes, name: str) -> Operand:
    """ReportError where the PDF is none of ours, may do harm, or carries no record."""
    message, hint = why_foreign(data), "name a paper that reportgen made, or a folder"
    if message:
        raise failure("pdf-unreadable", Place(name), message, hint)
    record = looked_into(data, name).record
    if not record and lists_changes(data, name):
        message = "this PDF is a list of changes, which diff --pdf wrote: it has none of its own"
        raise failure("edition-record", Place(name), message, "name the two papers that it compares")
    if not record:
        message = f"this PDF carries no {RECORD} to compare it by: an older reportgen made it, or attach: is none in it"
        raise failure("edition-record", Place(name), message, "compare its briefing, or its released edition")
    return Operand(from_json(record, f"{name}/{RECORD}"))


def _bytes(path: Path) -> bytes:
    try:
        return pdf_bytes(path)
    except OSError as error:
        place, hint = Place(path.as_posix()), "look at its permissions"
        raise failure("file-missing", place, "this file can't be read", hint) from error
