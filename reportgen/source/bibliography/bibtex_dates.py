"""The dates of a BibTeX entry: `date`, or `year` with `month` and `day`."""

from __future__ import annotations

import re
from collections.abc import Mapping

from reportgen.dates import PartialDate
from reportgen.source.bibliography import dates
from reportgen.source.bibliography.dates import CslDate

_OF_YEARS = re.compile(r"(\d\d)(\d\d)\s*[-–/]{1,3}\s*(\d\d)")
_LONGEST_MONTH = 31


def issued(fields: Mapping[str, str]) -> CslDate | None:
    """When it was published, from decoded fields; None without a date, ValueError for what is none."""
    year, month = fields.get("year", ""), fields.get("month", "")
    date = dates.published(fields.get("date", ""))
    if not year or (date and date != dates.UNDATED):
        return date
    split = _OF_YEARS.fullmatch(year)
    if split and int(split[3]) == (int(split[2]) + 1) % 100:
        return {"literal": f"{split[1]}{split[2]}–{split[3]}"}
    found = dates.published(year, free=re.search(r"\d{4}", year) is not None)
    if isinstance(found, PartialDate) and found.month is None and month:
        return in_month(found.year, month, fields.get("day", ""))
    return found


def in_month(year: int, month: str, day: str) -> CslDate:
    """A date of a year from what the field `month` says: "mar", "3", "10 jan", "mar/apr", "Spring"; else as words."""
    words = [dates.month(word) for word in re.findall(r"[^\W\d]+", month)]
    figures = [int(one) for one in re.findall(r"\d+", f"{month} {day}")]
    if not words and figures and 1 <= figures[0] <= len(dates.MONTHS):
        return dates.day(year, *figures[:2])
    if dates.season(month.strip()):
        return {"date-parts": ((year,),), "season": dates.season(month.strip())}
    if not words or not all(words) or len(words) > 2 or any(one > _LONGEST_MONTH for one in figures):
        return {"literal": f"{month.strip()} {year}"}
    begin = dates.day(year, words[0], *figures[:1])
    if len(words) == 1 and len(figures) < 2:
        return begin
    return dates.ranged(begin, dates.day(year, words[-1], *figures[1:2]))
