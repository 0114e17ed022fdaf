"""The five functions do what the commands do, and what their docstrings show."""

from __future__ import annotations

import ast
import doctest
import inspect
import os
import re
from dataclasses import fields, is_dataclass
from pathlib import Path
from typing import get_type_hints

import pytest

import reportgen
from reportgen.cli import main
from reportgen.new import create
from reportgen.public.results import Facts
from tests.conftest import Write
from tests.guides import ROOT, examples

FUNCTIONS = ("build", "check", "facts", "diff", "extract")
RESULTS = [getattr(reportgen, name) for name in reportgen.__all__ if is_dataclass(getattr(reportgen, name))]
TABLES = "trips: {title: Trips, key: town, columns: {town: {title: Town}, trips: {title: Trips, type: integer}}}\n"
TEXT = "# Summary\n\nZill has {{ trips.Zill.trips }} trips.\n"


@pytest.fixture
def trips(briefing: Write) -> Path:
    """A briefing with a value in its text."""
    folder = briefing("bus", text=TEXT)
    (folder / "data").mkdir()
    (folder / "data/tables.yaml").write_text(TABLES)
    (folder / "data/trips.csv").write_text("town,trips\nZill,31\nBrill,12\n")
    return folder


def test_the_examples_of_the_docstrings_are_true(workspace: Path) -> None:
    create(workspace, "demo")
    runner, finder = doctest.DocTestRunner(optionflags=doctest.ELLIPSIS), doctest.DocTestFinder(recurse=False)
    for name in FUNCTIONS:
        (example,) = finder.find(getattr(reportgen, name), name, globs={"reportgen": reportgen})
        assert example.examples, name
        runner.run(example)
    assert runner.summarize(verbose=False).failed == 0


def test_build_writes_what_the_command_writes(trips: Path, workspace: Path) -> None:
    built = reportgen.build(trips, workspace / "here", also=["proof"])
    assert built.paper == workspace / "here/bus.pdf"
    assert [path.name for path in built.others] == ["bus-proof.pdf"]
    assert main(["build"]) == 0
    assert (workspace / "output/bus.pdf").read_bytes() == built.paper.read_bytes()


def test_a_changed_file_is_seen_by_the_next_call(trips: Path) -> None:
    reportgen.build(str(trips), "one")
    (trips / "data/trips.csv").write_text("town,trips\nZill,32\nBrill,12\n")
    reportgen.build("bus", "two")
    (change,) = reportgen.diff("one/bus.pdf", "two/bus.pdf").values
    assert (change.table, change.key, change.column) == ("trips", ("Zill",), "trips")
    assert (change.old, change.new) == ("31", "32")
    assert reportgen.facts("bus").values[0].value == "32"


def test_released_editions_are_built_too(trips: Path, workspace: Path) -> None:
    assert main(["release", "bus"]) == 0
    assert [path.name for path in reportgen.build("bus").others] == ["bus-edition-1.pdf"]
    next((trips / "editions").rglob("trips.csv")).write_text("town,trips\nZill,9\nBrill,12\n")
    assert "edition-damaged" in {problem.rule for problem in reportgen.check("bus")}
    with pytest.raises(reportgen.ReportError):
        reportgen.build("bus", workspace / "other")


def test_text_that_has_changed_is_told_by_section(trips: Path) -> None:
    reportgen.build("bus")
    (trips / "text/summary.md").write_text(TEXT.replace("trips.\n", "trips a day.\n"))
    (section,) = reportgen.diff("output/bus.pdf", "bus").sections
    assert (section.kind, section.title) == ("changed", "1 Summary")
    assert [old != new for old, new in section.paragraphs] == [True]


def test_an_error_has_every_problem_and_leaves_the_older_paper(trips: Path, workspace: Path) -> None:
    before = reportgen.build("bus").paper.read_bytes()
    (trips / "text/summary.md").write_text("# Summary\n\n{{ nothing }} and {{ nobody }}\n")
    with pytest.raises(reportgen.ReportError) as error:
        reportgen.build("bus")
    assert {problem.place.file for problem in error.value.problems} == {"sources/bus/text/summary.md"}
    assert len(error.value.problems) == 2
    assert [one for one in reportgen.check("bus") if one.severity is reportgen.Severity.ERROR] == [
        *error.value.problems
    ]
    assert (workspace / "output/bus.pdf").read_bytes() == before
    with pytest.raises(reportgen.ReportError):
        reportgen.facts("bus")


def test_with_strict_a_warning_is_an_error(briefing: Write) -> None:
    briefing("one", text="# Summary\n\nThere are 4312 towns.\n")
    assert reportgen.build("one").problems
    with pytest.raises(reportgen.ReportError):
        reportgen.build("one", strict=True)


