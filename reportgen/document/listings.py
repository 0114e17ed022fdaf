"""Blocks that no author writes: the changes since an earlier edition, the list of sources."""

from __future__ import annotations

from reportgen.document.inlines import Inlines
from reportgen.frozen import frozen
from reportgen.problems import NOWHERE, Place


@frozen
class ChangeGroup:
    """The changes of one subject, or of one kind, a text each."""

    subject: Inlines
    entries: tuple[Inlines, ...]


@frozen
class ChangeTable:
    """Changes by subject: a list that looks like a table of two columns."""

    groups: tuple[ChangeGroup, ...]
    place: Place = NOWHERE


@frozen
class SourceEntry:
    """An entry of the list of sources, with the address as it can be read on paper."""

    content: Inlines
    anchor: str


@frozen
class SourceList:
    """The list of sources."""

    entries: tuple[SourceEntry, ...]
    place: Place = NOWHERE
