"""Fills and lines are seen on paper and told from their neighbours, in colour and in grey (WCAG 2.2, 1.4.1, 1.4.11)."""

from __future__ import annotations

from itertools import combinations, pairwise

import pytest

from charts.lines import MARKS
from reportgen.colours import lab, ratio
from reportgen.figures.kit.colouring import DASHES, PartFill, category_fills, degree_fills, fills, quiet, strong_colours
from reportgen.house import House

HOUSE = House()
PAPER = HOUSE.colours.paper


def seen(fill: PartFill) -> bool:
    """Whether a fill or its outline reaches 3:1 on paper."""
    return ratio(fill.colour, PAPER) >= 3 or (fill.edge != "none" and ratio(fill.edge, PAPER) >= 3)


@pytest.mark.parametrize("count", range(1, 7))
def test_parts_are_seen_and_told_apart(count: int) -> None:
    given = fills(HOUSE, count)
    assert all(seen(fill) for fill in given)
    for one, other in pairwise(given):
        assert ratio(one.colour, other.colour) >= 3
    for one, other in combinations(given, 2):
        assert ratio(one.colour, other.colour) >= 3 or one.hatch != other.hatch


def test_a_hatch_is_seen_on_its_fill() -> None:
    assert all(ratio(fill.strokes, fill.colour) >= 3 for fill in fills(HOUSE, 6) if fill.hatch)


@pytest.mark.parametrize("count", range(2, 7))
def test_degrees_go_from_dark_to_light_in_steps_that_are_plainly_seen(count: int) -> None:
    steps = [lab(fill.colour)[0] for fill in degree_fills(count, HOUSE)]
    assert all(light - dark > 10 for dark, light in pairwise(steps))


@pytest.mark.parametrize("count", range(1, 7))
@pytest.mark.parametrize("ordered", [False, True])
def test_cells_of_a_grid_are_seen(count: int, ordered: bool) -> None:
    assert all(seen(fill) for fill in category_fills(count, HOUSE, ordered=ordered))


def test_lines_can_set_text_and_differ_without_colour() -> None:
    assert all(ratio(colour, PAPER) >= 4.5 for colour in strong_colours(HOUSE, 4))
    assert len(set(map(str, DASHES))) == len(DASHES)
    assert len({mark for mark, _ in MARKS}) == len(MARKS) == len(DASHES)


def test_what_is_not_highlighted_is_still_seen() -> None:
    assert 3 <= ratio(quiet(HOUSE), PAPER) < ratio(HOUSE.colours.accent, PAPER)
