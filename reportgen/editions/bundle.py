"""The files that a paper is made from, and nothing else: what was read while it was made, by paths of a workspace.

Nobody guesses: the loader, the reader of figures and the finder of chart kinds say what they have taken.
"""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from posixpath import normpath

from reportgen.document import Draft
from reportgen.editions.csv_tables import tables_as_csv
from reportgen.editions.stripping import Stripping
from reportgen.source.confirmed import NAME as CONFIRMED
from reportgen.source.files import with_lf
from reportgen.source.model import Briefing

Files = dict[str, bytes]


def bundle(draft: Draft, *, with_notes: bool, also: Mapping[str, bytes]) -> Files:
    """The files of a paper, sorted by their paths: `sources/house.yaml`, `sources/NAME/briefing.yaml` …

    `also` has more of them by such paths: its own chart kinds, and the record of the edition that the paper compares
    itself with. Without notes, comments and what else the authors wrote for themselves are left out
    (`stripping`), and workbooks become CSV files (`csv_tables`).
    """
    briefing = draft.briefing
    read = {**briefing.files, **draft.pictures, **_confirmed(briefing)}
    if not with_notes:
        stripping = Stripping(briefing)
        read = {name: stripping.strip(name, data) for name, data in tables_as_csv(read, briefing).items()}
    files = {_path(name, briefing): data for name, data in read.items()}
    return {name: with_lf(name, data) for name, data in sorted({**files, **also}.items())}


def _path(name: str, briefing: Briefing) -> str:
    """Where a file belongs in a workspace that has this briefing only."""
    path = normpath(name)
    if path.startswith("sources/"):
        return path
    home = briefing.folder.relative_to(briefing.workspace)
    return f"sources/{briefing.name}/{Path(path).relative_to(home).as_posix()}"


def _confirmed(briefing: Briefing) -> Files:
    """What the authors have confirmed: no paper shows it, and `check` asks for it; nothing where it can't be read."""
    if briefing.confirmed is None or briefing.confirmed.data is None:
        return {}
    return {(briefing.folder / CONFIRMED).relative_to(briefing.workspace).as_posix(): briefing.confirmed.data}
