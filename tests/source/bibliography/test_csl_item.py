"""CSL items, in YAML and in JSON."""

from __future__ import annotations

import json
from collections.abc import Mapping

import pytest

from reportgen.dates import PartialDate
from reportgen.problems import Problems
from reportgen.source.bibliography.csl_json import items
from reportgen.source.model import Reference


def only(**keys: object) -> Reference:
    (found,) = items(json.dumps([{"id": "a", **keys}]), "references.json", Problems())
    return found


def of(**keys: object) -> dict[str, object]:
    found = only(title="T", **keys)
    assert list(found.faults) == []
    return {key: value for key, value in found.csl.items() if key not in ("type", "title")}


@pytest.mark.parametrize(
    ("written", "date"),
    [
        ({"date-parts": [["2019", 5]]}, PartialDate(2019, 5)),
        ({"date-parts": [[2019, 5, 0]]}, PartialDate(2019, 5)),
        ({"date-parts": [[2019], [2021, 4]]}, {"date-parts": ((2019,), (2021, 4))}),
        ({"date-parts": [[2019]], "season": "2"}, {"date-parts": ((2019,),), "season": 2}),
        ({"date-parts": [[2019]], "season": "Michaelmas"}, {"literal": "Michaelmas 2019"}),
        ({"date-parts": [[1850]], "circa": True}, {"date-parts": ((1850,),), "circa": True}),
        ({"raw": "May 2019"}, PartialDate(2019, 5)),
        ({"literal": "in press"}, {"literal": "in press"}),
        ({"year": "2019", "month": 5}, PartialDate(2019, 5)),
        ([{"year": 2019}, {"year": 2020}], {"date-parts": ((2019,), (2020,))}),
        ({"date-parts": [[None]]}, None),
        ("2019-05-03", PartialDate(2019, 5, 3)),
        ("2019/20", {"literal": "2019–20"}),
        ("13/10/2024", PartialDate(2024, 10, 13)),
        ("n.d.", {"undated": True}),
        ({"literal": "n.d."}, {"undated": True}),
        (2019, PartialDate(2019)),
    ],
)
def test_dates(written: object, date: object) -> None:
    assert of(issued=written).get("issued") == date


def test_every_key_of_the_schema_is_taken_and_what_nobody_prints_is_told_once() -> None:
    quiet = {"categories": ["x"], "custom": {"x": 1}, "journalAbbreviation": "J", "ISBN": "1", "citation-key": "k"}
    assert of(**quiet, shortTitle="S") == {
        "title-short": "S",
        "journalAbbreviation": "J",
        "ISBN": "1",
        "citation-key": "k",
    }
    told = only(title="T", **{"original-title": "O", "indexed": {}, "prefix": "10.1"}).faults
    assert [(one.rule, one.message.split(" of a ")[0]) for one in told] == [
        ("source-unprinted", "no paper prints the fields indexed, original-title, prefix")
    ]


@pytest.mark.parametrize(
    ("name", "found"),
    [
        ({"given": "Plato"}, {"given": "Plato"}),
        ({"family": "van Beck", "given": "Jan", "parse-names": True}, {"family": "van Beck", "given": "Jan"}),
        ({"family": "Lee", "given": "Ann", "ORCID": "0", "affiliation": []}, {"family": "Lee", "given": "Ann"}),
        ({"name": "Tide Group", "sequence": "additional"}, {"literal": "Tide Group"}),
        ("Tide Group", {"literal": "Tide Group"}),
    ],
)
def test_names(name: object, found: Mapping[str, str]) -> None:
    assert of(author=[name]) == {"author": (found,)}


def test_marks_notes_and_older_keys() -> None:
    note = "Original Date: 1888\nCitation Key: x\nHer copy"
    assert of(note=note, publisher="A &amp; B", event="Moor days") == {
        "note": "Her copy",
        "original-date": PartialDate(1888),
        "publisher": "A & B",
        "event-title": "Moor days",
    }
    assert of(note="PMID: 1") == {"PMID": "1"}
    reference = only(title="<i>Salmo</i> and <font>x</font>")
    assert reference.csl["title"] == "<i>Salmo</i> and x" and [one.rule for one in reference.faults] == [
        "source-markup"
    ]


def test_types_of_other_programs() -> None:
    assert [only(title="T", type=kind).csl["type"] for kind in ("journal-article", "book", "x")] == [
        "article-journal",
        "book",
        "document",
    ]


def test_a_file_may_have_its_items_in_a_group_of_keys() -> None:
    found = items('{"version": 1, "items": [{"id": 7, "title": "T"},\n {"title": "U"}]}', "references.json", Problems())
    assert [(one.id, one.broken, one.place.line) for one in found] == [
        ("7", False, 1),
        ("of line 2, without an id", True, 2),
    ]


def test_places_are_those_of_the_values() -> None:
    (found,) = items('[\n {"id": "a",\n  "title": "T",\n  "URL": "x"}]', "references.json", Problems())
    assert [(one.place.line, one.place.column) for one in found.faults] == [(4, 10)]


def test_what_is_no_json_is_told_where_it_ends() -> None:
    problems = Problems()
    assert items('[{"id": "a",}]', "references.json", problems) == []
    assert [(one.rule, one.place.line) for one in problems.found] == [("file-format", 1)]
