"""Signs of arithmetic as they are typed."""

from __future__ import annotations

import pytest

from reportgen.document.blocks import Paragraph
from reportgen.document.inlines import plain
from tests.document.making import draft, dumped, one


@pytest.mark.parametrize(
    ("typed", "printed"),
    [
        ("2*3*4", "2×3×4"),
        ("a 2 * 3 * 4 = 24", "a 2 × 3 × 4 = 24"),
        ("a*b*c and 5*x*2", "a×b×c and 5×x×2"),
        ("3*(4+5)*2", "3×(4+5)×2"),
        ("**2*3** and *2*3 m*", "*2×3* and _2×3 m_"),
        ("section 4*A* and un*ravel*led", "section 4_A_ and un_ravel_led"),
        ("2* and 3* stars, note*", "2* and 3* stars, note*"),
        ("* 3", "-"),
        (r"2\*3\*4", "2*3*4"),
        ("`2*3*4`", "`2*3*4`"),
        ("10^6 and 10^-3 of m^2", "10^6 and 10^-3 of m^2"),
        ("x^2+y^2=z^2", "x^2+y^2=z^2"),
        ("x^2^ and e^2+y^", "x^2 and e^2+y"),
        ("CO_2, N_2O and PM_2.5, snake_2_x, file_2", "CO~2, N~2O and PM~2.5, snake_2_x, file_2"),
    ],
)
def test_what_is_meant_is_printed(typed: str, printed: str) -> None:
    assert dumped(typed).splitlines()[1].strip() == printed


def test_a_power_is_raised_and_a_substances_number_lowered() -> None:
    block = draft("10^6 of CO_2 and 2*3*4").sections[0].blocks[0]
    assert isinstance(block, Paragraph)
    assert [type(one).__name__ for one in block.content] == ["Text", "Superscript", "Text", "Subscript", "Text"]
    assert plain(block.content) == "106 of CO2 and 2×3×4"


@pytest.mark.parametrize(
    ("text", "printed"),
    [("the *n*th", "the _n_th"), ("*a*b x", "_a_b x"), ("H*0*.", "H_0_."), ("*p*-value", "_p_-value")],
)
def test_a_letter_in_italics_is_no_factor(text: str, printed: str) -> None:
    assert one(f"# A\n\n{text}") == printed
