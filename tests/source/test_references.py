"""References in CSL and in BibTeX come out the same."""

from __future__ import annotations

import json
import logging
from collections.abc import Callable, Mapping

import pytest

from reportgen.dates import PartialDate
from reportgen.problems import Place
from reportgen.source import references as references_module
from reportgen.source.bibliography import bibtex_file, csl_json
from reportgen.source.bibliography.csl_item import id_of
from reportgen.source.model import Briefing, Reference
from reportgen.source.yaml_nodes import Entries

Read = Callable[[Mapping[str, str | bytes]], Briefing]

CSL = r"""
- id: sand
  type: book
  title: Ferries & islands
  author: [{family: Sand, given: Æsa}, {literal: Harbour Office}]
  publisher: Ny Press
  issued: 2021-03
  URL: https://example.org/a_b%20c
"""
BIBTEX = r"""
@book{sand,
  title = {Ferries \& {islands}},
  author = {Sand, {\AE}sa and {Harbour Office}},
  publisher = "Ny Press",
  year = 2021, month = mar,
  url = {https://example.org/a\_b%20c},
}
"""


def only(briefing: Briefing) -> Reference:
    (reference,) = briefing.references.values()
    return reference


@pytest.mark.parametrize(("name", "text"), [("references.yaml", CSL), ("references.bib", BIBTEX)])
def test_a_book(read: Read, name: str, text: str) -> None:
    reference = only(read({name: text}))
    assert reference.csl == {
        "type": "book",
        "title": "Ferries & islands",
        "author": ({"family": "Sand", "given": "Æsa"}, {"literal": "Harbour Office"}),
        "publisher": "Ny Press",
        "issued": PartialDate(2021, 3),
        "URL": "https://example.org/a_b%20c",
    }
    assert reference.id == "sand" and not reference.background and reference.place.line == 2


@pytest.mark.parametrize(
    ("written", "date"),
    [
        ("2022", PartialDate(2022)),
        ("2022-03-31", PartialDate(2022, 3, 31)),
        ("{date-parts: [[2022, 3, 31]]}", PartialDate(2022, 3, 31)),
        ("{date-parts: [2022, 3]}", PartialDate(2022, 3)),
        ("{date-parts: [[2021], [2022]]}", {"date-parts": ((2021,), (2022,))}),
        ("{raw: 2022-03}", PartialDate(2022, 3)),
    ],
)
def test_dates_in_csl(read: Read, written: str, date: object) -> None:
    text = f"- {{id: a, title: A, issued: {written}}}\n"
    assert only(read({"references.yaml": text})).csl["issued"] == date


def test_a_plain_author_is_an_organisation_and_a_source_may_be_background(read: Read) -> None:
    reference = only(read({"references.yaml": "references:\n- {id: a, title: A, author: Office, background: true}\n"}))
    assert reference.csl["author"] == ({"literal": "Office"},) and reference.background
    assert reference.csl["type"] == "document" and "background" not in reference.csl


def test_references_of_the_workspace_and_of_the_briefing(read: Read) -> None:
    files = {"../references.yaml": "- {id: a, title: A}\n", "references.bib": "@misc{b, title = {B}}\n"}
    briefing = read(files)
    assert list(briefing.references) == ["a", "b"]
    assert briefing.references["a"].place == Place("sources/references.yaml", 1, 3)


@pytest.mark.parametrize(
    ("written", "text"),
    [
        (r"Jovi{\'c}", "Jović"),
        (r"{\v C}a{\v{s}}ov", "Čašov"),
        (r"{\DJ}or{\dj}e", "Đorđe"),
        (r"M{\"u}ller", "Müller"),
        (r"Stra{\ss}e", "Straße"),
        (r"pages 1--2", "pages 1–2"),
        (r"5\% of {EU}", "5% of EU"),
        ("Đorđe", "Đorđe"),
    ],
)
def test_latex_in_bibtex_is_decoded(read: Read, written: str, text: str) -> None:
    assert only(read({"references.bib": f"@misc{{a, title = {{{written}}}}}\n"})).csl["title"] == text


