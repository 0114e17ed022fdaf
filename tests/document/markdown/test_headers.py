"""The keys at the head of a block, with the space before the colon that French has."""

from __future__ import annotations

import pytest

from tests.document.making import dumped, faults


@pytest.mark.parametrize("space", [" ", "\u00a0", "\u202f"])
@pytest.mark.parametrize("after", [" ", "\u00a0"])
def test_a_key_may_have_a_space_before_its_colon(space: str, after: str) -> None:
    plain = "::: table\ntitle: Deep rivers\ndata: rivers\nnote: Two are left out\n:::\n"
    spaced = plain.replace("note: ", f"note{space}:{after}").replace("title: ", f"title{space}:{after}")
    assert dumped(spaced) == dumped(plain)
    assert "Two are left out" in dumped(spaced)
    assert faults(spaced) == faults(plain) == []


def test_a_box_whose_text_has_such_a_colon_is_a_box() -> None:
    assert "Exemple : le Rhin" in dumped("::: box\nExemple : le Rhin\n:::\n").replace("\u202f", " ")
