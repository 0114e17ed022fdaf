"""A unit that is typed beside a value which has it already is told, and printed once."""

from __future__ import annotations

import pytest

from reportgen.document.inlines import Text, Value, plain
from reportgen.document.templates.doubled import told_once
from tests.document.rendering import render, shown


@pytest.mark.parametrize(
    ("unit", "text", "printed", "named"),
    [
        ("million", "VALUE million people", "⟨3,770⟩ million people", "million"),
        ("million", "**VALUE** million", "**⟨3,770⟩** million", "million"),
        ("million", "VALUE\nmillion people", "⟨3,770⟩\nmillion people", "million"),
        ("m", "VALUE million", "⟨3,770⟩ million", "m"),
        ("£bn", "£VALUE billion", "£⟨3,770⟩ billion", "£ bn"),
        ("£ billion", "£VALUE in debt", "£⟨3,770 billion⟩ in debt", "£"),
        ("£", "**£VALUE**", "**£⟨3,770⟩**", "£"),
        ("%", "VALUE per cent", "⟨3,770⟩ per cent", "%"),
        ("% of GDP", "VALUE of GDP", "⟨3,770%⟩ of GDP", "of GDP"),
        ("km", "VALUE kilometres", "⟨3,770⟩ kilometres", "km"),
        ("year", "VALUE years.", "⟨3,770⟩ years.", "year"),
        ("years", "a VALUE-year-old", "a ⟨3,770⟩-year-old", "years"),
        ("million people", "VALUE people", "⟨3,770 million⟩ people", "people"),
    ],
)
def test_a_unit_that_is_typed_again(unit: str, text: str, printed: str, named: str) -> None:
    found = render(text.replace("VALUE", f"{{{{ facts.locks | unit('{unit}') }}}}"))
    assert found.text.replace("\u00a0", " ") == printed
    assert [one.rule for one in found.problems] == ["unit-twice"]
    assert f"the unit '{named}' is printed" in found.problems[0].message


@pytest.mark.parametrize(
    ("unit", "text", "printed"),
    [
        ("million", "VALUE people", "⟨3,770 million⟩ people"),
        ("£m", "VALUE million-pound", "⟨£3,770⟩ million-pound"),
        ("km", "VALUE, km by km", "⟨3,770 km⟩, km by km"),
        ("m", "VALUE. Million", "⟨3,770m⟩. Million"),
        ("%", "VALUE | per cent", "⟨3,770%⟩ | per cent"),
        ("people", "VALUE | people |", "⟨3,770 people⟩ | people |"),
        ("states", "VALUE state that", "⟨3,770 states⟩ state that"),
        ("p", "VALUE p.a. more", "⟨3,770p⟩ p.a. more"),
    ],
)
def test_other_words_are_left_alone(unit: str, text: str, printed: str) -> None:
    found = render(text.replace("VALUE", f"{{{{ facts.locks | unit('{unit}') }}}}"))
    assert found.text.replace("\u00a0", " ") == printed


def test_each_of_a_line_is_told() -> None:
    value = "{{ facts.locks | unit('£m') }}"
    found = render(f"From {value}m to {value} million, or {value}m.")
    assert [one.place.column for one in found.problems if one.rule == "unit-twice"] == [6, 41, 84]


@pytest.mark.parametrize(
    ("unit", "text", "typed"),
    [
        ("£m", "VALUEbn", "bn"),
        ("£m", "**VALUE**bn", "bn"),
        ("£m", "VALUE billion", "billion"),
        ("£m", "VALUE%", "%"),
        ("km", "VALUE per cent of it", "per cent"),
        ("%", "VALUEk", "k"),
        ("million people", "VALUE billion", "billion"),
        ("£m", "€VALUE", "€"),
    ],
)
def test_another_unit_that_is_typed_is_an_error(unit: str, text: str, typed: str) -> None:
    (found,) = render(text.replace("VALUE", f"{{{{ facts.locks | unit('{unit}') }}}}")).problems
    assert (found.rule, found.message.rpartition(", and ")[2]) == (
        "template-value",
        f"'{typed}' is typed beside it",
    )


@pytest.mark.parametrize(
    ("unit", "text"),
    [
        ("km", "VALUE m away"),
        ("£m", "VALUE, billion by billion"),
        ("£m", "VALUE bn-like"),
        ("%", "VALUE percentage"),
        ("£", "VALUE million"),
    ],
)
def test_what_is_no_unit_is_no_other_one(unit: str, text: str) -> None:
    assert render(text.replace("VALUE", f"{{{{ facts.locks | unit('{unit}') }}}}")).problems == ()


def test_a_number_alone_may_have_its_unit_typed() -> None:
    assert shown("{{ facts.locks | unit('million') | number }} million") == "⟨3,770⟩ million"


def test_in_letters_the_word_of_size_stays_and_is_not_doubled() -> None:
    assert shown("{{ 2 | unit('million') | words }} people") == "⟨two\u00a0million⟩ people"
    assert render("{{ 2 | unit('bn') | words }} billion").text == "⟨two⟩ billion"
    assert shown("{{ 2 | unit('km') | words }} miles") == "⟨two⟩ miles"


def _beside(value: str, label: str) -> str:
    return plain(told_once((Text("about "), Value(value)), (Text(label),)))


def test_a_key_fact_whose_label_begins_with_its_unit_says_it_once() -> None:
    assert _beside("141\u00a0states", "states condemned it") == "about 141"
    assert _beside("£3\u00a0billion", "billion pounds") == "about £3"
    assert _beside("141\u00a0states", "condemned it") == "about 141\u00a0states"
    assert told_once((Text("3 states"),), (Text("states"),)) == (Text("3 states"),), "what is typed stands"
