"""What stands inside a line of text, and the one way through it. Frozen; none of it knows of Markdown, HTML or PDF.

Who looks for something goes through `flat` or `leaves`, who changes something through `mapped`; both know every kind,
and nobody else goes down by hand. A new kind is a dataclass here and its name in `Parent` or `Leaf`: the type checker
then shows what must say something of it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from typing import assert_never

from reportgen.dates import PartialDate
from reportgen.figures.picture import Outline
from reportgen.frozen import frozen
from reportgen.marks import Mark
from reportgen.problems import NOWHERE, Place


@frozen
class Text:
    """Characters as they are: no markup is left in them."""

    text: str


@frozen
class Emphasis:
    """Italic."""

    children: tuple[Inline, ...]


@frozen
class Strong:
    """Bold."""

    children: tuple[Inline, ...]


@frozen
class Superscript:
    """Raised, such as an ordinal's ending."""

    children: tuple[Inline, ...]


@frozen
class Subscript:
    """Lowered, as in CO2."""

    children: tuple[Inline, ...]


@frozen
class Code:
    """A file name or a command."""

    text: str


@frozen
class Link:
    """A link to an address (`url`, absolute) or to an anchor of this paper (`#anchor`)."""

    children: tuple[Inline, ...]
    url: str
    place: Place = NOWHERE
    said: str = ""
    """What is said of it where its words are short for something, such as an address; "": its words."""


@frozen
class Span:
    """A part with a language of its own (`lang`, BCP 47) or an abbreviation with its `expansion`."""

    children: tuple[Inline, ...]
    lang: str = ""
    expansion: str = ""


@frozen
class Formula:
    """Mathematics: `tex` as its author typed it, and how it looks, in thousandths of the type size.

    `height` is how far it goes above the baseline on which the origin of its outline lies, `depth` how far below.
    """

    tex: str
    outline: Outline
    width: float
    height: float
    depth: float


@frozen
class LineBreak:
    """A line ends here."""


@frozen
class Record:
    """Where a value comes from: a table's row or a fact, its sources and its date."""

    name: str
    """Such as "ferries.Oban.sailings" or "facts.population"."""
    place: Place
    sources: tuple[str, ...] = ()
    as_of: PartialDate | None = None
    mark: Mark | None = None
    """How firm it is, or why there is none."""
    raw: str = ""
    """The value as it stands in the file, without its mark."""
    unit: str = ""
    review_after: PartialDate | None = None
    """From when on it should be looked up again."""

    @property
    def table(self) -> str:
        """The name of its table; "facts" for a fact."""
        return self.name.partition(".")[0]

    @property
    def written(self) -> str:
        """What stands in the file: the value with its mark."""
        return " ".join(filter(None, (self.raw, self.mark and self.mark.sign)))


@frozen
class Value:
    """A value that came from the data: its words, its records (none: computed or unbound), its place in the text."""

    text: str
    records: tuple[Record, ...] = ()
    place: Place = NOWHERE
    cites: tuple[str, ...] = ()
    """The ids of the sources that its author asks to print with it."""
    meant: bool = False
    """Whether it needs no record: `asis` says so, or the engine itself knows it, as the edition or a number of rows."""
    written: str = ""
    """What its author wrote between the braces of the `{{ }}` that prints it."""

    @property
    def bound(self) -> bool:
        """Whether something answers for it."""
        return self.meant or bool(self.records)


@frozen
class Note:
    """A footnote; `number` counts through the paper in reading order. `anchor` is unique in the paper."""

    number: int
    paragraphs: tuple[tuple[Inline, ...], ...]
    anchor: str
    place: Place = NOWHERE
    own: bool = False
    """Whether it has words of the author's, who did not only cite."""


@frozen
class NoteMark:
    """The raised number that calls a footnote. Two marks of the same note share the note (equal by anchor)."""

    note: Note


