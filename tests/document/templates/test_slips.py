"""A decimal comma in a template and a hyphen in a name: told as what they are, whatever Jinja makes of them."""

from __future__ import annotations

import pytest

from tests.document.rendering import render, shown


def _told(text: str) -> list[str]:
    return [f"{one.message} -> {one.hint}" for one in render(text).problems]


_LIST = "; for a list of two, put a space behind the comma"


@pytest.mark.parametrize(
    ("text", "number", "hint"),
    [
        ("{{ rivers.Elbe.length * 2,5 }} km", "2,5", "write 2.5"),
        ("{{ 12,75 }}", "12,75", "write 12.75"),
        ("{{ (rivers.Elbe.length * 0,5) | round }}", "0,5", "write 0.5"),
        ("{% if rivers.Elbe.fall > 3,5 %}steep{% endif %}", "3,5", "write 3.5"),
        ("{% set rate = 1,2 %}x", "1,2", "write 1.2"),
        ("{{ 1,250 * 2 }}", "1,250", "write 1.250, or 1250 for thousands"),
    ],
)
def test_a_comma_between_digits_is_an_error(text: str, number: str, hint: str) -> None:
    assert _told(text) == [f"in a template {number} is no number but a list of two -> {hint}{_LIST}"]


@pytest.mark.parametrize("text", ["{{ (1, 5) | sum }}", "{{ [1,5] | sum }}", "{% for n in 1,5 %}x{% endfor %}"])
def test_a_list_is_a_list(text: str) -> None:
    assert _told(text) == []


def test_a_name_with_hyphens_is_told_with_what_to_write() -> None:
    (told,) = _told("The {{ rivers.North-Esk.length }} flows.")
    assert told == (
        "'North-Esk' is no name in a template: its hyphen is read as minus -> write rivers[\"North-Esk\"].length"
    )
    (told,) = _told("{{ rivers.Val-de-Marne.length * 2 }}")
    assert told.endswith('write rivers["Val-de-Marne"].length')


def test_a_minus_is_a_minus() -> None:
    assert shown("{{ rivers.Rhine.length-rivers.Elbe.length }}") == "⟨139\u00a0km⟩"
    assert shown("{% set x = 3 %}{{ rivers.Rhine.items-x }}") == "⟨−1⟩"
