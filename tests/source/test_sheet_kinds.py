"""Which sheet of a workbook `reportgen table` takes: none about the others, of which it looks at the first rows."""

from __future__ import annotations

import io
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

import pytest
from openpyxl import Workbook

from reportgen.commands.table import look
from reportgen.sheets.sheet import Line, Worksheet
from reportgen.source.column_guess import Guess, guess

BOATS: list[list[Any]] = [["Port", "Boats"], ["Ny", 41], ["Oy", 52], ["Ay", 63]]
COVER: list[list[Any]] = [["Boats in short"], ["Year", "Boats"], [2021, 5], [2022, 6], [2023, 7]]
CONTENTS: list[list[Any]] = [["Contents"], ["Table", "What it tells"], [7.1, "Boats by port"], [7.2, "Crews by port"]]
SERIES: list[list[Any]] = [
    ["Series", "Series ID", "Unit", "No. Obs."],
    ["Boats ; Ny ;", "A101B", "Number", 12],
    ["Boats ; Oy ;", "A102C", "Number", 12],
]
PRICES: list[list[Any]] = [["Year", "Fish", "Ice"], [2021, 101.2, 99.1], [2022, 104.0, 98.3], [2023, 107.5, 97.0]]


def taken(folder: Path, sheets: Mapping[str, list[list[Any]]]) -> tuple[str, list[str]]:
    """The sheet of which the first sentence speaks, and those that are named as others."""
    made = Workbook()
    assert made.active is not None
    made.remove(made.active)
    for name, lines in sheets.items():
        sheet = made.create_sheet(name)
        for line in lines:
            sheet.append(line)
    out = io.BytesIO()
    made.save(out)
    (folder / "b.xlsx").write_bytes(out.getvalue())
    said = look(folder / "b.xlsx", folder).taken
    others = [text for text in said if text.startswith("other sheets")]
    return said[0].split("'")[1], others[0].split(": ")[1].removesuffix(" (--sheet NAME)").split(", ") if others else []


@pytest.mark.parametrize(
    ("name", "about"),
    [
        ("Cover_sheet", COVER),
        ("Cover", COVER),
        ("Contents", CONTENTS),
        ("Table of contents", CONTENTS),
        ("Inhaltsverzeichnis", CONTENTS),
        ("Sommaire", CONTENTS),
        ("Index", SERIES),
    ],
)
def test_a_sheet_about_the_others_is_passed_over_and_named(tmp_path: Path, name: str, about: list[list[Any]]) -> None:
    assert taken(tmp_path, {name: about, "T1": BOATS}) == ("T1", [name])


def test_an_index_of_prices_is_a_table(tmp_path: Path) -> None:
    assert taken(tmp_path, {"Index": PRICES, "T1": BOATS}) == ("Index", ["T1"])


def test_a_cover_with_the_only_table_is_taken(tmp_path: Path) -> None:
    words: list[list[Any]] = [["Port", "Said"], ["Ny", "much"]]
    assert taken(tmp_path, {"Cover": COVER, "Words": words}) == ("Cover", [])


def test_a_sheet_of_series_counts_as_one_with_numbers(tmp_path: Path) -> None:
    head: list[list[Any]] = [
        [None, "Boats ; Ny ;"],
        ["Unit", "Number"],
        ["Series Type", "Original"],
        ["Series ID", "A101B"],
    ]
    data = [[f"{year}-03-01", 4.5 + year - 2000] for year in range(2000, 2020)]
    assert taken(tmp_path, {"Index": SERIES, "Data1": head + data}) == ("Data1", ["Index"])


def test_other_sheets_are_looked_at_by_their_first_rows(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    read: list[int] = []

    def counted(sheet: Worksheet, lines: Sequence[Line], *given: Any) -> Guess:
        read.append(len(lines))
        return guess(sheet, lines, *given)

    monkeypatch.setattr("reportgen.source.looked_columns.guess", counted)
    long: list[list[Any]] = [["Port", "Boats"], *([f"P {at}", at] for at in range(500))]
    taken(tmp_path, {"T1": BOATS, **{f"T{at}": long for at in range(2, 8)}})
    assert max(read) < 50
