"""Names in the first rows of their groups alone: repeated with `fill:`, else asked about."""

from __future__ import annotations

from pathlib import Path

import pytest

from reportgen.commands.table import look
from tests.source.test_tables import Read

SURE = "region,sex,people\nNorth,Men,1\n,Women,2\nSouth,Men,3\n,Women,4\nTotal,,10\n"
DOUBT = "region,town,people\nNorth,Ny,1\n,Oy,2\nSouth,Al,3\n,Ul,4\n"
NESTED = (
    "region,town,sex,people\nNorth,Ny,Men,1\n,,Women,2\n,Oy,Men,3\n,,Women,4\n"
    "South,Al,Men,5\n,,Women,6\n,Ul,Men,7\n,,Women,8\n"
)


def entry(fill: str = "", names: str = "region,sex") -> str:
    columns = "".join(f"    {name}: {{{fill if at == 0 else ''}}}\n" for at, name in enumerate(names.split(",")))
    return f"t:\n  columns:\n{columns}    people: {{type: integer}}\n"


def test_an_empty_cell_holds_the_name_above_it(read: Read) -> None:
    table = read({"data/tables.yaml": entry("fill: true"), "data/t.csv": SURE}).tables["t"]
    assert [row.value("region") for row in table.rows] == ["North", "North", "South", "South", "Total"]


def test_it_is_asked_for(read: Read) -> None:
    problem, *_ = read({"data/tables.yaml": entry(), "data/t.csv": SURE}).told
    message = "'region' of the table 't' has a name in the first row of each group, and none in rows 3, 5"
    assert (problem.rule, problem.message) == ("table-groups", message)
    read({"data/tables.yaml": entry("fill: false"), "data/t.csv": SURE})
    briefing = read({"data/tables.yaml": entry("", "region,town"), "data/t.csv": DOUBT})
    assert [one.rule for one in briefing.told] == ["table-groups"]
    for said in ("fill: false", "fill: true", "missing: as above"):
        assert read({"data/tables.yaml": entry(said, "region,town"), "data/t.csv": DOUBT}).told == ()


@pytest.mark.parametrize(
    "csv",
    [
        "code,town,people\nA1,Ny,1\n,Oy,2\nB1,Al,3\nB2,Ul,4\n",  # a code that is missing
        "boat,class,sex,people\nAda,North,Men,1\nBee,,Women,2\nCid,South,Men,3\nDan,,Women,4\n",  # each row has a name
        "region,sex,people\n,Men,1\n,Women,2\nSouth,Men,3\n,Women,4\n",  # no name above the first
        "region,sex,people\nNorth,Men,1\n,Men,2\nSouth,Men,3\n,Women,4\n",  # nothing tells the rows apart
        "region,people,boats\nNorth,,1\n,2,2\nSouth,3,3\n,,4\n",
    ],
)
def test_other_empty_cells_are_empty(read: Read, csv: str) -> None:
    names = csv.splitlines()[0].split(",")
    columns = "".join(f"    {name}:\n" for name in names)
    assert read({"data/tables.yaml": f"t:\n  columns:\n{columns}", "data/t.csv": csv}).told == ()


@pytest.mark.parametrize(("csv", "key"), [(SURE, ["region", "sex"]), (NESTED, ["town", "sex"])])
def test_what_is_sure_is_written(tmp_path: Path, csv: str, key: list[str]) -> None:
    (tmp_path / "t.csv").write_text(csv, encoding="utf-8")
    looked = look(tmp_path / "t.csv", tmp_path)
    assert looked.problems == () and "    region: {fill: true}\n" in looked.entry
    assert f"key: [{', '.join(key)}]" in looked.entry or csv == SURE
    said = "region, town" if csv == NESTED else "region"
    assert f"empty cells have what stands above them: {said}" in looked.taken


@pytest.mark.parametrize("part", ["Jan-Mar", "Q1", "April"])
def test_a_year_beside_its_first_part_holds_for_the_others(tmp_path: Path, part: str) -> None:
    others = {"Jan-Mar": "Apr-Jun", "Q1": "Q2", "April": "May"}[part]
    (tmp_path / "t.csv").write_text(f"year,part,boats\n2024,{part},3\n,{others},4\n2025,{part},5\n", encoding="utf-8")
    looked = look(tmp_path / "t.csv", tmp_path)
    assert "year: {type: year, fill: true}" in looked.entry and "key: [year, part]" in looked.entry


def test_a_single_group_of_other_names_is_not_filled(tmp_path: Path) -> None:
    (tmp_path / "t.csv").write_text("area,town,boats\nNorth,Ny,3\n,Oy,4\nSouth,Al,5\n", encoding="utf-8")
    assert "fill:" not in look(tmp_path / "t.csv", tmp_path).entry
