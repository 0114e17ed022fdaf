"""What titles claim of their data: the opposite of them is told, all that is true or unsure is left in peace."""

from __future__ import annotations

from random import Random
from typing import Any

import pytest

from reportgen.dates import PartialDate
from reportgen.document.composing.claims import contradicted
from reportgen.document.inlines import Text
from reportgen.document.text.desk import ChartDraft
from reportgen.figures.contract import ChartData, ChartSpec, ColumnInfo, Value
from reportgen.language import words_for

LANGUAGES = {tag: words_for(tag) for tag in ("en-GB", "fr")}
NAMES = ("Wales", "Bosnia and Herzegovina", "Northmark", "Kent", "Val d’Or")
RANKED = {
    "en-GB": ("{} has the highest share", "{} has the lowest share of pupils", "{} has more than half"),
    "fr": ("{} a la part la plus élevée", "{} a la part la plus faible", "{} a plus de la moitié"),
}
MOVED = {
    "en-GB": ("Spending rose", "Spending fell sharply", "Spending has doubled", "Spending halved"),
    "fr": ("Les dépenses ont augmenté", "Les dépenses ont baissé fortement", "Les dépenses ont doublé",
           "Les dépenses ont diminué de moitié"),
}  # fmt: skip
MEASURES = {"en-GB": ("Share of pupils", "Spending"), "fr": ("Part des élèves", "Dépenses")}


def told(title: str, kind: str, data: ChartData, options: dict[str, Any], language: str = "en-GB") -> str:
    spec = ChartSpec("one", kind, data, options, {}, title=title)
    nothing: Any = None
    chart = ChartDraft(spec, "chart-one", "1", "Chart 1", (Text(title),), (), (), nothing, (), {})
    return contradicted(chart, LANGUAGES[language])


def ranked(title: str, values: dict[str, float | None], measure: str = "Share of pupils", **more: str) -> str:
    columns = ColumnInfo("area", "Area", type="string"), ColumnInfo("share", measure, type="number", unit="%")
    data = ChartData(columns, tuple({"area": name, "share": value} for name, value in values.items()))
    return told(title, "bars", data, {"category": "area", "values": "share"}, **more)


def moved(title: str, values: list[float], measure: str = "Spending", **more: str) -> str:
    columns = ColumnInfo("year", "Year", type="date"), ColumnInfo("spent", measure, type="number", unit="£m")
    rows: tuple[dict[str, Value], ...] = tuple(
        {"year": PartialDate(2010 + at), "spent": value} for at, value in enumerate(values)
    )
    return told(title, "lines", ChartData(columns, rows), {"date": "year", "values": ["spent"]}, **more)


@pytest.mark.parametrize("language", LANGUAGES)
def test_who_has_the_highest_the_lowest_or_most_is_told_just_where_it_is_not_so(language: str) -> None:
    found = 0
    for seed in range(200):
        chance = Random(seed)
        values: dict[str, float | None] = {name: float(chance.randint(0, 99)) for name in NAMES}
        known = [value for value in values.values() if value is not None]
        for name in NAMES:
            own = values[name] or 0.0
            true = (own == max(known), own == min(known), own >= 50)
            for title, is_true in zip(RANKED[language], true, strict=True):
                said = ranked(title.format(name), values, MEASURES[language][0], language=language)
                assert (said == "") == is_true, (title, name, values)
                found += bool(said)
    assert found > 500


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_rose_fell_doubled_or_halved_is_told_just_where_it_did_not(language: str) -> None:
    for seed in range(200):
        chance = Random(seed)
        values = [float(chance.randint(1, 60)) for _ in range(chance.randint(2, 9))]
        first, last = values[0], values[-1]
        true = (last >= first, last <= first, last >= 1.5 * first, last <= 0.75 * first)
        for title, is_true in zip(MOVED[language], true, strict=True):
            assert (moved(title, values, MEASURES[language][1], language=language) == "") == is_true, (title, values)


def test_it_says_what_the_data_have() -> None:
    assert ranked("Wales has the highest share", {"Wales": 3.0, "Kent": 4.0}) == (
        "says 'Wales has the highest', and in the data that is 'Kent'"
    )
    assert ranked("Wales has more than half", {"Wales": 43.0, "Kent": 4.0}) == (
        "says 'Wales has more than half', and the data say 43%"
    )
    assert moved("Spending fell by a little", [3.0, 1.0, 1234.5]) == "says 'fell', and the data go from 3 to 1,234.5"


@pytest.mark.parametrize(
    "title",
    [
        "Wales has the highest rise in share",
        "Wales has the highest growth",
        "Wales has the highest share of the small areas",
        "Wales has the highest share after Kent",
        "Wales no longer has the highest share",
        "Wales has not the highest share",
        "Wales has the highest share, but not in towns",
        "Wales has the highest share outside towns",
        "In 2019 Wales has the highest share",
        "Not Wales has the highest share",
        "South Wales has the highest share",
        "Who has the highest share?",
        "Wales had the highest share in 2019",
        "Wales has the second highest share",
        "Wales has more than half the teachers that it needs",
        "Wales is highest of all in the league of roads",
    ],
)
def test_a_title_that_is_unsure_is_left_in_peace(title: str) -> None:
    assert ranked(title, {"Wales": 3.0, "Kent": 4.0}) == ""


@pytest.mark.parametrize(
    "title",
    [
        "Spending growth fell",
        "Prices fell",
        "Spending fell in 2012",
        "Spending fell short of the plan",
        "Spending fell and rose again",
        "Spending first fell",
        "Spending fell until 2012",
        "Spending per head fell",
        "Spending never fell",
        "Spending in Wales fell",
        "Spending, in real terms, fell",
        "The rise in spending slowed",
        "It fell",
    ],
)
def test_a_way_that_is_unsure_is_left_in_peace(title: str) -> None:
    assert moved(title, [3.0, 2.0, 4.0]) == ""


def test_charts_of_several_measures_and_with_gaps_are_left_in_peace() -> None:
    assert ranked("Wales has the highest share", {"Wales": 3.0, "Kent": 4.0, "Northmark": None}) == ""
    columns = ColumnInfo("area", "Area", type="string"), ColumnInfo("share", "Share", type="number")
    data = ChartData(columns, ({"area": "Wales", "share": 3.0}, {"area": "Kent", "share": 4.0}))
    for options in (
        {"category": "area", "values": ["share", "other"]},
        {"category": "area", "values": "share", "series": "area"},
        {"category": "area", "values": "share", "of": "share"},
    ):
        assert told("Wales has the highest share", "bars", data, options) == ""
    assert told("Wales has the highest share", "bars", data, {"category": "area", "values": "share"}) != ""
