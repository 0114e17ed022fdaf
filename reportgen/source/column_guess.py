"""What a column of an unknown table is: its type, its unit, its decimals, and what can't be told."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from decimal import Decimal

from reportgen.frozen import frozen
from reportgen.language.periods import periods
from reportgen.language.values import most_places
from reportgen.problems import Problem, Problems
from reportgen.sheets.sheet import Line, Shown, Worksheet
from reportgen.source.cell_marks import are_letters_of_marks, is_marked, named_with_mark, read_mark, without_note
from reportgen.source.column_names import CODE_INSIDE, CODE_NAME, DAY_NAME, NOTES_NAME, YEAR_NAME
from reportgen.source.columns import ColumnReading, ReadColumn
from reportgen.source.date_texts import is_date, is_split_year, names_period
from reportgen.source.entries import ColumnEntry, TableEntry
from reportgen.source.kept_columns import Kept
from reportgen.source.model import ColumnType, Phrase
from reportgen.source.note_signs import pointer
from reportgen.source.number_texts import PLAIN, has_value, parts_of
from reportgen.source.odd_cells import CODE, YEAR, may_be_sign, odd_cell
from reportgen.source.period_marks import of_period
from reportgen.source.proportions import doubtful
from reportgen.source.said_units import Said
from reportgen.source.scalars import ScalarError
from reportgen.source.signed_numbers import are_ranks
from reportgen.source.unit_words import unit_in

_SAMPLE = 2000
_TRUTH = frozenset({"true", "false"})
_MOST = 0.6
"""The share of a column's cells that must be dates for it to be a column of dates. Ours."""
_FEW, _DIFFERENT = 0.1, 5
"""The share of a column of numbers that may be other texts, and how many different ones: they are told. Ours."""
_LETTERS = "pebruf"
"""Those that may be marks behind a number."""
_DECIMAL = re.compile("[0-9][.,][0-9]")
_DIGITS_OF_CODE = 4
_SOLID_DAY = re.compile("[0-9]{8}")
_POINTED_MONTH = re.compile(r"(?:1[5-9]|20|21)[0-9]{2}\.(?:0[1-9]|1[0-2])")
"""A month as Stats NZ writes it: 2024.03."""
_LIVING, _APART = range(1900, 2101), 3
"""Years that a column may hold which is not called so, and how many years apart they are at most. Ours."""
_MONTH, _DECEMBER = re.compile("[0-9]{4}-[0-9]{2}"), 12
_ISO = re.compile(r"[0-9]{4}-[0-9]{2}(?:-[0-9]{2})?")
NAMED = re.compile(
    r"(?!per |of |[£€$%°])-?(?:[^\W\d_]\w* \w|(?:and|or|to|plus|over|under|et|ou|und|oder)\b)", re.IGNORECASE
)
"""What stands behind a number in a name, where a unit is one word, or "per head"."""


@frozen
class Guess:
    """A column as it would be declared."""

    type: ColumnType
    unit: str = ""
    decimals: int | None = None
    doubts: tuple[Problem, ...] = ()
    """What reading it so finds."""
    mark_column: str = ""
    """The column that holds its marks."""
    kept: Kept | None = None
    """What reading it gave, if there is nothing to tell of it."""
    fill: bool = False
    """Whether its empty cells hold what stands above."""
    strange: str = ""
    """Of a column of text most cells of which are numbers, or dates, the first that is none."""
    why_text: str = ""
    """Why such a column is taken for text all the same."""


