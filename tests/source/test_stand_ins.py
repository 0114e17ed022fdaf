"""Numbers such as -999 that stand for a missing value: asked for, and read as what they are said to be."""

from __future__ import annotations

from pathlib import Path

import pytest

from reportgen.commands.table import look
from reportgen.problems import Problems
from reportgen.sheets.csv_cells import rows_of
from reportgen.sheets.sheet import Worksheet
from reportgen.source.columns import ColumnReading
from reportgen.source.entries import ColumnEntry, TableEntry
from reportgen.source.model import Phrase


def told(folder: Path, *values: str) -> list[str]:
    rows = "".join(f"{chr(65 + at)},{value}\n" for at, value in enumerate(values))
    (folder / "trains.csv").write_text(f"Area,Trains\n{rows}")
    return [problem.message for problem in look(folder / "trains.csv", folder).problems]


@pytest.mark.parametrize(
    ("values", "said"),
    [
        (("4", "-999", "7", "-999"), "has -999 (and 1 more cell), and no other number below zero"),
        (("4", "-9999", "7", "0"), "has -9999, and no other number below zero"),
        (("4.5", "-99", "-99", "0"), "has -99 (and 1 more cell), and no other number below zero"),
        (("4", "-999", "-888", "6"), "has -999 (and 1 more cell), and no other number below zero"),
    ],
)
def test_they_are_asked_for(tmp_path: Path, values: tuple[str, ...], said: str) -> None:
    (message,) = told(tmp_path, *values)
    assert message == f"'Trains' {said}: is a value missing there?"


@pytest.mark.parametrize(
    "values",
    [
        ("4", "-999", "-3", "5"),  # others are below zero
        ("4", "-99", "6", "5"),  # one may be a value
        ("4", "-998", "-998", "5"),
        ("4", "999", "999", "5"),
        ("-999", "-999"),  # there is nothing else
        ("4", "-99.9", "-99.9", "5"),
    ],
)
def test_others_are_values(tmp_path: Path, values: tuple[str, ...]) -> None:
    assert told(tmp_path, *values) == []


def test_what_they_are_said_to_be() -> None:
    problems = Problems()
    lines = rows_of("Area,Trains\nN,4\nS,-999\nE,-999\n", "trains.csv", problems, ",")
    entry = ColumnEntry(type="integer", marks={Phrase("-999"): Phrase("c")})
    sheet = Worksheet("trains.csv", lines, separator=",")
    read = ColumnReading(Phrase("Trains"), entry, TableEntry({}), sheet, lines[1:], 1, problems).read()
    assert problems.found == []
    assert [str(value) for value in read.values] == ["4", "None", "None"]
    assert [mark.value for mark in read.marks.values()] == ["c", "c"]
