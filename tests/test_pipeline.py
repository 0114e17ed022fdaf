"""Papers are written whole or not at all, and the same sources give the same bytes."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from reportgen import worker_start
from reportgen.choices import Choices
from reportgen.figures import Studio, process
from reportgen.folders import find_workspace
from reportgen.new import create
from reportgen.outcome import Outcome
from reportgen.pdfread.paper import opened
from reportgen.pipeline import Composed, build, check, composed
from reportgen.problems import Place, Problems, ReportError, Severity
from reportgen.writing import write_all
from tests.conftest import Write


def names(outcome: Outcome) -> list[str]:
    return [problem.rule for problem in outcome.problems]


def test_a_paper_is_written(workspace: Path, briefing: Write) -> None:
    outcome = build(briefing("note"), workspace, workspace / "output")
    assert outcome.paper == workspace / "output" / "note.pdf"
    assert outcome.paper.read_bytes().startswith(b"%PDF-")


def test_a_paper_is_written_to_the_standard_that_was_asked_for(workspace: Path, briefing: Write) -> None:
    outcome = build(briefing("note"), workspace, workspace / "output", Choices(standard="ua2"))
    assert outcome.paper is not None and outcome.paper.read_bytes().startswith(b"%PDF-2.0")
    assert names(check(workspace / "sources/note", workspace, workspace / "output")) == []


def test_an_error_leaves_the_paper_as_it_was(workspace: Path, briefing: Write) -> None:
    folder, paper = briefing("note", text="{{ nothing }}\n"), workspace / "output" / "note.pdf"
    write_all({paper: b"older"})
    outcome = build(folder, workspace, workspace / "output")
    assert (outcome.paper, names(outcome)) == (None, ["template-name"])
    assert paper.read_bytes() == b"older"
    assert list(paper.parent.iterdir()) == [paper]


def test_a_folder_that_cannot_be_written_is_a_problem(workspace: Path, briefing: Write) -> None:
    (workspace / "output").write_text("a file where the folder belongs")
    outcome = build(briefing("note"), workspace, workspace / "output")
    assert (outcome.paper, names(outcome)) == (None, ["file-unwritable"])


def test_a_write_that_breaks_off_leaves_no_trace(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    paper = tmp_path / "a.pdf"
    write_all({paper: b"older"})

    def full(descriptor: int) -> None:
        raise OSError("no space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(ReportError, match="no space"):
        write_all({paper: b"newer"})
    assert paper.read_bytes() == b"older"
    assert list(tmp_path.iterdir()) == [paper]


def test_a_proof_that_cannot_be_written_leaves_the_paper_as_it_was(workspace: Path, briefing: Write) -> None:
    folder, output = briefing("note"), workspace / "output"
    write_all({output / "note.pdf": b"older"})
    (output / f".note-proof.pdf.{os.getpid()}").mkdir()  # where the proof would be prepared
    outcome = build(folder, workspace, output, also=["proof"])
    assert (outcome.paper, names(outcome)) == (None, ["file-unwritable"])
    assert (output / "note.pdf").read_bytes() == b"older"


def test_files_of_charts_that_are_gone_are_removed(workspace: Path, briefing: Write) -> None:
    create(workspace, "demo")
    charts, mine = workspace / "output" / "demo" / "charts", workspace / "output" / "demo" / "charts" / "notes.txt"
    write_all({charts / "old.svg": b"", mine: b"mine"})
    build(workspace / "sources" / "demo", workspace, workspace / "output", also=["charts"])
    assert {path.suffix for path in charts.iterdir()} == {".svg", ".png", ".csv", ".txt"}
    assert not (charts / "old.svg").exists()


def test_check_writes_nothing(workspace: Path, briefing: Write) -> None:
    outcome = check(briefing("note"), workspace, workspace / "output")
    assert not outcome.problems
    assert not (workspace / "output").exists()


def test_check_reads_the_finished_paper(workspace: Path, briefing: Write) -> None:
    write_all({workspace / "output" / "note.pdf": b"%PDF-1.7 cut off"})
    outcome = check(briefing("note"), workspace, workspace / "output")
    assert [problem.place.file for problem in outcome.problems] == ["output/note.pdf"]


def test_the_demo_and_its_paper_have_no_problem(workspace: Path) -> None:
    create(workspace, "demo")
    folder, output = workspace / "sources" / "demo", workspace / "output"
    assert build(folder, workspace, output).paper
    assert check(folder, workspace, output).problems == ()


def test_a_paper_that_is_too_long_is_written_as_a_draft_only(workspace: Path, briefing: Write) -> None:
    text = "\n\n".join(["# A", *["It goes on and on. " * 40] * 20])
    folder = briefing("note", text=text, head="title: A paper\n\ntype: focus\n")
    refused = build(folder, workspace, workspace / "output")
    assert (refused.paper, [str(one.place) for one in refused.problems]) == (None, ["sources/note/briefing.yaml:3:7"])
    shown = build(folder, workspace, workspace / "output", Choices(draft=True))
    assert shown.paper and not shown.failed and names(shown) == ["page-limit"]


def test_a_draft_with_other_errors_is_not_written(workspace: Path, briefing: Write) -> None:
    text = "\n\n".join(["It goes on and on. " * 40] * 20)
    folder = briefing("note", text=text + " 𓀀", head="title: A paper\ntype: focus\n")
    assert build(folder, workspace, workspace / "output", Choices(draft=True)).paper is None


def test_draft_stamps_a_published_paper(workspace: Path, briefing: Write) -> None:
    folder, output = briefing("note", head="title: A paper\nstatus: published\n"), workspace / "output"
    plain = build(folder, workspace, output).paper
    stamped = build(folder, workspace, workspace / "drafts", Choices(draft=True)).paper
    assert plain
    assert stamped
    assert plain.read_bytes() != stamped.read_bytes()
    assert "Draft" not in words_of(plain)
    assert "Draft" in words_of(stamped)


def words_of(paper: Path) -> str:
    import pypdfium2

    document = pypdfium2.PdfDocument(paper)
    try:
        return "\n".join(page.get_textpage().get_text_range() for page in document)
    finally:
        document.close()


def test_strict_takes_a_warning_for_an_error(workspace: Path, briefing: Write, monkeypatch: pytest.MonkeyPatch) -> None:
    warned(monkeypatch)
    folder, output = briefing("note"), workspace / "output"
    assert build(folder, workspace, output, strict=True).paper is None
    assert not output.exists()
    assert build(folder, workspace, output).paper


def test_a_rule_that_is_switched_off_is_told_and_no_warning(workspace: Path, briefing: Write) -> None:
    folder = briefing("note")
    with (folder / "briefing.yaml").open("a") as file:
        file.write("off:\n  link-text: our readers know the addresses\n")
    outcome = build(folder, workspace, workspace / "output", strict=True)
    assert outcome.paper
    (note,) = outcome.problems
    assert (note.rule, note.severity, note.message) == (
        "switched-off",
        "note",
        "switched off: link-text, because our readers know the addresses",
    )


def warned(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let every paper be written with a warning."""
    from reportgen.problems import Problem, Severity

    warning = Problem(Place("sources/note/text/summary.md", 3, 1), "markup", "a long sentence", "", Severity.WARNING)
    real = composed

    def with_it(*given: Any, **named: Any) -> Composed:
        return replace(real(*given, **named), later_warnings=(warning,))

    monkeypatch.setattr("reportgen.pipeline.composed", with_it)


