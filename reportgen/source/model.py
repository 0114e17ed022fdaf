"""What the author wrote, typed: a briefing with its tables, facts, references, terms and texts.

Everything here is frozen and knows its `Place`. Reading it from files is the other modules' work; what the text means
(Markdown, templates) is `reportgen.document`'s.
"""

from __future__ import annotations

from abc import abstractmethod
from collections.abc import Collection, Mapping, Sequence
from dataclasses import field, replace
from decimal import Decimal
from pathlib import Path
from typing import Literal

from reportgen.dates import PartialDate
from reportgen.frozen import frozen
from reportgen.house import House, Sources, Standard
from reportgen.marks import Mark
from reportgen.phrases import Phrase as Phrase
from reportgen.problems import NOWHERE, Place, Problem
from reportgen.source.later import Later

Scalar = str | Decimal | bool | PartialDate | None
"""A cell's value: numbers are Decimal (integers too), dates and periods PartialDate, a missing value None."""

ColumnType = Literal["string", "number", "integer", "year", "date", "period", "boolean"]
MOST_KEY_FACTS = 4
PaperType = Literal["briefing", "note", "focus"]
Chapters = Literal["new-page", "run-on"]
Status = Literal["draft", "embargoed", "published", "superseded", "archived"]
_USUAL_CHAPTERS: Mapping[PaperType, Chapters] = {"briefing": "new-page", "note": "run-on", "focus": "run-on"}


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
class Row:
    """One record of a table; `sources` are the table's unless the row says otherwise, `as_of` is what itself says."""

    cells: Mapping[str, Cell]
    place: Place
    sources: tuple[str, ...] = ()
    as_of: PartialDate | None = None
    number: int = field(default=0, compare=False)
    """Its place in the table, from 1."""

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
    place: Place = NOWHERE
    file: str = ""
    """The file that it comes from, as problems name it."""
    sheet: str = ""
    """The sheet of a workbook that tables.yaml names; "": the first."""
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
class KeyFact:
    """A figure with its label, for the cover."""

    value: Phrase
    label: Phrase


@frozen
class Attached:
    """What the paper is prepared for: a debate or a bill, and its date."""

    title: Phrase
    date: PartialDate | None = None


@frozen
class Meta:
    """briefing.yaml, key by key; docs/authors-guide.md tells what each is for."""

    title: Phrase
    subtitle: Phrase | None = None
    type: PaperType = "briefing"
    series: str = ""
    number: str = ""
    subject: str = ""
    keywords: tuple[str, ...] = ()
    language: str = "en-GB"
    authors: tuple[str, ...] = ()
    contact: str | tuple[str, ...] = ""
    published: PartialDate | None = None
    updated: PartialDate | None = None
    facts_as_of: PartialDate | None = None
    next_review: PartialDate | None = None
    edition: int = 1
    change: Literal["significant", "minor"] = "significant"
    status: Status = "draft"
    attached_to: Attached | None = None
    in_brief: Phrase | tuple[Phrase, ...] | None = None
    key_facts: tuple[KeyFact, ...] = ()
    contents: tuple[str, ...] = ()
    chapters: Chapters | None = None
    """Where a chapter begins; None: as is usual for the type of paper."""
    data_tables: Literal["appendix", "none"] = "appendix"
    attach: Literal["all", "data", "none"] = "data"
    sources: Sources | None = None
    """Where sources stand in full; None: where the house has them."""
    standard: Standard | None = None
    """What the PDF conforms to; None: to what those of the house do."""
    off: Mapping[Phrase, str] = field(default_factory=dict)
    """Rules that this paper must break, each with its reason."""
    place: Place = NOWHERE

    @property
    def brief(self) -> Phrase | None:
        """What stands in brief, as Markdown: a list in YAML is one of points."""
        if not isinstance(self.in_brief, tuple):
            return self.in_brief
        points = [f"- {point.text}".replace("\n", "\n  ") for point in self.in_brief]
        first = self.in_brief[0].place
        return Phrase("\n".join(points), replace(first, column=max(1, first.column - 2)))

    @property
    def new_pages(self) -> bool:
        """Whether each chapter begins a page."""
        return (self.chapters or _USUAL_CHAPTERS[self.type]) == "new-page"


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
