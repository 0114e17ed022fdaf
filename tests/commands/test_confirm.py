"""`reportgen confirm`, and what is told when the data of a confirmed statement change."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator, Mapping
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reportgen.cli import main
from reportgen.document import Draft, read
from reportgen.document.composing.findings import findings
from reportgen.document.composing.statements import Statement, statements
from reportgen.figures import Plan
from reportgen.language import words_for
from reportgen.source import load
from reportgen.source.confirmed import written
from reportgen.writing import write_all
from tests.conftest import Write
from tests.document.making import plans

Printed = pytest.CaptureFixture[str]

FILES = {
    "briefing.yaml": """\
title: Boats
facts_as_of: 2024-12-31
in_brief: |
  **Ada is fast**: {{ boats.Ada.speed }} knots.

  All boats together carry {{ fleet | sum("seats") }}.
key_facts:
  - {value: "{{ boats.Bea.crew }}", label: sail on Bea}
  - {value: "{{ facts.harbours }}", label: harbours}
""",
    "data/tables.yaml": """\
boats:
  key: name
  date: day
  columns:
    name: {title: Boat}
    day: {title: Day, type: date}
    speed: {title: Speed, type: number}
    crew: {title: Crew, type: integer}
fleet:
  columns: {kind: {title: Kind}, seats: {title: Seats, type: integer}, decks: {title: Decks, type: integer}}
""",
    "data/boats.csv": """\
name,day,speed,crew
Ada,2023-06-01,11.5,7
Ada,2024-06-01,12,8
Bea,2024-06-01,9,4
Coe,2024-06-01,7,2
""",
    "data/fleet.csv": "kind,seats,decks\nferry,400,3\nbarge,20,1\n",
    "data/facts.yaml": "harbours: {value: 12}\nislands: {value: 40}\n",
    "text/text.md": """\
# Boats

::: chart speeds
kind: bars
data: boats
latest: true
where: {name: [Ada, Bea]}
sort: -speed
category: name
values: speed
title: Ada is faster than Bea
alt: Two bars. Of {{ facts.islands }} islands none is faster.
:::

::: table crews
data: boats
title: Crews have grown
columns: [name, day, crew]
where: {day: ">=2024"}
:::

::: table fleet
data: fleet
title: The fleet is small
columns: [kind, decks]
:::

## Key messages {- .key-messages}

- Fast boats win, see @chart-speeds.
- Decks count: @table-fleet.

