"""Charts as files of their own, wherever in a paper they stand."""

from __future__ import annotations

from pathlib import Path

from reportgen.pipeline import build
from reportgen.writing import write_all
from tests.conftest import Write

HOUSE = """
standing:
  formats: |
    ::: chart terms
    kind: bars
    data: terms
    category: term
    values: uses
    title: One term leads
    :::
"""
TABLES = """
terms:
  title: Terms
  key: term
  columns: {term: {title: Term}, uses: {title: Uses, type: integer}}
"""


def test_a_chart_of_the_house_is_written_as_well(workspace: Path, briefing: Write) -> None:
    data = briefing("note") / "data"
    files = {
        workspace / "sources" / "house.yaml": HOUSE,
        data / "tables.yaml": TABLES,
        data / "terms.csv": "term,uses\nCounty,3\nTown,5\n",
    }
    write_all({path: text.encode() for path, text in files.items()})
    outcome = build(workspace / "sources" / "note", workspace, workspace / "output", also=["charts"])
    assert [path.name for path in outcome.also] == ["terms.svg", "terms.png", "terms.csv"], outcome.problems
