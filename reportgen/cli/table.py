"""`table`."""

from __future__ import annotations

import argparse
import sys
from os.path import abspath
from pathlib import Path

from reportgen.cli.printing import show
from reportgen.cli.usage import DONE, ERRORS, UsageError, near
from reportgen.folders import find_workspace
from reportgen.problems import Severity


def run(options: argparse.Namespace) -> int:
    """Run the command; its exit status."""
    from reportgen.commands.table import look

    path = Path(abspath(options.file))  # noqa: PTH100 - ".." is taken out, and links are left to be told
    if not path.is_file():
        raise UsageError(f"there is no file {options.file}")
    workspace = find_workspace(path.parent) or path.parent
    found = look(path, workspace, options.sheet)
    for sentence in found.taken:
        print(f"# {sentence}")
    show(found.problems)
    if not found.entry:
        return ERRORS
    if options.write:
        _write(path, workspace, found.name, found.entry)
    else:
        print(found.entry, end="")
    return ERRORS if any(one.severity is Severity.ERROR for one in found.problems) else DONE


def _write(path: Path, workspace: Path, name: str, entry: str) -> None:
    """Append an entry to the file beside the data."""
    from reportgen.problems import Problems
    from reportgen.source.files import Files
    from reportgen.source.yaml_nodes import find, parse

    if not path.is_relative_to(workspace / "sources") or path.parent.name != "data":
        raise UsageError(f"--write needs a file in sources/NAME/data/: copy {path.name} there")
    target = path.parent / "tables.yaml"
    files = Files(workspace, Problems())
    before = (files.text(target) or "") if target.exists() else ""
    if find(parse(before, files.start(target), Problems()), name):
        raise UsageError(f"{near(target)} has a table '{name}' already: remove it, or look without --write")
    gap = "\n" if before and not before.endswith("\n\n") else ""
    end = "" if not before or before.endswith("\n") else "\n"
    target.write_text(f"{before}{end}{gap}{entry}", encoding="utf-8")
    print(f"{near(target)}: the table '{name}' is added", file=sys.stderr)
