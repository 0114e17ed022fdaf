"""Stages: which dots are large, small and hollow, where, and what is written."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Any

import pytest
from matplotlib.figure import Figure
from matplotlib.lines import Line2D

from reportgen.figures.contract import ChartData, ChartError
from reportgen.language import Words
from tests.charts.support import (
    ENGLISH,
    FRENCH,
    HOUSE,
    cross_table,
    day,
    described,
    drawn,
    options_of,
    points,
    table,
    texts,
    words_in,
)

STEPS = ("Planned", "Funded", "Built", "Open")
KEYS: dict[str, Any] = {"name": "route", "stage": "step", "date": "when"}


def routes(*rows: tuple[str, str | None, str | None]) -> ChartData:
    columns = {"route": "string", "step": {"values": STEPS}, "when": "date"}
    return table(columns, *((name, step, day(when) if when else None) for name, step, when in rows))


DATA = routes(
    ("Zill", None, None),
    ("Kalk", "Planned", "2011"),
    ("Arnholm", "Planned", "2004-05"),
    ("Arnholm", "Built", "2009-01-31"),
    ("Merring", "Planned", "2001"),
    ("Merring", "Built", "2008"),
)


def _dots(figure: Figure) -> list[Line2D]:
    return [line for line in figure.axes[0].lines if line.get_marker() == "o"]


def _sizes(figure: Figure) -> list[float]:
    return [float(line.get_markersize()) for line in _dots(figure)]


def test_rows_go_from_the_furthest_down_the_earliest_of_equals_first() -> None:
    names = [word for word in words_in(drawn("stages", DATA, **KEYS)) if word in {"Zill", "Kalk", "Arnholm", "Merring"}]
    assert names == ["Merring", "Arnholm", "Kalk", "Zill"]


def test_natural_rows_stay_as_in_the_table() -> None:
    words = words_in(drawn("stages", DATA, **KEYS, rows="natural"))
    assert words[:4] == ["Zill", "Kalk", "Arnholm", "Merring"]


def test_an_explicit_sort_wins_over_the_automatic_order() -> None:
    given = replace(DATA, sorted=True)
    assert words_in(drawn("stages", given, **KEYS))[:4] == ["Zill", "Kalk", "Arnholm", "Merring"]
    assert words_in(drawn("stages", given, **KEYS, rows="reached"))[:4] == ["Merring", "Arnholm", "Kalk", "Zill"]


def test_a_key_explains_a_stage_without_a_date_where_there_is_one() -> None:
    assert "passed, date not given" in words_in(drawn("stages", DATA, **KEYS))
    dated = routes(("Kalk", "Planned", "2011"), ("Kalk", "Funded", "2012"))
    assert "passed, date not given" not in words_in(drawn("stages", dated, **KEYS))


def test_all_years_of_a_row_stand_on_one_line() -> None:
    figure = drawn("stages", routes(("Kalk", "Planned", "2011"), ("Kalk", "Funded", "2012")), **KEYS)
    years = [text for text in texts(figure) if text.get_text().isdigit()]
    assert len(years) == 2
    assert years[0].get_position()[1] == years[1].get_position()[1]


def test_one_large_dot_a_row_marks_the_stage_reached() -> None:
    figure = drawn("stages", DATA, **KEYS)
    large = [dot for dot in _dots(figure) if dot.get_markersize() > 8]
    columns = sorted({points(dot)[0][0] for dot in _dots(figure)})
    assert [columns.index(points(dot)[0][0]) for dot in large] == [2, 2, 0]
    assert len(_sizes(figure)) == 16


def test_a_stage_passed_without_date_is_hollow_and_bears_no_year() -> None:
    figure = drawn("stages", routes(("Kalk", "Planned", "2001"), ("Kalk", "Built", "2005")), **KEYS)
    passed = _dots(figure)[1]
    assert passed.get_color() == HOUSE.colours.paper
    assert passed.get_markeredgecolor() == HOUSE.colours.accent
    assert [word for word in words_in(figure) if word.isdigit()] == ["2001", "2005"]


def test_headings_can_be_other_words() -> None:
    assert "Money found" in words_in(drawn("stages", DATA, **KEYS, headings={"Funded": "Money found"}))


def test_the_earliest_of_two_dates_counts() -> None:
    figure = drawn("stages", routes(("Kalk", "Planned", "2007"), ("Kalk", "Planned", "2003")), **KEYS)
    assert "2003" in words_in(figure)
    assert "2007" not in words_in(figure)


def test_years_may_be_numbers() -> None:
    data = table({"route": "string", "step": "string", "when": "year"}, ("Kalk", "Open", 1999.0))
    assert "1999" in words_in(drawn("stages", data, **KEYS))


@pytest.mark.parametrize(
    ("data", "more", "message"),
    [
        (routes(("Kalk", "Planned", "2001")), {"order": ("Bult",)}, "none of the stages in order: is in the table"),
        (routes((None, "Planned", "2001")), {}, "a row has no name"),  # type: ignore[arg-type]
        (routes(("Kalk", "Planned", "2001")), {"order": tuple("Planned" + c for c in "abcdefghijklm")}, "none of"),
        (
            table({"route": "string", "step": "string", "when": "string"}, ("Kalk", "Open", "soon")),
            {},
            "'soon' in the date column is neither a date nor a year",
        ),
    ],
)
def test_what_cannot_be_drawn_says_why_and_what_to_do(data: ChartData, more: dict[str, Any], message: str) -> None:
    with pytest.raises(ChartError, match=message) as raised:
        drawn("stages", data, **KEYS, **more)
    assert raised.value.hint


def test_the_description_says_who_has_reached_which_stage_and_when() -> None:
    said = described("stages", DATA, options_of("stages", **KEYS), ENGLISH)
    assert said == (
        "4 rows on a path of 4 stages: “Planned”, “Funded”, “Built” and “Open”. "
        "Furthest stage reached: “Built”: Merring (2008) and Arnholm (2009); “Planned”: Kalk (2011). "
        "Zill has not reached the first stage."
    )


def test_the_description_in_french() -> None:
    data = routes(("Kalk", "Planned", "2001"), ("Zill", "Open", "2009"))
    said = described("stages", data, options_of("stages", **KEYS), FRENCH)
    assert "Étape la plus avancée atteinte" in said
    assert re.search(r"«.Open.», par Zill \(2009\).; «.Planned.», par Kalk \(2001\)\.$", said)


def test_its_table_has_a_row_an_item_and_a_column_a_stage() -> None:
    options = options_of("stages", **KEYS, headings={"Built": "Work done"})
    made = cross_table("stages", DATA, options, ENGLISH)
    assert (made.name, made.value, made.heads) == ("route", "when", ("Planned", "Funded", "Work done", "Open"))
    assert made.rows == (
        (4, (4, None, 5, None)),
        (2, (2, None, 3, None)),
        (1, (1, None, None, None)),
        (0, (None, None, None, None)),
    )
    assert made.missing == "not reached, or date not given" and made.fits(DATA)


def test_its_table_takes_the_earliest_of_two_dates() -> None:
    data = routes(("Kalk", "Planned", "2011"), ("Kalk", "Planned", "2009"))
    made = cross_table("stages", data, options_of("stages", **KEYS), ENGLISH)
    assert made.rows == ((0, (1, None, None, None)),) and made.missing == "not reached"


def test_a_long_word_at_the_end_is_not_broken() -> None:
    data = table(
        {"route": "string", "step": {"values": ("Planned", "Inauguration")}, "when": "date"},
        ("Kalk", "Planned", day("2001")),
    )
    assert "Inauguration" in [text.get_text() for text in texts(drawn("stages", data, **KEYS))]


def test_years_as_names_stay_years() -> None:
    columns = {"route": "year", "step": {"values": STEPS}, "when": "date"}
    data = table(columns, (1998.0, "Planned", day("2001")))
    assert "1998" in words_in(drawn("stages", data, **KEYS))


def test_a_heading_for_no_stage_is_told() -> None:
    with pytest.raises(ChartError, match="headings: names 'Plan', which is no stage") as raised:
        drawn("stages", DATA, **KEYS, headings={"Plan": "Idea"})
    assert raised.value.hint == "the stages are: Planned, Funded, Built, Open"


COUNTED: dict[str, Any] = {**KEYS, "conditional": "if", "count": "done", "of": "all"}


def counted(*rows: tuple[str, str, str, Any, float | None, float | None], if_: str = "string") -> ChartData:
    columns = {
        "route": "string",
        "step": {"values": STEPS},
        "when": "date",
        "if": {"type": if_, "title": "Conditional"},
    }
    columns |= {"done": {"type": "integer", "title": "Spans built"}, "all": "integer"}
    return table(columns, *((name, step, day(when), *more) for name, step, when, *more in rows))


BRIDGES = counted(
    ("Kalk", "Planned", "2001", None, None, None),
    ("Kalk", "Funded", "2004", "if tolled", 3.0, 8.0),
    ("Zill", "Planned", "2002", None, None, None),
)


def test_how_much_is_done_stands_at_the_end_of_the_row_under_what_is_counted() -> None:
    figure = drawn("stages", BRIDGES, **COUNTED)
    found = {text.get_text().replace("\n", " "): text for text in texts(figure)}
    name, count, heading = found["Kalk"], found["3 of 8"], found["Spans built"]
    assert abs(name.get_position()[1] - count.get_position()[1]) < 1
    assert count.get_window_extent().x0 > max(dot.get_window_extent().x1 for dot in _dots(figure))
    assert abs(count.get_window_extent().x0 - heading.get_window_extent().x0) < 1
    assert "of" not in " ".join(text for text in found if text != "3 of 8").split()


def test_a_stage_on_a_condition_is_half_filled_and_has_a_key() -> None:
    figure = drawn("stages", BRIDGES, **COUNTED)
    halves = [line for line in _dots(figure) if line.get_fillstyle() == "left"]
    assert len(halves) == 1 and halves[0].get_markersize() == max(_sizes(figure))
    assert "Conditional" in words_in(figure)
    assert "Conditional" not in words_in(drawn("stages", BRIDGES, **KEYS))


def test_the_description_and_the_table_tell_conditions_and_counts() -> None:
    options = options_of("stages", **COUNTED)
    said = described("stages", BRIDGES, options, ENGLISH)
    assert said.endswith("Conditional: Kalk (“Funded”: if tolled). Spans built: Kalk (3 of 8).")
    made = cross_table("stages", BRIDGES, options, ENGLISH)
    assert (made.beside, made.asides) == (("done", "all"), ((1, "if tolled"),))
    assert made.rows[0][0] == 1, "the row that names Kalk is the one that has its count"
    yes = counted(("Kalk", "Funded", "2004", True, None, None), if_="boolean")
    said = described("stages", yes, options_of("stages", **COUNTED), ENGLISH)
    assert said.endswith("Conditional: Kalk (“Funded”).")


@pytest.mark.parametrize("words, yes, no", [(ENGLISH, "Yes", "no"), (FRENCH, "oui", "Non")])
def test_a_mere_yes_is_no_condition_in_words_and_a_no_is_none(words: Words, yes: str, no: str) -> None:
    data = counted(("Kalk", "Funded", "2004", yes, None, None), ("Zill", "Funded", "2005", no, None, None))
    said = described("stages", data, options_of("stages", **COUNTED), words)
    assert f"Kalk ({words.quoted('Funded')})" in said and "Zill" not in said.partition("Conditional")[2]


def test_a_no_leaves_the_dot_full() -> None:
    data = counted(("Kalk", "Funded", "2004", "yes", None, None), ("Zill", "Funded", "2005", "no", None, None))
    assert [line.get_fillstyle() for line in _dots(drawn("stages", data, **COUNTED))].count("left") == 1


def test_two_counts_of_one_item_are_told() -> None:
    data = counted(("Kalk", "Planned", "2001", None, 2.0, 8.0), ("Kalk", "Funded", "2004", None, 3.0, 8.0))
    with pytest.raises(ChartError, match="'Kalk' has more than one count: 2 of 8, 3 of 8"):
        drawn("stages", data, **COUNTED)


@pytest.mark.parametrize("tall", [None, 140.0])
def test_a_year_stands_nearer_to_its_own_row_than_to_the_one_above(tall: float | None) -> None:
    data = routes(*((f"Route {at}", step, "2011") for at in range(6) for step in STEPS))
    figure = drawn("stages", data, **KEYS, tall=tall)
    dots = sorted({float(line.get_ydata()[0]) for line in _dots(figure)}, reverse=True)  # type: ignore[index,arg-type]
    years = sorted({text.get_position()[1] for text in texts(figure) if text.get_text() == "2011"}, reverse=True)
    radius = max(_sizes(figure)) / 2
    for above, own, year in zip(dots, dots[1:], years[1:], strict=False):
        top = year + HOUSE.sizes.chart_small * 0.66
        assert year - own - radius < above - radius - top
