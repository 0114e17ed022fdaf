"""Areas on a plane: the projection, what lies together, and where a label has room."""

from __future__ import annotations

import math
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportgen.figures.kit.maps import plane as planes
from reportgen.figures.kit.maps.areas import Area, AreaFile, Point, Ring
from reportgen.figures.kit.maps.plane import Span, patch_of, plane_of

SQUARE: Ring = ((0, 0), (100, 0), (100, 100), (0, 100))


def plane(*rings: Ring, geographic: bool = True) -> tuple[float, float, float | None]:
    areas = tuple(Area({}, (ring,)) for ring in rings)
    found = plane_of(AreaFile(areas, geographic), areas)
    return round(found.width, 6), round(found.height, 6), found.parallel


def degrees(left: float, low: float, right: float, top: float) -> Ring:
    return ((left, low), (right, low), (right, top), (left, top))


def test_degrees_of_longitude_are_as_long_as_on_the_middle_parallel() -> None:
    assert plane(degrees(0, 55, 10, 65)) == (round(10 * math.cos(math.radians(60)), 6), 10, 60)
    assert plane(degrees(0, -5, 10, 5)) == (10, 10, 0)


def test_hexagons_are_not_projected() -> None:
    assert plane(degrees(0, 55, 10, 65), geographic=False) == (10, 10, None)


def test_what_lies_on_both_sides_of_the_180th_meridian_lies_together() -> None:
    assert plane(degrees(177, -1, 180, 1), degrees(-180, -1, -178, 1))[0] == 5
    assert plane(degrees(-10, -1, 0, 1), degrees(5, -1, 20, 1))[0] == 30


def box_is_inside(middle: Point, width: float, height: float) -> bool:
    return all(
        0 <= middle[0] + x <= 100 and 0 <= middle[1] + y <= 100
        for x in (-width / 2, width / 2)
        for y in (-height / 2, height / 2)
    )


@pytest.mark.parametrize(("width", "height"), [(10, 10), (60, 20), (20, 60), (98, 10)])
def test_a_label_stands_in_the_middle_where_it_fits(width: float, height: float) -> None:
    found = patch_of((SQUARE,), 1.0, (0.0, 0.0)).room(width, height)
    assert found is not None
    assert box_is_inside(found, width, height)
    assert math.dist(found, (50, 50)) <= 2


def test_a_label_that_is_too_large_has_no_room() -> None:
    patch = patch_of((SQUARE,), 1.0, (0.0, 0.0))
    assert patch.room(101, 10) is None
    assert patch.room(10, 104) is None


def test_a_label_keeps_out_of_a_hole_and_of_a_bay() -> None:
    hole: Ring = ((30, 30), (70, 30), (70, 70), (30, 70))
    found = patch_of((SQUARE, hole), 1.0, (0.0, 0.0)).room(80, 12)
    assert found is not None
    assert not 24 < found[1] < 76
    bay: Ring = ((0, 0), (100, 0), (100, 30), (10, 30), (10, 70), (100, 70), (100, 100), (0, 100))
    found = patch_of((bay,), 1.0, (0.0, 0.0)).room(50, 12)
    assert found is not None
    assert not 24 < found[1] < 76


def test_an_area_too_small_for_any_label_has_an_anchor_in_its_middle() -> None:
    patch = patch_of((((0.1, 0.1), (0.9, 0.1), (0.9, 0.9), (0.1, 0.9)),), 1.0, (0.0, 0.0))
    assert patch.room(1, 1) is None
    assert patch.anchor == (0.5, 0.5)
    assert 0.5 < patch.extent < 1.0


def test_borders_are_thinned_alike_on_both_sides() -> None:
    border = [(50 + 0.01 * (step % 3), step / 20) for step in range(2001)]
    left = patch_of((((0, 0), *border, (0, 100)),), 1.0, (0.0, 0.0)).rings[0]
    right = patch_of((((100, 100), *border[::-1], (100, 0)),), 1.0, (0.0, 0.0)).rings[0]
    assert len(left) < 600
    inner = {point for point in left if 40 < point[0] < 60}
    assert inner == {point for point in right if 40 < point[0] < 60}


