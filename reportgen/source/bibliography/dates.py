"""Dates of sources as libraries write them, to a `PartialDate` or to what one can't say, in CSL's words.

EDTF as BibLaTeX has it (`2004-06/2006-08`, `1850~`, `1850?`, `199X`, `2019-21`), dates in English words or with points,
and text such as "in press". No clock: "today" means nothing here.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date

from reportgen.dates import PartialDate
from reportgen.language.month_words import month_names
from reportgen.source.meant_dates import in_words, meant

CslDate = PartialDate | Mapping[str, object]
"""A day, a month or a year; else a mapping with CSL's `date-parts` (one or two, () where a range is open), `season`
(1 is spring), `circa` and `literal`, and with `uncertain`, `decade` and `undated`, for which CSL has no words."""

MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_WHOLE = "january february march april may june july august september october november december".split()
_SEASONS = {"spring": 1, "summer": 2, "autumn": 3, "fall": 3, "winter": 4}
_NOTHING = {
    "n.d.",
    "n.d",
    "nd",
    "no date",
    "s.d.",
    "s.d",
    "s. d.",
    "n. d.",
    "undated",
    "date unknown",
    "unknown",
    "",
    "..",
}
UNDATED: CslDate = {"undated": True}
"""Of a source that says of itself that it has no date."""
_EDTF = re.compile(
    r"(\d{2}(?:\d\d|\d[XU]|[XU]{2}))(?:-(\d\d?|[XU]{2})(?:-(\d\d?|[XU]{2}))?)?(?:T[\d:.]+(?:Z|[+-]\d\d:?\d\d)?)?([?~%]?)",
    re.IGNORECASE,
)
_CIRCA = re.compile(r"(?:circa|ca?\.?)[\s~]*(?=\d{3,4})|~\s*(?=\d)", re.IGNORECASE)
_YEARS = re.compile(r"(\d{4})\s*(?:-{1,3}|–|/)\s*(\d{4})")
_DAY_FIRST = re.compile(r"(\d{1,2})(?:st|nd|rd|th)?[\s.~-]+([^\W\d]+)\.?,?[\s~-]+(\d{4})")
_MONTH_FIRST = re.compile(r"([^\W\d]+)\.?[\s~]+(?:(\d{1,2})(?:st|nd|rd|th)?,?[\s~]+)?(\d{4})")
_POINTS = re.compile(r"(\d{1,2})\.\s?(\d{1,2})\.\s?(\d{4})")
_SPLIT_YEAR = re.compile(r"(\d\d)(\d\d)/(\d\d)")
_DAY_SLASHES = re.compile(r"\d{1,2}/\d{1,2}/\d{4}")
_SLASHES = re.compile(r"(\d{4})[/.](\d{1,2})[/.](\d{1,2})")
_WORDS = re.compile(r"[^\d]*")
_OF_YEARS = re.compile(r"(\d\d)(\d\d)\s*[-–/]{1,3}\s*(\d\d)")
_LONGEST_MONTH = 31
_OPEN = ("", "..", "unknown", "open", "present")
"""An end of a range that is not known, or has not come."""
_FIRST_SEASON = 21
_LAST_SEASON = 24


def read(text: str, *, free: bool = False) -> CslDate | None:
    """The date that a text means; None where it says that there is none ("n.d."); ValueError where it means none.

    Words without a digit, such as "in press", are a date in words; so is all else if it is `free`.
    """
    text = " ".join(text.split())
    if text.lower() in _NOTHING:
        return None
    found = _range(text) or _single(text)
    if found is not None:
        return found
    if free or _WORDS.fullmatch(text):
        return {"literal": text.replace("--", "–")}
    raise ValueError(f"'{text}' is not a date")


def published(text: str, *, free: bool = False) -> CslDate | None:
    """The same for the date of a source itself, which may say that it has none, or be a year such as 2019/20."""
    split = _SPLIT_YEAR.fullmatch(text.strip())
    if split and int(split[3]) == (int(split[2]) + 1) % 100:
        return {"literal": f"{split[1]}{split[2]}–{split[3]}"}
    found = read(text, free=free)
    return UNDATED if found is None and re.search(r"\w", text) else found


def day(year: int, month: int = 0, day_: int = 0) -> PartialDate:
    """A date whose unknown parts are 0; ValueError where there is no such day."""
    date(year, month or 1, day_ or 1)
    return PartialDate(year, month or None, (day_ or None) if month else None)


def month(name: str) -> int:
    """The number of a month by its English name, however short, that of another language, or in digits; 0 for none."""
    name = name.strip(" .").lower()
    if name.isdecimal():
        return int(name) if 1 <= int(name) <= len(MONTHS) else 0
    near = [number for number, whole in enumerate(_WHOLE, 1) if len(name) > 2 and whole.startswith(name)]
    return 9 if name == "sept" else near[0] if len(near) == 1 else month_names().get(name, 0)


def season(name: str) -> int:
    """The number of a season by its English name or as CSL has it; 0 where it is none."""
    name = name.strip(" .").lower()
    return _SEASONS.get(name, int(name) if name in ("1", "2", "3", "4") else 0)


def parts_of(value: PartialDate) -> tuple[int, ...]:
    """The date as CSL's parts."""
    return tuple(part for part in (value.year, value.month, value.day) if part is not None)


