"""Where in a source, in the one form of the house."""

from __future__ import annotations

import pytest

from reportgen.document.text.locators import in_house_form, pages, with_page
from reportgen.language import words_for

EN, FR = words_for("en-GB"), words_for("fr")


@pytest.mark.parametrize(
    ("typed", "english", "french"),
    [
        ("p. 4", "p 4", "p. 4"),
        ("p 4", "p 4", "p. 4"),
        ("p.4", "p 4", "p. 4"),
        ("pp. 12–14", "pp 12–14", "p. 12–14"),
        ("pp 12-14, 17", "pp 12–14, 17", "p. 12–14, 17"),
        ("pages 12--14", "pp 12–14", "p. 12–14"),
        ("p 12-14", "pp 12–14", "p. 12–14"),
        ("p. iv", "p iv", "p. iv"),
        ("p 3,770", "p 3,770", "p. 3,770"),
        ("chap. 3", "ch 3", "chap. 3"),
        ("chapter 3, p. 5", "ch 3, p 5", "chap. 3, p. 5"),
        ("para. 12", "para 12", "par. 12"),
        ("paragraphs 12-14", "paras 12–14", "par. 12–14"),
        ("fig. 2 and vol. 3", "fig 2 and vol 3", "fig. 2 and vol. 3"),
        ("table 2", "table 2", "table 2"),
        ("annex A", "annex A", "annex A"),
        ("s 3", "s 3", "s 3"),
        ("с. 12", "с. 12", "с. 12"),
        ("p. Xavier", "p. Xavier", "p. Xavier"),
        ("33", "33", "33"),
        ("", "", ""),
    ],
)
def test_one_form(typed: str, english: str, french: str) -> None:
    made = [in_house_form(typed, words).replace("\u00a0", " ") for words in (EN, FR)]
    assert made == [english, french]


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ("220", "p 220"),
        ("xii", "p xii"),
        ("33-35, 38 and 40", "p 33-35, 38 and 40"),
        ("17, table 2", "p 17, table 2"),
        ("2021", "2021"),
        ("3.2", "3.2"),
        ("4(2)", "4(2)"),
        ("3 tables", "3 tables"),
        ("table 2", "table 2"),
        ("", ""),
    ],
)
def test_a_number_alone_is_a_page(typed: str, expected: str) -> None:
    assert with_page(typed) == expected


def test_pages_that_are_about_so_stand_as_they_are_typed() -> None:
    assert pages("c. 811--829", words_for("en-GB")) == "c. 811–829"


def test_the_list_of_sources_has_the_same() -> None:
    assert [pages(one, EN) for one in ("4", "4--9", "e12", "S1:3", "iv - ix", "")] == [
        "p 4",
        "pp 4–9",
        "p e12",
        "p S1:3",
        "pp iv–ix",
        "",
    ]
