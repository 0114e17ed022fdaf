"""A chart drawn, and how it is kept as JSON."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict, dataclass
from typing import Any

from reportgen.figures.contract import CrossTable
from reportgen.figures.inspection.finding import Finding
from reportgen.figures.packing import packed, unpacked
from reportgen.figures.picture import Picture


@dataclass(frozen=True, slots=True)
class Drawn:
    """A chart's picture and what it shows: in words (the author's own or the kind's), and of its data."""

    picture: Picture
    description: str
    columns: tuple[str, ...] = ()
    """The columns of the data that it draws; none where that is not known."""
    table: CrossTable | None = None
    """Its data in two directions, if its kind puts them so."""
    findings: tuple[Finding, ...] = ()
    """What a reader would stumble over."""


def to_json(drawn: Drawn) -> dict[str, Any]:
    """Plain data; `from_json` gives an equal Drawn back."""
    return {
        "description": drawn.description,
        "picture": packed(drawn.picture),
        "columns": drawn.columns,
        "table": asdict(drawn.table) if drawn.table else None,
        "findings": [asdict(finding) for finding in drawn.findings],
    }


def from_json(data: Mapping[str, Any]) -> Drawn:
    """The Drawn that `to_json` wrote; KeyError, TypeError, ValueError or zlib.error for anything else."""
    findings = tuple(Finding(**finding) for finding in data["findings"])
    picture, description = unpacked(data["picture"]), str(data["description"])
    return Drawn(picture, description, tuple(data["columns"]), _table(data["table"]), findings)


def _table(data: Mapping[str, Any] | None) -> CrossTable | None:
    if data is None:
        return None
    rows = tuple((name, tuple(cells)) for name, cells in data["rows"])
    return CrossTable(**{**data, "heads": tuple(data["heads"]), "rows": rows})
