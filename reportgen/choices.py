"""How a paper is to be made, beside what its sources say: the options of the commands as data."""

from __future__ import annotations

from typing import Literal

from reportgen.dates import PartialDate
from reportgen.frozen import frozen


@frozen
class Choices:
    """What the commands that make a paper have in common."""

    draft: bool = False
    """Stamp it as a draft, and let it be longer than its type allows."""
    superseded: bool = False
    """Stamp it as superseded."""
    successor: int = 0
    """By which edition; 0: not known."""
    with_notes: bool = False
    """Leave comments and notes in the sources that it carries."""
    allow_charts: bool = False
    """Run chart kinds that came out of a PDF."""
    standard: Literal["ua1", "ua2"] | None = None
    """What the papers conform to; None: what their briefings say."""
    today: PartialDate | None = None
    """The day on which facts must not be stale; None: that of the paper itself."""
    printed: tuple[str, ...] = ()
    """The engine and its libraries as the paper names them, where it is one that was released; else those that run."""
    made_from: str = ""
    """The digest of its sources as it was told then."""


AS_WRITTEN = Choices()
