"""Charts asked for become pictures: from the cache where nothing has changed, else drawn by their kind.

A chart's findings are kept with its picture, so that a build from the cache tells what the first one told.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from reportgen.figures.cache import Cache, fingerprint, surroundings
from reportgen.figures.contract import ChartSpec
from reportgen.figures.drawn import Drawn
from reportgen.figures.kinds import found, resolved
from reportgen.figures.loading import KindError, source_of
from reportgen.figures.running import draw_one, not_loaded
from reportgen.house import House
from reportgen.problems import Problem, Problems

if TYPE_CHECKING:
    from reportgen.language import Words


def draw(
    specs: Sequence[ChartSpec], house: House, words: Words, folders: Sequence[Path], cache: Cache | None = None
) -> dict[str, Drawn]:
    """Draw charts; the result is by their ids. ReportError with the problems of all of them.

    `folders` are those of the workspace's own kinds; `cache` None is the user's, `Cache(None)` is none. What is amiss
    in a picture that can be used all the same is told by `warnings_of`.
    """
    cache = Cache.of_user() if cache is None else cache
    problems = Problems()
    paths = found(folders)
    around = surroundings(house, words.tag) if specs else ""
    drawn: dict[str, Drawn] = {}
    for spec in specs:
        path = resolved(spec, paths, problems, folders)
        if path is None:
            continue
        outcome = _outcome(spec, path, house, words, around, cache)
        if isinstance(outcome, Drawn):
            drawn[spec.id] = outcome
        else:
            problems.extend(outcome)
    problems.extend(_told(specs, drawn))
    problems.raise_for_errors()
    return drawn


def _outcome(
    spec: ChartSpec, path: Path, house: House, words: Words, around: str, cache: Cache
) -> Drawn | tuple[Problem, ...]:
    """A chart as it was kept, or drawn now by the kind in the file `path` and kept; its problems if it has any."""
    try:
        source = source_of(path)
    except KindError as error:
        return not_loaded(spec, path, error)
    key = fingerprint(spec, source, around)
    if kept := cache.get(key):
        return kept
    outcome = draw_one(spec, path, house, words.tag, source)
    if isinstance(outcome, Drawn):
        cache.put(key, outcome)
    return outcome


def warnings_of(specs: Sequence[ChartSpec], drawn: Mapping[str, Drawn]) -> tuple[Problem, ...]:
    """What the inspection found amiss in the charts that `draw` gave, each at its block."""
    return tuple(_told(specs, drawn))


def _told(specs: Sequence[ChartSpec], drawn: Mapping[str, Drawn]) -> list[Problem]:
    problems = Problems()
    for spec in specs:
        if spec.id not in drawn:
            continue
        if spec.title and _bare(drawn[spec.id].description) == _bare(spec.title):
            problems.add("alt-missing", spec.place, f"{spec.called}: its description says no more than its title")
        for finding in drawn[spec.id].findings:
            problems.add(finding.rule, spec.place, f"{spec.called}: {finding.message}", finding.hint)
    return problems.found


def _bare(text: str) -> str:
    """The text as it sounds."""
    return " ".join(text.split()).rstrip(".!?").casefold()
