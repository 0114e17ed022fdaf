"""`new`."""

from __future__ import annotations

import argparse

from reportgen.cli.usage import DONE, UsageError, folder_here, near
from reportgen.folders import find_workspace


def run(options: argparse.Namespace) -> int:
    """Run the command; its exit status."""
    from reportgen.new import create, is_demonstrations

    here = folder_here()
    workspace = find_workspace(here) or here
    try:
        written = create(workspace, options.name)
    except ValueError as error:
        raise UsageError(error) from None
    for path in written:
        print(near(path))
    by_make = f" (or make pdf NAME={options.name})" if (workspace / "Makefile").is_file() else ""
    print(f"Next: reportgen build {options.name}{by_make}, then edit {near(workspace / 'sources' / options.name)}.")
    house = workspace / "sources" / "house.yaml"
    if is_demonstrations(house):
        print(f"First change {near(house)}, which is the demonstration's: who you are is printed in every paper.")
    return DONE
