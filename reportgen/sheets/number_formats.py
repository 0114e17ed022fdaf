"""What a spreadsheet program shows of a number: decimals, per cent, thousands left out, signs, leading zeros, dates.

A number format is not searched for letters: `xlfmt`, a reader of formats, shows values in it, and what it shows is
compared with the values. One probe for each sign does for all numbers of a format, unless it has conditions.
"""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date, datetime
from decimal import Decimal
from functools import cached_property

from openpyxl.styles.numbers import is_date_format, is_timedelta_format
from openpyxl.utils.datetime import WINDOWS_EPOCH, from_excel
from xlfmt import format_value

from reportgen.frozen import frozen
from reportgen.sheets.month_names import in_its_language
from reportgen.sheets.sheet import AS_TYPED, Shown
from reportgen.sheets.shown import BODY, THOUSANDS, Number, as_shown, plain

_PROBE = Decimal("1234567.8765432109876")
_SMALL = Decimal(7)
_CONDITION = re.compile(r"\[[<>=]")
_EXACT = 10**15
_DAY = 43966
"""A day whose neighbours are of the same month: 15 May 2020."""
_YEAR_LATER, _MONTH_LATER = _DAY + 365, _DAY + 31


@frozen
class NumberFormat:
    """A format by its code (ECMA-376, part 1, 18.8.31), of a workbook that counts its days from `epoch`."""

    code: str
    epoch: datetime = WINDOWS_EPOCH

    def read(self, value: float | Decimal) -> tuple[str, Shown]:
        """A number as an author would type it, and how it is shown."""
        if type(value) is int and self.code == "General" and -_EXACT < value < _EXACT:
            return str(value), AS_TYPED
        # A workbook stores binary fractions; 15 digits is what spreadsheet programs show of them.
        digits = f"{value:.15g}"
        if self.code == "General":
            return (digits if digits.lstrip("-").isdigit() and digits != "-0" else plain(Decimal(digits))), AS_TYPED
        exact = Decimal(digits)
        try:
            return self._in_format(exact)
        except Exception:  # noqa: BLE001 - what reads formats raises anything for a code, or a day, that is none
            return plain(exact), AS_TYPED

    def _in_format(self, exact: Decimal) -> tuple[str, Shown]:
        if self._is_clock:
            return self._clock(exact)
        if self._is_date:
            return self._date(float(exact)), self._day_shown(float(exact))
        number = self._number(exact)
        text = plain(exact * number.scale)
        if number.shown.text:
            return text, replace(number.shown, text=str(format_value(exact, self.code)).strip())
        return text, number.shown

    def _number(self, value: Decimal) -> Number:
        if self._has_conditions:
            return as_shown(value, str(format_value(value, self.code)))
        return self._negative if value < 0 else self._positive

    @cached_property
    def _has_conditions(self) -> bool:
        return bool(_CONDITION.search(self.code))

    @cached_property
    def _is_date(self) -> bool:
        return bool(is_date_format(self.code))

    @cached_property
    def _positive(self) -> Number:
        return self._probed(_PROBE)

    @cached_property
    def _negative(self) -> Number:
        return self._probed(-_PROBE)

    def _probed(self, probe: Decimal) -> Number:
        number = as_shown(probe, str(format_value(probe, self.code)))
        shown = str(format_value(_SMALL.copy_sign(probe), self.code))
        small = BODY.search(shown)
        if small and re.match("0[0-9]", small.group()) and not THOUSANDS.fullmatch(shown.strip()):
            return Number(number.scale, Shown(text="0"))
        return number

    # --- days and hours ------------------------------------------------------------------------------------------
    @cached_property
    def _is_clock(self) -> bool:
        """Whether it shows hours or minutes and no day of the calendar."""
        if is_timedelta_format(self.code):
            return True
        return self._is_date and self._shows(_DAY) == self._shows(_DAY + 1) == self._shows(_YEAR_LATER)

    def _clock(self, value: Decimal) -> tuple[str, Shown]:
        text = str(format_value(value, self.code)).strip()
        return text, Shown(text=text)

    def _date(self, value: float) -> str:
        found = from_excel(value, self.epoch)
        if not isinstance(found, date):
            return str(found)
        return f"{found.year:04d}-{found.month:02d}-{found.day:02d}"[: self._length]

    @cached_property
    def _length(self) -> int:
        """The letters of a date, as 2020-05-15, that the format shows: of a year, a month or a day."""
        if self._shows(_DAY) != self._shows(_DAY + 1) or self._shows(_DAY) == self._shows(_YEAR_LATER):
            return 10
        return 7 if self._shows(_DAY) != self._shows(_MONTH_LATER) else 4

    def _day_shown(self, value: float) -> Shown:
        """As a column of text prints it, where the month has its name, as in Jan-24: others are as a machine is set."""
        if "mmm" not in self.code.lower():
            return AS_TYPED
        return Shown(text=in_its_language(str(format_value(value, self.code)).strip(), self.code))

    def _shows(self, day: int) -> str:
        return str(format_value(day, self.code))
