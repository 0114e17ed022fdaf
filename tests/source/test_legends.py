"""What a file's own words say of the signs in its cells."""

from __future__ import annotations

from pathlib import Path

import pytest

from reportgen.marks import Mark
from reportgen.source import load, loaded
from reportgen.source.legends import meaning


@pytest.mark.parametrize(
    ("words", "meant"),
    [
        ("données soumises au secret statistique", "c"),
        (": données estimées.", "e"),
        ("= revised figures", "r"),
        ("Angaben aus Datenschutzgründen nicht gezeigt", "c"),
        ("Zahlenwert unbekannt", ""),
        ("keine Angabe", "x"),
        ("sans objet", "z"),
        ("valeur peu fiable", "u"),
        ("prévisions", "f"),
        ("néant", "0"),
        ("includes estimates of the islands", ""),
        ("quais fermés", ""),
    ],
)
def test_what_words_mean(words: str, meant: str) -> None:
    assert meaning(words) == meant


def workspace(tmp_path: Path, text: str) -> Path:
    folder = tmp_path / "sources" / "ports"
    for name in ("data", "text"):
        (folder / name).mkdir(parents=True)
    (folder / "briefing.yaml").write_text("title: Les ports\nlanguage: fr\n", encoding="utf-8")
    (folder / "text" / "a.md").write_text("Les bacs.\n", encoding="utf-8")
    (folder / "data" / "bacs.csv").write_text(text, encoding="utf-8")
    entry = "bacs:\n  columns:\n    port:\n    bacs: {type: number}\n"
    (folder / "data" / "tables.yaml").write_text(entry, encoding="utf-8")
    return folder


def marks(tmp_path: Path, text: str) -> list[Mark | None]:
    folder = workspace(tmp_path, f"port;bacs\n{text}")
    return [row.cells["bacs"].mark for row in load(folder, tmp_path).tables["bacs"].rows]


@pytest.mark.parametrize("note", ["(r) : données révisées.", "(r) Données révisées", "(r) : revised"])
def test_a_line_that_explains_a_mark_behind_numbers_leaves_it_one(note: str, tmp_path: Path) -> None:
    assert marks(tmp_path, f"Zill;12,5\nBrill;13,5 (r)\n\n{note}\n") == [None, Mark.REVISED]


def test_a_letter_means_what_the_file_says(tmp_path: Path) -> None:
    text = "Zill;12,5 p\nBrill;x\nOst;..\n\nx = vertraulich, p = Prognose, .. = keine Angabe\n"
    assert marks(tmp_path, text) == [Mark.FORECAST, Mark.SUPPRESSED, Mark.UNAVAILABLE]


def test_a_letter_in_other_cases_means_it_too(tmp_path: Path) -> None:
    assert marks(tmp_path, "Zill;12,5\nBrill;X\n\nx: secret\n") == [None, Mark.SUPPRESSED]


def test_a_letter_whose_own_words_are_not_known_is_asked_for(tmp_path: Path) -> None:
    folder = workspace(tmp_path, "port;bacs\nZill;12,5\nBrill;c\n\nc: quai fermé\n")
    found = loaded(folder, tmp_path)[1].errors
    assert [one.rule for one in found] == ["cell-mark"]
