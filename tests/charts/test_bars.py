"""Bars: lengths, order, stacking, outlines, labels and what is refused."""

from __future__ import annotations

from dataclasses import replace
from itertools import combinations, pairwise
from typing import Any

import pytest
from matplotlib.figure import Figure
from matplotlib.patches import Rectangle

from reportgen.colours import ratio
from reportgen.figures.contract import ChartData, ChartError
from reportgen.figures.kit import fills
from reportgen.figures.kit.reading import moments_of
from reportgen.house import MM
from reportgen.marks import Mark
from tests.charts.support import ENGLISH, HOUSE, described, does, drawn, faults, options_of, table, words_in

COLUMNS = {"port": "string", "used": "integer", "built": "integer", "total": "integer"}
DATA = table(
    COLUMNS, ("Zill", 2.0, 22.0, 35.0), ("Kalk", None, None, None), ("Arnholm", 3.0, 33.0, 33.0), missing="not counted"
)
ONE: dict[str, Any] = {"category": "port", "values": ("built",)}
MILLIONS = {"type": "number", "unit": "£m"}
TWO: dict[str, Any] = {"category": "port", "values": ("used", "built")}


def _filled(figure: Figure, colour: str | None = None) -> list[Rectangle]:
    found = [patch for patch in figure.axes[0].patches if isinstance(patch, Rectangle) and patch.get_fill()]
    return [patch for patch in found if colour is None or _colour(patch) == colour]


def _colour(patch: Rectangle) -> str:
    from matplotlib.colors import to_hex

    return str(to_hex(patch.get_facecolor()))


def _ends(figure: Figure) -> list[float]:
    return [round(patch.get_x() + patch.get_width(), 1) for patch in _filled(figure)]


def test_bars_start_at_zero_and_the_highest_is_first() -> None:
    figure = drawn("bars", DATA, **ONE)
    assert [patch.get_x() for patch in _filled(figure)] == pytest.approx([0, 0])
    assert _ends(figure) == [33.0, 22.0]
    assert figure.axes[0].get_xlim()[0] == 0


def test_the_natural_order_is_the_tables() -> None:
    assert _ends(drawn("bars", DATA, **ONE, order="natural")) == [22.0, 33.0]


def test_a_missing_value_says_what_it_means() -> None:
    assert "not counted" in words_in(drawn("bars", DATA, **ONE))
    assert "closed" in words_in(drawn("bars", DATA, **ONE, missing_text="closed"))


def test_negative_bars_run_to_the_left_with_their_labels() -> None:
    data = table({"port": "string", "built": "number"}, ("Zill", -4.0), ("Kalk", 2.0))
    figure = drawn("bars", data, **ONE)
    assert sorted(round(patch.get_x(), 6) for patch in _filled(figure)) == [-4.0, 0.0]
    assert {"−4", "2"} <= set(words_in(figure))


def test_years_make_columns_in_their_order() -> None:
    data = table({"port": "year", "built": "number"}, *((2000.0 + at, float(-at % 3)) for at in range(6)))
    figure = drawn("bars", data, **ONE)
    assert [round(patch.get_y() + patch.get_height()) for patch in _filled(figure)] == [0, 2, 1, 0, 2, 1]
    assert figure.axes[0].get_ylim()[0] == 0


def test_the_outline_of_a_total() -> None:
    figure = drawn("bars", DATA, **ONE, of="total")
    assert {"22 of 35", "33 of 33"} <= set(words_in(figure))
    left = _filled(figure, HOUSE.colours.paper)
    assert [(round(one.get_x()), round(one.get_x() + one.get_width())) for one in left] == [(22, 35)]


def test_nested_values_share_one_bar() -> None:
    figure = drawn("bars", DATA, **TWO, layout="nested", of="total", rest="not built")
    assert {"3", "33", "2", "22", "of 33", "of 35", "not built"} <= set(words_in(figure))
    light = fills(HOUSE, 2)[1].colour
    assert sorted(round(patch.get_x()) for patch in _filled(figure, light)) == [2, 3]


def test_stacked_parts_touch_where_an_outline_parts_them() -> None:
    first, second = _filled(drawn("bars", DATA, **TWO, layout="stacked"))[:2]
    assert first.get_window_extent().x1 == pytest.approx(second.get_window_extent().x0)
    assert second.get_x() == pytest.approx(3.0)


