"""Organisations of Europe without braces, and persons that a word of their language parts."""

from __future__ import annotations

import pytest

from reportgen.source.bibliography.bibtex_bodies import parts
from reportgen.source.bibliography.bibtex_foreign import is_foreign_body, persons


@pytest.mark.parametrize(
    "name",
    """Cour des comptes|Cour de cassation|Conseil d'État|Conseil d'\\'Etat|Assemblée nationale|Banque de France|
    Minist{\\`e}re du Logement|Ministère de l'Économie, des Finances et de la Souveraineté|Parlement européen|
    Institut national de la statistique et des études économiques|Premier ministre|Ville de Lyon|Agence bio|
    Conseil économique, social et environnemental|Défenseur des droits|Haut-Commissariat au Plan|Métropole de Lyon|
    Bundesamt für Statistik|Statistisches Bundesamt|Umweltbundesamt Dessau|Deutsche Bundesbank|Auswärtiges Amt|
    Rheinisch-Westfälisches Institut Essen|Istituto nazionale di statistica|Banca d'Italia|Corte dei conti|
    Ministerio de Hacienda|Instituto Nacional de Estadística|Câmara Municipal de Lisboa|Statistiska centralbyrån|
    Centraal Planbureau|Ministerie van Financiën|Główny Urząd Statystyczny|Commission européenne""".split("|"),
)
def test_what_organisations_begin_with_in_their_languages(name: str) -> None:
    found = parts([" ".join(name.split())])
    assert [(one.text, one.body, one.told) for one in found] == [(name.strip(), True, "body")]


@pytest.mark.parametrize(
    "name",
    """Jean de La Fontaine|Ville Virtanen|Camara Laye|Cour, Jean|Cortés Martínez, Ana|Deutscher, Isaac|de la Cour, Paul|
    Ludwig van der Berg|Hans Kammer|Rada Iveković|{Cour des comptes}|family=Cour, given=Jean""".replace("\n", "").split(
        "|"
    ),
)
def test_persons_are_none(name: str) -> None:
    assert not is_foreign_body(name.strip())


def test_persons_whom_their_language_parts() -> None:
    assert persons("Sand, Anne et Bac, Luc") == ["Sand, Anne", "Bac, Luc"]
    assert persons("Ann Sand und Jo van der Fähr") == ["Ann Sand", "Jo van der Fähr"]
    for whole in ("Eau et Rivières", "Conseil économique et social", "Ann Sand", "Médecins du monde et Amis", "A et b"):
        assert persons(whole) == [whole]
    assert [one.told for one in parts(["Sand, Anne et Bac, Luc"])] == ["parted", ""]


def test_and_after_one_parts_names() -> None:
    assert [one.text for one in parts(["Cour des comptes", "Ann Sand"])] == ["Cour des comptes", "Ann Sand"]
