"""Columns in per cent whose numbers are shares of one: 0.123 for 12.3%. They are asked about, once a column.

A workbook that shows its cells in per cent has said so itself; a number with its own sign has too.
"""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from reportgen.sheets.sheet import Shown
from reportgen.source.model import Scalar
from reportgen.source.number_texts import PLAIN, parts_of, shifted, value_of
from reportgen.source.scalars import ScalarError, short
from reportgen.source.units import unit_of

_FINE = 2
"""Decimals that a share of one has at least: per cent below one have mostly one, as growth in a quarter, 0.3%."""
_WHOLE = 100
"""Per cent that no share is more than."""


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


def last_count(texts: Sequence[str]) -> str:
    """The last number of a column of shares, where it alone has no % and is more than a hundred per cent; else ""."""
    *others, last = texts
    value = value_of(parts, ".") if (parts := parts_of(last)) else None
    shares = all("%" in text for text in others if parts_of(text))
    return last if shares and value is not None and value > _WHOLE else ""
