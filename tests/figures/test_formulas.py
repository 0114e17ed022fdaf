"""Formulas as outlines, in thousandths of the type size."""

from __future__ import annotations

import pytest

from reportgen.figures.formulas import FormulaError, drawn


def test_a_formula_lies_within_its_measures() -> None:
    shape = drawn(r"x^2 + \frac{a}{b}")
    box = shape.outline.box
    assert box.left > -20 and box.right < shape.width + 60
    assert abs(box.top - shape.height) < 30 and abs(box.bottom + shape.depth) < 30
    assert set(shape.outline.verbs) <= set("MLCZ")


def test_limits_stand_beside_in_a_line_and_above_by_itself() -> None:
    inline, displayed = drawn(r"\sum_{i=1}^n x_i"), drawn(r"\sum_{i=1}^n x_i", displayed=True)
    assert inline.height + inline.depth < displayed.height + displayed.depth


def test_commands_that_say_the_same_in_a_line() -> None:
    assert drawn(r"\dfrac{a}{b}").outline == drawn(r"\frac{a}{b}").outline


def tall(tex: str) -> float:
    shape = drawn(tex, displayed=True)
    return shape.height + shape.depth


def test_fractions_that_are_displayed_are_as_large_as_the_rest() -> None:
    assert tall(r"\frac{a}{b}") == tall(r"\dfrac{a}{b}") > 1.2 * tall(r"\tfrac{a}{b}")
    assert tall(r"\sqrt{\frac{a}{b}}") > 1.2 * tall(r"\sqrt{\tfrac{a}{b}}")


@pytest.mark.parametrize("tex", [r"x^{%s{a}{b}}", r"x_ {%s{a}{b}}", r"\frac{%s{a}{b}}{c}", r"\frac{c}{%s{a}{b}}"])
def test_fractions_in_exponents_and_in_fractions_stay_small(tex: str) -> None:
    assert tall(tex % r"\frac") == tall(tex % r"\tfrac")


@pytest.mark.parametrize(
    "tex, said", [(r"\foo x", r"\foo is not known"), (r"\frac{a", "look for a brace"), ("a^b^c", "a form that is not")]
)
def test_what_cannot_be_set(tex: str, said: str) -> None:
    with pytest.raises(FormulaError, match=said.replace("\\", "\\\\")):
        drawn(tex)


@pytest.mark.parametrize(
    "short, whole", [(r"\frac34", r"\frac{3}{4}"), (r"\tfrac 1n", r"\tfrac{1}{n}"), (r"2\dfrac9 8", r"2\dfrac{9}{8}")]
)
def test_fractions_of_two_signs_need_no_braces(short: str, whole: str) -> None:
    assert drawn(short) == drawn(whole)
