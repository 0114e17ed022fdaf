"""Released editions as papers: `output/NAME-edition-N.pdf`, made again from what was frozen."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import replace
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING

from reportgen.choices import AS_WRITTEN, Choices
from reportgen.editions import FOLDER
from reportgen.outcome import Outcome, digest_of
from reportgen.pipeline import Finished, finished
from reportgen.problems import Problem, Problems, ReportError
from reportgen.source import load
from reportgen.source.files import Files
from reportgen.writing import write_all

if TYPE_CHECKING:
    from reportgen.editions.released import Editions, Manifest, Released
    from reportgen.figures import Studio


class NoSuchEditionError(Exception):
    """The briefing has no released edition of that number; `known` are those that it has."""

    def __init__(self, number: int, known: Collection[int]) -> None:
        self.number, self.known = number, sorted(known)
        super().__init__(str(number))


def build_edition(
    folder: Path,
    workspace: Path,
    output: Path,
    number: int,
    choices: Choices = AS_WRITTEN,
    *,
    superseded: bool = False,
) -> Outcome:
    """Write `output`/NAME-edition-N.pdf, if `superseded` a copy of it that is stamped so; NoSuchEditionError."""
    try:
        editions = _released(folder, workspace)
        latest = load(folder, workspace, allow_charts=choices.allow_charts).meta.edition if superseded else 0
    except ReportError as error:
        return Outcome(folder.name, None, error.problems)
    if number not in editions.released:
        raise NoSuchEditionError(number, editions.released)
    latest = max(latest, *editions.released)
    chosen = replace(choices, superseded=superseded, successor=latest if latest > number else 0)
    return _built(editions.released[number], folder.name, workspace, output, chosen)


def check_editions(folder: Path, workspace: Path) -> tuple[Problem, ...]:
    """What is wrong with the files of the released editions of a briefing."""
    if not (folder / FOLDER).is_dir():
        return ()
    from reportgen.editions.history import verify
    from reportgen.editions.released import find_editions

    problems = Problems()
    files = Files(workspace.absolute(), problems)
    verify(find_editions(folder.absolute(), files), files)
    return tuple(problems.found)


def build_editions(
    folder: Path, workspace: Path, output: Path, choices: Choices = AS_WRITTEN, studio: Studio | None = None
) -> list[Outcome]:
    """The same for each released edition, oldest first; their charts are drawn in `studio`."""
    if not (folder / FOLDER).is_dir():
        return []
    try:
        editions = _released(folder, workspace)
    except ReportError as error:
        return [Outcome(folder.name, None, error.problems)]
    released = editions.released.values()
    return [_built(edition, folder.name, workspace, output, choices, studio) for edition in released]


def _released(folder: Path, workspace: Path) -> Editions:
    from reportgen.editions.released import find_editions

    problems = Problems()
    editions = find_editions(folder.absolute(), Files(workspace.absolute(), problems))
    problems.raise_for_errors()
    return editions


def _built(
    edition: Released, name: str, workspace: Path, output: Path, choices: Choices, studio: Studio | None = None
) -> Outcome:
    """Its paper; one that is there already, byte for byte, is left alone."""
    from reportgen.editions.history import verify_one
    from reportgen.editions.released import SOURCES

    path = output / f"{name}-edition-{edition.number}{'-superseded' * choices.superseded}.pdf"
    if data := _released_bytes(path, edition.manifest):
        return Outcome(name, path, (), digests=(digest_of(data),))
    problems = Problems()
    files = Files(workspace.absolute(), problems)
    try:
        verify_one(edition, files)
        problems.raise_for_errors()
        paper = finished(
            edition.folder / SOURCES / name, edition.folder, _as_released(choices, edition.manifest), studio
        )
        if not choices.superseded:
            _check_same(edition, paper, files)
        write_all({path: paper.data})
    except ReportError as error:
        return Outcome(name, None, (*problems.found, *error.problems))
    return Outcome(name, path, tuple(problems.found), digests=(digest_of(paper.data),))


def _as_released(choices: Choices, manifest: Manifest) -> Choices:
    """What was chosen when the edition was released."""
    return replace(
        choices,
        draft=False,
        standard=None,
        with_notes=manifest.with_notes,
        printed=manifest.printed,
        made_from=manifest.sources,
    )


def _released_bytes(path: Path, manifest: Manifest) -> bytes:
    """The paper that is there, if it is the one that was released; else nothing."""
    try:
        data = path.read_bytes()
    except OSError:  # what stands in the way of reading it is told by writing it
        return b""
    return data if sha256(data).hexdigest() == manifest.paper else b""


def _check_same(edition: Released, paper: Finished, files: Files) -> None:
    """Hold a paper that was made again against the one that was released."""
    from reportgen.editions.released import MANIFEST
    from reportgen.pdfread.digest import digest_of_content  # reads finished papers, which most builds need not

    manifest, place = edition.manifest, files.start(edition.folder / MANIFEST)
    if sha256(paper.data).hexdigest() != manifest.paper:
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
