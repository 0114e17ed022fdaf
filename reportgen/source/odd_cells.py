"""Why a column most of whose cells are numbers or dates is none of these all the same, and the cell that shows it."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from reportgen.source.cell_marks import read_mark, without_note
from reportgen.source.date_texts import is_date, is_split_year, names_period
from reportgen.source.number_texts import has_value, parts_of
from reportgen.source.period_marks import of_period
from reportgen.source.scalars import ScalarError
from reportgen.source.signed_numbers import are_ranks, signed_number

YEAR = re.compile("(?:1[5-9]|20|21)[0-9]{2}")
CODE = re.compile("0[0-9]+|000[^0-9.,].*")
"""Digits with zeros before them count nothing, and "000 Hours" is a unit."""
_HOUR = re.compile(r"(?:[0-9]{4}|[0-9][/.-][0-9]{2})[T ]+[0-9]{1,2}:[0-9]{2}")
_SIZES = ("", "k", "K", "m", "M", "b", "B", "bn", "T")
"""What stands behind numbers that are written shortly, each in its own size: 3.28M, 400k."""
_SIGNED = "though most of its cells are numbers, some with signs (write type: number, and you are asked what they mean)"
_BOUND = r"[-–−]?[0-9][0-9., ]*%?"
_INTERVAL = re.compile(
    rf"^(?:[£€$] ?)?{_BOUND} ?[(\[](?:95 ?% CI:? ?)?{_BOUND} ?(?:[-–,;]|to) ?{_BOUND}[)\]]$", re.IGNORECASE
)
"""A number with the bounds between which it lies: 41.0 (38.2-43.8)."""
_FORMS = {
    _HOUR: "since its cells say the hour",
    _INTERVAL: "since its numbers have intervals behind them (give these columns of their own)",
}
_MONTH_NAMED = re.compile(r"[0-9]{4}[ -]?[^\W\d_]{3,9}|[^\W\d_]{3,9}[ -][0-9]{4}")


def odd_cell(texts: Sequence[str]) -> tuple[str, str]:
    """Why texts most of which are numbers (none of them a code) or dates are no such column, and the first that is
    not like the others; "" for it where there is none."""
    for form, why in _FORMS.items():
        found = [text for text in texts if form.search(text)]
        if found and 2 * len(found) > len(texts):
            return why, found[0]
    odd = [text for text in texts if not is_time(text)]
    days = [text for text in texts if is_date(text)]
    if not odd and (kinds := _kinds_of_times(texts)):
        return f"since it has {kinds}, one below the other (take one of these with start: and end:)", texts[0]
    if not odd and days and len(days) < len(texts):
        period = next(text for text in texts if text not in days)
        return "since it has dates and periods", period if 2 * len(days) >= len(texts) else days[0]
    if odd and 2 * len(odd) < len(texts) and not all(text.isdigit() for text in texts if text not in odd):
        return "though most of its cells are dates or periods", odd[0]
    units = [parts.unit.written if (parts := parts_of(text)) and has_value(parts) else None for text in texts]
    sized = {text: parts.unit.rest for text in texts if (parts := parts_of(text)) and parts.unit.rest in _SIZES}
    if len(sized) == len({*texts}) and len({*sized.values()}) > 1:
        return "since each number is in a size of its own", next(text for text in texts if sized[text])
    if are_ranks(texts):
        return "", ""
    if not any(CODE.fullmatch(text) for text in texts) and (signed := signed_number(texts)):
        return _SIGNED, signed
    usual = next(iter(Counter(units).most_common(1)), (None, 0))
    if usual[0] is None or 2 * usual[1] <= len(texts) or any(CODE.fullmatch(text) for text in texts):
        return "", ""
    others = (text for text, unit in zip(texts, units, strict=True) if unit != usual[0])
    strange = next((text for text in others if parts_of(text) or not may_be_sign(text)), "")
    return "though most of its cells are numbers", strange


def _kinds_of_times(texts: Sequence[str]) -> str:
    """Years, quarters and months where several of them stand in one column, as in series of offices; else ""."""
    found = {
        "years": any(map(YEAR.fullmatch, texts)),
        "quarters": any(re.search("[QT] ?[1-4]", text, re.IGNORECASE) for text in texts),
        "months": any(_MONTH_NAMED.fullmatch(text) and is_date(text) for text in texts),
    }
    kinds = [kind for kind, there in found.items() if there]
    return f"{', '.join(kinds[:-1])} and {kinds[-1]}" if len(kinds) > 1 else ""


def is_time(text: str) -> bool:
    """Whether a text is a date, a year or a period, perhaps with a mark behind it."""
    bare = of_period(without_note(text))[0]
    return is_date(bare) or is_split_year(bare) or names_period(bare)


def may_be_sign(text: str) -> bool:
    """Whether a text stands in the place of a number, or is a number with a sign on it."""
    bare = re.sub(r"\[[^\]]*\]|\([a-z]{1,3}\)", "", text).strip()
    if not bare or not re.search(r"[0-9]|\w{4}", bare):
        return True
    try:
        return read_mark(text, "number").text != text
    except ScalarError:
        return True
