"""Addresses, out of LaTeX and out of running text."""

from __future__ import annotations

import pytest

from reportgen.source.bibliography import bibtex_addresses


@pytest.mark.parametrize(
    ("written", "address"),
    [
        (r"\url{https://quay.example/a_b}", "https://quay.example/a_b"),
        (r"https://quay.example/{\textasciitilde}lee/\~{}x/\~y", "https://quay.example/~lee/~x/~y"),
        (r"https://quay.example/a\_b\%20c\#d?e=1\&f=2", "https://quay.example/a_b%20c#d?e=1&f=2"),
        (r"https://quay.example/a{\_}b", "https://quay.example/a_b"),
        (r"<https://quay.example/>", "https://quay.example/"),
        ("see the office", "see the office"),
    ],
)
def test_out_of_latex(written: str, address: str) -> None:
    assert bibtex_addresses.out_of_latex(written) == address


@pytest.mark.parametrize(
    ("written", "found"),
    [
        (r"\url{https://quay.example/a_b}", ("https://quay.example/a_b", "", "")),
        ("https://quay.example/a_(b).", ("https://quay.example/a_(b)", "", "")),
        (
            r"[Online]. Available: https://quay.example/a, accessed 3 May 2024",
            ("https://quay.example/a", "", "3 May 2024"),
        ),
        (r"Copied from \href{https://quay.example}{the site}", ("https://quay.example", "Copied from the site", "")),
        ("Second printing, see https://quay.example/b", ("https://quay.example/b", "Second printing,", "")),
        ("Her own copy", ("", "Her own copy", "")),
    ],
)
def test_in_text(written: str, found: tuple[str, str, str]) -> None:
    address, said, read = bibtex_addresses.in_text(written)
    assert (address, said.strip(), read) == found


def test_the_day_of_reading_in_other_languages() -> None:
    notes = ("Consultée le 4 mars 2022", "[En ligne ; consulté le 1er mai 2021]", "Abgerufen am 04.03.2022")
    assert [bibtex_addresses.in_text(note)[1:] for note in notes] == [
        ("", "4 mars 2022"),
        ("", "1er mai 2021"),
        ("", "04.03.2022"),
    ]
    assert bibtex_addresses.in_text("Consultation publique de 2022") == ("", "Consultation publique de 2022", "")
