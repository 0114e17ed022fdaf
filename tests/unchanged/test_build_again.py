"""A build that has nothing to do says so, prints what the full build did, writes nothing and loads nothing."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

import reportgen.pipeline
from reportgen.cli import main
from reportgen.folders import built_in
from reportgen.fonts import Chain, Style
from reportgen.house import Fonts
from reportgen.new import create
from reportgen.unchanged.record import read
from reportgen.writing import write_all
from tests.conftest import Write
from tests.guides import ROOT

Printed = pytest.CaptureFixture[str]
WARNED = "# Summary\n\nThe AXQ said so.\n"
"""A text with a problem that leaves the paper to be written."""
HEAVY = ("jinja2", "yaml", "markdown_it", "reportlab", "pikepdf", "babel", "matplotlib", "numpy", "fontTools", "PIL")
ROOMS = ("source", "language", "document", "figures", "pdf", "editions", "validation", "pipeline", "commands")


@pytest.fixture
def builds(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> list[str]:
    """The names of the briefings that are built from now on; no record of an earlier test's is there."""
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    built: list[str] = []
    real = reportgen.pipeline.build

    def counted(folder: Path, *arguments: object, **options: object) -> object:
        built.append(folder.name)
        return real(folder, *arguments, **options)  # type: ignore[arg-type]

    monkeypatch.setattr(reportgen.pipeline, "build", counted)
    return built


def dates(workspace: Path) -> dict[str, int]:
    """When each file and folder there, the user's cache too, was last written."""
    return {str(path): path.stat().st_mtime_ns for path in (workspace, *workspace.rglob("*"))}


def test_nothing_changed_nothing_done(briefing: Write, workspace: Path, capsys: Printed, builds: list[str]) -> None:
    briefing("note", text=WARNED)
    assert main(["build"]) == 0
    first, before = capsys.readouterr(), dates(workspace)
    assert "sources/note/text/summary.md:3:5: warning: 'AXQ'" in first.err
    assert main(["build"]) == 0
    second = capsys.readouterr()
    assert second.out == first.out == "output/note.pdf\n"
    assert second.err == first.err.removesuffix("\n") + "; the paper is up to date\n"
    assert dates(workspace) == before
    assert builds == ["note"]


def test_without_problems_it_only_says_so(briefing: Write, capsys: Printed, builds: list[str]) -> None:
    briefing("note")
    assert (main(["build"]), capsys.readouterr().err) == (0, "")
    assert (main(["build"]), capsys.readouterr().err) == (0, "the paper is up to date\n")


def test_fresh_builds_all_the_same(briefing: Write, capsys: Printed, builds: list[str]) -> None:
    briefing("note")
    main(["build"]), capsys.readouterr()
    assert main(["build", "--fresh"]) == 0
    assert capsys.readouterr() == ("output/note.pdf\n", "")
    assert builds == ["note", "note"]
    main(["build"])
    assert builds == ["note", "note"]


def test_each_briefing_is_judged_alone(briefing: Write, workspace: Path, capsys: Printed, builds: list[str]) -> None:
    briefing("one"), briefing("two"), briefing("three")
    main(["build"]), capsys.readouterr()
    (workspace / "sources/two/text/summary.md").write_text("# Summary\n\nAll is better.\n")
    assert main(["build"]) == 0
    assert builds == ["one", "three", "two", "two"]
    assert capsys.readouterr() == (
        "output/one.pdf\noutput/three.pdf\noutput/two.pdf\n",
        "2 of 3 papers up to date\n",
    )


def test_a_build_that_failed_runs_again(briefing: Write, workspace: Path, capsys: Printed, builds: list[str]) -> None:
    folder, good = briefing("bad"), "# Summary\n\nAll is well.\n"
    briefing("good")
    main(["build"]), capsys.readouterr()
    (folder / "text/summary.md").write_text("{{ nothing }}\n")
    for _ in range(2):
        assert main(["build"]) == 1
        assert capsys.readouterr().err.endswith("\n1 error; no paper was written; 1 of 2 papers up to date\n")
    assert builds == ["bad", "good", "bad", "bad"]
    (folder / "text/summary.md").write_text(good)
    assert main(["build"]) == 0
    assert capsys.readouterr().err == "2 of 2 papers up to date\n"
    assert builds == ["bad", "good", "bad", "bad"], "the paper of the text as it is again is still there"


@pytest.mark.parametrize(
    "option",
    ["--draft", "--strict", "--proof", "--charts", "--changes", "--with-notes", "--allow-charts", "--standard=ua2"],
)
def test_every_option_asks_for_another_paper(option: str, briefing: Write, builds: list[str]) -> None:
    briefing("note")
    main(["build"]), main(["build", option]), main(["build", option])
    assert builds == ["note", "note"]


