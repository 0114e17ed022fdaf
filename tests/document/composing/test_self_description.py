"""What a kind of the workspace's own says amiss is told, and nothing of what is right in the paper's language."""

from __future__ import annotations

from typing import Any

import pytest

from reportgen.document.composing.self_description import amiss
from reportgen.document.inlines import Text
from reportgen.document.text.desk import ChartDraft
from reportgen.figures.contract import ChartData, ChartSpec, ColumnInfo, Value
from reportgen.language import words_for

COLUMNS = ColumnInfo("quay", "The quay"), ColumnInfo("landed", "Landed", "number", unit="t")
CARGO = ChartData(COLUMNS, tuple({"quay": quay, "landed": t} for quay, t in (("Ost", 1240.5), ("Süd", 66.4))))
NAMES = ChartData(COLUMNS[:1], ({"quay": "Ost"},))


def told(said: str, language: str, data: ChartData = CARGO, alt: str = "") -> list[str]:
    spec = ChartSpec("one", "own", data, {"name": "quay", "limit": "3.75"}, {}, alt=alt)
    nothing: Any = None
    title = (Text("Ost and the other quays"),)
    chart = ChartDraft(spec, "chart-one", "1", "Chart 1", title, (), (), nothing, (), {})
    return list(amiss(said, chart, words_for(language)))


@pytest.mark.parametrize(
    ("said", "language", "what"),
    [
        ("The highest is Ost: 1\u202f240,5.", "fr", "says 'highest', 'is' in English, and the paper is in French"),
        ("Le plus haut, avec un écart: Ost, 1,240.5.", "en-GB", "in French, and the paper is in English"),
        ("1240,5 in December, up from 66,4 in March", "fr", "says 'in', 'December', 'up', 'from' in English"),
        ("Ost : 66.4", "fr", "writes '66.4', and the paper's language has ',' before decimals"),
        ("Ost : 1,240", "fr", "writes '1,240', and"),
        ("Ost: 66,4", "en-GB", "writes '66,4', and the paper's language has '.' before decimals"),
        ("Ost: 1\u202f240.5", "en-GB", "writes '1\u202f240.5', and"),
        ("Ost has 1,740.5.", "en-GB", "says '1,740.5', which is in no cell of its data"),
        ("Ost lands most.", "en-GB", "has no figure in it"),
    ],
)
def test_what_is_amiss_is_told(said: str, language: str, what: str) -> None:
    found = told(said, language)
    assert len(found) == 1 and what in found[0]


@pytest.mark.parametrize(
    ("said", "language"),
    [
        ("The highest is Ost: 1,240.5 of 1,306.9 t, 95% of all; 1,174.1 t more than Süd, 18.7 times as much.", "en-GB"),
        ("Le plus haut est Ost, avec 1\u202f240,5 t, 95\u202f% du total.", "fr"),
        ("« The quay » : Ost, 1,24 mille t, limite 3.75", "fr"),
        ("2 quays, 1.2 thousand t at most, 653 on average; limit 3.75", "en-GB"),
    ],
)
def test_what_is_right_or_the_authors_is_left_in_peace(said: str, language: str) -> None:
    assert told(said, language) == []


def test_a_chart_of_names_needs_no_figure() -> None:
    assert told("Ost alone.", "en-GB", NAMES) == []


def test_the_authors_own_words_are_not_the_kinds() -> None:
    alt = "The highest is 4,711."
    assert told(f"{alt} Ost : 66,4.", "fr", alt=alt) == []


def test_of_many_values_any_number_may_be_worked_out() -> None:
    rows: tuple[dict[str, Value], ...] = tuple({"quay": f"Quay {at}", "landed": at * 7.0} for at in range(61))
    assert told("4,711 t.", "en-GB", ChartData(COLUMNS, rows)) == []
