"""What stands inside a line of text. Frozen; none of it knows of Markdown, HTML or PDF."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from reportgen.dates import PartialDate
from reportgen.marks import Mark
from reportgen.problems import NOWHERE, Place


@dataclass(frozen=True, slots=True)
class Text:
    """Characters as they are: no markup is left in them."""

    text: str


@dataclass(frozen=True, slots=True)
class Emphasis:
    """Italic."""

    children: tuple[Inline, ...]


@dataclass(frozen=True, slots=True)
class Strong:
    """Bold."""

    children: tuple[Inline, ...]


@dataclass(frozen=True, slots=True)
class Superscript:
    """Raised, such as an ordinal's ending."""

    children: tuple[Inline, ...]


@dataclass(frozen=True, slots=True)
class Subscript:
    """Lowered, as in CO2."""

    children: tuple[Inline, ...]


@dataclass(frozen=True, slots=True)
class Code:
    """A file name or a command."""

    text: str


@dataclass(frozen=True, slots=True)
class Link:
    """A link to an address (`url`, absolute) or to an anchor of this paper (`#anchor`)."""

    children: tuple[Inline, ...]
    url: str
    place: Place = NOWHERE


@dataclass(frozen=True, slots=True)
class Span:
    """A part with a language of its own (`lang`, BCP 47) or an abbreviation with its `expansion`."""

    children: tuple[Inline, ...]
    lang: str = ""
    expansion: str = ""


@dataclass(frozen=True, slots=True)
class LineBreak:
    """A line ends here."""


@dataclass(frozen=True, slots=True)
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


@dataclass(frozen=True, slots=True)
class Value:
    """A value that came from the data: its words, its records (none: computed or unbound), its place in the text."""

    text: str
    records: tuple[Record, ...] = ()
    place: Place = NOWHERE
    cites: tuple[str, ...] = ()
    """The ids of the sources that its author asks to print with it."""
    meant: bool = False
    """Whether it needs no record: `asis` says so, or the engine itself knows it, as the edition or a number of rows."""

    @property
    def bound(self) -> bool:
        """Whether something answers for it."""
        return self.meant or bool(self.records)


@dataclass(frozen=True, slots=True)
class Note:
    """A footnote; `number` counts through the paper in reading order. `anchor` is unique in the paper."""

    number: int
    paragraphs: tuple[tuple[Inline, ...], ...]
    anchor: str
    place: Place = NOWHERE


@dataclass(frozen=True, slots=True)
class NoteMark:
    """The raised number that calls a footnote. Two marks of the same note share the note (equal by anchor)."""

    note: Note


@dataclass(frozen=True, slots=True)
class PageNumber:
    """The number of the page that `anchor` stands on: only a layout knows it."""

    anchor: str


Inline = (
    Text | Emphasis | Strong | Superscript | Subscript | Code | Link | Span | LineBreak | Value | NoteMark | PageNumber
)
Inlines = tuple[Inline, ...]


def plain(inlines: Iterable[Inline]) -> str:
    """The words alone: what a bookmark or a document property says. Notes are left out."""
    return "".join(map(_plain, inlines))


def _plain(inline: Inline) -> str:
    match inline:
        case Text(text=text) | Code(text=text) | Value(text=text):
            return text
        case LineBreak():
            return " "
        case NoteMark() | PageNumber():
            return ""
        case _:
            return plain(inline.children)


def bare(inlines: Iterable[Inline]) -> Inlines:
    """The words without notes and links: what stands in a list of contents."""
    found: list[Inline] = []
    for inline in inlines:
        match inline:
            case NoteMark():
                continue
            case Link(children=children):
                found.extend(bare(children))
            case Emphasis() | Strong() | Superscript() | Subscript() | Span():
                found.append(replace(inline, children=bare(inline.children)))
            case _:
                found.append(inline)
    return tuple(found)


def unbound(inlines: Iterable[Inline]) -> Inlines:
    """The same, `bare` and with values as plain text: where a text is printed once more, such as in the contents."""
    return tuple(map(_unbound, bare(inlines)))


def _unbound(inline: Inline) -> Inline:
    match inline:
        case Value(text=text):
            return Text(text)
        case Emphasis() | Strong() | Superscript() | Subscript() | Span():
            return replace(inline, children=tuple(map(_unbound, inline.children)))
    return inline


def values(inlines: Iterable[Inline]) -> Iterator[Value]:
    """The values among some inlines, at any depth and in the notes that they call, in reading order."""
    for inline in inlines:
        match inline:
            case Value():
                yield inline
            case NoteMark(note=note):
                for paragraph in note.paragraphs:
                    yield from values(paragraph)
            case Emphasis() | Strong() | Superscript() | Subscript() | Link() | Span():
                yield from values(inline.children)


def links(inlines: Iterable[Inline]) -> Iterator[str]:
    """Where the links among some inlines lead, at any depth but not in notes, in reading order."""
    for inline in inlines:
        match inline:
            case Link(children=children, url=url):
                yield url
                yield from links(children)
            case Emphasis() | Strong() | Superscript() | Subscript() | Span():
                yield from links(inline.children)