@frozen
class PageNumber:
    """The number of the page that `anchor` stands on: only a layout knows it.

    It stands in running text: the rows of a table are measured once, before it is known.
    """

    anchor: str


Parent = Emphasis | Strong | Superscript | Subscript | Link | Span
"""What has inlines in it."""
Leaf = Text | Value | Code | Formula | LineBreak | NoteMark | PageNumber
"""What has none. What a note says stands elsewhere on the page, so that its mark is a leaf of the text."""
Inline = Parent | Leaf
Inlines = tuple[Inline, ...]
Change = Callable[[Inline], Inlines | None]
"""What stands in the place of an inline, as it is; None: the inline itself, with what is in it changed in turn."""


# --- the walk --------------------------------------------------------------------------------------------------------
def children(inline: Inline) -> Inlines:
    """What stands directly in an inline."""
    if isinstance(inline, Leaf):
        return ()
    if isinstance(inline, Parent):
        return inline.children
    assert_never(inline)


def flat(inlines: Iterable[Inline], *, notes: bool = False) -> Iterator[Inline]:
    """Every inline at any depth in reading order, each before those in it; with `notes` what a note says follows it."""
    for inline in inlines:
        yield inline
        if inside := children(inline):
            yield from flat(inside, notes=notes)
        if notes and isinstance(inline, NoteMark):
            for paragraph in inline.note.paragraphs:
                yield from flat(paragraph, notes=notes)


def leaves(inlines: Iterable[Inline]) -> Iterator[Leaf]:
    """Those that have none in them, in reading order: what is printed."""
    return (inline for inline in flat(inlines) if isinstance(inline, Leaf))


def mapped(inlines: Iterable[Inline], change: Change) -> Inlines:
    """The inlines with `change` done to each, outer ones first; what it gives is not changed again."""
    return tuple(one for inline in inlines for one in _mapped(inline, change))


def _mapped(inline: Inline, change: Change) -> Inlines:
    made = change(inline)
    if made is not None:
        return made
    if isinstance(inline, Leaf):
        return (inline,)
    if isinstance(inline, Parent):
        return (replace(inline, children=mapped(inline.children, change)),)
    assert_never(inline)


# --- what is asked most ----------------------------------------------------------------------------------------------
def plain(inlines: Iterable[Inline]) -> str:
    """The words alone: what a bookmark or a document property says. Notes are left out."""
    return "".join(map(_words, leaves(inlines)))


def _words(leaf: Leaf) -> str:
    match leaf:
        case Text() | Code() | Value():
            return leaf.text
        case Formula():
            return leaf.tex
        case LineBreak():
            return " "
        case NoteMark() | PageNumber():
            return ""
        case _:
            assert_never(leaf)


def bare(inlines: Iterable[Inline]) -> Inlines:
    """The words without notes and links: what stands in a list of contents."""

    def change(inline: Inline) -> Inlines | None:
        if isinstance(inline, Link):
            return bare(inline.children)
        return () if isinstance(inline, NoteMark) else None

    return mapped(inlines, change)


def unbound(inlines: Iterable[Inline]) -> Inlines:
    """The same, `bare` and with values as plain text: where a text is printed once more, such as in the contents."""
    return mapped(bare(inlines), lambda inline: (Text(inline.text),) if isinstance(inline, Value) else None)


def values(inlines: Iterable[Inline]) -> Iterator[Value]:
    """The values among some inlines, at any depth and in the notes that they call, in reading order."""
    return (inline for inline in flat(inlines, notes=True) if isinstance(inline, Value))


def notes(inlines: Iterable[Inline]) -> Iterator[Note]:
    """The notes that some inlines call, at any depth, in reading order; one that is called twice comes twice."""
    return (inline.note for inline in leaves(inlines) if isinstance(inline, NoteMark))


def links(inlines: Iterable[Inline]) -> Iterator[str]:
    """Where the links among some inlines lead, at any depth but not in notes, in reading order."""
    return (inline.url for inline in flat(inlines) if isinstance(inline, Link))
