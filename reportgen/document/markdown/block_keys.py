"""Which keys each kind of fenced block has: one dataclass a kind, whose fields are the author's keys.

A field of type Phrase is a text key: its value is the rest of its line as it stands, Markdown with templates. All
others are YAML. A text key that may be left out is None.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Literal

from reportgen.dates import PartialDate
from reportgen.document.data.select import Condition
from reportgen.frozen import frozen
from reportgen.problems import NOWHERE, Place
from reportgen.source.model import Phrase
from reportgen.source.scalars import Positive, Width


@frozen
class ChartKeys:
    """A chart; its further keys are the options of its kind."""

    kind: Phrase
    """the name of a chart kind"""
    data: Phrase
    """the name of a table"""
    title: Phrase
    """what the chart shows, in a sentence"""
    subtitle: Phrase | None = None
    note: Phrase | None = None
    alt: Phrase | None = None
    alt_only: bool = False
    source: tuple[Phrase, ...] = ()
    height: Positive | None = None
    where: Condition | None = None
    sort: tuple[Phrase, ...] = ()
    latest: bool = False
    columns: tuple[Phrase, ...] = ()
    place: Place = NOWHERE


@frozen
class CellNote:
    """A note on one cell: `row` is what the row's header says."""

    row: Phrase
    """what the first cell of the row says"""
    column: Phrase
    """the name of the column"""
    text: Phrase
    """the words of the note"""


@frozen
class TableKeys:
    """A table from the data, or a caption for the Markdown table in its body."""

    data: Phrase | None = None
    title: Phrase | None = None
    subtitle: Phrase | None = None
    note: Phrase | None = None
    source: tuple[Phrase, ...] = ()
    where: Condition | None = None
    sort: tuple[Phrase, ...] = ()
    latest: bool = False
    columns: tuple[Phrase, ...] | Mapping[Phrase, Phrase] = ()
    header: Phrase | None = None
    notes: tuple[CellNote, ...] = ()
    place: Place = NOWHERE


@frozen
class FigureKeys:
    """A finished picture."""

    file: Phrase
    """the picture, such as images/map.png"""
    alt: Phrase | None = None
    title: Phrase | None = None
    subtitle: Phrase | None = None
    note: Phrase | None = None
    source: Phrase | None = None
    rights: Phrase | None = None
    width: Width | None = None
    place: Place = NOWHERE


@frozen
class BoxKeys:
    """Text set apart."""

    title: Phrase | None = None
    place: Place = NOWHERE


@frozen
class QuoteKeys:
    """Words of a person."""

    who: Phrase | None = None
    role: Phrase | None = None
    occasion: Phrase | None = None
    date: PartialDate | None = None
    source: tuple[Phrase, ...] = ()
    place: Place = NOWHERE


@frozen
class NoKeys:
    """Of key figures, which the body holds, and of a page break."""

    place: Place = NOWHERE


@frozen
class TimelineKeys:
    """Events from the body, or from a table (`date` and `text` name its columns)."""

    title: Phrase | None = None
    data: Phrase | None = None
    date: Phrase | None = None
    text: Phrase | None = None
    where: Condition | None = None
    sort: tuple[Phrase, ...] = ()
    place: Place = NOWHERE


@frozen
class ChartNameKeys:
    """A chart whose block, as its author wrote it, or whose description is shown."""

    chart: Phrase
    """the id of a chart of this paper"""
    place: Place = NOWHERE


@frozen
class OptionsKeys:
    """The options of a chart kind as a table."""

    kind: Phrase
    """the name of a chart kind"""
    place: Place = NOWHERE


@frozen
class ChangesKeys:
    """What has changed since the edition before: the engine knows it, and the author what comes first."""

    first: tuple[Phrase, ...] = ()
    place: Place = NOWHERE


@frozen
class BlockKind:
    """What an author may write in a kind of block."""

    keys: Any
    """The dataclass of its keys."""
    body: Literal["", "prose", "quoted", "table"]
    """What stands under the keys: nothing, words of the author's, words of somebody else, or a table."""
    texts: frozenset[str] = frozenset()
    """The text keys: their values are no YAML."""


KINDS: Mapping[str, BlockKind] = {
    "chart": BlockKind(ChartKeys, "", frozenset({"title", "subtitle", "note", "alt"})),
    "table": BlockKind(TableKeys, "table", frozenset({"title", "subtitle", "note"})),
    "figure": BlockKind(FigureKeys, "", frozenset({"title", "subtitle", "note", "alt", "source", "rights"})),
    "box": BlockKind(BoxKeys, "prose", frozenset({"title"})),
    "quote": BlockKind(QuoteKeys, "quoted", frozenset({"who", "role", "occasion"})),
    "keyfacts": BlockKind(NoKeys, "prose"),
    "timeline": BlockKind(TimelineKeys, "prose", frozenset({"title"})),
    "listing": BlockKind(ChartNameKeys, ""),
    "description": BlockKind(ChartNameKeys, ""),
    "options": BlockKind(OptionsKeys, ""),
    "changes": BlockKind(ChangesKeys, ""),
    "pagebreak": BlockKind(NoKeys, ""),
}
"""The kinds of block."""

KEYS: Mapping[str, Any] = {name: kind.keys for name, kind in KINDS.items()}
TEXTS: Mapping[str, frozenset[str]] = {name: kind.texts for name, kind in KINDS.items()}
