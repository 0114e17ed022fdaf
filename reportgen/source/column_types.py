"""The types that a column can have, each with its reader: from all texts of the column to a value for each.

A reader sees the whole column first: it may tell from it how the column is written, or that this is in doubt. A new
type is a new line of `READERS`, and a name in `model.ColumnType`.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from decimal import Decimal

from reportgen.frozen import frozen
from reportgen.language import periods
from reportgen.language.units import Unit
from reportgen.patterns import Pattern
from reportgen.source.cell_marks import NEGATIVE, are_glued_marks, are_letters_of_marks, sign_beside, unread
from reportgen.source.cells import period, year
from reportgen.source.date_texts import DateOrder, are_split_years, is_date, is_split_year, order_of, read_date
from reportgen.source.meant_dates import hint_for
from reportgen.source.model import ColumnType, Scalar
from reportgen.source.number_texts import PLAIN, Doubt, Parts, decimal_sign, no_number, parts_of, shifted, value_of
from reportgen.source.proportions import last_count
from reportgen.source.scalars import ScalarError, short, truth
from reportgen.source.signed_numbers import are_ranks
from reportgen.source.units import unit_of

_GROUPED = Pattern(r"-?[1-9][0-9]{0,2}(?:\.[0-9]{3})+")
_ISO = Pattern(r"[0-9]{4}(?:-[0-9]{2}){0,2}")
_POINTED_YEAR = Pattern(r"(?<=^[0-9]{4})\.0+$")
"""Behind a year in files of programs that keep it as a number: 2019.0."""
_QUARTER = Pattern(
    r"[12][0-9]{3}\s*-?\s*(?:[QT][1-4]|W[0-5]?[0-9])|(?:[QT][1-4]|W[0-5]?[0-9])\s*-?\s*[12][0-9]{3}", re.IGNORECASE
)


@frozen
class Asked:
    """What tables.yaml says of a column that bears on how its texts are read."""

    type: ColumnType
    unit: str = ""
    decimal: str | None = None
    date_order: DateOrder | None = None
    typed: bool = False
    """Whether its numbers come from cells that hold numbers, not texts: of a workbook."""
    commas_likely: bool = False
    """Whether a decimal comma is as likely as one between thousands."""
    sized: bool = False
    """Whether words of the file say the size of `unit`, money that its cells have as a currency alone."""


class ColumnDoubt(ScalarError):
    """What can't be told from a whole column; `at` is the text that shows it."""

    def __init__(self, rule: str, at: int, message: str, hint: str) -> None:
        super().__init__(rule, message, hint)
        self.at = at


@frozen
class Way:
    """How the texts of a column are read: `read` may raise ScalarError."""

    read: Callable[[str], Scalar]
    unit: str = ""
    """The unit that all of its numbers are written with."""
    typed: Callable[[str], str] = str
    """A text that was read as its author would type it."""


Reader = Callable[[Sequence[str], Asked], Way]


# --- numbers --------------------------------------------------------------------------------------------------------
def _numbers(texts: Sequence[str], asked: Asked) -> Way:
    odd = {text: parts for text in texts if not PLAIN.fullmatch(text) and (parts := parts_of(text))}
    _ask_for_brackets(texts, odd)
    sign = _sign(texts, odd, asked)
    factors, unit = _factors(texts, odd, asked)

    def read(text: str) -> Decimal:
        if (sign == "." or asked.typed) and PLAIN.fullmatch(text):
            return Decimal(text)
        parts = odd.get(text) or parts_of(text)
        if parts is None:
            raise _no_number(text, asked.type)
        value = value_of(parts, sign)
        if value is None:
            raise ScalarError("wrong-type", f"must be a number, not {short(text)}", _groups(text, sign))
        return shifted(value, factors.get(parts.unit, Decimal(1)).adjusted())

    def typed(text: str) -> str:
        return text.replace(".", ",") if sign == "," and asked.typed and PLAIN.fullmatch(text) else text

    return Way(read if asked.type == "number" else _whole(read), unit, typed)


def _whole(read: Callable[[str], Decimal]) -> Callable[[str], Decimal]:
    def whole(text: str) -> Decimal:
        value = read(text)
        if value != value.to_integral_value():
            hint = "write type: number, or mend the value"
            if _GROUPED.fullmatch(text):
                hint = 'write type: number, or decimal: "," if the point stands between thousands'
            raise ScalarError("wrong-type", f"must be a whole number, not {short(text)}", hint)
        return value.to_integral_value()

    return whole


