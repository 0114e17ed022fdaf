"""Straight marks that are apostrophes, and those that are quotation marks."""

from __future__ import annotations

import pytest

from tests.document.making import one


@pytest.mark.parametrize(
    "text, expected",
    [
        ("in the '90s and '80s", "in the ’90s and ’80s"),
        ("the winter of '47", "the winter of ’47"),
        ("O'Neill's and l'eau", "O’Neill’s and l’eau"),
        ("'Tis so, 'twas", "’Tis so, ’twas"),
        ("rock 'n' roll", "rock ’n’ roll"),
        ("\"it's 'fine' in the '90s\"", "“it’s ‘fine’ in the ’90s”"),
        ("'20 boats' they said", "‘20 boats’ they said"),
    ],
)
def test_apostrophes(text: str, expected: str) -> None:
    assert one(text) == expected


def test_a_space_behind_a_backslash_holds_its_words_together() -> None:
    from tests.document.making import draft

    made = draft(r"See p.\ 5 and 100%\ of C:\ drive \ alone" + "\n")
    text = made.sections[0].blocks[0].content[0].text  # type: ignore[union-attr]
    assert text == "See p.\u00a05 and 100%\u00a0of C:\\ drive \\ alone"


def test_a_typed_negative_number_has_a_minus() -> None:
    from tests.document.making import one

    text = "It fell by -3.11 (-0.5%), to -£5; r=-0.3, 10-15, 5 -10, A-1, 2024-03-31, covid-19, x -y"
    minus = "It fell by −3.11 (−0.5%), to −£5; r=−0.3, 10-15, 5 -10, A-1, 2024-03-31, covid-19, x -y"
    assert one(text) == minus