def test_two_dark_parts_leave_paper_between_them() -> None:
    data = table(COLUMNS, ("Zill", 2.0, 9.0, None))
    first, second = _filled(drawn("bars", data, **{**TWO, "values": ("used", "built", "total")}, layout="stacked"))
    assert first.get_window_extent().x1 < second.get_window_extent().x0 - 0.5
    assert second.get_x() == pytest.approx(2.0)


def test_a_bar_fills_its_whole_total() -> None:
    figure = drawn("bars", DATA, **TWO, layout="nested", of="total")
    assert 33.0 in [round(patch.get_x() + patch.get_width(), 6) for patch in _filled(figure, fills(HOUSE, 2)[1].colour)]


def test_an_explicit_sort_wins_over_the_automatic_order() -> None:
    given = replace(DATA, sorted=True)
    assert _ends(drawn("bars", given, **ONE)) == [22.0, 33.0]
    assert _ends(drawn("bars", given, **ONE, order="value")) == [33.0, 22.0]


def test_shares_reach_one_hundred() -> None:
    figure = drawn("bars", DATA, **TWO, layout="stacked", shares=True)
    assert max(_ends(figure)) == pytest.approx(100, abs=0.5)
    assert "92%" in words_in(figure)


def test_a_bar_that_lacks_a_part_has_no_shares() -> None:
    data = table(COLUMNS, ("Zill", 2.0, 6.0, 9.0), ("Kalk", None, 5.0, 9.0), missing="not counted")
    figure = drawn("bars", data, **TWO, layout="stacked", shares=True)
    assert len(_filled(figure)) == 2
    assert "not counted: Used" in words_in(figure)


def test_what_is_not_highlighted_is_grey() -> None:
    figure = drawn("bars", DATA, **ONE, highlight=("Zill",))
    colours = [_colour(patch) for patch in _filled(figure)]
    assert colours[1] == HOUSE.colours.accent
    assert colours[0] != colours[1]


def test_long_form_gives_the_same_bars() -> None:
    rows = [(name, kind_, value) for name, value in (("Zill", 2.0), ("Kalk", 5.0)) for kind_ in ("sea", "land")]
    data = table({"port": "string", "kind": "string", "built": "integer"}, *rows)
    assert _ends(drawn("bars", data, category="port", values=("built",), series="kind")) == [5.0, 5.0, 2.0, 2.0]


def test_the_key_stands_in_the_order_of_the_data() -> None:
    words = words_in(drawn("bars", DATA, **TWO))
    assert words.index("Used") < words.index("Built")


def test_neighbouring_fills_differ_in_grey_and_others_by_hatch() -> None:
    chosen = fills(HOUSE, 6)
    assert all(ratio(one.colour, other.colour) >= 3 for one, other in pairwise(chosen))
    assert all(
        ratio(fill.colour, HOUSE.colours.paper) >= 3 or ratio(fill.edge, HOUSE.colours.paper) >= 3 for fill in chosen
    )
    assert len({(fill.hatch, index % 2) for index, fill in enumerate(chosen)}) == 6


def test_three_series_need_no_hatch() -> None:
    chosen = fills(HOUSE, 3)
    assert [fill.hatch for fill in chosen] == ["", "", ""]
    assert all(ratio(one.colour, other.colour) >= 3 for one, other in combinations(chosen, 2))


YEARS = {"port": "string", "old": {"title": "2014"}, "mid": {"title": "2019"}, "new": {"title": "2024"}}
OF_YEARS: dict[str, Any] = {"category": "port", "values": ("old", "mid", "new")}


def _of_years(count: int) -> ChartData:
    columns = {name: {"type": "number", **info} if isinstance(info, dict) else info for name, info in YEARS.items()}
    return table(columns, *((f"P{at}", 50.0 - at, 9.0, 20.0 + at) for at in range(count)))


def test_the_newest_year_leads_order_and_emphasis() -> None:
    figure = drawn("bars", _of_years(3), **OF_YEARS)
    words = words_in(figure)
    assert [word for word in words if word.startswith("P")] == ["P2", "P1", "P0"]
    assert words.index("2014") < words.index("2019") < words.index("2024")
    tones = [_colour(patch) for patch in _filled(figure)][:3]
    paper = [ratio(tone, HOUSE.colours.paper) for tone in tones]
    assert paper == sorted(paper)
    assert not any(patch.get_hatch() for patch in figure.axes[0].patches)


