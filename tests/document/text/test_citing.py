"""Values that print their source: where the note's number stands, and where words stand for it."""

from __future__ import annotations

from dataclasses import replace

import pytest

from reportgen.document import read
from reportgen.document.reading.draft import Draft
from reportgen.language import words_for
from reportgen.source.meta import KeyFact
from reportgen.source.model import Briefing, Phrase
from tests.document.making import dump, inline, paper
from tests.document.sample import FACTS

LAW = replace(FACTS["opened"], name="act", sources=("law",))
BOTH = replace(FACTS["opened"], name="both", sources=("survey", "law"))
SURVEY, WATER_LAW = "Water Office, River survey", "Parliament, Water law"


def draft(text: str, **meta: object) -> Draft:
    made: Briefing = paper(text, **meta)
    return read(replace(made, facts={**FACTS, "act": LAW, "both": BOTH}), words_for(made.meta.language))


def shown(text: str) -> str:
    """The blocks of a text without a heading, a line each."""
    (section,) = draft(text).sections
    return (
        "\n".join(line for block in section.blocks for line in dump(block)).replace(SURVEY, "S").replace(WATER_LAW, "L")
    )


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("{{ facts.locks | cite }} locks", "{3,770} locks(note 1: S)"),
        ("Of {{ facts.locks | cite }}. So", "Of {3,770}.(note 1: S) So"),
        ("“{{ facts.locks | cite }}”, so", "“{3,770}”,(note 1: S) so"),
        ('("{{ facts.locks | cite }}"); so', "(“{3,770}”);(note 1: S) so"),
        ("**{{ facts.locks | cite }}**: so", "*{3,770}*:(note 1: S) so"),
        ("{{ facts.locks | cite }}’s", "{3,770}’s(note 1: S)"),
        ("[{{ facts.locks | cite }} locks](https://a.b).", "<{3,770} locks|https://a.b>.(note 1: S)"),
        ("[*{{ facts.locks | cite }}*](https://a.b)", "<_{3,770}_|https://a.b>(note 1: S)"),
        ("{{ facts.locks | cite }}[@law]", "{3,770}(note 1: S)^,(note 2: L)"),
        ("{{ facts.locks | cite }}, {{ rivers.Elbe.length | cite }}", "{3,770},(note 1: S) {1,094 km}"),
        ("{{ facts.act | cite }} {{ facts.locks | cite }}.", "{December 1999} {3,770}.(note 1: L)^,(note 2: S)"),
        ("{{ facts.act | cite }} {{ facts.both | cite }}.", "{December 1999} {December 1999}.(note 1: L)^,(note 2: S)"),
        ("{{ facts.locks | cite }} of 1,094.5 at 10:30; so", "{3,770} of 1,094.5 at 10:30;(note 1: S) so"),
        ("{{ facts.locks | cite }} by A. Lee, approx. half", "{3,770} by A. Lee,(note 1: S) approx. half"),
        ("{{ facts.locks | cite }} approx. “locks.” So", "{3,770} approx. “locks.”(note 1: S) So"),
        ("{{ facts.locks | cite }} *big locks*, so", "{3,770} _big locks_,(note 1: S) so"),
        ("{{ facts.locks | cite }} [locks](https://a.b) (so)!", "{3,770} <locks|https://a.b> (so)!(note 1: S)"),
        ("{{ facts.locks | cite }} locks[@law] there.", "{3,770} locks(note 1: S)^,(note 2: L) there."),
        ("({{ facts.locks | cite }}) locks", "({3,770})(note 1: S) locks"),
        ("`{{ facts.locks | cite }}`", "`3,770`"),
    ],
)
def test_the_number_stands_behind_what_follows(text: str, expected: str) -> None:
    assert shown(text) == expected


@pytest.mark.parametrize(
    "printed",
    [
        "rivers.Elbe.items | words | cite",
        "rivers.Elbe.items | cite | words",
        "rivers.Elbe.items | cite | number(2)",
        "rivers.Elbe.length | cite | round(1) | unit('m')",
        "rivers.Elbe.length - (rivers.Rhine.length | cite)",
        "-(rivers.Elbe.length | cite)",
        "[rivers.Elbe.length | cite, rivers.Rhine.length] | list",
        "rivers | map(attribute='name') | join(', ') | cite | upper",
        "rivers | sum('length') | cite",
        "(rivers.Elbe.length | cite) ~ ' km'",
        "dams.Elbe.date.year | cite",
        "(dams.Elbe.date | cite).year",
    ],
)
def test_it_goes_with_every_filter_and_with_what_is_computed(printed: str) -> None:
    assert shown(f"{{{{ {printed} }}}}").endswith("(note 1: S)")


def test_each_paragraph_item_and_cell_has_its_own() -> None:
    value = "{{ facts.locks | cite }}"
    text = f"A {value}\n\n- B {value} {value}\n- C {value}\n\n| d | e |\n|---|---|\n| f | {value} |\n| g | {value} |\n"
    said = [shown(text).count(f"(note {number}: Water Office, <note 1|#note-1>)") for number in range(2, 7)]
    assert shown(text).count("(note 1: S)") == 1 and said == [1, 1, 1, 1, 0]


def test_in_a_note_and_under_a_table_the_source_stands_in_words() -> None:
    assert shown("A^[There were {{ facts.locks | cite }} once.]") == "A(note 1: There were {3,770} (S) once.)"
    assert shown("A[^n]\n\n[^n]: So {{ facts.locks | cite }}. Then") == "A(note 1: So {3,770}. S. Then)"
    table = "::: table\ntitle: T\nnote: Read {{ facts.locks | cite }}, then\n\n| a | b |\n|---|---|\n| c | 1 |\n:::"
    assert "note: Read {3,770} (S), then" in shown(table)


def test_an_event_calls_the_note_of_its_date_behind_its_words() -> None:
    text = "::: timeline\n{{ facts.act | cite }}\n: The law[@survey]\n:::"
    assert "{December 1999} | The law(note 1: S)^,(note 2: L)" in shown(text)


def test_sources_so_cited_count_as_cited() -> None:
    assert tuple(draft("{{ facts.both | cite }}").cited) == ("survey", "law")


def test_key_facts_on_the_cover_keep_the_note_that_is_told_there() -> None:
    made = draft("A", key_facts=(KeyFact(Phrase("{{ facts.locks | cite }}"), Phrase("locks")),))
    assert inline(made.cover.key_figures[0].value) == f"{{3,770}}(note 1: {SURVEY})"


def test_what_is_no_text_has_the_value_alone() -> None:
    options = "kind: bars\ndata: rivers\ncategory: name\nvalues: length"
    made = draft(f"::: chart a\n{options}\ntitle: T\nalt: Of {{{{ facts.act | cite }}}}.\n:::")
    assert made.charts[0].alt == "Of December 1999." and tuple(made.cited) == ("survey",)
