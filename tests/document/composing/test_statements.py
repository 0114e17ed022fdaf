"""The statements of a paper: what each is called, and the data that it is about."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from reportgen.document.composing.statements import Statement, statements
from reportgen.document.inlines import Text, Value
from reportgen.problems import NOWHERE
from reportgen.source.meta import KeyFact
from reportgen.source.model import Phrase
from tests.document.making import draft, plans

CHART = "::: chart lengths\nkind: bars\ndata: rivers\ntitle: {title}\n{more}:::\n"
RIVERS = {"rivers.Elbe.length": "1094", "rivers.Rhine.length": "1233", "rivers.North Esk.length": "64"}


def made(*texts: str, **meta: Any) -> dict[str, Statement]:
    """The statements of some texts by their ids; of a chart, no kind says what it draws."""
    text = draft(*texts, **meta)
    return {one.id: one for one in statements(text, plans(text))}


def chart(title: str = "Long rivers", more: str = "columns: [name, length]\n") -> str:
    return CHART.format(title=title, more=more)


def test_a_charts_title_is_about_the_cells_that_it_shows_and_the_values_in_it() -> None:
    (title,) = made(chart("Long rivers with {{ facts.locks }} locks")).values()
    assert (title.id, title.kind, title.called) == ("chart-lengths title", "title", "the title of chart 'lengths'")
    assert title.words == "Long rivers with 3,770 locks"
    assert title.data == {**RIVERS, "facts.locks": "3770"}
    assert (title.place.line, title.place.column) == (4, 8)


def test_a_chart_is_about_the_columns_that_its_kind_draws() -> None:
    text = draft(chart(more=""))
    one = {name: replace(made, columns=("name", "length")) for name, made in plans(text).items()}
    assert [statement.data for statement in statements(text, one)] == [RIVERS]


@pytest.mark.parametrize("more", ["where: {name: [Elbe, Rhine]}\n", 'where: {length: ">100"}\nsort: -length\n'])
def test_rows_that_are_left_out_are_no_data(more: str) -> None:
    title = made(chart(more=f"columns: [name, length]\n{more}"))["chart-lengths title"]
    assert title.data == {name: value for name, value in RIVERS.items() if "Esk" not in name}


def test_an_authors_alt_is_about_the_chart_and_its_own_values() -> None:
    found = made(chart(more="columns: [name, length]\nalt: Bars. The {{ facts.owner }} owns them.\n"))
    assert list(found) == ["chart-lengths title", "chart-lengths alt"]
    assert found["chart-lengths alt"].words == "Bars. The the *state* owns them."
    assert found["chart-lengths alt"].data == {**RIVERS, "facts.owner": "the *state*"}
    assert found["chart-lengths alt"].place.line == 6


def test_dates_tell_rows_of_one_key_apart_only_where_they_must() -> None:
    block = "::: table dams\ndata: dams\ntitle: Dams\ncolumns: [river, count]\n{}:::\n"
    every = made(block.format("where: {river: Elbe}\n"))["table-dams title"]
    assert every.data == {
        "dams.Elbe.2010.count": "2",
        "dams.Elbe.2021-05.count": "3",
        "dams.Elbe.2022-06-01.count": "4",
    }
    latest = made(block.format("where: {river: Elbe}\nlatest: true\n"))["table-dams title"]
    assert latest.data == {"dams.Elbe.count": "3"}
    (same,) = made(block.format("where: {river: Oder}\n")).values()
    assert same.data == {"dams.Oder.2020-01-01.count": "1", "dams.Oder.2020-01-01 (2).count": "2"}


def test_a_table_without_data_or_title_states_nothing() -> None:
    assert not made("::: table a\ntitle: Rooms\n\n| a | b |\n|---|---|\n| 1 | 2 |\n:::\n")
    assert not made("::: table a\ndata: rivers\n:::\n")


def test_what_stands_in_a_definition_is_a_key_message_too() -> None:
    found = made("# A {- .key-messages}\n\nLocks\n: There are {{ facts.locks }} of them.\n")
    assert [one.words for one in found.values()] == ["There are 3,770 of them."]


def test_key_facts_of_the_cover_and_of_a_part() -> None:
    fact = KeyFact(Phrase("{{ facts.locks }}", NOWHERE), Phrase("locks on the Elbe", NOWHERE))
    plain = KeyFact(Phrase("Two", NOWHERE), Phrase("of five", NOWHERE))
    block = "::: keyfacts\n{{ rivers.Elbe.length }}\n: is the Elbe\n\nfive\n: others\n:::\n"
    found = made(f"# Long {{#far}}\n\n{block}", key_facts=(plain, fact))
    assert list(found) == ["key-fact 2", "section-far key-fact 1"]
    assert found["key-fact 2"].words == "3,770: locks on the Elbe"
    assert found["key-fact 2"].data == {"facts.locks": "3770"}
    assert found["section-far key-fact 1"].data == {"rivers.Elbe.length": "1094"}
    assert found["section-far key-fact 1"].place.line == 4


MESSAGES = """\
## Key messages {- .key-messages}

**Rivers are long**: the Elbe has {{ rivers.Elbe.length }}.

- {{ facts.locks }} locks stand in the way.
- Nobody counts them.
- See @chart-lengths and @table-falls.

### More

There are {{ facts.locks }}.

## Others

And {{ facts.locks }} that are none.

::: table falls
data: rivers
title: Falls
columns: [name, fall]
where: {name: Elbe}
:::
"""


def test_key_messages_are_paragraphs_and_points_with_data() -> None:
    text = f"# Rivers\n\n{MESSAGES}\n{chart()}"
    found = {name: one for name, one in made(text).items() if one.kind == "message"}
    assert {name: one.data for name, one in found.items()} == {
        "message rivers-are-long": {"rivers.Elbe.length": "1094"},
        "message locks-stand-in-the-way": {"facts.locks": "3770"},
        "message see-and": {**RIVERS, "rivers.Elbe.fall": "12.5"},
        "message there-are": {"facts.locks": "3770"},
    }
    assert [one.place.line for one in found.values()] == [5, 7, 9, 13]


def test_what_is_in_brief_is_a_key_message() -> None:
    brief = Phrase("There are {{ facts.locks }}.\n\nNothing more.\n\nThere are *still* {{ facts.locks }}.", NOWHERE)
    assert list(made("Text.\n", in_brief=brief)) == ["message there-are", "message there-are-still"]
    assert list(made(f"# A\n\n{MESSAGES}\n{chart()}", in_brief=brief))[-1] == "message there-are-2"


@pytest.mark.parametrize(
    ("words", "same"),
    [("About 12 km long", True), ("About 9,999 km long", True), ("Only 12 km long", False), ("About 12 km", False)],
)
def test_other_values_are_no_other_words(words: str, same: bool) -> None:
    content = (Text("About\u00a0"), Value("12 km"), Text(" long"))
    assert Statement("a title", "title", "the title", content, NOWHERE, {}).says(words) is same


def test_many_values_are_compared_at_once() -> None:
    content = (*(part for number in range(40) for part in (Value(str(number)), Text(" "))), Text("end"))
    one = Statement("a title", "title", "the title", content, NOWHERE, {})
    assert one.says(f"{'1 ' * 40}end")
    assert not one.says(f"{'1 ' * 400}and")
    assert not one.says("1 2 3 end")