def test_a_category_without_the_newest_value_is_ordered_by_the_one_before() -> None:
    data = table(
        {"port": "string", "year": "year", "built": "number"},
        *(("Zill", 2014.0, 9.0), ("Zill", 2024.0, 3.0), ("Kalk", 2014.0, 7.0), ("Kalk", 2024.0, None)),
    )
    words = words_in(drawn("bars", data, category="port", values=("built",), series="year"))
    assert words.index("Kalk") < words.index("Zill")


def test_columns_that_differ_in_more_than_a_year_are_no_periods() -> None:
    assert moments_of(("Ships, 2014", "Ships, 2024"))
    assert moments_of(("2014-15 £m", "2024-25 £m"))
    assert [one.month for one in moments_of(("Q1 2024", "Q3 2024"))] == [1, 7]
    for others in (("Ships, 2014", "Boats, 2024"), ("2024", "2024"), ("2014",), ("2014 to 2016", "2015 to 2017")):
        assert moments_of(others) == ()


def test_a_chart_of_six_groups_of_three_is_low() -> None:
    figure = drawn("bars", _of_years(6), **OF_YEARS)
    assert figure.bbox.height <= 75 * MM
    assert faults(figure) == []


def test_labels_can_give_way_to_an_axis() -> None:
    words = words_in(drawn("bars", DATA, **ONE, labels=False))
    assert "22" not in words
    assert {"0", "10", "40"} <= set(words)


@pytest.mark.parametrize(
    ("options", "message"),
    [
        ({**TWO, "of": "total"}, "of: goes with one value"),
        ({**TWO, "shares": True}, "shares: goes with layout: stacked"),
        ({**TWO, "highlight": ("Zill",)}, "highlight: goes with one value"),
        ({**ONE, "highlight": ("Zil",)}, "highlight: names 'Zil'"),
        ({**ONE, "values": ("built", "used"), "layout": "nested"}, "can't hold it"),
        ({**ONE, "values": ("total",), "of": "used"}, "is more than its total"),
        ({**TWO, "series": "port"}, "series: goes with one value column"),
        ({"category": "port", "values": ("port",)}, "is not a number"),
    ],
)
def test_what_cannot_be_drawn_says_why_and_what_to_do(options: dict[str, Any], message: str) -> None:
    with pytest.raises(ChartError, match=message) as raised:
        drawn("bars", DATA, **options)
    assert raised.value.hint


def test_the_same_category_twice_is_refused() -> None:
    data = table({"port": "string", "built": "integer"}, ("Zill", 1.0), ("Zill", 2.0))
    with pytest.raises(ChartError, match="more than one row for 'Zill'"):
        drawn("bars", data, **ONE)


def test_the_description_names_the_ends_and_what_is_missing() -> None:
    said = described("bars", DATA, options_of("bars", **ONE), ENGLISH)
    assert said == (
        "Bar chart with 3 bars: “Built”. From the highest down: Arnholm (33) and Zill (22). "
        "There is no value for Kalk: not counted."
    )


def test_the_description_tells_the_order_of_a_few_values_and_its_ends() -> None:
    data = table({"port": "string", "built": "integer"}, ("Zill", 22.0), ("Kalk", 40.0), ("Arnholm", 33.0))
    falling = described("bars", data, options_of("bars", **ONE), ENGLISH)
    assert falling.endswith("From the highest down: Kalk (40), Arnholm (33) and Zill (22).")
    natural = described("bars", data, options_of("bars", **ONE, order="natural"), ENGLISH)
    assert natural.endswith("“Built”. From the highest down: Kalk (40), Arnholm (33) and Zill (22).")


def test_the_description_of_many_values_gives_the_ends() -> None:
    rows = [(2000.0 + at, float(10 + at % 7)) for at in range(20)]
    data = table({"port": "year", "built": "integer"}, *rows)
    said = described("bars", data, options_of("bars", **ONE), ENGLISH)
    assert "In order: 10 (2000); up to the highest, 16 (2006);" in said


