"""The commands: parse, call, print. What they do is in `reportgen.build`, `reportgen.new` and `reportgen.gallery`.

Exit status: 0 done (warnings are printed), 1 errors in the sources or the paper, 2 wrong usage.
"""

from __future__ import annotations

import argparse
import json
import os
import sys
from collections.abc import Iterable, Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from reportgen import __version__
from reportgen.problems import Problem, ReportError, Severity, did_you_mean

if TYPE_CHECKING:
    from reportgen.build import Outcome

DONE, ERRORS, USAGE = 0, 1, 2
INTERRUPTED = 130
"""What a shell expects of a program that Ctrl-C has ended."""


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command (by default that of the command line) and give its exit status."""
    options = parser().parse_args(arguments)
    try:
        status: int = options.run(options)
        sys.stdout.flush()
    except UsageError as error:
        print(f"reportgen: {error}", file=sys.stderr)
        return USAGE
    except KeyboardInterrupt:
        return INTERRUPTED
    except BrokenPipeError:  # the reader, such as `head`, has seen enough
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return DONE
    return status


class UsageError(Exception):
    """The command can't be run as it was given; the message says what to do."""


def parser() -> argparse.ArgumentParser:
    """The command line's grammar; each command's function stands in `run`."""
    top = argparse.ArgumentParser(prog="reportgen", description="Turns briefing data in sources/ into briefing papers.")
    top.add_argument("--version", action="version", version=f"reportgen {__version__}")
    commands = top.add_subparsers(title="commands", metavar="COMMAND", required=True)

    def command(name: str, run: object, about: str) -> argparse.ArgumentParser:
        sub = commands.add_parser(name, help=about, description=about)
        sub.set_defaults(run=run)
        return sub

    build = command("build", _build, "Write the papers of the briefings named, of all by default.")
    build.add_argument("names", metavar="NAME", nargs="*", help="a folder in sources/")
    build.add_argument("-o", "--output", metavar="DIR", type=Path, help="where the papers go (default: output/)")
    build.add_argument("--draft", action="store_true", help="stamp the papers as drafts, whatever their status")
    build.add_argument("--strict", action="store_true", help="a warning counts as an error")
    build.add_argument("--proof", action="store_true", help="also write NAME-proof.pdf: the charts as others see them")
    build.add_argument("--charts", action="store_true", help="also write each chart as SVG, PNG and CSV")

    check = command("check", _check, "Print every problem of the sources and the finished papers; write nothing.")
    check.add_argument("names", metavar="NAME", nargs="*", help="a folder in sources/")
    check.add_argument("--json", action="store_true", help="print the problems as JSON")

    new = command("new", _new, "Write a small, complete briefing to start from.")
    new.add_argument("name", metavar="NAME", help="the folder to make in sources/")

    charts = command("charts", _charts, "List the chart kinds and their options; of one kind, print a block to paste.")
    charts.add_argument("kind", metavar="KIND", nargs="?", help="a chart kind")
    charts.add_argument("--draw", metavar="NAME/CHART", help="draw one chart of a briefing as a picture, at once")
    return top


def _build(options: argparse.Namespace) -> int:
    from reportgen.build import build

    workspace = _workspace()
    output = options.output or workspace / "output"
    outcomes = []
    for folder in _briefings(workspace, options.names):
        chosen = {name: getattr(options, name) for name in ("draft", "strict", "proof", "charts")}
        outcome = build(folder, workspace, output, **chosen)
        for path in (outcome.paper, *outcome.also) if outcome.paper else ():
            print(_near(path), flush=True)
        outcomes.append(outcome)
    return _tell(outcomes, strict=options.strict)


def _check(options: argparse.Namespace) -> int:
    from reportgen.build import check

    workspace = _workspace()
    outcomes = [check(folder, workspace, workspace / "output") for folder in _briefings(workspace, options.names)]
    problems = _sorted(outcomes)
    if options.json:
        print(json.dumps([_as_json(problem) for problem in problems], indent=2))
    else:
        _print(problems)
        print(_count(problems) or "no problems", file=sys.stderr)
    return ERRORS if any(outcome.failed for outcome in outcomes) else DONE


def _new(options: argparse.Namespace) -> int:
    from reportgen.new import create
    from reportgen.source import find_workspace

    here = Path.cwd()
    workspace = find_workspace(here) or here
    try:
        written = create(workspace, options.name)
    except ValueError as error:
        raise UsageError(error) from None
    for path in written:
        print(_near(path))
    print(f"Next: reportgen build {options.name}, then edit sources/{options.name}/.")
    return DONE


