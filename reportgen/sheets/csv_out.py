"""CSV that others open in a spreadsheet: no cell in it is a formula.

A program takes a text that begins with =, +, - or @ for a formula, and one from a stranger's data may call out. An
apostrophe before it makes it the text that it is; numbers stay as they are.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Sequence

from reportgen.patterns import Pattern

_FORMULA = Pattern(r"[=@\t\r]|[+-](?![\d.,  ]*%?(?: \[\w+\])?$)")


def written(rows: Iterable[Sequence[object]], end: str = "\n") -> bytes:
    """The rows in UTF-8, as RFC 4180 has them; `end` is what ends a line."""
    file = io.StringIO()
    csv.writer(file, lineterminator=end).writerows([_plain(cell) for cell in row] for row in rows)
    return file.getvalue().encode("utf-8")


def _plain(cell: object) -> object:
    return f"'{cell}" if isinstance(cell, str) and _FORMULA.match(cell) else cell
