"""Released editions as papers: `output/NAME-edition-N.pdf`, made again from what was frozen."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import replace
from hashlib import sha256
from pathlib import Path

from reportgen.build import Finished, Outcome, finished
from reportgen.choices import AS_WRITTEN, Choices
from reportgen.editions.released import MANIFEST, Editions, Manifest, Released, find_editions
from reportgen.problems import Problems, ReportError
from reportgen.source.files import Files
from reportgen.writing import write_all


class NoSuchEditionError(Exception):
    """The briefing has no released edition of that number; `known` are those that it has."""

    def __init__(self, number: int, known: Collection[int]) -> None:
        self.number, self.known = number, sorted(known)
        super().__init__(str(number))


def build_edition(folder: Path, workspace: Path, output: Path, number: int, choices: Choices = AS_WRITTEN) -> Outcome:
    """Write `output`/NAME-edition-N.pdf, with `choices.superseded` a stamped copy of it; NoSuchEditionError."""
    try:
        editions = _released(folder, workspace)
    except ReportError as error:
        return Outcome(folder.name, None, error.problems)
    if number not in editions.released:
        raise NoSuchEditionError(number, editions.released)
    return _built(editions.released[number], folder.name, workspace, output, choices)


def build_editions(folder: Path, workspace: Path, output: Path, choices: Choices = AS_WRITTEN) -> list[Outcome]:
    """The same for each released edition, oldest first."""
    try:
        editions = _released(folder, workspace)
    except ReportError as error:
        return [Outcome(folder.name, None, error.problems)]
    return [_built(edition, folder.name, workspace, output, choices) for edition in editions.released.values()]


def _released(folder: Path, workspace: Path) -> Editions:
    problems = Problems()
    editions = find_editions(folder.absolute(), Files(workspace.absolute(), problems))
    problems.raise_for_errors()
    return editions


def _built(edition: Released, name: str, workspace: Path, output: Path, choices: Choices) -> Outcome:
    """Its paper; one that is there already, byte for byte, is left alone."""
    manifest = edition.manifest
    path = output / f"{name}-edition-{edition.number}{'-superseded' * choices.superseded}.pdf"
    if _is_there(path, manifest):
        return Outcome(name, path, ())
    chosen = replace(choices, draft=False, with_notes=manifest.with_notes, printed=manifest.printed)
    problems = Problems()
    try:
        paper = finished(edition.folder / "sources" / name, edition.folder, chosen)
        _check_same(edition, paper, Files(workspace.absolute(), problems), stamped=choices.superseded)
        problems.raise_for_errors()
        write_all({path: paper.data})
    except ReportError as error:
        return Outcome(name, None, (*problems.found, *error.problems))
    return Outcome(name, path, tuple(problems.found))


def _is_there(path: Path, manifest: Manifest) -> bool:
    try:
        return sha256(path.read_bytes()).hexdigest() == manifest.paper
    except OSError:  # what stands in the way of reading it is told by writing it
        return False


def _check_same(edition: Released, paper: Finished, files: Files, *, stamped: bool) -> None:
    """Hold a paper that was made again against the one that was released; a `stamped` copy differs by its stamp."""
    from reportgen.check.heard import digest_of_content  # reads finished papers, which most builds need not

    manifest, place = edition.manifest, files.start(edition.folder / MANIFEST)
    making = paper.composed.extras.making
    if making is not None and making.digest != manifest.sources:
        message = f"the sources of edition {edition.number} are not those that were released"
        files.problems.add("edition-damaged", place, message)
    elif not stamped and sha256(paper.data).hexdigest() != manifest.paper:
        same = digest_of_content(paper.data) == manifest.content
        kept = "its text, its data and its tags are the same" if same else "its text, its data or its tags differ"
        message = f"edition {edition.number} is not the same to the byte ({_other_versions(manifest)}); {kept}"
        files.problems.add("edition-rebuilt" if same else "edition-differs", place, message)


def _other_versions(manifest: Manifest) -> str:
    """What it was released with and what there is now, where they differ."""
    from reportgen.editions.versions import versions

    now = versions().plain()
    names = [name for name in {**manifest.made_with, **now} if manifest.made_with.get(name) != now.get(name)]
    if not names:
        return "the versions are those that it was released with"
    told = (f"{name} {_short(manifest.made_with.get(name))}, now {_short(now.get(name))}" for name in names)
    return f"it was released with other versions: {'; '.join(told)}"


def _short(version: str | None) -> str:
    """A version, or as much of a digest as tells two apart; what is not there is none."""
    return "none" if version is None else version if len(version) <= 20 else version[:12]