def _ask_for_brackets(texts: Sequence[str], odd: Mapping[str, Parts]) -> None:
    """What brackets say, where no number in them is written as accounts write it: in groups, or with a currency."""
    inside = {text: parts for text, parts in odd.items() if parts.bracketed}
    plain = any(parts.unit.currency or re.search("[0-9][,.' ][0-9]{3}", parts.digits) for parts in inside.values())
    below = any(text.startswith("-") for text in texts)
    if inside and (below or not plain):
        example = next(iter(inside))
        message = f"has numbers in brackets, such as {short(example)}: are they below zero, or not to be relied on?"
        hint = f'say which: marks: {{"()": {NEGATIVE}}}, or marks: {{"()": u}}'
        raise ColumnDoubt("cell-mark", texts.index(example), message, hint)


def _sign(texts: Sequence[str], odd: Mapping[str, Parts], asked: Asked) -> str:
    if asked.decimal:
        return asked.decimal
    if not odd and not asked.commas_likely:
        return "."
    plain = () if asked.typed else (text.lstrip("-") for text in texts if "." in text and text not in odd)
    digits = [*(parts.digits for parts in odd.values()), *plain]
    found = decimal_sign(digits, commas_likely=asked.commas_likely)
    if not isinstance(found, Doubt):
        return found
    at = next((at for at, text in enumerate(texts) if found.text in text), 0)
    hint = 'say which sign stands before the decimals: decimal: "," or decimal: "."'
    raise ColumnDoubt("wrong-type", at, f"has numbers that may mean two things, such as '{found.text}'", hint)


def _factors(texts: Sequence[str], odd: Mapping[str, Parts], asked: Asked) -> tuple[dict[Unit, Decimal], str]:
    """What the numbers with each unit are multiplied with, and the unit of the column where none is declared."""
    units: dict[Unit, str] = {}
    for text, parts in odd.items():
        units.setdefault(parts.unit, text)
    bare = next((text for text in texts if PLAIN.fullmatch(text)), "")
    if bare:
        units.setdefault(Unit(), bare)
    written = [unit for unit in units if unit]
    declared = unit_of(asked.unit) if asked.unit else _common(written, bool(bare) or Unit() in units)
    if declared is None:
        raise _mixed(texts, units, written)
    factors: dict[Unit, Decimal] = {}
    bare_money = asked.sized and all(unit.is_currency for unit in written)
    for unit in written:
        factor = Decimal(1) if bare_money else unit.factor(declared)
        if factor is None:
            raise _other_unit(texts, units[unit], unit, asked)
        factors[unit] = factor
    return factors, "" if asked.unit else declared.written


def _common(units: Sequence[Unit], bare: bool) -> Unit | None:
    """The one unit of numbers whose unit nobody declares; None where they have several, or some that count none."""
    if not units:
        return Unit()
    first = units[0]
    same = all(unit.power == first.power and unit.same_but_for_size(first) for unit in units)
    return first if same and (not bare or first.is_currency) else None


def _mixed(texts: Sequence[str], units: Mapping[Unit, str], written: Sequence[Unit]) -> ColumnDoubt:
    first = written[0]
    example = units[first]
    if are_ranks(texts):
        hint = "leave type: out, and they are printed as typed; or write 1, 2, 3 in the file"
        return ColumnDoubt("wrong-type", texts.index(example), f"has ranks, such as {short(example)}", hint)
    if len(written) == 1:
        if are_letters_of_marks(first.rest) or (sign_beside(example) and len(first.rest) == 1):
            fault = unread(example)
            return ColumnDoubt(fault.rule, texts.index(example), fault.message, fault.hint)
        message = f"has numbers with {first.written} ({short(example)}) and without ({short(units[Unit()])})"
        hint = f'if they all are in it, write unit: "{first.written}"'
        if first.percent and (count := last_count(texts)):
            hint = f"if {count} counts, as a base does, leave its row out: end: with the row above it; {hint}"
        return ColumnDoubt("wrong-type", texts.index(example), message, hint)
    beside = [units[unit] for unit in written]
    if are_glued_marks(beside):
        fault = unread(*beside)
        return ColumnDoubt(fault.rule, texts.index(example), fault.message, fault.hint)
    listed = ", ".join(unit.written for unit in written[:4])
    currency = {unit.currency for unit in written}
    best = currency.pop() if len(currency) == 1 and not any(unit.rest or unit.percent for unit in written) else ""
    hint = f'write unit: "{best}", and all are read in it' if best else "write all numbers of a column in one unit"
    return ColumnDoubt("wrong-type", texts.index(example), f"has numbers in several units: {listed}", hint)


