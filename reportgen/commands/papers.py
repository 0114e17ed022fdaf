"""All that `build` writes of a briefing, and all that `check` looks at: its latest paper, and its released editions."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import replace
from pathlib import Path

from reportgen import pipeline
from reportgen.choices import AS_WRITTEN, Choices
from reportgen.commands.editions import build_editions, check_editions
from reportgen.figures import Studio
from reportgen.outcome import Outcome
from reportgen.pipeline import Companion


def built(
    folder: Path,
    workspace: Path,
    output: Path,
    choices: Choices = AS_WRITTEN,
    *,
    strict: bool = False,
    also: Collection[Companion] = (),
    studio: Studio | None = None,
) -> Iterator[Outcome]:
    """Write the papers, the latest first; gives what became of each as soon as it is written. See `pipeline.build`."""
    yield pipeline.build(folder, workspace, output, choices, strict=strict, also=also, studio=studio)
    yield from build_editions(folder, workspace, output, choices, studio)


def checked(
    folder: Path, workspace: Path, output: Path, choices: Choices = AS_WRITTEN, studio: Studio | None = None
) -> Outcome:
    """The problems of a briefing, of its papers in `output` and of its released editions; nothing is written."""
    outcome = pipeline.check(folder, workspace, output, choices, studio=studio)
    return replace(outcome, problems=(*outcome.problems, *check_editions(folder, workspace)))
