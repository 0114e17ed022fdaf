"""Dates in all the forms in which they are typed."""

from __future__ import annotations

import pytest

from tests.document.making import draft


def typed(text: str, **meta: str) -> list[tuple[str, str]]:
    """What is quoted and what is to be written; nothing else may be told."""
    found = draft(f"# A\n\n{text}\n", **meta).problems
    assert {one.rule for one in found} <= {"date-typed"}
    return [(one.message.split("'")[1], one.hint.partition(",")[0].removeprefix("write ")) for one in found]


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("On 03.04.25 then.", "3 April 2025"),
        ("On 3-4-2025 then.", "3 April 2025"),
        ("On 2025/03/04 then.", "4 March 2025"),
        ("On 2025-3-4 then.", "4 March 2025"),
        ("On 2025.03.04 then.", "4 March 2025"),
        ("In 12/2025 then.", "December 2025"),
        ("By 12/25 then.", "December 2025"),
        ("On 31/3 it ends.", "31 March …"),
        ("On 4th Apr 25.", "4 April 2025"),
        ("On 4-Apr-25 then.", "4 April 2025"),
        ("Since Mar-24 it goes.", "March 2024"),
        ("Since September ’24 it goes.", "September 2024"),
        ("On 4.11.26 then.", "4 November 2026"),
        ("Due by 8.2.26.", "8 February 2026"),
        ("By Spring ’27 then.", "Spring 2027"),
        ("In late autumn ’27 then.", "late autumn 2027"),
        ("In Q3 ’27 then.", "Q3 2027"),
        ("On 5/5 it ends.", "5 May …"),
        ("Not until 4/4 then.", "4 April …"),
    ],
)
def test_each_form_is_told_with_what_it_means(text: str, meant: str) -> None:
    ((_, found),) = typed(text)
    assert found == meant


def test_a_straight_apostrophe_before_a_year() -> None:
    ((_, meant),) = typed("By Jan '26 it is due.")
    assert meant == "January 2026"


@pytest.mark.parametrize(("text", "meant"), [("Le 3-4-2025.", "3 avril 2025"), ("Depuis janv. 24.", "")])
def test_in_french(text: str, meant: str) -> None:
    found = [one.hint.partition(",")[0] for one in draft(f"# A\n\n{text}\n", language="fr").problems]
    assert (f"write {meant}" in found) == bool(meant)


@pytest.mark.parametrize(
    "text",
    [
        "Of 31/3 of it, 3/4 and 12/25 of all.",
        "Section 3.4.25 and version 10.12.24.",
        "Regulation 12/2025 and SI 7/2024.",
        "The sort code 20-10-23.",
        "On 4 April 25 people came.",
        "In 2024/25 and 2024-25.",
        "As in 3.4.25, 4.11.26 and version 3.4.25.",
        "It scored 5/5, or 4/4 of 5/5.",
        "On 3/4 of the lines.",
        "In the spring of ’27 people.",
        "| A | B |\n|---|---|\n| 12/25 | 3.4.25 |",
    ],
)
def test_other_numbers_are_none(text: str) -> None:
    assert [one for one in draft(f"# A\n\n{text}\n").problems if one.rule == "date-typed"] == []


def test_a_number_without_a_nought_before_its_point_is_whole() -> None:
    (found,) = draft("# A\n\nIt rose by .5 per cent.\n").problems
    assert found.message.startswith("the number .5 per cent")


def test_days_between_days() -> None:
    assert [meant for _, meant in typed("Between 4.11.26 and 8.12.26 then.")] == ["4 November 2026", "8 December 2026"]


def test_the_cells_of_a_table_that_is_drawn() -> None:
    found = draft("# A\n\n| A | B |\n|---|---|\n| 1/4/27 | 01/14/2027 |\n| 1 Sept 27 | x |\n").problems
    told = [(one.place.line, one.place.column, one.hint) for one in found if one.rule == "date-typed"]
    assert [(line, column) for line, column, _ in told] == [(5, 3), (5, 12), (6, 3)]
    assert [hint.partition(",")[0] for *_, hint in told] == [
        "write 1 April 2027 or 4 January 2027",
        "write 14 January 2027",
        "write 1 September 2027",
    ]


def test_a_season_in_french() -> None:
    found = [one.hint.partition(",")[0] for one in draft("# A\n\nAu printemps ’27.\n", language="fr").problems]
    assert found == ["write printemps 2027"]


def test_a_date_of_the_international_standard_is_told_as_what_it_is() -> None:
    (told,) = [one for one in draft("# A\n\nOn 2019-11-05 it rose.\n").problems if one.rule == "date-typed"]
    assert told.message == "'2019-11-05' is a date in figures: a text says the month in words"
    assert told.hint.startswith("write 5 November 2019,")
