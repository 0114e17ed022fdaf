"""A reference in words: in a note, in the list of sources, and under a chart. The house note style; never "ibid"."""

from __future__ import annotations

from reportgen.document.inlines import Inlines
from reportgen.language import Words
from reportgen.source.model import Reference


def note(reference: Reference, locator: str, words: Words) -> Inlines:
    """Author or organisation, linked title, publisher where it is another, date in words, locator; no full stop."""
    raise NotImplementedError


def entry(reference: Reference, words: Words) -> Inlines:
    """The same for the list of sources, with the address in full and the day it was read."""
    raise NotImplementedError


def short(reference: Reference) -> str:
    """What a chart's "Source:" line says: the organisation, or the author and the title."""
    raise NotImplementedError


def sort_key(reference: Reference, words: Words) -> tuple[str, ...]:
    """The order of the list of sources: by author or organisation, then title, then date."""
    raise NotImplementedError
