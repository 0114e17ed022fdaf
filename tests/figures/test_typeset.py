from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportgen.figures.typeset import Ruler
from reportgen.fonts import Chain, Style
from reportgen.house import House
from reportgen.pdf.lettering import Lettering

RULER = Ruler(House())


@pytest.mark.parametrize("text", ["AVATAR To", "Кириллица ✓ Ωμέγα", "3\u2009770\u00a0%", "", "ﬁ fi"])
@pytest.mark.parametrize("italic", [False, True])
def test_text_is_measured_as_the_paper_sets_it(text: str, italic: bool) -> None:
    lettering = Lettering(Chain(House().fonts))
    set_width = lettering.width(text, Style("bold", italic), 9)
    assert RULER.width(text, 9, "bold", italic) == pytest.approx(set_width, abs=0.001)


def test_several_lines_are_as_wide_as_the_widest() -> None:
    assert RULER.width("a\nlonger\nb") == RULER.width("longer")


def test_wrapped_lines_are_few_and_even() -> None:
    assert RULER.wrap("Stabilisation and association agreement", 100) == "Stabilisation and\nassociation agreement"
    assert RULER.wrap("Chapters opened", 500) == "Chapters opened"
    assert RULER.wrap("Unbreakablewordofgreatlength", 10) == "Unbreakablewordofgreatlength"


@given(st.lists(st.text("abcdefghi", min_size=1, max_size=8), min_size=1, max_size=12), st.floats(60, 200))
def test_wrapping_loses_nothing_and_fits(words: list[str], width: float) -> None:
    wrapped = RULER.wrap(" ".join(words), width)
    assert wrapped.split() == words
    assert RULER.width(wrapped) <= width
