"""Names that hold what others in their column hold: bands, nations, months in a row."""

from __future__ import annotations

import pytest

from reportgen.source.whole_names import wholes_among

WHOLES = [
    (["0-4", "5-9", "0-9", "10+"], {"0-9"}),
    (["Aged 18 to 24", "Aged 25 to 44", "Aged 18 to 44", "Aged 45 and over"], {"Aged 18 to 44"}),
    (["16–24", "25–64", "65+", "16+"], {"16+"}),
    (["Under 5", "5-15", "Under 16", "16-64 years"], {"Under 16"}),
    (["England", "Wales", "Scotland", "Great Britain", "Northern Ireland", "UK"], {"Great Britain", "UK"}),
    (["England", "Wales", "E&W", "Jersey"], {"E&W"}),
    (["Oct 2024", "Nov 2024", "Dec 2024", "Oct-Dec 2024"], {"Oct-Dec 2024"}),
    (["April", "May", "June", "April to June"], {"April to June"}),
]
NO_WHOLES = [
    ["0-4", "5-9", "10-19"],
    ["16-24", "25-48", "16-64", "50-64"],  # 49 stands in none
    ["16-64", "16-64 years"],
    ["Scotland", "Wales", "Great Britain"],
    ["Oct 2024", "Dec 2024", "Oct-Dec 2024"],
    ["Oct 2024", "Nov 2024", "Dec 2024", "Oct-Dec 2023"],
    ["Oct-Dec 2024", "Jan-Mar 2025"],
]


@pytest.mark.parametrize(("names", "wholes"), WHOLES)
def test_a_name_over_all_of_its_parts_is_a_whole(names: list[str], wholes: set[str]) -> None:
    assert wholes_among(names) == wholes
    assert wholes_among(names[::-1]) == wholes


@pytest.mark.parametrize("names", NO_WHOLES)
def test_a_name_of_which_a_part_is_missing_is_none(names: list[str]) -> None:
    assert wholes_among(names) == set()
