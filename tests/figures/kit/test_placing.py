from __future__ import annotations

from itertools import combinations

from hypothesis import given
from hypothesis import strategies as st

from reportgen.figures.kit.placing import place_names
from reportgen.geometry import Box

FRAME = Box(0, 0, 200, 120)
SIZE = (40.0, 10.0)
spots = st.tuples(st.floats(0, 200), st.floats(0, 120))


def test_a_name_stands_at_the_right_of_its_point_where_it_can() -> None:
    (placed,) = place_names([(50, 60)], [SIZE], 3, FRAME)
    assert placed is not None and placed.leader is None
    assert placed.box == Box(56, 55, 96, 65)


def test_at_the_edge_it_stands_on_the_other_side() -> None:
    (placed,) = place_names([(190, 60)], [SIZE], 3, FRAME)
    assert placed is not None and placed.box.right < 190


def test_points_without_a_name_are_kept_free() -> None:
    named, silent = place_names([(50, 60), (60, 60)], [SIZE, None], 3, FRAME)
    assert silent is None
    assert named is not None and not named.box.meets(Box(57, 57, 63, 63))


def test_in_a_crowd_a_leader_joins_a_name_to_its_point() -> None:
    beside = [(100.0 + across, 60.0 + up) for across in (-20, 20) for up in (-5, 0, 5)]
    name, *_ = place_names([(100, 60), *beside, (100, 68), (100, 52)], [SIZE, *[None] * 8], 1, FRAME)
    assert name is not None and name.leader is not None


def test_a_name_that_fits_nowhere_is_left_out_unless_it_is_needed() -> None:
    crowd = [(float(x), float(y)) for x in range(0, 201, 6) for y in range(0, 121, 6)]
    sizes = [SIZE, *[None] * (len(crowd) - 1)]
    assert place_names(crowd, sizes, 3, FRAME)[0] is None
    assert place_names(crowd, sizes, 3, FRAME, needed=True)[0] is not None


@given(st.lists(spots, min_size=1, max_size=14))
def test_no_name_stands_on_a_point_a_name_or_beyond_the_frame(points: list[tuple[float, float]]) -> None:
    placed = [one for one in place_names(points, [SIZE] * len(points), 3, FRAME) if one is not None]
    assert all(FRAME.holds(one.box) for one in placed)
    assert not any(one.box.meets(other.box) for one, other in combinations(placed, 2))
    assert not any(one.box.meets(Box(x, y, x, y)) for one in placed for x, y in points)
