"""`build` and `check`."""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Iterable, Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from reportgen.choices import Choices
from reportgen.cli.printing import as_json, count, show
from reportgen.cli.usage import DONE, ERRORS, AddCommand, UsageError, add_allow_charts, briefings, near, workspace_here
from reportgen.dates import PartialDate
from reportgen.problems import Problem

if TYPE_CHECKING:
    from reportgen.outcome import Outcome
    from reportgen.unchanged import Since

_NOT_ASKED = {"run", "names", "output", "fresh", "all"}
"""What the options of `build` say that does not decide what a paper is like."""


def add(command: AddCommand) -> None:
    """Add the commands of this module."""
    build = command("build", _build, "Write the papers of the briefings named, of all by default.")
    build.add_argument("names", metavar="NAME", nargs="*", help="a folder in sources/")
    build.add_argument("-o", "--output", metavar="DIR", type=Path, help="where the papers go (default: output/)")
    build.add_argument("--draft", action="store_true", help="stamp the papers as drafts, whatever their status")
    build.add_argument("--fresh", action="store_true", help="build also what is up to date")
    build.add_argument("--strict", action="store_true", help="a warning counts as an error")
    build.add_argument("--proof", action="store_true", help="also write NAME-proof.pdf: the charts as others see them")
    build.add_argument("--charts", action="store_true", help="also write each chart as SVG, PNG and CSV")
    build.add_argument("--changes", action="store_true", help="also write NAME-changes.pdf: changed paragraphs marked")
    build.add_argument("--standard", choices=("ua1", "ua2"), help="what the papers conform to, whatever they say")
    build.add_argument("--edition", metavar="N", type=_edition, help="write that released edition alone")
    build.add_argument("--mark-superseded", action="store_true", help="with --edition: a copy stamped as superseded")
    build.add_argument("--with-notes", action="store_true", help="keep comments in the sources that a paper carries")
    build.add_argument("--all", action="store_true", help="list each problem, also where there are many of one kind")
    add_allow_charts(build)

    check = command("check", _check, "Print every problem of the sources and the finished papers; write nothing.")
    check.add_argument("names", metavar="NAME", nargs="*", help="a folder in sources/")
    form = check.add_mutually_exclusive_group()
    form.add_argument("--json", action="store_true", help="print the problems as JSON")
    form.add_argument("--sarif", action="store_true", help="print the problems as SARIF, for services that review")
    check.add_argument("--all", action="store_true", help="list each problem, also where there are many of one kind")
    check.add_argument("--today", metavar="DATE", help="when facts must not be stale: 2026-03-31, 2026-03, 2026")
    add_allow_charts(check)


def _edition(text: str) -> int:
    """The number that `--edition` names."""
    if not (text.isascii() and text.isdigit()):
        raise argparse.ArgumentTypeError(f"needs the number of an edition, such as 1, not '{text}'")
    return int(text)


def _build(options: argparse.Namespace) -> int:
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
    workspace = workspace_here()
    (folder,) = briefings(workspace, options.names)
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


def _check(options: argparse.Namespace) -> int:
    from reportgen import compiled

    compiled.take()
    from reportgen.commands.papers import checked
    from reportgen.figures import Studio

    workspace = workspace_here()
    choices = Choices(allow_charts=options.allow_charts, today=_day(options.today))
    folders = briefings(workspace, options.names)
    with Studio(beside=True) as studio:
        outcomes = [checked(folder, workspace, workspace / "output", choices, studio) for folder in folders]
    problems = _sorted(outcomes)
    if options.json:
        print(json.dumps([as_json(problem) for problem in problems], indent=2))
    elif options.sarif:
        from reportgen.cli.sarif import as_sarif

        print(json.dumps(as_sarif(problems), indent=2))
    else:
        show(problems, every=options.all)
        print(count(problems) or "no problems", file=sys.stderr)
    return ERRORS if any(outcome.failed for outcome in outcomes) else DONE


def _day(text: str | None) -> PartialDate | None:
    """The day that `--today` names; of a month or a year the last one."""
    if text is None:
        return None
    try:
        return PartialDate.parse(text).last_day
    except ValueError:
        hint = "write it as 2026-03-31, 2026-03 or 2026"
        raise UsageError(f"--today needs a date that exists, not '{text}'\n  hint: {hint}") from None


def _tell(outcomes: Sequence[Outcome], options: argparse.Namespace) -> int:
    """Print the problems of a build and what came of it; the exit status."""
    problems = _sorted(outcomes)
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


def _sorted(outcomes: Iterable[Outcome]) -> list[Problem]:
    """Every problem once (a fault in house.yaml is every paper's), by place."""
    return sorted({problem for outcome in outcomes for problem in outcome.problems})
