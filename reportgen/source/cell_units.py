"""The units that the numbers of a column are written with in its cells, 1.2m beside 800k: the one they are read in."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from decimal import Decimal

from reportgen.language.units import Unit
from reportgen.source.cell_marks import are_glued_marks, are_letters_of_marks, sign_beside, unread
from reportgen.source.number_texts import PLAIN, Parts
from reportgen.source.proportions import last_count
from reportgen.source.scalars import ColumnDoubt, short
from reportgen.source.signed_numbers import are_ranks
from reportgen.source.units import unit_of


def factors_of(
    texts: Sequence[str], odd: Mapping[str, Parts], asked: str, *, sized: bool
) -> tuple[dict[Unit, Decimal], str]:
    """What the numbers with each unit are multiplied with, and the unit of the column where none is declared.

    `odd`: the texts that are more than digits; `asked`: the unit of tables.yaml; `sized`: whether words of the file say
    the size of that, which is money that the cells have as a currency alone. ColumnDoubt where they are in several.
    """
    units: dict[Unit, str] = {}
    for text, parts in odd.items():
        units.setdefault(parts.unit, text)
    bare = next((text for text in texts if PLAIN.fullmatch(text)), "")
    if bare:
        units.setdefault(Unit(), bare)
    written = [unit for unit in units if unit]
    declared = unit_of(asked) if asked else _common(written, bool(bare) or Unit() in units)
    if declared is None:
        raise _mixed(texts, units, written)
    factors: dict[Unit, Decimal] = {}
    bare_money = sized and all(unit.is_currency for unit in written)
    for unit in written:
        factor = Decimal(1) if bare_money else unit.factor(declared)
        if factor is not None:
            factors[unit] = factor
    if others := [unit for unit in written if unit not in factors]:
        raise _other_units(texts, [units[unit] for unit in others], others[0], asked)
    return factors, "" if asked else declared.written


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


def _other_units(texts: Sequence[str], others: Sequence[str], unit: Unit, asked: str) -> ColumnDoubt:
    """What is asked of numbers in other units than the column's, one text of each; `unit` is that of the first."""
    text = others[0]
    if are_glued_marks(others):
        fault = unread(*others, unit=asked)
        return ColumnDoubt(fault.rule, texts.index(text), fault.message, fault.hint)
    message = f"is written with {unit.written} ({short(text)}), and its unit is {asked}"
    return ColumnDoubt("wrong-type", texts.index(text), message, f'write unit: "{unit.written}", or mend the cells')
