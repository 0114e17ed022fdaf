"""What words say of a unit: headings, texts that are one, names under which they stand."""

from __future__ import annotations

import pytest

from reportgen.language.values import with_unit
from reportgen.source.unit_names import heads_units
from reportgen.source.unit_words import unit_alone, unit_in

SAID = {
    "£ (000s)": "£ thousand",
    "Income £ (millions)": "£ million",
    "Turnover (£) (000s)": "£ thousand",
    "Spend £ (m)": "£m",
    "Cost in thousands (£)": "£ thousand",
    "(£) thousands": "£ thousand",
    "Cost (000s, £)": "£ thousand",
    "Cost (000s) £": "£ thousand",
    "Spend £m (per head)": "£m per head",
    "US$ (bn)": "US$bn",
    "Cost (£000s)": "£ thousand",
    "Spend (£, thousands)": "£ thousand",
    "Expenditure £'000": "£ thousand",
    "Income (thousands)": "thousand",
    "Number (000s)": "thousand",
    "Population ('000)": "thousand",
    "Population thousands": "thousand",
    "People (thousands of people)": "thousand people",
    "Jobs (millions)": "million",
    "Debt £m": "£m",
    "Debt (£bn, 2023/24 prices)": "£bn",
    "Mean (£ million, real terms) [note 3]": "£ million",
    "GDP (current US$)": "US$",
    "Value (USD million)": "USD million",
    "Pay (£ per head)": "£ per head",
    "Births per 1,000": "per 1,000",
    "Deaths (number per 100,000)": "per 100,000",
    "Rate (per 1,000 live births)": "per 1,000 live births",
    "Rate (%)": "%",
    "Share, per cent": "%",
    "Percentage of pupils": "%",
    "% change": "%",
    "pct_female": "%",
    "Trade (% of GDP)": "% of GDP",
    "Change (percentage points)": "percentage points",
    "Weight (kg)": "kg",
    "Area (hectares)": "hectares",
    "Taux (en pourcentage)": "%",
    "Bacs (en milliers)": "thousand",
    "Bacs, CVS, en milliers": "thousand",
    "Einwohner (in Tausend)": "thousand",
    "Évolution (en points)": "points",
    "Durée (en jours)": "jours",
    "Péage (en euros)": "€",
    "Décès pour 100 000 habitants": "pour 100 000 habitants",
}


@pytest.mark.parametrize(("name", "unit"), SAID.items())
def test_headings_that_say_it(name: str, unit: str) -> None:
    assert unit_in(name) == unit
    assert unit in ("%", "% of GDP", "percentage points") or with_unit(name, unit) == name or "current" in name


@pytest.mark.parametrize(
    "name", ["Men (UK)", "Men (2021)", "Cost (m)", "Boats (of which new)", "Total", "k", "Million", ""]
)
def test_headings_that_say_none(name: str) -> None:
    assert unit_in(name) == ""


def test_a_text_that_is_a_unit_and_no_more() -> None:
    assert [unit_alone(text) for text in ("£ million", "Per cent", "Thousands", "Source: us")] == [
        "£ million",
        "%",
        "thousand",
        "",
    ]


@pytest.mark.parametrize(
    ("name", "unit"),
    [
        ("Cost (£m 2023)", "£m"),
        ("Cost (£m 2022/23 prices)", "£m"),
        ("Cost (2023 £m)", "£m"),
        ("Cost (real £bn)", "£bn"),
        ("Boats (000s 2023)", ""),
        ("Cost (2023)", ""),
    ],
)
def test_the_year_of_prices_is_no_part_of_a_unit(name: str, unit: str) -> None:
    assert unit_in(name) == unit


@pytest.mark.parametrize("text", ["Unit", "Units:", "Unit of measure", "Unité", "Einheit", "Maßeinheit", "Unidades"])
def test_rows_of_units(text: str) -> None:
    assert heads_units(text)


def test_other_rows() -> None:
    assert not any(map(heads_units, ["Unity", "United Kingdom", "Series", ""]))


def test_a_thousand_in_spanish_is_no_mile() -> None:
    texts = ("en miles", "en miles de barcos", "miles")
    assert [unit_alone(text) for text in texts] == ["thousand", "miles de barcos", "miles"]


SIZED_MONEY = {
    "Ausfuhr Mio EUR": "EUR million",
    "Debt, billion GBP": "GBP billion",
    "Grants million $": "$ million",
    "Prêts milliards d'euros": "€ billion",
    "Ayudas miles de euros": "€ thousand",
    "Loans 1,000 CHF": "CHF thousand",
    "Loans '000 USD": "USD thousand",
    "Schulden Mrd. €": "€ billion",
    "Kredite Tsd €": "€ thousand",
    "Aid EUR m": "EUR m",
    "Aid 10^6 USD": "USD million",
    "grants_mio_chf": "CHF million",
    "debt_bn_gbp": "GBP billion",
    "staff_millions": "million",
    "Staff '000": "thousand",
    "Thousands of pupils": "thousand pupils",
    "Millions": "million",
    "Millions Full time": "million",
    "Fare (p per mile)": "p per mile",
    "Wage (€/hour)": "€/hour",
    "Income (pounds)": "£",
    "Price 2020 EUR": "EUR",
}


@pytest.mark.parametrize(("heading", "unit"), SIZED_MONEY.items())
def test_a_size_beside_a_currency_is_never_lost(heading: str, unit: str) -> None:
    assert unit_in(heading) == unit


def test_a_code_alone_is_a_unit() -> None:
    assert (unit_alone("EUR"), unit_alone("EUR bn"), unit_alone("CHF million")) == ("EUR", "EUR bn", "CHF million")


@pytest.mark.parametrize("heading", ["Loans 100 EUR", "Loans lakh USD", "Loans hundred £", "Thousand Oaks", "Million"])
def test_a_heading_with_a_size_that_is_not_known_has_no_unit(heading: str) -> None:
    assert unit_in(heading) == ""


@pytest.mark.parametrize("sign", ["¹", "²", "³", "*", "†", " ⁴"])
@pytest.mark.parametrize(
    ("heading", "unit"), [("Cost £m", "£m"), ("Turnout %", "%"), ("Fee £", "£"), ("Rate per 1,000", "per 1,000")]
)
def test_the_sign_of_a_note_is_no_part_of_a_unit(heading: str, unit: str, sign: str) -> None:
    assert unit_in(f"{heading}{sign}") == unit
