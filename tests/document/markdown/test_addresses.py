"""Addresses that stand bare: linked, and printed as typed."""

from __future__ import annotations

import pytest

from tests.document.making import faults, one


@pytest.mark.parametrize(
    "text, expected",
    [
        (
            "See https://a.example/x_y_z?q=1%202.",
            "See <https://a.example/x_y_z?q=1%202|https://a.example/x_y_z?q=1%202>.",
        ),
        ("(https://a.example/b_(c))", "(<https://a.example/b_(c)|https://a.example/b_(c)>)"),
        ("<https://a.example/x%20y>", "<https://a.example/x%20y|https://a.example/x%20y>"),
        ("at www.a.example/b, say", "at <www.a.example/b|https://www.a.example/b>, say"),
        ("*https://a.example/a--b*", "_<https://a.example/a--b|https://a.example/a--b>_"),
    ],
)
def test_an_address_is_linked_and_printed_as_typed(text: str, expected: str) -> None:
    assert one(text) == expected


def test_in_running_text_it_is_told_and_in_notes_it_is_not() -> None:
    assert faults("See https://a.example.") == [
        "text/t1.md:1:5: warning: a bare address stands in the text: https://a.example [link-text]"
    ]
    assert not faults("A[^1] b.^[See https://b.example.]\n\n[^1]: https://a.example and <https://c.example>\n")