def guess(
    sheet: Worksheet, lines: Sequence[Line], name: str, at: int, notes: Mapping[str, str], said: Said | None = None
) -> Guess:
    """The type in which the column `at` reads best; `notes` are those below the table, by the signs that point to
    them, and `said` is the unit that words near the column say."""
    texts = [text for line in lines[:_SAMPLE] if (text := _without(line.text(at), notes))]
    coded = not sheet.separator and any(_is_coded(*line.read(at)) for line in lines[:_SAMPLE])
    kind: ColumnType = "string" if coded else _kind(texts, name)
    unit = unit_in(named_with_mark(name)[0]) if kind == "number" else ""
    entry = ColumnEntry(type=kind, unit=unit)
    read, problems = _read(sheet, lines, name, at, entry, notes, said)
    if unit and problems.errors and doubtful(read.texts, read.values, unit, None) is None:
        other, fewer = _read(sheet, lines, name, at, ColumnEntry(type=kind), notes, said)
        if not fewer.errors:
            entry, unit, read, problems = ColumnEntry(type=kind), "", other, fewer
    if kind == "number" and not problems.errors and _whole(read, sheet, lines, at):
        kind = "integer"
    decimals = read.decimals if kind == "number" else None
    why, strange = odd_cell(texts) if kind == "string" and not coded else ("", "")
    kept = None if problems.found else Kept(lines, at, entry, read)
    found = tuple(problems.found)
    return Guess(kind, unit or read.unit, decimals, found, kept=kept, strange=strange, why_text=why)


def _without(text: str, notes: Mapping[str, str]) -> str:
    """A text without the signs of notes."""
    found = pointer(text, notes) if notes else None
    return found.text if found else text


def _is_coded(text: str, shown: Shown) -> bool:
    """Whether a workbook shows words in the place of a number: of a date, words that don't name its year."""
    return bool(shown.text) and not (_ISO.fullmatch(text) and text[2:4] in shown.text)


def _read(
    sheet: Worksheet, lines: Sequence[Line], name: str, at: int, entry: ColumnEntry, notes: Mapping[str, str],
    said: Said | None,
) -> tuple[ReadColumn, Problems]:  # fmt: skip
    problems = Problems()
    reading = ColumnReading(
        Phrase(name), entry, TableEntry({}), sheet, lines, at, problems, below=notes,
        commas_likely=sheet.separator == ";", said=said,
    )  # fmt: skip
    return reading.read(), problems


def _kind(texts: Sequence[str], name: str) -> ColumnType:
    if _are_names(texts, name):
        return "string"
    if kind := _kind_of_digits(texts, name):
        return kind
    if any(text.casefold() in _TRUTH for text in texts):
        said = {text.casefold() for text in texts if not is_marked(text)}
        if said and said <= _TRUTH:
            return "boolean"
    if names_period(name) and all(PLAIN.fullmatch(text) or is_marked(text) or parts_of(text) for text in texts):
        return "number"  # with marks, or only marks
    there = [text for text in texts if not _says_nothing(text)] or texts
    bare = [of_period(without_note(text))[0] for text in there]
    decimals = r"|\.0+$" if YEAR_NAME.search(name) else ""  # as pandas and R write years beside a missing one
    years = [re.sub(rf"(?<=[0-9]{{4}})[*†‡^#]${decimals}", "", text) for text in bare]
    if all(YEAR.fullmatch(text) for text in years) and not names_period(name) and _are_years(years, name):
        return "year"
    if sum(map(is_split_year, bare)) > _MOST * len(bare) or _are_spans(bare):
        return "period" if periods(bare) else "string"
    days = [text for text in bare if _ISO.fullmatch(text) or is_date(text)]
    if len(days) > _MOST * len(bare) and not all(text.isdigit() for text in bare):  # those are rather numbers
        return "date" if all(one in days or may_be_sign(one) for one in bare) else "string"
    if _are_numbers(texts):
        return "number"
    return "period" if periods(bare) else "string"


def _says_nothing(text: str) -> bool:
    """Whether a text says that there is no value, or why, as NA and ".." do."""
    if re.search("[0-9]", text):
        return False
    try:
        found = read_mark(text, "date")
    except ScalarError:
        return False
    return not found.text


def _kind_of_digits(texts: Sequence[str], name: str) -> ColumnType | None:
    """What digits are that may be read as numbers, in a column that is called so: 202324, 2024.03, 20240105."""
    if YEAR_NAME.search(name) and all(map(_is_solid, texts)):
        return "period"
    if len(texts) > 1 and YEAR_NAME.search(name) and all(map(_POINTED_MONTH.fullmatch, texts)):
        return "period"
    days = len(texts) > 1 and DAY_NAME.search(name) and all(map(_SOLID_DAY.fullmatch, texts))
    return "date" if days and all(map(is_date, texts)) else None


