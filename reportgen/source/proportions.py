"""Columns in per cent whose numbers are shares of one: 0.123 for 12.3%. They are asked about, once a column.

A workbook that shows its cells in per cent has said so itself; a number with its own sign has too.
"""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from reportgen.sheets.sheet import Shown
from reportgen.source.model import Scalar
from reportgen.source.number_texts import PLAIN, shifted
from reportgen.source.scalars import ScalarError, short
from reportgen.source.units import unit_of

_FINE = 2
"""Decimals that a share of one has at least: per cent below one have mostly one, as growth in a quarter, 0.3%."""


def scaled(values: Sequence[Scalar], factor: Decimal) -> list[Scalar]:
    """The values times `factor`, with the decimals that they need; those that are no numbers stay."""
    count = factor.adjusted()
    if Decimal(10) ** count == factor:
        return [shifted(value, count) if isinstance(value, Decimal) else value for value in values]
    return [shifted((value * factor).normalize(), 0) if isinstance(value, Decimal) else value for value in values]


def doubtful(texts: Sequence[str], values: Sequence[Scalar], unit: str, shown: Sequence[Shown] | None) -> int | None:
    """The first of the numbers of a column in per cent that all look like shares of one; None where they don't."""
    if not unit_of(unit.partition(" ")[0] if unit.startswith("%") else unit).percent:
        return None
    numbers = [(at, value) for at, value in enumerate(values) if isinstance(value, Decimal) and value]
    bare = all(PLAIN.fullmatch(texts[at]) and not (shown and shown[at].unit) for at, _ in numbers)
    if len(numbers) < 2 or not bare or any(abs(value) > 1 for _, value in numbers):
        return None
    return next((at for at, value in numbers if -int(value.as_tuple().exponent) >= _FINE), None)


def question(text: str) -> ScalarError:
    """What is asked of the column of which `text` is a cell."""
    message = f"is in %, and all its numbers are 1 or less, such as {short(text)}: are they shares of one?"
    return ScalarError("wrong-type", message, "write scale: 100 if they are, so that 0.25 is 25%; or scale: 1 if not")
