"""`build` and `check`."""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from reportgen.cli.printing import as_json, count, show
from reportgen.cli.usage import DONE, ERRORS, AddCommand, briefings, near, workspace_here
from reportgen.problems import Problem

if TYPE_CHECKING:
    from reportgen.build import Outcome

_ALLOW = "let chart kinds run that came out of a PDF (charts/from-pdf/)"
_CHOICES = ("draft", "strict", "proof", "charts", "with_notes", "allow_charts")
"""Options of `build` that are the arguments of `reportgen.build.build`."""


def add(command: AddCommand) -> None:
    """Add the commands of this module."""
    build = command("build", _build, "Write the papers of the briefings named, of all by default.")
    build.add_argument("names", metavar="NAME", nargs="*", help="a folder in sources/")
    build.add_argument("-o", "--output", metavar="DIR", type=Path, help="where the papers go (default: output/)")
    build.add_argument("--draft", action="store_true", help="stamp the papers as drafts, whatever their status")
    build.add_argument("--strict", action="store_true", help="a warning counts as an error")
    build.add_argument("--proof", action="store_true", help="also write NAME-proof.pdf: the charts as others see them")
    build.add_argument("--charts", action="store_true", help="also write each chart as SVG, PNG and CSV")

    build.add_argument(
        "--with-notes", action="store_true", help="a paper that carries its sources keeps comments in them"
    )
    build.add_argument("--allow-charts", action="store_true", help=_ALLOW)

    check = command("check", _check, "Print every problem of the sources and the finished papers; write nothing.")
    check.add_argument("names", metavar="NAME", nargs="*", help="a folder in sources/")
    check.add_argument("--json", action="store_true", help="print the problems as JSON")
    check.add_argument("--allow-charts", action="store_true", help=_ALLOW)


def _build(options: argparse.Namespace) -> int:
    from reportgen.build import build

    workspace = workspace_here()
    output = options.output or workspace / "output"
    outcomes = []
    for folder in briefings(workspace, options.names):
        chosen = {name: getattr(options, name) for name in _CHOICES}
        outcome = build(folder, workspace, output, **chosen)
        for path in (outcome.paper, *outcome.also) if outcome.paper else ():
            print(near(path), flush=True)
        outcomes.append(outcome)
    return _tell(outcomes, strict=options.strict)


def _check(options: argparse.Namespace) -> int:
    from reportgen.build import check

    workspace = workspace_here()
    output = workspace / "output"
    outcomes = [
        check(folder, workspace, output, allow_charts=options.allow_charts)
        for folder in briefings(workspace, options.names)
    ]
    problems = _sorted(outcomes)
    if options.json:
        print(json.dumps([as_json(problem) for problem in problems], indent=2))
    else:
        show(problems)
        print(count(problems) or "no problems", file=sys.stderr)
    return ERRORS if any(outcome.failed for outcome in outcomes) else DONE


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
