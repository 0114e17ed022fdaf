from __future__ import annotations

import pytest

from reportgen.problems import ReportError
from tests.document.making import draft, faults


def _told(text: str, rule: str) -> list[str]:
    return [fault for fault in faults(f"# A\n\n{text}\n") if f"[{rule}]" in fault]


@pytest.mark.parametrize(
    "text",
    [
        r"\[Insert chart here\]",
        "It rose to XXX.",
        "TODO: check this",
        "So it is [???].",
        "TBC",
        "It grew by XX%.",
        "It cost £XX in X per cent.",
        "It cost £XXm.",
        "See ??? there",
        "Lorem ipsum dolor",
    ],
)
def test_a_gap_is_told(text: str) -> None:
    assert len(_told(text, "placeholder")) == 1 + ("in X per" in text)
    assert _told(text, "abbreviation") == []


def test_a_formula_is_no_abbreviation() -> None:
    assert _told("Of H₂O and CO₂.", "abbreviation") == []


@pytest.mark.parametrize(
    "text", ["Louis XX reigned", "He said [sic] so", "What??", "`TODO` in code", "add to it [at once]"]
)
def test_other_words_are_no_gap(text: str) -> None:
    assert not _told(text, "placeholder")


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("See Figure 1 above and Table 1 below.", 2),
        ("As fig. 3 shows, it falls.", 1),
        ("Figure 1: Absence by region", 1),
        ("Table 2 of the report, and figure 3 in the annex", 0),
        ("The office says so (Statistics, Table 4).", 0),
        ("Live table 600 has it.", 0),
        ("Table 2.5 million pupils", 0),
    ],
)
def test_a_number_of_a_chart_that_is_typed_is_told(text: str, count: int) -> None:
    assert len(_told(text, "crossref-typed")) == count


@pytest.mark.parametrize(
    ("typed", "hint"),
    [
        ("Figure 1", "write @figure-map in its place: figure 1"),
        ("Chart 1", "write @chart-use in its place: chart 1"),
        ("Figure 2", "write @figure-id or @chart-id, with the id of its block"),
        ("Table 1", "write @tbl-use in its place: table 1"),
        ("Figures 1 and 2", "write @figure-id or @chart-id, with the id of each block"),
        ("Box 1", "write @box-id, with the id of its block"),
    ],
)
def test_what_is_meant_is_said(typed: str, hint: str) -> None:
    text = "::: chart use\ntitle: T\nkind: bars\ndata: rivers\ncategory: name\nvalues: length\n:::\n\n"
    text += "::: table tbl-use\ntitle: T\n\n| a | b |\n|---|---|\n| 1 | 2 |\n:::\n\n"
    text += "::: figure map\ntitle: T\nfile: a.png\nalt: A\n:::\n"
    try:
        found = draft(f"# A\n\nSee {typed}.\n\n{text}").problems
    except ReportError as error:
        found = error.problems
    assert [one.hint for one in found if one.rule == "crossref-typed"] == [hint]


def test_where_all_are_charts_a_figure_is_one() -> None:
    chart = "::: chart use\ntitle: T\nkind: bars\ndata: rivers\ncategory: name\nvalues: length\n:::\n"
    found = draft(f"# A\n\nSee Figure 1 and Figure 2 below.\n\n{chart}").problems
    assert [one.hint for one in found if one.rule == "crossref-typed"] == [
        "write @chart-use in its place: chart 1",
        "write @chart-id, with the id of its block",
    ]


def test_a_cross_reference_is_not_typed() -> None:
    block = "::: table t\ntitle: T\n\n| a | b |\n|---|---|\n| 1 | 2 |\n:::\n"
    assert not _told(f"See @table-t.\n\n{block}", "crossref-typed")
    assert len(_told(f"See @table-t and table 1.\n\n{block}", "crossref-typed")) == 1


@pytest.mark.parametrize(
    ("text", "hint"),
    [
        ("It is **bold here.", "'**bold' is printed"),
        ("It is bold** here.", "'bold**' is printed"),
        ("See [the list](http://a.org/x y).", "'list](' is printed"),
        ("The `code is here.", "'`code' is printed"),
        ("The code` is here.", "'code`' is printed"),
    ],
)
def test_a_mark_that_stands_alone_is_told(text: str, hint: str) -> None:
    assert hint in _told(text, "markup-plain")[0]


@pytest.mark.parametrize("text", ["It is **bold** and `code`.", "5 * 3 and a*", "[the list](https://a.org) [sic] (so)"])
def test_marks_in_pairs_are_none(text: str) -> None:
    assert not _told(text, "markup-plain")


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("An * italic * word.", ["* italic *"]),
        ("Some ** bold ** and this** too.", ["** bold **", "this**"]),
        ("The price * the number * the rate = all.", []),
        ("Of 2 * 3 * 4 and a * b * c.", []),
        (r"An \* italic \* word.", []),
    ],
)
def test_stars_apart_from_their_words(text: str, told: list[str]) -> None:
    found = draft(f"# A\n\n{text}\n").problems
    assert [one.message.split("'")[1] for one in found if one.rule == "markup-plain"] == told


@pytest.mark.parametrize(
    "text",
    [
        "Le total [à vérifier] monte.",
        "Voir [insérer tableau].",
        "Selon [source ?], oui.",
        "Elle monte. À préciser.",
        "[montant à confirmer]",
    ],
)
def test_a_gap_in_french_is_told(text: str) -> None:
    assert len([one for one in faults(f"# A\n\n{text}\n", language="fr-FR") if "[placeholder]" in one]) == 1


def test_a_sentence_that_only_has_such_words_is_no_gap() -> None:
    text = "# A\n\nIl reste à compléter le fichier. Le chiffre [de 2020] est à vérifier par tous.\n"
    assert not [one for one in faults(text, language="fr-FR") if "[placeholder]" in one]


@pytest.mark.parametrize(
    ("text", "told"),
    [("See [The boats].", 1), ("See [the BOATS] or [another]", 1), (r"\[The boats\]", 0), ("the boats [of 2020]", 0)],
)
def test_a_title_in_brackets_is_told(text: str, told: int) -> None:
    found = [fault for fault in faults(f"# The boats\n\n{text}\n") if "is printed with its brackets" in fault]
    assert len(found) == told


@pytest.mark.parametrize("text", ["[chart 1 here: boats]", "[Map about here]", "[Table 2 to follow]"])
def test_a_place_for_a_chart_is_a_gap_alone(text: str) -> None:
    assert len(_told(text, "placeholder")) == 1
    assert _told(text, "crossref-typed") == []
