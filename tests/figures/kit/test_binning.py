"""Classes of a number: round limits, every value in one class, texts that name the limits."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from reportgen.figures.contract import ChartError, ColumnInfo
from reportgen.figures.kit.binning import MOST_CLASSES, class_edges, classes_of, counted, relation, roundest
from tests.charts.support import ENGLISH, FRENCH

SHARE = ColumnInfo("share", "Share", "number", "%")
COUNT = ColumnInfo("count", "Count", "integer")


def test_classes_are_equally_wide_with_round_limits() -> None:
    assert classes_of([2.0, 17.5, 33.0, 48.0, 71.0, 93.0]).limits == (20, 40, 60, 80)


def test_values_far_apart_are_shared_out() -> None:
    values = [0.6, 1.4, 2.9, 5.4, 9.6, 10.4, 19.1, 68.4, 83.5]
    found = classes_of(values)
    assert [sum(found.index(value) == one for value in values) for one in range(len(found))] == [2, 2, 1, 2, 2]


def test_a_few_different_values_are_a_class_each() -> None:
    found = classes_of([3.0, 1.0, 3.0, 2.0])
    assert found.texts(COUNT, ENGLISH) == ["1", "2", "3"]
    assert classes_of([7.0, 7.0]).texts(COUNT, ENGLISH) == ["7"]


def test_a_limit_belongs_to_the_class_above() -> None:
    found = classes_of([1.0], (10.0, 20.0))
    assert [found.index(value) for value in (9.9, 10.0, 19.9, 20.0)] == [0, 1, 1, 2]
    assert found.texts(SHARE, ENGLISH) == ["under 10%", "10% to under 20%", "20% or more"]
    assert found.texts(COUNT, ENGLISH) == ["under 10", "10 to 19", "20 or more"]
    assert found.texts(COUNT, FRENCH) == ["moins de 10", "10 à 19", "20 ou plus"]


def test_a_class_of_one_whole_number_is_that_number() -> None:
    assert classes_of([1.0], (3.0, 4.0)).texts(COUNT, ENGLISH) == ["under 3", "3", "4 or more"]


@pytest.mark.parametrize(
    ("limits", "message"),
    [
        ((2.0, 1.0), "don't rise"),
        ((1.0, 2.0, 3.0, 4.0, 5.0), "6 classes"),
        ((200.0, 400.0), "all values in one class: they go from 1 to 99.5"),
    ],
)
def test_limits_that_make_no_classes_are_refused(limits: tuple[float, ...], message: str) -> None:
    with pytest.raises(ChartError, match=message) as raised:
        classes_of([1.0, 99.5], limits)
    assert raised.value.hint
    assert raised.value.option == "limits"


@given(st.lists(st.floats(-1e9, 1e9).map(lambda value: round(value, 4)), min_size=1, max_size=60))
def test_any_values_have_few_classes_in_order(values: list[float]) -> None:
    found = classes_of(values)
    assert 1 <= len(found) <= MOST_CLASSES
    assert all(one < other for one, other in pairwise(found.limits))
    assert {found.index(value) for value in values} <= set(range(len(found)))


@pytest.mark.parametrize(
    ("low", "high", "expected"),
    [(9.6, 10.4, 10), (0.61, 0.68, 0.65), (-3.2, -1.4, -2), (-0.5, 0.5, 0), (19.0, 20.0, 20)],
)
def test_the_roundest_number_between_two(low: float, high: float, expected: float) -> None:
    assert low < roundest(low, high) <= high
    assert roundest(low, high) == pytest.approx(expected, abs=1e-9)


values = st.lists(st.floats(-1e6, 1e6).map(lambda value: round(value, 3)), min_size=5, max_size=80).map(sorted)


@given(values, st.none() | st.integers(2, 40))
def test_classes_are_of_one_width_and_count_each_value_once(found: list[float], asked: int | None) -> None:
    assume(found[-1] - found[0] > 0.01)
    edges = class_edges(found, asked, 40)
    widths = [high - low for low, high in pairwise(edges)]
    assert max(widths) == pytest.approx(min(widths))
    assert edges[0] <= found[0] and found[-1] <= edges[-1]
    assert sum(counted(found, edges)) == len(found)
    assert len(widths) <= 41


def test_a_value_on_an_edge_is_in_the_class_that_begins_there() -> None:
    assert counted([0, 9.9, 10, 20], [0, 10, 20]) == [2, 2]


def test_the_last_of_whole_numbers_is_below_the_last_edge() -> None:
    assert class_edges([float(value) for value in range(0, 101, 5)], 5, 40, whole=True)[-1] > 100


def test_few_values_make_few_classes() -> None:
    assert len(class_edges([1, 2, 2, 3, 50], None, 40)) - 1 <= 6


@pytest.mark.parametrize(
    ("ys", "told"),
    [([1, 4, 9, 16, 25], "together"), ([5, 4, 3, 2, 1], "against"), ([1, 2, 4, 3, 5], "apart"), ([5] * 5, "apart")],
)
def test_a_relation_is_one_of_ranks(ys: list[float], told: str) -> None:
    assert relation([1, 2, 3, 4, 100], ys) == told


def test_a_crowd_at_one_place_and_an_outlier_show_no_relation() -> None:
    assert relation([5.0] * 6 + [0.0], [5.0] * 6 + [1e6]) == "apart"
    assert relation([1.0, 2.0, 3.0, 4.0], [1.0, 2.0, 3.0, 4.0]) == "apart"


def test_many_points_need_no_row_to_go_together() -> None:
    ys = [value + (4 if value % 2 else -4) for value in range(30)]
    assert relation(range(30), ys) == "together"