def test_a_workspace_is_found_from_below(workspace: Path, briefing: Write) -> None:
    assert find_workspace(briefing("note") / "text") == workspace
    assert find_workspace(workspace) == workspace


def test_a_folder_of_other_peoples_sources_is_no_workspace(tmp_path: Path) -> None:
    (tmp_path / "sources" / "kernel").mkdir(parents=True)
    (tmp_path / "work").mkdir()
    assert find_workspace(tmp_path / "work") is None


@pytest.mark.parametrize(
    "environment",
    [
        {"PYTHONHASHSEED": "4711", "TZ": "Asia/Tokyo", "LC_ALL": "C", "SOURCE_DATE_EPOCH": "12345"},
        {"PYTHONHASHSEED": "1", "TZ": "America/Lima", "LC_ALL": "C.UTF-8", "PYTHONUTF8": "1"},
    ],
    ids=["tokyo", "lima"],
)
def test_the_demo_has_the_same_bytes_anywhere(tmp_path: Path, environment: dict[str, str]) -> None:
    here, there = tmp_path / "here", tmp_path / "another place"
    for folder in (here, there):
        create(folder, "demo")
    paper = build(here / "sources" / "demo", here, here / "output").paper
    command = [sys.executable, "-m", "reportgen", "build", "-o", "papers"]
    elsewhere = {
        "PYTHONPATH": str(Path(__file__).parent.parent),
        "HOME": str(there),
        "XDG_CACHE_HOME": str(there / "cache"),
    }
    subprocess.run(command, cwd=there, check=True, capture_output=True, env={**os.environ, **environment, **elsewhere})
    assert paper
    assert paper.read_bytes() == (there / "papers" / "demo.pdf").read_bytes()


