"""What stands twice in the data of the Western Balkans paper is the same: no table reads another."""

from __future__ import annotations

from reportgen.source import load
from tests.corpus import WHOLE

(PAPER,) = (source for source in WHOLE if source.name == "western-balkans")


def test_the_chapters_of_the_stages_are_those_of_the_countries() -> None:
    """The chart of stages needs the counts in its own table; the text and the list of changes have them by country."""
    tables = load(PAPER.folder, PAPER.workspace).tables
    countries = {row.cells["country"].value: row.cells for row in tables["countries"].rows}
    counted = [row.cells for row in tables["steps"].rows if row.cells["closed"].value is not None]
    assert len(counted) > 2
    for row in counted:
        country = countries[row["country"].value]
        assert row["closed"].value == country["closed"].value, row["country"].value
        assert row["chapters"].value == country["total"].value, row["country"].value
