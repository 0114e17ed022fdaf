"""What stands round a chart: titles that are sentences, subtitles, sources."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from typing import Any

import pytest

from reportgen.document import read
from reportgen.document.fences.chart_rules import is_title_case
from reportgen.language import words_for
from reportgen.source.model import Column, Table
from tests.document.making import draft, paper
from tests.document.sample import table

LONG = "Water " * 15 + "flows"


def told(keys: str) -> list[str]:
    text = draft(f"::: chart flow\nkind: lines\ndata: flow\n{keys}\n:::\n")
    return [problem.rule for problem in text.problems if problem.rule.startswith("chart-")]


def test_a_short_sentence_with_subtitle_and_source_is_right() -> None:
    assert told("title: The Elbe carries less\nsubtitle: Flow, 2020 and 2021\nsource: law") == []


@pytest.mark.parametrize(
    ("keys", "rule"),
    [
        (f"title: {LONG}\nsubtitle: Flow\nsource: law", "chart-title"),
        ("title: The Elbe Carries Less Water\nsubtitle: Flow\nsource: law", "chart-title"),
        ("title: The Elbe carries less\nsource: law", "chart-subtitle"),
    ],
)
def test_what_is_missing_or_too_much_is_told(keys: str, rule: str) -> None:
    assert told(keys) == [rule]


UNITS = (
    "::: chart deep\nkind: bars\ndata: waters\ncategory: name\nvalues: depth\n"
    "title: Zill is deep\nsubtitle: {subtitle}\nsource: law\n:::\n"
)


def waters(kind: Any, unit: str, title: str, *values: str) -> Table:
    rows: list[list[Any]] = [[name, Decimal(value)] for name, value in zip("ab", values, strict=True)]
    return table("waters", [Column("name", "Name"), Column("depth", title, kind, unit)], rows, ["name"])


@pytest.mark.parametrize(
    ("column", "subtitle", "told"),
    [
        (("number", "", "Depth", "1.5", "2"), "Depth of the harbours, 2024", True),
        (("number", "", "Depth", "1.5", "2"), "Zill’s harbours, the deepest in Arn", True),
        (("number", "m", "Depth", "1.5", "2"), "Depth of the harbours, 2024", False),
        (("number", "", "Depth (m)", "1.5", "2"), "Depth of the harbours, 2024", False),
        (("number", "", "Depth", "1.5", "2"), "Depth of the harbours, 2024, metres", False),
        (("number", "", "Depth", "1.5", "2"), "Depth of the harbours in m, 2024", False),
        (("number", "", "Prices", "101.5", "99.2"), "Prices of fish, 2015 = 100", False),
        (("number", "", "Price index", "101.5", "99.2"), "Fish, 2024", False),
        (("number", "", "Price", "1.5", "2"), "Price of a fish, £", False),
        (("number", "", "Children", "1.5", "2"), "Children per woman, 2024", False),
        (("number", "", "Ships", "3", "2"), "Ships that called, 2024", False),
        (("integer", "", "Number of ships", "3", "2"), "Harbours, 2024", False),
        (("year", "", "Opened", "1999", "2001"), "Harbours of Arn", False),
    ],
)
def test_a_measured_number_has_a_unit(column: tuple[str, ...], subtitle: str, told: bool) -> None:
    rivers = paper(UNITS.format(subtitle=subtitle))
    made = read(replace(rivers, tables={"waters": waters(*column)}), words_for("en-GB"))
    assert ("chart-unit" in {problem.rule for problem in made.problems}) is told


@pytest.mark.parametrize(
    ("title", "yes"),
    [
        ("Harbours Open More Often", True),
        ("Harbours of the North Sea open more often", False),
        ("Montenegro has opened every chapter", False),
        ("Serbia and North Macedonia", False),
        ("NATO, UNESCO and OSCE members", False),
    ],
)
def test_names_are_no_title_case(title: str, yes: bool) -> None:
    assert is_title_case(title) is yes
