"""What stands round a chart: titles that are sentences, subtitles, sources."""

from __future__ import annotations

import pytest

from reportgen.document.fences.chart_rules import is_title_case
from tests.document.making import draft

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
