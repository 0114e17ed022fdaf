"""Which sources a paper seems to use, of a library with many more."""

from __future__ import annotations

import pytest

from reportgen.document.reading.briefing import _mentioned


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Seen [@survey, p 4].", {"survey"}),
        ("@{survey} says", {"survey"}),
        ("as @survey-2024 says", {"survey", "survey-2024"}),
        ("@", set()),
        ("survey at survey@example.org", set()),
        ("@@survey", {"survey"}),
        (f"[@{'long' * 60}]", {"long" * 60}),
    ],
)
def test_a_source_is_mentioned_behind_its_sign(text: str, found: set[str]) -> None:
    assert _mentioned(["survey", "survey-2024", "other", "long" * 60], ["no more", text]) == found
