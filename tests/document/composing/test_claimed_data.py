"""Titles of charts with their data, half of them right and half of them wrong: just the wrong ones are told."""

from __future__ import annotations

from typing import Any

import pytest

from reportgen.dates import PartialDate
from reportgen.document.composing.claims import contradicted
from reportgen.document.inlines import Text
from reportgen.document.text.desk import ChartDraft
from reportgen.figures.contract import ChartData, ChartSpec, ColumnInfo, Value
from tests.document.composing.test_claims import LANGUAGES
from tests.document.sample import table

Rows = tuple[dict[str, Value], ...]
TOWNS = {"Allier": 6.1, "Cantal": 7.4, "Creuse": 9.8, "Nièvre": 8.0}
BOATS = {"Kent": 60.0, "Wales": 20.0, "Mull": 15.0, "Skye": 5.0}
SPENT = [10.0, 14.0, 12.0, 15.0, 18.0, 22.0]
LOST = [22.0, 20.0, 21.0, 15.0, 12.0, 9.0]
RATES = {"North": [5.0, 6.0, 7.0, 8.0, 9.0], "South": [9.0, 8.0, 7.5, 6.5, 6.0], "East": [3.0, 3.0, 3.0, 3.0, 3.5]}
TRIPS = {"Commercial": (40.0, 18.0), "Council": (12.0, 25.0)}


def told(title: str, kind: str, data: ChartData, options: dict[str, Any], language: str) -> str:
    selected: Any = type("Selected", (), {"table": table("t", [], [])})()
    spec = ChartSpec("one", kind, data, options, {}, title=title)
    text = (Text(title),)
    return contradicted(
        ChartDraft(spec, "chart-one", "1", "Chart 1", text, (), (), selected, (), {}), LANGUAGES[language]
    )


def side_by_side(values: dict[str, float], measure: str, unit: str) -> tuple[str, ChartData, dict[str, Any]]:
    columns = ColumnInfo("area", "Area"), ColumnInfo("value", measure, "number", unit)
    rows: Rows = tuple({"area": name, "value": value} for name, value in values.items())
    return "bars", ChartData(columns, rows), {"category": "area", "values": "value"}


def one_way(values: list[float], measure: str) -> tuple[str, ChartData, dict[str, Any]]:
    columns = ColumnInfo("year", "Year", "date"), ColumnInfo("value", measure, "number", "£m")
    rows: Rows = tuple({"year": PartialDate(2019 + at), "value": value} for at, value in enumerate(values))
    return "lines", ChartData(columns, rows), {"date": "year", "values": ["value"]}


def several_ways(measure: str, names: dict[str, str]) -> tuple[str, ChartData, dict[str, Any]]:
    columns = ColumnInfo("year", "Year", "year"), ColumnInfo("area", "Area"), ColumnInfo("v", measure, "number", "%")
    rows: Rows = tuple(
        {"year": float(2018 + at), "area": names[name], "v": value}
        for name, values in RATES.items()
        for at, value in enumerate(values)
    )
    return "lines", ChartData(columns, rows), {"date": "year", "values": "v", "series": "area"}


def sloped(names: dict[str, str]) -> tuple[str, ChartData, dict[str, Any]]:
    columns = ColumnInfo("kind", "Kind"), ColumnInfo("a", "2014", "number"), ColumnInfo("b", "2024", "number")
    rows: Rows = tuple({"kind": names[name], "a": one, "b": other} for name, (one, other) in TRIPS.items())
    return "slope", ChartData(columns, rows), {"category": "kind", "values": ["a", "b"]}