def ranged(begin: CslDate | None, end: CslDate | None) -> CslDate:
    """From one date to another; None where a range is open at that end."""
    first, last = (_parts(one) for one in (begin, end))
    if begin is not None and first == last:
        return begin
    if first and last and last < first[: len(last)]:
        raise ValueError("a range that ends before it begins")
    made: dict[str, object] = {"date-parts": (first, last)}
    for one in (begin, end):
        made |= {key: True for key in ("circa", "uncertain") if isinstance(one, Mapping) and key in one}
    return made


def _parts(value: CslDate | None) -> tuple[int, ...]:
    match value:
        case None:
            return ()
        case PartialDate():
            return parts_of(value)
    parts = value.get("date-parts")
    if not isinstance(parts, tuple) or len(parts) != 1 or "season" in value:
        raise ValueError("a range of what is no day, month or year")
    return tuple(parts[0])


def _range(text: str) -> CslDate | None:
    """A range as EDTF has it, or two years with a dash."""
    years = _YEARS.fullmatch(text)
    if years:
        return ranged(day(int(years[1])), day(int(years[2])))
    begin, slash, end = (part.strip() for part in text.partition("/"))
    if not slash or "/" in end or not all(one in _OPEN or _EDTF.fullmatch(one) for one in (begin, end)):
        return None
    both = [None if one in _OPEN else _edtf(one) for one in (begin, end)]
    return ranged(*both) if any(one is not None for one in both) else None


def _single(text: str) -> CslDate | None:
    circa = _CIRCA.match(text)
    if circa:
        found = _single(text[circa.end() :])
        return None if found is None else {"date-parts": (_parts(found),), "circa": True}
    if _EDTF.fullmatch(text):
        return _edtf(text)
    if match := _POINTS.fullmatch(text):
        return day(int(match[3]), int(match[2]), int(match[1]))
    if _DAY_SLASHES.fullmatch(text) and len(days := meant(text)) == 1:
        return days[0]
    if match := _SLASHES.fullmatch(text):
        return day(int(match[1]), int(match[2]), int(match[3]))
    return _in_words(text)


def _edtf(text: str) -> CslDate:
    """One date of EDTF; X stands for digits that are not known."""
    match = _EDTF.fullmatch(text)
    assert match is not None
    written, number, in_month, doubt = (
        match[1].upper().replace("U", "X"),
        *(int(part) if part and part.isdecimal() else 0 for part in match.group(2, 3)),
        match[4],
    )
    made: dict[str, object] = {}
    if written.endswith("XX"):
        made["date-parts"] = ((int(written[:2] + "00"),), (int(written[:2] + "99"),))
    elif written.endswith("X"):
        made["decade"] = int(written[:3] + "0")
    elif _FIRST_SEASON <= number <= _LAST_SEASON:
        made |= {"date-parts": ((int(written),),), "season": number - _FIRST_SEASON + 1}
    else:
        found = day(int(written), number, in_month)
        if not doubt:
            return found
        made["date-parts"] = (parts_of(found),)
    made |= {"circa": True} if doubt and doubt in "~%" else {}
    return made | ({"uncertain": True} if doubt and doubt in "?%" else {})


def _in_words(text: str) -> CslDate | None:
    if (match := _DAY_FIRST.fullmatch(text)) and month(match[2]):
        return day(int(match[3]), month(match[2]), int(match[1]))
    match = _MONTH_FIRST.fullmatch(text)
    if match and month(match[1]) and not match[1].isdecimal():
        return day(int(match[3]), month(match[1]), int(match[2] or 0))
    if match and season(match[1]) and not match[2]:
        return {"date-parts": ((int(match[3]),),), "season": season(match[1])}
    return in_words(text)


# --- of an entry of BibTeX ---
def issued(fields: Mapping[str, str]) -> CslDate | None:
    """When an entry of BibTeX was published, by its decoded fields `date`, or `year` with `month` and `day`.

    None without a date, ValueError for what is none.
    """
    year, months = fields.get("year", ""), fields.get("month", "")
    dated = published(fields.get("date", ""))
    if not year or (dated and dated != UNDATED):
        return dated
    split = _OF_YEARS.fullmatch(year)
    if split and int(split[3]) == (int(split[2]) + 1) % 100:
        return {"literal": f"{split[1]}{split[2]}–{split[3]}"}
    found = published(year, free=re.search(r"\d{4}", year) is not None)
    if isinstance(found, PartialDate) and found.month is None and months:
        return _in_month(found.year, months, fields.get("day", ""))
    return found


def _in_month(year: int, months: str, days: str) -> CslDate:
    """A date of a year from what the field `month` says: "mar", "3", "10 jan", "mar/apr", "Spring"; else as words."""
    words = [month(word) for word in re.findall(r"[^\W\d]+", months)]
    figures = [int(one) for one in re.findall(r"\d+", f"{months} {days}")]
    if not words and figures and 1 <= figures[0] <= len(MONTHS):
        return day(year, *figures[:2])
    if season(months.strip()):
        return {"date-parts": ((year,),), "season": season(months.strip())}
    if not words or not all(words) or len(words) > 2 or any(one > _LONGEST_MONTH for one in figures):
        return {"literal": f"{months.strip()} {year}"}
    begin = day(year, words[0], *figures[:1])
    if len(words) == 1 and len(figures) < 2:
        return begin
    return ranged(begin, day(year, words[-1], *figures[1:2]))
