"""The results as two Markdown tables: ours beside Typst with what it shall reach, and all four tools side by side."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from tests.benchmarks.contest import LONG, OURS, TOOLS, Results, medians
from tests.benchmarks.processes import Run

Measure = Callable[[Run], str]

_ROWS = (
    ("cold, own cache empty", "whole", "whole", 1.0),
    ("text edit, charts cached", "edit", "whole", 0.45),
    ("nothing changed", "unchanged", "whole", 0.08),
    ("sixteen times the length", "long", "long", 1.5),
    ("`--help`", "help", "whole", 0.05),
)
"""What is measured, under which name ours and Typst's, and at most how much of Typst's time ours shall be."""
_MEMORY_AIM = 0.33


def against_typst(results: Results) -> str:
    """Each of our figures, Typst's, their ratio, and what the ratio shall be at most."""
    rows = [["", OURS, "Typst", "ratio", "at most", "ratio of processor time"]]
    for title, ours, theirs, aim in _ROWS:
        mine, other = medians(results.runs[ours, OURS]), medians(results.runs[theirs, "Typst"])
        clock, work = ratio(mine.wall, other.wall), ratio(mine.cpu, other.cpu)
        rows.append([title, seconds(mine), seconds(other), clock, f"{aim} ×", work])
        if ours == "long":
            figures = [memory(mine), memory(other), ratio(mine.memory, other.memory), f"{_MEMORY_AIM} ×", ""]
            rows.append(["sixteen times the length: memory", *figures])
    return markdown(rows)


def side_by_side(results: Results, versions: dict[str, str]) -> str:
    """All four tools, row by row."""

    def runs(title: str, what: str, measure: Measure, mine: str = "") -> list[str]:
        return [
            title,
            *(measure(medians(results.runs[mine or what if tool == OURS else what, tool])) for tool in TOOLS),
        ]

    def papers(title: str, times: int) -> list[str]:
        made = [results.papers[tool, times] for tool in TOOLS]
        return [title, *(f"{paper.pages}, {paper.size / 1000:,.0f} kB" for paper in made)]

    return markdown(
        [
            ["", *TOOLS],
            ["version", *(versions[tool] for tool in TOOLS)],
            runs("whole run", "whole", seconds),
            runs("whole run: processor", "whole", processor),
            runs("whole run: memory", "whole", memory),
            runs("its charts drawn before", "ready", seconds, mine="edit"),
            papers("pages, size", 1),
            runs("sixteen times the length", "long", seconds),
            runs("sixteen times: processor", "long", processor),
            runs("sixteen times: memory", "long", memory),
            papers("sixteen times: pages, size", LONG),
        ]
    )


def seconds(run: Run) -> str:
    """Time by the clock."""
    return f"{run.wall:.2f} s"


def processor(run: Run) -> str:
    """Time of the processor."""
    return f"{run.cpu:.2f} s"


def memory(run: Run) -> str:
    """The peak of memory."""
    return f"{run.memory:.0f} MiB"


def ratio(ours: float, theirs: float) -> str:
    """How much of theirs ours is."""
    return f"{ours / theirs:.2f} ×"


def markdown(rows: Sequence[Sequence[str]]) -> str:
    """The rows as a table: the first is the head, the first column is text, the others are figures."""
    head, *body = rows
    lines = [head, ["---", *["--:"] * (len(head) - 1)], *body]
    return "".join(f"| {' | '.join(line)} |\n" for line in lines)
