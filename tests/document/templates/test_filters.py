from __future__ import annotations

from dataclasses import replace

import pytest

from reportgen.document.templates.rendering import Templates
from reportgen.language import words_for
from tests.document.rendering import render, shown
from tests.document.sample import briefing


@pytest.mark.parametrize(
    ("printed", "text"),
    [
        ("rivers.Elbe.length", "1,094\u00a0km"),
        ("rivers.Elbe.length | number(2)", "1,094.00"),
        ("rivers.Elbe.fall | number", "12.5"),
        ("rivers.Rhine.fall | percent(2)", "7.25%"),
        ("facts.locks | percent", "3,770%"),
        ("rivers.Elbe.items | words", "one"),
        ("rivers.Elbe.items | ordinal", "1st"),
        ("facts.opened | date", "December 1999"),
        ("facts_as_of | date('short')", "31\u00a0Mar 2022"),
        ("facts_as_of | month", "March 2022"),
        ("'13/08/1870' | date", "13\u00a0August 1870"),
        ("'13 August 1870' | date", "13\u00a0August 1870"),
        ("'2022-03-01' | date", "1\u00a0March 2022"),
        ("rivers.Elbe.fall | change", "+12.5%"),
        ("(rivers.Rhine.length - rivers.Elbe.length) | change", "+139\u00a0km"),
        ("(rivers.Elbe.length - rivers.Rhine.length) | change", "−139\u00a0km"),
        ("0.004 | change(2)", "0.00"),
        ("0 | change", "0"),
        ("rivers | map(attribute='name') | list", "Elbe, Rhine and North Esk"),
        ("rivers.Rhine.fall | asis", "7.25"),
        ("facts.locks | asis", "3770"),
        ("rivers.Elbe.fall | round", "13%"),
        ("-3 | abs", "3"),
        ("rivers.Elbe.name | upper | lower | capitalize", "Elbe"),
        ("rivers.Elbe.name | replace('be', 'f')", "Elf"),
        ("'a long sentence' | truncate(9)", "a long…"),
        ("rivers | sum(attribute='length')", "2,391\u00a0km"),
        ("rivers | selectattr('fall') | sum('fall')", "19.8%"),
        ("rivers.Elbe.fall / 2", "6.25%"),
        ("rivers.Rhine.fall - 1", "6.3%"),
        ("(rivers.Rhine.length / rivers.Elbe.length * 100) | percent(1)", "112.7%"),
        ("(rivers.Elbe.length * 2) | unit('£m')", "£2,188m"),
        ("rivers.Elbe.fall | unit('')", "12.5"),
        ("rivers.Rhine.length + (rivers.Elbe.fall | unit('') | unit('km'))", "1,245.5\u00a0km"),
        ("(rivers | sort(attribute='fall') | first).name", "Rhine"),
        ("(rivers | sort(attribute='fall') | last).name", "North Esk"),
        ("rivers | sort(attribute='name', reverse=true) | map(attribute='name') | join('/')", "Rhine/North Esk/Elbe"),
        ("(rivers | min(attribute='fall')).name", "Rhine"),
        ("(rivers | max(attribute='fall')).name", "Elbe"),
        ("rivers['North Esk'].fall | default('unknown')", "unknown"),
        ("nothing | default('none')", "none"),
        ("rivers | selectattr('fall') | map(attribute='name') | list", "Elbe and Rhine"),
        ("rivers | length", "3"),
    ],
)
def test_a_filter_decides_the_words(printed: str, text: str) -> None:
    assert shown(f"{{{{ {printed} }}}}") == f"⟨{text}⟩"


@pytest.mark.parametrize(
    "printed",
    [
        "rivers.Elbe.length | words",
        "rivers.Elbe.length | round | change",
        "rivers.Elbe.length ~ ' km'",
        "[rivers.Elbe.length] | list",
        "[rivers.Elbe.length] | sum",
        "[rivers.Elbe.length, 3] | join(' and ') | upper",
        "rivers.Elbe.length | string | trim",
        "rivers.Elbe.length * 2 - 1",
    ],
)
def test_records_stay_through_filters(printed: str) -> None:
    (value,) = render(f"{{{{ {printed} }}}}").values
    assert [record.name for record in value.records] == ["rivers.Elbe.length"]


