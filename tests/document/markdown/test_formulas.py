"""What is mathematics and what is money."""

from __future__ import annotations

import pytest

from reportgen.problems import ReportError
from tests.document.making import draft, dumped, faults, one


@pytest.mark.parametrize(
    "text",
    [
        "It costs $20 and $30.",
        "From $5 to $6 or US$5 (A$6).",
        "It is $ 5 $ and 5$ and $x $.",
        r"\$x\$ stays, and `$x$` too.",
        "Between $2 and 3 million$ a year.",
        "$20,000 and $30,000",
    ],
)
def test_money_stays(text: str) -> None:
    assert one(text).replace("`", "") == text.replace("\\", "").replace("`", "")


@pytest.mark.parametrize(
    "text, expected",
    [
        ("So $x^2$, and", "So $x^2$, and"),
        ("$2x + 3$", "$2x + 3$"),
        ("($a$)", "($a$)"),
        ("$$z$$ in a line", "$z$ in a line"),
    ],
)
def test_formulas_in_a_line(text: str, expected: str) -> None:
    assert one(text) == expected


def test_nothing_in_a_formula_is_markup() -> None:
    assert one(r"$a_i * b_i * c_{-1}$") == r"$a_i * b_i * c_{-1}$"


@pytest.mark.parametrize("text", ["$$\ny = a + b\n$$\n", "$$ y = a + b $$\n", "Words:\n$$ y = a + b $$\n"])
def test_formulas_that_stand_by_themselves(text: str) -> None:
    assert "  equation y = a + b" in dumped(text).splitlines()


def test_a_number_of_a_formula_is_left_out_and_told() -> None:
    assert faults("$$ y = a $$ {#eq-a}\n") == [
        "text/t1.md:1:13: warning: formulas have no numbers here: {#eq-a} is left out [markup-plain]"
    ]


def test_what_cannot_be_set_is_told_with_its_place() -> None:
    assert faults("a\nb $\\frac{a$ c\n")[0].startswith("text/t1.md:2:3: error: this formula can't be set: ")
    assert faults("$$ \\foo $$\n") == [r"text/t1.md:1:1: error: this formula can't be set: \foo is not known [formula]"]


def test_several_lines_of_a_formula_are_told_how_to_stand() -> None:
    with pytest.raises(ReportError) as caught:
        draft("$$\n\\begin{aligned}\na &= b \\\\\nc &= d\n\\end{aligned}\n$$\n")
    assert [one.hint for one in caught.value.problems] == [
        "write a formula for each of its lines, each between $$ and $$"
    ]


@pytest.mark.parametrize(
    "text, expected",
    [
        ("SO$_4$ and kWh/m$^{2}$ on the 21$^{st}$", "SO~4 and kWh/m^2 on the 21^st"),
        (r"a 4$\times$6 grid, 2$\pm$1", r"a 4$\times$6 grid, 2$\pm$1"),
        (r"18$^\circ$C, 3$\times$ as much, 40$\%$", r"18°C, 3$\times$ as much, 40$\%$"),
        ("x$_{i,j}$ and n$=$12? n$=$ twelve", "x$_{i,j}$ and n$=$12? n$=$ twelve"),
        ("NZ$7 a tonne of N$_2$O, US$8_000", "NZ$7 a tonne of N~2O, US$8_000"),
        ("HK$9 (C$2) or HK$10", "HK$9 (C$2) or HK$10"),
    ],
)
def test_behind_a_letter_only_mathematics_begins(text: str, expected: str) -> None:
    assert one(text) == expected
