"""The columns of an unknown table, step by step into the form in which tables.yaml is to describe them; for `finder`.

Each step gives a new `LookedColumns`: without words below the data, with groups, years as rows, joined periods, marks.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import field, replace
from itertools import combinations

from reportgen.frozen import frozen
from reportgen.language.periods import periods
from reportgen.problems import Problem, Severity
from reportgen.sheets.sheet import Line, Worksheet
from reportgen.source.cell_marks import is_marked, without_note
from reportgen.source.column_guess import Guess, guess
from reportgen.source.date_texts import is_day
from reportgen.source.entries import UnpivotEntry
from reportgen.source.filled_down import NAMING, filled, gaps_in
from reportgen.source.form_guess import joinable, marked_columns, wide_columns
from reportgen.source.model import ColumnType
from reportgen.source.note_signs import notes_below
from reportgen.source.notes_below import begins_note
from reportgen.source.number_texts import parts_of
from reportgen.source.period_marks import of_period
from reportgen.source.regions import Region
from reportgen.source.reshaping import joined, names_total_of_period, unpivoted
from reportgen.source.row_groups import are_sure, grouped, headings
from reportgen.source.row_values import is_value
from reportgen.source.total_names import names_total
from reportgen.source.unit_columns import tells_unit, unit_beside

_CODE = re.compile(r"[A-Za-z]{0,4}[-_ ]?[0-9][A-Za-z0-9._/-]*|[A-Z]{2,3}")
"""What names an area or a unit for programs: E07000242, 202, FRA."""
_SOME = 2000
"""Rows of a long table that mostly show already that columns don't tell all of them apart."""
_BARE_NUMBER = re.compile(r"[-+]?[0-9.,' ]*[0-9]%?")
_LONG = 6
"""Letters that a sign in the place of a value has fewer than. Ours."""
_TRIED = 8
"""Columns that are tried for a key: more make too many choices. Ours."""
_TWIN = re.compile(r"C[0-9]{5}V[0-9]{5}$|TLIST\(")
"""Columns of the CSO whose codes say what the column beside them says in words."""
_ADMIN = re.compile(r"DATAFLOW|STRUCTURE(_ID|_NAME)?|ACTION|LAST UPDATE", re.IGNORECASE)
"""Columns of SDMX that say the same in each row, of the file and of no value."""
_PERIODIC: tuple[ColumnType, ...] = ("string", "year", "date", "period")
_NAMED_YEARS = (["string", "year"], ["period", "string"])
_NUMERIC = ("number", "integer")


