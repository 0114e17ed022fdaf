"""A paper that carries its sources rebuilds itself, anywhere; nothing of a stranger's runs unasked."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import zlib
from pathlib import Path

import pikepdf
import pytest

from reportgen.choices import AS_WRITTEN, Choices
from reportgen.cli import main
from reportgen.commands.charts import usable_kinds
from reportgen.commands.extract import extract
from reportgen.folders import chart_folders
from reportgen.pipeline import build, check
from reportgen.problems import ReportError, Severity
from reportgen.validation import check_pdf
from tests.corpus import ROOT
from tests.editions import laden

ELSEWHERE = {"PYTHONHASHSEED": "4711", "TZ": "Asia/Tokyo", "LC_ALL": "C", "SOURCE_DATE_EPOCH": "12345"}


def built(folder: Path, workspace: Path, choices: Choices = AS_WRITTEN) -> Path:
    outcome = build(folder, workspace, workspace / "output", choices)
    assert outcome.paper, outcome.problems
    return outcome.paper


def rebuilt(workspace: Path, *arguments: str) -> bytes:
    """The paper of a workspace, made by somebody else's process in the place where that one works."""
    environment = os.environ | ELSEWHERE | {"PYTHONPATH": str(ROOT), "HOME": str(workspace)}
    environment["XDG_CACHE_HOME"] = str(workspace / "cache")
    command = [sys.executable, "-m", "reportgen", "build", *arguments, "-o", "papers"]
    subprocess.run(command, cwd=workspace, check=True, capture_output=True, env=environment)
    (paper,) = (workspace / "papers").glob("*.pdf")
    return paper.read_bytes()


def streams(paper: Path) -> bytes:
    """Every stream of a PDF, and what its texts say, unpacked."""
    with pikepdf.open(paper) as pdf:
        found = [one.read_bytes() for one in pdf.objects if isinstance(one, pikepdf.Stream)]
        texts = [bytes(one) for one in pdf.objects if isinstance(one, pikepdf.String)]
    return b"\n".join((paper.read_bytes(), *found, *texts))


@pytest.fixture
def demo(tmp_path: Path) -> Path:
    """A workspace with the demonstration paper, which carries its sources."""
    here = tmp_path / "here"
    shutil.copytree(ROOT / "sources", here / "sources")
    head = here / "sources/demo/briefing.yaml"
    lines = [line for line in head.read_text().splitlines() if not line.startswith("attach:")]
    head.write_text("\n".join((*lines, "attach: all  # of it\n")))
    return here


def test_the_demonstration_rebuilds_itself(demo: Path, tmp_path: Path) -> None:
    paper = built(demo / "sources/demo", demo)
    assert [str(one) for one in check_pdf(paper.read_bytes(), "demo.pdf")] == []
    found = extract(paper, tmp_path / "there")
    assert (found.name, found.options, found.kinds) == ("demo", (), ())
    assert rebuilt(tmp_path / "there", "demo") == paper.read_bytes()
    assert not (tmp_path / "there/sources/gallery").exists()


