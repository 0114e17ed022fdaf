"""What a paper is told of itself by who makes it: what has changed since an earlier edition, and how it was made.

Plain data that `build` hands to composing; comparing editions is `reportgen.editions`' work.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import field
from typing import Literal

from reportgen.dates import PartialDate
from reportgen.document.blocks import Attachment
from reportgen.frozen import frozen
from reportgen.problems import Place

CHANGES = "changes.csv"
"""What the list of all changes is called in a paper."""
RECORD = "record.json"
"""What the record of a paper is called, in the paper and in the folder of a released edition."""

Manner = Literal["new", "changed"]
"""How a paragraph differs from the earlier edition."""


ChangeKind = Literal["value", "wording", "added", "removed"]
"""A value that is another one now, the same in other words, what is new, or what is gone."""


@frozen
class ChangeLine:
    """One change in words of the document's language: `subject` is what it is about ("Oban"; may be ""),
    `text` what has changed ("chapters provisionally closed, 3 to 14")."""

    subject: str
    text: str
    sources: tuple[str, ...] = ()
    """The ids of the references that the new value (of a removed record: the old one) comes from."""
    as_of: PartialDate | None = None
    former: tuple[str, ...] = ()
    """The short names of those that only the older edition has."""
    short: str = ""
    """The text where there is room for a few words only; "" where it is short itself."""
    kind: ChangeKind = "value"
    names: tuple[str, ...] = ()
    """The parts of a subject that has several, such as ("Oban", "winter sailings")."""


@frozen
class TextChange:
    """A section whose words have changed apart from its values: `anchor` leads to it, "" where it is gone."""

    title: str
    """Its number and title as printed."""
    manner: Literal["new", "rewritten", "changed", "removed"]
    """Rewritten is one of which most paragraphs have changed."""
    anchor: str = ""
    number: str = ""
    """The number alone, as printed: "2.1"; "" where it has none."""


@frozen
class Revision:
    """What has changed since edition `edition`, the most important first."""

    edition: int
    date: PartialDate | None
    """The day of that edition: when it was updated, else published."""
    lines: tuple[ChangeLine, ...] = ()
    """Records of the data."""
    sections: tuple[TextChange, ...] = ()
    """Text."""
    paragraphs: Mapping[Place, Manner] = field(default_factory=dict)
    """The changed paragraphs of this edition, by their places."""
    added: tuple[ChangeLine, ...] = ()
    """What of them is new, by section (`short` is how many figures) and by table: no reader of the earlier edition knew
    another value."""
    gone: tuple[str, ...] = ()
    """Titles of charts, tables and boxes that are no longer in the paper."""
    listed: bytes = b""
    """The list of all changes, a CSV file."""


NO_REVISION = Revision(0, None)
"""Of a first edition: nothing has changed."""


@frozen
class Making:
    """How a paper was made: versions of the engine and its libraries, and the digest of its sources."""

    engine: str
    """Such as "reportgen 0.2.0"."""
    libraries: tuple[str, ...]
    """Such as "ReportLab 5.1.0"."""
    digest: str
    """The version of the sources' canonical form, ":" and its SHA-256 in 64 hexadecimal digits."""


@frozen
class Extras:
    """What is added to a draft when it is composed; each may be missing."""

    revision: Revision | None = None
    mark_changes: bool = False
    """Whether the paragraphs of `revision` are marked in the margin."""
    making: Making | None = None
    files: tuple[Attachment, ...] = ()
    """Attachments beside the data: the sources."""
    record: bytes = b""
    """The record of the paper, to compare it with others: a file of it, though not one for readers."""
    successor: int = 0
    """The edition that supersedes this one, where the paper is to say so."""


NO_EXTRAS = Extras()