::: keyfacts
{{ fleet | length }} kinds and {{ facts.islands }}
: islands
:::
""",
}
FLEET = {"table-fleet title", "message decks-count"}
SPEEDS = {"chart-speeds title", "chart-speeds alt", "message fast-boats-win-see"}


@pytest.fixture
def boats(workspace: Path) -> Path:
    """A briefing all of whose statements are confirmed."""
    return confirmed(workspace)


def confirmed(workspace: Path, files: Mapping[str, str] = FILES) -> Path:
    folder = workspace / "sources/boats"
    write_all({folder / name: text.encode() for name, text in files.items()})
    _, _, every = made(folder)
    (folder / "confirmed.yaml").write_bytes(written("boats", {one.id: (one.words, one.data) for one in every}))
    return folder


def made(folder: Path) -> tuple[Draft, Mapping[str, Plan], tuple[Statement, ...]]:
    """The paper with its statements; the chart is not really drawn."""
    text = read(load(folder, folder.parent.parent), words_for("en-GB"))
    charts = {name: replace(one, columns=("name", "speed")) for name, one in plans(text).items()}
    return text, charts, statements(text, charts)


def told(folder: Path) -> dict[str, str]:
    """What is told of statements whose data have changed: the changes, by the ids of the statements."""
    text, charts, every = made(folder)
    ids = {one.place: one.id for one in every}
    found = [problem for problem in findings(text, charts) if problem.rule == "finding-changed"]
    return {ids[problem.place]: problem.message.partition(" for other data: ")[2] for problem in found}


def edit(folder: Path, file: str, old: str, new: str) -> None:
    path = folder / file
    before = path.read_text()
    assert old in before
    path.write_text(before.replace(old, new, 1))


def test_what_was_just_confirmed_is_not_told(boats: Path) -> None:
    text, charts, every = made(boats)
    assert findings(text, charts) == ()
    assert {one.id for one in every} == {
        *SPEEDS,
        *FLEET,
        "table-crews title",
        "key-fact 1",
        "key-fact 2",
        "message ada-is-fast",
        "message all-boats-together-carry",
        "section-key-messages key-fact 1",
    }


@pytest.mark.parametrize(
    ("file", "old", "new", "statements", "change"),
    [
        ("data/boats.csv", "12,8", "13,8", {*SPEEDS, "message ada-is-fast"}, "boats.Ada.speed was 12, is 13"),
        ("data/boats.csv", "12,8", "12 [p],8", {*SPEEDS, "message ada-is-fast"}, "boats.Ada.speed was 12, is 12 [p]"),
        ("data/boats.csv", "9,4", ",4", SPEEDS, "boats.Bea.speed was 9, is empty"),
        ("data/boats.csv", "9,4", "9,5", {"table-crews title", "key-fact 1"}, "boats.Bea.crew was 4, is 5"),
        ("data/boats.csv", "11.5,7", "11,7", set(), ""),
        ("data/boats.csv", "7,2", "8,2", set(), ""),
        ("data/boats.csv", "7,2", "7.0,2", set(), ""),
        ("data/fleet.csv", "400,3", "400,4", FLEET, "fleet.ferry.decks was 3, is 4"),
        ("data/fleet.csv", "400,3", "410,3", {"message all-boats-together-carry"}, "fleet.ferry.seats was 400, is 410"),
        ("data/facts.yaml", "12", "13", {"key-fact 2"}, "facts.harbours was 12, is 13"),
        (
            "data/facts.yaml",
            "40",
            "41",
            {"chart-speeds alt", "section-key-messages key-fact 1"},
            "facts.islands was 40, is 41",
        ),
    ],
)
def test_a_changed_cell_is_told_of_the_statements_about_it(
    file: str, old: str, new: str, statements: set[str], change: str, boats: Path
) -> None:
    edit(boats, file, old, new)
    assert told(boats) == dict.fromkeys(statements, change)


@pytest.mark.parametrize(
    ("file", "old", "new"),
    [
        ("data/boats.csv", "Bea,2024-06-01,9,4\nCoe,2024-06-01,7,2\n", "Coe,2024-06-01,7,2\nBea,2024-06-01,9,4\n"),
        ("data/fleet.csv", "ferry,400,3\nbarge,20,1\n", "barge,20,1\nferry,400,3\n"),
        ("text/text.md", "sort: -speed", "sort: speed"),
        (
            "text/text.md",
            "# Boats",
            "# Boats\n\nA word before all of it.\n\n::: table new\ntitle: A\n\n|a|\n|-|\n|b|\n:::\n",
        ),
    ],
)
def test_order_and_place_are_no_data(file: str, old: str, new: str, boats: Path) -> None:
    edit(boats, file, old, new)
    assert told(boats) == {}


def test_the_latest_row_is_the_one_that_counts(boats: Path) -> None:
    edit(boats, "data/boats.csv", "Coe,", "Ada,2024-09-01,12.5,8\nCoe,")
    found = told(boats)
    assert {name: found.pop(name) for name in SPEEDS} == dict.fromkeys(SPEEDS, "boats.Ada.speed was 12, is 12.5")
    assert found.pop("message ada-is-fast") == "boats.Ada.speed was 12, is 12.5"
    # This table shows both rows of Ada, so that their dates now tell them apart.
    assert found.keys() == {"table-crews title"}


def test_rows_that_are_new_or_gone_are_told_as_rows(boats: Path) -> None:
    edit(boats, "data/boats.csv", "Coe,2024-06-01", "Dee,2024-07-01")
    assert told(boats) == {"table-crews title": "boats.Dee is new; boats.Coe is gone"}


def test_rows_that_a_condition_lets_in_are_new(boats: Path) -> None:
    edit(boats, "text/text.md", "[Ada, Bea]", "[Ada, Bea, Coe]")
    assert told(boats) == dict.fromkeys(SPEEDS, "boats.Coe is new")


def test_of_many_changes_five_are_listed(boats: Path) -> None:
    rows = "".join(f"Eel {number},2024-06-01,5,1\n" for number in range(9))
    edit(boats, "data/boats.csv", "Coe,", f"{rows}Coe,")
    change = told(boats)["table-crews title"]
    assert change.startswith("boats.Eel 0 is new; ")
    assert change.endswith("; boats.Eel 4 is new; and 4 more")


def test_words_that_have_changed_as_well_are_told(boats: Path) -> None:
    edit(boats, "data/boats.csv", "9,4", "13,4")
    edit(boats, "text/text.md", "Ada is faster than Bea", "Bea is faster than Ada")
    found = told(boats)
    assert found["chart-speeds title"].endswith("; its words were 'Ada is faster than Bea'")
    assert found["chart-speeds alt"] == "boats.Bea.speed was 9, is 13"


def test_a_message_in_other_words_leaves_the_others_alone(boats: Path) -> None:
    edit(boats, "text/text.md", "Fast boats win", "Boats win")
    edit(boats, "data/fleet.csv", "400,3", "400,4")
    assert told(boats).keys() == FLEET
    text, charts, _ = made(boats)
    (note,) = [problem for problem in findings(text, charts) if problem.rule == "finding-unconfirmed"]
    assert note.message == "1 statement is not confirmed: message boats-win-see"


def test_a_briefing_that_confirmed_nothing_is_left_in_peace(boats: Path) -> None:
    (boats / "confirmed.yaml").unlink()
    text, charts, _ = made(boats)
    assert findings(text, charts) == ()


CELLS = st.sets(st.tuples(st.sampled_from(("boats", "fleet")), st.integers(1, 4), st.integers(1, 3)), max_size=4)


@settings(max_examples=40)
@given(CELLS)
def test_told_are_exactly_the_statements_about_edited_cells(cells: set[tuple[str, int, int]]) -> None:
    with tempfile.TemporaryDirectory() as place:
        folder = confirmed(Path(place))
        edited = {name for cell in cells for name in raised(folder, *cell)}
        about = {one.id for one in made(folder)[2] if edited & one.data.keys()}
        assert told(folder).keys() == about


def raised(folder: Path, table: str, line: int, column: int) -> Iterator[str]:
    """Raises a number of a table by 100, so that no order by value changes what is shown; gives the cell's name."""
    path = folder / f"data/{table}.csv"
    rows = [row.split(",") for row in path.read_text().splitlines()]
    first = 2 if table == "boats" else 1
    if line < len(rows) and first <= column < len(rows[0]):
        rows[line][column] = str(float(rows[line][column]) + 100).removesuffix(".0")
        path.write_text("\n".join(map(",".join, rows)) + "\n")
        old = table == "boats" and line == 1  # no statement is about this row, whose key has a later one
        yield f"{table}.{rows[line][0]}{' of 2023' if old else ''}.{rows[0][column]}"


