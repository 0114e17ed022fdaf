"""Entries of BibTeX and BibLaTeX in CSL's words."""

from __future__ import annotations

from collections.abc import Mapping

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportgen.dates import PartialDate
from reportgen.problems import Problems
from reportgen.source.bibliography.bibtex_file import entries


def first(text: str) -> tuple[Mapping[str, object], list[str]]:
    """The last source of a file, and what is wrong with it."""
    *_, reference = entries(text, "references.bib", Problems())
    return reference.csl, [f"{one.place.line}:{one.place.column} {one.rule}" for one in reference.faults]


def item(text: str) -> dict[str, object]:
    """The last source of a file without its type."""
    found, faults = first(text)
    assert faults == []
    return {key: value for key, value in found.items() if key != "type"}


@pytest.mark.parametrize(
    ("entry", "found"),
    [
        ("@book{a, title={Deep water}, subtitle={Four ports}}", {"title": "Deep water: Four ports"}),
        ("@book{a, title={Why?}, subtitle={A survey}, titleaddon={Reprint}}", {"title": "Why? A survey, Reprint"}),
        (
            "@book{a, title={Tides}, maintitle={The sea}, mainsubtitle={A history}, volume={3}, origdate={1888}}",
            {
                "title": "Tides",
                "container-title": "The sea: A history",
                "volume": "3",
                "original-date": PartialDate(1888),
            },
        ),
        (
            "@phdthesis{a, title={Silt}, school={Aldern}, type={Licentiate thesis}}",
            {"title": "Silt", "publisher": "Aldern", "genre": "Licentiate thesis"},
        ),
        ("@mastersthesis{a, title={Silt}}", {"title": "Silt", "genre": "mastersthesis"}),
        (
            "@techreport{a, title={Locks}, type={Working Paper}, number={23}, institution={Port Institute}}",
            {"title": "Locks", "genre": "Working Paper", "number": "23", "publisher": "Port Institute"},
        ),
        (
            "@book{a, title={Sand}, series={Harbour library}, number={7}, edition={Second}}",
            {"title": "Sand", "collection-title": "Harbour library", "collection-number": "7", "edition": "2"},
        ),
        (
            "@article{a, title={Gravel}, journal={Ports}, issue={4}}",
            {"title": "Gravel", "container-title": "Ports", "issue": "4"},
        ),
        (
            "@article{a, title={Mud}, journaltitle={Ports}, issuetitle={Rivers}, eid={e1}, number={4}, issue={Spring}}",
            {"title": "Mud", "container-title": "Ports", "volume-title": "Rivers", "page": "e1", "issue": "4, Spring"},
        ),
        (
            "@inproceedings{a, title={Ice}, booktitle={Proceedings}, eventtitle={Ice Days}, venue={Ny}, school={P}}",
            {
                "title": "Ice",
                "container-title": "Proceedings",
                "event-title": "Ice Days",
                "event-place": "Ny",
                "publisher": "P",
            },
        ),
        (
            "@online{a, title={Fog}, version={2}, pubstate={inpress}}",
            {"title": "Fog", "version": "2", "status": "inpress"},
        ),
        (
            "@patent{a, title={Buoy}, type={patentuk}, number={12}}",
            {"title": "Buoy", "genre": "patentuk", "number": "12"},
        ),
        ("@inbook{a, booktitle={The quay}, chapter={3}}", {"title": "The quay", "chapter-number": "3"}),
        (
            "@misc{a, title={Mud}, editor={Moss, Ida and others}}",
            {"title": "Mud", "editor": ({"family": "Moss", "given": "Ida"}, {"family": "others"})},
        ),
    ],
)
def test_fields(entry: str, found: Mapping[str, object]) -> None:
    assert item(entry) == found


