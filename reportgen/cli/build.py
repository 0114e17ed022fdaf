"""`build`."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from reportgen.choices import Choices
from reportgen.cli.printing import by_place, count, show
from reportgen.cli.usage import DONE, ERRORS, UsageError, briefing_here, briefings, near, workspace_here

if TYPE_CHECKING:
    from reportgen.outcome import Outcome
    from reportgen.unchanged import Since

_NOT_ASKED = {"run", "names", "output", "fresh", "all"}
"""What the options of `build` say that does not decide what a paper is like."""


def run(options: argparse.Namespace) -> int:
    """Run the command; its exit status."""
    if options.edition is not None:
        return _build_edition(options)
    if options.mark_superseded:
        raise UsageError("--mark-superseded needs --edition N\n  hint: the status of the latest is status: in its file")
    from reportgen.unchanged import since

    workspace = workspace_here()
    output = options.output or workspace / "output"
    folders, wanted = briefings(workspace, options.names), _wanted(options)
    asked = [(folder, since(folder, workspace, output, wanted)) for folder in folders]
    if not options.fresh and all(kept := [last.outcomes() for _, last in asked]):
        outcomes = [_said(outcome) for one in kept for outcome in one]
    else:
        outcomes = _built(asked, workspace, output, options)
    return _tell(outcomes, options)


def _wanted(options: argparse.Namespace) -> str:
    """All options that decide what a build comes to: they are all but those that say which, where and whether."""
    return repr(sorted((key, value) for key, value in vars(options).items() if key not in _NOT_ASKED))


def _built(
    asked: Sequence[tuple[Path, Since]], workspace: Path, output: Path, options: argparse.Namespace
) -> list[Outcome]:
    """The papers of the briefings, and those of their released editions; what is up to date is left alone."""
    from reportgen import compiled, worker_start

    due = (folder for folder, last in asked if last.more_than_texts and (options.fresh or not last.outcomes()))
    launched = worker_start.early(due)  # it imports matplotlib while this process imports the rest
    compiled.take()
    from reportgen.commands.papers import built
    from reportgen.figures import Studio
    from reportgen.pipeline import COMPANIONS

    chosen = {name: getattr(options, name) for name in ("draft", "with_notes", "allow_charts", "standard")}
    choices, also = Choices(**chosen), [name for name in COMPANIONS if getattr(options, name)]
    outcomes: list[Outcome] = []
    with Studio(beside=True, launched=launched) as studio:
        written = partial(built, strict=options.strict, also=also, studio=studio)
        for folder, last in asked:
            if kept := () if options.fresh else last.outcomes():
                outcomes += map(_said, kept)
                continue
            papers = tuple(map(_said, written(folder, workspace, output, choices)))
            last.remember(papers)
            outcomes += papers
    return outcomes


def _build_edition(options: argparse.Namespace) -> int:
    """One released edition of one briefing."""
    from reportgen.commands.editions import NoSuchEditionError, build_edition

    if len(options.names) != 1:
        raise UsageError("--edition needs the name of one briefing: reportgen build NAME --edition 1")
    if others := [name for name in ("draft", "proof", "charts", "changes", "with_notes") if getattr(options, name)]:
        asked = " and ".join(f"--{name.replace('_', '-')}" for name in others)
        raise UsageError(f"a released edition stays as it is: {asked} can't go with --edition")
    folder, workspace = briefing_here(*options.names)
    choices, output = Choices(allow_charts=options.allow_charts), options.output or workspace / "output"
    try:
        outcome = build_edition(folder, workspace, output, options.edition, choices, superseded=options.mark_superseded)
    except NoSuchEditionError as error:
        known = ", ".join(map(str, error.known))
        hint = f"released are: {known}" if known else f"reportgen release {folder.name} releases the current one"
        raise UsageError(f"'{folder.name}' has no released edition {error.number}\n  hint: {hint}") from None
    return _tell([_said(outcome)], options)


def _said(outcome: Outcome) -> Outcome:
    """The same; its files are printed."""
    for path in (outcome.paper, *outcome.also) if outcome.paper else ():
        print(near(path), flush=True)
    return outcome


def _tell(outcomes: Sequence[Outcome], options: argparse.Namespace) -> int:
    """Print the problems of a build and what came of it; the exit status."""
    problems = by_place(outcomes)
    show(problems, every=options.all)
    kept = sum(outcome.kept for outcome in outcomes)
    written = sum(outcome.paper is not None for outcome in outcomes) - kept
    failed = written + kept < len(outcomes)
    told = [count(problems)]
    if failed:
        papers = f"{written} of {len(outcomes)} papers written" if written else "no paper was written"
        told.append(f"{papers}{' (--strict)' if options.strict else ''}")
    if kept:
        told.append("the paper is up to date" if len(outcomes) == 1 else f"{kept} of {len(outcomes)} papers up to date")
    if any(told):
        print("; ".join(filter(None, told)), file=sys.stderr)
    return ERRORS if failed else DONE
