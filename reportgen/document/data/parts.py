"""The parts of a value that a template finds after its dot: the year of a date, the end of a period, `as_of` of any."""

from __future__ import annotations

from decimal import Decimal

from reportgen.dates import PartialDate, Period
from reportgen.document.data.arithmetic import Fault
from reportgen.document.data.forms import Form
from reportgen.document.data.values import Datum


def part(datum: Datum, name: str) -> Datum:
    """`year`, `month`, `day` of a date, `previous`, `next`, `start` and `end` of a period; `as_of`; else a Fault."""
    value, words = datum.value, datum.form.words
    if name == "as_of":
        dates = [record.as_of for record in datum.records if record.as_of is not None]
        first = min(dates, key=lambda day: day.last, default=None)
        return Datum(first, Form(words, "date"), datum.records, cites=datum.cites)
    if isinstance(value, PartialDate) and name in {"previous", "next"}:
        return datum + (1 if name == "next" else -1)
    if isinstance(value, Period) and name in {"start", "end"}:
        day = value.first if name == "start" else value.last
        return datum.becoming(PartialDate(day.year, day.month, day.day), Form(words, "date"))
    if isinstance(value, PartialDate) and name in _parts_of(value):
        found = getattr(value, name)
        number = found if found is None else Decimal(found)
        return datum.becoming(number, Form(words, "year" if name == "year" else "integer"))
    raise Fault("template-name", f"the value '{datum}' has no part called '{name}'", "a value stands alone")


def _parts_of(date: PartialDate) -> set[str]:
    """The parts that a template may ask of it: a quarter or a financial year has no month."""
    whole = isinstance(date, Period) and date.kind != "date"
    return {"year"} if whole else {"year", "month", "day"}
