from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

import pytest

from reportgen.document.templates.rendering import Templates
from reportgen.language import words_for
from reportgen.problems import Place
from reportgen.source.model import Cell, Fact
from tests.document.rendering import WORDS, render
from tests.document.sample import briefing


def _fact(name: str, value: str, unit: str = "") -> Fact:
    return Fact(name, Cell(Decimal(value), value, Place("facts.yaml", 1)), "number", unit, place=Place("facts.yaml", 1))


def _told(text: str, language: str = "en-GB") -> list[str]:
    facts = [
        _fact("pupils", "1585260"),
        _fact("counted", "1585260", "pupils"),
        _fact("paid", "2023640", "£"),
        _fact("share", "0.123"),
        _fact("part", "100"),
        _fact("all", "300"),
        _fact("gdp", "2274000", "£ million"),
        _fact("thousands", "8100"),
    ]
    paper = replace(briefing(), facts={fact.name: fact for fact in facts})
    words = WORDS if language == "en-GB" else words_for(language)
    return [f"{one.message} -> {one.hint}" for one in render(text, templates=Templates(paper, words)).problems]


@pytest.mark.parametrize(
    ("text", "shown", "hint"),
    [
        ("{{ (facts.part / facts.all) | percent }}", "0.33%", "write {{ (facts.part / facts.all * 100) | percent }}"),
        (
            "{{ (facts.all / facts.part - 1) | percent(1) }} more",
            "2.0%",
            "write {{ ((facts.all / facts.part - 1) * 100) | percent(1) }}",
        ),
        (
            "**{{ facts.part / facts.all }}** per cent",
            "0.33 per cent",
            "{{ (facts.part / facts.all * 100) | number }}",
        ),
        ("{{ (1 - facts.part / facts.all) | unit('%') }}", "0.67%", ""),
        ("{{ facts.share | percent }}", "0.123%", "write {{ (facts.share * 100) | percent }}"),
        ("{{ facts.pupils }} million", "1,585,260 million", "write {{ (facts.pupils / 1000000) | round(2) }}; "),
        ("{{ facts.counted }} million", "1,585,260 pupils million", ""),
        ("£{{ facts.paid }}m", "£2,023,640m", "write {{ (facts.paid / 1000000) | round(2) }}; "),
        ("{{ facts.pupils | unit('million') }}", "1,585,260 million", ""),
        (
            "{{ facts.pupils | number }} thousand",
            "1,585,260 thousand",
            "{{ (facts.pupils / 1000) | round(2) }}; ",
        ),
    ],
)
def test_a_number_in_the_wrong_size_is_told(text: str, shown: str, hint: str) -> None:
    told = [one for one in _told(text) if "single ones" in one or "too small" in one]
    assert len(told) == 1
    assert told[0].startswith(f"'{shown}' ")
    assert hint in told[0]


@pytest.mark.parametrize(
    "text",
    [
        "{{ (facts.part / facts.all * 100) | percent }} of them",
        "{{ (facts.part * 100 / facts.all) | percent }}",
        "{{ ((facts.all / facts.part - 1) * 100) | round(1) }}%",
        "{{ facts.part / facts.all }} of them, 5% in all",
        "{{ (facts.pupils / 1000000) | round(2) }} million",
        "{{ facts.gdp }} in 2023",
        "{{ facts.thousands }} thousand",
        "{{ facts.pupils }} m of road",
        "{{ facts.part }}%",
    ],
)
def test_a_number_in_the_right_size_is_not(text: str) -> None:
    assert _told(text) == []


def test_other_languages_have_words_of_their_own() -> None:
    assert "millions" in _told("{{ facts.pupils }} millions", "fr")[0]