def test_the_description_of_few_nested_bars_gives_each_with_its_total() -> None:
    options = options_of("bars", **TWO, layout="nested", of="total")
    assert described("bars", DATA, options, ENGLISH) == (
        "Bar chart of “Used” and “Built” for 3 categories. The bars are shown against “Total”. "
        "Each part of a bar includes those before it. "
        "Arnholm – Used: 3; Built: 33; Total: 33. Zill – Used: 2; Built: 22; Total: 35. "
        "There is no value for Kalk: not counted."
    )


def test_the_description_of_shares_gives_shares() -> None:
    options = options_of("bars", **TWO, layout="stacked", shares=True)
    assert "Zill – Used: 8%; Built: 92%. Arnholm – Used: 8%; Built: 92%." in described("bars", DATA, options, ENGLISH)


def test_the_description_leaves_the_tables_title_to_the_subtitle() -> None:
    said = described("bars", replace(DATA, title="Berths"), options_of("bars", **ONE), ENGLISH)
    assert said.startswith("Bar chart with 3 bars: “Built”. From")


def test_parts_too_small_for_their_numbers_bring_an_axis() -> None:
    data = table(COLUMNS, ("Zill", 2.0, 900.0, None), ("Kalk", 300.0, 400.0, None))
    figure = drawn("bars", data, **TWO, layout="stacked")
    assert {"900", "300", "400", "0", "600", "1,000"} <= set(words_in(figure))
    assert "2" not in words_in(figure)
    roomy = table(COLUMNS, ("Zill", 200.0, 900.0, None), ("Kalk", 300.0, 400.0, None))
    assert "0" not in words_in(drawn("bars", roomy, **TWO, layout="stacked"))


def test_columns_too_thin_for_huge_numbers_have_an_axis() -> None:
    data = table(
        {"port": "year", "used": "integer", "built": "integer"}, *((2000.0 + at, 9e7, 8e7) for at in range(12))
    )
    words = words_in(drawn("bars", data, **TWO, layout="stacked"))
    assert "200,000,000" in words
    assert "90,000,000" not in words


@pytest.mark.parametrize("count", [37, 40, 60])
def test_the_years_below_many_columns_stay_in_the_picture(count: int) -> None:
    data = table({"port": "year", "used": "integer"}, *((1985.0 + at, 20 + at % 7) for at in range(count)))
    figure = drawn("bars", data, category="port", values=("used",))
    boxes = [text.get_window_extent() for text in figure.texts if text.get_text().isdecimal()]
    assert len(boxes) > 5
    assert min(box.x0 for box in boxes) >= 0
    assert max(box.x1 for box in boxes) <= figure.bbox.x1


def test_where_there_is_nothing_to_share_out_stands_a_zero() -> None:
    data = table(COLUMNS, ("Zill", 0.0, 0.0, None), ("Kalk", 0.0, 0.0, None))
    for direction in ("horizontal", "vertical"):
        figure = drawn("bars", data, **TWO, layout="stacked", shares=True, direction=direction)
        assert words_in(figure).count("0") == 2


def test_shares_stand_in_their_own_order() -> None:
    data = table(COLUMNS, ("Zill", 20.0, 80.0, None), ("Kalk", 9.0, 1.0, None))
    words = words_in(drawn("bars", data, **TWO, layout="stacked", shares=True))
    assert words.index("Kalk") < words.index("Zill")


def test_the_dash_for_a_missing_column_is_explained() -> None:
    rows = [(2000.0 + at, None if at == 4 else 5.0) for at in range(16)]
    data = table({"port": "year", "built": "number"}, *rows, missing="not counted")
    assert {"–", "not counted"} <= set(words_in(drawn("bars", data, **ONE)))
    few = table({"port": "year", "built": "number"}, *rows[3:6], missing="not counted")
    assert "–" not in words_in(drawn("bars", few, **ONE))


def test_a_part_that_is_missing_is_told_beside_the_total() -> None:
    data = table(COLUMNS, ("Zill", None, 22.0, 35.0), ("Kalk", 4.0, 20.0, 30.0), missing="not counted")
    options = {**TWO, "layout": "stacked", "of": "total", "rest": "free"}
    assert {"of 35 (not counted: Used)", "24 of 30"} <= set(words_in(drawn("bars", data, **options)))
    assert {"of 35 (–)", "not counted: Used"} <= set(words_in(drawn("bars", data, **options, direction="vertical")))
    assert "not counted: Used" in words_in(drawn("bars", data, **options, labels=False))
    said = described("bars", data, options_of("bars", **options), ENGLISH)
    assert "Zill – Used: not counted; Built: 22;" in said
    assert "Sum of the parts: 24; Total: 30." in said