@frozen
class LookedColumns:
    """The part of a sheet that is the table, and what its columns are."""

    sheet: Worksheet
    region: Region
    guesses: Mapping[str, Guess]
    left_out: tuple[str, ...] = ()
    """columns that are no data, and why"""
    groups: str = ""
    wide: UnpivotEntry | None = None
    join: Mapping[str, tuple[str, str]] = field(default_factory=dict)

    @classmethod
    def at(cls, sheet: Worksheet, region: Region) -> LookedColumns:
        """The columns that hold something, which the workbook shows, and which are no numbers of the rows."""
        counter = _counter(region)
        hidden = [name for name, at in region.names.items() if at in sheet.hidden_columns]
        left = [f"{', '.join(hidden)}, which the workbook hides"] if hidden else []
        left += [f"{counter}, which counts the rows"] if counter else []
        inner = [name for name, at in region.names.items() if _ADMIN.fullmatch(name) and _is_one(region, at)]
        left += [f"{', '.join(inner)}, which only says where the file comes from"] if inner else []
        kept = {name: at for name, at in region.names.items() if name not in (counter, *hidden, *inner)}
        return cls(sheet, region, {}, tuple(left))._with(replace(region, names=kept))

    def _with(self, region: Region) -> LookedColumns:
        """The same for another form of the table, without empty columns."""
        lines = region.lines
        used = {name: at for name, at in region.names.items() if any(line.text(at) or line.fault(at) for line in lines)}
        notes = notes_below(self.sheet, lines)
        guesses = {name: guess(self.sheet, lines, name, at, notes, region.unit_said(name)) for name, at in used.items()}
        return replace(self, region=replace(region, names=used), guesses=guesses)

    def to_last_value(self) -> LookedColumns:
        """Without the words that stand below the last row with a value."""
        lines = self.region.lines
        last = _last_value(self.region, self.guesses)
        return self if last == len(lines) else self._with(replace(self.region, lines=lines[:last]))

    def above_totals(self) -> LookedColumns:
        """Without the totals below a first column of periods, among which they are none."""
        at, lines = next(iter(self.region.names.values()), 0), self.region.lines
        count = len(lines)
        while count and names_total(lines[count - 1].text(at)):
            count -= 1
        if count == len(lines):
            return self
        texts = [of_period(without_note(text))[0] for line in lines[:count] if (text := line.text(at))]
        if not texts or not periods(texts):
            return self
        left = (*self.left_out, f"{lines[-1].text(at)}, which is no year or period")
        return replace(self._with(replace(self.region, lines=lines[:count])), left_out=left)

    def filled(self) -> LookedColumns:
        """With names in all rows of their groups that stand in the first of them alone, where that is sure."""
        names = [name for name, one in self.guesses.items() if one.type in NAMING]
        heads = are_sure(headings(self.region))
        sure = [name for name, found in gaps_in(self.region, names).items() if found.sure and not heads]
        looked = self._with(filled(self.region, sure)) if sure else self
        guesses = {name: replace(one, fill=name in sure) for name, one in looked.guesses.items()}
        return replace(looked, guesses=guesses)

    def grouped(self) -> LookedColumns:
        """With a column of what rows without values name, where they plainly do."""
        if not are_sure(headings(self.region)):
            return self
        name = "group" if "group" not in {one.casefold() for one in self.region.names} else "group (new)"
        return replace(self._with(grouped(self.region, name)), groups=name)

    def unpivoted(self) -> LookedColumns:
        """With a row for each of the columns that are named by periods."""
        wide = wide_columns(self.region, self.guesses)
        if wide is None:
            return self
        values = [one.text for one in wide.values]
        region = unpivoted(self.region, wide.first.text, wide.last.text, wide.names.text, values)
        totals = self._totals_of(wide, values)
        left = (f"{', '.join(totals)}, the parts of which become rows",) if totals else ()
        names = {name: at for name, at in region.names.items() if name not in totals}
        return replace(self._with(replace(region, names=names)), wide=wide, left_out=(*self.left_out, *left))

    def _totals_of(self, wide: UnpivotEntry, values: Sequence[str]) -> list[str]:
        """The columns that hold totals of periods which become rows: each of these would repeat them."""
        order, numeric = [*self.region.names], {name for name, one in self.guesses.items() if one.type in _NUMERIC}
        span = order[order.index(wide.first.text) : order.index(wide.last.text) + 1]
        inner = [name for name in span if len(values) == 1 and names_total_of_period(name)]
        return inner + [name for name in order if name not in span and name in numeric and names_total(name)]

    def joined(self) -> LookedColumns:
        """With the columns that are put together from others."""
        join = joinable(self.region, self.guesses)
        if not join:
            return self
        region = joined(self.region, join)
        notes = notes_below(self.sheet, region.lines)
        new = {name: guess(self.sheet, region.lines, name, region.names[name], notes) for name in join}
        return replace(self, region=region, guesses={**self.guesses, **new}, join=join)

    def with_marks(self) -> LookedColumns:
        """With columns of marks at those whose marks they hold."""
        pairs = marked_columns(self.region, self.guesses)
        guesses = {
            name: replace(one, mark_column=pairs.get(name, ""))
            for name, one in self.guesses.items()
            if name not in pairs.values()
        }
        unit, column = unit_beside(self.region)
        bare = [name for name, one in guesses.items() if one.type in _NUMERIC and not one.unit and not tells_unit(name)]
        if unit and len(bare) == 1:
            guesses[bare[0]] = replace(guesses[bare[0]], unit=unit)
            guesses = {name: one for name, one in guesses.items() if name != column or not tells_unit(name)}
        return replace(self, guesses=guesses)

    def declared(self) -> dict[str, Guess]:
        """The columns in the order of the table; one that is put together from others stands for these."""
        parts = {part for pair in self.join.values() for part in pair}
        return {name: self.guesses[name] for name in self.region.names if name in self.guesses and name not in parts}

    # --- the whole ---------------------------------------------------------------------------------------------------
    def key(self) -> tuple[str, ...]:
        """The first columns that tell all rows apart: one, else two, else three."""
        joined_parts = {part for pair in self.join.values() for part in pair}
        named = [
            name
            for name, one in self.guesses.items()
            if name not in joined_parts
            and not _TWIN.match(name)
            and one.type in _PERIODIC
            and not any(doubt.severity is Severity.ERROR and not _is_order(doubt) for doubt in one.doubts)
        ]
        every = {name: self._texts(name) for name in named}
        # What all rows say tells none apart.
        telling = [name for name, said in every.items() if len({*said}) > 1 or len(said) < 2]
        late = [name for name in telling[_TRIED:] if self.guesses[name].type != "string"][:1]  # the time, behind many
        texts = {name: every[name] for name in (*telling[:_TRIED], *late)}
        whole = [name for name in texts if all(texts[name])]
        choices = [*combinations(whole, 1), *combinations(whole, 2), *combinations(whole, 3)]
        kinds = {name: self.guesses[name].type for name in whole}
        years = [names for names in choices if sorted(kinds[name] for name in names) in _NAMED_YEARS]
        for names in choices:
            if _apart([texts[name] for name in names]):
                # Days may differ by chance where names and years tell the rows apart.
                better = years if [kinds[name] for name in names] == ["date"] else []
                return next((one for one in better if _apart([texts[name] for name in one])), names)
        return ()

    def label(self, key: Sequence[str]) -> str:
        """The first column of names that tells the rows apart, where the key is a column of codes; else ""."""
        if len(key) != 1 or self.guesses[key[0]].type != "string" or not all(map(_CODE.fullmatch, self._texts(key[0]))):
            return ""
        names = [name for name, one in self.guesses.items() if one.type == "string" and name != key[0]]
        return next((name for name in names if _are_names(self._texts(name))), "")

    def headless(self) -> str:
        """A number that stands in the place of a column's name, where all columns of values have such names."""
        names = [name for name, one in self.guesses.items() if one.type in (*_NUMERIC, "date")]
        numbers = [name for name in names if is_value(name) and _BARE_NUMBER.fullmatch(name)]
        return numbers[0] if numbers and all(name in numbers or is_day(name) for name in names) else ""

    def _texts(self, name: str) -> list[str]:
        return [without_note(line.text(self.region.names[name])) for line in self.region.lines]


