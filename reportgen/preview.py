"""One chart of a briefing as a picture, at once: no other chart is drawn, and no paper is made."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from reportgen.build import chart_files, drawn_charts
from reportgen.choices import AS_WRITTEN, Choices
from reportgen.frozen import frozen
from reportgen.problems import Problem, ReportError, Severity
from reportgen.source import load
from reportgen.writing import write_all

if TYPE_CHECKING:
    from reportgen.document import Draft
    from reportgen.figures.contract import ChartSpec


@frozen
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


def preview(folder: Path, workspace: Path, output: Path, name: str, choices: Choices = AS_WRITTEN) -> Preview:
    """Write the chart `name` to `output`/NAME/charts/ID.png; NoSuchChartError for another name.

    Told are the errors, which keep it from being drawn, and of the warnings only those of this chart.
    """
    spec: ChartSpec | None = None
    try:
        text = _read(folder, workspace, choices)
        spec = _chart(text, name)
        drawn, problems = drawn_charts(text, [spec])
        files = chart_files(text, drawn, folder.name)
        path, picture = next((output / file, data) for file, data in files.items() if file.endswith(".png"))
        write_all({path: picture})
    except ReportError as error:
        return Preview(None, "", _concerning(spec, error.problems))
    return Preview(path, drawn[name].plan.description, _concerning(spec, problems))


def _read(folder: Path, workspace: Path, choices: Choices) -> Draft:
    from reportgen.document import read
    from reportgen.language import words_for

    briefing = load(folder, workspace, allow_charts=choices.allow_charts)
    return read(briefing, words_for(briefing.meta.language))


def _chart(text: Draft, name: str) -> ChartSpec:
    for spec in text.charts:
        if spec.id == name:
            return spec
    raise NoSuchChartError(name, [spec.id for spec in text.charts])


def _concerning(spec: ChartSpec | None, problems: Iterable[Problem]) -> tuple[Problem, ...]:
    """The errors, and the warnings at the chart's own block."""
    places = {spec.place, *spec.option_places.values()} if spec else set()
    return tuple(
        problem for problem in sorted(problems) if problem.severity is Severity.ERROR or problem.place in places
    )
