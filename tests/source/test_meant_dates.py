from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

import pytest

from reportgen.problems import Problem
from reportgen.source import loaded
from reportgen.source.meant_dates import hint_for
from reportgen.source.model import Briefing


@pytest.mark.parametrize(
    ("text", "hint"),
    [
        ("21 March 2025", "write it as 2025-03-21"),
        ("March 21, 2025", "write it as 2025-03-21"),
        ("April 2024", "write it as 2024-04"),
        ("2022-3-31", "write it as 2022-03-31"),
        ("13/08/1870", "write it as 1870-08-13"),
        ("05/04/2024", "write it as 2024-04-05 or 2024-05-04, whichever is meant"),
        ("2023/24", "write its last day, 2024-03-31; a month, 2024-03, or a year will do"),
        ("2024 Q2", "write its last day, 2024-06-30; a month, 2024-06, or a year will do"),
        ("soon", ""),
        ("‘2025-03-31’", "write it without these quotation marks: 2025-03-31"),
        ("“12 May 2025”", "write it without these quotation marks: 2025-05-12"),
        ("2022-02-31", ""),
    ],
)
def test_the_hint_has_the_date_that_is_meant(text: str, hint: str) -> None:
    assert hint_for(text) == hint


def _left(folder: Path, files: Mapping[str, str]) -> tuple[Briefing, list[Problem]]:
    for name, text in {"text/1.md": "# A\n", **files}.items():
        path = folder / "sources" / "paper" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    briefing, problems = loaded(folder / "sources" / "paper", folder)
    return briefing, problems.errors


def test_a_date_that_is_certain_is_read_on_with(tmp_path: Path) -> None:
    facts = "a: {value: 3, as_of: April 2024}\nb: {value: 4, as_of: soon}\nc: {value: 2022-13, type: date}\n"
    briefing, errors = _left(
        tmp_path,
        {"briefing.yaml": "title: Debt: causes\nauthor: Jo\nfacts_as_of: 21 March 2025\n", "data/facts.yaml": facts},
    )
    assert [error.rule for error in errors] == [
        "yaml-syntax",
        "unknown-key",
        "bad-date",
        "bad-date",
        "bad-date",
        "bad-date",
    ]
    assert (briefing.meta.title.text, str(briefing.meta.facts_as_of)) == ("Debt: causes", "2025-03-21")
    assert set(briefing.facts) == {"a"} and set(briefing.lost.facts) == {"b", "c"}
    assert not briefing.lost.files


def test_a_head_with_faults_is_checked_to_its_end(tmp_path: Path) -> None:
    _, errors = _left(tmp_path, {"briefing.yaml": "title: Debt\nauthor: Jo\nedition: 0\nlanguage: is\n"})
    assert sorted(error.rule for error in errors) == ["not-in-list", "unknown-key", "wrong-type"]
