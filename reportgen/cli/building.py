"""`build` and `check`."""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Iterable, Sequence
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from reportgen.choices import Choices
from reportgen.cli.printing import as_json, count, show
from reportgen.cli.usage import DONE, ERRORS, AddCommand, UsageError, add_allow_charts, briefings, near, workspace_here
from reportgen.dates import PartialDate
from reportgen.problems import Problem

if TYPE_CHECKING:
    from reportgen.build import Outcome
    from reportgen.figures import Studio


def add(command: AddCommand) -> None:
    """Add the commands of this module."""
    build = command("build", _build, "Write the papers of the briefings named, of all by default.")
    build.add_argument("names", metavar="NAME", nargs="*", help="a folder in sources/")
    build.add_argument("-o", "--output", metavar="DIR", type=Path, help="where the papers go (default: output/)")
    build.add_argument("--draft", action="store_true", help="stamp the papers as drafts, whatever their status")
    build.add_argument("--strict", action="store_true", help="a warning counts as an error")
    build.add_argument("--proof", action="store_true", help="also write NAME-proof.pdf: the charts as others see them")
    build.add_argument("--charts", action="store_true", help="also write each chart as SVG, PNG and CSV")
    build.add_argument("--changes", action="store_true", help="also write NAME-changes.pdf: changed paragraphs marked")
    build.add_argument("--edition", metavar="N", type=_edition, help="write that released edition alone")
    build.add_argument("--mark-superseded", action="store_true", help="with --edition: a copy stamped as superseded")
    build.add_argument("--with-notes", action="store_true", help="keep comments in the sources that a paper carries")
    add_allow_charts(build)

    check = command("check", _check, "Print every problem of the sources and the finished papers; write nothing.")
    check.add_argument("names", metavar="NAME", nargs="*", help="a folder in sources/")
    check.add_argument("--json", action="store_true", help="print the problems as JSON")
    check.add_argument("--today", metavar="DATE", help="when facts must not be stale: 2026-03-31, 2026-03, 2026")
    add_allow_charts(check)


def _edition(text: str) -> int:
    """The number that `--edition` names."""
    if not (text.isascii() and text.isdigit()):
        raise argparse.ArgumentTypeError(f"needs the number of an edition, such as 1, not '{text}'")
    return int(text)


def _build(options: argparse.Namespace) -> int:
    from reportgen.build import BESIDE, build
    from reportgen.commands.editions import build_editions
    from reportgen.figures import Studio

    if options.edition is not None:
        return _build_edition(options)
    if options.mark_superseded:
        raise UsageError("--mark-superseded needs --edition N\n  hint: the status of the latest is status: in its file")
    workspace = workspace_here()
    output = options.output or workspace / "output"
    choices = Choices(draft=options.draft, with_notes=options.with_notes, allow_charts=options.allow_charts)
    also = [name for name in BESIDE if getattr(options, name)]
    outcomes = []
    with Studio(beside=True) as studio:
        built = partial(build, strict=options.strict, also=also, studio=studio, early=studio.keeps_nothing())
        for folder in briefings(workspace, options.names):
            latest = built(folder, workspace, output, choices)
            for outcome in (latest, *build_editions(folder, workspace, output, choices, studio)):
                _say_written(outcome)
                outcomes.append(outcome)
    return _tell(outcomes, strict=options.strict)


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
    _say_written(outcome)
    return _tell([outcome], strict=options.strict)


def _say_written(outcome: Outcome) -> None:
    for path in (outcome.paper, *outcome.also) if outcome.paper else ():
        print(near(path), flush=True)


def _checked(folder: Path, workspace: Path, choices: Choices, studio: Studio) -> Outcome:
    """The problems of a briefing, its papers and its released editions."""
    from reportgen.build import check
    from reportgen.commands.editions import check_editions

    output, early = workspace / "output", studio.keeps_nothing()
    outcome = check(folder, workspace, output, choices, studio=studio, early=early)
    return replace(outcome, problems=(*outcome.problems, *check_editions(folder, workspace)))


def _check(options: argparse.Namespace) -> int:
    from reportgen.figures import Studio

    workspace = workspace_here()
    choices = Choices(allow_charts=options.allow_charts, today=_day(options.today))
    folders = briefings(workspace, options.names)
    with Studio(beside=True) as studio:
        outcomes = [_checked(folder, workspace, choices, studio) for folder in folders]
    problems = _sorted(outcomes)
    if options.json:
        print(json.dumps([as_json(problem) for problem in problems], indent=2))
    else:
        show(problems)
        print(count(problems) or "no problems", file=sys.stderr)
    return ERRORS if any(outcome.failed for outcome in outcomes) else DONE


def _day(text: str | None) -> PartialDate | None:
    """The day that `--today` names; of a month or a year the last one."""
    if text is None:
        return None
    try:
        last = PartialDate.parse(text).last
    except ValueError:
        hint = "write it as 2026-03-31, 2026-03 or 2026"
        raise UsageError(f"--today needs a date that exists, not '{text}'\n  hint: {hint}") from None
    return PartialDate(last.year, last.month, last.day)


def _tell(outcomes: Sequence[Outcome], *, strict: bool) -> int:
    """Print the problems of a build and what came of it; the exit status."""
    problems = _sorted(outcomes)
    show(problems)
    written = sum(outcome.paper is not None for outcome in outcomes)
    failed = written < len(outcomes)
    if failed:
        papers = f"{written} of {len(outcomes)} papers written" if written else "no paper was written"
        print(f"{count(problems)}; {papers}{' (--strict)' if strict else ''}", file=sys.stderr)
    elif problems:
        print(count(problems), file=sys.stderr)
    return ERRORS if failed else DONE


def _sorted(outcomes: Iterable[Outcome]) -> list[Problem]:
    """Every problem once (a fault in house.yaml is every paper's), by place."""
    return sorted({problem for outcome in outcomes for problem in outcome.problems})
