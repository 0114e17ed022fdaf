"""Ranks with their letters, and numbers with signs that nobody has explained."""

from __future__ import annotations

import pytest

from reportgen.source.signed_numbers import are_ranks, signed_number


@pytest.mark.parametrize(
    ("texts", "ranks"),
    [
        ("1er 2e 3e", True),
        ("1re 5e 9e", True),
        ("1e 2e 3e 3e", True),
        ("2e 7e 9e", False),  # estimated
        ("12er 13e", False),
        ("1er 2", False),
        ("101e 102e", False),
        ("", False),
    ],
)
def test_letters_of_ordinals_are_no_marks(texts: str, ranks: bool) -> None:
    assert are_ranks(texts.split()) is ranks


@pytest.mark.parametrize(
    ("texts", "sign"),
    [
        (["5.1*", "<0.5", "6.2 (e)", "7.1", "8.2"], "<0.5"),
        (["12 (e)", "13 (r)", "<5", "7"], "<5"),
        (["5.1", "6.2", "7.3 (e)"], ""),  # one sign alone: the column is one of numbers
        (["Leeds", "York*", "<5", "7"], ""),
    ],
)
def test_a_sign_that_nobody_has_explained_is_named(texts: list[str], sign: str) -> None:
    assert signed_number(texts) == sign
