"""What the public functions give: frozen dataclasses of texts, numbers and paths, and nothing of the engine's own.

Every text is in Unicode as it stands in the files or in the paper; a date is a text as ISO 8601 has it, as exact as it
is known ("2026-03-31", "2026-03", "2026"), and "" where there is none. Pages count from 1 from the first sheet on.
"""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from reportgen.frozen import frozen
from reportgen.problems import Place, Problem


@frozen
class Built:
    """What `build` has written, and what is worth a look."""

    paper: Path
    """The latest paper, absolute: OUTPUT/NAME.pdf."""
    others: tuple[Path, ...]
    """What stands beside it: proofs, charts, and the papers of released editions, OUTPUT/NAME-edition-N.pdf."""
    problems: tuple[Problem, ...]
    """Warnings and notes, by place; there is no error among them."""


@frozen
class ValueUse:
    """One place at which a value reaches the paper."""

    kind: str
    """What for: "prose", "chart", "table" and the like; the author's guide lists them all."""
    place: Place
    """Where the author asked for it."""
    page: int | None
    """The page on which it is read; None where it is on none, as in the document's properties."""
    printed: str
    """The words of the paper."""


@frozen
class UsedValue:
    """One value of the data, a fact or a cell, that reaches the paper."""

    name: str
    """As templates call it: "facts.population", "libraries.Zill.visits"."""
    date: str
    """That of its row, where rows of one key are told apart by it."""
    value: str
    """As it stands in the file, with its mark."""
    printed: str
    """As a paper prints it, with its unit; "" for a value without a unit."""
    unit: str
    as_of: str
    """When it was so: its own date, else its table's, else the paper's."""
    sources: tuple[str, ...]
    """The keys of its sources in `references.yaml`."""
    review_after: str
    uses: tuple[ValueUse, ...]
    """By page."""


@frozen
class Facts:
    """What `facts` tells of a paper."""

    values: tuple[UsedValue, ...]
    """The facts, then the cells, in the order of their tables and rows."""
    unused: tuple[str, ...]
    """The facts and tables of which nothing reaches the paper: "facts.x", "tables.y"."""
    problems: tuple[Problem, ...]
    """Warnings and notes, by place."""


@frozen
class ChangedValue:
    """One change of the data: of a fact, of a cell, or of a whole row."""

    kind: str
    """What has become of it: "added", "removed" or "changed"."""
    table: str
    """Its table's name; "" for a fact."""
    key: tuple[str, ...]
    """The cells of the row's key, then its date; the fact's name; nothing for a whole column or table."""
    column: str
    """Its column's name; "" for a fact, a whole row or a whole table."""
    old: str | Mapping[str, str] | None
    """As it is written; of a whole row its cells by their columns; None where there was nothing."""
    new: str | Mapping[str, str] | None
    unit: str
    sources: tuple[str, ...]
    """Of the newer value."""
    as_of: str
    sentence: str
    """What the change list of a paper says, in its language."""


@frozen
class ChangedSection:
    """A section whose text has changed."""

    kind: str
    """What has become of it: "new", "removed" or "changed"."""
    anchor: str
    title: str
    paragraphs: tuple[tuple[str | None, str | None], ...]
    """Each changed paragraph before and after; None for one that was not there, or is no longer."""


@frozen
class Changes:
    """What `diff` finds: nothing in either where both say the same."""

    values: tuple[ChangedValue, ...]
    """The most important first."""
    sections: tuple[ChangedSection, ...]
    """In the order of the newer text."""
