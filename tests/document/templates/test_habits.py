from __future__ import annotations

import pytest

from reportgen.document.templates.filters import FILTERS
from reportgen.document.templates.habits import hint_for
from tests.document.rendering import render


@pytest.mark.parametrize(
    ("printed", "hint"),
    [
        ("rivers.Elbe.length | mean", 'write (t | sum("column")) / (t | length)'),
        ("rivers | mean('length')", 'write (t | sum("column")) / (t | length)'),
        ("SUM(rivers.length)", 'write t | sum("column")'),
        ("round(rivers.Elbe.length, 1)", "write (what is rounded) | round(1)"),
        ("avg(rivers.length)", "/ (t | length)"),
        ("rivers.Elbe.length | comma", "numbers are grouped by themselves"),
        ("'{:,}'.format(rivers.Elbe.length)", "numbers are grouped by themselves"),
        ("rivers.Elbe.length ^ 2", "for a power write **"),
        ("rivers$Elbe$length", "write a dot"),
        ("rivers.Elbe.length & ' km'", "write ~"),
        ("rivers.length", 'write rivers | sum("length") for all of its rows, or a row first: rivers["Elbe"].length'),
        ("rivers | max('length')", 'name the column, behind brackets: (rivers | max("length")).length'),
        ("rivers | sum", 'name the column: rivers | sum("length")'),
        ("rivers | min", 'name the column: (rivers | min("length")).length'),
        ("VLOOKUP('Elbe', rivers, 2)", 'write t["key"].column'),
    ],
)
def test_habits_of_spreadsheets_and_r_get_our_way(printed: str, hint: str) -> None:
    hints = [problem.hint for problem in render(f"{{{{ {printed} }}}}").problems]
    assert any(hint in one for one in hints), hints


def test_what_is_said_for_them_is_right() -> None:
    assert render("{{ (rivers | sum('length')) / (rivers | length) }}").text == "⟨797 km⟩".replace(" ", "\u00a0")
    assert render("{{ (rivers | max('length')).length }}").text == "⟨1,233\u00a0km⟩"
    assert render("{{ 2 ** 3 }}").text == "⟨8⟩"


def test_a_name_that_is_no_function_is_only_misspelt() -> None:
    (problem,) = render("{{ rivres }} {{ value }}").problems[:1]
    assert problem.hint == "did you mean 'rivers'?"
    assert "leave it out" not in render("{{ value }}").problems[0].hint


def test_no_filter_of_ours_is_taken_for_a_habit() -> None:
    unknown = {name for name in FILTERS if not hint_for(name)}
    assert {"number", "percent", "words", "cite", "latest"} <= unknown
