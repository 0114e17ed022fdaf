"""A finished PDF opened as if it were meant to harm: its size, and what its parts unpack to, are bounded before.

What it says is the other modules' to read; what reading a damaged one can raise is `BROKEN`.
"""

from __future__ import annotations

import stat
from collections.abc import Iterator
from contextlib import contextmanager
from io import BytesIO
from pathlib import Path

import pikepdf

from reportgen.pdfread.bounds import TooMuch, too_much
from reportgen.problems import Place, failure

MOST_BYTES = 200_000_000
"""Of a file: a hundred times what a paper may have."""
MOST_OF_STREAM = 100_000_000
"""Bytes that one stream may unpack to."""
MOST_PAGES = 5_000
MOST_OBJECTS = 250_000
_WIDEST = 3_400
"""Points of a page that is drawn: as large as A0."""
_MOST_WARNINGS = 200
"""Faults that a file may have and still be read: each costs time."""
_MOST_ITEMS = 250_000
"""Of an array or a dictionary."""
_DEEPEST_FORM = 3
BROKEN = (
    *(pikepdf.PdfError, pikepdf.PasswordError, AttributeError, LookupError, TypeError, ValueError),
    *(ArithmeticError, AssertionError, RecursionError, MemoryError, RuntimeError),
)
"""What reading a file can raise that somebody has damaged, or locked."""


def why_unreadable(error: BaseException) -> str:
    """What to say of a file over which one of BROKEN was raised."""
    if isinstance(error, TooMuch):
        return str(error)
    locked = isinstance(error, pikepdf.PasswordError)
    return f"the file is {'locked with a password' if locked else 'no PDF that can be read'}"


def pdf_bytes(path: Path) -> bytes:
    """What is in a file; OSError where it can't be read, ReportError for what is no plain file or too large."""
    place = Place(path.as_posix())
    if not stat.S_ISREG(path.stat().st_mode):
        raise failure("file-missing", place, "this is no plain file", "name a file")
    with path.open("rb") as file:
        data = file.read(MOST_BYTES + 1)
    if len(data) > MOST_BYTES:
        message = f"this file is larger than {MOST_BYTES // 1_000_000} MB, the most that one of its kind may have"
        raise failure("file-size", place, message, "name a paper that reportgen made")
    return data


@contextmanager
def open_pdf(data: bytes) -> Iterator[pikepdf.Pdf]:
    """The file, open; one of BROKEN where it can't be read, and where it holds more than a paper can."""
    pikepdf.settings.set_qpdf_limits(
        doc_max_warnings=_MOST_WARNINGS,
        max_stream_filters=1,
        parser_max_container_size=_MOST_ITEMS,
        flate_max_memory=MOST_OF_STREAM,
        png_max_memory=MOST_OF_STREAM,
        run_length_max_memory=MOST_OF_STREAM,
        dct_max_memory=MOST_OF_STREAM,
        tiff_max_memory=MOST_OF_STREAM,
    )
    with pikepdf.open(BytesIO(data)) as pdf:
        if pdf.is_encrypted:  # with an empty password it opens all the same
            raise pikepdf.PasswordError
        if len(pdf.pages) > MOST_PAGES:
            raise too_much(MOST_PAGES, "pages")
        if len(pdf.objects) > MOST_OBJECTS:
            raise too_much(MOST_OBJECTS, "objects")
        yield pdf


def check_sizes(pdf: pikepdf.Pdf) -> None:
    """One of BROKEN for a page that is larger than any may be, and for what unpacks to more than a paper has: before
    the file is handed to a library that knows no bounds."""
    room = 2 * MOST_OF_STREAM
    for stream in (item for item in pdf.objects if isinstance(item, pikepdf.Stream)):
        packed = str(stream.get("/Filter", "")) != "/DCTDecode"
        room -= len(stream.read_bytes() if packed else stream.read_raw_bytes())
        if room < 0:
            raise ValueError
    _check_forms(pdf)
    for page in pdf.pages:
        left, bottom, right, top = (float(part) for part in page.mediabox.as_list())
        if not (0 < right - left <= _WIDEST and 0 < top - bottom <= _WIDEST):
            raise ValueError


def _check_forms(pdf: pikepdf.Pdf) -> None:
    """ValueError for forms that stand in each other deeper than ours do, and so for those that hold themselves."""
    forms = [item for item in pdf.objects if isinstance(item, pikepdf.Stream) and item.get("/Subtype") == "/Form"]
    inside = {form.objgen: _forms_in(form) for form in forms}
    level = set(inside)
    for _ in range(_DEEPEST_FORM):
        level = {kid for form in level for kid in inside.get(form, ())}
    if level:
        raise ValueError


def _forms_in(form: pikepdf.Object) -> list[tuple[int, int]]:
    items = form.get("/Resources", pikepdf.Dictionary()).get("/XObject", pikepdf.Dictionary())
    return [item.objgen for item in items.values() if item.get("/Subtype") == "/Form"]
