"""Numbers that an author types before a title."""

from __future__ import annotations

import pytest

from reportgen.document.blocks import TextBox
from tests.document.making import draft, inline


def titled(title: str, **meta: str) -> tuple[str, list[str], list[tuple[int, int]]]:
    """A box's title, what is told of it, and where."""
    made = draft(f"# A\n\n::: box law\ntitle: {title}\n\nSo it is.\n:::\n", **meta)
    (box,) = made.sections[0].blocks
    assert isinstance(box, TextBox)
    told = [one for one in made.problems if one.rule == "crossref-typed"]
    places = [(one.place.line, one.place.column) for one in told if one.place.column]
    return inline(box.title), [one.message.split("'")[1] for one in told], places


@pytest.mark.parametrize(
    ("written", "title", "typed"),
    [
        ("Box 1: The law", "The law", ["Box 1"]),
        ('"Table 2 - Schemes"', "Schemes", ["Table 2"]),
        ("Figure 2.1. The law", "The law", ["Figure 2.1"]),
        ("Fig. 3 – the law", "the law", ["Fig. 3"]),
        ("Chart A1 The law", "The law", ["Chart A1"]),
        ("Table IV: 2022", "2022", ["Table IV"]),
        ("**Exhibit B.** The law", "The law", ["Exhibit B"]),
        ("**Map 7 The law** of rivers", "*The law* of rivers", ["Map 7"]),
        ("Box 1 of the law", "Box 1 of the law", []),
        ("Table 2 shows homes", "Table 2 shows homes", []),
        ("Chart hits of 1982", "Chart hits of 1982", []),
        ("Box 1", "Box 1", []),
    ],
)
def test_they_are_left_out_and_told(written: str, title: str, typed: list[str]) -> None:
    said, told, places = titled(written)
    assert (said, told) == (title, typed)
    assert places == [(4, 9 if written.startswith('"') else 8)] * len(typed)


def test_in_the_language_of_the_paper() -> None:
    assert titled("Tableau n° 3 : Les logements", language="fr")[:2] == ("Les logements", ["Tableau n° 3"])


def test_a_caption_below_a_table_and_one_of_a_callout() -> None:
    made = draft(
        "# A\n\n| a | b |\n|---|---|\n| x | y |\n\n: Table 3: Rules {#tbl-rules}\n\n"
        "::: {.callout-note}\n## Box 2: Law\n\nSo it is.\n:::\n"
    )
    assert [inline(block.title) for block in made.sections[0].blocks] == ["Rules", "Law"]  # type: ignore[union-attr]
    assert [one.rule for one in made.problems].count("crossref-typed") == 2
