"""What Zotero's field Extra leaves in a note."""

from __future__ import annotations

import pytest

from reportgen.source.bibliography.csl_note import cleaned, parted


@pytest.mark.parametrize(
    ("note", "found", "left"),
    [
        ("Original Date: 1888\nPMID: 123\nA reprint", {"original-date": "1888", "PMID": "123"}, "A reprint"),
        ("Citation Key: lee2019\ntex.ids: x\n00012 citations (Crossref)", {}, ""),
        ("{:event-title: Moor days} Her notes", {"event-title": "Moor days"}, "Her notes"),
        ("Source: own survey", {}, "Source: own survey"),
        ("A remark: with a colon", {}, "A remark: with a colon"),
    ],
)
def test_lines(note: str, found: dict[str, str], left: str) -> None:
    assert parted(note) == (found, left)


@pytest.mark.parametrize(
    ("note", "left"),
    [
        (r"Publisher: Elsevier \_eprint: https://doi.org/10.1000/7", ""),
        ("Number: 4\nPublisher: Wiley\nHer first paper", "Number: 4\nHer first paper"),
        ("Number: 4 Publisher: Wiley", ""),
        ("Section: Research Article Type: research-article", ""),
        ("Accepted: 2020-02-03T01:00:00Z", ""),
        ("Conference Name: River Days\nLast Modified: 2020-02-03", ""),
        ("Reprinted in part: two chapters", "Reprinted in part: two chapters"),
        (r"\_eprint: 2001.00001", ""),
    ],
)
def test_what_zotero_keeps_in_a_note_of_bibtex_is_no_remark(note: str, left: str) -> None:
    assert cleaned(note, publisher=True, address=True).strip() == left


def test_what_an_entry_lacks_is_kept() -> None:
    assert cleaned("Publisher: Quay Press", publisher=False, address=True) == "Publisher: Quay Press"
    assert (
        cleaned(r"\_eprint: https://quay.example/a.pdf", publisher=True, address=False) == "https://quay.example/a.pdf"
    )


@pytest.mark.parametrize(
    "note", ["[s1]", "tex.ids= b2020", "Citation Key Alias: a, b", "Place: Lagos", "Accepted: 2019"]
)
def test_remarks_of_programs_are_passed_over(note: str) -> None:
    assert parted(note) == ({}, "")
