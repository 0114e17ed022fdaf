"""Mathematics as its author typed it, to a formula that is set as drawn; what can't be set is told."""

from __future__ import annotations

from reportgen.document.inlines import Formula
from reportgen.document.text.desk import Desk
from reportgen.problems import Place


def read_formula(desk: Desk, tex: str, place: Place, *, displayed: bool = False) -> Formula | None:
    """The formula; None, and a problem, where it can't be set."""
    from reportgen.figures.formulas import FormulaError, drawn  # few papers have mathematics

    tex = desk.spelling.words(tex)
    try:
        shape = drawn(tex, displayed=displayed)
    except FormulaError as error:
        hint = "write a formula for each of its lines, each between $$ and $$" if "\\begin" in tex else error.hint
        desk.problem("formula", place, f"this formula can't be set: {error}", hint)
        return None
    house = desk.briefing.house
    if shape.width * house.sizes.base / 1000 > house.page.text_measure:
        desk.problem(
            "formula", place, "this formula is wider than the text", "write it as two, each on a line of its own"
        )
    return Formula(tex, shape.outline, shape.width, shape.height, shape.depth)
