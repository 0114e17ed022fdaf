"""What a spreadsheet shows of a column of numbers: its unit, its decimals, its words where it is text."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from decimal import ROUND_HALF_UP, Decimal

from reportgen.frozen import frozen
from reportgen.language.units import Unit
from reportgen.language.units import unit_of as unit_in_full
from reportgen.language.values import most_places, places
from reportgen.patterns import Pattern
from reportgen.sheets.sheet import Shown
from reportgen.source.column_faults import ColumnFaults
from reportgen.source.model import Scalar
from reportgen.source.number_texts import PLAIN, parts_of, shifted
from reportgen.source.scalars import ScalarError
from reportgen.source.units import unit_of

MOST_PLACES = 6
"""Digits after the point beyond which they are those of a computation, and nobody's choice."""
_SIGNIFICANT = 3
"""Digits that the largest value of such a column keeps at least: enough to tell it from its neighbours. Ours."""
_SHORT = 2
"""Letters behind a number that stand at it without a space: "m", "bn"."""
_ZERO = Pattern(r"-?0(\.0*)?")


def words(texts: Sequence[str], shown: Sequence[Shown]) -> list[str]:
    """What a column of text prints of a workbook: its numbers as it shows them."""
    return [_word(text, one) for text, one in zip(texts, shown, strict=True)]


def _word(text: str, shown: Shown) -> str:
    if shown.text or shown.decimals is None:
        return shown.text or text
    digits = f"{rounded(Decimal(text), shown.decimals):f}"
    currency = unit_of(shown.unit).currency
    rest = shown.unit.removeprefix(currency).strip()
    return f"{currency}{digits}{' ' * (len(rest) > _SHORT)}{rest}"


def whole(text: str, shown: Shown) -> str:
    """A number of a column of whole ones: one that is shown without decimals is whole."""
    return f"{rounded(Decimal(text), 0):f}" if shown.decimals == 0 else text


@frozen
class ShownUnit:
    """The unit that a column's number formats show: `mixed` is another one that some of them show; "" for none."""

    unit: str = ""
    at: int = 0
    """the first cell that shows it"""
    mixed: str | None = None


def shown_unit(texts: Sequence[str], shown: Sequence[Shown], there: Sequence[int]) -> ShownUnit:
    """The unit of the numbers at `there`; zeros without a sign count for none."""
    units: dict[str, int] = {}
    for at in there:
        if shown[at].unit or not _ZERO.fullmatch(texts[at]):
            units.setdefault(shown[at].unit, at)
    written = [(name, at) for name, at in units.items() if name]
    if not written:
        return ShownUnit()
    name, at = written[0]
    others = [one for one in units if one != name]
    if others and not (others == [""] and unit_of(name).is_currency):
        return ShownUnit(name, at, others[0])
    return ShownUnit(name, at)


def signs_as_shown(texts: Sequence[str], shown: Sequence[Shown]) -> tuple[list[str], list[Shown]]:
    """Texts in which a unit is typed that other cells are shown with, as "63.1%" among numbers of the format 0.0%: they
    are read as these are, as numbers without it."""
    units, words, ways = {one.unit for one in shown if one.unit}, list(texts), list(shown)
    for at, text in enumerate(texts) if units else ():
        parts = None if shown[at].unit or PLAIN.fullmatch(text) else parts_of(text)
        if parts and parts.unit.written in units and not parts.power:
            words[at] = f"{'-' * parts.negative}{parts.digits}"
            ways[at] = Shown(unit=parts.unit.written)
    return words, ways


def in_one_size(texts: Sequence[str], shown: Sequence[Shown], declared: str) -> tuple[list[str], list[Shown]]:
    """Numbers whose formats show them in other sizes than `declared`, or, without that, than most of them are shown in:
    all in that one, as £45,300k is £45.3m. What is shown without a size may be in the declared one."""
    units = {one.unit: unit_of(one.unit) for one in shown if one.unit}
    if len(units) > 1 and all(unit_in_full(name).power for name in units):  # k and m: not metres
        units = {name: unit_in_full(name) for name in units}
    sized = [one.unit for one in shown if one.unit and units[one.unit].power]
    wanted = declared or max(dict.fromkeys(sized), key=sized.count, default="")
    whole, words, ways = units.get(wanted) or unit_of(wanted), list(texts), list(shown)
    for at, one in enumerate(shown) if wanted else ():
        unit = units.get(one.unit)
        if unit and unit.power and unit.power != whole.power and PLAIN.fullmatch(texts[at]) and _goes_with(unit, whole):
            count = unit.power - whole.power
            words[at] = f"{shifted(Decimal(texts[at]), count):f}"
            decimals = None if one.decimals is None else max(0, one.decimals - count)
            ways[at] = replace(one, unit=wanted, decimals=decimals)
    return words, ways


@frozen
class UnitDoubt:
    """The row of a number whose unit is not certain, what is odd about it, and what to write."""

    at: int
    message: str
    hint: str


