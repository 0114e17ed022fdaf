"""Units in the words of a paper's language, and English ones that are told."""

from __future__ import annotations

from pathlib import Path

import pytest

from reportgen.source import load
from reportgen.source.own_units import own_unit
from reportgen.source.units import unit_of


@pytest.mark.parametrize(
    ("typed", "french"),
    [
        ("€ billion", "Md€"),
        ("€bn", "Md€"),
        ("€ million", "M€"),
        ("$m", "M$"),
        ("£000", "k£"),
        ("€ trillion", "billions €"),
        ("CHF million", "M CHF"),
        ("€ million par an", "M€ par an"),
        ("Mrd. €", "Md€"),
        ("Millionen Euro", "M€"),
        ("thousand", "milliers"),
        ("million", "millions"),
        ("Mds€", "Md€"),
        ("milliards d'euros", "milliards d'euros"),
        ("millions de tonnes", "millions de tonnes"),
        ("billions de bits", "billions de bits"),
        ("% du PIB", "% du PIB"),
        ("km", "km"),
        ("", ""),
    ],
)
def test_a_unit_in_french(typed: str, french: str) -> None:
    found = own_unit(typed, "fr-FR")
    assert (found.text.replace("\u00a0", " "), found.strange) == (french, False)


@pytest.mark.parametrize("typed", ["billion", "trillion euros", "thousand jobs", "million households", "£ per head"])
def test_english_words_are_told_in_a_french_paper(typed: str) -> None:
    assert own_unit(typed, "fr-CA").strange
    assert not own_unit(typed, "en-CA").strange


def test_an_english_paper_keeps_what_is_typed() -> None:
    typed = ["€ billion", "Md€", "thousand"]
    assert [own_unit(unit, "en-GB").text for unit in typed] == typed


@pytest.mark.parametrize(
    ("written", "currency", "power"),
    [("Md€", "€", 9), ("M€", "€", 6), ("milliards d'euros", "€", 9), ("Mio. CHF", "CHF", 6), ("milliers", "", 3)],
)
def test_sizes_of_other_languages_are_sizes(written: str, currency: str, power: int) -> None:
    found = unit_of(written)
    assert (found.currency, found.power, found.rest) == (currency, power, "")


def test_columns_and_facts_of_a_french_paper_have_its_units(tmp_path: Path) -> None:
    folder = tmp_path / "sources" / "ports"
    (folder / "data").mkdir(parents=True)
    (folder / "text").mkdir()
    (folder / "briefing.yaml").write_text("title: Les ports\nlanguage: fr-BE\n", encoding="utf-8")
    (folder / "text" / "a.md").write_text("Les bacs.\n", encoding="utf-8")
    (folder / "data" / "ports.csv").write_text("port;dette;quais\nZill;1,5;3,2\n", encoding="utf-8")
    entry = 'ports:\n  columns:\n    port:\n    dette: {type: number, unit: "€bn"}\n'
    entry += "    quais: {type: number, unit: thousand}\n"
    (folder / "data" / "tables.yaml").write_text(entry, encoding="utf-8")
    (folder / "data" / "facts.yaml").write_text('dette: {value: 2.5, unit: "€ billion"}\n', encoding="utf-8")
    found = load(folder, tmp_path)
    assert [one.unit for one in found.tables["ports"].columns] == ["", "Md€", "milliers"]
    assert found.facts["dette"].unit == "Md€"
