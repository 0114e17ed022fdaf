"""What is said of editions that don't follow one another, or are not as they were released: in `of-editions.txt`."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import chdir
from pathlib import Path

from reportgen.choices import AS_WRITTEN
from reportgen.commands.papers import built, checked
from reportgen.commands.release import release, undo
from reportgen.problems import Problem, ReportError
from reportgen.writing import write_all
from tests.commands.test_release import FILES, edit, raise_a_cell
from tests.messages.listed import check, line

Edit = Callable[[Path], object]


def _head(*changes: str) -> Edit:
    """Replace lines of briefing.yaml: each `old -> new`."""

    def change(folder: Path) -> None:
        for one in changes:
            old, _, new = one.partition(" -> ")
            edit(folder / "briefing.yaml", old, new)

    return change


def _all(*edits: Edit) -> Edit:
    return lambda folder: [one(folder) for one in edits]


_SECOND = FILES | {"briefing.yaml": FILES["briefing.yaml"].replace("edition: 1", "edition: 2")}
_NEXT = "edition: 2 -> edition: 3\nupdated: 2025-06-02"
_MINOR = "edition: 2 -> edition: 2\nchange: minor"
_EDITS: Mapping[str, Edit] = {
    "changed": raise_a_cell,
    "minor_of_data": _all(_head(_MINOR), raise_a_cell),
    "minor_that_counts": _head("edition: 2 -> edition: 3\nchange: minor"),
    "minor_that_moves": _head(_MINOR, "facts_as_of -> updated: 2025-06-02\nfacts_as_of"),
    "one_left_out": _head("edition: 2 -> edition: 4\nupdated: 2025-06-02"),
    "not_updated": _head("edition: 2 -> edition: 3"),
    "no_later": _head("edition: 2 -> edition: 3\nupdated: 2025-02-03"),
    "other_first_day": _head(_NEXT, "published: 2025-02-03 -> published: 2025-03-03"),
    "no_manifest": lambda folder: (folder / "editions/2/edition.yaml").unlink(),
    "damaged_manifest": lambda folder: (folder / "editions/2/edition.yaml").write_text("edition: one\n"),
    "newer_manifest": lambda folder: edit(folder / "editions/2/edition.yaml", "format: ", "format: 9"),
    "other_files": lambda folder: (folder / "editions/2/sources/demo/text/1-summary.md").write_text("# Other\n"),
    "back": _head("edition: 2 -> edition: 1"),
}


_RULES = ("edition", "change")


def _found(act: Callable[[], tuple[Problem, ...]]) -> tuple[Problem, ...]:
    try:
        return act()
    except ReportError as error:
        return error.problems


def _lines(name: str, found: Iterable[Problem]) -> Iterator[str]:
    return (line(name, problem) for problem in found if problem.rule.startswith(_RULES))


def _of(name: str, before: Path, folder: Path, act: Callable[[Path, Path], tuple[Problem, ...]]) -> Iterator[str]:
    """What is said of a copy of the workspace `before` after an edit."""
    workspace = folder / name
    shutil.copytree(before, workspace)
    demo = workspace / "sources" / "demo"
    if name in _EDITS:
        _EDITS[name](demo)
    with chdir(workspace):
        yield from (
            line(name, problem) for problem in _found(lambda: act(demo, workspace)) if problem.rule.startswith(_RULES)
        )


def _checked(demo: Path, workspace: Path) -> tuple[Problem, ...]:
    return checked(demo, workspace, workspace / "output").problems


def _built(demo: Path, workspace: Path) -> tuple[Problem, ...]:
    """What is said where the paper that comes of a released edition is not the one that was released."""
    manifest = demo / "editions" / "2" / "edition.yaml"
    keys = ("paper: ", "content: ") if workspace.name == "differs" else ("paper: ",)
    for key in keys:
        edit(manifest, key, f"{key}0")
        text = manifest.read_text()
        begin = text.index(f"{key}0") + len(key)
        manifest.write_text(text[: begin + 64] + text[begin + 65 :])
    outcomes = built(demo, workspace, workspace / "output")
    return tuple(problem for outcome in outcomes for problem in outcome.problems)


def _undone(demo: Path, workspace: Path) -> tuple[Problem, ...]:
    return undo(demo, workspace).problems


def _drafts(folder: Path) -> Iterator[str]:
    """Of an edition that was released as a draft: that it is one, and what is said when it is to be published."""
    workspace = folder / "draft"
    files = FILES | {"briefing.yaml": FILES["briefing.yaml"].replace("published\npublished: 2025-02-03", "draft")}
    demo = workspace / "sources" / "demo"
    write_all({demo / name: text.encode() for name, text in files.items()})
    yield from _of("never_released", workspace, folder, _undone)
    with chdir(workspace):
        yield from (
            line("draft", one) for one in release(demo, workspace, AS_WRITTEN).problems if one.rule.startswith(_RULES)
        )
        edit(demo / "briefing.yaml", "status: draft", "status: published\npublished: 2025-02-03")
        yield from _lines("published_later", _checked(demo, workspace))


def test_editions_that_do_not_suit_are_told(tmp_path: Path) -> None:
    good = tmp_path / "good"
    write_all({good / "sources" / "demo" / name: text.encode() for name, text in _SECOND.items()})
    with chdir(good):
        assert release(good / "sources" / "demo", good, AS_WRITTEN).problems == ()
    lines = [one for name in _EDITS for one in _of(name, good, tmp_path, _checked)]
    lines += _of("undone", good, tmp_path, _undone)
    lines += [one for name in ("rebuilt", "differs") for one in _of(name, good, tmp_path, _built)]
    lines += _drafts(tmp_path)
    check("of-editions.txt", dict.fromkeys(lines))
