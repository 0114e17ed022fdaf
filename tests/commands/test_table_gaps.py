"""Files with gaps: rows of signs that stand at the end of a table, years and dates beside NA."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml

from reportgen.commands.table import look
from reportgen.source.briefing import load
from reportgen.source.model import Table


def entry_of(folder: Path, csv: str) -> dict[str, object]:
    (folder / "pools.csv").write_text(csv)
    (entry,) = yaml.safe_load(look(folder / "pools.csv", folder).entry).values()
    assert isinstance(entry, dict)
    return entry


def table_of(folder: Path, csv: str) -> Table:
    """The table as its entry by `reportgen table` reads it."""
    data = folder / "sources" / "paper" / "data"
    data.mkdir(parents=True)
    (data / "pools.csv").write_text(csv)
    (data / "tables.yaml").write_text(look(data / "pools.csv", folder).entry)
    (data.parent / "briefing.yaml").write_text("title: Pools\n")
    (data.parent / "text").mkdir()
    (data.parent / "text" / "a.md").write_text("Pools.\n")
    return load(data.parent, folder).tables["pools"]


@pytest.mark.parametrize(
    "last",
    ["Esk,nd,n.d.", "Esk,n.s.,s.o.", "Esk,///,nc", "Esk,s,nk", "Esk,qq,qq", "Dee,ns,-\nEsk,zz,///"],
)
def test_a_last_row_of_signs_is_data(tmp_path: Path, last: str) -> None:
    assert "end" not in entry_of(tmp_path, f"Pool,Baths,Visits\nAyr,12,40\nBute,9,31\n{last}\n")


@pytest.mark.parametrize("last", ["Note: ns,is,small", "Source: board,2024,", "\nPools board,aa,bb"])
def test_words_below_are_none(tmp_path: Path, last: str) -> None:
    entry = entry_of(tmp_path, f"Pool,Baths,Visits\nAyr,12,40\nBute,9,31\n{last}\n")
    assert entry["end"] == 3


@pytest.mark.parametrize(
    ("heading", "cells", "kind"),
    [
        ("year", ("2019", "2020", "NA"), "year"),
        ("year", ("2019", "NA", "NA"), "year"),
        ("survey_year", ("2019.0", "2020.0", "2021.0"), "year"),
        ("Year", ("2019.0", "", "2021.0"), "year"),
        ("when", ("2023-24", "2024-25", "n/a"), "period"),
        ("sampled", ("2024-02-06", "NA", "NA"), "date"),
        ("sampled", ("2024-02-06", "NA", "2024-03-06"), "date"),
        ("wave", ("1.0", "2.0", "3.0"), "number"),
        ("boats", ("2019.0", "2020.0", "40.0"), "number"),
    ],
)
def test_years_and_dates_beside_gaps_keep_their_type(
    tmp_path: Path, heading: str, cells: tuple[str, ...], kind: str
) -> None:
    rows = "".join(f"P{name}x,{cell}\n" for name, cell in zip("abc", cells, strict=True))
    columns = entry_of(tmp_path, f"Pool,{heading}\n{rows}")["columns"]
    assert isinstance(columns, dict) and columns[heading]["type"] == kind


def test_a_year_with_a_point_is_printed_and_looked_up_as_one(tmp_path: Path) -> None:
    table = table_of(tmp_path, "year,baths\n2019.0,5\n2020.0,6\n")
    assert [row.cells["year"].text for row in table.rows] == ["2019", "2020"]
    assert [row.value("year") for row in table.rows] == [2019, 2020]
