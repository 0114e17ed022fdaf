from __future__ import annotations

from dataclasses import replace

import pytest

from reportgen.document import read
from reportgen.document.text.narrative import author
from reportgen.language import words_for
from reportgen.problems import Place
from reportgen.source.model import Reference
from tests.document.making import dumped, faults, one, paper

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
