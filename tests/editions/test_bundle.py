"""What a paper is made from, all of it and nothing else, and what is left of it without its authors' notes."""

from __future__ import annotations

from pathlib import Path

import pytest

from reportgen.document import read
from reportgen.editions.bundle import bundle
from reportgen.editions.history import Records
from reportgen.editions.own_kinds import own_kinds
from reportgen.language import words_for
from reportgen.pipeline import finished
from reportgen.problems import Problems
from reportgen.source import load
from reportgen.source.files import Files
from reportgen.writing import write_all
from tests.corpus import TINY, WHOLE, Source, paper
from tests.editions import laden
from tests.guides import CHART_GUIDE, write_workspace

FILES = [
    "charts/stripes.py",
    "charts/ticks.py",
    "sources/house.yaml",
    "sources/libraries/briefing.yaml",
    "sources/libraries/confirmed.yaml",
    "sources/libraries/data/facts.yaml",
    "sources/libraries/data/tables.yaml",
    "sources/libraries/fonts/own.ttf",
    "sources/libraries/house.yaml",
    "sources/libraries/images/room.png",
    "sources/libraries/references.yaml",
    "sources/libraries/text/regions.md",
    "sources/libraries/text/summary.md",
    "sources/references.bib",
    "sources/terms.yaml",
]
(REAL,) = (source for source in WHOLE if source.name == "western-balkans")
"""It has what no tiny one has: an earlier edition, confirmed values, a house and terms that it shares."""


@pytest.mark.parametrize("with_notes", [True, False])
def test_everything_that_the_paper_is_made_from_and_nothing_else(workspace: Path, with_notes: bool) -> None:
    laden.write(workspace)
    data = "sources/libraries/data"
    tables = {True: [f"{data}/numbers.xlsx"], False: [f"{data}/staff.csv", f"{data}/visits.csv"]}[with_notes]
    assert list(laden.bundled(workspace, with_notes=with_notes)) == sorted([*FILES, *tables])


def test_the_map_of_a_chart_goes_with_the_paper(tmp_path: Path) -> None:
    briefing = load(write_workspace(CHART_GUIDE, tmp_path, "harbours"), tmp_path)
    files = bundle(read(briefing, words_for("en-GB")), with_notes=False, also={})
    name = "sources/harbours/maps/harbours.hexjson"
    assert files[name] == (tmp_path / name).read_bytes()


def test_with_notes_the_files_are_as_they_are(workspace: Path) -> None:
    laden.write(workspace)
    files = laden.bundled(workspace, with_notes=True)
    assert all((workspace / name).read_bytes() == data for name, data in files.items())


def test_without_notes_there_is_no_word_of_them(workspace: Path) -> None:
    laden.write(workspace)
    files = laden.bundled(workspace, with_notes=False)
    assert [name for name, data in files.items() if laden.SECRET.encode() in data] == []
    assert b"`<!-- shown -->`" in files["sources/libraries/text/summary.md"]
    assert b"most staff # of all" in files["sources/libraries/text/summary.md"]


def test_a_kind_of_the_engine_is_left_out_only_where_it_is_the_engines(workspace: Path) -> None:
    laden.write(workspace)
    text = workspace / "sources/libraries/text/summary.md"
    text.write_text(text.read_text().replace("kind: stripes", "kind: bars\ncategory: region\nvalues: staff"))
    assert "charts/bars.py" not in laden.bundled(workspace, with_notes=True)
    (workspace / "charts/bars.py").write_text("# ours\n")
    assert laden.bundled(workspace, with_notes=True)["charts/bars.py"] == b"# ours\n"


def test_more_files_stand_in_their_order(workspace: Path) -> None:
    laden.write(workspace)
    files = bundle(laden.draft(workspace), with_notes=False, also={"sources/libraries/editions/1/record.json": b"{}"})
    assert list(files) == sorted(files)
    assert files["sources/libraries/editions/1/record.json"] == b"{}"


@pytest.mark.parametrize("source", [*TINY, REAL], ids=str)
def test_the_stripped_files_make_the_same_paper(source: Source, tmp_path: Path) -> None:
    briefing = load(source.folder, source.workspace)
    draft = read(briefing, words_for(briefing.meta.language))
    before = Records(Files(source.workspace, Problems())).before(briefing)
    files = bundle(draft, with_notes=False, also={**own_kinds(draft), **before})
    write_all({tmp_path / name: data for name, data in files.items()})
    assert finished(tmp_path / "sources" / source.name, tmp_path).data == paper(source)
    again = laden.bundled(tmp_path, with_notes=False, name=source.name)
    assert {**again, **before} == files and not before.keys() & again.keys()


def test_a_paper_whose_tables_came_from_a_workbook_is_the_same_from_csv(tmp_path: Path) -> None:
    before, after = tmp_path / "before", tmp_path / "after"
    laden.write(before)
    write_all({after / name: data for name, data in laden.bundled(before, with_notes=False).items()})
    assert not list(after.rglob("*.xlsx"))
    papers = [finished(workspace / "sources" / laden.NAME, workspace).data for workspace in (before, after)]
    assert papers[0] == papers[1]
