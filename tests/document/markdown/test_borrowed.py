"""What Pandoc and Quarto write, read as blocks of ours."""

from __future__ import annotations

import pytest

from reportgen.document.markdown.borrowed import caption, picture, width_of
from reportgen.problems import ReportError
from tests.document.making import draft, dumped, faults

TABLE = "| a | n |\n|---|---:|\n| x | 1 |\n"
CAPTIONED = ["# [section-opening]", "  table Table 1: The _caption_ [table-x]", "    <a | >n", "    !x | 1"]


@pytest.mark.parametrize(
    "text",
    [
        f"{TABLE}\n: The *caption* {{#tbl-x}}\n",
        f"{TABLE}: The *caption* {{#tbl-x}}\n",
        f"Table: The *caption* {{#tbl-x}}\n\n{TABLE}",
        f"{TABLE}\nTable: The *caption*\n   {{#tbl-x}}\n",
    ],
)
def test_a_caption_beside_a_table(text: str) -> None:
    assert dumped(text).splitlines() == CAPTIONED


def test_a_caption_belongs_to_the_table_before_it() -> None:
    lines = dumped(f"{TABLE}\n: One\n\n{TABLE}\n: Two\n\nSee @table-2.\n").splitlines()
    assert [line.strip() for line in lines if "table" in line] == [
        "table Table 1: One [table-1]",
        "table Table 2: Two [table-2]",
        "See <table 2|#table-2>.",
    ]


@pytest.mark.parametrize("text", [f"{TABLE}: One\n", f"{TABLE}Table: One\n", f"{TABLE}\n: One\n", f": One\n\n{TABLE}"])
def test_what_follows_a_table_with_a_caption_stays(text: str) -> None:
    lines = dumped(f"{text}\nWords that follow.\n\nMore.\n").splitlines()
    assert [line.strip() for line in lines[-2:]] == ["Words that follow.", "More."]


def test_a_caption_by_which_no_table_stands_is_told() -> None:
    assert faults("# A\n\n: A caption {#tbl-x}\n") == [
        "text/t1.md:3:1: error: : A caption {#tbl-x} stands beside no table [markup-unread]"
    ]


def test_a_picture_is_a_figure() -> None:
    made = picture('![A *map*](<my map.png>){#fig-x fig-alt="The land" width=50% .lightbox fig-align="left"}', 4)
    assert made is not None
    header, unused = made
    assert (header.kind, header.id, header.line) == ("figure", "x", 4)
    assert {key: entry.text for key, entry in header.entries.items()} == {
        "file": "'my map.png'",
        "width": "50%",
        "title": "A *map*",
        "alt": "The land",
    }
    assert unused == [".lightbox", "fig-align=left"]


@pytest.mark.parametrize("text", ["![a](b.png) and words", "words ![a](b.png)", "![a](b.png) ![c](d.png)"])
def test_a_picture_among_words_is_none(text: str) -> None:
    assert picture(text, 0) is None
    assert "can't stand within a line" in faults(text)[0]


@pytest.mark.parametrize(
    "written, width",
    [("50%", "50%"), ("60mm", "60.0"), ("3in", "76.2"), ("192", "50.8"), ("96px", "25.4"), ("wide", "")],
)
def test_widths(written: str, width: str) -> None:
    assert width_of(written) == width


def test_a_figure_is_asked_for_its_alternative_text() -> None:
    assert "text/t1.md:3:10: error: this figure has no alt: [alt-missing]" in faults("# A\n\n![A map](map.png)\n")


def test_a_picture_from_the_web_is_told() -> None:
    found = faults('![A](https://a.example/b.png){fig-alt="b"}')
    assert found == ["text/t1.md:1:1: error: a picture can't be fetched from https://a.example/b.png [markup-unread]"]


