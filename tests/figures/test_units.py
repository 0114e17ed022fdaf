"""Units of values in charts: at axes, in keys and on tiles, each as there is room."""

from __future__ import annotations

from dataclasses import replace

import pytest

from reportgen.figures.contract import ColumnInfo
from reportgen.figures.kit.binning import classes_of
from reportgen.figures.kit.wording import axis_title, difference, label, on_a_tile, tick_texts, under_title
from reportgen.language import words_for

WORDS = words_for("en-GB")


def plain(texts: list[str]) -> list[str]:
    return [text.replace("\u00a0", " ") for text in texts]


@pytest.mark.parametrize(
    ("unit", "mark", "tick", "title", "titled", "tile"),
    [
        ("%", "5%", "5%", "Rate", "5%", "5%"),
        ("£bn", "£5bn", "£5bn", "Rate", "£5bn", "£5bn"),
        ("million", "5 million", "5 million", "Rate (million)", "5", "5"),
        ("km", "5 km", "5 km", "Rate (km)", "5", "5"),
        ("per 1,000", "5 per 1,000", "5", "Rate (per 1,000)", "5", "5"),
        ("£ per head", "£5 per head", "£5", "Rate (£ per head)", "£5", "£5"),
        ("£ million", "£5 million", "£5 million", "Rate", "£5 million", "5"),
        ("% of GDP", "5% of GDP", "5%", "Rate (% of GDP)", "5%", "5%"),
    ],
)
def test_a_unit_stands_where_there_is_room(unit: str, mark: str, tick: str, title: str, titled: str, tile: str) -> None:
    info = ColumnInfo("rate", "Rate", "number", unit)
    shown = [label(5.0, one, WORDS) for one in (info, under_title(info), on_a_tile(info))]
    assert plain([*shown, *tick_texts([5.0], unit, WORDS)]) == [mark, titled, tile, tick]
    assert axis_title(info, WORDS) == title


@pytest.mark.parametrize(
    ("language", "unit", "mark"),
    [
        ("en-GB", "£ million", "£5m"),
        ("en-GB", "£ billion per year", "£5bn per year"),
        ("en-GB", "EUR million", "EUR 5m"),
        ("en-GB", "million", "5 million"),
        ("en-GB", "£bn", "£5bn"),
        ("fr", "€ million", "5 M€"),
        ("fr", "milliards €", "5 Md€"),
        ("fr", "milliers €", "5 k€"),
        ("fr", "billions €", "5 billions €"),
        ("fr", "milliards", "5 milliards"),
    ],
)
def test_of_money_a_chart_has_the_short_form_of_the_size(language: str, unit: str, mark: str) -> None:
    words = words_for(language).compact
    assert plain([label(5.0, ColumnInfo("n", "N", "number", unit), words), *tick_texts([5.0], unit, words)])[0] == mark


def test_numbers_have_the_plus_of_their_column() -> None:
    info = ColumnInfo("change", "Change", "number", "%", 1, plus="+")
    assert [label(value, info, WORDS) for value in (6.2, 0.0, -1.3)] == ["+6.2%", "0.0%", "−1.3%"]
    assert difference(6.2, 2.0, replace(info, unit=""), WORDS) == "4.2", "how far apart two are is no change"


def test_a_class_says_its_unit_once() -> None:
    info = ColumnInfo("n", "N", "integer", "million")
    texts = classes_of([1, 12, 30, 60, 70, 90], [10, 50]).texts(info, WORDS)
    assert plain(texts) == ["under 10 million", "10 to 49 million", "50 million or more"]
