"""Gantt: bars to scale, arrows, slanted ends, rows in order, texts, the line at a date, what is refused."""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest
from matplotlib.colors import to_hex
from matplotlib.figure import Figure
from matplotlib.patches import Polygon

from reportgen.figures.contract import ChartData, ChartError
from reportgen.figures.kit import fills
from tests.charts.support import ENGLISH, FRENCH, HOUSE, day, described, drawn, options_of, points, table, words_in

KEYS: dict[str, Any] = {"name": "who", "start": "from", "end": "to"}
Row = tuple[str, str | None, str | None]


def terms(*rows: Row | tuple[str, str | None, str | None, str, str], missing: str = "none") -> ChartData:
    columns = {"who": "string", "from": "date", "to": "date", "what": "string", "sort": "string"}
    whole = [(*row, "Quay", "Sea") if len(row) == 3 else row for row in rows]
    cells = [(who, start and day(start), end and day(end), what, sort) for who, start, end, what, sort in whole]
    return table(columns, *cells, missing=missing)


DATA = terms(("Zill", "2004-01-01", "2008-01-01"), ("Kalk", "2000-01-01", "2002-01-01"), ("Kalk", "2006", None))


def _bars(figure: Figure) -> list[Any]:
    """The corners of the filled shapes, in days and points."""
    shapes = [one for one in figure.axes[0].patches if isinstance(one, Polygon) and one.get_fill()]
    return [np.asarray(shape.get_xy()) for shape in shapes]


def test_bars_are_to_scale() -> None:
    figure = drawn("gantt", terms(("Zill", "2000-01-01", "2004-01-01"), ("Kalk", "2004-01-01", "2012-01-01")), **KEYS)
    one, other = (np.ptp(bar[:, 0]) for bar in _bars(figure))
    assert other / one == pytest.approx(2, rel=0.03)


def test_the_first_to_begin_stands_at_the_top_unless_the_order_is_natural() -> None:
    assert words_in(drawn("gantt", DATA, **KEYS)).index("Kalk") < words_in(drawn("gantt", DATA, **KEYS)).index("Zill")
    natural = words_in(drawn("gantt", DATA, **KEYS, order="natural"))
    assert natural.index("Zill") < natural.index("Kalk")


def test_a_period_without_an_end_is_an_arrow_to_the_edge_and_explained() -> None:
    figure = drawn("gantt", DATA, **KEYS)
    arrow = next(bar for bar in _bars(figure) if len(bar) == 6)  # five corners, the first of them twice
    assert arrow[:, 0].max() == pytest.approx(figure.axes[0].get_xlim()[1])
    assert "goes on" in words_in(figure)
    assert "goes on" not in words_in(drawn("gantt", terms(("Zill", "2004-01-01", "2005-01-01")), **KEYS))


def test_a_day_among_decades_is_seen_at_the_end_of_the_axis_and_explained() -> None:
    reign, flood = ("Zill", "1901", "1952"), ("Kalk", "2021-07-14", "2021-07-14")
    figure = drawn("gantt", terms(reign, flood), **KEYS)
    inverse = figure.axes[0].transData.transform
    left, right = (inverse((end, 0))[0] for end in (_bars(figure)[1][:, 0].min(), _bars(figure)[1][:, 0].max()))
    assert right - left >= 2
    assert right <= figure.axes[0].get_window_extent().x1 + 0.01
    assert "too short to be to scale" in words_in(figure)
    assert "too short to be to scale" not in words_in(drawn("gantt", terms(reign), **KEYS))


def test_slanted_ends_are_explained_where_there_are_any() -> None:
    said = "in the course of the month or year"
    assert said in words_in(drawn("gantt", DATA, **KEYS))
    assert said not in words_in(drawn("gantt", terms(("Zill", "2004-01-01", "2005-01-01")), **KEYS))


def test_dates_stand_at_the_bars_shorter_where_they_need_to() -> None:
    alone = words_in(drawn("gantt", terms(("Zill", "2004-02-03", "2008-09-05")), **KEYS))
    assert "3 Feb 2004 to 5 Sept 2008" in [text.replace("\u00a0", " ") for text in alone]
    near = [("Zill", f"20{at:02}-01-05", f"20{at + 3:02}-01-05") for at in range(0, 18, 3)]
    assert "2000 to 2003" in words_in(drawn("gantt", terms(*near), **KEYS))


