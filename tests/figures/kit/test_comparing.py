"""What numbers show, worked out anew for random numbers: turning points, what is largest, halves, who overtakes."""

from __future__ import annotations

from itertools import pairwise
from random import Random

import pytest

from reportgen.figures.kit import comparing

SEEDS = range(200)


def values_of(seed: int) -> list[float]:
    chance = Random(seed)
    return [float(chance.randint(-9, 9)) for _ in range(chance.randint(1, 30))]


@pytest.mark.parametrize("most", [2, 4])
def test_the_way_from_turn_to_turn_is_true(most: int) -> None:
    for seed in SEEDS:
        values = values_of(seed)
        found = comparing.turning_points(values, most)
        assert found == sorted(set(found))
        assert (found[0], found[-1]) == (0, len(values) - 1)
        there = [values[at] for at in found]
        assert (min(there), max(there)) == (min(values), max(values))
        assert len(found) <= most + 2
        ways = [other - one for one, other in pairwise(there)]
        if len(ways) > 1:
            assert all(ways), "a leg goes nowhere"
            assert all((one > 0) != (other > 0) for one, other in pairwise(ways)), (values, there)


def test_a_way_back_that_counts_is_a_turning_point_and_a_small_one_is_none() -> None:
    assert comparing.turning_points([0, 10, 4, 20], 4) == [0, 1, 2, 3]
    assert comparing.turning_points([0, 10, 9, 20], 4) == [0, 3]
    assert comparing.turning_points([0, 10, 4, 20], 1) == [0, 3]


def test_the_level_end_is_as_long_as_it_is() -> None:
    for seed in SEEDS:
        values = values_of(seed)
        values += values[-1:] * (seed % 3)
        at = comparing.level_from(values)
        assert len(set(values[at:])) == 1
        assert at == 0 or values[at - 1] != values[at]


def test_the_largest_is_larger_than_all_others_and_no_row_is_forgotten() -> None:
    for seed in SEEDS:
        chance = Random(seed)
        rows = [[chance.choice([None, 1.0, 2.0, 3.0, 4.0]) for _ in range(3)] for _ in range(8)]
        found = comparing.largest(rows)
        for at, row in enumerate(rows):
            whole = [value for value in row if value is not None]
            alone = len(whole) == 3 and whole.count(max(whole)) == 1
            owners = [series for series, where in found.items() if at in where]
            assert owners == ([whole.index(max(whole))] if alone else [])
        highest = comparing.always_highest(rows)
        assert (highest is not None) == any(len(where) == len(rows) for where in found.values())


def test_less_than_half_is_less_than_half() -> None:
    assert comparing.under_half([4.0, 5.0, None, 6.0], [10.0, 10.0, 10.0, None]) == [0]


def test_who_has_overtaken_was_behind() -> None:
    pairs = {"Zill": (3.0, 4.0), "Kalk": (1.0, 5.0), "Moor": (3.0, 3.0), "Dale": (0.0, 9.0)}
    found = comparing.overtakings(pairs)
    assert set(found) == {("Kalk", "Zill"), ("Kalk", "Moor"), ("Dale", "Zill"), ("Dale", "Kalk"), ("Dale", "Moor")}


def test_the_densest_classes_hold_more_than_half_and_no_fewer_do() -> None:
    for seed in SEEDS:
        counts = [abs(value) + 1 for value in values_of(seed)]
        found = comparing.densest(counts)
        wide = len(counts) if found is None else found[1] - found[0] + 1
        if found:
            assert 2 * sum(counts[found[0] : found[1] + 1]) > sum(counts)
        narrower = [counts[at : at + wide - 1] for at in range(len(counts) - wide + 2)]
        assert all(2 * sum(run) <= sum(counts) for run in narrower)
