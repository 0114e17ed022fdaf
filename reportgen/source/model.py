"""What the author wrote, typed: a briefing with its tables, facts, references, terms and texts.

Everything here is frozen and knows its `Place`. Reading it from files is the other modules' work; what the text means
(Markdown, templates) is `reportgen.document`'s.
"""

from __future__ import annotations

from abc import abstractmethod
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import field
from decimal import Decimal
from pathlib import Path
from typing import Literal

from reportgen.dates import PartialDate
from reportgen.frozen import frozen
from reportgen.house import House, Sources
from reportgen.marks import Mark
from reportgen.phrases import Phrase as Phrase
from reportgen.problems import NOWHERE, Place, Problem
from reportgen.source.later import Later
from reportgen.source.meta import Meta

Scalar = str | Decimal | bool | PartialDate | None
"""A cell's value: numbers are Decimal (integers too), dates and periods PartialDate, a missing value None."""

ColumnType = Literal["string", "number", "integer", "year", "date", "period", "boolean"]


@frozen
class Column:
    """A column as tables.yaml declares it."""

    name: str
    title: str
    type: ColumnType = "string"
    unit: str = ""
    decimals: int | None = None
    """Digits after the decimal point; None: as many as the longest value of the column has."""
    values: tuple[str, ...] = ()
    """The only values allowed (a category), in their natural order; empty: any."""
    missing: str = ""
    """What an empty cell means here; "": what the table says."""
    sum: Decimal | Literal[False] | None = None
    """What its values sum to; False: to nothing in particular; None: not said."""
    plus: str = ""
    """The sign that tables have before numbers above zero, "+", where the file has it; "": none."""
    unit_column: str = ""
    """The column that says in what the value of each row is, where rows differ: it has no unit of its own."""
    looked_up: str = ""
    """The column of another table that it shows, such as "countries.closed"; "": it is one of its own file."""
    place: Place = NOWHERE


@frozen
class Cell:
    """One value with the words that stand for it in the file (`text`, without its mark), and where."""

    value: Scalar
    text: str
    place: Place = NOWHERE
    mark: Mark | None = None

    @property
    def written(self) -> str:
        """What stands in the file: the words with their mark."""
        return " ".join(filter(None, (self.text, self.mark and self.mark.sign)))


class RowCells(Mapping[str, Cell]):
    """Cells by the names of their columns that are made when they are asked for, and their values without that."""

    @abstractmethod
    def value(self, column: str) -> Scalar:
        """The value of a cell, without the cell."""


@frozen
class Origin:
    """What a value says of its own: its sources, and the day to which it is known. What it leaves out its row says."""

    sources: tuple[str, ...] = ()
    as_of: PartialDate | None = None
    record: str = ""
    """The name of the record in another table that it is, such as "ports.Oban.ships"; "": its row's own."""


@frozen
class Row:
    """One record of a table; `sources` are the table's unless the row says otherwise, `as_of` is what itself says."""

    cells: Mapping[str, Cell]
    place: Place
    sources: tuple[str, ...] = ()
    as_of: PartialDate | None = None
    number: int = field(default=0, compare=False)
    """Its place in the table, from 1."""
    origins: Mapping[str, Origin] = field(default_factory=dict)
    """What single values say of their own, by their columns."""
    unit: str | None = None
    """In what its values are, in a table whose rows differ in it; None where nothing says so."""

    def unit_in(self, column: Column) -> str:
        """The unit of the value in `column`."""
        return (self.unit or "") if column.unit_column else column.unit

    def sources_of(self, column: str) -> tuple[str, ...]:
        """The sources of the value in `column`: its own, else the row's."""
        own = self.origins.get(column)
        return (own.sources if own else ()) or self.sources

    def sources_in(self, columns: Iterable[str]) -> tuple[str, ...]:
        """The sources of the values in some columns, each once; without columns the row's."""
        if not self.origins:
            return self.sources
        found = dict.fromkeys(name for column in columns for name in self.sources_of(column))
        return tuple(found) or self.sources

    def value(self, column: str) -> Scalar:
        """The value in `column` (KeyError if the table has none of that name)."""
        cells = self.cells
        return cells.value(column) if isinstance(cells, RowCells) else cells[column].value


@frozen
class Table:
    """A table of the briefing, in the file's order."""

    name: str
    title: str
    columns: tuple[Column, ...]
    rows: tuple[Row, ...]
    key: tuple[str, ...] = ()
    date: str = ""
    """The name of the column that dates the rows; "" if none does."""
    label: str = ""
    """The name of the column that names a row to readers; "": the key does."""
    sources: tuple[str, ...] = ()
    as_of: PartialDate | None = None
    missing: str = ""
    """What an empty cell means, in the document's language, such as "not negotiating"."""
    note: str = ""
    sum_by: tuple[str, ...] = ()
    """The columns within whose groups sums are taken; (): over the whole column."""
    totals: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    """The names of rows that hold the sums of others, by the column that they stand in."""
    place: Place = NOWHERE
    file: str = ""
    """The file that it comes from, as problems name it."""
    review_after: PartialDate | None = None
    """From when on its values should be looked up again."""
    review_place: Place = NOWHERE
    """Where `review_after` stands."""

    def column(self, name: str) -> Column:
        """The column called `name` (KeyError if there is none)."""
        for column in self.columns:
            if column.name == name:
                return column
        raise KeyError(name)


