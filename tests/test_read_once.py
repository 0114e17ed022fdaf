"""A build opens each file once and parses each text once, whatever the briefing is made of."""

from __future__ import annotations

from pathlib import Path

from reportgen.choices import AS_WRITTEN
from reportgen.commands.release import release
from reportgen.pipeline import build
from reportgen.writing import write_all
from tests.counting import Work, counted
from tests.editions import laden

EVERYTHING = {"yaml", "csv", "markdown", "workbook", "bibtex", "json", "template"}
LOANS = """
loans:
  title: Loans
  key: year
  source: survey
  columns: {year: {title: Year, type: year}, loans: {title: Loans, type: integer}}
"""
BRANCHES = """# Branches

::: table loans
data: loans
title: Loans
:::

::: figure plan
file: images/plan.svg
alt: A square that stands for the reading room.
title: The plan
:::
"""
PLAN = b'<svg xmlns="http://www.w3.org/2000/svg" width="90" height="60"><rect width="9" height="9"/></svg>\n'


def everything(workspace: Path) -> Path:
    """A briefing of all that can be read: with an edition before it, and something changed since."""
    folder = laden.write(workspace)
    # A listing prints the lines of another block, without the notes in them: those it must find in the lines.
    regions = folder / "text/regions.md"
    regions.write_text(regions.read_text().replace("::: listing\nchart: staff\n:::\n", ""))
    tables, head = folder / "data/tables.yaml", folder / "briefing.yaml"
    files: dict[str, bytes] = {
        "data/tables.yaml": tables.read_bytes() + LOANS.encode(),
        "data/loans.csv": b"year,loans\n2023,5\n2024,6\n",
        "briefing.yaml": head.read_bytes().replace(b"[summary, regions]", b"[summary, regions, branches]"),
        "text/branches.md": BRANCHES.encode(),
        "images/plan.svg": PLAN,
    }
    write_all({folder / name: data for name, data in files.items()})
    assert not release(folder, workspace, AS_WRITTEN).failed
    again = files["briefing.yaml"].replace(b"published: 2025", b"edition: 2\nupdated: 2025-04-30\npublished: 2025")
    write_all({folder / "briefing.yaml": again, folder / "data/loans.csv": b"year,loans\n2023,5\n2024,7\n"})
    return folder


def built(folder: Path, workspace: Path) -> Work:
    with counted(workspace) as work:
        outcome = build(folder, workspace, workspace / "output")
    assert not outcome.failed, outcome.problems
    return work


def test_nothing_is_read_twice(workspace: Path) -> None:
    folder = everything(workspace)
    head = folder / "briefing.yaml"
    head.write_text(head.read_text().replace("attach: all", "attach: data"))
    work = built(folder, workspace)
    assert work.kinds() == EVERYTHING
    assert work.repeated() == []


def test_what_is_carried_is_what_was_read(workspace: Path) -> None:
    """An archive without notes is made of the files' texts, which are looked at for them; they are not opened again."""
    work = built(everything(workspace), workspace)
    assert [name for name, times in work.opened.items() if times > 1] == []
