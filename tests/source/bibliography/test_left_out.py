from __future__ import annotations

from pathlib import Path

import pytest

from reportgen.problems import Problems
from reportgen.source.bibliography.bibtex_file import entries
from reportgen.source.bibliography.left_out import EXPORT, tell_left_out
from reportgen.source.files import Files


@pytest.mark.parametrize(
    ("name", "hint"),
    [
        ("library.bib", "rename it to references.bib, or move it elsewhere"),
        ("My Library.bibtex", "rename it to references.bib, or move it elsewhere"),
        ("export.ris", EXPORT),
        ("sources.enw", EXPORT),
        ("EndNote.xml", EXPORT),
        ("references.yml", "rename it to references.yaml, or move it elsewhere"),
        ("references.csl.json", "rename it to references.json, or move it elsewhere"),
    ],
)
def test_a_library_that_is_not_read_is_told(name: str, hint: str, tmp_path: Path) -> None:
    (tmp_path / name).write_text("TY  - RPRT")
    problems = Problems()
    tell_left_out(tmp_path, Files(tmp_path, problems))
    assert [(one.place.file, one.rule, one.hint) for one in problems.found] == [(name, "source-left-out", hint)]


@pytest.mark.parametrize(
    "name", ["references.yaml", "briefing.yaml", "notes.txt", "data.json", "house.yaml", "map.xml"]
)
def test_other_files_are_none(name: str, tmp_path: Path) -> None:
    (tmp_path / name).write_text("")
    problems = Problems()
    tell_left_out(tmp_path, Files(tmp_path, problems))
    assert problems.found == []


@pytest.mark.parametrize("text", ["TY  - RPRT\nAU  - Sand\nER  -", '<?xml version="1.0"?><xml/>', "%0 Report\n%A Sand"])
def test_another_format_under_the_name_of_bibtex_is_told(text: str) -> None:
    problems = Problems()
    assert entries(text, "references.bib", problems) == []
    assert [one.hint for one in problems.found] == [EXPORT]


def test_comments_alone_are_no_fault() -> None:
    problems = Problems()
    assert entries("% nothing yet\n", "references.bib", problems) == [] and problems.found == []
