from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportgen.dates import PartialDate
from reportgen.document.inlines import Link, plain
from reportgen.document.text.citations import again, calls, entry, note, short, sort_key
from reportgen.language import Words, words_for
from reportgen.source.model import Reference

EN, FR = words_for("en-GB"), words_for("fr")
REPORT = {
    "type": "report",
    "title": "Report on rivers.",
    "author": ({"family": "Roe", "given": "Jan", "non-dropping-particle": "van"}, {"family": "Lee", "given": "Ann"}),
    "publisher": "River Board",
    "issued": PartialDate(2021, 11),
    "URL": "https://example.org/a/very/long/address?with=query",
    "accessed": PartialDate(2022, 4, 3),
}


def reference(**fields: object) -> Reference:
    return Reference("ref", fields)


def test_a_note_has_author_linked_title_publisher_date_and_locator() -> None:
    made = note(reference(**REPORT), "para 12", EN)
    said = "Jan van Roe and Ann Lee, Report on rivers, River Board, November 2021, para\u00a012, example.org"
    assert plain(made) == f"{said}, accessed 3\u00a0April 2022"
    assert plain(note(reference(**REPORT), "para 12", EN, read_on=PartialDate(2022, 4, 3))) == said
    assert [(plain(part.children), part.url, part.said) for part in made if isinstance(part, Link)] == [
        ("Report on rivers", REPORT["URL"], ""),
        ("example.org", REPORT["URL"], "Report on rivers, web page"),
    ]


@pytest.mark.parametrize(
    ("fields", "printed"),
    [
        ({"URL": "https://www.parliament.uk/business/committees/?a=1&b=2"}, "parliament.uk"),
        ({"URL": "https://gov.example/a-report"}, "gov.example/a-report"),
        ({"URL": "http://gov.example/"}, "gov.example"),
        ({"URL": "https://me:x@gov.example:8080/a/very/long/path"}, "gov.example:8080"),
        ({"DOI": "10.1093/oxrep/abc.def-ghi_jklmnopq123"}, "doi.org/10.1093/oxrep/abc.def-ghi_jklmnopq123"),
        ({"DOI": "10.1093/x", "URL": "https://gov.example/a-report"}, "doi.org/10.1093/x"),
    ],
)
def test_an_address_is_printed_as_far_as_paper_has_use_for_it(fields: dict[str, str], printed: str) -> None:
    address = entry(reference(title="T", **fields), EN)[-1]
    assert isinstance(address, Link) and plain(address.children) == printed
    assert address.url.startswith("http") and address.said == "T, web page"


@pytest.mark.parametrize(
    ("fields", "locator", "expected"),
    [
        (REPORT, "", "van Roe and Lee, note\u00a012"),
        ({"title": "Flow", "publisher": "River Board"}, "p. 3", "River Board, note\u00a012, p\u00a03"),
        ({"title": "Flow", "title-short": "Survey", "publisher": "River Board"}, "", "Survey, note\u00a012"),
        ({"title": "Flow"}, "", "Flow, note\u00a012"),
    ],
)
def test_the_short_form_names_the_note_that_has_it_in_full(
    fields: dict[str, object], locator: str, expected: str
) -> None:
    made = again(reference(**fields), 12, locator, EN)
    assert plain(made) == expected
    assert [part.url for part in made if isinstance(part, Link)] == ["#note-12"]


def test_the_notes_that_cite_a_source_are_links() -> None:
    made = calls((3, 12), EN)
    assert plain(made) == "notes 3, 12" and plain(calls((3,), FR)) == "note 3" and calls((), EN) == ()
    assert [(part.url, part.said) for part in made if isinstance(part, Link)] == [
        ("#note-3", "note\u00a03"),
        ("#note-12", "note\u00a012"),
    ]


def test_an_entry_begins_with_the_family_and_links_its_title() -> None:
    address = "example.org"
    begin = "van Roe, Jan and Ann Lee, Report on rivers, River Board, November 2021"
    assert plain(entry(reference(**REPORT), EN)) == f"{begin}, {address}, accessed 3\u00a0April 2022"


def test_a_publisher_that_is_the_author_stands_once() -> None:
    board = {**REPORT, "author": ({"literal": "river board"},)}
    assert plain(note(reference(**board), "", EN)) == (
        "river board, Report on rivers, November 2021, example.org, accessed 3\u00a0April 2022"
    )
    assert plain(note(reference(title="Flow", publisher="River Board"), "", EN)) == "River Board, Flow"


def test_many_authors_are_and_others() -> None:
    many = tuple({"family": name} for name in "ABCD")
    assert plain(note(reference(title="T", author=many), "", FR)) == "A et al., T"


def test_what_stands_in_a_journal_names_it() -> None:
    made = note(reference(title="T", **{"container-title": "Water", "volume": "12", "issue": "3"}), "p 4", EN)
    assert plain(made) == "T, Water 12(3), p\u00a04"


