"""`reportgen charts`: the kinds in words, with every option and a block to paste; one chart as a picture, at once."""

from __future__ import annotations

import textwrap
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from reportgen.charting.drawing import drawn_charts
from reportgen.choices import AS_WRITTEN, Choices
from reportgen.figures.kinds import found, opened, options_info
from reportgen.figures.loading import Kind
from reportgen.frozen import frozen
from reportgen.problems import Problem, Problems, ReportError, Severity
from reportgen.source import load
from reportgen.writing import write_all

if TYPE_CHECKING:
    from reportgen.document import Draft
    from reportgen.figures.contract import ChartSpec

WIDTH = 100

_BLOCK = """\
::: chart ID
kind: {kind}
data: TABLE
{options}title: What the chart shows, in a few words
subtitle: What is measured, where and when
:::
"""


def usable_kinds(folders: Sequence[Path]) -> tuple[Mapping[str, Kind], Mapping[str, Problem]]:
    """Every chart kind by its name, sorted, and what is wrong with those that can't be loaded, by theirs."""
    kinds: dict[str, Kind] = {}
    faults: dict[str, Problem] = {}
    for name, path in found(folders).items():
        problems = Problems()
        kind = opened(name, path, problems)
        if kind is not None:
            kinds[name] = kind
        else:
            (faults[name],) = problems.found
    return kinds, faults


def described(kind: Kind) -> str:
    """A kind with its options, as lines of plain text."""
    lines = [kind.name, *_indented(kind.doc, 2)]
    for option in options_info(kind):
        lines += ["", f"  {option.name}: {option.form}", *_indented(option.doc, 6)]
    return "\n".join(lines)


def block(kind: Kind) -> str:
    """A chart block of this kind to paste into a text: what stands in capitals is to be filled in."""
    shown = [option for option in options_info(kind) if option.needed or option.usual]
    return _BLOCK.format(
        kind=kind.name,
        options="".join(f"{option.name}: {'COLUMN' if 'column' in option.type else 'VALUE'}\n" for option in shown),
    )


def _indented(text: str, by: int) -> list[str]:
    """The paragraphs of `text`, wrapped and moved to the right."""
    margin = " " * by
    lines: list[str] = []
    for paragraph in text.split("\n\n"):
        lines += textwrap.wrap(
            " ".join(paragraph.replace("`", "").split()), WIDTH, initial_indent=margin, subsequent_indent=margin
        )
    return lines


# --- one chart of a briefing ------------------------------------------------------------------------------------------
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
    """Write the chart `name`, and no other, to `output`/NAME/charts/ID.png; NoSuchChartError for another name.

    Told are the errors, which keep it from being drawn, and of the warnings only those of this chart.
    """
    from reportgen.charting.files import chart_files

    spec: ChartSpec | None = None
    try:
        from reportgen.document import read
        from reportgen.language import words_for

        briefing = load(folder, workspace, allow_charts=choices.allow_charts)
        text = read(briefing, words_for(briefing.meta.language))
        spec = _chart(text, name)
        drawn, problems = drawn_charts(text, [spec])
        files = chart_files(text, drawn, folder.name)
        path, picture = next((output / file, data) for file, data in files.items() if file.endswith(".png"))
        write_all({path: picture})
    except ReportError as error:
        return Preview(None, "", _concerning(spec, error.problems))
    return Preview(path, drawn[name].plan.description, _concerning(spec, problems))


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
