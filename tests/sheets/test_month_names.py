"""Names of months in the language of a number format."""

import pytest

from reportgen.sheets.month_names import in_its_language


@pytest.mark.parametrize(
    ("shown", "code", "printed"),
    [
        ("Feb-23", "[$-40C]mmm-yy", "févr.-23"),
        ("Feb-23", "[$-fr-BE]mmm-yy;@", "févr.-23"),
        ("August 2023", "[$-80C]mmmm yyyy", "août 2023"),
        ("May 2023", "[$-407]mmmm yyyy", "Mai 2023"),
        ("Feb-23", "[$-409]mmm-yy", "Feb-23"),
        ("Feb-23", "mmm-yy", "Feb-23"),
    ],
)
def test_a_format_names_its_language(shown: str, code: str, printed: str) -> None:
    assert in_its_language(shown, code) == printed
