"""What a PDF carries, read as if it were meant to harm: every name, count and size is held against a bound.

Nothing is written here. `carrying` and `document.composing.appendix` say what a paper of ours carries.
"""

from __future__ import annotations

import json
import re
import zlib
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import field, replace
from io import BytesIO
from struct import error as StructError  # noqa: N812
from typing import Any
from zipfile import BadZipFile, ZipFile, ZipInfo

from reportgen.document.revision import RECORD
from reportgen.editions.carrying import ABOUT, FORMAT, archive_name
from reportgen.frozen import frozen
from reportgen.problems import Place, ReportError, failure
from reportgen.source.file_names import folded, why_not

MOST_FILES = 5_000
MOST_BYTES = 200_000_000
"""Of all the files of an archive together: a hundred times what a paper may have."""
_MOST_ATTACHMENTS = 1_000
_MARGIN = 1_024
"""Bytes at the start and the end of a file in which a PDF says that it is one, and that it is whole."""
_KIND = re.compile(r"charts/[A-Za-z][A-Za-z0-9_]*\.py")
_OPTION = re.compile(r"--[a-z]+(-[a-z]+)*(=[a-z0-9]+)?")
_LINK = 0o120000
_TYPE = 0o170000
_FAULTS = (BadZipFile, zlib.error, StructError, EOFError, OSError, ValueError, NotImplementedError, RuntimeError)
"""What reading an archive that is damaged can raise."""


@frozen
class Carried:
    """What a paper carries: the files of its sources by the paths of a workspace, or else its data by their names."""

    name: str = ""
    """The briefing's; "" for a paper that carries data only."""
    engine: str = ""
    """What made it, such as "reportgen 0.2.0"."""
    options: tuple[str, ...] = ()
    """The options of `build` that it was made with."""
    files: Mapping[str, bytes] = field(default_factory=dict)
    record: bytes = field(default=b"", compare=False)
    """The file of its record; empty where it carries none."""


def opened(data: bytes, file: str) -> Carried:
    """What the PDF `file` carries; ReportError where it is none, carries nothing of ours, or what may do harm."""
    carried = looked_into(data, file)
    if not carried.files:
        foreign = why_foreign(data)
        hint = "give a paper as reportgen made it; if it was sent or copied, get the file again" if foreign else ""
        message = foreign or "this PDF carries no sources and no data of a paper"
        raise _fault(file, "extract-nothing", message, hint)
    return carried


def looked_into(data: bytes, file: str) -> Carried:
    """The same of a PDF that may carry nothing."""
    attachments = _attachments(data, file)
    tables = {name: found for name, found in attachments.items() if name.lower().endswith(".csv")}
    _check_names(tables, file)
    record = attachments.get(RECORD, b"")
    archives = {name: found for name, found in attachments.items() if name.endswith(archive_name(""))}
    if len(archives) > 1:
        raise _fault(file, "extract-unsafe", "this PDF carries the sources of more than one paper")
    for name, found in archives.items():
        try:
            files = _unpacked(found, file)
        except _FAULTS:
            raise _fault(file, "extract-unsafe", "the sources in this PDF can't be read: they are damaged") from None
        about = _about(files.pop(ABOUT, b""), file)
        _check_names(files, file)
        _check_places(files, about["name"], file)
        carried = Carried(about["name"], about["engine"], tuple(about["options"]), files)
        if name == archive_name(carried.name):
            return replace(carried, record=record)
        raise _fault(file, "extract-unsafe", f"the sources in {_shown(name)} are those of another paper")
    return Carried(files=tables, record=record)


def why_foreign(data: bytes) -> str:
    """Why a file is no paper of ours, or no whole one; "" where it says that reportgen made it."""
    import pikepdf

    from reportgen.pdfread.gate import BROKEN, open_pdf

    if b"%PDF-" not in data[:_MARGIN]:
        return "this file is no PDF that can be read"
    if b"%%EOF" not in data[-_MARGIN:]:
        return "this PDF is cut off: its end is missing"
    try:
        with open_pdf(data) as pdf:
            maker = str(pdf.docinfo.get("/Creator", ""))
    except pikepdf.PasswordError:
        return "this PDF is locked with a password"
    except BROKEN:
        return "this file is no PDF that can be read"
    return "" if maker.startswith("reportgen ") else "reportgen did not make this PDF"


def lists_changes(data: bytes, file: str) -> bool:
    """Whether a PDF of ours is a list of changes: what it says of itself names no sources, as that of a paper does."""
    import pikepdf

    from reportgen.pdfread.gate import open_pdf

    with open_pdf(data) as pdf:
        about: Any = pdf.Root.get("/Metadata")
        return isinstance(about, pikepdf.Stream) and b"urn:sha-256:" not in _stream(about, MOST_BYTES, file)


def _fault(file: str, rule: str, message: str, hint: str = "") -> ReportError:
    return failure(rule, Place(file), message, hint)


# --- the PDF ----------------------------------------------------------------------------------------------------------
def _attachments(data: bytes, file: str) -> dict[str, bytes]:
    """The files in a PDF that may be ours, tables, archives and records, by their names."""
    import pikepdf

    from reportgen.pdfread.gate import BROKEN, open_pdf

    try:
        with open_pdf(data) as pdf:
            names = list(pdf.attachments)[: _MOST_ATTACHMENTS + 1]
            if len(names) > _MOST_ATTACHMENTS:
                raise _fault(file, "extract-unsafe", f"this PDF carries more than {_MOST_ATTACHMENTS} files")
            ours = [name for name in names if name.lower().endswith((".csv", ".zip")) or name == RECORD]
            room = MOST_BYTES
            found: dict[str, bytes] = {}
            for name in ours:
                found[name] = _stream(pdf.attachments[name].get_file().obj, room, file)
                room -= len(found[name])
            return found
    except pikepdf.PasswordError:
        hint = "ask for a copy without one"
        raise _fault(file, "extract-nothing", "this PDF is locked with a password", hint) from None
    except (*BROKEN, *_FAULTS):
        message = why_foreign(data) or "this PDF is damaged"
        raise _fault(file, "extract-nothing", message, "get the file again, whole") from None


