"""Texts without their authors' notes: what is printed stays, to the letter."""

from __future__ import annotations

import json

import pytest

from reportgen.editions.stripping import Stripping
from reportgen.problems import Problems
from reportgen.source.bibliography.bibtex_file import entries
from tests.document.making import paper

STRIPPING = Stripping(paper("# A\n"))


def stripped(text: str, name: str = "a.md") -> str:
    data = STRIPPING.strip(name, text.encode())
    assert STRIPPING.strip(name, data) == data
    return data.decode()


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("a <!-- x --> b", "a  b"),
        ("a <!-- x -->\nb", "a\nb"),
        ("a\n<!-- x -->\nb", "a\nb"),
        ("a <!-- x\ny --> b", "a\n b"),
        ("a {# x #}", "a"),
        ("`<!-- x -->` {#x}", "`<!-- x -->` {#x}"),
        ("```\n<!-- x -->\n```\n", "```\n<!-- x -->\n```\n"),
        ("{% raw %}{# x #}{% endraw %}", "{% raw %}{# x #}{% endraw %}"),
        ("a{<!-- x -->{ 1 }}", "a{<!-- -->{ 1 }}"),
        ("\ufeffa\r\nb", "a\nb"),
    ],
)
def test_comments_go(before: str, after: str) -> None:
    assert stripped(before) == after


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("::: chart a\nkind: bars  # x\n:::", "::: chart a\nkind: bars\n:::"),
        ("::: chart a\ntitle: A # b\n:::", "::: chart a\ntitle: A # b\n:::"),
        ("::: chart a\nsort: {{ 1 }}  # x\n:::", "::: chart a\nsort: {{ 1 }}\n:::"),
        ("::: chart a\nwhere:\n  # x\n  a: 1\nkind: b\n:::", "::: chart a\nwhere:\n  a: 1\nkind: b\n:::"),
        ('::: chart a\nwhere: {a: "#1"}\n:::', '::: chart a\nwhere: {a: "#1"}\n:::'),
        ("- b\n\n  ::: table a\n  data: b # x\n  :::\n", "- b\n\n  ::: table a\n  data: b\n  :::\n"),
        ("```\n::: chart a\nkind: b # x\n:::\n```\n", "```\n::: chart a\nkind: b # x\n:::\n```\n"),
        ("::: box a\ntitle: A\n\n# No note\n:::", "::: box a\ntitle: A\n\n# No note\n:::"),
    ],
)
def test_notes_in_the_keys_of_blocks_go(before: str, after: str) -> None:
    assert stripped(before) == after


def test_comments_in_the_text_keys_of_yaml_go() -> None:
    before = 'title: "A <!-- x -->"\nsubject: "B <!-- x -->"\nin_brief: |\n  a\n  {# x #}\n  b\n'
    assert stripped(before, "sources/a/briefing.yaml") == 'title: "A"\nsubject: "B <!-- x -->"\nin_brief: "a\\nb\\n"\n'


def test_bibtex_keeps_what_is_read() -> None:
    before = "x\n@book{a, title = {A {B} # %}, annote = {x}, year = 1999, month = jan}\n@comment{x}\n"
    assert stripped(before, "references.bib").splitlines() == [
        "@book{a,",
        "  title = {A {B} # %},",
        "  year = 1999,",
        "  month = jan,",
        "}",
    ]


def test_bibtex_keeps_its_abbreviations_and_of_a_note_of_the_author_the_address_only() -> None:
    before = """@string{port = "Port "}
@misc{a, title = port # "Board", annote = {Ask Jo, see https://a.example/x}, abstract = {x}}
@misc{b, title = {B}, annote = {Ask Jo}}
"""
    assert stripped(before, "references.bib").splitlines() == [
        '@string{port = "Port "}',
        "@misc{a,",
        '  title = port # "Board",',
        "  annote = {\\url{https://a.example/x}},",
        "}",
        "@misc{b,",
        "  title = {B},",
        "}",
    ]


@pytest.mark.parametrize(
    "before",
    [
        "@misc{a, title = {x\n@misc{b, title = {B}, abstract = {z}}\n",
        "@article{x@article\n@misc{b, title = {B}}\nwords\n",
        "@misc{b, title = {B}}\n@misc{b, title = {C}, abstract = {z}}\n@misc{c}\n",
    ],
)
def test_a_broken_library_is_read_as_before(before: str) -> None:
    def read(text: str) -> list[tuple[str, object, list[str]]]:
        found = entries(text, "references.bib", Problems())
        return [(one.id, one.csl.get("title"), [fault.rule for fault in one.faults]) for one in found]

    assert read(stripped(before, "references.bib")) == read(before)


def test_csl_json_keeps_what_is_read() -> None:
    before = '[{"id": "a", "title": "A", "abstract": "x", "custom": {"k": 1}, "_file": "/home/jo"}]'
    assert json.loads(stripped(before, "references.json")) == [{"id": "a", "title": "A"}]
