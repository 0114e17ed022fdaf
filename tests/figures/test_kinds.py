from __future__ import annotations

import re
import sys
from pathlib import Path

import pytest

from reportgen.figures.kinds import found, options_info, options_of, resolved
from reportgen.figures.loading import KindError, load
from reportgen.folders import built_in
from reportgen.problems import Problems
from tests.figures.making import PLAIN, TYPED, kind, spec


def test_a_file_is_a_kind_under_its_name_with_hyphens(folder: Path) -> None:
    path = kind(folder, "small_pies", PLAIN)
    kind(folder, "_shared", PLAIN)
    assert found([folder])["small-pies"] == path
    assert "shared" not in found([folder])


def test_the_workspaces_kind_wins_over_one_built_in(folder: Path) -> None:
    name = next(iter(found([])))
    own = kind(folder, name.replace("-", "_"), PLAIN)
    assert found([folder])[name] == own


def test_built_in_kinds_are_found() -> None:
    assert set(found([])) == {
        path.stem.replace("_", "-") for path in built_in().glob("*.py") if not path.name.startswith("_")
    }
    assert "bars" in found([])


def test_every_built_in_kind_has_options_draw_and_describe_and_documents_them() -> None:
    for name, path in found([]).items():
        loaded = load(name, path)
        assert loaded.options is not None, name
        assert loaded.does.describe is not None, name
        assert loaded.doc, name
        assert all(option.doc for option in options_info(loaded)), name
        assert not any(re.search("[A-Z]", option.type) for option in options_info(loaded)), name


def test_an_unknown_kind_gets_the_nearest_name(folder: Path) -> None:
    kind(folder, "dumbbells", PLAIN)
    problems = Problems()
    assert resolved(spec("dumbells"), found([folder]), problems) is None
    (problem,) = problems.found
    hint = "did you mean 'dumbbells'? (reportgen charts shows them all)"
    assert (problem.rule, problem.hint) == ("chart-kind", hint)


def test_a_kind_like_no_other_gets_the_names_of_all(folder: Path) -> None:
    kind(folder, "dumbbells", PLAIN)
    problems = Problems()
    known = found([folder])
    assert resolved(spec("pie"), known, problems) is None
    assert problems.found[0].hint == f"known here: {', '.join(known)} (reportgen charts shows them all)"


def test_options_are_typed_and_columns_checked(folder: Path) -> None:
    loaded = load("typed", kind(folder, "typed", TYPED))
    problems = Problems()
    options = options_of(loaded, spec("typed", value="tonnes", least="2.5", order=["Pear"]), problems)
    assert not problems.found
    assert (options.value, options.least, options.order, options.colour) == ("tonnes", 2.5, ("Pear",), "green")


def test_faulty_options_are_told_at_their_places(folder: Path) -> None:
    loaded = load("typed", kind(folder, "typed", TYPED))
    problems = Problems()
    assert options_of(loaded, spec("typed", value="tones", colour="gren", titel="x"), problems) is None
    told = {(p.place.line, p.rule, p.hint) for p in problems.found}
    assert told == {
        (5, "table-column", "did you mean 'tonnes'?"),
        (6, "not-in-list", "did you mean 'green'?"),
        (7, "unknown-key", "did you mean 'title'?"),
    }


def test_a_kind_without_options_gets_the_mapping(folder: Path) -> None:
    assert options_of(load("plain", kind(folder, "plain", PLAIN)), spec("plain", any="thing"), Problems()) == {
        "any": "thing"
    }


def test_options_are_listed_as_an_author_writes_them(folder: Path) -> None:
    listed = options_info(load("typed", kind(folder, "typed", TYPED)))
    assert [(o.name, o.type, o.default, o.needed) for o in listed] == [
        ("value", "column", "", True),
        ("colour", "green or brown", "green", False),
        ("least", "number", "0.0", False),
        ("order", "list of text", "none", False),
    ]
    assert listed[0].doc == "How high the bars are."


def test_a_file_that_does_not_load_says_where(folder: Path) -> None:
    with pytest.raises(KindError) as caught:
        load("broken", kind(folder, "broken", "x = 1\ndef draw(:\n"))
    assert caught.value.line == 2
    with pytest.raises(KindError, match="draw"):
        load("empty", kind(folder, "empty", ""))


