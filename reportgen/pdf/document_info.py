"""What a finished paper says of itself: its properties and page labels. Plain data; nothing here writes PDF."""

from __future__ import annotations

from datetime import date
from typing import Literal

from reportgen.frozen import frozen
from reportgen.house import Standard


@frozen
class DocumentInfo:
    """Written equally to Info and XMP. Dates are days: a time of the day would come from a clock."""

    title: str
    language: str
    """BCP 47, such as "en-GB"."""
    created: date
    modified: date
    standard: Standard = "ua1"
    authors: tuple[str, ...] = ()
    subject: str = ""
    keywords: tuple[str, ...] = ()
    publisher: str = ""
    rights: str = ""
    identifier: str = ""
    """In XMP only, as are publisher and rights."""
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
class PageLabels:
    """How the pages from `first` (counted from 0) are called: `prefix`, then a number that starts at `start`."""

    first: int = 0
    style: Literal["D", "r", "R", "a", "A", ""] = "D"
    """Decimal, roman or letters, small or large; "" has no number (ISO 32000-1, table 159)."""
    start: int = 1
    prefix: str = ""
