"""Where things stand: a workspace and its briefings, chart kinds, the user's cache. Nothing is read here.

It is what every command needs first, and loads nothing heavy.
"""

from __future__ import annotations

import os
from collections.abc import Mapping, Sequence
from importlib.util import find_spec
from pathlib import Path

from reportgen.problems import Place, Problems, did_you_mean

HEAD = "briefing.yaml"
"""The file that makes a folder of `sources/` a briefing."""

TEXT_ENDINGS = (".md", ".markdown", ".mdown", ".mkd", ".qmd", ".rmd")
"""How the names of texts end, in small letters: all of these hold Markdown."""

FROM_PDF = "from-pdf"
"""The folder in `charts/` of kinds that came out of a PDF."""


def find_workspace(start: Path) -> Path | None:
    """The nearest folder, from `start` upwards, whose `sources/` holds a briefing or a house style; else None."""
    for folder in (start, *start.parents):
        sources = folder / "sources"
        if (sources / "house.yaml").is_file() or any(sources.glob(f"*/{HEAD}")):
            return folder
    return start if (start / "sources").is_dir() else None


def find(workspace: Path, names: Sequence[str]) -> list[Path]:
    """The briefing folders called `names` (all of them where none is named), sorted by name.

    A name may be given as its path, `sources/NAME/`, also with backslashes, as Windows has it. Raises ReportError for
    an unknown name, and where there is no briefing at all.
    """
    problems = Problems()
    home = workspace.absolute() / "sources"
    known = {path.parent.name: path.parent for path in sorted(home.glob(f"*/{HEAD}"))} if home.is_dir() else {}
    wanted = sorted(set(map(_named, names))) or sorted(known)
    if not home.is_dir():
        hint = "go to the folder that has sources/ in it, or make a first briefing with: reportgen new NAME"
        problems.add("file-missing", Place("sources"), "there is no folder sources/ here", hint)
    elif not known:
        hint = f"a briefing is a folder in it with a {HEAD}; reportgen new NAME makes one"
        problems.add("file-missing", Place("sources"), "there is no briefing in sources/", hint)
    else:
        for name in wanted:
            _check_known(name, home, known, problems)
    problems.raise_for_errors()
    return [known[name] for name in wanted]


def _named(path: str) -> str:
    return path.replace("\\", "/").rstrip("/").removeprefix("./").removeprefix("sources/")


def _check_known(name: str, home: Path, known: Mapping[str, Path], problems: Problems) -> None:
    if name in known:
        return
    if name in (path.name for path in home.iterdir() if path.is_dir()):
        message = f"the folder has no {HEAD}"
        problems.add("file-missing", Place(f"sources/{name}"), message, "see another briefing's for the form")
    else:
        problems.add("file-missing", Place("sources"), f"there is no briefing '{name}'", did_you_mean(name, known))


def chart_folders(workspace: Path, *, allow_charts: bool = False) -> tuple[Path, ...]:
    """Where a workspace has chart kinds of its own; those that came out of a PDF run only if that is allowed."""
    own = workspace / "charts"
    return (own, own / FROM_PDF) if allow_charts else (own,)


def built_in() -> Path:
    """The folder of the chart kinds that come with the engine: inside the package, or `charts/` of a checkout."""
    spec = find_spec("reportgen._charts")
    if spec is not None and spec.submodule_search_locations:
        return Path(spec.submodule_search_locations[0])
    return Path(__file__).resolve().parents[1] / "charts"


def user_cache(name: str) -> Path | None:
    """The folder `name` in `$XDG_CACHE_HOME/reportgen` or `~/.cache/reportgen`; None for a user without a home."""
    base = os.environ.get("XDG_CACHE_HOME", "")
    try:
        return (Path(base) if base else Path.home() / ".cache") / "reportgen" / name
    except RuntimeError:
        return None
