"""What other tools call a key: an answer for each, and none for a key that there is."""

from __future__ import annotations

import re

import pytest

from reportgen.source.fields import keys_of
from reportgen.source.habits import HEAD_HABITS
from reportgen.source.meta import Meta


def test_no_key_of_ours_is_called_a_habit() -> None:
    assert keys_of(Meta).keys().isdisjoint(HEAD_HABITS)


@pytest.mark.parametrize("hint", sorted(set(HEAD_HABITS.values())))
def test_a_key_that_a_hint_says_to_write_is_one(hint: str) -> None:
    written = re.match(r"(?:write|.*, or write) (\w+):", hint)
    assert hint.startswith("leave it out") or "house.yaml" in hint or "background" in hint or written
    if written and "house.yaml" not in hint and written[1] != "background":
        assert written[1] in keys_of(Meta)
