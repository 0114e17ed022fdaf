"""Figures: the files that they name."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from reportgen.document import read
from reportgen.language import words_for
from reportgen.problems import ReportError
from tests.document.making import paper


def test_a_picture_is_named_from_the_workspace_wherever_the_briefing_stands(tmp_path: Path) -> None:
    folder = tmp_path / "papers/2022/rivers"
    folder.mkdir(parents=True)
    (folder / "map.svg").write_text("<svg xmlns='http://www.w3.org/2000/svg'/>")
    made = replace(paper("# A\n\n::: figure\nfile: map.svg\nalt: A map.\n:::\n"), folder=folder, workspace=tmp_path)
    with pytest.raises(ReportError) as found:
        read(made, words_for("en-GB"))
    assert [problem.place.file for problem in found.value.problems] == ["papers/2022/rivers/map.svg"]