def test_a_second_edition_knows_what_the_first_one_said(
    demo: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(demo)
    assert main(["release", "demo"]) == 0
    head = demo / "sources/demo/briefing.yaml"
    head.write_text(
        head.read_text().replace("edition: 1", "edition: 2").replace("attach: all", "updated: 2026-11\nattach: all")
    )
    trips = demo / "sources/demo/data/trips.csv"
    trips.write_text(trips.read_text().replace("2016,9.3", "2016,9.2"))
    paper = built(demo / "sources/demo", demo)
    extract(paper, tmp_path / "there")
    assert (tmp_path / "there/sources/demo/editions/1/record.json").is_file()
    assert rebuilt(tmp_path / "there", "demo") == paper.read_bytes()


@pytest.mark.parametrize("with_notes", [False, True])
def test_a_paper_with_one_of_everything_rebuilds_itself(workspace: Path, tmp_path: Path, with_notes: bool) -> None:
    paper = built(laden.write(workspace), workspace, Choices(with_notes=with_notes))
    assert (laden.SECRET.encode() in streams(paper)) == with_notes
    there = tmp_path / "there"
    found = extract(paper, there)
    assert found.options == (*(["--with-notes"] if with_notes else []), "--allow-charts")
    assert {path.name for path in found.kinds} == {"stripes.py", "ticks.py"}
    assert rebuilt(there, found.name, *found.options) == paper.read_bytes()


def test_chart_kinds_of_a_paper_run_only_if_allowed(workspace: Path, tmp_path: Path) -> None:
    folder, there = laden.write(workspace), tmp_path / "there"
    for name in ("stripes.py", "ticks.py"):
        path = workspace / "charts" / name
        path.write_text(f"{path.read_text()}\nopen({str(tmp_path / 'ran')!r}, 'w').close()\n")
    extract(built(folder, workspace), there)
    (tmp_path / "ran").unlink()
    home = there / "sources" / laden.NAME
    refused = build(home, there, there / "output")
    assert refused.paper is None
    faults = [problem for problem in refused.problems if problem.severity is Severity.ERROR]
    assert {(fault.rule, "--allow-charts" in fault.hint) for fault in faults} == {("chart-kind", True)}
    assert check(home, there, there / "output").failed
    usable_kinds(chart_folders(there))
    assert not (tmp_path / "ran").exists()
    assert not check(home, there, there / "output", Choices(allow_charts=True)).failed
    assert (tmp_path / "ran").exists()


def test_a_built_in_kind_does_not_stand_in_for_one_of_a_paper(demo: Path) -> None:
    (demo / "charts/from-pdf").mkdir(parents=True)
    shutil.copy(ROOT / "charts/bars.py", demo / "charts/from-pdf/lines.py")
    assert "chart-kind" in {one.rule for one in check(demo / "sources/demo", demo, demo / "output").problems}
    shutil.move(demo / "charts/from-pdf/lines.py", demo / "charts/lines.py")
    assert "chart-kind" not in {one.rule for one in check(demo / "sources/demo", demo, demo / "output").problems}


def test_nothing_is_overwritten(demo: Path, tmp_path: Path) -> None:
    paper, there = built(demo / "sources/demo", demo), tmp_path / "there"
    (there / "sources").mkdir(parents=True)
    (there / "sources/house.yaml").write_text("name: Ours\n")
    with pytest.raises(ReportError, match="there already"):
        extract(paper, there)
    assert [path.name for path in there.rglob("*") if path.is_file()] == ["house.yaml"]
    assert (there / "sources/house.yaml").read_text() == "name: Ours\n"


@pytest.mark.parametrize("name", ["sources", "sources/demo", "sources/demo/briefing.yaml"])
def test_no_link_leads_out(demo: Path, tmp_path: Path, name: str) -> None:
    paper, there = built(demo / "sources/demo", demo), tmp_path / "there"
    (there / name).parent.mkdir(parents=True)
    (tmp_path / "outside").mkdir()
    (there / name).symlink_to(tmp_path / "outside" / ("x" if name.endswith("yaml") else ""))
    with pytest.raises(ReportError, match="extract-taken"):
        extract(paper, there)
    assert list((tmp_path / "outside").iterdir()) == []


def test_a_file_in_the_way(demo: Path, tmp_path: Path) -> None:
    paper = built(demo / "sources/demo", demo)
    (tmp_path / "there").write_text("")
    with pytest.raises(ReportError, match="extract-taken"):
        extract(paper, tmp_path / "there")


def test_the_command(
    demo: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(demo)
    assert main(["build", "demo", "--with-notes"]) == 0
    assert main(["extract", "output/demo.pdf", "-o", "a b"]) == 0
    shown = capsys.readouterr().out.splitlines()
    assert "a b/sources/demo/briefing.yaml" in shown
    assert shown[-1] == "Next: cd 'a b' && reportgen build demo --with-notes"
    assert main(["extract", "output/demo.pdf", "-o", "a b"]) == 1
    assert "[extract-taken]" in capsys.readouterr().err
    assert main(["extract", "nothing.pdf", "-o", "c"]) == 1
    assert main(["extract", "sources/house.yaml", "-o", "c"]) == 1
    assert not Path("c").exists()


def test_a_paper_with_data_only(
    demo: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(demo)
    assert main(["build", "gallery", "-o", "o"]) == 0
    assert main(["extract", "o/gallery.pdf", "-o", "d"]) == 0
    shown = capsys.readouterr().out
    assert "carries its data only" in shown
    assert "d/data/chart-1" in shown


def test_the_archive_is_stored_and_its_stream_compressed(demo: Path) -> None:
    paper = built(demo / "sources/demo", demo)
    with pikepdf.open(paper) as pdf:
        stream = pdf.attachments["demo-sources.zip"].get_file().obj
        assert stream["/Subtype"] == "/application/zip"
        assert b"# Summary" in zlib.decompress(stream.read_raw_bytes())
        assert pdf.attachments["demo-sources.zip"].obj["/AFRelationship"] == "/Source"