SAME = {name: name for name in (*RATES, *TRIPS)}
FRENCH = {"North": "Nord", "South": "Sud", "East": "Est", "Commercial": "Lignes privées", "Council": "Lignes publiques"}
CHARTS = {
    "en-GB": {
        "towns": side_by_side(TOWNS, "Rate of unemployment", "%"),
        "boats": side_by_side(BOATS, "Boats", ""),
        "spent": one_way(SPENT, "Spending"),
        "lost": one_way(LOST, "Water lost"),
        "rates": several_ways("Rate", SAME),
        "trips": sloped(SAME),
    },
    "fr": {
        "towns": side_by_side(TOWNS, "Taux de chômage", "%"),
        "boats": side_by_side(BOATS, "Bateaux", ""),
        "spent": one_way(SPENT, "Dépenses"),
        "lost": one_way(LOST, "Pertes d’eau"),
        "rates": several_ways("Taux", FRENCH),
        "trips": sloped(FRENCH),
    },
}
RIGHT = {
    "en-GB": """
        towns: Creuse has the highest rate of unemployment
        towns: Unemployment is highest in Creuse and lowest in Allier
        towns: Allier has a lower rate than Cantal
        towns: Allier has less than half
        boats: Kent has the most boats
        boats: Kent has more than half of the boats
        boats: Wales has more boats than Mull
        spent: Spending has risen since 2021
        spent: Spending more than doubled between 2019 and 2024
        spent: Spending fell from 2020 to 2021
        spent: Spending was highest in 2024
        spent: Spending has doubled
        lost: Water lost has fallen by 13 since 2019
        lost: Water lost has halved
        rates: The rate rose in the North and fell in the South
        rates: The rate rose in the North and the East
        rates: North overtook South in 2021
        rates: The North has overtaken the South
        rates: Since 2019, the rate has fallen in the South
        rates: South had the highest rate in 2018
        trips: Commercial has halved
        trips: Council doubled
    """,
    "fr": """
        towns: La Creuse a le taux le plus élevé
        towns: Le chômage est le plus élevé dans la Creuse et le plus faible dans l’Allier
        boats: Kent a plus de la moitié des bateaux
        boats: Wales a plus de bateaux que Mull
        spent: Les dépenses ont augmenté depuis 2021
        spent: Les dépenses ont baissé entre 2020 et 2021
        lost: Les pertes d’eau ont diminué de moitié
        rates: Le taux a augmenté dans le Nord et l’Est
        rates: Le Nord a dépassé le Sud en 2021
        rates: Le taux du Sud a baissé
        trips: Lignes publiques ont doublé
    """,
}
WRONG = {
    "en-GB": """
        towns: Allier has the highest rate of unemployment
        towns: Unemployment is highest in Allier and lowest in Creuse
        towns: Unemployment is highest in Creuse and lowest in Cantal
        towns: Creuse has a lower rate than Cantal
        towns: Creuse has more than half
        boats: Skye has the most boats
        boats: Wales has more than half of the boats
        boats: Mull has more boats than Wales
        spent: Spending has fallen since 2021
        spent: Spending doubled between 2020 and 2022
        spent: Spending rose from 2020 to 2021
        spent: Spending was lowest in 2024
        spent: Spending has tripled
        lost: Water lost has risen since 2019
        lost: Water lost has doubled
        rates: The rate fell in the North and the South
        rates: The rate has halved in the East
        rates: North overtook South in 2019
        rates: The South has overtaken the North
        rates: Since 2019, the rate has risen in the South
        rates: North had the highest rate in 2018
        trips: Commercial has doubled
        trips: Council halved
    """,
    "fr": """
        towns: Allier a le taux le plus élevé
        towns: L’Allier a le taux le plus élevé
        towns: Le chômage est le plus élevé dans l’Allier
        boats: Wales a plus de la moitié des bateaux
        boats: Mull a plus de bateaux que Wales
        spent: Les dépenses ont baissé depuis 2021
        spent: Les dépenses ont augmenté entre 2020 et 2021
        lost: Les pertes d’eau ont doublé
        rates: Le taux a baissé dans le Nord et le Sud
        rates: Le Nord a dépassé le Sud en 2019
        rates: L’Est a dépassé le Nord
        trips: Lignes privées ont doublé
    """,
}


def titles(listed: dict[str, str]) -> list[tuple[str, str, str]]:
    lines = [(language, line.strip()) for language, text in listed.items() for line in text.strip().splitlines()]
    return [(language, *line.split(": ", 1)) for language, line in lines]  # type: ignore[misc]


@pytest.mark.parametrize(("language", "chart", "title"), titles(RIGHT))
def test_a_title_that_is_right_is_left_in_peace(language: str, chart: str, title: str) -> None:
    assert told(title, *CHARTS[language][chart], language) == ""


@pytest.mark.parametrize(("language", "chart", "title"), titles(WRONG))
def test_a_title_that_is_wrong_is_told(language: str, chart: str, title: str) -> None:
    assert told(title, *CHARTS[language][chart], language).startswith("says '")


@pytest.mark.parametrize(
    ("chart", "title"),
    [
        ("towns", "Allier has the highest rate among small towns"),
        ("towns", "Allier has nearly the highest rate"),
        ("towns", "Growth is highest in Allier"),
        ("boats", "Wales has more than half of the new boats"),
        ("boats", "Wales has more yachts than Kent"),
        ("spent", "Spending fell in the first half of the period, and has fallen since 2021 in real terms"),
        ("spent", "Real spending has fallen since 2021"),
        ("spent", "Spending has fallen since 2010"),
        ("rates", "The rate fell in the North and the Isles"),
        ("rates", "The rate fell"),
        ("rates", "North may overtake South"),
        ("rates", "North overtook South after 2018 and before 2030"),
        ("trips", "Commercial trips doubled in the towns"),
    ],
)
def test_a_claim_that_can_not_be_decided_is_left_in_peace(chart: str, title: str) -> None:
    assert told(title, *CHARTS["en-GB"][chart], "en-GB") == ""
