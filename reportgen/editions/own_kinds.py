"""The chart kinds that a paper uses and the engine does not have."""

from __future__ import annotations

from collections.abc import Iterator

from reportgen.document.reading.draft import Draft
from reportgen.folders import built_in


def own_kinds(draft: Draft) -> dict[str, bytes]:
    """Their files, by their paths in a workspace: `charts/NAME.py`. One that there is not is told when it is drawn."""
    names = dict.fromkeys((*(spec.kind for spec in draft.charts), *draft.shown_kinds))
    return dict(_files(names, draft)) if names else {}


def _files(names: dict[str, None], draft: Draft) -> Iterator[tuple[str, bytes]]:
    from reportgen.figures.kinds import file_of, found
    from reportgen.figures.loading import source_of

    paths, engine = found(draft.briefing.charts), built_in()
    for name in names:
        path = file_of(name, paths)
        if path is None:
            continue
        ours = engine / path.name
        if ours.is_file() and ours.samefile(path):
            continue
        data = source_of(path)
        if not (ours.is_file() and source_of(ours) == data):
            yield f"charts/{path.name}", data
