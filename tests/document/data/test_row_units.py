"""Rows in several units: each value has that of its row, charts and tables of some rows the one of all these."""

from __future__ import annotations

from pathlib import Path

import pytest

from reportgen.document.inlines import plain
from reportgen.document.tree import texts
from reportgen.pipeline import composed

FILES = {
    "briefing.yaml": "title: Ports\nfacts_as_of: 2024\n",
    "data/ports.csv": "Topic,Amount,Unit\nBoats,1200,Thousand\nCrews,800,Thousand\nSails,12.5,%\n"
    "Fee,8.25,€\nRank,3,Index\n",
    "data/labour.csv": "Measure,2021,2022\nWorking (000s),1200,1300\nRate of work (%),62.5,63.1\nVacancies,45,50\n",
    "data/sdmx.csv": "geo,OBS_VALUE,UNIT_MULT\nNorth,2.5,6\nSouth,900,3\n",
    "data/tables.yaml": """\
ports: {key: Topic, columns: {Topic: , Amount: {type: number}, Unit: }}
labour: {key: Measure, columns: {Measure: , "2021": {type: number}, "2022": {type: number}}}
sdmx: {key: geo, columns: {geo: , OBS_VALUE: {type: number}, UNIT_MULT: }}
""",
}


def said(folder: Path, text: str) -> list[str]:
    """The texts of a paper that has this chapter, each on one line with plain spaces."""
    for name, content in {**FILES, "text/text.md": f"# Ports\n\n{text}\n"}.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(content, encoding="utf-8")
    found = composed(folder, folder).document.sections
    return [" ".join(plain(one.content).split()) for one in texts(found)]


@pytest.mark.parametrize(
    ("asked", "printed"),
    [
        ("ports.Boats.Amount", "1,200 thousand"),
        ("ports.Sails.Amount", "12.5%"),
        ("ports.Fee.Amount", "€8.25"),
        ("ports.Rank.Amount", "3"),
        ('labour["Working (000s)"]["2022"]', "1,300 thousand"),
        ('labour["Rate of work (%)"]["2021"]', "62.5%"),
        ('labour.Vacancies["2021"]', "45"),
        ("sdmx.North.OBS_VALUE", "2.5 million"),
        ("sdmx.South.OBS_VALUE", "900 thousand"),
        ("ports.Boats.Amount + ports.Crews.Amount", "2,000 thousand"),
        ('ports | selectattr("Unit", "equalto", "Thousand") | sum("Amount")', "2,000 thousand"),
        ('sdmx.North.OBS_VALUE + (sdmx.South.OBS_VALUE | unit("million"))', "3.4 million"),
    ],
)
def test_a_value_has_the_unit_and_the_decimals_of_its_row(tmp_path: Path, asked: str, printed: str) -> None:
    assert f"It is {printed}." in said(tmp_path, f"It is {{{{ {asked} }}}}.")


def test_a_table_of_one_unit_has_it_in_its_heading(tmp_path: Path) -> None:
    block = "::: table t\ndata: ports\nwhere: {Unit: Thousand}\ncolumns: [Topic, Amount]\ntitle: Ports\n:::"
    assert {"Amount (thousand)", "1,200", "800"} <= {*said(tmp_path, block)}


def test_a_table_of_several_units_has_them_in_its_cells_unless_it_shows_their_column(tmp_path: Path) -> None:
    block = "::: table t\ndata: ports\ncolumns: {}\ntitle: Ports\n:::"
    bare = {*said(tmp_path, block.format("[Topic, Amount]"))}
    assert {"Amount", "1,200 thousand", "12.5%", "€8.25"} <= bare
    shown = {*said(tmp_path, block.format("[Topic, Amount, Unit]"))}
    assert {"Amount", "1,200", "12.5", "8.25", "Thousand"} <= shown
