"""Where the same word stands twice, the place is that of the one that is meant.

In each text ‸ stands before what must be told, and nowhere else; the texts are read without it.
"""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from reportgen.document import read
from reportgen.language import words_for
from reportgen.problems import Place, ReportError
from reportgen.source import load
from reportgen.source.model import Term
from tests.document.making import faults, paper

MARK = "‸"


def marked(text: str) -> list[tuple[int, int]]:
    """Line and column of each mark, both from 1, in the text without marks."""
    found, line, column = [], 1, 1
    for character in text:
        if character == MARK:
            found.append((line, column))
        else:
            line, column = (line + 1, 1) if character == "\n" else (line, column + 1)
    return found


def told(rule: str, text: str) -> list[tuple[int, int]]:
    """Line and column of each problem of a rule in a text without its marks."""
    found = [fault.split(": ", 1)[0] for fault in faults(text.replace(MARK, "")) if fault.endswith(f"[{rule}]")]
    return sorted((int(line), int(column)) for line, column in (place.split(":")[1:] for place in found))


TABLE = "::: table\ndata: rivers\nnotes:"
CASES = [
    # cross-references
    ("crossref-unknown", "# A {#one}\n\nSee @sec-one, then ‸@sec-on and @sec-one, at last ‸@sec-on."),
    ("crossref-unknown", "# A {#one}\n\nSee `@box-x`, \\@box-x, [a @box-x](https://a.example) and ‸@box-x."),
    ("citation-unknown", "# Two {#two}\n\nHere is @sec-two, *@sec-two* and [‸@nobody]."),
    ("citation-unknown", "# A {#s}\n\nA[@survey].[‸@s][^1] And^[[‸@s]].\n\n[^1]: Not @sec-s, but [‸@s]."),
    ("crossref-unknown", "A [one](https://one.example/#one), and [one](‸#one)."),
    # citations
    ("citation-unknown", "The [@law, see no] says, as [see no; ‸@no, no] does; [@survey;\n‸@no]."),
    ("citation-unknown", "So nobody [@law] and nobody [@law; ‸@nobody] and {{ 'nobody' }} [‸@nobody]."),
    ("citation-unknown", "A [@survey] and (‸@survay), {# @survay #} then *‸@survay*."),
    # notes
    ("footnote-unknown", "A [^a] and `[^b]`, \\[^b], [‸[^b]]{lang=cy} {{ 'a' }}[^b].\n\n[^a]: A"),
    ("markup", "A^[one] and ^[two ‸^[three] ^four^]."),
    ("footnote-unused", "> [^m]\n>\n> [^m]: n\n> ‸[^n]: A\n"),
    # numbers
    ("number-unbound", "In 2020 {{ 20 | asis }} of `20`, [‸20](https://a.example/20) or ‸20 of ‸30."),
    ("number-unbound", "{# 7 #} {{ rivers.Elbe.length }} and ‸1,094 -- **‸7**... “7” and ‸{{ 7 }}."),
    ("number-unbound", "| 7 | b |\n|---|---|\n| 7 | c |\n\n- {{ 7 | asis }} of 7/2020 and ‸7\n- ‸7"),
    ("number-unbound", "> 7\n\n{% for r in rivers %}{{ r.name }} 2020 ‸7 {{ r.length }} ‸8. {% endfor %}"),
    # words of style
    ("abbreviation", "The Water Office (WO), “ABC” and `ABC`, *then* ‸ABC and ABC."),
    ("abbreviation", "- abc\n- *{{ rivers.Elbe.name }}* abc --- and\n  'abc' ‸ABC"),
    # characters without a glyph
    ("glyph-missing", "A {{ '横' | replace('横', 'x') }} [a](https://横.example) --- \"‸横\" and 神."),
    ("glyph-missing", "```\na\n  b ‸横 横\n```\n\n`‸横` 'a' [@survey, p ‸横]"),
    # values and faults of templates
    ("value-missing", "{{ rivers.Elbe.fall }} {{ rivers['North Esk'].name }} ‸{{ rivers['North Esk'].fall }}"),
    ("template-name", "lengt {{ rivers.Elbe.length }} lengt {# lengt #} {{ rivers.Elbe.‸lengt }}"),
    ("template-name", "{{ 'abc' }} {{ 'abc' ~ rivers.Elbe.name ~ ‸abc }}"),
    ("template-name", "{% set words = 1 %}{{ words }} {{ rivers.Elbe.length | ‸wrds }}"),
    ("lookup-missing", "{{ 'Elb' }} {{ rivers['Elbe'].name ~ rivers['‸Elb'].name }}"),
    ("template-name", "{{ 2 is odd }} odd {{ 2 is not even }} {{ 2 is not ‸od }}"),
    ("lookup-missing", "owner {{ facts.owner ~ rivers[facts.‸owner].name }}"),
    ("template-syntax", "{{ 1 }} {{ 2 ‸2 }}"),
    ("template-syntax", "{% if true %}{% endif %} ‸{% if true %} {% if true %}{% endif %}"),
    # keys of blocks
    ("citation-unknown", "::: box\ntitle: title box title [‸@box], box\n\nbox\n:::"),
    ("citation-unknown", "::: box\ntitle: {{ 'a' }} a\n  {{ 'bcd' }} @ [‸@a]\n\nbox\n:::"),
    ("duplicate-key", "::: timeline\ntitle: title\n‸title: title\n\n2012\n: A\n:::"),
    ("citation-unknown", "::: quote\nwho: no\nrole: no\ndate: 2020\nsource: law; survey; ‸no\n\nA\n:::"),
    ("table-column", f"{TABLE}\n  - {{row: Elbe, column: fall, text: E}}\n  - {{row: ‸E, column: fall, text: x}}\n:::"),
    ("citation-unknown", f"{TABLE}\n  - {{row: Elbe, column: fall, text: '{{{{ 1 | asis }}}} [‸@x]'}}\n:::"),
    ("block-syntax", "::: ‸boxx boxx\nx\n:::"),
    ("block-syntax", "::: box ‸B_x\nB_x\n:::"),
    # cells, items, quotations
    ("markup-unread", "a | b\n--|--\n\\| a | a \\| ‸<dl>a\n{{ facts.locks }} | ‸<ul>"),
    ("markup-unread", "> | a | b |\n> |---|---|\n> | a \\| a | a ‸<dl> |"),
    ("table-cells", "a | b\n--|--\na | a | ‸a"),
    ("citation-unknown", "- no\n  - no [@law]\n    no [‸@no]\n- > no\n  > no [‸@no]"),
    ("crossref-unknown", "1. @\n2. > box-x\n   > - box-x\n   >   box-x ‸@box-x"),
    ("heading-space", "‸##A and ##A\n  ‸##A\n"),
]  # fmt: skip


