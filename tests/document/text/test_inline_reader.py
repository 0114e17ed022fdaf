"""A line of Markdown to inlines."""

from __future__ import annotations

import re

import pytest

from tests.document.making import document, dumped, faults, inline, one


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("*a* **b** `c` CO~2~ m^2^", "_a_ *b* `c` CO~2 m^2"),
        ("a\\\nb", "a/b"),
        ("a  \nb\nc", "a/b c"),
        (r"\*a\* \~b\~ \[@survey\]", "*a* ~b~ [@survey]"),
        ("[the law](https://example.org/a_b)", "<the law|https://example.org/a_b>"),
        ("[the *law*][l]\n\n[l]: https://example.org", "<the _law_|https://example.org>"),
        ("[write](mailto:a@example.org)", "<write|mailto:a@example.org>"),
        ("<a@example.org>", "<a@example.org|mailto:a@example.org>"),
        ("[mot]{lang=fr} and [BiH]{abbr='Bosnia'}", "[mot|fr] and [BiH|Bosnia]"),
        ('[BiH]{abbr="Bosnia\nand more"}', "[BiH|Bosnia and more]"),
        ("a@box-b and 5 < 6 & 7", "a@box-b and 5 < 6 & 7"),
        (
            r"@parliament, \@survey, \@chart-x, a_@b-c.org, @a@b-c.org",
            "@parliament, @survey, @chart-x, a_@b-c.org, @a@b-c.org",
        ),
        ("a<!-- gone -->b", "ab"),
        ("&nbsp;a &amp; b", "\u00a0a & b"),
        ("(c) stays, as does Article 3(c)", "(c) stays, as does Article 3(c)"),
    ],
)
def test_markup(text: str, expected: str) -> None:
    assert one(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ('"a" and "b *c*"', "“a” and “b _c_”"),
        ("Russia's 'own' \"words\"", "Russia’s ‘own’ “words”"),
        ("1990--2000, so -- or---not...", "1990–2000, so – or—not…"),
        ("`\"a\" -- 'b'...`", "`\"a\" -- 'b'...`"),
        ('[a](https://example.org/--"b"...)', "<a|https://example.org/--%22b%22...>"),
        ("--strict and a - b", "--strict and a - b"),
        ('"{{ facts.locks }}"--"{{ rivers.Elbe.name }}"', "“{3,770}”–“{Elbe}”"),
        ('a^["b"]', "a(note 1: “b”)"),
    ],
)
def test_typography(text: str, expected: str) -> None:
    assert one(text) == expected


def test_french_quotes_have_their_spaces() -> None:
    assert one('"a"', language="fr") == "«\u202fa\u202f»"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("{{ facts.owner }}", "{the *state*}"),
        ("**{{ facts.owner }}**", "*{the *state*}*"),
        ("`{{ facts.locks }}`", "`3,770`"),
        ("[{{ facts.locks }}](https://example.org/{{ rivers.Elbe.name }})", "<{3,770}|https://example.org/Elbe>"),
        ("a [@{{ 'survey' }}, p {{ facts.locks }}]", "a(note 1: Water Office, River survey, p 3,770)"),
    ],
)
def test_values_stay_values_and_are_no_markup(text: str, expected: str) -> None:
    assert one(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("the Labe's WO", "the [Labe|cs]’s [WO|Water Office]"),
        ("Labeo, *Labe*", "Labeo, _[Labe|cs]_"),
        ("[the Labe WO]{abbr='the Labe: office'}", "[the [Labe|cs] WO|the Labe: office]"),
        ("[the Labe WO]{lang=de}", "[the Labe WO|de]"),
        ("Волга и Дон, Πάτρα, α", "[Волга и Дон|und-Cyrl], [Πάτρα|und-Grek], α"),
        ("[Волга]{lang=ru}", "[Волга|ru]"),
        ("`Labe`", "`Labe`"),
    ],
)
def test_names_and_scripts_are_marked(text: str, expected: str) -> None:
    assert one(text) == expected


def test_a_citation_is_a_note_and_runs_on_within_a_note() -> None:
    assert one("a[@survey, p 3--4; see also @law] b^[As [@law] says.]") == (
        "a(note 1: Water Office, River survey, pp 3–4; see also Parliament, Water law) "
        "b(note 2: As Parliament, <note 1|#note-1> says.)"
    )


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Dry.^[Said.[@law]]", "Dry.(note 1: Said. {0}.)"),
        (
            "Dry.^[*Said*[@law] (see[@law, p 3]; [@law])]",
            "Dry.(note 1: _Said_ ({0}) (see Parliament, p 3; Parliament))",
        ),
        ("Dry [@law].", "Dry.(note 1: {0})"),
        ("Dry\n^[Said.] now", "Dry(note 1: Said.) now"),
    ],
)
def test_a_source_in_words_stands_apart_and_a_number_close(text: str, expected: str) -> None:
    assert one(text) == expected.format("Parliament, Water law")


