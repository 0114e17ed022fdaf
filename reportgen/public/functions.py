"""The five public functions: paths in, plain results out, ReportError for what an author can mend.

They do what the commands of the same names do, and print nothing. Nothing is kept from one call to the next that a
changed file would make wrong; one call at a time is meant, as the charts are drawn with matplotlib's settings.
"""

from __future__ import annotations

import os
from collections.abc import Collection, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal

from reportgen.choices import Choices
from reportgen.dates import PartialDate
from reportgen.environment import without_a_say
from reportgen.folders import HEAD, find, find_workspace
from reportgen.outcome import Extracted
from reportgen.problems import Place, Problem, ReportError, failure
from reportgen.public.results import Built, ChangedSection, ChangedValue, Changes, Facts, UsedValue, ValueUse

if TYPE_CHECKING:
    from reportgen.commands.facts import ListedRecord

StrPath = str | os.PathLike[str]


@contextmanager
def _for_programs() -> Iterator[None]:
    """What holds for all of them: variables have no say, and what the system refuses is a ReportError too."""
    with without_a_say():
        try:
            yield
        except OSError as error:
            place, reason = Place(Path(error.filename or "").as_posix()), (error.strerror or str(error)).lower()
            message, hint = f"the system refuses this: {reason}", "look at its permissions, and at the room on the disk"
            raise failure("file-missing", place, message, hint) from error


@_for_programs()
def build(
    briefing: StrPath,
    output: StrPath | None = None,
    *,
    draft: bool = False,
    strict: bool = False,
    also: Collection[Literal["proof", "changes", "charts"]] = (),
    standard: Literal["ua1", "ua2"] | None = None,
    with_notes: bool = False,
    allow_charts: bool = False,
) -> Built:
    """Write the paper of a briefing, and those of its released editions, as `reportgen build NAME` does.

    briefing: its folder, `sources/NAME`; or its name, in the workspace that the current folder is in.
    output: the folder for the papers, by default `output/` beside `sources/`. It is made if it is not there.
    draft: stamp the paper as a draft, and let it be longer than its type allows.
    strict: take a warning for an error.
    also: what to write beside the paper: "proof" (the charts as the colour-blind see them), "changes" (changed
        paragraphs marked), "charts" (each as SVG, PNG and CSV).
    standard: what the paper conforms to, PDF/UA-1 or PDF/UA-2, whatever its briefing says.
    with_notes: keep comments in the sources that the paper carries.
    allow_charts: run chart kinds that came out of a PDF. They are programs: read them first.

    The paper is always written anew, and has the same bytes for the same sources. Raises ReportError with every
    problem found if there is an error, also one in a released edition, or a file can't be written; the older paper
    is left as it was.

    >>> built = reportgen.build("sources/demo")
    >>> built.paper.name, len(built.problems)
    ('demo.pdf', 0)
    """
    from reportgen.commands.papers import built
    from reportgen.figures import Studio

    folder, workspace = _found(briefing)
    choices = Choices(draft=draft, with_notes=with_notes, allow_charts=allow_charts, standard=standard)
    with Studio(beside=True) as studio:
        where = _output(output, workspace)
        outcomes = list(built(folder, workspace, where, choices, strict=strict, also=also, studio=studio))
    problems = {problem for outcome in outcomes for problem in outcome.problems}
    papers = [path for outcome in outcomes if outcome.paper for path in (outcome.paper, *outcome.also)]
    if any(outcome.paper is None or outcome.failed for outcome in outcomes):
        raise ReportError(problems)
    return Built(papers[0], tuple(papers[1:]), tuple(sorted(problems)))


@_for_programs()
def check(
    briefing: StrPath, output: StrPath | None = None, *, today: str | None = None, allow_charts: bool = False
) -> tuple[Problem, ...]:
    """Every problem of a briefing, of its finished papers and of its released editions, by place; nothing is written.

    briefing, output, allow_charts: as for `build`. Papers that are not there are not missed.
    today: the day on which facts must not be stale, "2026-03-31", or the last one of "2026-03" or "2026"; by default
        the paper's own day. The clock is never asked.

    The paper is made, but for writing it. Raises ReportError only where there is no such briefing, and ValueError
    for a day that is none.

    >>> [str(problem) for problem in reportgen.check("sources/demo")]
    []
    """
    from reportgen.commands.papers import checked
    from reportgen.figures import Studio

    folder, workspace = _found(briefing)
    choices = Choices(allow_charts=allow_charts, today=_day(today))
    with Studio(beside=True) as studio:
        outcome = checked(folder, workspace, _output(output, workspace), choices, studio)
    return tuple(sorted(set(outcome.problems)))


