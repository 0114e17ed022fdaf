"""Texts of sources with their marks."""

from __future__ import annotations

import pytest

from reportgen.document.inlines import Emphasis, Inlines, Strong, Subscript, Superscript, Text
from reportgen.document.text.source_parts import bare, emphasised, inlines

SALMON = "<i>Salmo <b>salar</b></i> in CO<sub>2</sub>, 19<sup>th</sup>"


def test_marks_become_inlines() -> None:
    assert inlines(SALMON) == (
        Emphasis((Text("Salmo "), Strong((Text("salar"),)))),
        Text(" in CO"),
        Subscript((Text("2"),)),
        Text(", 19"),
        Superscript((Text("th"),)),
    )
    assert bare(SALMON) == "Salmo salar in CO2, 19th"


@pytest.mark.parametrize(
    ("text", "found"),
    [("a <i>b", (Text("a "), Text("<i>"), Text("b"))), ("a</i> b", (Text("a"), Text("</i>"), Text(" b"))), ("", ())],
)
def test_what_is_no_pair_stands_as_it_is(text: str, found: Inlines) -> None:
    assert inlines(text) == found


def test_italics_within_italics_are_the_same() -> None:
    assert emphasised("The <i>Nile</i>") == (Emphasis((Text("The "), Text("Nile"))),)
