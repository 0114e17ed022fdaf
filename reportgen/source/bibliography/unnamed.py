"""A source without a name: nobody can cite it, so that it keeps no paper from being made."""

from __future__ import annotations

from reportgen.problems import Place
from reportgen.source.model import Reference


def unnamed(place: Place) -> Reference:
    """A broken source that is known by its line; that nobody can cite it is told where all such are."""
    name = f"of line {place.line}, without an id"
    return Reference(name, {"type": "document", "title": name}, place=place, broken=True)
