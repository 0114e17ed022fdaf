"""`check`."""

from __future__ import annotations

import argparse
import json
import sys

from reportgen.choices import Choices
from reportgen.cli.printing import as_json, by_place, count, show
from reportgen.cli.usage import DONE, ERRORS, UsageError, briefings, workspace_here
from reportgen.dates import PartialDate


def run(options: argparse.Namespace) -> int:
    """Run the command; its exit status."""
    from reportgen import compiled

    compiled.take()
    from reportgen.commands.papers import checked
    from reportgen.figures import Studio

    workspace = workspace_here()
    choices = Choices(allow_charts=options.allow_charts, today=_day(options.today))
    folders = briefings(workspace, options.names)
    with Studio(beside=True) as studio:
        outcomes = [checked(folder, workspace, workspace / "output", choices, studio) for folder in folders]
    problems = by_place(outcomes)
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
