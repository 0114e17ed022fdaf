"""The page of the first hour: done as it says, from a new briefing and a workbook, it makes a paper without a fault."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest
from openpyxl import Workbook

from reportgen.document.blocks import Chart
from reportgen.document.inlines import plain
from reportgen.document.tree import sections
from reportgen.new import create
from reportgen.pipeline import Composed, composed
from tests.guides import ROOT, examples

GUIDE = ROOT / "docs" / "first-hour.md"
NAME = "school-meals"
WORKBOOK, SHEET = "meals.xlsx", "Take-up"


@pytest.fixture(scope="module")
def paper(tmp_path_factory: pytest.TempPathFactory) -> Composed:
    """What the reader of the page has at its end."""
    workspace = tmp_path_factory.mktemp("first-hour")
    create(workspace, NAME)
    folder = workspace / "sources" / NAME
    for old in [*(folder / "text").iterdir(), *(folder / "data").glob("*.csv")]:
        old.unlink()
    for example in examples(GUIDE):
        if example.path == WORKBOOK:
            _save(example.text, folder / "data" / WORKBOOK)
        elif example.path:
            (workspace / example.path).write_text(example.text, encoding="utf-8")
    return composed(folder, workspace)


def _save(cells: str, path: Path) -> None:
    book = Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.title = SHEET
    for row in csv.reader(cells.splitlines()):
        sheet.append([int(cell) if cell.isdecimal() else cell for cell in row])
    book.save(path)


def test_nothing_is_wrong_with_it(paper: Composed) -> None:
    assert [str(problem) for problem in paper.warnings] == []


def test_it_has_what_the_page_promises(paper: Composed) -> None:
    found = list(sections(paper.document.sections))
    assert [plain(section.title) for section in found][:2] == ["Summary", "The regions"]
    assert [block.anchor for section in found for block in section.blocks if isinstance(block, Chart)] == [
        "chart-takeup"
    ]


def test_the_text_tells_what_the_workbook_has() -> None:
    (cells,) = [example.text for example in examples(GUIDE) if example.path == WORKBOOK]
    rows = list(csv.DictReader(cells.splitlines()))
    eligible = {row["Region"]: int(row["Eligible"]) for row in rows}
    took = {row["Region"]: int(row["Took a meal"]) for row in rows}
    assert max(took, key=took.__getitem__) == max(eligible, key=eligible.__getitem__) == "North Aldshire"
    shares = {region: took[region] / eligible[region] for region in eligible}
    assert min(shares, key=shares.__getitem__) == "Brackwater" and max(shares, key=shares.__getitem__) == "Estmoor"
