"""What a column of text holds that hardly anybody means to print as it is typed: NA of R, days in figures, hours, words
in a wrong encoding; and columns of numbers that count days.

It is asked or told once a column; dates in columns of dates are `column_types`'.
"""

from __future__ import annotations

import datetime
import re
from collections.abc import Mapping, Sequence
from decimal import Decimal

from reportgen.marks import Mark
from reportgen.source.cell_marks import NOTHING
from reportgen.source.column_faults import ColumnFaults
from reportgen.source.date_texts import order_of
from reportgen.source.mojibake import meant
from reportgen.source.scalars import ScalarError, short

_NA = frozenset(("NA", "<NA>", "NaN", "nan", "NULL", "null", "#N/A"))
"""What programs write for a missing value, and nobody for a name, but for NA."""
_CODES = re.compile("[A-Z]{2,3}")
"""What stands beside the NA of Namibia."""
_IN_FIGURES = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}|[0-9]{1,2}([/.-])[0-9]{1,2}\1(?:[0-9]{4}|[0-9]{2})")
_HOUR = re.compile(r".*(?:[0-9]{4}|[0-9][/.-][0-9]{2})[T ]+[0-9]{1,2}:[0-9]{2}.*")
_SAMPLE = 500
"""Cells of a column that show what it holds. Ours."""
_DATE_NAME = re.compile(r"(?:.*[^\W\d_])?[\W_]*(?:date|datum|fecha|dato)(?:[\W_].*)?|.*[a-z]Date", re.IGNORECASE)
_EPOCHS = (
    (range(7305, 29221), datetime.date(1970, 1, 1), "R and other programs count days from 1970"),
    (range(29221, 62091), datetime.date(1899, 12, 30), "spreadsheets count days from 1900"),
)
"""Days of 1990 to 2049 and of 1980 to 2069, as programs keep them."""


def without_missing(texts: list[str], signs: Mapping[str, Mark | str]) -> dict[int, Mark]:
    """The marks of cells of text whose NA `marks:` explains; such cells become empty in `texts`."""
    found: dict[int, Mark] = {}
    for at, text in enumerate(texts) if not _NA.isdisjoint(signs) else ():
        meaning = signs.get(text) if text in _NA else None
        if isinstance(meaning, Mark):
            found[at] = meaning
        if meaning == NOTHING or at in found:
            texts[at] = ""
    return found


def ask_of_words(words: Sequence[str], signs: Mapping[str, Mark | str], faults: ColumnFaults) -> None:
    """Tell of cells that say that nothing is there, of days and of hours."""
    if not _NA.isdisjoint(words):
        _ask_for_missing(words, signs, faults)
    some = [(at, word) for at, word in enumerate(words[:_SAMPLE]) if word]
    for form, tell in ((_HOUR, _tell_hours), (_IN_FIGURES, _tell_days)):
        found = [at for at, word in some if word[:1].isdigit() and form.fullmatch(word)]
        if len(found) > 1 and 2 * len(found) >= len(some):
            tell(words, found, faults)
            return


def _ask_for_missing(words: Sequence[str], signs: Mapping[str, Mark | str], faults: ColumnFaults) -> None:
    found = [at for at, word in enumerate(words) if word in _NA and word not in signs]
    others = {word for word in words if word} - _NA
    if not found or (words[found[0]] == "NA" and others and all(map(_CODES.fullmatch, others))):
        return
    sign = words[found[0]]
    message = f"has '{sign}'{faults.more(found)} among its words: printed so, as a name"
    hint = (
        f'if a value is missing there, write marks: {{"{sign}": {NOTHING}}}; if it is a name, marks: {{"{sign}": none}}'
    )
    faults.tell("table-missing", found[0], message, hint)


def _tell_hours(words: Sequence[str], found: Sequence[int], faults: ColumnFaults) -> None:
    message = f"has hours, such as {short(words[found[0]])}{faults.more(found)}, and is text: printed as typed"
    hint = "where the days are enough, leave the hours out of the file, and write type: date"
    faults.tell("table-dates", found[0], message, hint)


def _tell_days(words: Sequence[str], found: Sequence[int], faults: ColumnFaults) -> None:
    odd = next((word for at, word in enumerate(words) if word and at not in {*found}), "")
    days = [words[at] for at in found]
    message = f"has days, such as {short(days[0])}{faults.more(found)}, and is text: printed as typed"
    order, unclear = order_of(days)
    asked = " and date_order: dmy or date_order: mdy" if order is None and unclear else ""
    mend = f"; {short(odd)} is then left empty, or written as a date, such as 2021-05" if odd else ""
    faults.tell("table-dates", found[0], message, f"write type: date{asked}{mend}")


def ask_for_counted_days(values: Sequence[object], faults: ColumnFaults) -> None:
    """Tell of numbers that count days, in a column that is called one of dates."""
    if not _DATE_NAME.fullmatch(faults.name):
        return
    found = [(at, int(value)) for at, value in enumerate(values) if isinstance(value, Decimal)]
    for span, first, why in _EPOCHS:
        if len(found) > 1 and all(value in span for _, value in found):
            at, number = found[0]
            day = first + datetime.timedelta(days=number)
            message = f"has numbers such as {number}, as {why}: is {day.isoformat()} meant?"
            hint = f"if so, write the days in the file, such as {day.isoformat()}, and type: date"
            faults.tell("table-dates", at, message, hint)


def tell_wrong_encoding(words: Sequence[str], faults: ColumnFaults) -> None:
    """Report words of a workbook that were once read in a wrong encoding; a file of text is looked through at once."""
    for at, text in enumerate(words):
        word, right = meant(text) if not text.isascii() else ("", "")
        if word:
            message = f"holds '{word}' where '{right}' is meant: it was once read in a wrong encoding"
            faults.note(at, ScalarError("file-encoding", message, "replace all such words"), "mojibake")
