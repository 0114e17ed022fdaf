"""data/tables.yaml and the files that it describes: to typed tables.

How a file becomes a sheet, which part of it is the table, and how a column is read are `table_files`, `regions` and
`columns`; what a lookup in a template gives is the document room's.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import field, replace
from pathlib import Path

from reportgen.dates import PartialDate
from reportgen.frozen import frozen
from reportgen.problems import Place, Problems, did_you_mean, nearest
from reportgen.sheets.sheet import Line, Sheet
from reportgen.source.cell_marks import MarkTable, without_note
from reportgen.source.columns import ColumnReading, ReadColumn
from reportgen.source.entries import ColumnEntry, TableEntry
from reportgen.source.files import Files, names_in
from reportgen.source.headers import misplaced
from reportgen.source.model import Column, Phrase, Row, Table
from reportgen.source.names import Sources, check_name
from reportgen.source.regions import Region, listed, numbers_of, region_of, unpivoted
from reportgen.source.scalars import ScalarError, partial_date, short
from reportgen.source.schema import read_each
from reportgen.source.table_files import ENDINGS, TableFiles
from reportgen.source.table_rows import Cells, check_keys
from reportgen.source.yaml_nodes import find_in_each, parse

_SHOWN = 4
"""Files that a message names."""
_COMMA_AS_POINT = ("en", "zh", "ja", "ko", "th", "he", "cy", "ga", "mt")
"""Languages in which a comma stands between thousands (CLDR); in a paper in another one it may be a decimal sign."""


def read_tables(home: Path, files: Files, sources: Sources, language: str = "en-GB") -> dict[str, Table]:
    """The tables of the briefing folder `home`, in the order of tables.yaml; faults go to `files.problems`.

    `language` is that of the paper: it says whether a comma may stand before decimals.
    """
    path = home / "data" / "tables.yaml"
    if not path.exists():
        _check_described(path, files)
        return {}
    text = files.text(path)
    if text is None:
        return {}
    root = parse(text, files.start(path), files.problems)
    entries = read_each(TableEntry, root, files.problems)
    tables: dict[str, Table | None] = {}
    opened = TableFiles(files)
    commas = language.partition("-")[0] not in _COMMA_AS_POINT
    for name, entry in entries.items():
        check_name(name, "table", files.problems)
        region = _region(name, entry, home, opened)
        if region is not None:
            tables[name.text] = _Reading(name, entry, region, sources, files.problems, commas).table()
    reviews = {name: found.place for name, found in find_in_each(root, "review_after").items()}
    return {
        name: replace(table, review_place=reviews.get(name, table.place))
        for name, table in tables.items()
        if table is not None
    }


def _check_described(path: Path, files: Files) -> None:
    """Report tables in `data/` that no tables.yaml, which belongs at `path`, describes."""
    names = names_in(path.parent)
    tables = [name for name in names if name.endswith(ENDINGS)]
    if not tables:
        return
    message = f"there is no data/{path.name}, which says what the files beside it are: {', '.join(tables[:_SHOWN])}"
    misnamed = nearest(path.name, (name for name in names if name.endswith((".yaml", ".yml")) and name != "facts.yaml"))
    shown = files.name(path.parent / tables[0])
    hint = f"rename data/{misnamed}" if misnamed else f"reportgen table {shown} --write writes it from the file"
    files.problems.add("file-missing", files.start(path), message, hint)


def _region(name: Phrase, entry: TableEntry, home: Path, opened: TableFiles) -> Region | None:
    """The part of the table's file that it describes; None, with a problem, where it can't be read."""
    files, data = opened.files, home / "data"
    default = [f"{name.text}{ending}" for ending in ENDINGS]
    there = next((file for file in default if (data / file).exists()), None)
    if entry.file is None and there is None:
        message = f"there is no file data/{default[0]} and no data/{default[1]}"
        files.problems.add("file-missing", name.place, message, "add it, or name another with file:")
        return None
    path = files.inside(home, data, (entry.file or Phrase(there or "")).text, (entry.file or name).place)
    before = len(files.problems.errors)
    sheet = opened.sheet(path, entry.sheet) if path else None
    if path is None or sheet is None or len(files.problems.errors) > before:
        return None
    region = region_of(sheet, entry, files.problems)
    if region is not None and misplaced(region, entry, path, opened):
        return None
    return region


def table_of(
    name: Phrase, entry: TableEntry, sheet: Sheet, sources: Sources, problems: Problems, *, commas_likely: bool = False
) -> Table | None:
    """The table that an entry describes in a sheet; None, with problems, after a fault in how."""
    region = region_of(sheet, entry, problems)
    return _Reading(name, entry, region, sources, problems, commas_likely).table() if region else None


@frozen
class _Reading:
    """One table being read: its description and its part of a sheet."""

    name: Phrase
    entry: TableEntry
    region: Region
    sources: Sources
    problems: Problems
    commas_likely: bool = False
    strangers: dict[str, list[Phrase]] = field(default_factory=dict)
    """The unknown sources that rows name, each time that one does."""

    def table(self) -> Table | None:
        """The table, or None after a fault in how it is described or headed."""
        before = len(self.problems.errors)
        region = self._unpivoted(self.region)
        entry = self.entry
        columns = self._declared(region)
        self._check_roles(columns, region)
        ids = self.sources.known((*entry.source, *entry.sources), self.problems)
        for one in (entry.marks, *(column.marks for column in entry.columns.values())):
            MarkTable.of(one, problems=self.problems)
        if len(self.problems.errors) > before:
            return None
        self._tell(region, columns)
        lines = self._whole(region)
        read = {name: self._read(name, columns[name], region, lines) for name in columns}
        rows = tuple(self._rows(region, lines, read, ids))
        for named in self.strangers.values():
            self.sources.report(named[0], self.problems, len(named))
        check_keys(rows, entry, self.problems)
        return Table(
            name=self.name.text,
            title=entry.title or self.name.text,
            columns=tuple(_column(columns[name][0], columns[name][1], one) for name, one in read.items()),
            rows=rows,
            key=tuple(key.text for key in entry.key),
            date=entry.date.text if entry.date else "",
            label=entry.label.text if entry.label else "",
            sources=ids,
            as_of=entry.as_of,
            review_after=entry.review_after,
            missing=entry.missing,
            note=entry.note,
            sum_by=tuple(name.text for name in entry.sum_by or ((entry.date,) if entry.date else ())),
            place=self.name.place,
            file=region.sheet.file,
            sheet=entry.sheet.text if entry.sheet else "",
        )

    # --- the columns ---------------------------------------------------------------------------------------------
    def _unpivoted(self, region: Region) -> Region:
        """With a row for each of the columns of `unpivot:`."""
        entry = self.entry.unpivot
        if entry is None:
            return region
        for asked in (entry.first, entry.last):
            if asked.text not in region.names:
                self._no_column(asked, region.names)
                return region
        order = list(region.names)
        if order.index(entry.first.text) > order.index(entry.last.text):
            message = f"the column '{entry.last.text}' stands before '{entry.first.text}'"
            self.problems.add("table-column", entry.last.place, message, "first: is the one on the left")
            return region
        return unpivoted(region, entry.first.text, entry.last.text, entry.names.text, entry.values.text)

    def _declared(self, region: Region) -> dict[str, tuple[Phrase, ColumnEntry]]:
        """The declared columns in the file's order; those that it does not have, or has twice, are reported."""
        declared = {" ".join(name.text.split()): (name, column) for name, column in self.entry.columns.items()}
        for name, (asked, _) in declared.items():
            if name not in region.names:
                message = f"{region.sheet.file} has no column '{name}'"
                self.problems.add("table-column", asked.place, message, did_you_mean(name, region.names))
            elif name in region.twice and f"{name} (2)" not in declared and _holds(region, f"{name} (2)"):
                line = next(one for one in region.sheet.lines if one.number == region.header)
                place = region.sheet.place(line, region.names[f"{name} (2)"])
                hint = f"rename one, or declare the second as '{name} (2)'"
                self.problems.add("table-column", place, f"the column '{name}' stands twice", hint)
        return {name: declared[name] for name in region.names if name in declared}

    def _check_roles(self, columns: Mapping[str, tuple[Phrase, ColumnEntry]], region: Region) -> None:
        """Columns that other keys name exist and suit."""
        entry, types = self.entry, {name: column.type for name, (_, column) in columns.items()}
        for name in filter(None, (*entry.key, entry.date, entry.label, *entry.sum_by)):
            if name.text not in types:
                self._no_column(name, types)
        for role in (entry.source_column, entry.as_of_column):
            if role and role.text not in region.names:
                self._no_column(role, region.names)
        if entry.date and types.get(entry.date.text, "date") not in ("date", "year", "period"):
            message = f"the column '{entry.date.text}' dates the rows, so it must be of type date, year or period"
            self.problems.add("table-column", entry.date.place, message, "declare it with type: date")

    def _no_column(self, name: Phrase, known: Mapping[str, object]) -> None:
        message = f"the table '{self.name.text}' has no column '{name.text}'"
        self.problems.add("table-column", name.place, message, did_you_mean(name.text, known))

    def _read(
        self, name: str, declared: tuple[Phrase, ColumnEntry], region: Region, lines: Sequence[Line]
    ) -> ReadColumn:
        likely = self.commas_likely or region.sheet.separator == ";"
        phrase, entry = Phrase(name, declared[0].place), declared[1]
        at = region.names[name]
        reading = ColumnReading(phrase, entry, self.entry, region.sheet, at, self.problems, commas_likely=likely)
        return reading.read(lines)

    # --- what is told of the sheet -------------------------------------------------------------------------------
    def _tell(self, region: Region, columns: Mapping[str, tuple[Phrase, ColumnEntry]]) -> None:
        """What is left out of names and below the table, and what is used although the sheet hides it."""
        sheet = region.sheet
        noted = [asked for name, (asked, one) in columns.items() if not one.title and without_note(name) != name]
        if noted:
            message = f"the heading of '{noted[0].text}' is printed without the note: what it says is not in the paper"
            hint = "write title: for the column, and what matters of the note in note: of the table"
            self.problems.add("table-notes", noted[0].place, message, hint)
        if region.notes:
            first = region.notes[0]
            at = first.filled()[0]
            what = f"{numbers_of(region.notes)} of {sheet.what} {'is' if len(region.notes) == 1 else 'are'} taken for"
            message = f"{what} notes below the table '{self.name.text}' and left out: {short(first.text(at))}"
            last = region.lines[-1].number if region.lines else region.header
            self.problems.add("table-notes", sheet.place(first, at), message, f"write end: {last} to say so")
        rows = sorted({line.number for line in region.lines} & sheet.hidden_rows)
        names = [name for name in self._used(columns) if self.region.names[name] in sheet.hidden_columns]
        hidden = [listed(rows)] if rows else []
        hidden += [f"the column{'s' * (len(names) > 1)} {', '.join(names[:_SHOWN])}"] if names else []
        if sheet.hidden:
            hidden = [sheet.what]
        if hidden:
            message = f"the table '{self.name.text}' uses what the workbook hides: {' and '.join(hidden)}"
            hint = "show it in the workbook if it is meant, else delete it there"
            if not (rows or sheet.hidden):
                hint = "leave it out of columns: in tables.yaml, or show it in the workbook if it is meant"
            self.problems.add("table-hidden", Place(sheet.file, rows[0] if rows else 1, 1), message, hint)

    def _used(self, columns: Mapping[str, object]) -> list[str]:
        """The columns of the file, by their names, that the table is made from."""
        wide, order = self.entry.unpivot, list(self.region.names)
        became = order[order.index(wide.first.text) : order.index(wide.last.text) + 1] if wide else ()
        return [name for name in order if name in became or name in columns]

    # --- the rows ------------------------------------------------------------------------------------------------
    def _whole(self, region: Region) -> list[Line]:
        """The rows; of a CSV file those with too many or too few cells are reported and left out."""
        if not region.sheet.separator or self.entry.unpivot or self.entry.range:
            return list(region.lines)
        width, kept = region.width, []
        faults: dict[tuple[str, str], list[Place]] = {}
        header = next(len(line) for line in region.sheet.lines if line.number == region.header)
        for line in region.lines:
            count = len(line)
            spare = any(line.text(at) for at in range(width, count))
            if width <= count and not (spare or count > header):
                kept.append(line)
                continue
            message = f"this row has {count} cell{'s' * (count != 1)}, the header {width}"
            place = region.sheet.place(line, width if count > width else 0)
            faults.setdefault((message, self._advice(count, line, region)), []).append(place)
        for (message, hint), places in faults.items():
            more = f" (and {len(places) - 1} more rows)" if len(places) > 1 else ""
            self.problems.add("table-cells", places[0], f"{message}{more}", hint)
        return kept

    @staticmethod
    def _advice(count: int, line: Line, region: Region) -> str:
        if count > region.width:
            return ""
        before = max((one.number for one in region.lines if one.number < line.number), default=region.header)
        return f"if it stands below the table, write end: {before}; else each empty cell needs its own separator"

    def _rows(
        self, region: Region, lines: Sequence[Line], read: Mapping[str, ReadColumn], ids: tuple[str, ...]
    ) -> Iterator[Row]:
        source, day = self.entry.source_column, self.entry.as_of_column
        sheet, places = region.sheet, {name: region.names[name] for name in read}
        for number, line in enumerate(lines):
            cells = Cells(sheet, line, number, places, read)
            own = self._row_sources(line, region, source) if source else ()
            as_of = self._row_date(line, region, day) if day else None
            yield Row(cells, Place(sheet.file, *line.anchor()), own or ids, as_of, number + 1)

    def _row_sources(self, line: Line, region: Region, column: Phrase) -> tuple[str, ...]:
        at = region.names[column.text]
        found, unknown = self.sources.parted((Phrase(line.text(at), region.sheet.place(line, at)),))
        for name in unknown:
            self.strangers.setdefault(name.text, []).append(name)
        return found

    def _row_date(self, line: Line, region: Region, column: Phrase) -> PartialDate | None:
        at = region.names[column.text]
        text = line.text(at)
        try:
            return partial_date(text) if text else None
        except ScalarError as error:
            place = region.sheet.place(line, at)
            self.problems.add(error.rule, place, f"'{column.text}' {error.message}", error.hint)
            return None


def _holds(region: Region, name: str) -> bool:
    """Whether anything stands in a column."""
    return any(line.text(region.names[name]) for line in region.lines)


def _column(name: Phrase, entry: ColumnEntry, read: ReadColumn) -> Column:
    title = " ".join(name.text.split())
    return Column(
        title,
        entry.title or without_note(title),
        entry.type,
        entry.unit or read.unit,
        entry.decimals if entry.decimals is not None else read.decimals,
        entry.values,
        entry.missing,
        sum=entry.sum,
        place=name.place,
    )
