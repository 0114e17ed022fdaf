"""Names of months in the languages that files are written in."""

from __future__ import annotations

import pytest

from reportgen.language.month_words import day_names, may_name_months_or_days, month_names, month_of


@pytest.mark.parametrize(
    ("word", "month"),
    [
        ("février", 2),
        ("Févr.", 2),
        ("fev", 2),
        ("aout", 8),
        ("März", 3),
        ("Okt", 10),
        ("ene.", 1),
        ("gennaio", 1),
        ("dez", 12),
        ("maart", 3),
        ("sept", 9),
        ("juil", 7),
        ("jui", None),  # juin, or juillet
        ("marina", None),
        ("seta", None),
        ("quai", None),
        ("de", None),
    ],
)
def test_a_name_whole_or_short_with_accents_or_without(word: str, month: int | None) -> None:
    assert month_of(word) == month


def test_each_name_begins_as_those_that_are_looked_up() -> None:
    assert may_name_months_or_days((*month_names(), *day_names()))
    assert {name: month_of(name) for name in month_names()} == month_names()
    assert not may_name_months_or_days(["March", "Ships"])
