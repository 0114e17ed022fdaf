"""Lines that are typed and that a paper has by itself."""

from __future__ import annotations

import pytest

from reportgen.problems import Problem
from tests.document.making import draft

CHART = "::: chart use\ntitle: T\nkind: bars\ndata: rivers\ncategory: name\nvalues: length\n:::\n"
TABLE = "::: table use\ntitle: T\n\n| a | b |\n|---|---|\n| x | y |\n:::\n"
ENTRIES = "[1] NAO, Managing floods of 2023, at length and in all its parts, with what\n"
ENTRIES += "[2] Environment Agency, 12 floods, https://a.org/b/c/d.\n[3] UKX, A book. P. 12.\n"


def told(text: str, rule: str = "line-typed", **meta: str) -> list[Problem]:
    return [one for one in draft(f"# A\n\n{text}\n", **meta).problems if one.rule == rule]


_BELOW = "delete it where the line under the block says so; a source that it lacks goes behind source:"


@pytest.mark.parametrize(
    ("block", "line", "hint"),
    [
        (
            CHART,
            "Source: Water Office",
            _BELOW,
        ),
        (
            CHART,
            "*Sources: Water Office.*",
            _BELOW,
        ),
        (CHART, "**Note:** Dry years are left out.", "write it behind note: in the block, without 'Note'"),
        (TABLE, "Source: Water Office", "write it behind source: in the block, as the id of a source"),
    ],
)
def test_a_line_below_a_chart(block: str, line: str, hint: str) -> None:
    (found,) = told(f"{block}\n{line}")
    assert (found.place.line, found.hint) == (3 + block.count("\n") + 1, hint)


@pytest.mark.parametrize("text", [f"{CHART}\nThe source is wet.", f"So.\n\nNote: it is.\n\n{CHART}"])
def test_other_lines_are_none(text: str) -> None:
    assert told(text) == []


def test_a_line_below_a_chart_in_french() -> None:
    assert len(told(f"{CHART}\nLecture : le Rhin est long.", language="fr")) == 1


def test_numbers_of_paragraphs_are_told_once_and_as_such() -> None:
    text = "1.1 About it.\n\n1.2\tOf it.\n\n2.1. It is.\n\n## 3.2 What is\n\n2.5 million, and so."
    (found,) = told(text)
    assert found.message == "3 paragraphs begin with a typed number: 1.1, 1.2, 2.1."
    assert [one.message.split()[2] for one in told(text, "number-unbound")] == ["2.5"]


@pytest.mark.parametrize("text", [ENTRIES, ENTRIES.replace("\n", "\n\n")])
def test_a_typed_list_of_sources_is_told_once(text: str) -> None:
    made = draft(f"# A\n\nDry, said UKX in 33 places.\n\n{text}").problems
    (found,) = [one for one in made if one.rule == "line-typed"]
    assert found.place.line == 5 and found.message.startswith("a list of sources is typed here: '[1] NAO, Managing")
    rules = {"number-unbound", "note-typed", "sentence-long", "link-text", "abbreviation"}
    assert {one.place.line for one in made if one.rule in rules} == {3}


def test_points_under_a_heading_of_that_name_are_a_list_of_sources() -> None:
    (found,) = told("So.\n\n# Sources\n\n1. Water Office, 12 rivers.\n2. Parliament, Law.")
    assert found.hint.endswith("and the heading 'Sources': the paper makes its own")
    assert told("So.\n\n# Sources\n\n1. Water Office, 12 rivers.\n2. Parliament, Law.", "number-unbound") == []
    assert told("So.\n\n# Sources\n\nAll are of the office.\n\n# Rivers\n\n1. Elbe\n2. Rhine") == []


def test_notes_that_are_typed_as_a_list_are_told_once() -> None:
    notes = "1. Environment Agency, Report, 2023, p. 12.\n2. Ibid.\n3. HL Deb 12 May 2021, 12 rivers.\n"
    (found,) = told(f"Costs¹ rose.² They fell.³\n\n{notes}")
    assert found.place.line == 5 and found.message.startswith("the notes of the text are typed here: 'Environment")
    assert found.hint.startswith("write each where its number stands, as ^[the note]")
    assert told(f"Costs¹ rose.² They fell.³\n\n{notes}", "number-unbound") == []


def test_a_numbered_list_of_other_things_or_without_raised_numbers_is_none_of_notes() -> None:
    assert told("Costs rose.\n\n1. Environment Agency, 2023, p. 12.\n2. Ibid.\n") == []
    assert told("Costs¹ rose.\n\n1. The Elbe is long.\n2. The Rhine is not.\n") == []
    assert told("Costs¹ rose.\n\n- Environment Agency, 2023, p. 12.\n- Ibid.\n") == []


def test_one_note_with_a_number_in_brackets() -> None:
    found = draft("# A\n\nIt is here.[1] It is.\n\n[1] Clause 4(2) of it, in 3 lines.\n").problems
    assert [(one.rule, one.place.line) for one in found] == [("note-typed", 3), ("line-typed", 5)]
    assert found[1].message == "a note is typed here: '[1] Clause 4(2) of it, in 3 lines.'"
    assert not [one for one in draft("# A\n\nIt is.\n\n[1] Clause 4 of it.\n").problems if one.rule == "line-typed"]
    assert not [one for one in draft("# A\n\nIt is.[2] So.\n\n[1] Clause.\n").problems if one.rule == "line-typed"]
