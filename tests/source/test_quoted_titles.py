"""Straight quotation marks in the titles of sources, and in cells, are those of the paper's language."""

from __future__ import annotations

from pathlib import Path

from reportgen.language import words_for
from reportgen.language.values import in_words
from reportgen.source import load


def test_titles_have_the_marks_of_the_papers_language(tmp_path: Path) -> None:
    folder = tmp_path / "sources" / "ports"
    (folder / "text").mkdir(parents=True)
    (folder / "text" / "a.md").write_text("Les bacs [@zill].\n", encoding="utf-8")
    bib = '@book{zill, author = {Sand, Ann}, title = {Le "port" de Zill}, year = 2023}\n'
    (folder / "references.bib").write_text(bib, encoding="utf-8")
    for tag, title in (("fr-FR", "Le «\u202fport\u202f» de Zill"), ("en-GB", "Le “port” de Zill")):
        (folder / "briefing.yaml").write_text(f"title: Ports\nlanguage: {tag}\n", encoding="utf-8")
        assert load(folder, tmp_path).references["zill"].csl["title"] == title


def test_cells_are_printed_with_them() -> None:
    assert in_words('Quai "nord"', words_for("fr-FR"), "string") == "Quai «\u202fnord\u202f»"
    assert in_words('Quai "nord"', words_for("en-GB"), "string") == "Quai “nord”"
