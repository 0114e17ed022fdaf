"""Matrices and boxes: what one does, and that two in a row are one."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportgen.geometry import IDENTITY, Box, Matrix, cubic

parts = st.floats(-50, 50).map(lambda part: round(part, 2))
matrices = st.builds(Matrix, *[parts] * 6)
points = st.tuples(parts, parts)


@given(matrices, matrices, points)
def test_two_matrices_in_a_row_are_one(one: Matrix, other: Matrix, point: tuple[float, float]) -> None:
    assert (one @ other)(point) == pytest.approx(one(other(point)), abs=1e-6)
    assert IDENTITY @ one == one @ IDENTITY == one


@given(matrices.filter(lambda matrix: matrix.scale > 0.5), points)
def test_the_inverse_leads_back(matrix: Matrix, point: tuple[float, float]) -> None:
    assert matrix.inverse(matrix(point)) == pytest.approx(point, abs=1e-6)


def test_what_has_no_area_has_no_inverse() -> None:
    with pytest.raises(ZeroDivisionError):
        _ = Matrix(1, 0, 0, 0).inverse


def test_turning_is_anticlockwise_and_moves_the_origin() -> None:
    quarter = Matrix.turning(90, (5, 7))
    assert quarter((2, 0)) == pytest.approx((5, 9))
    assert quarter.angle == pytest.approx(90)
    assert quarter.even and not quarter.mirrored


@pytest.mark.parametrize(
    ("matrix", "even", "mirrored", "scale"),
    [
        (Matrix(3, 0, 0, 3), True, False, 3),
        (Matrix(3, 0, 0, -3), True, True, 3),
        (Matrix(2, 0, 0, 8), False, False, 4),
        (Matrix(1, 0, 1, 1), False, False, 1),
    ],
)
def test_what_a_matrix_does_to_circles_and_text(matrix: Matrix, even: bool, mirrored: bool, scale: float) -> None:
    assert (matrix.even, matrix.mirrored, matrix.scale) == (even, mirrored, scale)


BOX = Box(10, 20, 30, 60)


def test_a_box_has_sides_corners_and_a_middle() -> None:
    assert (BOX.width, BOX.height, BOX.middle) == (20, 40, (20, 40))
    assert Box.around(BOX.corners) == BOX
    assert BOX.through(Matrix.turning(180)) == pytest.approx((-30, -60, -10, -20))
    assert Box.around_all([]) is None
    assert Box.around_all([BOX, Box(0, 50, 5, 90)]) == Box(0, 20, 30, 90)


@pytest.mark.parametrize(
    ("other", "part", "apart", "share"),
    [
        (Box(20, 30, 50, 90), Box(20, 30, 30, 60), 0, 300 / 800),
        (Box(12, 22, 14, 24), Box(12, 22, 14, 24), 0, 1),
        (Box(30, 20, 40, 60), Box(30, 20, 30, 60), 0, 0),
        (Box(33, 64, 40, 70), None, 5, 0),
        (Box(0, 0, 7, 60), None, 3, 0),
    ],
)
def test_two_boxes(other: Box, part: Box | None, apart: float, share: float) -> None:
    for one, two in ((BOX, other), (other, BOX)):
        assert (one.part_in(two), one.distance(two), one.overlap(two)) == (part, apart, share)
        assert one.meets(two) == (share > 0)
        assert one.meets(two, 6)


def test_a_box_holds_what_lies_within_it() -> None:
    assert BOX.holds(BOX) and BOX.holds(Box(9.5, 20, 30, 60.5), 0.5) and not BOX.holds(Box(9, 20, 30, 60), 0.5)
    assert BOX.has((10, 60)) and not BOX.has((9.9, 60)) and not BOX.has((float("nan"), 30))


def test_a_curve_with_one_handle_goes_through_the_same_middle() -> None:
    start, (one, other, end) = (0.0, 0.0), cubic((0.0, 0.0), (6.0, 12.0), (12.0, 0.0))
    middle = [(a + 3 * b + 3 * c + d) / 8 for a, b, c, d in zip(start, one, other, end, strict=True)]
    assert middle == pytest.approx([6, 6])
