"""What the reader gets: the block tree, and how the author's text becomes it.

`read` gives a draft (templates, Markdown, every fault of the text), `compose` the document around the drawn charts.
Nothing here knows of PDF or HTML.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from reportgen.document.composing.document import compose
    from reportgen.document.reading.briefing import read, read_on
    from reportgen.document.reading.draft import Draft

__all__ = ["Draft", "compose", "read", "read_on"]

_HOMES = {
    "compose": "composing.document",
    "Draft": "reading.draft",
    "read": "reading.briefing",
    "read_on": "reading.briefing",
}


def __getattr__(name: str) -> Any:
    """The public names, imported when they are first used: the block tree alone needs no parser."""
    if name not in _HOMES:
        raise AttributeError(name)
    from importlib import import_module

    return getattr(import_module(f"reportgen.document.{_HOMES[name]}"), name)