def _charts(options: argparse.Namespace) -> int:
    from reportgen.figures.kinds import chart_folders
    from reportgen.gallery import block, described, usable_kinds
    from reportgen.source import find_workspace

    if options.draw is not None:
        return _draw(options.draw)
    here = Path.cwd()
    known, faults = usable_kinds(chart_folders(find_workspace(here) or here))
    _print(
        fault if name == options.kind else replace(fault, severity=Severity.WARNING) for name, fault in faults.items()
    )
    if options.kind in faults:
        return ERRORS
    if options.kind is None:
        print("\n\n".join(described(kind) for kind in known.values()))
    elif options.kind in known:
        print(block(known[options.kind]))
        print(described(known[options.kind]))
    else:
        raise UsageError(f"there is no chart kind '{options.kind}'\n  hint: {did_you_mean(options.kind, known)}")
    return DONE


def _draw(wanted: str) -> int:
    """Draw the chart NAME/CHART; print where it is and what it shows."""
    from reportgen.preview import NoSuchChartError, preview

    briefing, _, chart = wanted.partition("/")
    if not (briefing and chart):
        raise UsageError(f"'{wanted}' names no chart\n  hint: write NAME/CHART, such as libraries/hours")
    workspace = _workspace()
    (folder,) = _briefings(workspace, [briefing])
    try:
        drawn = preview(folder, workspace, workspace / "output", chart)
    except NoSuchChartError as error:
        hint = did_you_mean(chart, error.known) or "it has none"
        raise UsageError(f"the briefing '{briefing}' has no chart '{chart}'\n  hint: {hint}") from None
    _print(drawn.problems)
    if drawn.picture is None:
        return ERRORS
    print(_near(drawn.picture))
    print(drawn.description)
    return DONE


def _workspace() -> Path:
    from reportgen.source import find_workspace

    here = Path.cwd()
    workspace = find_workspace(here)
    if workspace is None:
        raise UsageError(
            f"there is no sources/ folder in {here} or above it.\n"
            "Go to the folder that holds sources/, or start one here: reportgen new NAME"
        )
    return workspace


def _briefings(workspace: Path, names: Sequence[str]) -> list[Path]:
    """The folders asked for. A name that there isn't is wrong usage, not a fault of the sources."""
    from reportgen.source import find

    try:
        return find(workspace, names)
    except ReportError as error:
        raise UsageError("\n".join(map(_words, error.problems))) from None


def _words(problem: Problem) -> str:
    return f"{problem.message}\n  hint: {problem.hint}" if problem.hint else problem.message


def _tell(outcomes: Sequence[Outcome], *, strict: bool) -> int:
    """Print the problems of a build and what came of it; the exit status."""
    problems = _sorted(outcomes)
    _print(problems)
    written = sum(outcome.paper is not None for outcome in outcomes)
    failed = written < len(outcomes)
    if failed:
        papers = f"{written} of {len(outcomes)} papers written" if written else "no paper was written"
        print(f"{_count(problems)}; {papers}{' (--strict)' if strict else ''}", file=sys.stderr)
    elif problems:
        print(_count(problems), file=sys.stderr)
    return ERRORS if failed else DONE


def _sorted(outcomes: Iterable[Outcome]) -> list[Problem]:
    """Every problem once (a fault in house.yaml is every paper's), by place."""
    return sorted({problem for outcome in outcomes for problem in outcome.problems})


def _print(problems: Iterable[Problem]) -> None:
    for problem in problems:
        print(problem, file=sys.stderr)


def _count(problems: Sequence[Problem]) -> str:
    """Such as "2 errors, 1 warning"; "" for none."""
    counts = [(sum(problem.severity is severity for problem in problems), severity) for severity in Severity]
    return ", ".join(f"{count} {severity}{'s' if count > 1 else ''}" for count, severity in counts if count)


def _as_json(problem: Problem) -> dict[str, object]:
    return {
        "file": problem.place.file,
        "line": problem.place.line,
        "column": problem.place.column,
        "severity": str(problem.severity),
        "rule": problem.rule,
        "message": problem.message,
        "hint": problem.hint,
    }


def _near(path: Path) -> str:
    """The path as seen from here."""
    here = Path.cwd()
    return str(path.relative_to(here)) if path.is_relative_to(here) else str(path)
