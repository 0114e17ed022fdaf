"""`extract`."""

from __future__ import annotations

import argparse
import os
import shlex
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from reportgen.cli.usage import DONE, near

if TYPE_CHECKING:
    from reportgen.outcome import Extracted


def run(options: argparse.Namespace) -> int:
    """Run the command; its exit status."""
    from reportgen.commands.extract import extract

    found = extract(options.pdf, options.output)
    for path in found.files:
        print(near(path))
    if found.name:
        print(f"Next: {_command(found, options.output)}")
    else:
        print("The paper carries its data only, not its sources (attach: all in briefing.yaml).")
    if found.kinds:
        kinds = ", ".join(map(near, found.kinds))
        print(f"Read {kinds} first: --allow-charts runs what is in it.", file=sys.stderr)
    if found.other_engine:
        print(f"{found.other_engine} made the paper; this version may make it differently.", file=sys.stderr)
    return DONE


def _command(found: Extracted, folder: Path) -> str:
    """What makes the paper again."""
    # A name that begins with a hyphen is no option.
    name = found.name if not found.name.startswith("-") else f"./{found.name}"
    return f"{_quoted('cd', str(folder))} && {_quoted('reportgen', 'build', name, *found.options)}"


def _quoted(*words: str) -> str:
    """Words as the shell of this system takes them."""
    if os.name == "nt":
        from subprocess import list2cmdline

        return list2cmdline(words)
    return shlex.join(words)
