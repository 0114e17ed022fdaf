"""What the reader gets: the block tree. Frozen, in reading order; none of it knows of Markdown, HTML or PDF.

Anchors are unique in the paper and made of `[a-z0-9-]`: `section-…`, `chart-…`, `table-…`, `box-…`, `figure-…`,
`note-…`, `reference-…`, `data-…`. Labels such as "Chart 1" and numbers such as "2.1" are set here, in the document's
language. Tables, charts and figures stand in `captioned`, what the engine lists by itself in `listings`.
"""

from __future__ import annotations

from dataclasses import field
from typing import Literal

from reportgen.document.captioned import Align as Align
from reportgen.document.captioned import Chart as Chart
from reportgen.document.captioned import ColumnHead as ColumnHead
from reportgen.document.captioned import Figure as Figure
from reportgen.document.captioned import TableBlock as TableBlock
from reportgen.document.captioned import TableCell as TableCell
from reportgen.document.captioned import TableRow as TableRow
from reportgen.document.inlines import Formula, Inlines
from reportgen.document.listings import ChangeGroup as ChangeGroup
from reportgen.document.listings import ChangeTable as ChangeTable
from reportgen.document.listings import SourceEntry as SourceEntry
from reportgen.document.listings import SourceList as SourceList
from reportgen.frozen import frozen
from reportgen.house import Standard
from reportgen.problems import NOWHERE, Place


@frozen
class Paragraph:
    """`style` "small" is for standing texts; `change` marks it as other than in an earlier edition."""

    content: Inlines
    style: Literal["body", "small"] = "body"
    place: Place = NOWHERE
    change: Literal["", "new", "changed"] = ""


@frozen
class List:
    """`start` is None for a list of points, else the first number; `marks` are what stands before the items instead."""

    items: tuple[tuple[Block, ...], ...]
    start: int | None = None
    marks: tuple[str, ...] = ()
    """As their author typed them, where they are letters, Roman numbers, or numbers that do not follow each other."""
    place: Place = NOWHERE


@frozen
class Definition:
    """A term and what is said of it."""

    term: Inlines
    bodies: tuple[tuple[Block, ...], ...]


@frozen
class DefinitionList:
    """Terms with their definitions."""

    items: tuple[Definition, ...]
    place: Place = NOWHERE


@frozen
class Quotation:
    """Words of somebody else; `attribution` (who, role, occasion, date, a note) is empty for a plain quote."""

    blocks: tuple[Block, ...]
    attribution: Inlines = ()
    place: Place = NOWHERE


@frozen
class TextBox:
    """Text set apart: `label` is "Box 1" or ""; `whole` keeps it on one page if half of one can hold it."""

    title: Inlines
    blocks: tuple[Block, ...]
    label: str = ""
    anchor: str = ""
    place: Place = NOWHERE
    whole: bool = False


@frozen
class KeyFigure:
    """A figure in large type and the line that says what it is."""

    value: Inlines
    label: Inlines
    place: Place = NOWHERE


@frozen
class KeyFacts:
    """Up to four key figures side by side."""

    items: tuple[KeyFigure, ...]
    place: Place = NOWHERE


@frozen
class TimelineEvent:
    """A date (in words) and what happened."""

    date: Inlines
    content: Inlines
    place: Place = NOWHERE


@frozen
class Timeline:
    """Events in order; dates hang in the margin."""

    events: tuple[TimelineEvent, ...]
    title: Inlines = ()
    place: Place = NOWHERE


@frozen
class CodeBlock:
    """Lines as they stand, in a fixed-width look."""

    text: str
    place: Place = NOWHERE


@frozen
class Equation:
    """A formula that stands by itself, as a paragraph."""

    formula: Formula
    place: Place = NOWHERE


@frozen
class PageBreak:
    """What follows begins on a new page. It stands directly in a section, in no other block."""

    place: Place = NOWHERE


@frozen
class Description:
    """Stands in a draft where the description of the chart `anchor` will be a paragraph: it is not drawn yet."""

    anchor: str
    place: Place = NOWHERE