def _is_order(doubt: Problem) -> bool:
    """Whether it is only asked in which order the days and months of dates stand: they tell rows apart as they are."""
    return doubt.rule == "bad-date" and "date_order:" in doubt.hint


def _last_value(region: Region, columns: Mapping[str, Guess]) -> int:
    """How many rows there are up to the last one with a number or a mark: words alone at the end are notes.

    So is a row that begins as a note does, with a year in a cell of its own: "Source: Harbour office, 2024".
    """
    numeric = [region.names[name] for name, one in columns.items() if one.type in _NUMERIC]
    lines = region.lines
    count = len(lines)
    width = max((len(line.filled()) for line in lines), default=0)
    while numeric and count and not _has_value(lines[count - 1], numeric, lines[max(0, count - 2)], width):
        if _lacks_values(lines[count - 1], numeric, lines[max(0, count - 2)]):
            break
        count -= 1
    return count or len(lines)


def _lacks_values(line: Line, numeric: Sequence[int], above: Line) -> bool:
    """Whether a row below `above` is one of data all the same: its values are missing, or each has a short sign in its
    place, whatever that may mean."""
    filled = line.filled()
    signs = [text for at in numeric if (text := line.text(at))]
    if len(filled) < 2 or not signs:
        return len(filled) > 1
    close = line.number - above.number <= 1 and not begins_note(line.text(filled[0]))
    return close and len(signs) == len(numeric) and all(len(text) < _LONG for text in signs)


def _has_value(line: Line, numeric: Sequence[int], above: Line, width: int) -> bool:
    """Whether a row below `above`, in a table of rows with up to `width` cells, has a number or a mark."""
    texts = [text for at in numeric if (text := line.text(at))]
    if any(is_value(text) or is_marked(text) for text in texts):
        return True
    # What looks like a year is a number in a column of numbers, but for "Harbour office, 2024" below a gap.
    joined = line.number - above.number <= 1 or len(line.filled()) == width
    return joined and any(map(parts_of, texts)) and not begins_note(line.text(line.filled()[0]))


def _counter(region: Region) -> str:
    """The first column, if it has no name and holds the numbers of the rows, as R and pandas write them; else ""."""
    name = next(iter(region.names), "")
    texts = [line.text(region.names[name]) for line in region.lines] if name in region.nameless else []
    numbered = any(texts == [str(at + first) for at in range(len(texts))] for first in (0, 1))
    return name if numbered and len(texts) > 1 and len(region.names) > 1 else ""


def _is_one(region: Region, at: int) -> bool:
    """Whether a column says the same in all rows."""
    return len({line.text(at) for line in region.lines}) == 1


def _are_names(texts: Sequence[str]) -> bool:
    return all(text[:1].isalpha() for text in texts) and _apart([texts]) and not all(map(_CODE.fullmatch, texts))


def _apart(columns: Sequence[Sequence[str]]) -> bool:
    first = list(zip(*(texts[:_SOME] for texts in columns), strict=True))
    if len(set(first)) < len(first):
        return False
    rows = list(zip(*columns, strict=True))
    return len(set(rows)) == len(rows)
