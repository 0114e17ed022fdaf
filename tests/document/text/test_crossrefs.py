"""A word that an author writes before a cross-reference is printed once."""

from __future__ import annotations

import pytest

from reportgen.document.blocks import Paragraph
from reportgen.document.inlines import Link, plain
from reportgen.problems import ReportError
from tests.document.making import draft, dumped, faults

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
        ("Tbls. @table-one and @table-two", "[Tables 1] and [2]"),
        ("(tabs. @table-one--@table-three)", "([tables 1]–[3])"),
        ("the board's par. 4, sec. @section-use", "the board’s par. 4, [sec. 1.1]"),
        ("@table-one's rows, @table-two's", "[Table 1]’s rows, [table 2]’s"),
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


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("in [@table-one; @tbl-two]", "in [table 1], [table 2]"),
        ("in [see @table-one and @table-two]", "in see [table 1] and [table 2]"),
        ("in [@table-one, @table-two]", "in [table 1], [table 2]"),
        ("in [Tables @table-one and @table-two]", "in [Tables 1] and [2]"),
        ("[Tabs. @table-one and @table-two]", "[Tabs. 1] and [2]"),
        ("table [-@table-one]", "table [1]"),
        ("in [Chapter @section-use]", "in [Chapter 1.1]"),
        ("[@table-one] says", "[Table 1] says"),
        ("[@table-one, row 3]", "[Table 1], row 3"),
        ("@Tbl-one and (@TABLE-two)", "[Table 1] and ([Table 2])"),
    ],
)
def test_brackets_do_no_harm(text: str, expected: str) -> None:
    assert said(text) == expected


def test_a_reference_and_a_source_may_share_brackets() -> None:
    found = dumped(f"# Part\n\nDry [@table-one; @survey].\n{TABLES}")
    assert "Dry <table 1|#table-one>.(note 1: Water Office, River survey)" in found


@pytest.mark.parametrize("prefix", ["nte", "tip", "wrn", "imp", "cau"])
def test_a_callout_is_named_as_in_quarto(prefix: str) -> None:
    kind = {"nte": "note", "wrn": "warning", "imp": "important", "cau": "caution"}.get(prefix, prefix)
    text = f"# A\n\nSee @{prefix}-law, [Note @{prefix}-law].\n\n"
    text += f"::: {{#{prefix}-law .callout-{kind}}}\n## Law\n\nIt is.\n:::\n"
    assert "See <box 1|#box-law>, <Box 1|#box-law>." in dumped(text)


def test_a_callout_without_a_title_has_nothing_to_name_it_by() -> None:
    found = faults("# A\n\nSee @wrn-flood.\n\n::: {#wrn-flood .callout-warning}\nIt rains.\n:::\n")
    assert found == ["text/t1.md:3:5: error: the box 'flood' has no number to refer to [crossref-unknown]"]


@pytest.mark.parametrize(
    "chunk", ["```{r}\n#| label: fig-rents\n#| echo: false\nx\n```", "```{r fig-rents, echo=FALSE}\nx\n```"]
)
def test_the_label_of_a_piece_of_code_is_known(chunk: str) -> None:
    with pytest.raises(ReportError) as raised:
        draft(f"See @fig-rents.\n\n{chunk}\n")
    (hint,) = [one.hint for one in raised.value.problems if one.rule == "crossref-unknown"]
    code = f"text/t1.md:{4 if 'label' in chunk else 3}"
    wanted = f"it is the label of the code at {code}: give it to the block that comes in its place, ::: chart rents"
    assert hint == wanted


def test_a_word_between_two_ends_of_a_span_begins_anew_behind_a_comma() -> None:
    text = "Between tables @table-one and @table-two, to @table-three.\n\n# A\n" + TABLES
    assert "tables 1 and 2, to table 3" in _text(text)
    text = "Entre les tableaux @table-one et @table-two, au @table-three et, @table-one.\n\n# A\n" + TABLES
    assert "tableaux 1 et 2, au tableau 3 et" in _text(text, language="fr")


def _text(text: str, **meta: str) -> str:
    first = draft(text, **meta).sections[0].blocks[0]
    assert isinstance(first, Paragraph)
    return plain(first.content).replace("\u00a0", " ")