@frozen
class ChangesPlace:
    """Stands in a draft where its author wants the box of changes; composing puts it there, or nothing."""

    place: Place = NOWHERE
    first: tuple[str, ...] = ()
    """Whose changes come first: "ferries", "ferries.sailings" or "facts.population"."""


Nest = List | DefinitionList | Quotation | TextBox
"""Blocks that have blocks in them."""
Stopgap = Description | ChangesPlace
"""Blocks of a draft in whose place composing puts others, or nothing: no document has them."""
Captioned = TableBlock | Chart | Figure
Running = Paragraph | KeyFacts | Timeline | CodeBlock | Equation
Plain = Running | PageBreak | Captioned | ChangeTable | SourceList | Stopgap
"""Blocks that have none."""
Block = Nest | Plain
"""A new kind is a dataclass, its name in `Nest` or `Plain`, what it says in `tree.content`, its keys and its reader in
`markdown.block_keys` and `fences.kinds`, its maker in `pdf.story`; without any of them types or tests fail."""


@frozen
class Section:
    """A part with a heading of `level` 1 to 3; `number` is "2.1" or "" where none is printed.

    An empty `title` is the text before a paper's first heading: it has no heading and no bookmark.
    """

    level: int
    title: Inlines
    anchor: str
    blocks: tuple[Block | Section, ...]
    number: str = ""
    new_page: bool = False
    key_messages: bool = False
    """Whether its author marked it as the paper's key messages."""
    place: Place = NOWHERE


@frozen
class ContentsEntry:
    """A line of the contents or of a list: `label` is "2.1", "Chart 1" or ""."""

    label: str
    title: Inlines
    anchor: str
    level: int = 1


@frozen
class ContentsList:
    """A titled list with page numbers: the contents, or the charts and tables."""

    title: str
    entries: tuple[ContentsEntry, ...]


@frozen
class Detail:
    """A labelled line of the cover: "Prepared for", "Author", "Facts as of" …"""

    label: str
    content: Inlines


@frozen
class Cover:
    """The front of the paper: a whole page (`full`) for a briefing, else a masthead above the text."""

    institution: str
    tagline: str
    title: Inlines
    imprint: str
    """Such as "Research briefing RB-01 · Edition 1 · Published 31 March 2022"."""
    details: tuple[Detail, ...] = ()
    brief_title: str = ""
    brief: tuple[Block, ...] = ()
    key_figures: tuple[KeyFigure, ...] = ()
    full: bool = True
    subtitle: Inlines = ()


@frozen
class Properties:
    """Document properties, equal in Info and XMP. Dates are ISO days; the clock is never read."""

    title: str
    language: str
    authors: tuple[str, ...]
    subject: str
    keywords: tuple[str, ...] = ()
    standard: Standard = "ua1"
    publisher: str = ""
    rights: str = ""
    """Who may do what with the paper, in words."""
    identifier: str = ""
    """What names it among all papers: institution, series and number, edition."""
    published: str = ""
    updated: str = ""
    digest: str = ""
    """SHA-256 of the sources in 64 hexadecimal digits, with the version of their form; "" where it is not told."""


@frozen
class Attachment:
    """A file inside the PDF; `relationship` is an AFRelationship of PDF/A-3 ("Data", "Source", "Supplement")."""

    name: str
    data: bytes
    mime: str
    relationship: str
    description: str
    anchors: tuple[str, ...] = ()
    """The chart and the table that it belongs to; () for the whole paper."""


@frozen
class Document:
    """A whole paper, ready to be written in any form."""

    properties: Properties
    cover: Cover
    contents: tuple[ContentsList, ...]
    sections: tuple[Section, ...]
    footer: tuple[str, ...]
    """The left side of the footer, such as "Research briefing RB-01 · Edition 1 · facts as of 31 March 2022", and
    shorter forms of it, of which the first that there is room for is printed."""
    stamp: str = ""
    """Such as "Draft", across each page; "" for none."""
    page_limit: int | None = None
    limit_place: Place = NOWHERE
    """Where the author chose the type of paper, which sets the limit."""
    attachments: tuple[Attachment, ...] = field(default=())
    place: Place = NOWHERE
