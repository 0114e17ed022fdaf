"""The parts of the benchmark: the paper, the runs, the tables. How fast is for a reader to judge.

Typst and WeasyPrint are not run here, as only the environment of `make bench` has them; what they are given is read.
"""

from __future__ import annotations

import json
import re
import sys
from collections.abc import Callable
from pathlib import Path
from resource import struct_rusage

import pikepdf
import pytest

from tests.benchmarks.contest import LONG, OURS, TOOLS, Contest, Made, Results, medians
from tests.benchmarks.paper import as_html, as_story, as_typst
from tests.benchmarks.paper.content import Heading, Prose, Shown, paper
from tests.benchmarks.paper.figures import CHARTS
from tests.benchmarks.processes import Run, of_usage, run
from tests.benchmarks.table import against_typst, side_by_side
from tests.benchmarks.tools.arguments import arguments
from tests.guides import ROOT

HERE = Path(sys.executable)
DOCUMENTED = (ROOT / "docs" / "benchmarks.md").read_text()
MEASURED = {
    ("whole", OURS): Run(3.0, 4.0, 120.0),
    ("edit", OURS): Run(1.0, 1.0, 80.0),
    ("unchanged", OURS): Run(0.25, 0.2, 30.0),
    ("help", OURS): Run(0.125, 0.1, 20.0),
    ("long", OURS): Run(24.0, 20.0, 250.0),
    **{("whole", tool): Run(2.0, 2.0, 150.0) for tool in TOOLS[1:]},
    **{("ready", tool): Run(0.5, 0.5, 100.0) for tool in TOOLS[1:]},
    **{("long", tool): Run(8.0, 8.0, 1000.0) for tool in TOOLS[1:]},
}


@pytest.fixture(scope="module")
def contest(tmp_path_factory: pytest.TempPathFactory) -> Contest:
    return Contest(tmp_path_factory.mktemp("contest"), 1, HERE, Results())


@pytest.fixture
def results() -> Results:
    papers = {(tool, times): Made(17 * times, 450_000 * times) for tool in TOOLS for times in (1, LONG)}
    return Results({key: [taken] for key, taken in MEASURED.items()}, papers)


# --- the paper -------------------------------------------------------------------------------------------------------
def test_a_longer_paper_is_the_same_again_with_the_charts_once() -> None:
    once, twice = paper(1), paper(2)
    assert twice.notes[: len(once.notes)] == once.notes
    for kind in (Heading, Prose):
        assert [sum(isinstance(block, kind) for block in made.blocks) for made in (twice, once, once)] == [
            2 * sum(isinstance(block, kind) for block in once.blocks),
            *[sum(isinstance(block, kind) for block in once.blocks)] * 2,
        ]
    shown = [block.id for block in twice.blocks if isinstance(block, Shown)]
    assert [name for name in shown if name in CHARTS] == list(CHARTS)
    assert len(shown) == len(CHARTS) + 2 * len(once.tables)


@pytest.mark.parametrize(
    ("write", "name", "places", "references"),
    [
        (as_typst.write, "paper.typ", r"[^(]<([\w-]+)>(?!\))", r"\(<([\w-]+)>\)"),
        (as_html.write, "paper.html", r'id="([\w-]+)"', r'href="#([\w-]+)"'),
        (as_story.write, "story.json", r'(?:<a name=\\"|"id": ")([\w-]+)', r'href=\\"#([\w-]+)'),
    ],
)
def test_every_reference_leads_somewhere(
    write: Callable[[int, Path], None], name: str, places: str, references: str, tmp_path: Path
) -> None:
    write(2, tmp_path / "paper")
    text = (tmp_path / "paper" / name).read_text()
    shown = {f"{what}-{of}" for what, of in re.findall(r'#(fig|tab)\("([\w-]+)"', text)}
    referred = set(re.findall(references, text))
    assert len(referred) > 30
    assert referred <= set(re.findall(places, text)) | shown


# --- the runs --------------------------------------------------------------------------------------------------------
def test_our_engine_builds_the_paper_with_all_charts(contest: Contest) -> None:
    contest.edit(1)
    taken = contest.ours("build", "paper")
    with pikepdf.open(contest.workspace / "output" / "paper.pdf") as pdf:
        kinds = [str(made.get("/S")) for made in pdf.objects if isinstance(made, pikepdf.Dictionary)]
        pages = len(pdf.pages)
    assert kinds.count("/Figure") == len(CHARTS)
    assert pages > 20
    assert taken.memory > 20
    assert [folder.name for folder in (contest.cache / OURS).iterdir()].count("reportgen") == 1
    contest.forget()
    assert not (contest.workspace / "output").exists()
    assert not (contest.cache / OURS / "reportgen").exists()


def test_reportlab_builds_the_paper_with_charts_of_its_own(contest: Contest) -> None:
    contest.peer("ReportLab")
    assert {path.stem for path in (contest.folder / "ReportLab.charts").iterdir()} == set(CHARTS)
    with pikepdf.open(contest.folder / "ReportLab.pdf") as pdf:
        assert sum(len(page.get_images()) for page in pdf.pages) == len(CHARTS)


def test_charts_that_were_drawn_before_are_not_drawn_again(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "argv", ["tool", "source", "paper.pdf", str(tmp_path)])
    assert arguments("svg") == (Path("source").resolve(), Path("paper.pdf").resolve(), tmp_path)
    assert list(tmp_path.iterdir()) == []


