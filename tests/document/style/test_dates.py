"""Dates of a paper, and those that are typed in its text."""

from __future__ import annotations

from dataclasses import replace

import pytest

from reportgen.dates import PartialDate
from reportgen.document import read
from reportgen.language import words_for
from reportgen.problems import Place
from tests.document.making import draft, paper


def typed(text: str, **meta: str) -> list[tuple[str, str]]:
    """What is quoted and what is to be written, of each date in figures."""
    found = [one for one in draft(f"# A\n\n{text}\n", **meta).problems if one.rule == "date-typed"]
    return [(one.message.split("'")[1], one.hint.partition(",")[0].removeprefix("write ")) for one in found]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("On 20/10/2023.", [("20/10/2023", "20 October 2023")]),
        ("On 02/01/2024 it fell.", [("02/01/2024", "2 January 2024 or 1 February 2024")]),
        ("From 1.4.2020 on", [("1.4.2020", "1 April 2020")]),
        ("Since 2023-10-20 (or 31/3/22)", [("2023-10-20", "20 October 2023"), ("31/3/22", "31 March 2022")]),
        ("On 05/05/2024", [("05/05/2024", "5 May 2024")]),
        ("In 2023/24, 2019-20, section 1.4.2, 3/4 of it, `2023-10-20` and “on 20/10/2023”.", []),
        ("::: timeline\n2022-09-05\n: It begins.\n\n2024-06-18\n: It ends.\n:::", []),
        ("Of 40/50/2023 and 2014/65/EU.", []),
    ],
)
def test_dates_in_figures_are_told(text: str, told: list[tuple[str, str]]) -> None:
    assert typed(text) == told


def test_dates_in_figures_in_french() -> None:
    assert typed("Le 20/10/2023.", language="fr") == [("20/10/2023", "20 octobre 2023")]


def test_facts_later_than_a_paper_that_was_never_updated() -> None:
    places = {"facts_as_of": Place("briefing.yaml", 3, 14)}
    made = replace(paper("# A\n\nDry.\n", published=PartialDate(2022, 1, 1)), places=places)
    (found,) = [one for one in read(made, words_for("en-GB")).problems if one.rule == "date-odd"]
    assert found.hint.startswith("mend facts_as_of:, or published:")
