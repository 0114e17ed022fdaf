"""A word that an author writes before a cross-reference is printed once."""

from __future__ import annotations

import pytest

from reportgen.document.blocks import Paragraph
from reportgen.document.inlines import Link, plain
from tests.document.making import draft, dumped

TABLES = """
::: table one
title: One
data: rivers
:::

::: table two
title: Two
data: rivers
:::

::: table three
title: Three
data: rivers
:::

## Use {#use}

Text.

## Care {#care}

Text.
"""


def said(text: str, language: str = "en-GB") -> str:
    """The words of a paragraph, with what is linked between brackets."""
    section = draft(f"# Part\n\n{text}\n{TABLES}", language=language).sections[0]
    paragraph = section.blocks[0]
    assert isinstance(paragraph, Paragraph)
    parts = [f"[{plain((one,))}]" if isinstance(one, Link) else plain((one,)) for one in paragraph.content]
    return "".join(parts).replace("\u00a0", " ")


@pytest.mark.parametrize(
    "text, expected",
    [
        ("See @section-use.", "See [section 1.1]."),
        ("See section @section-use.", "See [section 1.1]."),
        ("Section @section-use and Table\n@table-two.", "[Section 1.1] and [Table 2]."),
        ("in tables @table-one, @table-two and @table-three", "in [tables 1], [2] and [3]"),
        ("sections @section-use to @section-care", "[sections 1.1] to [1.2]"),
        ("tbl. @table-one", "[table 1]"),
        ("Chapter @section-use, §@section-care", "[Chapter 1.1], [§ 1.2]"),
        ("table @table-one and @table-two", "[table 1] and [table 2]"),
        ("tables @table-one and @section-use", "[tables 1] and [section 1.1]"),
        ("a timetable @table-one", "a timetable [table 1]"),
        ("the table in @section-use", "the table in [section 1.1]"),
    ],
)
def test_a_word_stands_once(text: str, expected: str) -> None:
    assert said(text) == expected


@pytest.mark.parametrize(
    "text, expected",
    [
        ("à la section @section-use", "à la [section 1.1]"),
        ("les tableaux @table-one et @table-two", "les [tableaux 1] et [2]"),
        ("Tableau @table-one, chap. @section-use", "[Tableau 1], [chap. 1.1]"),
    ],
)
def test_in_french(text: str, expected: str) -> None:
    assert said(text, "fr-FR") == expected


def test_capitals_in_an_id_count_as_small_letters() -> None:
    text = "# First {#sec-First}\n\n@sec-First and @sec-first, [here](#sec-FIRST).\n\n"
    found = dumped(text + "::: box Law\ntitle: Law\n\nIt is.\n:::\n\n@box-law\n")
    assert found.count("#section-sec-first") == 3 and "#box-law" in found