@pytest.mark.parametrize(
    ("options", "message"),
    [
        ("class Options:\n    value: str\n", "its Options is no dataclass"),
        ("Options = {'value': str}\n", "its Options is no dataclass"),
        ("@dataclass\nclass Options:\n    value: Colum\n", "can't be read: name 'Colum' is not defined"),
        ("@dataclass\nclass Options:\n    days: set[str]\n", "no author can write its option 'days'"),
        ("@dataclass\nclass Options:\n    days: tuple[complex, ...]\n", "no author can write its option 'days'"),
    ],
)
def test_options_that_nobody_could_write_are_a_fault_of_the_kind(folder: Path, options: str, message: str) -> None:
    head = "from __future__ import annotations\nfrom dataclasses import dataclass\n"
    with pytest.raises(KindError) as caught:
        load("odd", kind(folder, "odd", f"{head}{options}{PLAIN}"))
    assert message in caught.value.message


def test_kinds_of_one_name_do_not_meet_and_leave_nothing_behind(folder: Path, tmp_path: Path) -> None:
    before = set(sys.modules)
    one = load("json", kind(folder, "json", '"""One."""' + PLAIN))
    two = load("json", kind(tmp_path / "other", "json", '"""Two."""' + PLAIN))
    assert (one.doc, two.doc) == ("One.", "Two.")
    assert all(name.startswith("_reportgen_kind_") for name in set(sys.modules) - before)
    assert not list(folder.glob("__pycache__"))


def test_an_edit_counts_even_in_the_same_second(folder: Path) -> None:
    assert load("k", kind(folder, "k", '"""One."""' + PLAIN)).doc == "One."
    assert load("k", kind(folder, "k", '"""Two."""' + PLAIN)).doc == "Two."


@pytest.mark.parametrize(
    ("source", "line", "message"),
    [
        ("import sys\nsys.exit(0)\n", 2, "SystemExit: 0"),
        ("from dataclasses import dataclass\nraise SystemExit\n", 2, "SystemExit: "),
    ],
)
def test_a_kind_that_ends_the_program_is_a_fault_of_the_kind(
    folder: Path, source: str, line: int, message: str
) -> None:
    with pytest.raises(KindError) as caught:
        load("ends", kind(folder, "ends", source + PLAIN))
    assert (caught.value.line, caught.value.message) == (line, message)


OPTIONS = """from __future__ import annotations
import os
from dataclasses import dataclass, field
def nothing():
    raise RuntimeError("no more")
@dataclass
class Options:
    name: str = ""
    {field}
"""


@pytest.mark.parametrize(
    ("field", "line", "message"),
    [
        ("value: os.nothing = None", 9, "Options can't be read: module 'os' has no attribute 'nothing'"),
        ("value: set[str] = None", 9, "no author can write its option 'value'"),
        ("value: tuple[str, ...] = field(default_factory=nothing)", 5, "can't be made: RuntimeError: no more"),
        ("value: tuple[str, ...] = field(default_factory=os.abort_it_not)", 9, "AttributeError"),
        ("value: tuple[str, ...] = field(default_factory=dict.popitem)", 9, "the default of its option 'value' can't"),
    ],
)
def test_a_faulty_option_is_told_at_its_line(folder: Path, field: str, line: int, message: str) -> None:
    with pytest.raises(KindError) as caught:
        load("odd", kind(folder, "odd", OPTIONS.format(field=field) + PLAIN))
    assert message in caught.value.message
    assert caught.value.line == line


def test_what_is_no_file_is_no_kind(folder: Path) -> None:
    (folder / "heap.py").mkdir()
    (folder / "gone.py").symlink_to(folder / "nowhere.py")
    assert {"heap", "gone"}.isdisjoint(found([folder]))


def test_a_file_that_can_not_be_read_is_told(folder: Path) -> None:
    with pytest.raises(KindError, match="the file can't be read: Is a directory"):
        load("heap", folder)


def test_lengths_and_counts_are_more_than_nothing(folder: Path) -> None:
    source = (
        "from dataclasses import dataclass\nfrom reportgen.figures.kit import Count, Positive\n"
        "@dataclass\nclass Options:\n    parts: Count = Count(1)\n    gap: Positive = Positive(1.0)\n"
    )
    loaded = load("sized", kind(folder, "sized", source + PLAIN))
    assert [option.type for option in options_info(loaded)] == ["whole number", "number over 0"]
    problems = Problems()
    assert options_of(loaded, spec("sized", parts=0, gap="-3"), problems) is None
    assert [(p.place.line, p.message) for p in problems.found] == [
        (5, "'parts' must be 1 or more, not '0'"),
        (6, "'gap' must be more than 0, not '-3'"),
    ]
