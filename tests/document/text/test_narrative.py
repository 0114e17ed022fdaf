from __future__ import annotations

from dataclasses import replace

import pytest

from reportgen.document import read
from reportgen.document.inlines import plain
from reportgen.document.text.narrative import author
from reportgen.language import words_for
from reportgen.problems import Place
from reportgen.source.model import Reference
from tests.document.making import draft, dumped, faults, one, paper

LAW = "Parliament, Water law"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("@law says so", f"Parliament(note 1: {LAW}) says so"),
        ("@law [p. 5] says", f"Parliament(note 1: {LAW}, p 5) says"),
        ("@law [pp. 12--14; @survey] say", f"Parliament(note 1: {LAW}, pp 12–14; Water Office, River survey) say"),
        ("@law [12] says", f"Parliament(note 1: {LAW}, p 12) says"),
        ("@law [see p. 5] says", f"Parliament(note 1: {LAW}, see p 5) says"),
        ("@law [especially the table on p. 5]", f"Parliament(note 1: {LAW}, especially the table on p 5)"),
        ("@law [passim; @survey]", f"Parliament(note 1: {LAW}, passim; Water Office, River survey)"),
        ("@board [see p. 5]", "@board [see p. 5]"),
        ("In @law's view", f"In Parliament’s(note 1: {LAW}) view"),
        ("In @law’s [ch. 2] view", f"In Parliament’s(note 1: {LAW}, ch 2) view"),
        ("Parliament [-@law, p. 5] says", f"Parliament(note 1: {LAW}, p 5) says"),
        ("so (@law)", f"so (Parliament(note 1: {LAW}))"),
        ("so^[see @law [p. 3]]", f"so(note 1: see {LAW}, p 3)"),
        ("so^[in @law's words]", f"so(note 1: in Parliament’s ({LAW}) words)"),
        ("write to office@law.example or @parliament's desk [here]", ""),
        (r"an \@law", "an @law"),
    ],
)
def test_a_source_is_named_in_the_sentence(text: str, expected: str) -> None:
    assert one(text) == (expected or text.replace("'", "’")).replace("p. 5", "p.\u00a05")


def test_it_counts_as_cited_and_is_named_in_short_again() -> None:
    told = dumped("@law says it.\n\n@law says it again, in @survey's words.\n")
    assert "Parliament(note 2: Parliament, <note 1|#note-1>) says it again" in told


def test_a_mistyped_one_is_told() -> None:
    (fault,) = faults("@survay says so")
    assert "there is no reference 'survay' [citation-unknown]" in fault


@pytest.mark.parametrize(
    ("csl", "name"),
    [
        ({"author": ({"family": "García-Muñoz", "given": "A"}, {"family": "Li", "given": "B"})}, "García-Muñoz and Li"),
        ({"author": tuple({"family": name} for name in "ABCD")}, "A and others"),
        ({"author": ({"literal": "Education Committee"},), "title-short": "Absence"}, "Education Committee"),
        ({"publisher": "Statistics Board"}, "Statistics Board"),
        ({}, "A history of schools"),
        ({"title-short": "School history"}, "School history"),
    ],
)
def test_who_answers_for_it_is_named(csl: dict[str, object], name: str) -> None:
    reference = Reference("x", {"type": "book", "title": "A history of schools", **csl}, place=Place("r.yaml", 1))
    assert "".join(part.text for part in author(reference, words_for("en-GB"))) == name  # type: ignore[union-attr]


def test_a_source_whose_key_has_any_signs_is_cited() -> None:
    made = paper("@http://zotero.org/users/12/items/AB12 says so.")
    key = "http://zotero.org/users/12/items/AB12"
    made = replace(made, references={**made.references, key: replace(made.references["law"], id=key)})
    assert list(read(made, words_for("en-GB")).cited) == [key]


@pytest.mark.parametrize(
    ("text", "hint"),
    [
        ("Rents rose (cf. [@law]).", "write [@law] without them, or (@law) for its name"),
        ("Rents rose ([@survey; @law]).", "write [@survey] without them, or (@survey) for its name"),
        ("It was found by [@survey, p. 4], and", "write @survey, which prints the name with its note"),
        ("Compare [-@law] for more.", "write @law, which prints the name with its note"),
        ("Rents rose. [@law] says so.", "write @law, which prints the name with its note"),
        ("In the words of @law, para. 7, rents", "write @law [para. 7]"),
    ],
)
def test_a_citation_that_reads_badly_is_told(text: str, hint: str) -> None:
    assert [one.hint for one in draft(f"{text}\n").problems if one.rule == "citation-form"] == [hint]


@pytest.mark.parametrize(
    "text",
    [
        "Rents rose.[@law] They fell [@survey].",
        "Rents (in towns [@law]) rose, and all that it stood for [@survey] fell.",
        "See @law [para. 7], and @survey, which has it.",
        "A note.^[See [@law], and compare [@survey].]",
    ],
)
def test_citations_that_read_well(text: str) -> None:
    assert [one for one in draft(f"{text}\n").problems if one.rule == "citation-form"] == []


def test_who_is_several_owns_with_an_apostrophe_alone() -> None:
    people = tuple({"family": name, "given": "A"} for name in ("O'Neill", "Ives", "Ames", "Ode"))
    several = Reference("four", {"type": "book", "title": "T", "author": people}, place=Place("r", 1, 1))
    one_of_them = Reference("one", {"type": "book", "title": "T", "author": people[1:2]}, place=Place("r", 1, 1))
    made = replace(paper("@four's view and @one's\n"), references={"four": several, "one": one_of_them})
    found = plain(read(made, words_for("en-GB")).sections[0].blocks[0].content)  # type: ignore[union-attr]
    assert "O’Neill and others’" in found and "others’s" not in found and "Ives’s" in found