def _other_unit(texts: Sequence[str], text: str, unit: Unit, asked: Asked) -> ColumnDoubt:
    if are_glued_marks([text]):
        fault = unread(text, unit=asked.unit)
        return ColumnDoubt(fault.rule, texts.index(text), fault.message, fault.hint)
    message = f"is written with {unit.written} ({short(text)}), and its unit is {asked.unit}"
    return ColumnDoubt("wrong-type", texts.index(text), message, f'write unit: "{unit.written}", or mend the cells')


def _no_number(text: str, kind: ColumnType) -> ScalarError:
    if sign_beside(text):
        return unread(text)
    return no_number(text, "a whole number" if kind == "integer" else "a number")


def _groups(text: str, sign: str) -> str:
    other = "," if sign == "." else "."
    return f"{sign} stands before decimals here, and {other} would stand between thousands: look at its digits"


# --- years and dates --------------------------------------------------------------------------------------------------
def _years(texts: Sequence[str], _: Asked) -> Way:
    _ask_for_periods(texts, "year")

    def read(text: str) -> Decimal:
        if sign_beside(text) and text[:4].isdecimal():
            raise unread(text)
        return year(whole(text))

    def whole(text: str) -> str:
        return _POINTED_YEAR.sub("", text)

    return Way(read, typed=whole)


def _dates(texts: Sequence[str], asked: Asked) -> Way:
    order = asked.date_order
    if order != "ym":
        _ask_for_periods(texts, "date")
    if order is None:
        order, unclear = order_of(texts)
        if len(unclear) == 1:
            message = f"has dates that may mean two days, such as {short(unclear[0])}"
            hint = "say in which order day, month and year stand: date_order: dmy or date_order: mdy"
            raise ColumnDoubt("bad-date", texts.index(unclear[0]), message, hint)
        if unclear:
            message = f"has dates in two orders: {' and '.join(map(short, unclear))}"
            hint = "write day, month and year in one order"
            raise ColumnDoubt("bad-date", texts.index(unclear[-1]), message, hint)
    chosen = order or "dmy"
    return Way(lambda text: read_date(text, chosen))


def _periods(texts: Sequence[str], _: Asked) -> Way:
    """Quarters, months, financial years and the like; the whole column tells what 2010-11 is in it."""
    reading = periods.reading_of(texts)

    def read(text: str) -> Scalar:
        try:
            return period(text, reading)
        except ScalarError as error:
            if _is_day(text) and (hint := hint_for(text)):
                raise ScalarError(
                    "bad-date", error.message, f"{hint}; or take the column as text: type: string"
                ) from None
            if not _is_part(text):
                raise
            hint = "if the year stands in another column, put the two together: join: {period: [Year, Quarter]}"
            raise ScalarError("bad-date", error.message, hint) from None

    return Way(read)


def _is_part(text: str) -> bool:
    """Whether a text is a quarter or a month without its year."""
    try:
        return text.isdecimal() or bool(periods.period(f"2024 {text}"))
    except ValueError:
        return False


def _is_day(text: str) -> bool:
    """Whether a text is a date, to the day, that no period is written as."""
    return not _ISO.fullmatch(text) and not _QUARTER.fullmatch(text) and not is_split_year(text) and is_date(text)


def _ask_for_periods(texts: Sequence[str], kind: str) -> None:
    """Years such as 2023-24 and quarters are no months: they are asked for, once a column."""
    split = next((text for text in texts if is_split_year(text)), "")
    part = next((text for text in texts if _QUARTER.fullmatch(text)), "") or ("/" in split and split)
    day = next((text for text in texts if _is_day(text)), "") if kind == "date" else ""
    if part and day:
        message = f"has days, such as {short(day)}, and quarters or split years, such as {short(part)}"
        hint = "write type: period, and the days as 2024-03-31; or take the column as text: type: string"
        raise ColumnDoubt("bad-date", texts.index(part), message, hint)
    if split and (kind == "year" or "/" in split or are_split_years(texts)):
        message = f"has financial, school or other split years, such as {short(split)}: none of them is a {kind}"
        hint = "write type: period"
        if kind == "date" and all(re.fullmatch("[0-9]{4}-(0[1-9]|1[0-2])", text) for text in texts):
            hint += ", or date_order: ym, if each is a year and a month"
        raise ColumnDoubt("bad-date", texts.index(split), message, hint)
    quarter = next((text for text in texts if _QUARTER.fullmatch(text)), "")
    if quarter:
        hint = "write type: period"
        raise ColumnDoubt("bad-date", texts.index(quarter), f"has quarters or weeks, such as {short(quarter)}", hint)


READERS: Mapping[ColumnType, Reader] = {
    "string": lambda texts, asked: Way(str),
    "number": _numbers,
    "integer": _numbers,
    "year": _years,
    "date": _dates,
    "period": _periods,
    "boolean": lambda texts, asked: Way(truth),
}
"""Each type of a column with its reader."""