def test_a_long_reason_for_a_missing_part_has_a_row_high_enough() -> None:
    reason = "the harbour board has closed its books for the year and counts again from the spring"
    data = table(
        COLUMNS, ("Zill", None, 22.0, 35.0), ("Kalk", 4.0, 20.0, 30.0), ("Moor", None, 20.0, 30.0), missing=reason
    )
    for more in ({"of": "total"}, {"labels": False, "of": "total"}, {}):
        figure = drawn("bars", data, **TWO, layout="stacked", **more)
        assert faults(figure) == []
        assert any(f"{reason}: Used" in word for word in words_in(figure))


@pytest.mark.parametrize("direction", ["horizontal", "vertical"])
def test_a_stack_has_its_sum_at_its_end(direction: str) -> None:
    data = table(COLUMNS, ("Zill", 20.0, 22.0, None), ("Kalk", -15.0, -16.0, None), ("Moor", 30.0, -9.0, None))
    words = words_in(drawn("bars", data, **TWO, layout="stacked", direction=direction))
    assert {"42", "−31"} <= set(words)
    assert "21" not in words


def _weights(figure: Figure) -> dict[str, object]:
    return {text.get_text(): text.get_fontweight() for text in figure.texts}


@pytest.mark.parametrize("direction", ["horizontal", "vertical"])
@pytest.mark.parametrize("count", [3, 8, 10])
def test_every_stack_has_its_sum_in_heavier_type_however_many_there_are(count: int, direction: str) -> None:
    rows = [(str(2011 + at), 441.7 + 60 * at, 171.4 + 6 * at, None) for at in range(count)]
    data = table({**COLUMNS, "used": MILLIONS, "built": MILLIONS}, *rows)
    figure = drawn("bars", data, **TWO, layout="stacked", direction=direction)
    sums = [f"£{441.7 + 171.4 + 66 * at:,.1f}m" for at in range(count)]
    assert [_weights(figure)[text] for text in sums] == ["semibold"] * count
    assert faults(figure) == []


def test_a_sum_sets_its_mark_in_a_second_line_where_a_column_is_narrow() -> None:
    rows = [(str(2011 + at), 841.7, 371.4, None) for at in range(10)]
    data = table({**COLUMNS, "used": MILLIONS, "built": MILLIONS}, *rows)
    both = {"used": Mark.PROVISIONAL, "built": Mark.PROVISIONAL}
    data = replace(data, marks=(*({} for _ in rows[1:]), both))
    figure = drawn("bars", data, **TWO, layout="stacked", direction="vertical")
    assert f"£1,213.1m\n{Mark.PROVISIONAL.sign}" in _weights(figure)
    assert faults(figure) == []


def test_sums_of_many_columns_leave_the_unit_to_the_axis() -> None:
    rows = [(str(2011 + at), 841.7, 371.4, None) for at in range(12)]
    data = table({**COLUMNS, "used": MILLIONS, "built": MILLIONS}, *rows)
    figure = drawn("bars", data, **TWO, layout="stacked", direction="vertical")
    words = words_in(figure)
    assert words.count("1,213.1") == 12
    assert "£1,000m" in words
    assert faults(figure) == []


def test_columns_of_shares_that_add_up_to_a_hundred_have_no_sums() -> None:
    share = {"type": "integer", "unit": "%"}
    columns = {**COLUMNS, "used": share, "built": share}
    whole = [("Zill", 60.0, 40.0, None), ("Kalk", 33.0, 66.0, None)]
    for rows, sums in ((whole, set()), ([*whole, ("Moor", 20.0, 30.0, None)], {"100%", "99%", "50%"})):
        weights = _weights(drawn("bars", table(columns, *rows), **TWO, layout="stacked", direction="horizontal"))
        heavy = {text for text, weight in weights.items() if weight == "semibold"}
        assert heavy - {"Zill", "Kalk", "Moor"} == sums


