"""What columns of text hold that is hardly meant as typed: NA, days in figures, hours; numbers that count days."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path

import pytest

from reportgen.commands.table import look
from reportgen.source.model import Briefing

Read = Callable[[Mapping[str, str | bytes]], Briefing]


def told(folder: Path, heading: str, *values: str) -> list[tuple[str, str]]:
    """What is told of a column beside one of names, at `reportgen table`, which reads it as a build does."""
    rows = "".join(f"{chr(65 + at)}x,{value}\n" for at, value in enumerate(values))
    (folder / "wells.csv").write_text(f"site,{heading}\n{rows}")
    return [(problem.rule, problem.message) for problem in look(folder / "wells.csv", folder).problems]


@pytest.mark.parametrize(
    ("values", "says"),
    [
        (("03/04/2021", "spring 2021", "05/06/2021"), "has days, such as '03/04/2021' (and 1 more cell)"),
        (("2021-04-03", "2021-06-05", "lost", "2021-07-01"), "has days, such as '2021-04-03' (and 2 more cells)"),
        (("2024-02-05 12:30", "2024-03-09 08:00"), "has hours, such as '2024-02-05 12:30' (and 1 more cell)"),
        (("05/02/2024 12:30", "09/03/2024 08:00"), "has hours, such as '05/02/2024 12:30' (and 1 more cell)"),
    ],
)
def test_days_and_hours_are_not_printed_as_typed_in_silence(tmp_path: Path, values: tuple[str, ...], says: str) -> None:
    assert told(tmp_path, "dug", *values) == [("table-dates", f"'dug' {says}, and is text: printed as typed")]


@pytest.mark.parametrize(
    "values", [("Route 5/6", "Route 7/8"), ("1-2-3 Street", "Moor Lane"), ("03/04/2021", "a", "b", "c"), ("A4", "B5")]
)
def test_words_are_no_days(tmp_path: Path, values: tuple[str, ...]) -> None:
    assert told(tmp_path, "place", *values) == []


def entry(marks: str) -> str:
    return f"t:\n  key: site\n  columns:\n    site:\n    state: {{{marks}}}\n    n: {{type: integer}}\n"


def states(read: Read, marks: str) -> tuple[list[object], Briefing]:
    csv = "site,state,n\nAyr,good,1\nBute,NA,2\nCove,,3\nDee,NaN,4\n"
    briefing = read({"data/tables.yaml": entry(marks), "data/t.csv": csv})
    return [row.value("state") for row in briefing.tables["t"].rows], briefing


def test_na_among_words_is_asked_for(read: Read) -> None:
    found, briefing = states(read, "")
    assert found == ["good", "NA", None, "NaN"]
    assert [(one.rule, one.message) for one in briefing.told] == [
        ("table-missing", "'state' has 'NA' (and 1 more cell) among its words: printed so, as a name")
    ]


def test_marks_say_what_it_is(read: Read) -> None:
    assert states(read, 'marks: {"NA": missing, "NaN": missing}')[0] == ["good", None, None, None]
    found, briefing = states(read, 'marks: {"NA": none, "NaN": x}')
    assert found == ["good", "NA", None, None] and briefing.told == ()
    assert briefing.tables["t"].rows[3].cells["state"].mark == "x"


def test_na_among_codes_is_one(tmp_path: Path) -> None:
    assert told(tmp_path, "country", "BW", "NA", "ZA") == []


@pytest.mark.parametrize(
    ("heading", "numbers", "day"),
    [("Date", ("45306", "45310"), "2024-01-15"), ("start_date", ("19737", "19801"), "2024-01-15")],
)
def test_numbers_that_count_days_are_told(tmp_path: Path, heading: str, numbers: tuple[str, ...], day: str) -> None:
    ((rule, message),) = told(tmp_path, heading, *numbers)
    assert rule == "table-dates" and message.endswith(f"is {day} meant?")


@pytest.mark.parametrize(
    ("heading", "numbers"),
    [("visits", ("45306", "45310")), ("date", ("12", "45310")), ("updates", ("45306", "45310"))],
)
def test_other_numbers_count_no_days(tmp_path: Path, heading: str, numbers: tuple[str, ...]) -> None:
    assert told(tmp_path, heading, *numbers) == []
