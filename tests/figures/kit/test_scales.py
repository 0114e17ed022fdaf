from __future__ import annotations

import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportgen.dates import PartialDate
from reportgen.figures.kit.scales import Scale, axis_dates, date_position, date_ticks, number_ticks, spread
from reportgen.figures.kit.sheet import Ruler, Sheet
from reportgen.house import House
from reportgen.language import words_for
from reportgen.language.periods import period


@pytest.mark.parametrize(
    ("low", "high", "ticks"),
    [
        (0, 33, [0, 10, 20, 30, 40]),
        (0.2, 0.9, [0.2, 0.4, 0.6, 0.8, 1.0]),
        (-3, 5, [-4, -2, 0, 2, 4, 6]),
        (7, 7, [7, 8.5, 10, 11.5, 13, 14.5]),
    ],
)
def test_number_ticks_are_round_and_enclose(low: float, high: float, ticks: list[float]) -> None:
    found = number_ticks(low, high)
    assert found[0] <= low
    assert found[-1] >= high
    assert low == high or found == ticks


@given(st.floats(-1e9, 1e9), st.floats(1e-6, 1e9), st.integers(3, 12))
def test_number_ticks_always_enclose_and_are_few(low: float, span: float, most: int) -> None:
    ticks = number_ticks(low, low + span, most)
    slack = 1e-6 * (abs(low) + span)
    assert ticks[0] <= low + slack
    assert ticks[-1] >= low + span - slack
    assert 2 <= len(ticks) <= most + 1


def test_date_ticks_are_years_or_months() -> None:
    def words(low: str, high: str) -> list[str]:
        return list(map(str, date_ticks(PartialDate.parse(low), PartialDate.parse(high))))

    assert words("2012", "2026-07") == ["2012", "2014", "2016", "2018", "2020", "2022", "2024", "2026"]
    assert words("2021-11", "2022-07") == ["2021-11", "2022-01", "2022-03", "2022-05", "2022-07"]
    assert words("2022-01-15", "2022-03-20") == ["2022-02", "2022-03"]
    assert words("1800", "2020") == ["1800", "1850", "1900", "1950", "2000"]


@given(st.lists(st.floats(0, 100), min_size=1, max_size=9), st.floats(0.1, 10))
def test_spread_labels_keep_their_distance_order_and_bounds(wanted: list[float], gap: float) -> None:
    found = spread(wanted, gap, 0, 100)
    ranked = [found[i] for i in sorted(range(len(wanted)), key=lambda i: (wanted[i], i))]
    assert all(b - a >= gap - 1e-9 for a, b in itertools.pairwise(ranked))
    assert min(found) >= -1e-9
    assert max(found) <= 100 + 1e-9


def test_labels_that_have_room_stay() -> None:
    assert spread([30, 10, 20], 5) == [30, 10, 20]
    assert spread([10, 10], 4) == [8, 12]


def test_labels_of_several_heights_do_not_touch() -> None:
    assert spread([10, 10], [4, 8]) == [7, 13]
    assert spread([0, 1], [10, 20], low=5) == [5, 20]


def test_what_is_counted_has_whole_ticks() -> None:
    assert number_ticks(0, 3, whole=True) == [0, 1, 2, 3]
    assert all(tick.is_integer() for high in range(1, 40) for tick in number_ticks(0, high, whole=True))


def test_years_have_no_months_between_them() -> None:
    assert list(map(str, date_ticks(PartialDate(2019), PartialDate(2021), years=True))) == ["2019", "2020", "2021"]


SHEET = Sheet(House(), words_for("en-GB"), Ruler(House()))


def _shown(*dates: str, width: float = 400) -> list[str]:
    days = [PartialDate.parse(date) for date in dates]
    scale = Scale(date_position(days[0]), date_position(days[-1]) + (len(days) == 1), 0, width)
    return [str(date) for date in axis_dates(days, days[-1], scale, SHEET)]


@pytest.mark.parametrize(
    ("dates", "shown"),
    [
        (("2019", "2021", "2023"), ["2019", "2021", "2023"]),
        (("2019", "2021", "2022"), ["2019", "2020", "2021", "2022"]),
        (("2001", "2004", "2021"), ["2001", "2004", "2021"]),
        (("2020", "2021"), ["2020", "2021"]),
        (("2020",), ["2020"]),
        ((*map(str, range(2000, 2021)),), ["2000", "2005", "2010", "2015", "2020"]),
        (("2021-11", "2022-07"), ["2021-11", "2021-12", *(f"2022-0{month}" for month in range(1, 8))]),
        (("2022-03-02", "2022-03-09"), ["2022-03-02", "2022-03-09"]),
    ],
)
def test_years_stay_years_and_short_times_have_months_or_their_ends(dates: tuple[str, ...], shown: list[str]) -> None:
    assert _shown(*dates) == shown


def test_years_without_room_are_fewer() -> None:
    assert _shown("2019", "2020", "2021", "2022", "2023", width=90) == ["2020", "2022"]


def _periods(*names: str, width: float = 400) -> list[str]:
    found = [period(name) for name in names]
    scale = Scale(date_position(found[0]), date_position(found[-1]), 0, width)
    return [str(date) for date in axis_dates(found, found[-1], scale, SHEET)]


def test_periods_stand_at_an_axis_by_their_names_and_of_many_the_round_ones() -> None:
    quarters = [f"{year} Q{number}" for year in (2021, 2022, 2023) for number in (1, 2, 3, 4)]
    assert _periods("2023 Q3", "2023 Q4", "2024 Q1") == ["2023 Q3", "2023 Q4", "2024 Q1"]
    assert _periods(*quarters) == ["2021 Q1", "2021 Q3", "2022 Q1", "2022 Q3", "2023 Q1", "2023 Q3"]
    assert _periods(*quarters, width=200) == ["2021 Q1", "2022 Q1", "2023 Q1"]
    years = [f"{year}/{(year + 1) % 100:02d}" for year in range(1998, 2025)]
    assert _periods(*years) == ["2000/01", "2005/06", "2010/11", "2015/16", "2020/21"]
    assert _periods("2019/20", "2020/21", width=30) == ["2020/21"]


def test_periods_of_several_kinds_have_even_steps_of_one() -> None:
    mixed = [period(name) for name in ("2023 Q1", "2023-09", "2024", "2024 Q3", "2025/26")]
    scale = Scale(date_position(mixed[0]), float(mixed[-1].last.toordinal()), 0, 400)
    shown = [str(date) for date in axis_dates(mixed, mixed[-1], scale, SHEET)]
    assert shown == ["2023-01", "2023-07", "2024-01", "2024-07", "2025-01", "2025-07", "2026-01"]