def unit_doubt(texts: Sequence[str], shown: Sequence[Shown], there: Sequence[int], declared: str) -> UnitDoubt | None:
    """What is doubtful about the units that the numbers at `there` are shown with; None where nothing is."""
    if fraction := doubtful_fraction(texts, shown, there):
        at, hint = fraction
        message = f"has numbers shown in %, and '{texts[at]}' without a sign: is it a hundred times as large?"
        return UnitDoubt(at, message, hint)
    first = shown_unit(texts, shown, there)
    if declared and first.unit and not fits(first.unit, declared):
        hint = f'write unit: "{first.unit}", or mend the number format'
        return UnitDoubt(first.at, f"is shown in {first.unit}, and its unit is {declared}", hint)
    if not declared and (sizes := in_two_sizes(texts, shown, there)):
        at, sized = sizes
        message = f"has numbers shown in {sized}, and '{texts[at]}' without that size"
        return UnitDoubt(at, message, f'show all in one size; or, if they all are in {sized}, write unit: "{sized}"')
    return None


def settled_unit(
    texts: Sequence[str], shown: Sequence[Shown], there: Sequence[int], declared: str, faults: ColumnFaults
) -> str:
    """The unit of the number formats, where tables.yaml declares none; what is doubtful of it is noted in `faults`."""
    if doubt := unit_doubt(texts, shown, there, declared):
        faults.note(doubt.at, ScalarError("wrong-type", doubt.message, doubt.hint))
        return ""
    found = shown_unit(texts, shown, there)
    name = found.unit
    if declared or not name:
        return ""
    if found.mixed is None:
        return name
    bare = f"some as {found.mixed}" if found.mixed else "some without a sign"
    message = f"has numbers shown as {name}, and {bare}: its unit is not printed"
    faults.tell("table-units", found.at, message, f'if they all are in {name}, write unit: "{name}"')
    return ""


def in_two_sizes(texts: Sequence[str], shown: Sequence[Shown], there: Sequence[int]) -> tuple[int, str] | None:
    """The first number without a size among others of the same kind with one, as £235 beside £1.2m: where it stands,
    and that size; None where all have one, or none."""
    sized = next((shown[at].unit for at in there if shown[at].unit and unit_of(shown[at].unit).power), "")
    for at in there if sized else ():
        bare = unit_of(shown[at].unit)
        if not bare.power and not _ZERO.fullmatch(texts[at]) and _goes_with(bare, unit_of(sized)):
            return at, sized
    return None


def _goes_with(unit: Unit, whole: Unit) -> bool:
    """Whether a number with one unit is one with the other but for its size: what it does not say is the other's."""
    return not whole.percent and unit.currency in ("", whole.currency) and unit.rest in ("", whole.rest)


def doubtful_fraction(texts: Sequence[str], shown: Sequence[Shown], there: Sequence[int]) -> tuple[int, str] | None:
    """The first number without a sign, beside others shown in per cent, that would be one of them a hundred times as
    large, 0.631 among 59.8% and 64.2%, with what would settle it; None where there is none."""
    found = [(at, abs(Decimal(texts[at]))) for at in there if PLAIN.fullmatch(texts[at])]
    signed = [value for at, value in found if shown[at].unit == "%" and value]
    low, high = (min(signed), max(signed)) if signed else (Decimal(0), Decimal(0))
    for at, value in found if signed else ():
        if not shown[at].unit and 0 < value * 10 < low <= value * 300 <= high * 9:
            larger = (100 * Decimal(texts[at])).normalize()
            return at, f"write the sign in each such cell: {larger:f}%, or {texts[at]}%"
    return None


def fits(shown: str, declared: str) -> bool:
    """Whether a declared unit goes with the one shown: both name a size, or the author alone names one."""
    power = unit_of(shown).power
    return not power or power == unit_of(declared).power


def shown_places(values: Sequence[Scalar], shown: Sequence[Shown] | None) -> int:
    """The most decimals that a number of the column is shown with; without number formats those that it has."""
    if shown is None:
        return most_places(values)
    return max(_each(values, shown), default=0)


def _each(values: Sequence[Scalar], shown: Sequence[Shown]) -> Iterator[int]:
    for value, one in zip(values, shown, strict=True):
        if isinstance(value, Decimal):
            yield places(value) if one.decimals is None else one.decimals


def sane_places(values: Sequence[Scalar]) -> int:
    """Decimals for computed values that nobody has rounded."""
    largest = max(abs(value) for value in values if isinstance(value, Decimal))
    return min(12, max(2, _SIGNIFICANT - 1 - largest.adjusted())) if largest else 2


def rounded(value: Decimal, count: int) -> Decimal:
    """A number with `count` decimals, half away from zero, as spreadsheet programs round."""
    return value.quantize(Decimal(1).scaleb(-count), ROUND_HALF_UP)
