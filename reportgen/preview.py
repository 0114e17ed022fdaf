"""One chart of a briefing as a picture, at once: no other chart is drawn, and no paper is made."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from reportgen.build import chart_files, drawn_charts
from reportgen.problems import Problem, ReportError
from reportgen.source import load
from reportgen.writing import write_all


@dataclass(frozen=True, slots=True)
class Preview:
    """One chart of a briefing as a picture in a file (None: there is none), and what it shows in words."""

    picture: Path | None
    description: str
    problems: tuple[Problem, ...]


class NoSuchChartError(Exception):
    """The briefing has no chart of that name; `known` are those that it has."""

    def __init__(self, name: str, known: Sequence[str]) -> None:
        self.known = known
        super().__init__(name)


def preview(folder: Path, workspace: Path, output: Path, name: str) -> Preview:
    """Write the chart `name` to `output`/NAME/charts/ID.png; NoSuchChartError for another name."""
    from reportgen.document import read
    from reportgen.language import words_for

    problems: tuple[Problem, ...] = ()
    try:
        briefing = load(folder, workspace)
        text = read(briefing, words_for(briefing.meta.language))
        charts = [spec for spec in text.charts if spec.id == name]
        if not charts:
            raise NoSuchChartError(name, [spec.id for spec in text.charts])
        drawn, problems = drawn_charts(text, charts, workspace)
        files = chart_files(text, drawn, folder.name)
        path, picture = next((output / file, data) for file, data in files.items() if file.endswith(".png"))
        write_all({path: picture})
    except ReportError as error:
        return Preview(None, "", tuple(sorted({*problems, *error.problems})))
    told = [problem for problem in problems if problem.place == charts[0].place]
    return Preview(path, drawn[name].description, tuple(told))