def test_shares_and_bars_without_labels_have_no_sums() -> None:
    data = table(COLUMNS, ("Zill", 20.0, 22.0, None), ("Kalk", 30.0, 16.0, None))
    for direction in ("horizontal", "vertical"):
        for option in ("shares", "labels"):
            more: dict[str, Any] = {option: option == "shares"}
            weights = _weights(drawn("bars", data, **TWO, layout="stacked", direction=direction, **more))
            assert {text for text, weight in weights.items() if weight == "semibold"} <= {"Zill", "Kalk"}


def test_a_stack_of_provisional_parts_has_a_provisional_sum() -> None:
    marks = ({"used": Mark.PROVISIONAL}, {"used": Mark.PROVISIONAL, "built": Mark.ESTIMATED})
    data = replace(table(COLUMNS, ("Zill", 20.0, 22.0, 50.0), ("Kalk", 10.0, 15.0, 50.0)), marks=marks)
    words = words_in(drawn("bars", data, **TWO, layout="stacked"))
    assert {f"42\u00a0{Mark.PROVISIONAL.sign}", "25"} <= set(words)


@pytest.mark.parametrize(
    ("layout", "shares", "first"),
    [("grouped", False, "Kalk"), ("stacked", False, "Zill"), ("stacked", True, "Kalk"), ("nested", False, "Moor")],
)
def test_stacks_are_ordered_by_what_they_add_up_to_others_by_their_first_value(
    layout: str, shares: bool, first: str
) -> None:
    rows = [("Moor", 4.0, 5.0, None), ("Zill", 3.0, 60.0, None), ("Kalk", 9.0, 8.0, None)]
    data = table(
        COLUMNS, *(row if layout != "nested" or row[0] != "Kalk" else ("Kalk", 1.0, 8.0, None) for row in rows)
    )
    words = words_in(drawn("bars", data, **TWO, layout=layout, shares=shares, order="value"))
    assert next(word for word in words if word in ("Zill", "Kalk", "Moor")) == first


def test_the_description_tells_what_stands_out_and_what_stacks_add_up_to() -> None:
    said = described("bars", DATA, options_of("bars", **ONE, highlight=("Zill", "Kalk")), ENGLISH)
    assert "“Built”. Highlighted: Zill and Kalk. From the highest down" in said
    stacked = described("bars", DATA, options_of("bars", **TWO, layout="stacked"), ENGLISH)
    assert "Arnholm – Used: 3; Built: 33; Sum of the parts: 36." in stacked


@pytest.mark.parametrize("direction", ["horizontal", "vertical"])
@pytest.mark.parametrize("layout", ["stacked", "nested"])
@pytest.mark.parametrize("count", range(2, 7))
def test_parts_and_the_rest_of_their_total_are_told_apart_in_grey(count: int, layout: str, direction: str) -> None:
    series = ("Food", "Labour", "Overheads", "Rent", "Power", "Water")[:count]
    names, rows = ("Zill", "Kalk", "Moor", "Arnholm"), []
    for row, name in enumerate(names):
        parts = sorted(float(3 + (row * 7 + at * 5) % 11) for at in range(count))
        total = sum(parts) + 4.0 * (row % 3)
        missing = row % count if row % 2 else -1
        rows.append((name, *(None if at == missing else part for at, part in enumerate(parts)), total))
    data = table({"port": "string", **dict.fromkeys((*series, "all"), "integer")}, *rows, missing="not reported")
    options: dict[str, Any] = {
        "values": series,
        "layout": layout,
        "direction": direction,
        "of": "all",
        "rest": "up to the ceiling",
    }
    assert faults(drawn("bars", data, category="port", **options)) == []


AGES = [("Total", 90.0), ("30-39", 40.0), ("under 18", 5.0), ("50+", 15.0), ("18-29", 30.0)]


def test_bands_keep_their_order_with_the_total_last_unless_the_table_is_asked_for() -> None:
    data = table({"age": "string", "n": "integer"}, *AGES)
    given: dict[str, Any] = {"category": "age", "values": ("n",)}
    names = {order: _names(data, **given, **({"order": order} if order else {})) for order in ("", "value", "natural")}
    assert names[""] == ["under 18", "18-29", "30-39", "50+", "Total"]
    assert names["value"] == ["Total", "30-39", "18-29", "50+", "under 18"]
    assert names["natural"] == [name for name, _ in AGES]


def _names(data: ChartData, **given: Any) -> list[str]:
    return list(does("bars").read(data, options_of("bars", **given), ENGLISH).names)
