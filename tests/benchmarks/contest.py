"""The same paper with each tool, in rounds: what is run, in which order, and what came of it.

A round runs everything once, ours and the others' in turn, so that a busy moment of the machine falls on all of them.
"""

from __future__ import annotations

import json
import os
import shutil
import sys
from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence
from dataclasses import astuple, dataclass, field
from pathlib import Path
from statistics import median

import pikepdf

from tests.benchmarks.paper import as_briefing, as_html, as_story, as_typst
from tests.benchmarks.paper.figures import chart_data
from tests.benchmarks.processes import Run, run

ROOT = Path(__file__).parent.parent.parent
OURS = "reportgen"
PEERS = {"Typst": as_typst.write, "WeasyPrint": as_html.write, "ReportLab": as_story.write}
"""Each of the other tools, and what writes the paper for it."""
TOOLS = (OURS, *PEERS)
ROUNDS = 5
LONG = 16

Report = Callable[[str], None]


@dataclass(frozen=True)
class Made:
    """A finished paper."""

    pages: int
    size: int


@dataclass(frozen=True)
class Results:
    """The runs of each measurement by tool, and the papers: (tool, times as long)."""

    runs: dict[tuple[str, str], list[Run]] = field(default_factory=lambda: defaultdict(list))
    papers: dict[tuple[str, int], Made] = field(default_factory=dict)


def measure(folder: Path, python: Path, report: Report, rounds: int = ROUNDS) -> Results:
    """All measurements, in `folder`, which is filled; `python` is that of the other tools' environment."""
    results = Results()
    _short(Contest(folder, 1, python, results), report, rounds)
    _long(Contest(folder, LONG, python, results), report, rounds)
    return results


class Contest:
    """The paper at one length, ready to be built by each tool; lengths in one folder share the tools' caches."""

    def __init__(self, folder: Path, times: int, python: Path, results: Results) -> None:
        self.cache, self.folder = folder / "cache", folder / str(times)
        self.times, self.python, self.results = times, python, results
        self.workspace = self.folder / OURS
        as_briefing.write(times, self.workspace)
        for tool, write in PEERS.items():
            write(times, self.folder / tool)
            (self.folder / tool / "charts.json").write_text(json.dumps(chart_data()))
        self.text = self.workspace / "sources" / "paper" / "text" / "body.md"
        self.written = self.text.read_text()

    def ours(self, *arguments: str) -> Run:
        """Run the installed command `reportgen` beside this Python."""
        return run([Path(sys.executable).parent / "reportgen", *arguments], self.workspace, self._environment(OURS))

    def peer(self, tool: str, *, ready: bool = False) -> Run:
        """Build the paper with another tool, with the charts of its last run if they are `ready`."""
        module = f"tests.benchmarks.tools.with_{tool.lower()}"
        output = self.folder / f"{tool}.pdf"
        charts: list[str | Path] = [output.with_suffix(".charts")] if ready else []
        command: list[str | Path] = [self.python, "-m", module, self.folder / tool, output, *charts]
        return run(command, self.folder, {**self._environment(tool), "PYTHONPATH": str(ROOT)})

    def forget(self) -> None:
        """Leave nothing that an earlier build of ours has made; matplotlib keeps its list of fonts."""
        shutil.rmtree(self.cache / OURS / "reportgen", ignore_errors=True)
        shutil.rmtree(self.workspace / "output", ignore_errors=True)

    def edit(self, number: int) -> None:
        """Change the text, and nothing else: a sentence more in its first paragraph."""
        self.text.write_text(self.written.replace("\n\n", f"\n\nThis is edit {number}. ", 1))

    def keep(self, what: str, tool: str, taken: Run) -> None:
        self.results.runs[what, tool].append(taken)

    def look(self) -> None:
        """Note what each tool has made."""
        for tool in TOOLS:
            paper = self.workspace / "output" / "paper.pdf" if tool == OURS else self.folder / f"{tool}.pdf"
            with pikepdf.open(paper) as pdf:
                self.results.papers[tool, self.times] = Made(len(pdf.pages), paper.stat().st_size)

    def _environment(self, tool: str) -> Mapping[str, str]:
        """The user's, but with a cache of its own, and with compiled Python kept."""
        dropped = ("PYTHONDONTWRITEBYTECODE", "PYTHONPATH", "MPLCONFIGDIR")
        kept = {name: value for name, value in os.environ.items() if name not in dropped}
        return {**kept, "XDG_CACHE_HOME": str(self.cache / tool)}


def _short(contest: Contest, report: Report, rounds: int) -> None:
    _warm_up(contest, report)
    for number in range(1, rounds + 1):
        report(f"round {number} of {rounds}")
        contest.forget()
        contest.keep("whole", OURS, contest.ours("build", "paper"))
        contest.keep("whole", "Typst", contest.peer("Typst"))
        contest.edit(number)
        contest.keep("edit", OURS, contest.ours("build", "paper"))
        contest.keep("ready", "Typst", contest.peer("Typst", ready=True))
        contest.keep("unchanged", OURS, contest.ours("build", "paper"))
        contest.keep("help", OURS, contest.ours("--help"))
        for tool in TOOLS[2:]:
            contest.keep("whole", tool, contest.peer(tool))
            contest.keep("ready", tool, contest.peer(tool, ready=True))
    contest.look()


def _long(contest: Contest, report: Report, rounds: int) -> None:
    for number in range(1, rounds + 1):
        contest.forget()
        for tool in TOOLS:
            report(f"{contest.times} times the length, round {number} of {rounds}: {tool}")
            contest.keep("long", tool, contest.ours("build", "paper") if tool == OURS else contest.peer(tool))
    contest.look()


def _warm_up(contest: Contest, report: Report) -> None:
    """Run everything once without counting it: Python is compiled, fonts are found."""
    report("warming up")
    contest.ours("build", "paper")
    for tool in PEERS:
        contest.peer(tool)


def medians(runs: Sequence[Run]) -> Run:
    """The median of each measure by itself."""
    return Run(*(median(values) for values in zip(*map(astuple, runs), strict=True)))
