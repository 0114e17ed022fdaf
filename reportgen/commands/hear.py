"""A finished paper as a screen reader says it."""

from __future__ import annotations

from pathlib import Path

from reportgen.editions.opening import why_foreign
from reportgen.pdfread.bounds import TooMuch
from reportgen.pdfread.gate import BROKEN, pdf_bytes
from reportgen.pdfread.heard import Heard, heard
from reportgen.pdfread.paper import opened
from reportgen.problems import Place, failure


def hear(path: Path) -> list[Heard]:
    """All that is said of the paper at `path`; OSError where it can't be read, ReportError where it is none of ours."""
    data, place, hint = pdf_bytes(path), Place(path.as_posix()), "name a paper that reportgen made"
    if message := why_foreign(data):
        raise failure("pdf-unreadable", place, message, hint)
    try:
        with opened(data) as paper:
            said = list(heard(paper))
    except BROKEN as error:
        message = str(error) if isinstance(error, TooMuch) else "the structure tree of this PDF is damaged"
        raise failure("pdf-tree", place, message, "get the file again, or build the paper anew") from error
    if not said:
        message = "this PDF has lost its structure tree, which a screen reader goes by"
        raise failure("pdf-tree", place, message, "get the file again, or build the paper anew")
    return said
