"""Lines that look like headings and are none, and files without any."""

from __future__ import annotations

import pytest

from tests.document.making import draft, faults


def told(text: str, *more: str, rule: str = "heading-typed", **meta: str) -> list[tuple[int, str]]:
    """Line and hint, but for what each of these hints ends with."""
    found = [one for one in draft(text, *more, **meta).problems if one.rule == rule]
    return [(one.place.line, one.hint.partition(" with an empty line")[0]) for one in found]


@pytest.mark.parametrize(
    ("line", "hint"),
    [
        ("SUMMARY", "write # Summary"),
        ("THE COSTS OF CARE", "write # The costs of care"),
        ("CHAPTER 4 - OUTLOOK", "write # Outlook"),
        ("CHAPTER IV: THE NHS AND IT", "write # The NHS and it"),
        ("4.1 COSTS", "write ## Costs"),
        ("**4. Waiting times**", "write # Waiting times"),
        ("**4.1 Waiting times**", "write ## Waiting times"),
        ("**Waiting times**", "write ## Waiting times"),
        ("2\tDIAGNOSIS", "write # Diagnosis"),
        ("2 Diagnosis", "write # Diagnosis"),
        ("1. Introduction", "write # Introduction"),
        ("3) Introduction", "write # Introduction"),
        ("1.1 Trends since 2020", "write ## Trends since 2020"),
        ("A. Background", "write # Background"),
        ("I. Background", "write # Background"),
        ("Chapter 6: Costs", "write # Costs"),
        ("Annex B – Method", "write # Method"),
        ("Part Two: Costs", "write # Costs"),
    ],
)
def test_a_line_like_a_heading_is_told(line: str, hint: str) -> None:
    found = draft(f"# A\n\nIt is.\n\n{line}\n\nSo it goes on.\n").problems
    assert [(one.rule, one.place.line) for one in found] == [("heading-typed", 5)]
    assert found[0].hint.startswith(f"{hint} with an empty line below")


@pytest.mark.parametrize(
    ("line", "language", "hint"),
    [
        ("LES COÛTS", "fr", "write # Les coûts"),
        ("Chapitre 3 : Les coûts", "fr", "write # Les coûts"),
        ("BIBLIOGRAPHIE", "fr", "delete it with its list"),
        ("BIBLIOGRAPHY", "en-GB", "delete it with its list"),
        ("CONTENTS", "en-GB", "delete it with its lines"),
    ],
)
def test_what_a_paper_makes_and_other_languages(line: str, language: str, hint: str) -> None:
    ((_, found),) = told(f"# A\n\nSo.\n\n{line}\n\nSo it goes on.\n", language=language)
    assert found.startswith(hint)


@pytest.mark.parametrize(
    "text",
    [
        "**Note:** it is so.",
        "**It is so.**\n\nAnd so on.",
        "NATO is it.\n\nAnd so on.",
        "EU\n\nAnd so on.",
        "J. Smith\n\nAnd so on.",
        "1. One\n2. Two\n\nAnd so on.",
        "1. It is a point, and a sentence.\n\nAnd so on.",
        "10 Downing Street\n\nAnd so on.",
        "**Waiting times**",
        "> SUMMARY\n\nAnd so on.",
        "- SUMMARY\n\nAnd so on.",
        "The reasons:\n\nAnd so on.",
    ],
)
def test_other_lines_are_none(text: str) -> None:
    assert told(f"# A\n\n{text}\n") == []


def test_a_line_of_equals_signs_below_a_typed_number_is_no_part_of_the_heading() -> None:
    found = faults("3. THE COSTS OF CARE\n====\n\nText.\n")
    assert [one.split(": ", 1)[1] for one in found] == [
        "warning: '3. THE COSTS OF CARE' looks like a heading, and is none [heading-typed]",
        "error: ==== makes no heading of the line above it here [markup-unread]",
    ]


def test_a_heading_of_two_lines_is_one_still() -> None:
    assert faults("The costs of care\n====\n\nText.\n") == []


def test_a_file_without_a_heading_is_told_with_what_it_stands_under() -> None:
    long = "It goes on and on. " * 25
    message = "this file has no heading: its text goes on under 'A' [heading-missing]"
    assert faults("# A\n\nSo.\n", long)[0].endswith(message)
    assert "stands before the first part, and in no contents" in faults(long, "# A\n\nSo.\n")[0]
    assert told("# A\n\nSo.\n", "It goes on.", rule="heading-missing") == []
    assert told(long, rule="heading-missing") == []
    assert len(told(long * 3, rule="heading-missing")) == 1


def test_a_heading_in_capitals_is_told_and_its_words_are_no_abbreviations() -> None:
    assert told("# DIAGNOSIS\n\nSo.\n", rule="heading-case") == [(1, "write Diagnosis, with capitals for names")]
    assert told("# UNESCO\n\nSo.\n", rule="heading-case") == []


@pytest.mark.parametrize(
    ("heading", "typed"),
    [
        ("Chapter 5: Staff", "Chapter 5:"),
        ("Appendix A: Methods", "Appendix A:"),
        ("Annex 1 – Methods", "Annex 1 –"),
        ("Part II. Staff", "Part II."),
    ],
)
def test_a_word_and_a_number_before_a_heading_are_told_as_such(heading: str, typed: str) -> None:
    (found,) = draft(f"# {heading}\n\nText.\n").problems
    assert found.message == f"'{typed}' is typed before this heading, which has a number of its own: 1"
    assert draft(f"# {heading} {{.unnumbered}}\n\nText.\n").problems == ()


def test_abbreviations_of_the_paper_keep_their_capitals() -> None:
    text = "# 2.2 THE NHS AND SEND AT WORK\n\nIt is for Special Educational Needs (SEND), at work.\n"
    hint = "write The NHS and SEND at work, with capitals for names"
    assert told(text, rule="heading-case") == [(1, hint)]


@pytest.mark.parametrize("number", ["4.", "4)", "2 a)", "2(b)"])
def test_a_number_before_a_heading_is_told_once(number: str) -> None:
    found = draft(f"# A\n\nIt.\n\n## {number} Method\n\nIt.\n").problems
    assert [one.rule for one in found] == ["markup-plain"]
    assert "is typed before this heading" in found[0].message


def test_numbers_of_several_kinds_are_levels_in_the_order_in_which_they_come() -> None:
    lines = ["I. FIRST", "A. Towns", "1. The north", "B. Villages", "II. SECOND", "A. Costs"]
    found = told("# A\n\nSo.\n\n" + "".join(f"{line}\n\nSo it goes on.\n\n" for line in lines))
    marks = ["# First", "## Towns", "### The north", "## Villages", "# Second", "## Costs"]
    assert [hint for _, hint in found] == [f"write {mark}" for mark in marks]


@pytest.mark.parametrize(
    ("above", "hints"), [("#", ["write ## Rural areas"]), ("##", ["write ### Rural areas"]), ("###", [])]
)
def test_a_bold_line_is_a_level_below_its_own_part(above: str, hints: list[str]) -> None:
    parts = {"#": "# A", "##": "# A\n\nSo.\n\n## B", "###": "# A\n\nSo.\n\n## B\n\nSo.\n\n### C"}
    assert [hint for _, hint in told(f"{parts[above]}\n\nSo.\n\n**Rural areas**\n\nSo it goes on.\n")] == hints
