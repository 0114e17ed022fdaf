"""`charts`."""

from __future__ import annotations

import argparse
from dataclasses import replace

from reportgen.choices import Choices
from reportgen.cli.printing import show
from reportgen.cli.usage import (
    DONE,
    ERRORS,
    UsageError,
    briefing_here,
    folder_here,
    near,
)
from reportgen.folders import chart_folders, find_workspace
from reportgen.problems import Severity, did_you_mean


def run(options: argparse.Namespace) -> int:
    """Run the command; its exit status."""
    from reportgen.commands.charts import block, described, usable_kinds

    if options.draw is not None:
        return _draw(options.draw, Choices(allow_charts=options.allow_charts))
    here = folder_here()
    known, faults = usable_kinds(chart_folders(find_workspace(here) or here))
    show(fault if name == options.kind else replace(fault, severity=Severity.WARNING) for name, fault in faults.items())
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


def _draw(wanted: str, choices: Choices) -> int:
    """Draw the chart NAME/CHART; print where it is and what it shows."""
    from reportgen.commands.charts import NoSuchChartError, preview

    briefing, _, chart = wanted.replace("\\", "/").partition("/")
    if not (briefing and chart):
        raise UsageError(f"'{wanted}' names no chart\n  hint: write NAME/CHART, such as libraries/hours")
    folder, workspace = briefing_here(briefing)
    try:
        drawn = preview(folder, workspace, workspace / "output", chart, choices)
    except NoSuchChartError as error:
        hint = did_you_mean(chart, error.known) or "it has none"
        raise UsageError(f"the briefing '{briefing}' has no chart '{chart}'\n  hint: {hint}") from None
    show(drawn.problems)
    if drawn.picture is None:
        return ERRORS
    print(near(drawn.picture))
    print(drawn.description)
    return DONE