def test_problems_of_a_phase_come_out_whole(workspace: Path, briefing: Write, monkeypatch: pytest.MonkeyPatch) -> None:
    problems = Problems()
    for line in (9, 3):
        problems.add("markup", Place("a.md", line), "wrong")

    def fails(*_: object, **__: object) -> None:
        raise ReportError(problems.found)

    monkeypatch.setattr("reportgen.pipeline.composed", fails)
    outcome = build(briefing("note"), workspace, workspace / "output")
    assert [problem.place.line for problem in outcome.problems] == [3, 9]


# --- charts drawn beside ---------------------------------------------------------------------------------------------
KIND = """
def draw(figure, data, options, house, words):
    print("drawn", file=open(FILE, "a"))
    figure.set_size_inches(figure.get_figwidth(), 2)
    figure.add_subplot().bar(data["crop"], data["tonnes"])
"""
TABLES = """
crops:
  title: Crops
  key: crop
  columns: {crop: {title: Crop}, tonnes: {title: Tonnes, type: number}}
"""
CHART = "\n::: chart harvest\nkind: mine\ndata: crops\ntitle: Pears lead\nalt: Pears are ahead of apples.\n:::\n"


@pytest.fixture
def charted(workspace: Path, briefing: Write, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A briefing with a chart, and an empty cache; `drawn.log` has a line for each time that the chart was drawn."""
    monkeypatch.setattr(process, "cores", lambda: 2)
    monkeypatch.setenv("XDG_CACHE_HOME", str(workspace / "cache"))
    folder = briefing("note", text=f"# Summary\n\nAll is well.\n{CHART}")
    files = {
        workspace / "charts" / "mine.py": f"FILE = {str(workspace / 'drawn.log')!r}{KIND}",
        folder / "data" / "tables.yaml": TABLES,
        folder / "data" / "crops.csv": "crop,tonnes\nApple,3\nPear,5\n",
    }
    write_all({path: text.encode() for path, text in files.items()})
    return folder


class Counted(Studio):
    """A studio that counts how often its worker was started."""

    started = 0

    def start(self) -> None:
        before = self._worker
        super().start()
        self.started += self._worker is not before


def built(folder: Path, output: str, *, worker: bool) -> tuple[Outcome, int]:
    """What came of a build, and how many workers it started."""
    workspace = folder.parent.parent
    with Counted(beside=worker) as studio:
        return build(folder, workspace, workspace / output, studio=studio), studio.started


def test_a_chart_is_drawn_once_and_a_text_edit_starts_no_worker(charted: Path, workspace: Path) -> None:
    outcome, started = built(charted, "output", worker=True)
    assert (outcome.failed, started) == (False, 1)
    text = charted / "text" / "summary.md"
    text.write_text(text.read_text().replace("well", "very well"))
    assert built(charted, "output", worker=True)[1] == 0
    assert (workspace / "drawn.log").read_text() == "drawn\n"


def test_a_paper_is_the_same_with_a_worker_without_one_and_from_the_cache(charted: Path, workspace: Path) -> None:
    """Its chart is of another size than its kind has planned, which only drawing tells."""
    outcomes = [built(charted, "beside", worker=True)[0], built(charted, "kept", worker=True)[0]]
    shutil.rmtree(workspace / "cache")
    outcomes.append(built(charted, "here", worker=False)[0])
    papers = {outcome.paper.read_bytes() for outcome in outcomes if outcome.paper}
    assert (len(outcomes), len(papers)) == (3, 1)
    assert len({outcome.problems for outcome in outcomes}) == 1
    with opened(papers.pop()) as paper:
        (figure,) = paper.of("Figure")
        _, bottom, _, top = figure.attributes["BBox"]
    assert float(top) - float(bottom) == pytest.approx(144)


def test_a_worker_is_started_at_once_where_there_seem_to_be_charts(
    charted: Path, briefing: Write, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(worker_start, "cores", lambda: 2)
    assert worker_start.early([briefing("plain")]) is None
    launched = worker_start.early([charted])
    assert launched is not None
    with Studio(beside=True, launched=launched) as studio:
        assert not build(charted, charted.parent.parent, charted / "output", studio=studio).failed
    assert launched.returncode is not None
    monkeypatch.setattr(worker_start, "cores", lambda: 1)
    assert worker_start.early([charted]) is None


@pytest.mark.parametrize("planned", [600, 2000], ids=["too long", "too tall"])
def test_what_counts_is_the_size_that_is_drawn(planned: int, charted: Path, workspace: Path) -> None:
    """What a kind has planned, which fits no page or makes a paper too long, is of no account, cold or kept."""
    with (workspace / "charts" / "mine.py").open("a") as file:
        file.write(f"\ndef height(data, options, house, words):\n    return {planned}\n")
    (charted / "briefing.yaml").write_text("title: A paper\ntype: focus\n")
    text = charted / "text" / "summary.md"
    text.write_text(text.read_text() + CHART.replace("harvest", "again").replace("Pears lead", "Pears lead again"))
    cold, warm = (built(charted, name, worker=True)[0] for name in ("cold", "warm"))
    assert cold.paper and warm.paper and cold.paper.read_bytes() == warm.paper.read_bytes()
    assert cold.problems == warm.problems


def test_faults_of_files_texts_and_charts_are_told_in_one_round(tmp_path: Path) -> None:
    home = tmp_path / "sources" / "paper"
    for name, text in {
        "briefing.yaml": "title: Debt\nauthor: Jo\n",
        "text/1.md": "# A\n\n[@nobody]\n\n::: chart c\nkind: bars\ndata: areas\n"
        "category: area\nvalues: none\ntitle: One\n:::\n",
        "data/tables.yaml": "areas:\n  columns:\n    area: {title: Area}\n    n: {title: Debt, type: number}\n",
        "data/areas.csv": "area,n\nOban,1\n",
    }.items():
        (home / name).parent.mkdir(parents=True, exist_ok=True)
        (home / name).write_text(text, encoding="utf-8")
    found = build(home, tmp_path, tmp_path / "output").problems
    errors = [problem.rule for problem in found if problem.severity is Severity.ERROR]
    assert errors == ["unknown-key", "citation-unknown", "table-column"]
    # Nothing is lost that the texts ask for: what else could be better is told at once, too.
    assert "chart-source" in [problem.rule for problem in found]


def test_warnings_that_may_come_from_what_is_lost_wait(tmp_path: Path) -> None:
    home = tmp_path / "sources" / "paper"
    for name, text in {
        "briefing.yaml": "title: Debt\nfacts_as_of: 2024\n",
        "text/1.md": f"# A\n\nIt has 4,711 and {'so ' * 40}on.\n",
        "data/facts.yaml": "bad: {value: x, type: integer}\n",
        "references.yaml": "- {id: unused, title: Not cited}\n",
    }.items():
        (home / name).parent.mkdir(parents=True, exist_ok=True)
        (home / name).write_text(text, encoding="utf-8")
    rules = {problem.rule for problem in build(home, tmp_path, tmp_path / "output").problems}
    # A number that is typed comes from no data, whatever is lost.
    assert {"wrong-type", "sentence-long", "number-unbound"} <= rules
    assert "source-unused" not in rules
