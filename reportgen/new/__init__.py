"""`reportgen new`: a small, complete briefing to start from; its files are in `template/`.

`template/briefing` becomes the briefing's folder as it stands; `template/shared` is what a workspace has once, beside
its briefings. What the files mean is docs/authors-guide.md's to tell. The schemas of the YAML files, which the first
line of each of them names to editors, are written anew each time: they are the engine's, not the author's.
"""

from __future__ import annotations

import re
from importlib import resources
from pathlib import Path

from reportgen.house import is_example
from reportgen.source.file_names import is_device
from reportgen.source.json_schema import FOLDER, schemas
from reportgen.writing import write_all

_NAME = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
_LONGEST = 60


def create(workspace: Path, name: str) -> list[Path]:
    """Write the briefing `sources/NAME`, and what `sources/` lacks beside it; gives the files written, in order.

    No file of an author's is ever overwritten, and all of it is written or nothing. ValueError, with a message for the
    author, if the name won't do or is taken; ReportError where a file can't be written.
    """
    if not _NAME.fullmatch(name) or len(name) > _LONGEST:
        rule = f"use small letters, digits and hyphens, {_LONGEST} at most, such as rural-buses"
        raise ValueError(f"'{name}' can't be a briefing's name: {rule}")
    if is_device(name):
        raise ValueError(f"'{name}' can't be a briefing's name: Windows keeps it for itself")
    sources = workspace / "sources"
    if (sources / name).exists():
        raise ValueError(f"sources/{name} is there already: choose another name")
    template = Path(str(resources.files("reportgen.new"))) / "template"
    shared, briefing = template / "shared", template / "briefing"
    copies = {sources / file.name: file for file in _files(shared) if not (sources / file.name).exists()}
    copies |= {sources / name / file.relative_to(briefing): file for file in _files(briefing)}
    written = {target: file.read_bytes() for target, file in copies.items()}
    write_all({**written, **{sources / FOLDER / file: data for file, data in schemas().items()}})
    return list(written)


def is_demonstrations(house: Path) -> bool:
    """Whether a house.yaml still says that the examples' institution publishes: by its address, which nobody has."""
    found = re.search(r"^contact:\s*(\S+)", house.read_text("utf-8", "replace"), re.MULTILINE)
    return found is not None and is_example(found[1])


def _files(folder: Path) -> list[Path]:
    return sorted(path for path in folder.rglob("*") if path.is_file())