# --- the command -----------------------------------------------------------------------------------------------------
def confirm(capsys: Printed, *names: str) -> tuple[int, list[str]]:
    status = main(["confirm", "boats", *names])
    out, err = capsys.readouterr()
    return status, [*out.splitlines(), *err.splitlines()]


def test_confirm_prints_what_it_records(boats: Path, capsys: Printed) -> None:
    assert confirm(capsys) == (0, ["unchanged: 11", "sources/boats/confirmed.yaml"])
    edit(boats, "data/boats.csv", "9,4", "9,5")
    edit(boats, "text/text.md", "Decks count", "Kinds count")
    assert confirm(capsys) == (
        0,
        [
            "new: message kinds-count: Kinds count: table 2.",
            "confirmed anew: table-crews title: Crews have grown",
            "  boats.Bea.crew was 4, is 5",
            "confirmed anew: key-fact 1: 5: sail on Bea",
            "  boats.Bea.crew was 4, is 5",
            "dropped: message decks-count",
            "unchanged: 8",
            "sources/boats/confirmed.yaml",
        ],
    )


def test_only_what_is_named_is_confirmed(boats: Path, capsys: Printed) -> None:
    edit(boats, "data/boats.csv", "9,4", "9.5,5")
    assert confirm(capsys, "chart-speeds", "key-fact 1")[1][::2] == [
        "confirmed anew: chart-speeds title: Ada is faster than Bea",
        "confirmed anew: chart-speeds alt: Two bars. Of 40 islands none is faster.",
        "confirmed anew: key-fact 1: 5: sail on Bea",
        "sources/boats/confirmed.yaml",
    ]
    assert told(boats).keys() == {"table-crews title", "message fast-boats-win-see"}


def test_an_unknown_statement_is_wrong_usage(boats: Path, capsys: Printed) -> None:
    status, lines = confirm(capsys, "chart-speed title")
    assert (status, lines) == (
        2,
        [
            "reportgen: the paper 'boats' has no statement 'chart-speed title'",
            "  hint: did you mean 'chart-speeds title'?",
        ],
    )


def test_a_faulty_file_is_written_anew_but_not_in_part(boats: Path, capsys: Printed) -> None:
    path = boats / "confirmed.yaml"
    whole = path.read_bytes()
    path.write_bytes(whole.replace(b"data:", b"<<<<<<< HEAD", 1))
    broken = path.read_bytes()
    status, lines = confirm(capsys, "key-fact 1")
    assert (status, path.read_bytes()) == (1, broken)
    assert ": error: " in lines[0]
    assert lines[1] == "  hint: reportgen confirm boats writes the file anew"
    assert confirm(capsys)[0] == 0
    assert path.read_bytes() == whole


def test_errors_of_the_sources_leave_the_file_as_it_was(boats: Path, capsys: Printed) -> None:
    before = (boats / "confirmed.yaml").read_bytes()
    edit(boats, "text/text.md", "facts.islands", "facts.isles")
    assert confirm(capsys)[0] == 1
    assert (boats / "confirmed.yaml").read_bytes() == before


def test_a_paper_without_data_has_nothing_to_confirm(briefing: Write, capsys: Printed) -> None:
    folder = briefing("boats")
    assert confirm(capsys) == (0, ["nothing to confirm: the paper says nothing that rests on data"])
    assert not (folder / "confirmed.yaml").exists()


def test_check_and_build_tell_what_asks_to_be_confirmed(boats: Path, capsys: Printed) -> None:
    assert confirm(capsys)[0] == 0
    edit(boats, "data/boats.csv", "9,4", "9,5")
    for command, status in (("check", 0), ("build", 0), ("build --strict", 1)):
        assert main([*command.split(), "boats"]) == status
        assert capsys.readouterr().err.count("[finding-changed]") == 2
