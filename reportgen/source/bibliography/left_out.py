"""Libraries of sources that stand beside a briefing and are not read: under another name, or in another format."""

from __future__ import annotations

import re
from collections.abc import Mapping
from pathlib import Path, PurePosixPath

from reportgen.source.files import Files, names_in

EXPORT = "export it from your reference manager as BibTeX, references.bib, or as CSL JSON, references.json"
"""What to do with a library in another format."""
_RENAMED: Mapping[str, str] = {".bib": "references.bib", ".bibtex": "references.bib", ".biblatex": "references.bib"}
_OTHERS = frozenset({".ris", ".enw", ".enl", ".nbib", ".ciw"})
"""Endings of formats that nothing here reads."""
_LIBRARY = re.compile(r"references|bibliography|library|zotero|endnote|mendeley|citations", re.IGNORECASE)
"""What a library may be called whose ending is that of many files."""


def tell_left_out(folder: Path, files: Files) -> None:
    """Report each such file of a folder, with what to do about it."""
    for name in names_in(folder):
        if name not in ("references.yaml", "references.bib", "references.json") and (hint := _hint(name)):
            message = "no sources are read from this file"
            files.problems.add("source-left-out", files.start(folder / name), message, hint)


def _hint(name: str) -> str:
    """What to do about a file; "" where it is no library."""
    path = PurePosixPath(name.lower())
    if path.suffix in _RENAMED:
        return f"rename it to {_RENAMED[path.suffix]}, or move it elsewhere"
    if path.suffix in _OTHERS:
        return EXPORT
    if not _LIBRARY.search(name):
        return ""
    known = {".yml": "references.yaml", ".yaml": "references.yaml", ".json": "references.json"}
    if path.suffix in known:
        return f"rename it to {known[path.suffix]}, or move it elsewhere"
    return EXPORT if path.suffix in (".xml", ".txt") else ""
