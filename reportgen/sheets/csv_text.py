"""The text of a CSV file: its encoding by its bytes, and the sign between its cells by what makes a table of it."""

from __future__ import annotations

import codecs
import re
import unicodedata
from collections import Counter

from reportgen.frozen import frozen
from reportgen.patterns import Pattern

SEPARATORS = (",", ";", "\t", "|")
_SAMPLE = 100
"""Lines by which the separator is told."""
_BOMS = ((codecs.BOM_UTF8, "utf-8"), (codecs.BOM_UTF16_LE, "utf-16-le"), (codecs.BOM_UTF16_BE, "utf-16-be"))
_ODD_BREAKS = str.maketrans({"\x85": " ", "\u2028": " ", "\u2029": " "})
_QUOTED = Pattern(r'"(?:[^"]|"")*"')
_DECLARED = Pattern(r"sep=(.)\n", re.IGNORECASE)


@frozen
class CsvText:
    """A file's text with LF ends, composed (NFC), without BOM; line n of it is line n of the file."""

    text: str
    encoding: str


def text_of(data: bytes) -> CsvText | None:
    """Read UTF-8 (with or without BOM), UTF-16 or Windows-1252, whichever the bytes are; None for none of them."""
    for bom, encoding in _BOMS:
        if data.startswith(bom):
            return _decoded(data[len(bom) :], encoding)
    if b"\0" in data:
        sample = data[:1000]
        little = sample[1::2].count(0) > sample[::2].count(0)
        return _decoded(data, "utf-16-le" if little else "utf-16-be")
    return _decoded(data, "utf-8") or _decoded(data, "cp1252")


def _decoded(data: bytes, encoding: str) -> CsvText | None:
    try:
        text = data.decode(encoding)
    except UnicodeDecodeError:
        return None
    return CsvText(_composed(text), encoding)


def as_typed(text: str) -> str:
    """The text of a cell of a workbook as it would stand in a CSV file."""
    return text.strip() if text.isascii() and "\r" not in text else _composed(text).strip()


def _composed(text: str) -> str:
    text = text.replace("\r\n", "\n").replace("\r", "\n").translate(_ODD_BREAKS)
    return unicodedata.normalize("NFC", text)


def separator_of(text: str) -> str:
    """The sign between the cells: the one that gives the most lines the same number of them; a comma where none does.

    A first line `sep=;`, which some programs write, says it.
    """
    declared = _DECLARED.match(text)
    if declared:
        return declared[1]
    sample = _QUOTED.sub("", "\n".join(text.split("\n", 4 * _SAMPLE)[: 4 * _SAMPLE]))
    lines = [line for line in sample.split("\n") if line.strip()][:_SAMPLE]
    return max(SEPARATORS, key=lambda sign: _agreement(lines, sign))


def _agreement(lines: list[str], sign: str) -> tuple[int, bool, bool, int]:
    """How many lines have the usual number of this sign, if that is not none; whether the first line, which mostly
    names the columns, is one of them; whether no text has it; that number."""
    counts = Counter(found for line in lines if (found := line.count(sign)))
    usual, often = counts.most_common(1)[0] if counts else (0, 0)
    return often, often > 0 and lines[0].count(sign) == usual, sign == "\t", usual
