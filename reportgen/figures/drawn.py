"""A chart planned and drawn, and how it is kept as JSON."""

from __future__ import annotations

import base64
import zlib
from collections.abc import Mapping
from dataclasses import asdict, dataclass, fields
from typing import Any

from reportgen.figures.contract import CrossTable
from reportgen.figures.inspection.finding import Finding
from reportgen.figures.picture import Alpha, Code, Label, Operation, Picture, Raster


@dataclass(frozen=True, slots=True)
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


@dataclass(frozen=True, slots=True)
class Drawn:
    """A chart's picture, and the plan of it, which has the picture's size even where its kind drew another one."""

    plan: Plan
    picture: Picture
    findings: tuple[Finding, ...] = ()
    """What a reader would stumble over."""


_OPERATIONS: Mapping[str, Any] = {kind.__name__: kind for kind in (Code, Alpha, Label, Raster)}


def to_json(drawn: Drawn) -> dict[str, Any]:
    """Plain data; `from_json` gives an equal Drawn back."""
    return {
        "plan": plan_to_json(drawn.plan),
        "operations": [_packed(operation) for operation in drawn.picture.operations],
        "findings": [asdict(finding) for finding in drawn.findings],
    }


def from_json(data: Mapping[str, Any]) -> Drawn:
    """The Drawn that `to_json` wrote; KeyError, TypeError, ValueError or zlib.error for anything else."""
    plan = plan_from_json(data["plan"])
    operations = tuple(_unpacked(*row) for row in data["operations"])
    findings = tuple(Finding(**finding) for finding in data["findings"])
    return Drawn(plan, Picture(plan.width, plan.height, operations), findings)


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


def _packed(operation: Operation) -> list[Any]:
    values = [getattr(operation, field.name) for field in fields(operation)]
    if isinstance(operation, Raster):
        values[-1] = base64.b85encode(zlib.compress(operation.pixels)).decode("ascii")
    return [type(operation).__name__, *values]


def _unpacked(name: str, *values: Any) -> Operation:
    if name == "Raster":
        width, height, pixels = values
        return Raster(width, height, zlib.decompress(base64.b85decode(pixels)))
    operation: Operation = _OPERATIONS[name](*(tuple(value) if isinstance(value, list) else value for value in values))
    return operation