@pytest.mark.parametrize(("rule", "text"), CASES)
def test_the_one_that_is_meant(rule: str, text: str) -> None:
    assert told(rule, text) == marked(text)


FIELDS = [
    "title: A [@law] [‸@lw]",
    'title: "A \\"[@law]\\" [‸@lw]"',
    "title: 'A ''[@law]'' [‸@lw]'",
    "title: A [@law]\n  and [‸@lw]",
    'title: "A [@law]\\\n    and\n\n    \\u00e9 [‸@lw]"',
    "title: A\nin_brief: |\n    A [@law],\n\n    - {{ 'lw' }} [‸@lw]",
    "title: A\nin_brief: >\n    A [@law],\n    {{ 'lw' }} [‸@lw]",
    "title: A\nkey_facts:\n  - {value: '{{ 1 | asis }}', label: \"lw [‸@lw]\"}",
]


@pytest.mark.parametrize("text", FIELDS)
def test_the_same_in_the_fields_of_a_yaml_file(text: str, tmp_path: Path) -> None:
    (tmp_path / "text").mkdir()
    (tmp_path / "text" / "a.md").write_text("A\n", encoding="utf-8")
    (tmp_path / "briefing.yaml").write_text(text.replace(MARK, ""), encoding="utf-8")
    (tmp_path / "references.yaml").write_text("- {id: law, type: report, title: Law, author: [{literal: A}]}\n")
    briefing = load(tmp_path, tmp_path)
    with pytest.raises(ReportError) as raised:
        read(briefing, words_for("en-GB"))
    places = [one.place for one in raised.value.problems if one.rule == "citation-unknown"]
    assert places == [Place("briefing.yaml", *marked(text)[0])]


def test_words_that_the_house_writes_otherwise() -> None:
    text = "# Boats and ships\n\nA “ship” and `ship`:\nboat, ‸ship, ship.\n\n- the\n\n  - ‸ship"
    terms = (Term("ship", prefer="boat"),)
    found = read(replace(paper(text.replace(MARK, "")), terms=terms), words_for("en-GB")).problems
    places = sorted((one.place.line, one.place.column) for one in found if one.rule == "term-avoided")
    assert places == marked(text)