@pytest.mark.parametrize("kind", ["note", "tip", "important", "warning", "caution"])
def test_callouts_are_boxes(kind: str) -> None:
    box = "  box Box 1: Mind [box-1]\n    Words."
    assert box in dumped(f"::: {{.callout-{kind}}}\n## Mind\n\nWords.\n:::\n")
    assert box in dumped(f'::: {{.callout-{kind} title="Mind" collapse="true"}}\nWords.\n:::\n')
    assert f"  box {kind.title()} [box-n1]\n    Words." in dumped(f"::: {{.callout-{kind}}}\nWords.\n:::\n")
    assert box in dumped(f"::: callout-{kind}\n## Mind\n\nWords.\n:::\n")
    assert box in dumped(f"::: callout-{kind} Mind\nWords.\n:::\n")
    assert f"  box {kind.title()} [box-law]\n    Words." in dumped(f"::: callout-{kind} #law\nWords.\n:::\n")


def test_a_box_of_no_kind_has_no_title() -> None:
    assert "  box [box-n1]\n    Words." in dumped("::: box\n\nWords.\n:::\n")


@pytest.mark.parametrize(("kind", "frame"), [("warning", "warning"), ("danger", "warning"), ("info", "note")])
def test_other_names_of_callouts_are_told(kind: str, frame: str) -> None:
    with pytest.raises(ReportError) as caught:
        draft(f"::: {kind}\n## Mind\n\nWords.\n:::\n")
    (found,) = caught.value.problems
    assert found.hint == f"write ::: {{.callout-{frame}}}, in which a first heading is the title, or ::: box"


def test_tables_without_heads() -> None:
    assert dumped("|---|---:|\n| a | 1 |\n| b | 2 |\n").splitlines()[1:] == [
        "  table",
        "    < | >",
        "    !a | 1",
        "    !b | 2",
    ]
    assert dumped("| | n |\n|---|---|\n| a | 1 |\n").splitlines()[2] == "    < | >n"
    assert faults("|---|---|\n| a | 1 |\n| | 2 |\n") == [
        "text/t1.md:1:1: error: this table names neither its columns nor all of its rows [table-header]"
    ]
    assert faults("| a | |\n|---|---|\n| a | 1 |\n") == [
        "text/t1.md:1:1: error: column 2 of this table has no header [table-header]"
    ]


def test_what_is_no_caption() -> None:
    assert caption("A table: of things", 0) is None


def test_a_table_ends_a_quotation_above_it() -> None:
    assert dumped(f"# A\n\n> Words.\n{TABLE}").splitlines()[1:] == [
        "  quotation",
        "    Words.",
        "  table",
        "    <a | >n",
        "    !x | 1",
    ]


def test_captions_above_tables_are_of_the_tables_below_them() -> None:
    text = f"Table: One\n\n{TABLE}\nTable: Two\n\n{TABLE}\n: Three {{#tbl-c}}\n\n{TABLE}"
    assert [line for line in dumped(text).split("\n") if "table " in line] == [
        "  table Table 1: One [table-1]",
        "  table Table 2: Two [table-2]",
        "  table Table 3: Three [table-c]",
    ]


def test_a_caption_needs_no_space_and_may_be_an_id_alone() -> None:
    assert "  table Table 1: Rents [table-r]" in dumped(f"{TABLE}\n:Rents {{#tbl-r}}\n").split("\n")
    assert faults(f"See @tbl-r.\n\n{TABLE}\n: {{#tbl-r}}\n") == [
        "text/t1.md:1:5: error: the table 'r' has no number to refer to [crossref-unknown]"
    ]
    assert caption(":note: words", 0) is None


@pytest.mark.parametrize("above", ["Words of the text.", "![A pier](pier.png)"])
def test_a_caption_that_is_left_over_defines_nothing(above: str) -> None:
    (told,) = [one for one in faults(f"{above}\n\n: Rents {{#tbl-r}}\n") if "markup" in one]
    assert told == "text/t1.md:3:1: error: : Rents {#tbl-r} stands beside no table [markup-unread]"


def test_definitions_stay() -> None:
    assert dumped("Rent\n\n: What is paid.\n").split("\n")[1:] == ["  Rent:", "    What is paid."]


def test_options_of_r_are_those_of_a_picture() -> None:
    made = picture('![Rents](a.png){#fig-a fig.alt="A pier" width=40%}', 0)
    assert made is not None and made[0].entries["alt"].text.strip("'") == "A pier" and made[1] == []
