"""Organisations without braces."""

from __future__ import annotations

import pytest

from reportgen.source.bibliography.bibtex_bodies import NamePart, parts


@pytest.mark.parametrize(
    "name",
    [
        "Council of Europe",
        "Office for National Statistics",
        "HM Treasury",
        "World Bank",
        "Department for Education",
        "The King's Fund",
        "House of Commons Library",
        "Save the Children",
        "Citizens Advice",
        "NHS England",
        "Age UK",
        "Human Rights Watch",
        "Marks & Spencer",
        "Department for Digital, Culture, Media",
        "Oxford Economics",
    ],
)
def test_what_no_person_is_called_is_an_organisation(name: str) -> None:
    assert parts([name]) == (NamePart(name, body=True, told="body"),)


@pytest.mark.parametrize(
    "name",
    [
        "Ann Sand",
        "Sand, Ann",
        "Ludwig van Beethoven",
        "Maria de la Cruz",
        "Jean des Prés",
        "John Banks",
        "Oxfam",
        "{Home Office}",
        "M. Court",
        "Court, Margaret",
        "others",
        "family=Bank, given=Ann",
        r"{\AE}sa Board",
    ],
)
def test_persons_and_what_is_in_braces_stay(name: str) -> None:
    assert parts([name]) == (NamePart(name),)


@pytest.mark.parametrize(
    ("written", "found"),
    [
        ("Ministry of Justice|Home Office", [("Ministry of Justice", "body"), ("Home Office", "body")]),
        ("Office of Rail|Road", [("Office of Rail and Road", "body")]),
        ("Department for Work|Pensions", [("Department for Work and Pensions", "body")]),
        (
            "Organisation for Economic Co-operation|Development",
            [("Organisation for Economic Co-operation and Development", "body")],
        ),
        ("Department of Health|Social Care", [("Department of Health and Social Care", "body")]),
        ("Women|Equalities Committee", [("Women and Equalities Committee", "doubt")]),
        (
            "Foreign, Commonwealth|Development Office",
            [("Foreign, Commonwealth", "doubt"), ("Development Office", "body")],
        ),
        ("Sand, Ann|Office for Rail", [("Sand, Ann", ""), ("Office for Rail", "body")]),
        ("HM Prison|Probation Service", [("HM Prison and Probation Service", "doubt")]),
        ("HM Treasury|Probation Service", [("HM Treasury", "body"), ("Probation Service", "body")]),
        ("The National Archives|Records Office", [("The National Archives", "body"), ("Records Office", "body")]),
        ("NHS England|Care Quality Commission", [("NHS England", "body"), ("Care Quality Commission", "body")]),
        ("Home Office|others", [("Home Office", "body"), ("others", "")]),
        ("Home Office|Ann Sand", [("Home Office and Ann Sand", "doubt")]),
        ("Margaret Court", [("Margaret Court", "doubt")]),
    ],
)
def test_an_and_within_a_name_parts_nothing(written: str, found: list[tuple[str, str]]) -> None:
    assert [(part.text, part.told) for part in parts(written.split("|"))] == found
