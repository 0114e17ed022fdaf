"""briefing.yaml as its author writes it: what the paper is, and how it is to be made."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import field, replace
from typing import Literal

from reportgen.dates import PartialDate
from reportgen.frozen import frozen
from reportgen.house import Sources, Standard
from reportgen.phrases import Phrase
from reportgen.problems import NOWHERE, Place

MOST_KEY_FACTS = 4
PaperType = Literal["briefing", "note", "focus"]
Chapters = Literal["new-page", "run-on"]
Status = Literal["draft", "embargoed", "published", "superseded", "archived"]
_USUAL_CHAPTERS: Mapping[PaperType, Chapters] = {"briefing": "new-page", "note": "run-on", "focus": "run-on"}


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