def test_under_a_table_and_alone_in_a_cell_a_source_is_named_in_words() -> None:
    rows = "|a|b|\n|-|-|\n|x [@law]|[@law]; [@survey, p 2]|\n|y|5[@law]|"
    text = f"::: table t\ntitle: T\nnote: See [@survey, p 3].\n\n{rows}\n:::"
    assert dumped(text).splitlines()[3:] == [
        "    !x(note 1: Parliament, Water law) | Parliament, Water law; Water Office, River survey, p 2",
        "    !y | 5(note 2: Parliament, <note 1|#note-1>)",
        "    note: See Water Office, River survey, p 3.",
    ]


def test_marks_beside_each_other_have_a_comma() -> None:
    assert one("a[@law][@survey]") == "a(note 1: Parliament, Water law)^,(note 2: Water Office, River survey)"


def test_notes_are_numbered_by_their_first_mark_and_shared() -> None:
    text = "b[^b] a[^a] b[^b]\n\n[^a]: One.\n\n[^b]: Two.\n\n    More.\n"
    assert one(text) == "b(note 1: Two. / More.) a(note 2: One.) b(note 1: Two. / More.)"


def test_labels_of_notes_are_a_files_own() -> None:
    assert dumped("a[^n]\n\n[^n]: One.", "b[^n]\n\n[^n]: Two.").splitlines()[1:] == [
        "  a(note 1: One.)",
        "  b(note 2: Two.)",
    ]


def test_notes_are_numbered_in_reading_order() -> None:
    text = """# A[@law]

::: box
title: T[^t]

Body.[^b]
:::

A | B[^h]
--|--
1[^c] | 2

::: quote
who: Ann[^w]
source: law

Words.[^q]
:::

[^t]: t
[^b]: b
[^h]: h
[^c]: c
[^w]: w
[^q]: q
"""
    found = dumped(text)
    order = [
        found.index(f"(note {number}: {what})")
        for number, what in enumerate("Parliament, Water law|t|b|h|c|q|w".split("|"), 1)
    ]
    assert order == sorted(order) and "Ann(note 7: w)(note 8: Parliament, <note 1|#note-1>)" in found


def test_cross_references_name_what_comes_later() -> None:
    text = """# One {#one}

@chart-x, @Fig-x, @box-b, @sec-two, @Section-two, @section-loose, [the chart](#x) @sec-one

## Two {#two}

# Loose {-}

::: box b
title: B

b
:::

::: chart x
kind: bars
data: rivers
title: X
:::
"""
    assert dumped(text).splitlines()[1].strip() == (
        "<Chart 1|#chart-x>, <Chart 1|#chart-x>, <box 1|#box-b>, <section 1.1|#section-two>, "
        "<Section 1.1|#section-two>, <“Loose”|#section-loose>, <the chart|#chart-x> <section 1|#section-one>"
    )


def test_the_title_is_without_notes() -> None:
    from reportgen.problems import Place
    from reportgen.source.model import Phrase

    made = document("a", title=Phrase("The Labe[@law] in {{ facts.opened }}", Place("briefing.yaml", 1, 8)))
    assert inline(made.cover.title) == "The [Labe|cs] in {December 1999}"
    assert made.properties.title == "The Labe in December 1999"


def test_a_cross_reference_begins_a_sentence_with_a_capital() -> None:
    text = (
        "# A {#a}\n\n@sec-a begins. Then @sec-a. @sec-a again, e.g. @sec-a; **@sec-a** so.\n\n"
        "- @sec-a\n\n**@sec-a** here: “@sec-a”.\n\n| n | @sec-a |\n|---|---|\n| a | @sec-a |\n"
    )
    assert "".join(re.findall(r"<([sS])ection 1", dumped(text))) == "SsSss" + "S" + "Ss" + "ss"


def test_in_french_too() -> None:
    text = "# A {#a}\n\n@sec-a. Voir p. ex. @sec-a ou cf. @sec-a. « @sec-a »\n"
    assert "".join(re.findall(r"<([sS])ection 1", dumped(text, language="fr"))) == "SssS"


@pytest.mark.parametrize(
    "written, printed",
    [
        ("[@sec-a]", "<section 1|#section-a>"),
        ("[Part @sec-a]", "<Part 1|#section-a>"),
        ("[-@sec-a]", "<1|#section-a>"),
        ("[@sec-a; Part @sec-a]", "<section 1|#section-a>, <Part 1|#section-a>"),
    ],
)
def test_a_cross_reference_in_brackets(written: str, printed: str) -> None:
    assert f"See {printed}." in dumped(f"# A {{#a}}\n\nSee {written}.\n")


def test_a_cross_reference_in_brackets_to_nothing_is_told_as_one() -> None:
    assert faults("See [@sec-none].") == [
        "text/t1.md:1:6: error: there is no section 'none' in this paper [crossref-unknown]"
    ]


@pytest.mark.parametrize("word, told", [("@survy", True), ("@smith2020", True), ("@parliament", False)])
def test_a_key_without_brackets_is_told_and_a_handle_is_not(word: str, told: bool) -> None:
    assert bool(faults(f"As {word} says.")) is told
