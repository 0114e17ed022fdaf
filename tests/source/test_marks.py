"""Marks in cells: what they leave of a value, where they are text, and what is wrong with them."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

import pytest

from reportgen.marks import Mark
from reportgen.source.cell_marks import marked
from reportgen.source.model import Briefing, Cell, ColumnType
from reportgen.source.scalars import ScalarError
from tests.sheets.test_workbooks import workbook
from tests.source.test_tables import Faults, Files, Read

YAML = """
boats:
  columns:
    island: {title: Island}
    count: {type: integer}
    rate: {type: number}
    vote: {values: [For, Against]}
"""


def _cells(briefing: Briefing, column: str) -> list[tuple[object, str, Mark | None]]:
    found: list[Cell] = [row.cells[column] for row in briefing.tables["boats"].rows]
    return [(cell.value, cell.text, cell.mark) for cell in found]


def test_a_mark_is_no_part_of_the_value(read: Read) -> None:
    csv = "island,count,rate,vote\nNy,3 [p],1.50[e],For\nOy, 4 [ r ],[x],[z]\nUy [p],[c],,Against\n"
    briefing = read({"data/tables.yaml": YAML, "data/boats.csv": csv})
    assert _cells(briefing, "count") == [
        (Decimal(3), "3", Mark.PROVISIONAL),
        (Decimal(4), "4", Mark.REVISED),
        (None, "", Mark.SUPPRESSED),
    ]
    assert _cells(briefing, "rate") == [
        (Decimal("1.50"), "1.50", Mark.ESTIMATED),
        (None, "", Mark.UNAVAILABLE),
        (None, "", None),
    ]
    assert _cells(briefing, "vote")[1] == (None, "", Mark.INAPPLICABLE)
    assert _cells(briefing, "island")[2] == ("Uy [p]", "Uy [p]", None)


def test_a_workbook_has_marks_as_a_file_of_commas_has(read: Read) -> None:
    rows: list[list[Any]] = [
        ["island", "count", "rate", "vote"],
        ["Ny", "3 [p]", 1.5, "For"],
        ["Oy", "[c]", "2 [e]", "For"],
    ]
    files: Files = {"data/tables.yaml": YAML, "data/boats.xlsx": workbook(rows)}
    assert [cell[::2] for cell in _cells(read(files), "count")] == [
        (Decimal(3), Mark.PROVISIONAL),
        (None, Mark.SUPPRESSED),
    ]


@pytest.mark.parametrize("kind", ["string", "year", "date", "boolean"])
def test_only_numbers_and_declared_values_have_marks(kind: ColumnType) -> None:
    assert marked("2019 [p]", kind) == ("2019 [p]", None)


def test_a_declared_value_may_end_as_a_mark_does() -> None:
    assert marked("Annex [c]", "string", ["Annex [c]", "None"]) == ("Annex [c]", None)


@pytest.mark.parametrize(
    ("text", "values", "message"),
    [
        ("12 [q]", (), "can't have the mark [q]"),
        ("12 []", (), "can't have the mark []"),
        ("[p]", (), "has the mark [p] (provisional) and no value"),
        ("12 [c]", (), "has the mark [c] (suppressed) beside a value"),
        ("For [p]", ("For", "Against"), "can't have the mark [p]"),
    ],
)
def test_marks_that_say_nothing(text: str, values: tuple[str, ...], message: str) -> None:
    with pytest.raises(ScalarError) as caught:
        marked(text, "string" if values else "number", values)
    assert (caught.value.rule, caught.value.message) == ("cell-mark", message)


def test_a_fault_in_the_value_is_told_without_its_mark(faults: Faults) -> None:
    csv = 'island,count,rate,vote\nNy,"1,5 [p]",1,For\n'
    place = "sources/paper/data/boats.csv"
    assert faults({"data/tables.yaml": YAML, "data/boats.csv": csv}) == [
        f"{place}:2:4: error: 'count' must be a whole number, not '1,5' [wrong-type]"
    ]


@pytest.mark.parametrize(
    ("kind", "cell", "period", "mark"),
    [
        ("period", "2024 Q1 [p]", "2024 Q1", Mark.PROVISIONAL),
        ("period", "2024 Q1 (p)", "2024 Q1", Mark.PROVISIONAL),
        ("period", "2024 Q1p", "2024 Q1", Mark.PROVISIONAL),
        ("period", "Jan-24 p", "Jan-24", Mark.PROVISIONAL),
        ("period", "January 2024 [r]", "January 2024", Mark.REVISED),
        ("period", "2024 Jan (r)", "2024 Jan", Mark.REVISED),
        ("period", "2023/24[r]", "2023/24", Mark.REVISED),
        ("period", "2023/24 (provisional)", "2023/24", Mark.PROVISIONAL),
        ("period", "2023/24 (estimates)", "2023/24", Mark.ESTIMATED),
        ("period", "2024 T1 (révisé)", "2024 T1", Mark.REVISED),
        ("year", "2024p", "2024", Mark.PROVISIONAL),
        ("year", "2024 [e]", "2024", Mark.ESTIMATED),
        ("date", "2024-03-31 [p]", "2024-03-31", Mark.PROVISIONAL),
        ("date", "31/03/2024 (p)", "31/03/2024", Mark.PROVISIONAL),
    ],
)
def test_the_mark_of_a_period_is_that_of_its_numbers(read: Read, kind: str, cell: str, period: str, mark: Mark) -> None:
    entry = f"t:\n  columns:\n    when: {{type: {kind}}}\n    n: {{type: integer}}\n    m: {{type: number}}\n"
    table = read({"data/tables.yaml": entry, "data/t.csv": f"when,n,m\n{cell},5,\n"}).tables["t"]
    cells = table.rows[0].cells
    assert (cells["when"].text, cells["when"].mark) == (period, None)
    assert (cells["n"].mark, cells["m"].mark) == (mark, None)


def test_a_sign_behind_a_period_is_what_its_author_says(read: Read) -> None:
    entry = 't:\n  file: t.csv\n  marks: {"*": p}\n  columns:\n    when: {type: period}\n    n: {type: integer}\n'
    table = read({"data/tables.yaml": entry, "data/t.csv": "when,n\n2023 Q4,4\n2024 Q1*,5\n"}).tables["t"]
    assert [row.cells["n"].mark for row in table.rows] == [None, Mark.PROVISIONAL]


@pytest.mark.parametrize(
    ("marks", "value", "mark"), [("negative", Decimal("-1.7"), None), ("u", Decimal("1.7"), Mark.UNRELIABLE)]
)
def test_numbers_in_brackets_are_what_their_author_says(
    read: Read, marks: str, value: Decimal, mark: Mark | None
) -> None:
    entry = f't:\n  file: t.csv\n  marks: {{"()": {marks}}}\n  columns:\n    n: {{type: number}}\n'
    cell = read({"data/tables.yaml": entry, "data/t.csv": "n\n2.5\n(1.7)\n"}).tables["t"].rows[1].cells["n"]
    assert (cell.value, cell.mark) == (value, mark)


@pytest.mark.parametrize(
    ("cells", "asked"),
    [
        ("2.5\n(1.7)\n", "(1.7)"),
        ("12\n(3)\n", "(3)"),
        ('-5\n"(1,234)"\n', "(1,234)"),
        ('12\n"(1,234)"\n(3)\n', ""),
        ("£12\n(£3)\n", ""),
    ],
)
def test_numbers_in_brackets_are_asked_for_where_no_account_writes_so(
    faults: Faults, read: Read, cells: str, asked: str
) -> None:
    files = {"data/tables.yaml": "t:\n  columns:\n    n: {type: number}\n", "data/t.csv": f"n\n{cells}"}
    if not asked:
        assert read(files).tables["t"].rows[-1].value("n") == Decimal(-3)
        return
    (told,) = faults(files)
    assert told.endswith(
        f"error: 'n' has numbers in brackets, such as '{asked}': are they below zero, or not to be relied on? "
        "[cell-mark]"
    )


def test_a_note_of_the_table_is_what_notes_in_cells_want(read: Read) -> None:
    csv = "island,boats [note 1]\nNy,3 [note 2]\nOy [note 3],4\n"
    entry = 't: {%s columns: {island: , "boats [note 1]": {type: integer}}}\n'
    told = read({"data/tables.yaml": entry % "", "data/t.csv": csv}).told
    assert {one.rule for one in told} == {"table-notes"} and len(told) == 3
    assert read({"data/tables.yaml": entry % "note: Only boats.,", "data/t.csv": csv}).told == ()


@pytest.mark.parametrize("word", ["TBC", "(D)", "***", "nd", "n.d.", "k. A.", "withheld", "/", "[..]", "[-]"])
def test_what_stands_for_a_value_is_asked_once_with_what_to_write(word: str, faults: Faults, read: Read) -> None:
    csv = f"island,boats\nNy,3\nOy,{word}\nUy,{word}\n"
    entry = "t: {columns: {island: , boats: {type: integer%s}}}\n"
    (fault,) = faults({"data/tables.yaml": entry % "", "data/t.csv": csv})
    assert "(and 1 more cell)" in fault
    keys = f', marks: {{"{word}": x}}'
    table = read({"data/tables.yaml": entry % keys, "data/t.csv": csv}).tables["t"]
    assert [row.cells["boats"].mark for row in table.rows] == [None, "x", "x"]


@pytest.mark.parametrize("word", ["no data", "Not known", "unknown", "not published", "Missing", "N/A", "NULL", "NaN"])
def test_words_for_nothing_are_missing_values_and_told(word: str, read: Read) -> None:
    entry = "t: {columns: {island: , boats: {type: integer}}}\n"
    briefing = read({"data/tables.yaml": entry, "data/t.csv": f"island,boats\nNy,3\nOy,{word}\n"})
    assert briefing.tables["t"].rows[1].value("boats") is None and [one.rule for one in briefing.told] == [
        "table-missing"
    ]


def test_all_letters_behind_numbers_in_a_unit_are_asked_at_once(faults: Faults) -> None:
    csv = "year,share\n2021,4.5\n2022,4.1b\n2023,3.9p\n2024,3.7e\n"
    entry = 't: {columns: {year: {type: year}, share: {type: number, unit: "%"}}}\n'
    (problem,) = faults({"data/tables.yaml": entry, "data/t.csv": csv})
    assert "has the signs 'b', 'p', 'e' behind numbers" in problem