def test_labels_stand_at_all_bars() -> None:
    data = terms(*[("Zill", f"20{at:02}", f"20{at + 1:02}", f"The works of the year {at}", "Sea") for at in range(5)])
    said = words_in(drawn("gantt", data, **KEYS, label="what"))
    assert {f"The works of the year {at}" for at in range(5)} <= set(said)


def test_periods_at_one_time_have_lanes_of_their_own() -> None:
    bars = _bars(drawn("gantt", terms(("Zill", "2001", "2009"), ("Zill", "2005", "2011")), **KEYS))
    (low, top), (bottom, high) = sorted((bar[:, 1].min(), bar[:, 1].max()) for bar in bars)
    assert low < top < bottom < high


def test_groups_have_fills_and_a_key() -> None:
    data = terms(("Zill", "2001", "2003", "", "Sea"), ("Kalk", "2002", "2009", "", "Land"))
    figure = drawn("gantt", data, **KEYS, group="sort")
    shapes = [one for one in figure.axes[0].patches if isinstance(one, Polygon) and one.get_fill()]
    assert [to_hex(one.get_facecolor()) for one in shapes] == [fill.colour.lower() for fill in fills(HOUSE, 2)]
    assert words_in(figure)[:2] == ["Sea", "Land"]


def test_a_line_stands_at_until() -> None:
    figure = drawn("gantt", DATA, **KEYS, until=day("2010-03-01"))
    line = figure.axes[0].lines[0]
    assert {x for x, _ in points(line)} == {day("2010-03-01").first.toordinal()}
    assert "1 Mar 2010" in [text.replace("\u00a0", " ") for text in words_in(figure)]


def test_a_row_without_dates_says_so() -> None:
    data = terms(("Zill", "2001", "2003"), ("Kalk", None, None), missing="not begun")
    assert "not begun" in words_in(drawn("gantt", data, **KEYS))
    assert "never" in words_in(drawn("gantt", data, **KEYS, missing_text="never"))


@pytest.mark.parametrize(
    ("rows", "message"),
    [
        ([("Zill", None, "2003")], "ends in 2003 but has no start"),
        ([("Zill", "2004", "2003-05")], "ends before it starts"),
        ([("Zill", None, None)], "no values"),
        ([("Zill", "2001", "2009")] * 7, "take 7 lines, 6 fit"),
    ],
)
def test_what_cannot_be_drawn_says_why_and_what_to_do(rows: list[Row], message: str) -> None:
    with pytest.raises(ChartError, match=message) as raised:
        drawn("gantt", terms(*rows), **KEYS)
    assert raised.value.hint


def test_the_description_tells_each_of_a_few_periods() -> None:
    said = described("gantt", DATA, options_of("gantt", **KEYS), ENGLISH).replace("\u00a0", " ")
    assert said == (
        "Chart of periods with 2 rows; their dates are between 1 January 2000 and 1 January 2008. "
        "Kalk: 1 January 2000 to 1 January 2002; since 2006. Zill: 1 January 2004 to 1 January 2008. "
        "The longest that has ended: Zill (1 January 2004 to 1 January 2008)."
    )


def test_the_description_of_many_periods_tells_the_ends_and_what_goes_on() -> None:
    data = terms(*[(f"Ward {at}", str(1990 + at), None if at == 4 else str(2001 + at)) for at in range(12)])
    said = described("gantt", data, options_of("gantt", **KEYS), ENGLISH)
    assert said.endswith(
        "The first to begin: Ward 0 (1990 to 2001). The last to begin: Ward 11 (2001 to 2012). "
        "Ward 4 has a period that goes on."
    )
    assert "Période toujours en cours" in described("gantt", data, options_of("gantt", **KEYS), FRENCH)


def test_a_single_date_is_told_once() -> None:
    said = described("gantt", terms(("Zill", "2019", "2019")), options_of("gantt", **KEYS), ENGLISH)
    assert said == "Chart of periods with 1 row; its only date is 2019. Zill: 2019."