@pytest.mark.parametrize(
    ("fields", "found"),
    [
        (
            r"howpublished = {\url{https://a.example/b}}, urldate = {2025-03-04}",
            {"URL": "https://a.example/b", "accessed": PartialDate(2025, 3, 4)},
        ),
        (
            "note = {Available at https://a.example/b, accessed 4 March 2025}",
            {"URL": "https://a.example/b", "accessed": PartialDate(2025, 3, 4)},
        ),
        ("annote = {Ask Jo. https://a.example/b}", {"URL": "https://a.example/b"}),
        (
            "note = {Original Date: 1888\nPublisher: Fell {\\&} Sons\nHer copy}",
            {"original-date": PartialDate(1888), "publisher": "Fell & Sons", "note": "Her copy"},
        ),
        ("note = {Accessed: 2020-03-04}", {"accessed": PartialDate(2020, 3, 4)}),
        ("note = {[Online; accessed 22-July-2004]}", {"accessed": PartialDate(2004, 7, 22)}),
        ("ee = {https://a.example/b}, uri = {papers://x}, _jabref = {x}", {"URL": "https://a.example/b"}),
        ("howpublished = {Letter to the author}", {"note": "Letter to the author"}),
        (
            "url = {https://a.example/b}, note = {Draft, see https://c.example}",
            {"URL": "https://a.example/b", "note": "Draft, see https://c.example"},
        ),
        ("url = {https://a.example/b https://c.example}", {"URL": "https://a.example/b"}),
        ("doi = {doi:10.1234/x\\_y}", {"DOI": "10.1234/x_y"}),
        ("doi = {https://a.example/b}", {"URL": "https://a.example/b"}),
        (
            "eprint = {2101.01234}, eprinttype = {arXiv}",
            {"archive_location": "arXiv:2101.01234", "URL": "https://arxiv.org/abs/2101.01234"},
        ),
        ("eprint = {123}, eprinttype = {jstor}, doi = {10.1/x}", {"DOI": "10.1/x"}),
    ],
)
def test_addresses(fields: str, found: Mapping[str, object]) -> None:
    assert item(f"@misc{{a, title = {{A}}, {fields}}}") == {"title": "A", **found}


@pytest.mark.parametrize(
    ("fields", "issued"),
    [
        ("date = {1990~}", {"date-parts": ((1990,),), "circa": True}),
        ("year = {c.~1850}", {"date-parts": ((1850,),), "circa": True}),
        ("date = {2014-03/2014-05}", {"date-parts": ((2014, 3), (2014, 5))}),
        ("year = 2014, month = {10~} # mar", PartialDate(2014, 3, 10)),
        ("year = 2014, month = mar # {--} # apr", {"date-parts": ((2014, 3), (2014, 4))}),
        ("year = 2014, month = {Spring}", {"date-parts": ((2014,),), "season": 1}),
        ("year = 2014, month = {März}", {"literal": "März 2014"}),
        ("year = {in press}", {"literal": "in press"}),
        ("year = {2010--11}", {"literal": "2010–11"}),
        ("year = {2014a}", {"literal": "2014a"}),
        ("year = {n.d.}", {"undated": True}),
        ("date = {n.d.}, year = {submitted}", {"literal": "submitted"}),
        ("year = {2019/20}", {"literal": "2019–20"}),
        ("date = {13/09/2025}", PartialDate(2025, 9, 13)),
        ("", None),
    ],
)
def test_dates(fields: str, issued: object) -> None:
    assert item(f"@misc{{a, title = {{A}}, {fields}}}").get("issued") == issued


@pytest.mark.parametrize(
    ("entry", "told"),
    [
        ("@misc{a,\n  title = {A},\n  url = {see the office}}", ["3:3 wrong-type"]),
        ("@misc{a,\n  title = {A \\shiny{b}}}", ["2:3 source-latex"]),
        ("@misc{a, title = nowhere}", ["1:10 bibtex-syntax"]),
        ("@misc{a, title = {A}, crossref = {b}}", ["1:23 bibtex-syntax"]),
        ("@misc{a, title = {A}, year = {20O1}}", ["1:23 bad-date"]),
        ("@misc{a, title = {A}, doi = {none}}", ["1:23 wrong-type"]),
        ("@misc{a, title = {A}, origtitle = {B}, weather = {C}, keywords = {D}}", ["1:23 source-unprinted"]),
        ("@misc{a, abstract = {\\shiny}, title = {A}}", []),
    ],
)
def test_faults_are_told_at_their_fields(entry: str, told: list[str]) -> None:
    assert first(entry)[1] == told


WHOLE = """@mvbook{all, title = {The sea}, author = {Moss, Ida}, date = {1990/1995}, publisher = {P}}
@book{one, title = {Tides}, volume = {1}, crossref = {ALL}, year = 1990}
@periodical{ports, title = {Ports}, subtitle = {A quarterly}, date = {2001}}
"""


@pytest.mark.parametrize(
    ("entry", "found"),
    [
        ("", {"title": "Ports: A quarterly", "issued": PartialDate(2001)}),
        (
            "@inbook{a, title = {Neap}, author = {Lee, Jo}, crossref = {one}}",
            {
                "title": "Neap",
                "author": ({"family": "Lee", "given": "Jo"},),
                "container-author": ({"family": "Moss", "given": "Ida"},),
                "container-title": "The sea",
                "volume-title": "Tides",
                "volume": "1",
                "publisher": "P",
                "issued": PartialDate(1990),
            },
        ),
        (
            "@article{a, title = {Mud}, crossref = {ports}}",
            {"title": "Mud", "container-title": "Ports: A quarterly", "issued": PartialDate(2001)},
        ),
    ],
)
def test_what_wholes_lend_to_their_parts(entry: str, found: Mapping[str, object]) -> None:
    assert item(WHOLE + entry) == found