@pytest.mark.parametrize(
    ("written", "name"),
    [
        ("Ann B. Sand", {"family": "Sand", "given": "Ann B."}),
        ("Sand, Ann", {"family": "Sand", "given": "Ann"}),
        ("Jan van der Berg", {"family": "Berg", "given": "Jan", "non-dropping-particle": "van der"}),
        ("Sand, Jr, Ann", {"family": "Sand", "given": "Ann", "suffix": "Jr"}),
        ("{Sand and Sons}", {"literal": "Sand and Sons"}),
    ],
)
def test_names_in_bibtex(read: Read, written: str, name: Mapping[str, str]) -> None:
    text = f"@misc{{a, title = {{A}}, author = {{{written}}}}}\n"
    assert only(read({"references.bib": text})).csl["author"] == (name,)


def test_strings_and_comments_in_bibtex(read: Read) -> None:
    text = '@comment{x}\n% note\n@string{office = "Harbour Office"}\n@report{a, title={A}, institution=office}\n'
    reference = only(read({"references.bib": text}))
    assert reference.csl["publisher"] == "Harbour Office" and reference.csl["type"] == "report"


def test_a_string_that_stands_twice_is_its_first(read: Read) -> None:
    text = '@string{office = "Harbour Office"}\n@string{office = "Port"}\n@report{a, title={A}, institution=office}\n'
    assert only(read({"references.bib": text})).csl["publisher"] == "Harbour Office"


def test_the_parser_logs_nothing(
    faults: Callable[[Mapping[str, str | bytes]], list[str]], caplog: pytest.LogCaptureFixture
) -> None:
    with caplog.at_level(logging.DEBUG):
        facts = "one: {value: 1, source: a}\n"
        broken = "@misc{a, title = {x\n@misc{b, title = {y}}\n"
        assert len(faults({"references.bib": broken, "data/facts.yaml": facts})) == 1
    assert not [record for record in caplog.records if record.name.startswith("bibtexparser")]


LENT = r"""
@xdata{press, publisher = {Ny Press}, location = {Fjord}}
@book{whole, title = {All {\"u}ber ferries}, editor = {Sand, Ann}, year = 2021, xdata = {press}}
@incollection{part, title = {Boats}, author = {Berg, Jo}, pages = {1--9}, crossref = {whole}, publisher = {Own}}
@misc{round, title = {Round}, crossref = {round}}
"""


def test_entries_lend_each_other_their_fields(read: Read) -> None:
    references = read({"references.bib": LENT}).references
    assert list(references) == ["whole", "part", "round"]
    assert references["whole"].csl["publisher"] == "Ny Press"
    assert references["part"].csl == {
        "type": "chapter",
        "title": "Boats",
        "container-title": "All über ferries",
        "author": ({"family": "Berg", "given": "Jo"},),
        "editor": ({"family": "Sand", "given": "Ann"},),
        "page": "1–9",
        "issued": PartialDate(2021),
        "publisher": "Own",
        "publisher-place": "Fjord",
    }
    assert references["round"].csl == {"type": "document", "title": "Round"}


LIBRARY = """@misc{a, title = {A {\\'e}}}
@misc{b, date = {2001-13}}
@misc{c, title = {Open
@misc{d, title = {E}, title = {F}}
@misc{a, title = {Again}}
@misc{e, title = {Fine}}
"""


def test_what_is_wrong_with_an_entry_is_no_fault_of_others(read: Read) -> None:
    references = read({"references.bib": LIBRARY}).references
    assert [name for name, one in references.items() if one.broken] == ["a", "c", "d"]
    assert [len(one.faults) for one in references.values()] == [1, 2, 1, 1, 0]
    assert references["e"].csl["title"] == "Fine" and references["c"].csl["title"] == "c"


@pytest.mark.parametrize(
    ("name", "line"), [("a", 5), ("b", 2), ("c", 3), ("d", 4)], ids=["twice", "date", "open", "field-twice"]
)
def test_it_is_told_where_data_name_the_entry(
    faults: Callable[[Mapping[str, str | bytes]], list[str]], name: str, line: int
) -> None:
    told = faults({"references.bib": LIBRARY, "data/facts.yaml": f"one: {{value: 1, source: {name}}}\n"})
    assert told and all(f"references.bib:{line}:" in one for one in told)


