"""Notes with other signs than raised digits."""

from __future__ import annotations

import pytest

from reportgen.problems import ReportError
from tests.document.making import draft


def told(text: str, **meta: str) -> list[str]:
    found = draft(f"# A\n\n{text}\n", **meta).problems
    return [f"{one.place.line}:{one.place.column} {one.message.split(chr(39))[1]}" for one in found]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("It rose* then.\n\n* Since May.", ["3:8 rose*", "5:1 * Since May."]),
        ("It fell†.\n\n† Since May.", ["3:8 fell†", "5:1 † Since May."]),
        ("It is dry‡ now.", ["3:10 dry‡"]),
        ("It rose by many#.\n\n# Provisional.\n\nSo.", ["3:16 many#", "5:1 # Provisional."]),
        ("So she said.[i] Then.\n\n[i] Of 3 boats.", ["3:13 said.[i]", "5:1 [i] Of 3 boats."]),
        (
            "It rose.(1) Then.\n\n(1) See the report of 12 boats.",
            ["3:9 rose.(1)", "5:1 (1) See the report of 12 boats."],
        ),
        (
            "It rose in towns (1).\n\n(1) As the decree has it.",
            ["3:18 towns (1)", "5:1 (1) As the decree has it."],
        ),
        ("As point (1) says.\n\n(1) It rose.\n(2) It fell.", []),
        ("It went slow.1 Then.\n\n1 Ministry, 3 boats.", ["3:14 slow.1", "5:1 1 Ministry, 3 boats."]),
        ("It rose^a^ then.\n\n^a^ Of 3 boats.", ["3:1 rose^a^", "5:1 a Of 3 boats."]),
    ],
)
def test_a_sign_and_its_note_are_told_and_nothing_else_of_them(text: str, found: list[str]) -> None:
    assert told(text) == found


def test_a_letter_in_a_cell_is_told_with_its_note() -> None:
    text = "| A | B |\n|---|---|\n| x | 12^a^ |\n\n^a^ Excludes them."
    assert [one.split(" ", 1)[1] for one in told(text)] == ["12^a^", "a Excludes them."]


@pytest.mark.parametrize(
    "text",
    [
        r"It rose\* then.",
        "The *A* grade and the A* grade.",
        "He kept hi[s] word and report[s].",
        "Under s.4(1) and Article 5(1) of it.",
        "The 2^e^ and x^n^ and 10^a^.",
        "See para.12 Then p.4 Then vol.2 So.",
        "* A point.",
        "Of many#, and C# too.\n\n# Provisional",
        "So it is.\n\n# Provisional.",
        "See www.a.org/b.1 Then.",
        "3 × 4* 5 of `a*` and “b*”.",
    ],
)
def test_other_signs_are_none(text: str) -> None:
    assert [one for one in draft(f"# A\n\n{text}\n").problems if one.rule in ("note-typed", "line-typed")] == []


def _rules(text: str) -> list[str]:
    try:
        return [one.rule for one in draft(f"# A\n\n{text}\n").problems]
    except ReportError as error:
        return [one.rule for one in error.problems]


def test_two_stars_behind_a_word_are_told_once() -> None:
    assert _rules("Employers** say so.") == ["markup-plain"]
    assert _rules("Employers** say so.\n\n** Of the board.") == ["note-typed", "markup-unread"]
    assert _rules("So *this* is**, then\n\n**Note** it.") == ["markup-plain"]
