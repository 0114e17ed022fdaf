"""A chart planned and drawn, and how it is kept as JSON."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict
from typing import Any

from reportgen.figures.contract import CrossTable
from reportgen.figures.inspection.finding import Finding
from reportgen.figures.packing import packed, unpacked
from reportgen.figures.picture import Picture
from reportgen.frozen import frozen


@frozen
class Plan:
    """What is known of a chart before it is drawn: its size in points, and what it shows, in words and of its data."""

    width: float
    height: float
    description: str
    """The author's own words, or the kind's."""
    columns: tuple[str, ...] = ()
    """The columns of the data that it draws; none where that is not known."""
    table: CrossTable | None = None
    """Its data in two directions, if its kind puts them so."""


@frozen
class Drawn:
    """A chart's picture, and the plan of it, which has the picture's size even where its kind drew another one."""

    plan: Plan
    picture: Picture
    findings: tuple[Finding, ...] = ()
    """What a reader would stumble over."""


def to_json(drawn: Drawn) -> dict[str, Any]:
    """Plain data; `from_json` gives an equal Drawn back."""
    return {
        "plan": plan_to_json(drawn.plan),
        "picture": packed(drawn.picture),
        "findings": [asdict(finding) for finding in drawn.findings],
    }


def from_json(data: Mapping[str, Any]) -> Drawn:
    """The Drawn that `to_json` wrote; KeyError, TypeError, ValueError or zlib.error for anything else."""
    plan = plan_from_json(data["plan"])
    findings = tuple(Finding(**finding) for finding in data["findings"])
    return Drawn(plan, unpacked(data["picture"]), findings)


def plan_to_json(plan: Plan) -> dict[str, Any]:
    """Plain data; `plan_from_json` gives an equal Plan back."""
    return asdict(plan)


def plan_from_json(data: Mapping[str, Any]) -> Plan:
    """The Plan that `plan_to_json` wrote; KeyError, TypeError or ValueError for anything else."""
    width, height = float(data["width"]), float(data["height"])
    return Plan(width, height, str(data["description"]), tuple(data["columns"]), _table(data["table"]))


def _table(data: Mapping[str, Any] | None) -> CrossTable | None:
    if data is None:
        return None
    rows = tuple((name, tuple(cells)) for name, cells in data["rows"])
    return CrossTable(**{**data, "heads": tuple(data["heads"]), "rows": rows})