def _are_names(texts: Sequence[str], name: str) -> bool:
    """Whether texts that may look like numbers are none, by what their column is called or how they are written."""
    if not texts or any(CODE.fullmatch(text) for text in texts):
        return True
    if CODE_NAME.search(name) and not any(_DECIMAL.search(text) for text in texts):
        return True
    return _are_codes(texts, name) or (bool(NOTES_NAME.fullmatch(name)) and not all(map(parts_of, texts)))


def _are_spans(texts: Sequence[str]) -> bool:
    """Whether texts are several years each: 2013-15 is no month, so 2010-12 beside it is none."""
    months = [int(text[5:]) for text in texts if _MONTH.fullmatch(text)]
    return any(not 0 < month <= _DECEMBER for month in months) and periods(texts) is not None


def _are_codes(texts: Sequence[str], name: str) -> bool:
    """Whether a column that is called one of codes somewhere in its name holds some: digits alone, all of one length
    or each but once."""
    if not CODE_INSIDE.search(name) or not all(text.isdecimal() and len(text) >= _DIGITS_OF_CODE for text in texts):
        return False
    return len(set(map(len, texts))) == 1 or len(set(texts)) == len(texts)


def _is_solid(text: str) -> bool:
    """Whether six digits are a year and the one after it: 202324."""
    return len(text) == 6 and is_split_year(f"{text[:4]}-{text[4:]}")


def _are_years(texts: Sequence[str], name: str) -> bool:
    """Whether four digits are years: because the column is called so, or because they are of living memory, and
    close to each other or said again and again."""
    if YEAR_NAME.search(name):
        return True
    years = {int(text) for text in texts}
    dense = max(years) - min(years) <= _APART * len(years) or len(texts) > _APART * len(years)
    return len(texts) > 1 and dense and all(year in _LIVING for year in years)


def _are_numbers(texts: Sequence[str]) -> bool:
    """Whether all texts but a few are numbers, with one unit at most, or signs in their place."""
    read = [(text, parts, parts is not None and has_value(parts)) for text in texts for parts in (parts_of(text),)]
    found = [parts for _, parts, valued in read if parts and valued]
    strange = [text for text, parts, _ in read if parts is None and not may_be_sign(text)]
    strange += [text for text, parts, valued in read if parts and not valued]
    if sum(1 for text in strange if re.search(r"[^\W\d_]{4}", text)) > 2:
        return False  # names among numbers, as "Wales" among ranks
    rests = {parts.unit.rest for parts in found} - {""}
    if any(NAMED.match(rest) for rest in rests):
        return False  # "15 and over", "2G mobile network"
    mixed = len({rest.removesuffix("s") for rest in rests}) > 1 or any(not parts.unit for parts in found)
    if not found or (mixed and not all(map(_may_be_mark, rests - {"%"}))):
        return False
    if are_ranks(texts):
        return False
    return len(strange) <= _FEW * len(texts) and len(set(strange)) <= _DIFFERENT


def _may_be_mark(rest: str) -> bool:
    return (len(rest) == 1 and rest in _LETTERS) or are_letters_of_marks(rest)


def _whole(read: ReadColumn, sheet: Worksheet, lines: Sequence[Line], at: int) -> bool:
    """Whether all numbers are whole, or shown so: 40.0 in a file of text is one with a decimal, unless cells are empty
    and programs write whole numbers so beside these."""
    if read.decimals:
        return False
    found = [value for value in read.values if value is not None]
    if sheet.separator and most_places(found) > (0 if all(read.texts) else 1):
        return False
    whole = all(value == value.to_integral_value() for value in found)  # type: ignore[union-attr]
    shown = not sheet.separator and all(
        line.shown(at).decimals == 0
        and not (PLAIN.fullmatch(text := line.text(at)) and Decimal(text) != value)  # shown in another size
        for line, value in zip(lines, read.values, strict=True)
        if value is not None
    )
    return bool(found) and (whole or shown)