def test_a_name_that_stands_twice_with_the_same_entry_is_no_fault() -> None:
    assert item("@misc{a, title = {A}}\n@misc{a, title = {A}}\n") == {"title": "A"}


def test_it_is_told_once_of_a_file_what_no_paper_prints() -> None:
    text = "@misc{a, title = {A}, origtitle = {X}}\n@misc{b, title = {B}, origtitle = {X}, weather = {Y}}\n"
    told = [problem.message for one in entries(text, "references.bib", Problems()) for problem in one.faults]
    assert [message.split(" of a source")[0] for message in told] == [
        "no paper prints the field origtitle",
        "no paper prints the field weather",
    ]


def test_settings_and_comments_are_no_sources() -> None:
    text = '@Comment{jabref-meta: databaseType:biblatex;}\n@preamble{"x"}\n@set{s, x = {a}}\n@misc{a, title = {A}}'
    assert [one.id for one in entries(text, "references.bib", Problems())] == ["a"]


def test_an_entry_names_its_whole() -> None:
    part = "@inbook{a, title = {Neap}, crossref = {one}, xref = {Ports, none}}"
    found = {one.id: one.lenders for one in entries(WHOLE + part, "r.bib", Problems())}
    assert found == {"all": (), "one": ("all",), "ports": (), "a": ("one", "ports", "none")}


@pytest.mark.parametrize(("pages", "printed"), [("xi+99", {}), ("x + 225 pp.", {}), ("xi--99", {"page": "xi–99"})])
def test_how_many_pages_a_book_has_is_no_place_in_it(pages: str, printed: dict[str, object]) -> None:
    assert item(f"@book{{a, title = {{Tides}}, pages = {{{pages}}}}}") == {"title": "Tides", **printed}


@pytest.mark.parametrize(
    ("note", "read", "left"),
    [
        ("[Accessed 13/09/2025]", PartialDate(2025, 9, 13), None),
        ("Accessed: 12 Sept 2025", PartialDate(2025, 9, 12), None),
        ("(accessed on 14 September 2025)", PartialDate(2025, 9, 14), None),
        ("Last accessed: September 15, 2025", PartialDate(2025, 9, 15), None),
        ("Date accessed: 2025-09-16", PartialDate(2025, 9, 16), None),
        ("Retrieved 16 Sep. 2025. Also in print", PartialDate(2025, 9, 16), "Also in print"),
        ("With a foreword. Accessed 16/9/2025.", PartialDate(2025, 9, 16), "With a foreword"),
        ("Not to be read before 2026", None, "Not to be read before 2026"),
    ],
)
def test_a_note_says_when_an_address_was_read(note: str, read: object, left: str | None) -> None:
    made = item(f"@online{{a, title = {{A}}, url = {{https://a.org}}, note = {{{note}}}}}")
    assert (made.get("accessed"), made.get("note")) == (read, left)


def test_a_day_that_may_be_another_is_printed_and_asked() -> None:
    found, faults = first("@online{a,\n title = {A},\n url = {https://a.org},\n note = {Accessed 3/4/2025}}")
    assert (found["accessed"], faults) == ({"literal": "3/4/2025"}, ["4:2 date-odd"])


def test_an_organisation_without_braces_is_one_and_is_noted() -> None:
    made = "@report{a, title = {A}, author = {Council of Europe and Sand, Ann},\n editor = {Mary Court}}"
    found, faults = first(made)
    assert found["author"] == ({"literal": "Council of Europe"}, {"family": "Sand", "given": "Ann"})
    assert faults == ["1:25 source-body", "2:2 source-name"]


SIGNS = '@{}k,="#()%\\\x00\u2028\n1'
PIECES = [*SIGNS, "@string", "@comment", "@preamble", "title", "@book{k,", "@string{a=", ",,", "@@"]


@given(st.lists(st.sampled_from(PIECES), max_size=40))
def test_no_text_is_beyond_the_reader(pieces: list[str]) -> None:
    for between in ("", " "):
        problems = Problems()
        assert all(one.id for one in entries(between.join(pieces), "r.bib", problems) if not one.broken)
        assert {problem.rule for problem in problems.found} <= {"bibtex-syntax"}
