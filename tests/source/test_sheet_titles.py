"""The title of a table among the rows above it."""

from __future__ import annotations

import pytest

from reportgen.sheets.sheet import Line
from reportgen.source.sheet_titles import title_of


def rows(*texts: str) -> list[Line]:
    return [Line(at, text.split("|")) for at, text in enumerate(texts, 1)]


@pytest.mark.parametrize(
    ("above", "title"),
    [
        (("Homes in the county",), "Homes in the county"),
        (("Office of Numbers", "Table 3: Homes", "Rounded"), "Table 3: Homes"),
        (("Amt", "Tabelle 2.1 Wohnungen"), "Tabelle 2.1 Wohnungen"),
        (("(c) The Returning Officer, 2025", "Data licence: open", "Election 2025"), "Election 2025"),
        (("© Office", "Source: Office", "https://example.org/homes", "Homes"), "Homes"),
        (("Destination council →", "Homes by council"), "Homes by council"),
        (("Homes by council|back to contents",), "Homes by council"),
        (("Last updated|2024-03-01",), ""),
        (("Contact|Ann Lee", "Released 4 March"), ""),
        (("Table of homes", "Homes"), "Table of homes"),
        (("Financial year", "Years of homes"), "Years of homes"),
        ((), ""),
    ],
)
def test_title(above: tuple[str, ...], title: str) -> None:
    assert title_of(rows(*above)) == title
