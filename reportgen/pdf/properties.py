"""What a finished paper says of itself: properties, attachments, page labels. Plain data; nothing here writes PDF."""

from __future__ import annotations

from datetime import date
from typing import Literal

from reportgen.frozen import frozen

Relationship = Literal["Source", "Data", "Alternative", "Supplement", "Unspecified"]
"""What an attachment is to the paper (ISO 19005-3, annex E)."""


@frozen
class Properties:
    """Written equally to Info and XMP. Dates are days: a time of the day would come from a clock."""

    title: str
    language: str
    """BCP 47, such as "en-GB"."""
    created: date
    modified: date
    authors: tuple[str, ...] = ()
    subject: str = ""
    keywords: tuple[str, ...] = ()
    digest: str = ""
    """SHA-256 of what the paper was made from, in 64 hexadecimal digits, with the version of its form; in XMP only."""

    @property
    def author_line(self) -> str:
        """The authors as Info has them: one string."""
        return "; ".join(self.authors)

    @property
    def keyword_line(self) -> str:
        """The keywords as Info has them: one string."""
        return "; ".join(self.keywords)


@frozen
class Attachment:
    """A file inside the paper; `name` is unique."""

    name: str
    data: bytes
    media_type: str
    """Such as "text/csv"."""
    description: str
    relationship: Relationship = "Data"
    anchor: str = ""
    """What it belongs to: the nodes that have this anchor in `files`; "" for the paper as a whole alone."""


@frozen
class PageLabels:
    """How the pages from `first` (counted from 0) are called: `prefix`, then a number that starts at `start`."""

    first: int = 0
    style: Literal["D", "r", "R", "a", "A", ""] = "D"
    """Decimal, roman or letters, small or large; "" has no number (ISO 32000-1, table 159)."""
    start: int = 1
    prefix: str = ""
