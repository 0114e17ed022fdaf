"""Periods on the page: where their ends stand, how sure they look, where texts go, lanes without overlaps."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportgen.dates import PartialDate
from reportgen.figures.kit.periods import ASIDE, LEAST, SLANT, bar_of, lanes_of, placed
from reportgen.figures.kit.scales import Scale
from reportgen.figures.typeset import Ruler
from tests.charts.support import HOUSE, day

RULER = Ruler(HOUSE)
SCALE = Scale(day("2000").first.toordinal(), day("2019").last.toordinal(), 100, 465)


def test_a_day_stands_at_its_place_upright() -> None:
    bar = bar_of(day("2005-01-01"), day("2010-01-01"), SCALE)
    assert bar.bottom == bar.top == (SCALE(day("2005-01-01").first.toordinal()), SCALE(day("2010").first.toordinal()))
    assert not bar.slanted


def test_a_year_stands_in_its_middle_slanted() -> None:
    bar = bar_of(day("2005"), day("2010-01-01"), SCALE)
    assert bar.middles[0] == pytest.approx(SCALE(day("2005-07-02").first.toordinal()), abs=0.1)
    assert bar.top[0] - bar.bottom[0] == SLANT and bar.slanted


def test_periods_that_follow_each_other_meet_along_one_line() -> None:
    one, other = bar_of(day("2001"), day("2007"), SCALE), bar_of(day("2007"), day("2012"), SCALE)
    assert (one.bottom[1], one.top[1]) == (other.bottom[0], other.top[0])


def test_an_open_period_is_an_arrow_to_the_end() -> None:
    corners = bar_of(day("2015"), None, SCALE).corners(0, 13)
    assert max(corners) == (SCALE.end, 6.5)


dates = st.builds(
    lambda year, form: day(form.format(year)), st.integers(2000, 2019), st.sampled_from(["{}", "{}-04", "{}-04-09"])
)


@given(dates, dates)
def test_every_period_is_seen_within_the_axis(one: PartialDate, other: PartialDate) -> None:
    bar = bar_of(min(one, other), max(one, other), SCALE)
    for left, right in (bar.bottom, bar.top):
        assert SCALE.start - 0.1 <= left and right <= SCALE.end + LEAST + SLANT
        assert right - left >= LEAST - 0.01


def test_a_text_stands_inside_else_beside_else_is_broken() -> None:
    wide, low, high = (bar_of(day(a), day(b), SCALE) for a, b in (("2002", "2015"), ("2001", "2002"), ("2018", "2019")))
    assert [placed(bar, "Harbour", SCALE, RULER, 8.4).side for bar in (wide, low, high)] == ["inside", "right", "left"]
    assert "\n" in placed(low, "Harbour and ferries " * 8, SCALE, RULER, 8.4).text


@given(st.lists(st.tuples(dates, dates, st.sampled_from(["", "Quay", "The breakwater"])), min_size=1, max_size=12))
def test_in_a_lane_nothing_covers_another(rows: list[tuple[PartialDate, PartialDate, str]]) -> None:
    bars = [placed(bar_of(min(a, b), max(a, b), SCALE), text, SCALE, RULER, 8.4) for a, b, text in rows]
    found = lanes_of(bars, RULER, 8.4)
    assert sorted(number for lane in found for number, _ in lane.bars) == list(range(len(rows)))
    for lane in found:
        assert lane.height >= RULER.height("", 8.4)
        for (_, one), (_, other) in pairwise(sorted(lane.bars, key=lambda bar: bar[1].reach)):
            assert one.reach[1] <= other.reach[0] + 0.5


def test_the_reach_has_room_for_the_text() -> None:
    one = placed(bar_of(day("2001"), day("2002"), SCALE), "Harbour", SCALE, RULER, 8.4)
    assert one.reach[1] == pytest.approx(one.bar.right + RULER.width("Harbour", HOUSE.sizes.chart_small) + 2 * ASIDE)
