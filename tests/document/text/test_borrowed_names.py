"""Names and marks of Quarto, bookdown and Word: what they refer to, and what is said where nothing is."""

from __future__ import annotations

import pytest

from reportgen.document import read_on
from reportgen.language import words_for
from reportgen.problems import Problem
from tests.document.making import dumped, paper


def _told(text: str) -> list[Problem]:
    return [one for one in read_on(paper(text), words_for("en-GB")).problems if one.rule != "heading-case"]


@pytest.mark.parametrize("name", ["@sec-reasons", "@section-reasons", "@section-sec-reasons"])
@pytest.mark.parametrize("given", ["{#sec-reasons}", "{#reasons}"])
def test_an_id_of_quarto_is_found_by_any_of_its_names(name: str, given: str) -> None:
    if name == "@section-sec-reasons" and given == "{#reasons}":
        return
    assert "<section 1|#section-" in dumped(f"# Why {given}\n\nIn {name}.\n")


def test_names_are_offered_as_they_are_written() -> None:
    text = "# Why {#sec-reasons}\n\nSee @chart-nix.\n\n::: box\nIt has no name.\n:::\n"
    (problem,) = _told(text)
    assert problem.hint == "known here: @sec-reasons"


def test_a_caption_of_bookdown_names_its_table() -> None:
    table = "Table: (\\#tab:est) Odds\n\nTerm | Odds\n-----|----:\nLondon | -3.11\n"
    made = dumped(f"# A\n\nSee @tab-est and @tbl-est.\n\n{table}")
    assert "See <table 1|#table-est> and <table 1|#table-est>." in made
    assert "Odds" in made and "(\\#" not in made and "−3.11" in made


def test_a_header_with_too_many_cells_is_told_with_its_bars() -> None:
    table = "Table: Odds {#tbl-est}\n\nTerm | z | Pr(>|z|)\n-----|---|-----\nLondon | 8 | 2\n"
    (problem,) = _told(f"# A\n\n{table}")
    assert problem.rule == "markup-unread"
    assert "its header has 5 cells, the line below 3" in problem.hint


@pytest.mark.parametrize("label", [r"(\#eq:w)", r"\label{eq:w}", r"\tag{1}"])
def test_a_number_of_a_formula_is_left_out(label: str) -> None:
    (problem,) = _told(f"# A\n\n$$\na = b {label}\n$$\n")
    assert (problem.rule, problem.message) == ("markup-plain", f"formulas have no numbers here: {label} is left out")


@pytest.mark.parametrize("name", ["equation", "equation*", "displaymath"])
def test_an_environment_of_latex_for_a_formula_is_one(name: str) -> None:
    formula = f"\\begin{{{name}}}\na = \\frac{{b}}{{c}}\n\\end{{{name}}}"
    assert dumped(f"# A\n\n{formula}\n") == dumped("# A\n\n$$\na = \\frac{b}{c}\n$$\n")
    (problem,) = _told("# A\n\n\\begin{align}\na &= b\n\\end{align}\n")
    assert problem.hint == "write $$ before and after each formula"


def test_bookmarks_of_word_are_told_to_go() -> None:
    (problem,) = _told("# A\n\n[]{#_Ref55 .anchor}Text and [words]{#x}.\n")
    assert problem.message == "{#_Ref55} has no effect here (and 1 more in this file)"
    assert problem.hint == "delete it, with its braces"


def test_references_of_bookdown_get_ours() -> None:
    (problem,) = _told("# A {#reasons}\n\nSee \\@ref(reasons) and \\@ref(fig:x).\n")
    assert "@sec-id for \\@ref(id)" in problem.hint and "1 more in this file" in problem.message


@pytest.mark.parametrize(("tag", "hint"), [("figure", "::: figure"), ("video", "shows no film"), ("svg", "images/")])
def test_a_tag_gets_what_it_is_for(tag: str, hint: str) -> None:
    (problem,) = [one for one in _told(f"# A\n\nSee <{tag}> there.\n") if "HTML" in one.message]
    assert hint in problem.hint
