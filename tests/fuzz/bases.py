"""What is damaged: the demonstration, the tiny briefings, and drawn workspaces of other kinds of files."""

from __future__ import annotations

import shutil
from pathlib import Path

from reportgen.new import create
from tests.guides import ROOT


def bases(folder: Path) -> list[Path]:
    """Workspaces of one briefing each, written below `folder`."""
    folder.mkdir(parents=True)
    create(folder / "demo", "demo")
    found = [folder / "demo"]
    for briefing in sorted((ROOT / "tests" / "briefings").iterdir()):
        if (briefing / "briefing.yaml").is_file():
            workspace = folder / briefing.name
            shutil.copytree(briefing, workspace / "sources" / briefing.name, ignore=shutil.ignore_patterns("*.txt"))
            found.append(workspace)
    return found


def files_of(workspace: Path) -> list[str]:
    """The files that may be damaged, by their paths in the workspace; texts come often."""
    found = [path.relative_to(workspace).as_posix() for path in sorted(workspace.rglob("*")) if path.is_file()]
    shown = [name for name in found if "/." not in name]
    return [*shown, *(name for name in shown if name.endswith((".md", ".yaml")))]
