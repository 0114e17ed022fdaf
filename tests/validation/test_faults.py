"""A good paper has no problem; broken in one place, it has one that names the fault."""

from __future__ import annotations

from dataclasses import replace

import pytest

from reportgen.pdf.finish import finish
from reportgen.pdf.structure import StructElem
from reportgen.pdfread.paper import opened
from reportgen.rules import RULES
from reportgen.validation import check_pdf, structure
from reportgen.validation.conformance import PROFILES
from tests.corpus import WHOLE
from tests.corpus import paper as built
from tests.pdf.handmade import PROPERTIES, Sheet, paper
from tests.validation import faults_of_structure, faults_of_the_whole
from tests.validation.breaking import FAULTS, broken

_TABLES = (faults_of_structure, faults_of_the_whole)
"""Importing them fills the table of faults."""

_OF_THE_HANDMADE = """
    alternative_is_the_title bullets_that_are_not_announced greek_marked_as_english greek_marked_as_russian
    link_to_a_page_that_is_not_there link_to_a_place_that_is_not_there link_without_a_description link_without_a_target
    mark_inside_an_artifact mark_names_another_role pages_change_their_keys paragraphs_read_in_another_order
    text_over_text text_runs_off_the_page
""".split()
"""Faults that name a word, a place or an operator of the hand-made paper."""


@pytest.fixture(scope="module")
def good() -> bytes:
    return paper()


def drawn(sheet: Sheet) -> list[str]:
    """The messages for what was drawn."""
    data = finish(sheet.close(), sheet.tree, sheet.marks, PROPERTIES)
    return [f"{problem.message} [{problem.rule}]" for problem in check_pdf(data, "bees.pdf")]


def rules_named(data: bytes, awaited: str) -> set[str]:
    """The rules that the paper breaks; the validator is asked only where it alone can know of the awaited one."""
    if awaited in PROFILES.values():
        return {problem.rule for problem in check_pdf(data, "broken.pdf")}
    with opened(data) as found:
        return {finding.rule for finding in structure(found)}


def test_a_good_paper_has_no_problem(good: bytes) -> None:
    assert check_pdf(good, "bees.pdf") == []


@pytest.mark.parametrize("name", FAULTS)
def test_a_fault_is_named(good: bytes, name: str) -> None:
    rule, function = FAULTS[name]
    assert rule in rules_named(broken(good, function), rule)


@pytest.mark.parametrize("name", [name for name in FAULTS if name not in _OF_THE_HANDMADE])
def test_a_fault_is_named_in_a_paper_of_ours(name: str) -> None:
    [demo] = [source for source in WHOLE if source.name == "demo"]
    rule, function = FAULTS[name]
    assert rule in rules_named(broken(built(demo), function), rule)


def test_a_message_says_file_page_and_fault(good: bytes) -> None:
    [first, *_] = check_pdf(broken(good, FAULTS["note_without_an_id"][1]), "output/bees.pdf")
    assert str(first.place) == "output/bees.pdf:1:1"
    assert first.message == "page 1: the note ‘1 Hive book, page 3.’ has no id"


def test_what_is_no_pdf_is_said_to_be_none() -> None:
    assert [problem.rule for problem in check_pdf(b"bees", "bees.pdf")] == ["pdf-unreadable"]


def test_a_hyphen_that_breaks_a_line_is_read_out() -> None:
    sheet = Sheet(StructElem("Document"))
    paragraph = sheet.tree.add("P")
    sheet.text(paragraph, "The honey- ")
    sheet.text(paragraph, "bee is not a wasp, and pol-")
    sheet.text(paragraph, "lination is work: pollination.")
    assert drawn(sheet) == ["page 1: the hyphen in ‘pollination’ is read out: it only breaks a line [pdf-hyphen]"]


def test_a_heading_at_the_end_of_a_page_is_stranded() -> None:
    sheet = Sheet(StructElem("Document"))
    sheet.text(sheet.tree.add("P"), "Before.")
    sheet.heading(sheet.tree, 1, "Alone")
    sheet.next_page()
    sheet.text(sheet.tree.add("P"), "After.")
    assert drawn(sheet) == ["page 1: the heading ‘Alone’ stands alone at the end of a page [pdf-heading-stranded]"]


def test_a_heading_with_nothing_below_it_is_not_stranded() -> None:
    sheet = Sheet(StructElem("Document"))
    sheet.heading(sheet.tree, 1, "First")
    sheet.heading(sheet.tree, 2, "Empty")
    sheet.next_page()
    sheet.heading(sheet.tree, 1, "Second")
    sheet.text(sheet.tree.add("P"), "After.")
    assert drawn(sheet) == []


def test_columns_are_read_one_after_the_other() -> None:
    sheet = Sheet(StructElem("Document"))
    for x in (72, 272):
        sheet.y = 700
        sheet.text(sheet.tree.add("P"), "Value ", x=x)
        sheet.text(sheet.tree.add("P"), "and label ", x=x)
    assert drawn(sheet) == []


def test_columns_that_are_read_from_the_right_are_not() -> None:
    sheet = Sheet(StructElem("Document"))
    for x in (272, 72):
        sheet.y = 700
        sheet.text(sheet.tree.add("P"), "Value ", x=x)
    assert [message.split("[")[1] for message in drawn(sheet)] == ["pdf-order]"]


def test_a_gap_in_a_line_needs_a_space() -> None:
    sheet = Sheet(StructElem("Document"))
    paragraph = sheet.tree.add("P")
    sheet.text(paragraph, "12", step=0)
    sheet.text(paragraph, "Beekeeping", x=120)
    assert drawn(sheet) == ["page 1: ‘12’ and ‘Beekeeping’ are read as one word [pdf-words-joined]"]


def test_a_gap_between_brackets_is_a_formula() -> None:
    sheet = Sheet(StructElem("Document"))
    paragraph = sheet.tree.add("P")
    sheet.text(paragraph, "Nothing (", step=0)
    sheet.text(paragraph, ").", x=160)
    assert drawn(sheet) == []


@pytest.mark.parametrize(
    ("first", "then", "told"),
    [
        ("Bundesverfassungsgericht", "Gesetzgebungszustaendigkeit", True),  # two words, long as they are
        ("x" * 60, "x" * 20, False),  # one that no line holds
        ("****", "****", False),
        ("word", "&", True),
        ("[!" * 18, "[histogram", False),  # a row of signs that no line holds, and what stands behind it
        ("[!" * 9, "[histogram", True),
    ],
)
def test_only_what_is_one_is_read_as_one(first: str, then: str, told: bool) -> None:
    sheet = Sheet(StructElem("Document"))
    paragraph = sheet.tree.add("P")
    sheet.text(paragraph, first)
    sheet.text(paragraph, then)
    assert [message.rpartition("[")[2] for message in drawn(sheet)] == ["pdf-words-joined]"] * told


def test_every_rule_on_papers_has_a_fault_that_it_names() -> None:
    of_their_own = {"pdf-unreadable", "pdf-hyphen", "pdf-heading-stranded"}
    assert {rule for rule, _ in FAULTS.values()} | of_their_own == {rule for rule in RULES if rule.startswith("pdf-")}


@pytest.mark.parametrize("subject", ["2024-01-01", "D: the 4th list of 2024"])
def test_words_that_look_like_a_date_are_words(subject: str) -> None:
    assert check_pdf(paper(replace(PROPERTIES, subject=subject)), "bees.pdf") == []