@pytest.mark.parametrize("named", ["buss", "sources/buss", "nowhere/bus", "sources", "", "."])
def test_a_briefing_that_there_is_not_is_told(named: str, trips: Path) -> None:
    with pytest.raises(reportgen.ReportError, match=r"\[file-missing\]"):
        reportgen.build(named)


def test_what_can_not_be_compared_or_read_is_told(trips: Path) -> None:
    with pytest.raises(reportgen.ReportError, match="is no briefing, no released edition and no PDF"):
        reportgen.diff("bus", "buss")
    with pytest.raises(reportgen.ReportError):
        reportgen.extract(trips / "briefing.yaml", "out")
    with pytest.raises(ValueError, match="2026-02-30"):
        reportgen.check("bus", today="2026-02-30")


def test_what_the_system_refuses_is_the_same_error(trips: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    paper = reportgen.build("bus").paper

    read = Path.read_bytes

    def refused(self: Path) -> bytes:
        if self == paper:
            raise PermissionError(13, "Permission denied", str(self))
        return read(self)

    monkeypatch.setattr(Path, "read_bytes", refused)
    with pytest.raises(reportgen.ReportError, match="permission denied") as error:
        reportgen.check("bus")
    assert error.value.problems[0].place.file == paper.as_posix()


def test_variables_have_no_say_and_stay(trips: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    before = reportgen.build("bus", "one").paper.read_bytes()
    for name in ("SOURCE_DATE_EPOCH", "RL_INVARIANT", "MPLBACKEND"):
        monkeypatch.setenv(name, "0")
    assert reportgen.build("bus", "two").paper.read_bytes() == before
    assert os.environ["SOURCE_DATE_EPOCH"] == os.environ["RL_INVARIANT"] == "0"


def test_results_are_plain() -> None:
    names = {name for result in RESULTS for hint in get_type_hints(result).values() for name in _types(hint)}
    public = {result.__name__ for result in RESULTS} | {"Severity"}
    assert names <= {"str", "int", "bool", "NoneType", "Path"} | public, names


def _types(hint: object) -> set[str]:
    """The names of the classes that a type is made of, but for tuples and mappings."""
    inside = [one for one in getattr(hint, "__args__", ()) if one is not Ellipsis]
    return {name for one in inside for name in _types(one)} if inside else {getattr(hint, "__name__", str(hint))}


def test_each_function_tells_its_arguments_and_errors() -> None:
    for name in FUNCTIONS:
        told = inspect.getdoc(getattr(reportgen, name)) or ""
        arguments = inspect.signature(getattr(reportgen, name)).parameters
        assert all(re.search(rf"\b{argument}\b", told) for argument in arguments), name
        assert {*get_type_hints(getattr(reportgen, name))} == {*arguments, "return"}
        assert "Raises ReportError" in told and ">>> " in told, name


def test_each_result_is_frozen_and_tells_what_it_is() -> None:
    for result in RESULTS:
        assert inspect.getdoc(result), result
        assert fields(result)
        assert result.__dataclass_params__.frozen or result.__setattr__ is Facts.__setattr__


def test_the_two_lists_of_what_is_public_are_one() -> None:
    from reportgen import public

    assert {*reportgen.__all__} - {"__version__"} == {*public.__all__}
    (block,) = [node for node in ast.parse(inspect.getsource(reportgen)).body if isinstance(node, ast.If)]
    (typed,) = [node for node in block.body if isinstance(node, ast.ImportFrom)]
    assert [name.name for name in typed.names] == sorted(public.__all__)
    assert [*dir(reportgen)] == sorted(reportgen.__all__)


def test_a_name_that_is_not_public_is_none() -> None:
    with pytest.raises(AttributeError, match="has no attribute 'bild'"):
        reportgen.bild  # type: ignore[attr-defined]  # noqa: B018


def test_the_guides_program_does_what_it_says(workspace: Path, capsys: pytest.CaptureFixture[str]) -> None:
    create(workspace, "demo")
    create(workspace, "faulty")
    (workspace / "sources/faulty/text/1-summary.md").write_text("# Summary\n\n{{ nothing }}\n")
    facts = workspace / "sources/demo/data/facts.yaml"
    first = facts.read_text().replace("as_of: ", "review_after: 2026-06-30\n  as_of: ", 1)
    facts.write_text(first)
    (program,) = [one.text for one in examples(ROOT / "docs/from-python.md") if one.path]
    exec(compile(program, "build_all.py", "exec"), {})
    told = capsys.readouterr().out.splitlines()
    assert told[0] == "demo.pdf warnings: 0"
    assert "on pages [" in told[1]
    assert told[-1].startswith("sources/faulty/text/1-summary.md 3 ")


def test_the_page_names_every_function_and_what_it_gives() -> None:
    page = (ROOT / "docs/from-python.md").read_text()
    assert all(f"| `reportgen.{name}(" in page for name in FUNCTIONS)
    assert {"Built", "Facts", "Changes", "Extracted", "ReportError"} <= set(re.findall(r"`(\w+)`", page))
