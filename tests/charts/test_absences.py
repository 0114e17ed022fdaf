"""Why a value is missing: the picture, the description and the data behind every kind give one reason.

What the engine's own table of the data says is `tests/document/composing/test_absences`'s.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, fields, replace
from typing import Any

import pytest

from reportgen.figures.contract import ChartData, ChartError
from tests.charts.cases import KINDS, NAMES
from tests.charts.support import ENGLISH, cross_table, described, does, drawn, kind, options_of, words_in

TABLES, AUTHORS = "the clerk was ill", "nobody went there"
GAPS: Sequence[float | None] = (12.0, 9.0, None, 14.0, 31.0, 7.0, 25.0)
"""Few enough that no kind refuses the table."""
SILENT = {"stages", "timeline"}
"""Kinds that draw what there is: an event or a step without a date is no gap."""


@dataclass(frozen=True)
class Told:
    """What a chart says, by who says it."""

    picture: str
    description: str
    table: str

    def reasons(self) -> set[str]:
        return {reason for reason in (TABLES, AUTHORS) if reason in f"{self.picture} {self.description} {self.table}"}


def told(chosen: str, data: ChartData, options: Mapping[str, Any]) -> Told:
    own = options_of(chosen, **options)
    made = cross_table(chosen, data, own, ENGLISH).missing if does(chosen).table else ""
    return Told(" ".join(words_in(drawn(chosen, data, **options))), described(chosen, data, own, ENGLISH), made)


def charts(name: str, given: str) -> list[Told]:
    """The kind's charts of tables of one and of six rows, as far as it draws them; `given` is the author's word."""
    found = []
    for names in ("one", "six"):
        for chosen, data, options in KINDS[name](NAMES[names], GAPS if names == "six" else (None, *GAPS)):
            takes = "missing_text" in {field.name for field in fields(kind(chosen).Options)}
            more = {"missing_text": given} if given and takes else {}
            try:
                found.append(told(chosen, replace(data, missing=TABLES), {**options, **more}))
            except ChartError:
                continue
    return found


@pytest.mark.parametrize("name", KINDS)
@pytest.mark.parametrize("given", ["", AUTHORS])
def test_picture_description_and_data_give_one_reason(name: str, given: str) -> None:
    expected = TABLES if name in SILENT else given or TABLES
    made = charts(name, given)
    assert made and set().union(*(one.reasons() for one in made)) <= {expected}
    assert name in SILENT or any(expected in one.picture for one in made)
