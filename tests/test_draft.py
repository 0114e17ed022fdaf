"""A normal first draft: 2,500 words with the habits of a parliament's researchers, checked as they would check it.

What it prints is short enough to be read, each line is worth it, and what matters most stands at the end.
"""

from __future__ import annotations

import json
import re
import shutil
from pathlib import Path

import pytest

from reportgen.cli import main

DRAFT = Path(__file__).parent / "draft"
NAME = "school-meals"
PLACE = r"sources/school-meals/(?:text/|data/)?[\w-]+\.\w+:\d+:\d+"


@pytest.fixture
def draft(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The draft's folder, in a workspace where commands are run."""
    shutil.copytree(DRAFT, tmp_path, dirs_exist_ok=True)
    monkeypatch.chdir(tmp_path)
    return tmp_path / "sources" / NAME


def test_the_draft_is_as_long_as_one(draft: Path) -> None:
    assert sum(len(path.read_text().split()) for path in (draft / "text").iterdir()) >= 2500


def test_a_draft_prints_few_lines_and_each_is_worth_reading(draft: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["check", NAME]) == 0
    lines = capsys.readouterr().err.splitlines()
    assert len(lines) < 10
    wanted = [
        rf"{PLACE}: warning: 'FSM' is not explained where it is first used \[abbreviation\]",
        r"  hint: write what it stands for, with \(FSM\) after it; .*",
        rf"warning: 6\d numbers in the text come from .* \[number-unbound\]: {PLACE}, {PLACE}, {PLACE}, …; .* --all .*",
        "",
        rf"{PLACE}: warning: the number 84\.1% comes from no table and no fact \[number-unbound\]",
        r'  hint: write {{ regions\["South Aldshire"\]\.takeup }}, which is 84\.1%, .*',
        rf"{PLACE}: warning: the number £2\.58 comes from no table and no fact \[number-unbound\]",
        r"  hint: write {{ facts\.price }}, which is £2\.58, .*",
        r"6\d warnings",
    ]
    assert [line for line, form in zip(lines, wanted, strict=True) if not re.fullmatch(form, line)] == []


def test_every_number_that_is_told_is_a_figure_and_programs_hear_of_each(
    draft: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    main(["check", NAME, "--json"])
    found = json.loads(capsys.readouterr().out)
    told = [one["message"].split()[2] for one in found if one["rule"] == "number-unbound"]
    main(["check", NAME, "--all"])
    assert len(told) == capsys.readouterr().err.count("[number-unbound]") > 60
    plain = {number for number in told if number.isdecimal()}
    counted = "66 52 34 151 122 98 18 8 12 17 214 87 25 15"  # councils, minutes, schools, members
    assert plain == set(counted.split())


def test_a_finding_whose_data_changed_comes_last(draft: Path, capsys: pytest.CaptureFixture[str]) -> None:
    text = draft / "text" / "1-summary.md"
    text.write_text(text.read_text().replace("# Summary", "# Summary {.key-messages}"))
    assert main(["confirm", NAME]) == 0
    table = draft / "data" / "regions.csv"
    table.write_text(table.read_text().replace("90.2", "79.9"))
    capsys.readouterr()
    assert main(["check", NAME]) == 0
    others, last = capsys.readouterr().err.split("\n\n")
    assert "finding-changed" in last
    assert "finding-changed" not in others