@pytest.mark.parametrize(
    ("issued", "text"),
    [
        ("2022-03-31", "31\u00a0March 2022"),
        ("2022-03", "March 2022"),
        (2022, "2022"),
        ({"date-parts": [[2022, 3]]}, "March 2022"),
        ({"date-parts": [[2019], ["2021", "4"]]}, "2019–April 2021"),
        ({"literal": "spring 2022"}, "spring 2022"),
        ("forthcoming", "forthcoming"),
    ],
)
def test_dates_of_every_csl_form(issued: object, text: str) -> None:
    assert plain(note(reference(title="T", issued=issued), "", EN)) == f"T, {text}"


def test_a_doi_is_an_address() -> None:
    assert plain(entry(reference(title="T", DOI="10.1/x"), EN)) == "T, doi.org/10.1/x"


@pytest.mark.parametrize(
    ("fields", "text"),
    [
        ({"edition": "2"}, "Roe, T, 2nd edition, Fell Press, Ny, 1999"),
        ({"edition": "1"}, "Roe, T, Fell Press, Ny, 1999"),
        ({"edition": "revised edition"}, "Roe, T, revised edition, Fell Press, Ny, 1999"),
        ({"page": "4--9"}, "Roe, T, Fell Press, Ny, 1999, pp\u00a04–9"),
        ({"page": "iv - ix"}, "Roe, T, Fell Press, Ny, 1999, pp iv–ix"),
        ({"page": "e12"}, "Roe, T, Fell Press, Ny, 1999, p e12"),
    ],
)
def test_edition_place_and_pages_of_a_book(fields: dict[str, str], text: str) -> None:
    book = {"title": "T", "publisher": "Fell Press", "publisher-place": "Ny", "issued": 1999}
    made = reference(author=({"family": "Roe"},), **book, **fields)
    assert plain(note(made, "", EN)) == text == plain(entry(made, EN))


def test_a_note_with_a_locator_leaves_the_pages_to_the_list() -> None:
    made = reference(title="T", page="4-9", edition="3", **{"container-title": "Water"})
    assert plain(note(made, "p. 5", FR)) == "«\u202fT\u202f», 3e édition, Water, p.\u00a05"
    assert plain(entry(made, FR)) == "«\u202fT\u202f», 3e édition, Water, p.\u00a04–9"


def test_a_chart_names_the_organisation_or_the_authors_and_the_title() -> None:
    assert short(reference(**REPORT), EN) == "Jan van Roe and Ann Lee, Report on rivers"
    assert short(reference(**{**REPORT, "author": ({"literal": "Flow Unit"},)}), EN) == "River Board"
    assert short(reference(title="Flow.", author=({"family": "Lee", "given": "Ann"},)), EN) == "Ann Lee, Flow"
    assert short(reference(title="Flow."), EN) == "Flow"


def test_sources_are_sorted_by_family_and_without_accents() -> None:
    names = ["Zimmer", "Élie", "Adam", "éclair"]
    made = [reference(title="T", author=({"family": name, "given": "Z"},)) for name in names]
    ordered = sorted(made, key=lambda one: sort_key(one, FR))
    assert [short(one, FR) for one in ordered] == ["Z Adam, T", "Z éclair, T", "Z Élie, T", "Z Zimmer, T"]


def test_letters_that_are_whole_are_sorted_as_they_look() -> None:
    made = [reference(title=title) for title in ("Pont", "Ødegård", "Ostend", "Łódź", "Luz", "Ærø", "Avon", "Zoo")]
    ordered = [one.csl["title"] for one in sorted(made, key=lambda one: sort_key(one, EN))]
    assert ordered == ["Ærø", "Avon", "Łódź", "Luz", "Ødegård", "Ostend", "Pont", "Zoo"]


def test_a_source_without_an_author_is_sorted_by_its_title() -> None:
    made = [
        reference(title="Peat Act"),
        reference(title="A", author=({"literal": "Quay Board"},)),
        reference(title="Moor"),
    ]
    assert [one.csl["title"] for one in sorted(made, key=lambda one: sort_key(one, EN))] == ["Moor", "Peat Act", "A"]


@given(st.sets(st.sampled_from(sorted(REPORT))), st.sampled_from(["", "para 12"]), st.sampled_from([EN, FR]))
def test_missing_parts_leave_no_stray_comma(left_out: set[str], locator: str, words: object) -> None:
    kept = reference(**{key: value for key, value in REPORT.items() if key not in left_out})
    for text in (plain(note(kept, locator, EN)), plain(entry(kept, FR)), short(kept, EN)):
        assert text
        assert ", ," not in text
        assert text == text.strip(" ,")


@pytest.mark.parametrize(
    ("particle", "language", "first"),
    [("de", FR, "Gaulle, Charles de"), ("d’", FR, "Gaulle, Charles d’"), ("de", EN, "de Gaulle, Charles"),
     ("Le", FR, "Le Gaulle, Charles"), ("du", FR, "du Gaulle, Charles")],
)  # fmt: skip
def test_a_particle_stands_where_the_language_has_it(particle: str, language: Words, first: str) -> None:
    name = {"family": "Gaulle", "given": "Charles", "non-dropping-particle": particle}
    made = reference(type="book", title="Mémoires", author=(name,), issued=PartialDate(1954))
    assert plain(entry(made, language)).startswith(f"{first}, ")
    assert sort_key(made, language)[0].startswith(first[:2].casefold())
    assert plain(note(made, "", language)).startswith(f"Charles {particle}")