def _stream(stream: Any, room: int, file: str) -> bytes:
    """The bytes of an embedded file, compressed as ours are or not at all."""
    raw = bytes(stream.read_raw_bytes())
    packing = [str(one) for one in _as_list(stream.get("/Filter"))]
    if not packing:
        data = raw
    elif packing == ["/FlateDecode"] and "/DecodeParms" not in stream:
        data = zlib.decompressobj().decompress(raw, room + 1)
    else:
        message = "the files in this PDF are packed in a way that reportgen does not use"
        raise _fault(file, "extract-nothing", message, "another program has written it: get it as reportgen made it")
    if len(data) > room:
        raise _too_large(file)
    return data


def _as_list(value: Any) -> list[Any]:
    import pikepdf

    if value is None:
        return []
    return list(value) if isinstance(value, pikepdf.Array) else [value]


def _too_large(file: str) -> ReportError:
    return _fault(file, "extract-unsafe", f"what this PDF carries is more than {MOST_BYTES // 1_000_000} MB")


# --- the archive ------------------------------------------------------------------------------------------------------


def _unpacked(archive: bytes, file: str) -> dict[str, bytes]:
    with ZipFile(BytesIO(archive)) as parts:
        entries = parts.infolist()
        if len(entries) > MOST_FILES:
            raise _fault(file, "extract-unsafe", f"the sources in this PDF are more than {MOST_FILES} files")
        if sum(entry.file_size for entry in entries) > MOST_BYTES:
            raise _too_large(file)
        _check_entries(entries, file)
        room = MOST_BYTES
        found: dict[str, bytes] = {}
        for entry in entries:
            with parts.open(entry) as part:
                found[entry.filename] = part.read(room + 1)
            room -= len(found[entry.filename])
            if room < 0:
                raise _too_large(file)
            if len(found[entry.filename]) != entry.file_size:
                raise BadZipFile
        return found


def _check_entries(entries: Iterable[ZipInfo], file: str) -> None:
    seen: set[str] = set()
    for entry in entries:
        if (entry.external_attr >> 16) & _TYPE == _LINK:
            raise _fault(file, "extract-unsafe", f"{_shown(entry.filename)} is a link")
        if entry.filename in seen:
            raise _fault(file, "extract-unsafe", f"{_shown(entry.filename)} stands twice in it")
        seen.add(entry.filename)


def _about(data: bytes, file: str) -> Mapping[str, Any]:
    """What an archive says of itself."""
    try:
        about = json.loads(data)
        number = about["format"]
        if isinstance(number, int) and number > FORMAT:
            hint = "take it apart with the version that wrote it, or a later one"
            raise _fault(file, "extract-nothing", "a later version of reportgen wrote this paper", hint)
        texts = all(isinstance(about[key], str) and about[key].isprintable() for key in ("name", "engine"))
        options = all(_OPTION.fullmatch(option) for option in about["options"])
        if number == FORMAT and texts and options and "/" not in about["name"] and not _unsafe(about["name"]):
            return dict(about)
    except (KeyError, TypeError, ValueError, RecursionError):
        pass
    raise _fault(file, "extract-unsafe", "the sources in this PDF don't say of which paper they are")


# --- names ------------------------------------------------------------------------------------------------------------
def _check_names(paths: Iterable[str], file: str) -> None:
    """ReportError for a path that leads out of its folder, or is no path on some system; and for two that are one."""
    taken: dict[str, str] = {}
    for path in paths:
        if _unsafe(path):
            raise _fault(file, "extract-unsafe", f"no file may be called {_shown(path)}")
        for part in _ways(path):
            role = "a file" if part == path else "a folder"
            if taken.setdefault(folded(part), f"{role} {part}") != f"{role} {part}":
                raise _fault(file, "extract-unsafe", f"two files in it would be {_shown(part)} on some systems")


def _ways(path: str) -> Iterator[str]:
    """The folders that lead to a file, and the file."""
    parts = path.split("/")
    return ("/".join(parts[:count]) for count in range(1, len(parts) + 1))


def _unsafe(path: str) -> bool:
    return bool(why_not(path)) or any(not part or part.startswith((".", " ", "~")) for part in path.split("/"))


def _check_places(files: Mapping[str, bytes], name: str, file: str) -> None:
    """Sources stand in sources/, chart kinds in charts/."""
    for path in files:
        if not path.startswith("sources/") and not _KIND.fullmatch(path):
            raise _fault(file, "extract-unsafe", f"{_shown(path)} is no source of a paper")
    if f"sources/{name}/briefing.yaml" not in files:
        raise _fault(file, "extract-unsafe", f"the sources of {_shown(name)} are not whole: briefing.yaml is missing")


def _shown(name: str) -> str:
    """A name in a message: whatever it has in it, it stays in its line."""
    shown = name if len(name) <= 80 else f"{name[:79]}…"
    return "'" + "".join(one if one.isprintable() else f"\\u{ord(one):04x}" for one in shown) + "'"
