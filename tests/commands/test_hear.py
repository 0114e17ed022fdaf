"""`hear`: a paper as it is said, and what is refused."""

from __future__ import annotations

from pathlib import Path

import pikepdf
import pytest

from reportgen.cli import main
from reportgen.commands.hear import hear
from reportgen.problems import ReportError
from tests.corpus import TINY, paper


@pytest.fixture
def made(tmp_path: Path) -> Path:
    path = tmp_path / "tables.pdf"
    path.write_bytes(paper(next(source for source in TINY if source.name == "tables")))
    return path


def test_each_line_has_its_page(made: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["hear", str(made)]) == 0
    printed = capsys.readouterr().out.splitlines()
    assert printed[0] == "   1  title: Orchards by the numbers"
    assert any(line.startswith("   2  table: Table 1: Four orchards") for line in printed)


def test_the_same_for_programs(made: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["hear", str(made), "--json"]) == 0
    assert '"kind": "title"' in capsys.readouterr().out


def test_what_is_no_paper_is_refused(tmp_path: Path) -> None:
    (tmp_path / "letter.pdf").write_bytes(b"Dear Sir")
    with pytest.raises(ReportError, match="no PDF that can be read"):
        hear(tmp_path / "letter.pdf")


def test_a_paper_without_its_tags_is_refused(made: Path) -> None:
    with pikepdf.open(made, allow_overwriting_input=True) as pdf:
        del pdf.Root.StructTreeRoot
        pdf.save(made)
    with pytest.raises(ReportError, match="lost its structure tree"):
        hear(made)


def test_a_file_that_is_not_there_is_wrong_usage(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["hear", str(tmp_path / "none.pdf")]) == 2
    assert "can't be read: no such file" in capsys.readouterr().err
