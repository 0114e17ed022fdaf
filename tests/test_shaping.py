"""Where accents stand that are no part of a composed character."""

from __future__ import annotations

import pytest

from reportgen.fonts import Chain, Style
from reportgen.fonts.shaping import has_marks, shaped
from reportgen.house import Fonts

PATH = Chain(Fonts()).files(Style())[0].path


def shifts(word: str) -> tuple[tuple[float, float], ...]:
    (one,) = shaped(PATH, word)
    return one.shifts


@pytest.mark.parametrize("word", ["x\u0301", "q\u0308", "\u1ecc\u0300", "\u1eb8\u0300"])
def test_an_accent_stands_over_the_middle_of_its_letter(word: str) -> None:
    (one,) = shaped(PATH, word)
    letter, (right, _) = one.kerned[0], one.shifts[1]
    assert one.kerned[1] == 0 and one.shifts[0] == (0, 0)
    assert -0.65 * letter < right < -0.35 * letter


def test_over_a_capital_it_stands_higher_and_below_a_letter_it_stays_below() -> None:
    assert shifts("\u1ecc\u0300")[1][1] > 50
    assert shifts("x\u0301")[1][1] == 0
    assert shifts("a\u0331")[1][1] <= 0


def test_words_without_such_accents_have_no_shifts() -> None:
    assert not has_marks("Oṣun é") and has_marks("x\u0301")
    assert shifts("Oṣun") == () == shifts("Oban")
