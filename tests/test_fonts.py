"""Which font sets which character."""

from __future__ import annotations

import pytest

from reportgen.fonts import Chain, Style
from reportgen.house import Fonts

ITALIC = Style(italic=True)


def _runs(text: str, style: Style) -> list[tuple[str, bool, str]]:
    return [(file.name, file.slanted, run) for file, run in Chain(Fonts()).runs(text, style)]


def test_one_font_sets_what_it_can() -> None:
    assert _runs("čćžšđ Љиљана Ελλάδα", Style()) == [("source-sans-regular", False, "čćžšđ Љиљана Ελλάδα")]


def test_an_italic_without_a_character_leans_the_upright() -> None:
    assert _runs("to Љиљана", ITALIC) == [
        ("source-sans-italic", False, "to "),
        ("source-sans-regular", True, "Љиљана"),
    ]


def test_the_next_family_has_what_the_first_lacks() -> None:
    assert _runs("a ● b", Style()) == [
        ("source-sans-regular", False, "a "),
        ("dejavu-sans-regular", False, "● "),
        ("source-sans-regular", False, "b"),
    ]


def test_a_no_break_hyphen_takes_the_hyphen_of_its_font() -> None:
    assert _runs("ES\u201111", Style()) == [("source-sans-regular", False, "ES\u201111")]


def test_files_are_looked_for_once_for_each_style(monkeypatch: pytest.MonkeyPatch) -> None:
    chain = Chain(Fonts())
    first = list(chain.runs("to Љиљана", ITALIC))
    monkeypatch.setattr(Chain, "files", None)
    assert list(chain.runs("to Љиљана", ITALIC)) == first


def test_missing_characters_are_told_once_each() -> None:
    assert Chain(Fonts()).missing("漢字 and 漢 ● \u00ad") == "漢字"


def test_scripts_that_run_leftwards_are_told() -> None:
    assert Chain(Fonts()).missing("a שלום b") == "שלום"