def test_only_what_is_asked_for_is_decoded(read: Read, monkeypatch: pytest.MonkeyPatch) -> None:
    decoded: list[str] = []

    def item_of(kind: str, fields: Mapping[str, str], name: str, *rest: object) -> dict[str, object]:
        decoded.append(name)
        return {"type": kind, "title": fields["title"]}

    monkeypatch.setattr(bibtex_file, "item_of", item_of)
    many = "".join(f"@misc{{n{number}, title = {{T}}}}\n" for number in range(50))
    facts = "one: {value: 1, source: n7}\ntwo: {value: 1, source: n7}\n"
    references = read({"references.bib": many, "data/facts.yaml": facts}).references
    assert len(references) == 50 and decoded == ["n7"]
    assert references["n3"].csl["title"] == references["n3"].csl["title"] == "T"
    assert decoded == ["n7", "n3"]


def test_of_csl_too_only_what_is_asked_for_is_read(read: Read, monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[str] = []

    def item_of(node: Entries, *_: object, **__: object) -> tuple[dict[str, object], tuple[()]]:
        asked.append(id_of(node))
        return {"type": "book", "title": "T"}, ()

    monkeypatch.setattr(csl_json, "item_of", item_of)
    monkeypatch.setattr(references_module, "item_of", item_of)
    many = "".join(f"- {{id: y{number}, title: T}}\n" for number in range(20))
    exported = json.dumps([{"id": f"j{number}", "title": "T"} for number in range(20)])
    facts = "one: {value: 1, source: y7}\ntwo: {value: 1, source: j7}\n"
    briefing = read({"references.yaml": many, "references.json": exported, "data/facts.yaml": facts})
    assert len(briefing.references) == 40 and sorted(asked) == ["j7", "y7"]


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("references.yaml", "- {id: a, title: A, URL: x y, DOI: none, issued: 2001-13}\n"),
        ("references.bib", "@misc{a, title = {A}, url = {x y}, doi = {none}, date = {2001-13}}\n"),
        ("references.json", '[{"id": "a", "title": "A", "URL": "x y", "DOI": "none", "issued": "2001-13"}]'),
    ],
)
def test_every_way_in_ends_in_the_same_checks(
    faults: Callable[[Mapping[str, str | bytes]], list[str]], name: str, text: str
) -> None:
    told = faults({name: text, "data/facts.yaml": "one: {value: 1, source: a}\n"})
    assert sorted(one.partition("error: ")[2] for one in told) == [
        f"'{'date' if name.endswith('bib') else 'issued'}' must be a date that exists, not '2001-13' [bad-date]",
        "'none' is no DOI [wrong-type]",
        "'x y' is no address [wrong-type]",
    ]


def test_a_source_of_one_file_is_not_taken_from_another(
    read: Read, faults: Callable[[Mapping[str, str | bytes]], list[str]]
) -> None:
    files = {"references.yaml": "- {id: a, title: A}\n", "references.bib": "@misc{a, title = {B}}\n"}
    assert read(files).references["a"].broken
    told = faults({**files, "data/facts.yaml": "one: {value: 1, source: a}\n"})
    before = "the reference 'a' stands already at sources/paper/references.yaml:1"
    assert told == [f"sources/paper/references.bib:1:1: error: {before} [duplicate-id]"]


@pytest.mark.parametrize(
    "text",
    [
        "---\nreferences:\n- id: a\n  title: A\n  issued:\n  - year: 2019\n...\n",
        '[\n\t{"id": "a", "title": "A", "issued": {"date-parts": [["2019"]]}, "indexed": 1}\n]\n',
        '{"items": [{"id": "a", "title": "A", "issued": {"raw": "2019"}}]}',
        "[{id: a, title: A, issued: 2019}]",
    ],
)
def test_yaml_as_other_programs_write_it(read: Read, text: str) -> None:
    reference = only(read({"references.yaml": text}))
    assert reference.csl == {"type": "document", "title": "A", "issued": PartialDate(2019)}


def test_a_source_that_stands_often_is_told_as_often(
    faults: Callable[[Mapping[str, str | bytes]], list[str]],
) -> None:
    again = {"id": "a", "type": "book", "title": "Boats", "issued": {"date-parts": [[2001]]}}
    told = faults({"references.json": json.dumps([again] * 600), "data/facts.yaml": "one: {value: 1, source: a}\n"})
    assert len([one for one in told if "'a' stands already at" in one]) == 599


def test_json_that_is_too_deep_is_told(faults: Callable[[Mapping[str, str | bytes]], list[str]]) -> None:
    (told,) = faults({"references.json": "[" * 100_000})
    assert told.endswith("the lists in this file stand too deep in each other [file-format]")
