"""Grid: cells, fills that don't depend on what occurs, headings, and what is refused."""

from __future__ import annotations

from typing import Any

import pytest
from matplotlib.colors import to_hex
from matplotlib.figure import Figure
from matplotlib.patches import Rectangle

from reportgen.colours import ratio
from reportgen.figures.contract import ChartData, ChartError
from reportgen.figures.kit import category_fills, ink_on
from tests.charts.support import (
    ENGLISH,
    HOUSE,
    cross_table,
    day,
    described,
    drawn,
    faults,
    options_of,
    table,
    texts,
    words_in,
)

KEYS: dict[str, Any] = {"row": "town", "column": "motion", "value": "vote"}
VOTES = ("For", "Against", "Abstained")


def votes(*rows: tuple[str, str, str | None], values: tuple[str, ...] = VOTES) -> ChartData:
    columns = {"town": "string", "motion": "string", "vote": {"values": values}, "date": "date"}
    return table(columns, *((*row, day("2022-03-02")) for row in rows), missing="no vote")


DATA = votes(
    ("Zill", "Dues", "For"), ("Zill", "Ferries", "Abstained"), ("Kalk", "Dues", "For"), ("Kalk", "Ferries", None)
)


def _cells(figure: Figure) -> list[str]:
    return [str(to_hex(patch.get_facecolor())) for patch in figure.axes[0].patches if isinstance(patch, Rectangle)]


def test_every_cell_says_its_category() -> None:
    words = words_in(drawn("grid", DATA, **KEYS))
    assert words[-4:] == ["For", "Abstained", "For", "no vote"]


def test_a_category_keeps_its_fill_whatever_occurs() -> None:
    fills = category_fills(3, HOUSE)
    assert _cells(drawn("grid", DATA, **KEYS)) == [
        fills[0].colour.lower(),
        fills[2].colour.lower(),
        fills[0].colour.lower(),
        HOUSE.colours.paper,
    ]


def test_of_ordered_categories_dark_is_more_and_a_key_says_so() -> None:
    cells = [("Zill", "Dues", "1"), ("Zill", "Fees", "3"), ("Kalk", "Dues", "2"), ("Kalk", "Fees", "1")]
    figure = drawn("grid", votes(*cells, values=("1", "2", "3")), **KEYS, ordered=True)
    one, three, two, again = (ratio(colour, HOUSE.colours.paper) for colour in _cells(figure))
    assert one == again < two < three
    assert {"less →", "more"} <= set(words_in(figure))
    assert "less →" not in words_in(drawn("grid", DATA, **KEYS))
    words = drawn("grid", DATA, **KEYS, ordered=True)
    first, other = (ratio(colour, HOUSE.colours.paper) for colour in _cells(words)[:2])
    assert first > other


def test_type_is_nine_points_unless_the_rows_then_do_not_fit() -> None:
    assert {text.get_fontsize() for text in texts(drawn("grid", DATA, **KEYS)) if text.get_text() == "For"} == {9.0}
    low = drawn("grid", DATA, **KEYS, ordered=True, tall=50.0)
    assert "less →" not in words_in(low)
    assert {text.get_fontsize() for text in texts(low) if text.get_text() == "For"} == {HOUSE.sizes.chart_small}


def test_headings_bear_a_second_line() -> None:
    assert "Dues 2\u00a0Mar 2022" in words_in(drawn("grid", DATA, **KEYS, label="date"))


@pytest.mark.parametrize("ordered", [False, True])
@pytest.mark.parametrize("count", range(1, 7))
def test_fills_differ_and_text_on_them_can_be_read(count: int, ordered: bool) -> None:
    fills = category_fills(count, HOUSE, ordered=ordered)
    assert len({(fill.colour, fill.edge) for fill in fills}) == count
    assert all(ratio(ink_on(fill.colour, HOUSE), fill.colour) >= 4.5 for fill in fills)
    paper = HOUSE.colours.paper
    assert all(max(ratio(fill.colour, paper), fill.edge != "none" and ratio(fill.edge, paper)) >= 3 for fill in fills)


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (votes(("Zill", "Dues", "For"), ("Zill", "Dues", "Against")), "more than one value for 'Zill' and 'Dues'"),
        (votes(*(("Zill", f"M{at}", f"V{at}") for at in range(7)), values=()), "7 categories can't be told apart"),
        (votes(*(("Zill", f"M{at}", "For") for at in range(30))), "30 columns don't fit"),
    ],
)
def test_what_cannot_be_drawn_says_why_and_what_to_do(data: ChartData, message: str) -> None:
    with pytest.raises(ChartError, match=message) as raised:
        drawn("grid", data, **KEYS)
    assert raised.value.hint


def test_the_description_names_the_exceptions() -> None:
    rows = [("Zill", f"M{at}", "For") for at in range(4)] + [("Zill", "Last", "Against")]
    said = described("grid", votes(*rows), options_of("grid", **KEYS), ENGLISH)
    assert said.endswith("“M3”: For (Zill). “Last”: Against (Zill).")
    same = described("grid", votes(*rows[:3]), options_of("grid", **KEYS), ENGLISH)
    assert same.endswith("Every cell says “For”.")


def test_the_description_says_for_each_column_who_holds_what() -> None:
    rows = [(name, "Dues", "For") for name in "ABCDE"]
    said = described("grid", votes(*rows, ("F", "Dues", "Against")), options_of("grid", **KEYS), ENGLISH)
    assert said.endswith("“Dues”: For (all but F); Against (F).")


def test_the_description_of_a_large_grid_counts() -> None:
    rows = [(f"Ward {at}", "Dues", "For" if at else "Against") for at in range(20)]
    said = described("grid", votes(*rows), options_of("grid", **KEYS), ENGLISH)
    assert said.endswith("The most frequent is “For”, in 19 cells. “Against” stands in 1 cell: Ward 0 / Dues.")


def test_its_table_is_the_grid() -> None:
    data = votes(("Zill", "Dues", "For"), ("Kalk", "Ferries", None))
    made = cross_table("grid", data, options_of("grid", **KEYS, label="date"), ENGLISH)
    assert (made.name, made.value) == ("town", "vote")
    assert made.heads == ("Dues, 2\u00a0Mar 2022", "Ferries, 2\u00a0Mar 2022")
    assert made.rows == ((0, (0, None)), (1, (None, 1))) and made.missing == "no vote" and made.fits(data)


def test_a_long_heading_keeps_its_type_and_breaks_after_a_hyphen() -> None:
    names = ("Budget", "Rule-of-law", *(f"Motion {at}" for at in range(9)))
    figure = drawn("grid", votes(*(("Zill", name, "For") for name in names)), **KEYS)
    heads = {text.get_text(): text.get_fontsize() for text in texts(figure)}
    assert heads["Rule-of-\nlaw"] == 9.0
    assert faults(figure) == []