def test_all_problems_are_listed_of_a_paper_that_is_there(briefing: Write, capsys: Printed, builds: list[str]) -> None:
    briefing("note", text="# Summary\n\nOf 11, 12, 13, 14 and 15.\n")
    main(["build"])
    assert capsys.readouterr().err.count("[number-unbound]") == 1
    main(["build", "--all"])
    assert capsys.readouterr().err.count("[number-unbound]") == 5
    assert builds == ["note"]


def test_strict_fails_also_where_the_paper_is_there(briefing: Write, capsys: Printed, builds: list[str]) -> None:
    briefing("note", text=WARNED)
    for line, status in ((["build"], 0), (["build", "--strict"], 1), (["build", "--strict"], 1), (["build"], 0)):
        assert main(line) == status
    assert builds == ["note"] * 3
    assert capsys.readouterr().err.endswith("\n1 warning; the paper is up to date\n")


def test_a_paper_that_is_damaged_is_built_again(briefing: Write, workspace: Path, builds: list[str]) -> None:
    briefing("note")
    main(["build"])
    paper = workspace / "output/note.pdf"
    whole = paper.read_bytes()
    paper.write_bytes(whole[:-1])
    main(["build"])
    assert paper.read_bytes() == whole
    assert builds == ["note", "note"]


def test_a_cache_that_cannot_be_written_only_costs_time(
    briefing: Write, workspace: Path, builds: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    briefing("note")
    (workspace / "file").write_text("where the cache would be")
    monkeypatch.setenv("XDG_CACHE_HOME", str(workspace / "file"))
    assert [main(["build"]), main(["build"])] == [0, 0]
    assert builds == ["note", "note"]


def run(code: str, workspace: Path) -> list[str]:
    """What a fresh process prints whose cache is in the workspace."""
    around = {**os.environ, "PYTHONPATH": str(ROOT), "XDG_CACHE_HOME": str(workspace / "cache")}
    done = subprocess.run(
        [sys.executable, "-c", code], cwd=workspace, env=around, check=True, capture_output=True, text=True
    )
    return done.stdout.splitlines()


def test_nothing_is_loaded_when_nothing_has_changed(workspace: Path, briefing: Write, builds: list[str]) -> None:
    briefing("note", text=WARNED)
    main(["build"])
    code = "import sys; from reportgen.cli import main; main(['build']); print(*sys.modules, sep='\\n')"
    paper, *modules = run(code, workspace)
    assert paper == "output/note.pdf"
    assert "reportgen.unchanged" in modules
    assert not set(modules) & {*HEAVY, *(f"reportgen.{room}" for room in ROOMS)}


WATCHED = """
import sys
opened = set()
sys.addaudithook(lambda event, about: opened.add(str(about[0])) if event == "open" else None)
from reportgen.cli import main
assert main(["build", "demo"]) == 0
print(*opened, sep="\\n")
"""
HOUSE = """\
fonts:
  chain: [own, source-sans]
  families:
    own: {regular: other/Own.ttf}
"""
PICTURE = """
::: figure map
file: images/map.svg
title: Where the buses run
alt: A square.
source: "[@gray-villages]"
:::
"""


def with_everything(workspace: Path) -> None:
    """A briefing with a font, a chart kind and a picture of its own, and a released edition."""
    create(workspace, "demo")
    create(workspace, "other")
    folder = workspace / "sources/demo"
    with (workspace / "sources/house.yaml").open("a") as house:
        house.write(HOUSE)
    shutil.copy(Chain(Fonts()).files(Style())[0].path, workspace / "sources/other/Own.ttf")
    write_all({workspace / "charts/lines.py": (built_in() / "lines.py").read_bytes()})
    square = b'<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><rect width="9" height="9"/></svg>'
    write_all({folder / "images/map.svg": square})
    with (folder / "text/2-services.md").open("a") as text:
        text.write(PICTURE)
    assert main(["confirm", "demo"]) == 0
    assert main(["release", "demo"]) == 0
    head = (folder / "briefing.yaml").read_text()
    (folder / "briefing.yaml").write_text(head.replace("edition: 1\n", "edition: 2\nupdated: 2025-03-03\n"))


def test_a_build_reads_no_file_that_is_not_in_its_record(workspace: Path, builds: list[str]) -> None:
    with_everything(workspace)
    written = {str(path) for name in ("sources", "charts") for path in (workspace / name).rglob("*") if path.is_file()}
    opened = written & set(run(WATCHED, workspace))
    (place,) = (workspace / "cache/reportgen/builds").iterdir()
    record = read(place, workspace / "output")
    assert record
    assert {Path(path).name for path in opened} >= {"Own.ttf", "lines.py", "map.svg", "record.json", "confirmed.yaml"}
    assert opened <= {str(workspace / name) for name in record.state.sources} | set(record.files)