@frozen
class Fact:
    """A single value of facts.yaml."""

    name: str
    cell: Cell
    type: ColumnType = "string"
    unit: str = ""
    decimals: int | None = None
    subject: str = ""
    measure: str = ""
    sources: tuple[str, ...] = ()
    as_of: PartialDate | None = None
    review_after: PartialDate | None = None
    note: str = ""
    place: Place = NOWHERE
    review_place: Place = NOWHERE
    """Where `review_after` stands."""


@frozen
class Reference:
    """A source in CSL's words: `csl` has the keys of a CSL item (type, title, author, publisher, URL, issued …).

    Names (author, editor …) are tuples of mappings with `family`, `given` … or `literal`; dates (issued, accessed …)
    are PartialDate, or what `bibliography.dates` says of those that it can't hold; everything else is str, in titles
    and the like with the marks of `bibliography.markup`. `type` and `title` are always there.
    """

    id: str
    csl: Mapping[str, object]
    background: bool = False
    place: Place = NOWHERE
    lenders: tuple[str, ...] = ()
    """Those that it takes fields over from, or names as the whole that it is a part of: in BibTeX, `crossref`."""
    broken: bool = False
    """Whether it can't be read rightly, which is a fault of those papers only that need it."""

    @property
    def faults(self) -> Sequence[Problem]:
        """What is wrong with it and has not been told: of a source that is read only when a paper needs it."""
        return self.csl.faults if isinstance(self.csl, Later) else ()


@frozen
class Term:
    """A name or a phrase that is marked wherever it occurs: its language, or what the abbreviation stands for."""

    text: str
    lang: str = ""
    expansion: str = ""
    prefer: str = ""
    note: str = ""
    place: Place = NOWHERE


@frozen
class TextFile:
    """A section's file: `text` has LF ends and no BOM; line n of it is line n of the file."""

    name: str
    text: str
    path: str


@frozen
class Confirmation:
    """What a statement of the paper was confirmed for: its words then, and the data as name to value."""

    words: str
    """the words as they were printed"""
    data: Mapping[str, str]
    """the names of the records, each with its value"""
    place: Place = NOWHERE


@frozen
class Confirmed:
    """confirmed.yaml: each statement by its id, as far as the file can be read."""

    statements: Mapping[str, Confirmation]
    faults: tuple[Problem, ...] = ()
    """What is wrong with the file. The paper does not need it: these are warnings."""
    data: bytes | None = field(default=None, repr=False)
    """The file as it is; None where it can't be opened."""


@frozen
class Lost:
    """What of a briefing can't be read for a fault of its own, which is told: nobody who asks for it is at fault."""

    tables: Collection[str] = frozenset()
    facts: Collection[str] = frozenset()
    files: Collection[str] = frozenset()
    """What is lost as a whole: "tables.yaml", "facts.yaml", "references", "briefing.yaml" or "house.yaml"."""


@frozen
class Briefing:
    """A briefing folder, read and validated; places of problems are relative to `workspace`."""

    name: str
    folder: Path
    workspace: Path
    meta: Meta
    house: House
    texts: tuple[TextFile, ...]
    tables: Mapping[str, Table]
    facts: Mapping[str, Fact]
    references: Mapping[str, Reference]
    terms: tuple[Term, ...]
    places: Mapping[str, Place] = field(default_factory=dict)
    """Where the value of each key of briefing.yaml stands."""
    unlisted: tuple[TextFile, ...] = ()
    """The files of text/ that `contents:` leaves out, as far as they can be read."""
    charts: tuple[Path, ...] = ()
    """The folders in which chart kinds are looked for before the built-in ones."""
    files: Mapping[str, bytes] = field(default_factory=dict, repr=False)
    """What all this was read from, by the names that problems give the files."""
    confirmed: Confirmed | None = None
    """None: nothing of this paper was ever confirmed."""
    told: tuple[Problem, ...] = ()
    """What is to be told of the files that keeps no paper from being made."""
    lost: Lost = Lost()
    """Nothing, in a briefing of which a paper is made."""

    @property
    def sources(self) -> Sources:
        """Where its sources stand in full."""
        return self.meta.sources or self.house.sources

    @property
    def switched_off(self) -> Mapping[Phrase, str]:
        """The rules that the house or the paper switches off, each with its reason."""
        return {**self.house.off, **self.meta.off}

    @property
    def off(self) -> frozenset[str]:
        """The names of these."""
        return frozenset(rule.text for rule in self.switched_off)
