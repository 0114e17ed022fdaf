"""What a source says of itself, part by part."""

from __future__ import annotations

from collections.abc import Mapping

import pytest

from reportgen.dates import PartialDate
from reportgen.document.inlines import plain
from reportgen.document.text.citations import entry, note, short
from reportgen.language import words_for
from reportgen.source.model import Reference

EN, FR = words_for("en-GB"), words_for("fr")
LEE, MOSS = {"family": "Lee", "given": "Ann"}, {"family": "Moss", "given": "Ida"}


def said(fields: Mapping[str, object], language: str = "en-GB") -> str:
    csl = {key if key == "archive_location" else key.replace("_", "-"): value for key, value in fields.items()}
    return plain(entry(Reference("r", {"title": "T", **csl}), words_for(language))).replace("\u00a0", " ")


@pytest.mark.parametrize(
    ("fields", "english", "french"),
    [
        ({"editor": (LEE,)}, "Lee, Ann (ed), T", "Lee, Ann (dir.), T"),
        ({"editor": (LEE, MOSS)}, "Lee, Ann and Ida Moss (eds), T", "Lee, Ann et Ida Moss (dir.), T"),
        ({"author": (LEE,), "editor": (MOSS,)}, "Lee, Ann, T, Ida Moss (ed)", "Lee, Ann, T, Ida Moss (dir.)"),
        (
            {"type": "chapter", "author": (LEE,), "editor": (MOSS,), "container_title": "Handbook", "page": "1-9"},
            "Lee, Ann, T, in Ida Moss (ed), Handbook, pp 1–9",
            "Lee, Ann, «\u202fT\u202f», dans Ida Moss (dir.), Handbook, p. 1–9",
        ),
        (
            {"type": "chapter", "author": (LEE,), "editor": (MOSS,), "container_title": "Handbook", "edition": "2"},
            "Lee, Ann, T, in Ida Moss (ed), Handbook, 2nd edition",
            None,
        ),
        ({"type": "chapter", "edition": "2"}, "T, 2nd edition", None),
        (
            {"container_title": "Sea", "volume": "38", "issue": "2", "page": "4-6"},
            "T, Sea 38(2), pp 4–6",
            "«\u202fT\u202f», Sea, vol. 38, n° 2, p. 4–6",
        ),
        ({"container_title": "Sea", "issue": "2"}, "T, Sea 2", "«\u202fT\u202f», Sea, n° 2"),
        ({"title": "Homes in 2024", "issued": PartialDate(2024)}, "Homes in 2024, 2024", None),
        ({"title": "Homes 2024", "issued": PartialDate(2024)}, "Homes 2024", "Homes 2024"),
        ({"title": "Les ports en 2024", "issued": PartialDate(2024)}, None, "Les ports en 2024, 2024"),
        (
            {"type": "legislation", "title": "Loi n° 3 du 4 mai 2022 sur les ports", "issued": PartialDate(2022, 5, 4)},
            None,
            "Loi n° 3 du 4 mai 2022 sur les ports",
        ),
        ({"type": "legislation", "title": "Act of 2011", "issued": PartialDate(2011)}, "Act of 2011", None),
        ({"translator": (MOSS,)}, "T, translated by Ida Moss", "T, traduit par Ida Moss"),
        ({"author": (LEE, {"family": "others"})}, "Lee, Ann and others, T", "Lee, Ann et al., T"),
        ({"genre": "Working Paper", "number": "23"}, "T, Working Paper 23", "T, Working Paper n° 23"),
        ({"genre": "phdthesis", "publisher": "Aldern", "author": (LEE,)}, "Lee, Ann, T, PhD thesis, Aldern", None),
        ({"genre": "patentuk", "number": "12"}, "T, patent (UK) 12", "T, brevet (UK) n° 12"),
        ({"number": "23"}, "T, no 23", "T, n° 23"),
        ({"type": "book", "issue": "4", "collection_number": "7"}, "T, no 4, no 7", None),
        ({"number": "c. 14"}, "T, c. 14", "T, c. 14"),
        ({"type": "book", "container_title": "The sea", "volume": "3"}, "T, The sea, vol 3", "T, The sea, vol. 3"),
        ({"type": "book", "number_of_volumes": "3"}, "T, 3 vols", "T, 3 vol."),
        ({"collection_title": "Harbour library", "collection_number": "7"}, "T, Harbour library 7", None),
        ({"version": "2", "original_date": PartialDate(1888)}, "T, version 2, first published 1888", None),
        ({"edition": "Revised"}, "T, Revised edition", None),
        ({"status": "in press"}, "T, in press", "T, sous presse"),
        ({"issued": {"literal": "in press"}, "status": "in press"}, "T, in press", None),
        ({"event_title": "Ice Days", "event_place": "Ny"}, "T, Ice Days, Ny", None),
        ({"event_title": "Ice Days", "container_title": "Proceedings of Ice Days"}, "T, Proceedings of Ice Days", None),
        ({"archive": "Port archive", "archive_location": "B 12"}, "T, Port archive, B 12", None),
        ({"type": "legal_case", "authority": "Moor Court"}, "T, Moor Court", None),
        ({"author": ({"family": "Mao", "given": "Li", "static-ordering": "true"},)}, "Mao Li, T", None),
    ],
)
def test_parts(fields: dict[str, object], english: str | None, french: str | None) -> None:
    assert english is None or said(fields) == english
    assert french is None or said(fields, "fr") == french


@pytest.mark.parametrize(
    ("fields", "text"),
    [
        ({"title": "Gas Act 1986", "type": "legislation", "issued": PartialDate(1986)}, "Gas Act 1986"),
        (
            {"title": "Gas Act 1986", "type": "legislation", "issued": PartialDate(1986), "number": "c. 44"},
            "Gas Act 1986, c. 44",
        ),
        ({"title": "Gas Act 1986", "type": "legislation", "issued": PartialDate(1987)}, "Gas Act 1986, 1987"),
        ({"title": "Gas Act 1986", "type": "legislation", "issued": PartialDate(1986, 7)}, "Gas Act 1986, July 1986"),
        ({"title": "Outlook 2012", "issued": PartialDate(2012)}, "Outlook 2012"),
        (
            {"title": "Outlook 2012", "author": (LEE,), "publisher": "Board", "issued": PartialDate(2012)},
            "Lee, Ann, Outlook 2012, Board, 2012",
        ),
    ],
)
def test_a_year_stands_once(fields: dict[str, object], text: str) -> None:
    assert said(fields) == text


def test_marks_are_printed_in_a_note_and_left_out_under_a_chart() -> None:
    reference = Reference("r", {"title": "Of <i>Salmo salar</i>", "author": (LEE,), "publisher": "A <b>x</b>"})
    assert plain(note(reference, "p. 4", EN)) == "Ann Lee, Of Salmo salar, A x, p\u00a04"
    assert short(reference, FR) == "Ann Lee, Of Salmo salar"


def test_a_doi_with_odd_characters_is_an_address() -> None:
    assert said({"DOI": "10.1002/(SICI)1<1::A>3.0.CO;2-P"}) == "T, doi.org/10.1002/(SICI)1%3C1::A%3E3.0.CO;2-P"
