"""`release`: the current edition is frozen, with what it takes to build it again and to compare with it; `--undo`."""

from __future__ import annotations

from contextlib import suppress
from hashlib import sha256
from pathlib import Path
from shutil import rmtree
from typing import TYPE_CHECKING

from reportgen.choices import Choices
from reportgen.outcome import Outcome
from reportgen.pipeline import Finished, finished
from reportgen.problems import Place, Problems, ReportError, failure
from reportgen.source.files import Files
from reportgen.source.model import Briefing
from reportgen.writing import write_all

if TYPE_CHECKING:
    from reportgen.editions.released import Manifest, Released


def release(folder: Path, workspace: Path, choices: Choices) -> Outcome:
    """Write `editions/N` of the briefing in `folder`; an edition that is there stays as it is, and is an error.

    Nothing is written where the sources or the paper have an error.
    """
    try:
        paper = finished(folder, workspace, choices)
        briefing = paper.composed.draft.briefing
        place = _free_place(briefing)
        write_all({place / name: data for name, data in _frozen(paper, choices).items()})
    except ReportError as error:
        return Outcome(folder.name, None, error.problems)
    problems, meta = Problems(), briefing.meta
    if meta.status != "published":
        message = f"edition {meta.edition} is released with the status {meta.status}: every page says so"
        hint = (
            f"if that is not meant: reportgen release {briefing.name} --undo, write status: published, release it again"
        )
        problems.add("edition-status", briefing.places.get("status", meta.place), message, hint)
    return Outcome(folder.name, place, (*paper.problems, *problems.found))


def undo(folder: Path, workspace: Path) -> Outcome:
    """Take the newest edition of the briefing in `folder` back, with the paper of it in `output/`.

    ReportError where there is none, where it is published, and where its files are not those that were released.
    """
    from reportgen.editions.history import verify_one
    from reportgen.editions.released import MANIFEST, find_editions

    problems = Problems()
    files = Files(workspace.absolute(), problems)
    last = find_editions(folder.absolute(), files).last
    if last is None:
        problems.raise_for_errors()
        place, hint = Place(f"sources/{folder.name}"), "there is nothing to undo"
        raise failure("edition-released", place, "no edition is released", hint)
    verify_one(last, files)
    problems.raise_for_errors()
    if last.manifest.status == "published":
        message = f"edition {last.number} is published: it can't be taken back"
        raise failure("edition-released", files.start(last.folder / MANIFEST), message, "mend it in the next edition")
    _remove(last, folder.name, workspace)
    return Outcome(folder.name, last.folder, ())


def _remove(last: Released, name: str, workspace: Path) -> None:
    aside = last.folder.with_name(f".{last.number}.undone")
    last.folder.rename(aside)  # in one step: there is no edition with half of its files
    rmtree(aside)
    with suppress(OSError):  # where other editions are, or notes of somebody's
        last.folder.parent.rmdir()
    paper = workspace / "output" / f"{name}-edition-{last.number}.pdf"
    if paper.is_file() and sha256(paper.read_bytes()).hexdigest() == last.manifest.paper:
        paper.unlink()


def _free_place(briefing: Briefing) -> Path:
    """The folder of the edition; ReportError where it has been released, or a later one has."""
    from reportgen.editions.released import find_editions

    problems = Problems()
    editions = find_editions(briefing.folder, Files(briefing.workspace, problems))
    problems.raise_for_errors()
    number, last = briefing.meta.edition, editions.last
    if last is not None and last.number >= number:
        place = briefing.places.get("edition", Place(briefing.meta.place.file))
        done = f"edition {number} is released already" if number in editions.released else ""
        message = done or f"edition {last.number} is released already: this can't be edition {number}"
        hint = f"write edition: {last.number + 1} for what has changed; what a minor change mended is frozen with it"
        raise failure("edition-released", place, message, hint)
    return editions.place_of(number)


def _frozen(paper: Finished, choices: Choices) -> dict[str, bytes]:
    """The files of the edition, by their paths in its folder; the manifest comes last: without it nothing counts."""
    from reportgen.document.revision import RECORD
    from reportgen.editions.bundle import bundle
    from reportgen.editions.history import Records, seal
    from reportgen.editions.own_kinds import own_kinds
    from reportgen.editions.released import MANIFEST, written

    draft = paper.composed.draft
    records = Records(Files(draft.briefing.workspace, Problems()))
    files = bundle(draft, with_notes=True, also={**own_kinds(draft), **records.before(draft.briefing)})
    files[RECORD] = paper.composed.extras.record
    return {**files, MANIFEST: written(_manifest(paper, seal(files), choices))}


def _manifest(paper: Finished, files: str, choices: Choices) -> Manifest:
    from reportgen.editions.released import Manifest
    from reportgen.editions.versions import versions
    from reportgen.pdfread.digest import digest_of_content

    meta, making = paper.composed.draft.briefing.meta, paper.composed.extras.making
    assert making is not None
    return Manifest(
        edition=meta.edition,
        paper=sha256(paper.data).hexdigest(),
        content=digest_of_content(paper.data),
        sources=making.digest,
        files=files,
        made_with=versions().plain(),
        printed=(making.engine, *making.libraries),
        published=meta.published,
        updated=meta.updated,
        facts_as_of=meta.facts_as_of,
        status=meta.status,
        with_notes=choices.with_notes,
    )