@pytest.mark.parametrize(
    ("printed", "message"),
    [
        ("facts.owner | words", "'the *state*' is not a number"),
        ("rivers.Rhine.fall | words", "'7.25' is not a whole number"),
        ("rivers.Elbe.length | number(99)", "a number has 0 to 10 decimals, not 99"),
        ("rivers.Elbe.length | number(1, 2, 3)", "the filter 'number' can't be used here in this way"),
        ("rivers.Elbe.name | date", "'Elbe' is not a date"),
        ("facts_as_of | date('tiny')", "'tiny' is not a form of dates"),
        ("[] | max", "there is no value to choose from"),
        ("rivers | map(attribute='nam') | list", "the table 'rivers' has no column 'nam'"),
        ("rivers | list | first", "a whole row of 'rivers' can't be printed"),
        ("5 | join", "the filter 'join' can't be used here in this way"),
        ("'x' | safe", "there is no filter called 'safe'"),
        ("rivers | random", "there is no filter called 'random'"),
    ],
)
def test_a_filter_that_does_not_fit_is_told(printed: str, message: str) -> None:
    assert [told for _, _, told in render(f"{{{{ {printed} }}}}").told] == [message]


@pytest.mark.parametrize(
    ("test", "holds"),
    [
        ("rivers['North Esk'].fall is none", True),
        ("rivers.Elbe.fall is missing", False),
        ("rivers.Elbe.fall is number", True),
        ("rivers.Elbe.name is string", True),
        ("facts_as_of is date", True),
        ("rivers.Elbe.fall is integer", False),
        ("rivers.Elbe.items is odd", True),
        ("rivers.Oder is defined", False),
        ("'Oder' in rivers", False),
        ("rivers.Elbe.name in ['Elbe', 'Oder']", True),
        ("rivers.Elbe.length > rivers.Rhine.length", False),
        ("facts.opened < '2000'", True),
    ],
)
def test_tests_look_at_what_a_value_is(test: str, holds: bool) -> None:
    assert shown(f"{{% if {test} %}}yes{{% else %}}no{{% endif %}}") == ("yes" if holds else "no")


def test_filters_speak_the_language_of_the_paper() -> None:
    paper = briefing()
    french = Templates(replace(paper, meta=replace(paper.meta, language="fr")), words_for("fr"))
    assert render("{{ rivers.Elbe.length }} {{ 3 | words }}", templates=french).text == "⟨1\u202f094\u00a0km⟩ ⟨trois⟩"


@pytest.mark.parametrize(
    ("template", "printed"),
    [
        ("{{ dams | latest | sum('count') }} of {{ dams | sum('count') }}", "6 of 21"),
        ("{{ dams | latest | length }}", "3"),
        ("{{ dams.Elbe.count }} {{ (dams | latest).Elbe.count }}", "3 3"),
        (
            "{% for row in dams | latest %}{{ row.river }} {{ row.count }} {% endfor %}.",
            "Elbe 3 Oder 1 Oder 2 .",
        ),
        ("{{ dams | selectattr('count', 'lt', 3) | latest | map(attribute='count') | join(' ') }}", "2 1 2"),
    ],
)
def test_the_latest_rows_are_those_that_a_lookup_gives(template: str, printed: str) -> None:
    assert shown(template).translate({ord(sign): None for sign in "⟨⟩"}) == printed


@pytest.mark.parametrize(
    ("template", "printed"),
    [
        ("{{ rivers | sum('items') }}, {{ rivers | length }}", "3, 2"),
        ("{{ (rivers | max('length')).name }}", "Rhine"),
        ("{{ rivers | selectattr('fall') | list | length }}", "2"),
        ("{{ rivers | selectattr('name', 'equalto', 'North Esk') | sum('items') }}", "3"),
        ("{% for row in rivers %}{{ row.name }} {% endfor %}", "Elbe Rhine North Esk"),
    ],
)
def test_a_total_counts_in_no_sum(template: str, printed: str) -> None:
    paper = briefing()
    rivers = replace(paper.tables["rivers"], totals={"name": ("North Esk",)})
    templates = Templates(replace(paper, tables={**paper.tables, "rivers": rivers}), words_for("en-GB"))
    text = render(template, templates=templates).text.translate({ord(sign): None for sign in "⟨⟩"})
    assert text == printed


@pytest.mark.parametrize(
    ("template", "told"),
    [
        ("{{ rivers | latest | length }}", "the table 'rivers' has no dates to tell the latest row by"),
        ("{{ 3 | latest }}", "'3' has no rows of which to take the latest"),
    ],
)
def test_what_has_no_dates_has_no_latest_row(template: str, told: str) -> None:
    assert [problem.message for problem in render(template).problems] == [told]
