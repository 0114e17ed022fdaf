"""A paper that carries its own sources: one archive inside the PDF, from which `extract` makes a workspace again."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from io import BytesIO
from zipfile import ZIP_STORED, ZipFile, ZipInfo

from reportgen import __version__
from reportgen.document import Draft
from reportgen.document.blocks import Attachment
from reportgen.editions.bundle import bundle
from reportgen.problems import Place, Problems
from reportgen.source.file_names import folded, why_not

ABOUT = "about.json"
"""The file of the archive that says what it is."""
FORMAT = 1
"""Goes up when older versions can't read the archive any more."""
MIME = "application/zip"
RELATIONSHIP = "Source"
"""The archive is what the paper was made from (ISO 19005-3, annex E)."""
WITH_NOTES = "--with-notes"
_UNIX = 3
_RIGHTS = 0o100644
"""A plain file that its owner may write and everybody may read."""
_FIRST_DAY = (1980, 1, 1, 0, 0, 0)
"""The earliest date that the format has (APPNOTE.TXT, 4.4.6)."""


def archive_name(name: str) -> str:
    """What the archive of the briefing `name` is called."""
    return f"{name}-sources.zip"


def carried(
    draft: Draft, *, with_notes: bool = False, options: Sequence[str] = (), also: Mapping[str, bytes]
) -> Attachment:
    """The archive of a paper that is to carry its sources.

    `options` are those of `build` that make this paper of the sources, such as --draft; for `also` see `bundle`.
    """
    name = draft.briefing.name
    about = {
        "format": FORMAT,
        "name": name,
        "engine": f"reportgen {__version__}",
        "notes": with_notes,
        "options": sorted({*options, *([WITH_NOTES] if with_notes else [])}),
    }
    text = json.dumps(about, ensure_ascii=False, indent=1, sort_keys=True) + "\n"
    files = bundle(draft, with_notes=with_notes, also=also)
    _check_names(files)
    data = packed({ABOUT: text.encode(), **files})
    description = draft.words.say("back.source-files")
    return Attachment(archive_name(name), data, MIME, RELATIONSHIP, description)


def _check_names(files: Iterable[str]) -> None:
    """ReportError for names of files with which `extract` could not write them on every system."""
    problems, taken = Problems(), dict[str, str]()
    for name in files:
        other = taken.setdefault(folded(name), name)
        if why := why_not(name) or (other != name and f"on Windows and macOS this is the same file as {other}"):
            problems.add("attach-name", Place(name), f"a paper can't carry it: {why}")
    problems.raise_for_errors()


def packed(files: Mapping[str, bytes]) -> bytes:
    """The files as an archive, in the order given: the same on every machine, without clock, compression and rights.

    They are stored as they are, because compressors differ: what carries the archive compresses it.
    """
    result = BytesIO()
    with ZipFile(result, "w", ZIP_STORED) as archive:
        for name, data in files.items():
            entry = ZipInfo(name, _FIRST_DAY)
            entry.create_system, entry.external_attr = _UNIX, _RIGHTS << 16
            archive.writestr(entry, data)
    return result.getvalue()
