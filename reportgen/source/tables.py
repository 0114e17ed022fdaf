"""data/tables.yaml and the files that it describes: to typed tables.

How a file becomes a sheet, which part of it is the table, and how a column is read are `table_files`, `regions` and
`columns`; what a lookup in a template gives is the document room's.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import field, replace
from pathlib import Path

from reportgen.frozen import frozen
from reportgen.problems import Place, Problems, nearest
from reportgen.sheets.sheet import Line, Worksheet
from reportgen.source.cell_marks import NUMERIC, named_with_mark, without_note
from reportgen.source.columns import ColumnReading, ReadColumn
from reportgen.source.entries import ColumnEntry, TableEntry
from reportgen.source.files import Files, names_in
from reportgen.source.filled_down import filled, tell_gaps
from reportgen.source.headers import misplaced
from reportgen.source.kept_columns import Kept, kept_of
from reportgen.source.looking_up import looked_up, own_columns
from reportgen.source.mark_table import MarkTable
from reportgen.source.model import Column, Phrase, Row, Table
from reportgen.source.names import Sources, check_name
from reportgen.source.note_signs import notes_below, pointer
from reportgen.source.origins import Origins
from reportgen.source.own_units import in_language, own_unit
from reportgen.source.regions import Region, region_of
from reportgen.source.row_groups import tell_groups
from reportgen.source.said_units import Said, tell_of_table
from reportgen.source.schema import read_each
from reportgen.source.sheet_warnings import tell_of_sheet
from reportgen.source.table_columns import Declared, TableColumns
from reportgen.source.table_files import ENDINGS, TableFiles
from reportgen.source.table_rows import LazyCells, check_keys, spread_marks, whole_rows
from reportgen.source.totals import out_of_groups, tell_totals, totals_of
from reportgen.source.unit_columns import RowUnits, row_units, tell_units_beside, with_row_units
from reportgen.source.yaml_nodes import find_in_each
from reportgen.source.yaml_repair import parse_on

_SHOWN = 4
"""Files that a message names."""
_COMMA_AS_POINT = ("en", "zh", "ja", "ko", "th", "he", "cy", "ga", "mt")
"""Languages in which a comma stands between thousands (CLDR); in a paper in another one it may be a decimal sign."""


def read_tables(home: Path, files: Files, sources: Sources, language: str = "en-GB") -> dict[str, Table]:
    """The tables of the briefing folder `home`, in the order of tables.yaml; faults go to `files.problems`.

    `language` is that of the paper: it says whether a comma may stand before decimals, and has its own units.
    """
    path = home / "data" / "tables.yaml"
    if not path.exists():
        _check_described(path, files)
        return {}
    text = files.text(path)
    if text is None:
        return {}
    root = parse_on(text, files.start(path), files.problems)
    entries = read_each(TableEntry, root, files.problems)
    tables: dict[str, Table | None] = {}
    opened = TableFiles(files)
    commas = language.partition("-")[0] not in _COMMA_AS_POINT
    for name, entry in entries.items():
        check_name(name, "table", files.problems)
        own = own_columns(entry)
        region = _region(name, own, home, opened)
        reading = (
            _Reading(name, own, region, sources, files.problems, commas, language=language)
            if region is not None
            else None
        )
        tables[name.text] = reading.table() if reading else None
    tables = looked_up(entries, tables, files.problems)
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
    name: Phrase, entry: TableEntry, sheet: Worksheet, sources: Sources, problems: Problems, known: Mapping[str, Kept]
) -> Table | None:
    """The table that an entry describes in a sheet; None, with problems, after a fault in how.

    `known`: columns of the sheet that have been read already, by their names.
    """
    region = region_of(sheet, entry, problems)
    return _Reading(name, entry, region, sources, problems, known=known).table() if region else None


@frozen
class _Reading:
    """One table being read: its description and its part of a sheet."""

    name: Phrase
    entry: TableEntry
    region: Region
    sources: Sources
    problems: Problems
    commas_likely: bool = False
    known: Mapping[str, Kept] = field(default_factory=dict)
    language: str = "en-GB"

    def table(self) -> Table | None:
        """The table, or None after a fault in how it is described or headed."""
        before = len(self.problems.errors)
        entry, finder = self.entry, TableColumns(self.name, self.entry, self.problems)
        written = filled(self.region, [" ".join(name.text.split()) for name, one in entry.columns.items() if one.fill])
        region = finder.joined(finder.unpivoted(finder.grouped(written)))
        if len(self.problems.errors) > before:
            return None
        columns = finder.of(region, self.region)
        origins = Origins.of(entry, region, self.sources, self.problems)
        for one in (entry.marks, *(column.marks for column in entry.columns.values())):
            MarkTable.of(one, problems=self.problems)
        if len(self.problems.errors) > before:
            return None
        tell_of_sheet(self.name.text, entry, columns, self.region, region, self.problems)
        tell_groups(self.name.text, entry, self.region, self.problems)
        tell_gaps(self.name.text, columns, written, self.problems)
        lines = whole_rows(region, entry, self.problems)
        kinds = {name: column for name, (_, column) in columns.items()}
        known = kept_of(self.known, lines)
        notes = notes_below(region.sheet, lines)
        given = {name: self._read(name, columns[name], region, lines, known.get(name), notes) for name in columns}
        read = spread_marks(given, kinds)
        totals = totals_of(read, kinds, entry, self.problems)
        read = out_of_groups(read, kinds, entry, totals)
        below = notes_below(region.sheet, region.lines)
        made = [_column(*columns[name], one, below, nameless=name in region.nameless) for name, one in read.items()]
        units = self._of_language(row_units(region, made))
        made = [replace(one, unit=self._own(one)) for one in made]
        rows = tuple(self._rows(region, lines, read, origins, units))
        self._check_rows(rows, read, totals, origins)
        near = region.said.of_table(region.lines, entry.title) or region.said.size_of_table(region.lines, entry.title)
        said = self._as_own(near)
        tell_of_table(entry.title, said, made, self.problems)
        tell_units_beside(region, made, units, self.problems)
        return self._made(tuple(with_row_units(made, units)), rows, origins.ids, totals)

    # --- units, in the language of the paper ----------------------------------------------------------------------
    def _own(self, column: Column) -> str:
        return in_language(column.unit, self.language, column.name, column.place, self.problems)

    def _of_language(self, found: RowUnits) -> RowUnits:
        return replace(found, units={text: own_unit(unit, self.language).text for text, unit in found.units.items()})

    def _as_own(self, said: Said | None) -> Said | None:
        return replace(said, unit=own_unit(said.unit, self.language).text) if said else None

    def _check_rows(
        self,
        rows: tuple[Row, ...],
        read: Mapping[str, ReadColumn],
        totals: Mapping[str, tuple[str, ...]],
        origins: Origins,
    ) -> None:
        """Tell what is wrong with the rows together: what they name, their keys, their totals."""
        origins.report()
        check_keys(rows, read, self.entry, self.problems)
        tell_totals(self.name.text, rows, totals, self.entry, self.problems)

    def _made(
        self,
        columns: tuple[Column, ...],
        rows: tuple[Row, ...],
        ids: tuple[str, ...],
        totals: Mapping[str, tuple[str, ...]],
    ) -> Table:
        entry = self.entry
        return Table(
            name=self.name.text,
            title=entry.title or self.name.text,
            columns=columns,
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
            totals=totals,
            place=self.name.place,
            file=self.region.sheet.file,
        )

    # --- the columns ---------------------------------------------------------------------------------------------
    def _read(
        self, name: str, declared: Declared, region: Region, lines: Sequence[Line], kept: Kept | None,
        notes: Mapping[str, str],
    ) -> ReadColumn:  # fmt: skip
        likely = self.commas_likely or region.sheet.separator == ";"
        phrase, entry = Phrase(name, declared[0].place), declared[1]
        at = region.names[name]
        if kept and kept.suits(entry, self.entry, at):
            return kept.read
        beside = region.names[entry.mark_column.text] if entry.mark_column else None
        sheet, problems = region.sheet, self.problems
        reading = ColumnReading(
            phrase, entry, self.entry, sheet, lines, at, problems, below=notes, commas_likely=likely, beside=beside,
            said=self._as_own(region.unit_said(name, self.entry.title)) if entry.type in NUMERIC else None,
        )  # fmt: skip
        return reading.read()

    # --- the rows ------------------------------------------------------------------------------------------------
    def _rows(
        self,
        region: Region,
        lines: Sequence[Line],
        read: Mapping[str, ReadColumn],
        origins: Origins,
        units: RowUnits,
    ) -> Iterator[Row]:
        sheet, places = region.sheet, {name: region.names[name] for name in read}
        for number, line in enumerate(lines):
            cells = LazyCells(sheet, line, number, places, read)
            sources, as_of = origins.of_row(line)
            place = Place(sheet.file, *line.anchor())
            yield Row(cells, place, sources, as_of, number + 1, origins.of_values(line), units.of(region, line))


def _column(name: Phrase, entry: ColumnEntry, read: ReadColumn, below: Mapping[str, str], *, nameless: bool) -> Column:
    """A column as it is printed; `below` are the notes below the table that its heading may point to."""
    title = " ".join(name.text.split())
    headed = named_with_mark(title, entry.unit)[0] if entry.type in NUMERIC else title
    pointed = pointer(without_note(headed), below)
    headed = pointed.text if pointed else without_note(headed)
    return Column(
        title,
        entry.title if entry.title is not None else ("" if nameless else headed),
        entry.type,
        entry.unit or read.unit,
        entry.decimals if entry.decimals is not None else read.decimals,
        entry.values,
        entry.missing,
        sum=entry.sum,
        plus="+" if read.signed else "",
        place=name.place,
    )
