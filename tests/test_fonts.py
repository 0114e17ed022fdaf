"""Which font sets which character."""

from __future__ import annotations

from pathlib import Path

import matplotlib
import pytest

from reportgen.fonts import Chain, Style, Weight, characters
from reportgen.house import Face, Fonts

ITALIC = Style(italic=True)
SOURCE = Fonts(("source-sans",))


def _runs(text: str, style: Style) -> list[tuple[str, bool, str]]:
    return [(file.name, file.slanted, run) for file, run in Chain(Fonts()).runs(text, style)]


def test_one_font_sets_what_it_can() -> None:
    assert _runs("čćžšđ Љиљана Ελλάδα", Style()) == [("source-sans-regular", False, "čćžšđ Љиљана Ελλάδα")]


def test_an_italic_without_a_character_leans_the_upright() -> None:
    assert _runs("to ⵣ", ITALIC) == [("source-sans-italic", False, "to "), ("dejavu-sans-regular", True, "ⵣ")]


@pytest.mark.parametrize("weight", ["regular", "semibold", "bold"])
def test_every_weight_has_a_true_italic_with_all_scripts_of_its_upright(weight: Weight) -> None:
    (upright,), (italic,) = (Chain(SOURCE).files(Style(weight, leaning)) for leaning in (False, True))
    assert upright.path != italic.path
    assert characters(upright.path) == characters(italic.path)


def test_a_style_that_a_family_lacks_is_its_nearest() -> None:
    chain = Chain(Fonts(("own",), {"own": Face("r.ttf", italic="i.ttf", semibold="s.ttf")}))
    styles = [Style("bold"), Style("bold", italic=True), Style("semibold", italic=True)]
    assert [chain.files(style)[0].path for style in styles] == ["s.ttf", "i.ttf", "i.ttf"]


def test_the_next_family_has_what_the_first_lacks() -> None:
    assert _runs("a ✈ b", Style()) == [
        ("source-sans-regular", False, "a "),
        ("dejavu-sans-regular", False, "✈ "),
        ("source-sans-regular", False, "b"),
    ]


def test_a_no_break_hyphen_takes_the_hyphen_of_its_font() -> None:
    path = str(Path(matplotlib.get_data_path(), "fonts", "ttf", "cmr10.ttf"))
    assert ord("\u2011") not in characters(path)
    chain = Chain(Fonts(("own", "source-sans"), {"own": Face(path)}))
    assert [(file.name, run) for file, run in chain.runs("ES\u201111", Style())] == [("own-regular", "ES\u201111")]


def test_files_are_looked_for_once_for_each_style(monkeypatch: pytest.MonkeyPatch) -> None:
    chain = Chain(Fonts())
    first = list(chain.runs("to ⵣ", ITALIC))
    monkeypatch.setattr(Chain, "files", None)
    assert list(chain.runs("to ⵣ", ITALIC)) == first


def test_missing_characters_are_told_once_each() -> None:
    assert Chain(Fonts()).missing("漢字 and 漢 ● \u00ad") == "漢字"


def test_scripts_that_run_leftwards_are_told() -> None:
    assert Chain(Fonts()).missing("a שלום b") == "שלום"
