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
