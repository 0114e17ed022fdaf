"""The filter `unit`: a value in another unit, `{{ facts.debt | unit("£m") }}`; and what is computed and has none.

A value of the data is converted, or refused where no conversion is certain. What was computed may have a unit that
nothing here can know: it gets the one that is named.
"""

from __future__ import annotations

import re
from dataclasses import replace
from decimal import Decimal

from reportgen.document.data.arithmetic import Fault
from reportgen.document.data.conversion import factor, per
from reportgen.document.data.forms import Form, computed_decimals
from reportgen.document.data.values import Datum, lift
from reportgen.document.templates.beside import ValueInText
from reportgen.language import Words
from reportgen.language.units import CURRENCIES, Unit, alike
from reportgen.language.values import places
from reportgen.patterns import Pattern
from reportgen.source.own_units import own_unit

_SHARES = Pattern(r"proportion|share|fraction|ratio", re.IGNORECASE)


def in_unit(words: Words, value: object, unit: object) -> Datum:
    """In another unit: converted from its own, or named so where it has none or a computation leads to another."""
    datum, name = lift(value, words), own_unit(str(lift(unit, words)), words.tag).text
    form = replace(datum.form, unit=name, renamed=True, step=Decimal(1), lost=None)
    times = _times(datum, name) if name else Decimal(1)
    if times == 1 or not isinstance(datum.value, Decimal):
        return Datum(datum.value, form, datum.records, cites=datum.cites, meant=datum.meant)
    made = (datum.value * times).normalize()
    kind = "number" if form.type == "integer" and made % 1 else form.type
    return datum.becoming(made, replace(form, type=kind, decimals=_decimals(datum, made, times)))


def _times(datum: Datum, name: str) -> Decimal:
    """What it is multiplied with to be in the unit `name`; Fault where that is in doubt."""
    form, becomes = datum.form, datum.form.words.unit(name)
    if form.lost:
        times = _of_two(form.words, *form.lost, becomes)
    elif form.unit:
        times = factor(form.words.unit(form.unit), becomes)
        if times is not None and form.step not in {1, times}:
            raise _doubted(form, name)
        if times is None and not form.made:
            raise _refused(datum, name)
        if times is None and (each := per(form.words.unit(form.unit), becomes)):
            times = each[0]
    else:
        times = None
    return Decimal(1) if times is None or form.step == times else times


def _of_two(words: Words, left: str, sign: str, right: str, becomes: Unit) -> Decimal | None:
    """What a quotient or a product of two units is multiplied with: "£m / people" to be in "£ per head"."""
    sides = words.unit(left), words.unit(right)
    if sign == "×":
        shares = [other for side, other in (sides, sides[::-1]) if side.percent and not side.rest]
        times = factor(shares[0], becomes) if shares else None
        return times and times / 100
    each = per(sides[0], becomes)
    if each is None:
        return None
    below = words.unit(each[1])
    known = factor(sides[1], below)
    return each[0] / (Decimal(10) ** (sides[1].power - below.power) if known is None else known)


def _doubted(form: Form, name: str) -> Fault:
    message = f"the template multiplies or divides by a power of ten, but not by the one from {form.unit} to {name}"
    return Fault("template-value", message, f"leave that to the filter: a | unit('{name}') converts by itself")


def _refused(datum: Datum, name: str) -> Fault:
    shown = str(datum).replace("\u00a0", " ")
    hint = f"compute it, and name its unit then: (a / 12) | unit('{name}'); or mend unit: in data/ if that is wrong"
    if datum.form.words.unit(datum.form.unit).percent and _SHARES.match(name):
        hint = "write (a / 100) | unit('') for a share of one"
    elif datum.form.words.unit(datum.form.unit).percent and alike("pp", name):
        hint = "write {{ a | number }} percentage points, if it is a difference of two percentages"
    return Fault("template-value", f"nothing is known that turns {shown} into {name}", hint)


def _decimals(datum: Datum, made: Decimal, times: Decimal) -> int | None:
    """As exact as it was for one that became larger, as what is computed for one that became smaller."""
    if times < 1:
        return computed_decimals(made)
    shown = places(datum.value) if datum.form.decimals is None else datum.form.decimals
    return max(0, shown - times.adjusted())


def is_unitless(one: ValueInText) -> bool:
    """Whether a computation has left a value without a unit, and nobody named one for it."""
    datum = one.datum
    typed = bool(one.sign) and one.sign in CURRENCIES
    return bool(datum.form.lost) and not datum.worded and not typed and datum.value is not None


def without_unit(datum: Datum, expression: str) -> Fault:
    """What the author is told of the value that `expression` prints."""
    assert datum.form.lost is not None
    left, sign, right = datum.form.lost
    value = " ".join(expression.split()).partition("|")[0].strip()
    inner = value if re.fullmatch(r"\([^()]*\)", value) else f"({value})"
    message = f"'{datum}' is printed without a unit: it was computed from {left or 'a number'} {sign} {right}"
    unit = (
        _per(datum.form.words.unit(left).currency or left, right)
        if sign == "/"
        else (left if right == "%" else right if left == "%" else "…")
    )
    return Fault("unit-lost", message, f'write {{{{ {inner} | unit("{unit}") }}}}, or | number if it has none')


def _per(left: str, right: str) -> str:
    each = "head" if right == "people" else right.removesuffix("s")
    return f"{left} per {each}".strip()