@_for_programs()
def facts(briefing: StrPath, *, allow_charts: bool = False) -> Facts:
    """Each value of the data that reaches the paper, where it comes from and where it is used; nothing is written.

    briefing, allow_charts: as for `build`.

    Raises ReportError if the briefing has an error, with every problem found.

    >>> first = reportgen.facts("sources/demo").values[0]
    >>> first.name, first.printed, [use.page for use in first.uses]
    ('facts.support', '£31.40', [1, 2, 5])
    """
    from reportgen.commands.facts import listing

    found = listing(*_found(briefing), Choices(allow_charts=allow_charts))
    if found.failed:
        raise ReportError(found.problems)
    return Facts(tuple(map(_used_value, found.entries)), found.unused, found.problems)


@_for_programs()
def diff(old: StrPath, new: StrPath) -> Changes:
    """What has changed from one edition to another, in data and text; nothing is written.

    old, new: each a briefing (its folder, or its name in the workspace that the current folder is in), a released
        edition (`sources/NAME/editions/1`, or `NAME/1`), or the path of a PDF that reportgen made.

    Raises ReportError where one of them is none of these, has an error, or carries no record to compare it by.

    >>> reportgen.diff("sources/demo", "output/demo.pdf")
    Changes(values=(), sections=())
    """
    from reportgen.commands.diff import as_data
    from reportgen.commands.diff import diff as compared
    from reportgen.commands.operands import NoSuchOperandError

    try:
        data = as_data(compared(os.fspath(old), os.fspath(new), Path.cwd()))
    except NoSuchOperandError as error:
        message, _, hint = str(error).partition("\n  hint: ")
        raise failure("file-missing", Place("sources"), message, hint) from None
    return Changes(tuple(map(_changed_value, data["changes"])), tuple(map(_changed_section, data["sections"])))


@_for_programs()
def extract(pdf: StrPath, folder: StrPath) -> Extracted:
    """Write the sources that a paper carries to a folder as a workspace; its data, if it carries only these.

    pdf: a paper that reportgen made. It is read as if it were meant to harm.
    folder: it is made if it is not there; no file in it is written over.

    All is written, or nothing. Raises ReportError where the PDF can't be read or carries nothing, and where a file
    is there already or can't be written. Nothing of what was written is run.

    >>> [path.name for path in reportgen.extract("output/demo.pdf", "again").files]
    ['chart-1-trips.csv', 'chart-2-near.csv']
    """
    from reportgen.commands.extract import extract

    return extract(Path(pdf), Path(folder))


# --- paths -----------------------------------------------------------------------------------------------------------
def _found(briefing: StrPath) -> tuple[Path, Path]:
    """The folder of a briefing and its workspace, both absolute; ReportError if there is none."""
    path = Path(briefing)
    folder = path.absolute()
    if len(path.parts) == 1 and not (folder / HEAD).is_file():
        workspace = find_workspace(Path.cwd()) or Path.cwd()
    elif folder.parent.name == "sources":
        workspace = folder.parent.parent
    else:
        hint = "write its folder, as in sources/NAME, or its name"
        raise failure("file-missing", Place(path.as_posix()), "this is no folder of a briefing", hint)
    (found,) = find(workspace, [folder.name])
    return found, workspace


def _day(text: str | None) -> PartialDate | None:
    try:
        return None if text is None else PartialDate.parse(text).last_day
    except ValueError as error:
        raise ValueError(f"today needs a date such as '2026-03-31', not '{text}'") from error


def _output(output: StrPath | None, workspace: Path) -> Path:
    return workspace / "output" if output is None else Path(output).absolute()


# --- plain values ----------------------------------------------------------------------------------------------------
def _used_value(entry: ListedRecord) -> UsedValue:
    record = entry.record
    uses = tuple(ValueUse(use.kind, use.place, use.page, use.printed) for use in entry.uses)
    told = (entry.value, entry.printed, record.unit, str(entry.as_of or ""))
    return UsedValue(record.name, str(entry.date or ""), *told, record.sources, str(record.review_after or ""), uses)


def _changed_value(change: dict[str, Any]) -> ChangedValue:
    lists = {"key": tuple(change["key"]), "sources": tuple(change["sources"]), "as_of": change["as_of"] or ""}
    return ChangedValue(**{**change, **lists})


def _changed_section(section: dict[str, Any]) -> ChangedSection:
    paragraphs = tuple((one["old"], one["new"]) for one in section["paragraphs"])
    return ChangedSection(**{**section, "paragraphs": paragraphs})