def test_an_edit_changes_the_text_alone(contest: Contest) -> None:
    def files() -> dict[Path, bytes]:
        return {path: path.read_bytes() for path in (contest.workspace / "sources").rglob("*") if path.is_file()}

    contest.edit(1)
    before = files()
    contest.edit(2)
    after = files()
    assert [path for path in before if before[path] != after[path]] == [contest.text]
    assert b"This is edit 2. " in after[contest.text]


def test_the_charts_have_the_same_data_for_all(contest: Contest) -> None:
    data = json.loads((contest.folder / "Typst" / "charts.json").read_text())
    rows = (contest.workspace / "sources" / "paper" / "data" / "dots.csv").read_text().split("\n")[1:-1]
    assert [[int(cell) for cell in row.split(",")[1:]] for row in rows] == data["exports"]


def test_a_process_tells_its_memory_and_that_of_the_processes_it_waits_for(tmp_path: Path) -> None:
    child = "held = bytearray(b'x' * 150 * 2**20)"
    code = f"import subprocess, sys; subprocess.run([sys.executable, '-c', {child!r}], check=True)"
    assert run([HERE, "-c", "pass"], tmp_path, {}).memory < 100
    assert run([HERE, "-c", code], tmp_path, {}).memory > 150


def test_what_the_system_says_is_in_seconds_and_mebibytes() -> None:
    peak = 2**21 if sys.platform == "darwin" else 2**11
    assert of_usage(2.0, struct_rusage((1.5, 0.25, peak, *[0] * 13))) == Run(2.0, 1.75, 2.0)


def test_a_process_that_fails_says_why(tmp_path: Path) -> None:
    with pytest.raises(RuntimeError, match=r"ended with 3:\nno font"):
        run([HERE, "-c", "print('no font'); raise SystemExit(3)"], tmp_path, {})


# --- the tables ------------------------------------------------------------------------------------------------------
def test_the_median_is_that_of_each_measure() -> None:
    assert medians([Run(1.0, 9.0, 5.0), Run(3.0, 7.0, 6.0), Run(2.0, 8.0, 40.0)]) == Run(2.0, 8.0, 6.0)


def test_the_first_table_has_what_is_to_be_reached(results: Results) -> None:
    assert against_typst(results) == (
        "|  | reportgen | Typst | ratio | at most | ratio of processor time |\n"
        "| --- | --: | --: | --: | --: | --: |\n"
        "| cold, own cache empty | 3.00 s | 2.00 s | 1.50 × | 1.0 × | 2.00 × |\n"
        "| text edit, charts cached | 1.00 s | 2.00 s | 0.50 × | 0.45 × | 0.50 × |\n"
        "| nothing changed | 0.25 s | 2.00 s | 0.12 × | 0.08 × | 0.10 × |\n"
        "| sixteen times the length | 24.00 s | 8.00 s | 3.00 × | 1.5 × | 2.50 × |\n"
        "| sixteen times the length: memory | 250 MiB | 1000 MiB | 0.25 × | 0.33 × |  |\n"
        "| `--help` | 0.12 s | 2.00 s | 0.06 × | 0.05 × | 0.05 × |\n"
    )


def test_the_second_table_has_all_tools(results: Results) -> None:
    lines = side_by_side(results, dict.fromkeys(TOOLS, "1.0")).splitlines()
    assert lines[:3] == [
        "|  | reportgen | Typst | WeasyPrint | ReportLab |",
        "| --- | --: | --: | --: | --: |",
        "| version | 1.0 | 1.0 | 1.0 | 1.0 |",
    ]
    assert "| its charts drawn before | 1.00 s | 0.50 s | 0.50 s | 0.50 s |" in lines
    assert "| sixteen times: pages, size |" + " 272, 7,200 kB |" * 4 in lines


def test_the_documented_tables_are_those_that_are_made(results: Results) -> None:
    def titles(text: str) -> list[str]:
        return re.findall(r"^\| ([^|]*) \|", text, re.MULTILINE)

    made = [against_typst(results), side_by_side(results, dict.fromkeys(TOOLS, "1.0"))]
    found = re.findall(r"(?:^\|.*\n)+", DOCUMENTED, re.MULTILINE)
    assert [titles(table) for table in found[:2]] == [titles(table) for table in made]


def test_the_readme_has_the_documented_table_and_its_day() -> None:
    (day,) = re.findall(r"^(\d+ \w+ \d{4}): ", DOCUMENTED, re.MULTILINE)
    table = re.search(r"(?:^\|.*\n)+", DOCUMENTED, re.MULTILINE)
    assert table
    readme = (ROOT / "README.md").read_text()
    assert table[0] in readme
    assert day in readme


def test_the_other_tools_are_pinned_exactly_and_draw_with_our_matplotlib() -> None:
    lines = (ROOT / "tests/benchmarks/requirements.txt").read_text().splitlines()
    pins = [line for line in lines if not line.startswith("#")]
    assert all(re.fullmatch(r"[\w-]+==[\d.]+", pin) for pin in pins)
    ours = (ROOT / "constraints.txt").read_text().splitlines()
    assert [pin for pin in pins if pin.startswith("matplotlib=")] == [
        pin for pin in ours if pin.startswith("matplotlib=")
    ]
