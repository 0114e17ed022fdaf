"""What is plainly a value, whatever signs of notes stand behind it."""

from __future__ import annotations

import pytest

from reportgen.source.row_values import is_value


@pytest.mark.parametrize("text", ["1*", "1,234 [a] (b)", "5†‡", "3 **", "12%*"])
def test_signs_of_notes_stand_behind_a_value(text: str) -> None:
    assert is_value(text)


def test_a_row_of_signs_is_read_at_once() -> None:
    assert not is_value("1" + "*" * 80 + "x")  # two to the power of eighty ways, once