def crosses(ring: Ring, middle: Point, width: float, height: float) -> bool:
    """Whether the border runs through a box: looked at point by point along it."""
    steps = [
        (x + (x2 - x) * at / 400, y + (y2 - y) * at / 400)
        for (x, y), (x2, y2) in pairwise([ring[-1], *ring])
        for at in range(400)
    ]
    return any(abs(x - middle[0]) < width / 2 - 0.01 and abs(y - middle[1]) < height / 2 - 0.01 for x, y in steps)


@pytest.mark.parametrize("at", [40.3, 49.1, 50.9, 61.7])
@pytest.mark.parametrize("wide", [0.4, 1.2, 5.0])
def test_a_label_keeps_off_an_inlet_however_narrow(at: float, wide: float) -> None:
    inlet: Ring = ((0, 0), (100, 0), (100, at), (20, at + wide / 2), (100, at + wide), (100, 100), (0, 100))
    upright: Ring = tuple((y, x) for x, y in inlet)
    for ring, size in ((inlet, (60.0, 14.0)), (upright, (30.0, 60.0))):
        found = patch_of((ring,), 1.0, (0.0, 0.0)).room(*size)
        assert found is not None
        assert not crosses(ring, found, *size)


@pytest.mark.parametrize(
    "ring",
    [
        ((0, 0), (100, 0), (100, 60), (60, 60), (60, 20), (40, 20), (40, 100), (0, 100)),  # a U
        ((0, 0), (100, 0), (100, 30), (30, 30), (30, 100), (0, 100)),  # an L
        ((0, 0), (50, 30), (100, 0), (70, 50), (100, 100), (50, 70), (0, 100), (30, 50)),  # a star
        ((0, 40), (60, 48), (60, 10), (100, 10), (100, 90), (60, 90), (60, 52), (0, 60)),  # a pan with its handle
    ],
)
def test_a_label_stands_whole_in_a_hollow_shape(ring: Ring) -> None:
    for size in ((24.0, 10.0), (12.0, 24.0), (8.0, 6.0)):
        found = patch_of((ring,), 1.0, (0.0, 0.0)).room(*size)
        assert found is not None
        assert not crosses(ring, found, *size)


def test_a_label_stands_in_the_widest_part() -> None:
    pan: Ring = ((0, 42), (60, 42), (60, 10), (100, 10), (100, 90), (60, 90), (60, 58), (0, 58))
    found = patch_of((pan,), 1.0, (0.0, 0.0)).room(12, 8)
    assert found is not None
    assert found[0] > 60, "not in the handle, where the middle of the surface may lie"


# --- spans -----------------------------------------------------------------------------------------------------------
CUTS = st.lists(st.integers(0, 30), max_size=16).map(sorted)


def beside(cuts: list[int]) -> list[Span]:
    """Spans in their order, beside each other; some may touch, or have no length."""
    return list(zip(map(float, cuts[::2]), map(float, cuts[1::2]), strict=False))


def halves(spans: list[Span] | tuple[Span, ...]) -> set[int]:
    """The halves of whole numbers that lie inside."""
    return {at for at in range(60) for low, high in spans if low < at / 2 + 0.25 < high}


@given(CUTS, CUTS)
def test_what_lies_in_both_lines_lies_in_each(ones: list[int], others: list[int]) -> None:
    one, other = beside(ones), beside(others)
    assert halves(planes._both(one, other)) == halves(one) & halves(other)


@given(CUTS, st.lists(st.tuples(st.integers(0, 30), st.integers(0, 9)), max_size=9))
def test_what_is_taken_away_is_gone(spans: list[int], taken: list[tuple[int, int]]) -> None:
    one, other = beside(spans), [(float(at), float(at + long)) for at, long in taken]
    left = planes._without(one, other)
    assert halves(left) == halves(one) - halves(other)
    assert not any(low < at < high for low, high in left for at, _ in other), "a border is no part, however thin"


class Counted(list[Span]):
    """Spans that count how often one is asked for."""

    asked = 0

    def __getitem__(self, at: int) -> Span:  # type: ignore[override]
        self.asked += 1
        return super().__getitem__(at)


def test_lines_of_many_spans_are_walked_once() -> None:
    many = [(float(at), at + 0.5) for at in range(10_000)]
    others = Counted((at + 0.25, at + 0.75) for at in range(10_000))
    assert len(planes._both(many, others)) == 10_000
    assert others.asked < 10 * len(others)
