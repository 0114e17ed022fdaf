"""What `reportgen table` writes in a briefing that is not in English."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml

from reportgen.commands.table import Looked, look

QUARTERS = "Port;Boats;Crew\n2023;;\nT1;1;2\nT2;3;4\n2024;;\nT1;5;6\n"


def looked(folder: Path, csv: str, language: str) -> Looked:
    data = folder / "sources" / "paper" / "data"
    data.mkdir(parents=True)
    (data.parent / "briefing.yaml").write_text(f"title: Ports\n{language}")
    (data / "ports.csv").write_text(csv)
    return look(data / "ports.csv", folder)


@pytest.mark.parametrize(
    ("language", "title"),
    [("language: fr-BE\n", "Groupe"), ("language: en-GB\n", None), ("", None), ("language: xx", None)],
)
def test_columns_that_it_makes_have_titles_in_the_language(tmp_path: Path, language: str, title: str | None) -> None:
    found = looked(tmp_path, QUARTERS, language)
    columns = yaml.safe_load(found.entry)["ports"]["columns"]
    assert columns["group"].get("title") == title
    assert any("give each a title" in said for said in found.taken) is (title is None)


def test_the_size_of_a_french_column_of_units_is_read(tmp_path: Path) -> None:
    csv = "Port;FACTEUR SCALAIRE;VALEUR;STATUT\nBrest;milliers;12,5;\nSète;milliers;15,5;r\n"
    (column,) = (one for one in yaml.safe_load(looked(tmp_path, csv, "").entry)["ports"]["columns"].values() if one)
    assert (column["unit"], column["mark_column"]) == ("thousand", "STATUT")
