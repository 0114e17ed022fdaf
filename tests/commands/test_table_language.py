"""Units that `table` writes are those of the language that the paper is in."""

from __future__ import annotations

from pathlib import Path

import yaml

from reportgen.commands.table import look

FRENCH = "Port;Dette (Md€);Quais (en milliers);Passagers (en %)\nZill;1,5;3,2;40,5\nBrill;2,5;4,1;58,3\n"
GERMAN = "Hafen;Schulden (Mrd. €)\nZill;1,5\nBrill;2,5\n"


def units(path: Path, workspace: Path) -> list[str]:
    entry = next(iter(yaml.safe_load(look(path, workspace).entry).values()))
    return [one["unit"] for one in entry["columns"].values() if one and "unit" in one]


def briefing(workspace: Path, name: str, tag: str) -> Path:
    data = workspace / "sources" / name / "data"
    data.mkdir(parents=True)
    (data.parent / "briefing.yaml").write_text(f"title: Ports\nlanguage: {tag}\n", encoding="utf-8")
    return data


def test_the_briefing_of_the_file_says_the_language(tmp_path: Path) -> None:
    for tag, expected in (("fr-FR", ["Md€", "milliers", "%"]), ("en-GB", ["€ billion", "thousand", "%"])):
        data = briefing(tmp_path, tag, tag)
        (data / "ports.csv").write_text(FRENCH, encoding="utf-8")
        assert units(data / "ports.csv", tmp_path) == expected


def test_else_the_only_language_of_the_workspace_or_the_words_of_the_file(tmp_path: Path) -> None:
    for name, text in (("ports.csv", FRENCH), ("haefen.csv", GERMAN)):
        (tmp_path / name).write_text(text, encoding="utf-8")
    assert units(tmp_path / "ports.csv", tmp_path) == ["Md€", "milliers", "%"]
    assert units(tmp_path / "haefen.csv", tmp_path) == ["€ billion"]
    briefing(tmp_path, "bacs", "fr-CH")
    assert units(tmp_path / "haefen.csv", tmp_path) == ["Md€"]


def test_a_row_that_says_the_unit_is_told_in_it(tmp_path: Path) -> None:
    data = briefing(tmp_path, "bacs", "fr")
    lines = {"Unité : milliers de dollars": "k$", "Données brutes, en milliers": "milliers"}
    lines |= {"(en milliards d'euros constants)": "Md€", "En milliers de bacs": "milliers de bacs"}
    for said, unit in lines.items():
        rows = "Port;2023;2024\nZill;1,5;3,2\nBrill;2,5;4,1\n"
        (data / "bacs.csv").write_text(f"Les bacs\n{said}\n{rows}", encoding="utf-8")
        found = look(data / "bacs.csv", tmp_path)
        assert any(f"row 2 says {unit}: " in sentence for sentence in found.taken), said
        assert "title: Les bacs\n" in found.entry


def test_a_briefing_that_cannot_be_read_says_nothing(tmp_path: Path) -> None:
    data = briefing(tmp_path, "bacs", "fr")
    (data / "ports.csv").write_text(GERMAN, encoding="utf-8")
    (data.parent / "briefing.yaml").write_bytes(b"language: fr\n\xff\xfe")
    assert units(data / "ports.csv", tmp_path) == ["€ billion"]
