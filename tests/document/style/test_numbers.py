"""Numbers that are bound to nothing: which are told and which are not, and where."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reportgen.document import read
from reportgen.document.style.bare_numbers import bare_numbers, value_of
from reportgen.house import House
from reportgen.language import Words, words_for
from reportgen.problems import Place, Problem
from reportgen.source.meta import KeyFact
from reportgen.source.model import Column, Phrase
from tests.document.making import paper
from tests.document.sample import table

ENGLISH, FRENCH = words_for("en-GB"), words_for("fr-FR")
OFFICES = table(
    "offices",
    [
        Column("place", "Place"),
        Column("year", "Year", "year"),
        Column("distance", "Distance", "number"),
        Column("share", "Share", "number", "%"),
    ],
    [
        ["Mora", Decimal(2015), Decimal("7.5"), Decimal(40)],
        ["South plain", Decimal(2015), Decimal("3.5"), Decimal(50)],
        ["South plain", Decimal(2020), Decimal("4.5"), Decimal(60)],
    ],
    ["place"],
    "year",
)


def numbers(text: str, language: str = "en-GB", *excepted: str) -> list[str]:
    return [found[0] for found in bare_numbers(text, words_for(language), excepted)]


def problems(text: str, **meta: object) -> list[Problem]:
    found = read(paper(text, **meta), ENGLISH).problems
    return sorted(problem for problem in found if problem.rule == "number-unbound")


def told(text: str, **meta: object) -> list[str]:
    """Line, column and number of each warning."""
    return [f"{one.place.line}:{one.place.column} {one.message.split()[2]}" for one in problems(text, **meta)]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("It paid £33, €1.5m, 12,000, 33%, 33 per cent and 1/3 of it.", ["£33", "€1.5", "12,000", "33%", "33", "1/3"]),
        ("It rose by +3, fell by −2.5, and was ±1.", ["+3", "−2.5", "±1"]),
        ("A 20-year plan for under-25s, the 3rd of it, 10km and 20MW.", ["20", "25", "3", "10", "20"]),
        ("Between 10–20 and 30 to 40 of 12 000.", ["10", "20", "30", "40", "12 000"]),
        ("Serbia’s 33 chapters; in two parts. 33 people; Serbia (33), Kosovo (12).", ["33", "33", "33", "12"]),
        ("In March 2022 33 people spent €2000, or 2000%.", ["33", "€2000", "2000%"]),
        ("Annex 3 has 33 rows, article 5 has 4.", ["33", "4"]),
        ("Call 207946000.", ["207946000"]),
        ("About .5 per cent of 0.5 and a .25 share.", [".5", "0.5", ".25"]),
        ("There are 390 High Court trials and 577 Crown Court cases.", ["390", "577"]),
        ("12 Magistrates’ Court rooms and 250 Church Road residents.", ["12", "250"]),
        ("Paid per 1,500 people, per 1,000% and per 2,000.", ["1,500", "1,000%", "2,000"]),
    ],
)
def test_english_numbers_that_are_told(text: str, found: list[str]) -> None:
    assert numbers(text) == found


@pytest.mark.parametrize(
    "text",
    [
        "In 2022 and the 1990s, in 2019-20, 2014/15 and 2019–2020, since mid-2022.",
        "On 31 March 2022, March 31, from 3 to 5 March, on 1st May, 2022-03-31, 31/03/2022 and 31.3.22.",
        "At 10:30, 9 am, 9.30 a.m., 5pm and 9 o’clock.",
        "See section 2.1, Article 50(3), Resolution 1244 (1999), § 5, §§ 5 and 6, No 3, Nos 3 and 4, p. 5, pp 6–7.",
        "Articles 3, 4 and 5 of Regulation (EU) No 1093/2010, Regulation (EU) 2016/679, Directive 2014/65/EU.",
        "Annex II(4), protocol 14, Table 2, chart 3, Figure 4, paras 3 to 5, Chapter 23.",
        "ES-11/1, A/RES/68/262, COVID-19, G20, EU27, F-16, 2021/0106(COD), CO2, 5G and the 737-MAX.",
        "It asks that (1) there is rain, (2) there is none, and (3) nobody cares.",
        "The 19th century, the 19th and 20th centuries, a 21st-century idea, the 19th- and 20th-century poets.",
        "He said “33 of 35”, «12», ‘4’ and „5“.",
        "See https://x.example/33 or www.x.example/44.",
        "At 10 Downing Street, 12 King Charles Street and 7 Millbank; 10 Downing Street says so.",
        "Per 1,000, per 10,000, per 100 and per 100,000 people, per 1,000,000.",
        "Since the ’90s, in Term 1.",
    ],
)
def test_english_numbers_that_are_excused(text: str) -> None:
    assert numbers(text) == []


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Il y a 12 000 €, 33 %, 1\u202f234,5 et 5 pays.", ["12 000 €", "33 %", "1\u202f234,5", "5"]),
        ("Le 3e rang, un plan de 20 ans, 35 heures par semaine.", ["3", "20", "35"]),
        ("Le 1er janvier 2022, le 31 janv. 2022, du 3 au 5 mars, en 2019-2020.", []),
        ("À 10 h 30, à 10h30, à 10 heures, à 10:30.", []),
        ("L’article 50, les articles 3, 4 et 5, la résolution 1244, n° 5, le tableau 3, la page 4.", []),
        ("Le règlement (UE) n° 1093/2010, la directive 2014/65/UE, l’annexe 3.", []),
        ("Pour 1 000 et pour 100 000 habitants, mais 12 pour 1 500.", ["12", "1 500"]),
        ("Au 19e siècle et aux 19e et 20e siècles ; « 33 sur 35 ».", []),
    ],
)
def test_french_numbers(text: str, found: list[str]) -> None:
    assert numbers(text, "fr-FR") == found


def test_the_house_says_which_numbers_are_meant() -> None:
    assert numbers("Open 24/7 on Route\u00a066, not 124/7.", "en-GB", "24/7", "Route 66", "") == ["124/7"]
    made = paper("# A\n\nOpen 24/7 for 3.")
    found = read(replace(made, house=House(numbers=("24/7",))), ENGLISH).problems
    assert [one.message.split()[2] for one in found] == ["3"]


@pytest.mark.parametrize(
    ("number", "value"),
    [("12,000", "12000"), ("£1,234.5", "1234.5"), ("−3", "-3"), ("33%", "33"), ("1/3", None), ("1.2.3", None)],
)
def test_what_a_number_amounts_to(number: str, value: str | None) -> None:
    assert value_of(number, ENGLISH) == (Decimal(value) if value else None)


def test_a_french_number_amounts_to_the_same() -> None:
    assert value_of("1\u202f234,5 €", FRENCH) == Decimal("1234.5")


# --- where they stand -----------------------------------------------------------------------------------------------
@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("# The 3 rivers {#r-3}\n\nText.", ["1:7 3"]),
        (
            "3. 3 items, and 4 of [33](https://x.org/44) and 44.\n4. `5` and 5",
            ["1:4 3", "1:17 4", "1:23 33", "1:49 44", "2:12 5"],
        ),
        ("Of {{ rivers.Elbe.length }}, {{ 33 | asis }} and £12,000.", ["1:50 £12,000"]),
        ("{% for i in [1, 2] %}of 9 {% endfor %}and 9{# 8 #} 8.", ["1:25 9", "1:43 9", "1:52 8"]),
        (
            "In **11** rows^[Note of 12 rows.] or [@survey, para 13] 13.[^a]\n\n[^a]: Of 14.",
            ["1:6 11", "1:25 12", "1:57 13", "3:10 14"],
        ),
        ("The 3^rd^ of 10^9^, CO~2~, 5 m^2^.", ["1:5 3", "1:14 10", "1:28 5"]),
        ("River\n: It has 3 locks.\n\n- One\n  and 4\n", ["2:10 3", "5:7 4"]),
        ("::: box b\ntitle: 16 of 17\n\nHas 18.\n:::", ["4:5 18"]),
        ("::: keyfacts\n17 km\n: of 19\n:::", ["2:1 17", "3:6 19"]),
    ],
)
def test_each_is_told_where_it_stands(text: str, found: list[str]) -> None:
    assert told(text) == found


@pytest.mark.parametrize(
    "text",
    [
        "> Of 33.",
        "::: quote\nwho: Ann\nrole: mayor\ndate: 2021\nsource: law\n\nOf 33.\n:::",
        '"Of 33", she said.',
        "`33` and\n\n    33\n\n```\n33\n```",
        "| A | B |\n|---|---|\n| 33 | 44 |",
        "Read [@law, p 33] and <a33@x.org>.",
        "# A {#a-3}\n\nSee @section-a-3.",
        "Text.<!-- 33 -->{# 33 #}",
        "::: table t\ntitle: 33 of 44\nsubtitle: 5\nnote: 6\n\n| A |\n|---|\n| 33 |\n:::",
    ],
)
def test_what_is_no_prose_is_left_alone(text: str) -> None:
    assert told(text) == []


@pytest.mark.parametrize(
    ("template", "number"),
    [
        ("{{ 33 }}", "33"),
        ("{{ 2 + 3 }}", "5"),
        ("{{ '1,000' }}", "1,000"),
        ("{% for i in range(2) %}{{ loop.index }}{% endfor %}", "12"),
        ("{% set n = 4 %}{{ n }}", "4"),
        ("{{ 3 | ordinal }}", "3"),
    ],
)
def test_a_value_of_nothing_is_told(template: str, number: str) -> None:
    assert told(f"It has {template}.") == [f"1:{8 if '%' not in template else template.index('{{') + 8} {number}"]


@pytest.mark.parametrize(
    "template",
    [
        "{{ 33 | asis }}",
        "{{ '12,000' | asis | upper }}",
        "{{ facts.locks }}",
        "{{ (facts.locks / 2) | number(1) }}",
        "{{ rivers | length }} or {{ rivers | count + 1 }}",
        "{{ rivers | sum('length') }}",
        "{{ edition }} of {{ facts_as_of }}",
        "{{ 3 | words }}",
        "{{ 2022 }}",
        "{{ rivers | map(attribute='length') | join(' and ') }}",
        "{{ 'about ' ~ facts.locks }}",
        "{{ [facts.locks, 3 | asis] | list }}",
    ],
)
def test_a_value_that_something_answers_for_is_bound(template: str) -> None:
    assert told(f"It has {template}.") == []


def test_the_cover_is_prose_too() -> None:
    brief = Phrase("First.\n\nOf 33 locks.", Place("briefing.yaml", 3, 3))
    fact = KeyFact(Phrase("44 km", Place("briefing.yaml", 7, 13)), Phrase("of 55", Place("briefing.yaml", 8, 13)))
    found = [str(one.place) for one in problems("# A\n\nText.", in_brief=brief, key_facts=(fact,))]
    assert found == ["briefing.yaml:5:6", "briefing.yaml:7:13", "briefing.yaml:8:16"]


_WORDS = st.text(alphabet="abcdefghij", min_size=2, max_size=8)
_PLAIN = _WORDS.filter(lambda word: word not in {"ch", "did", "a"})
_NUMBERS = st.one_of(
    st.integers(0, 999).map(str),
    st.integers(1000, 9_999_999).map(lambda number: f"{number:,}"),
    st.decimals(0, 999, places=2).map(str),
    st.integers(0, 100).map(lambda number: f"{number}%"),
    st.integers(1, 999).map(lambda number: f"£{number}"),
)
_WRAPPED = st.sampled_from(
    ["{}", "*{}*", "**{}**", "[see {}](https://x.org/7)", "{{{{ facts.locks }}}} {}", "`9 8` {}"]
)


@settings(deadline=None, max_examples=60)
@given(st.lists(_PLAIN, min_size=1, max_size=6), _NUMBERS, st.lists(_PLAIN, min_size=1, max_size=6), _WRAPPED)
def test_a_number_anywhere_is_told_at_its_column_and_a_bound_one_never(
    before: list[str], number: str, after: list[str], wrapped: str
) -> None:
    begin, _, end = wrapped.format("\x00").partition("\x00")
    line = f"{' '.join(before)} {begin}"
    assert told(f"# A\n\n{line}{number}{end} {' '.join(after)}.") == [f"3:{len(line) + 1} {number}"]
    assert told(f"# A\n\n{line}{{{{ '{number}' | asis }}}}{end} {' '.join(after)}.") == []


# --- what the hint says -----------------------------------------------------------------------------------------------
def hints(text: str, **changes: object) -> list[str]:
    made = replace(paper(text), **changes)  # type: ignore[arg-type]
    return [one.hint for one in sorted(read(made, ENGLISH).problems) if one.rule == "number-unbound"]


def test_a_value_of_the_data_is_named_as_it_must_be_written() -> None:
    text = "The Elbe has a length of 1,094 km and a fall of 12.5%. North Esk: length 64. It has 3,770 locks. Of 5."
    assert [hint.partition(", which")[0] for hint in hints(text)] == [
        "write {{ rivers.Elbe.length }}",
        "write {{ rivers.Elbe.fall }}",
        'write {{ rivers["North Esk"].length }}',
        "write {{ facts.locks }}",
        "write {{ … }} where it stands in the data, or {{ 5 | asis }} if it is meant",
    ]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("In 2015 the South plain had a distance of 3.5.", '{{ offices.at("South plain", "2015").distance }}'),
        ("The South plain had a distance of 3.5.", "{{ … }}"),
        ("The South plain has a distance of 4.5.", '{{ offices["South plain"].distance }}'),
        ("The distance is 7.5 in Mora.", "{{ offices.Mora.distance }}"),
        ("Mora’s share is 40%.", "{{ offices.Mora.share }}"),
        ("Mora’s share is 40 per cent.", "{{ offices.Mora.share }}"),
        ("Mora’s share is 40.", "{{ … }}"),
        ("The distance is 7.5% in Mora.", "{{ … }}"),
        ("The distance is 7.5 million in Mora.", "{{ … }}"),
        ("The distance is £7.50 in Mora.", "{{ … }}"),
        ("The distance is 7.5. So it is in Mora.", "{{ … }}"),
    ],
)
def test_the_hint_writes_the_lookup_that_gives_that_very_value(text: str, name: str) -> None:
    (hint,) = hints(text, tables={"offices": OFFICES})
    assert hint.startswith(f"write {name}")


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("It cost £480m.", "£480m"),
        ("It cost £1.2bn¹ then.", "£1.2bn"),
        ("It cost £1,213.7m¹ then.", "£1,213.7m"),
        ("It cost £5 million and 3 others.", "£5 million"),
        ("It is 12 per cent of it.", "12 per cent"),
        ("It is 5–10 % of it.", "5–10 %"),
        ("It is 20km wide.", "20km"),
        ("A 20-year plan.", "20"),
        ("Of these 1 in 5 go.", "1 in 5"),
        ("Of these 4 out of 10 go.", "4 out of 10"),
        ("There are 12 people.", "12"),
    ],
)
def test_a_number_is_told_with_its_unit(text: str, number: str) -> None:
    said = problems(text)[0]
    assert said.message == f"the number {number} comes from no table and no fact"
    assert (f'{{{{ "{number}" | asis }}}}' in said.hint) is (number not in ("12", "20"))


def test_a_number_of_the_data_is_not_told_without_its_unit() -> None:
    (hint,) = hints("Mora’s share is 40 per cent.", tables={"offices": OFFICES})
    assert hint.startswith("write {{ offices.Mora.share }}, which is 40 per cent, or {{ ")


def test_in_yaml_the_hint_can_stand_in_quotation_marks() -> None:
    fact = KeyFact(Phrase("£1.2bn", Place("briefing.yaml", 5, 12)), Phrase("spent", Place("briefing.yaml", 6, 12)))
    (found,) = [one for one in problems("# A\n\nDry.", key_facts=(fact,)) if one.place.file == "briefing.yaml"]
    assert found.hint == (
        "write {{ … }} where it stands in the data, or {{ '£1.2bn' | asis }} if it is meant; "
        'a value that begins with {{ stands in "…"'
    )


@pytest.mark.parametrize(
    "text",
    [
        "So it is [1] and [2, 3].",
        "It pays if B/C > 1.",
        "About 10⁻³ of it.",
        "About 10^-3 of it.",
        "Where x ≤ 0.5 it falls.",
    ],
)
def test_conditions_and_powers_of_ten_are_no_data(text: str) -> None:
    assert numbers(text) == []


@pytest.mark.parametrize(("text", "literal"), [("The 3rd.", "3"), ("The 1^st^ of it.", "1")])
def test_a_rank_is_told_how_to_stay_one(text: str, literal: str) -> None:
    (hint,) = hints(text)
    where = "write {{ … | ordinal }} where it stands in the data"
    assert hint == f"{where}, or {{{{ {literal} | ordinal | asis }}}} if it is meant"


def test_a_rank_that_is_meant_is_printed_as_one() -> None:
    assert told("The {{ 3 | ordinal | asis }} and {{ 12000 | number | asis }}.") == []
    french = [one.hint for one in read(paper("Le 2e rang.", language="fr-FR"), FRENCH).problems]
    assert any("{{ 2 | ordinal | asis }}" in hint for hint in french)


@pytest.mark.parametrize("words", [ENGLISH, FRENCH])
@pytest.mark.parametrize("begun", ["1", "articles 1", "19th", "3 March, 4"])
def test_a_row_of_empty_cells_behind_a_number_is_read_at_once(words: Words, begun: str) -> None:
    assert len(bare_numbers(begun + ", " * 60 + "x", words)) <= 2  # two to the power of sixty ways, once


@pytest.mark.parametrize(
    "text",
    [
        "l’article 2e, les articles 1er et 4, l’alinéa 1er",
        "la 2e lecture, le 4e alinéa, la 12e circonscription, le 3e adjoint, au 7e étage",
        "le 4° du III, 1° la durée ; 2° le lieu",
        "la salle 4075, dès 9h, les années 60, mai 68, le 11-Novembre",
        "à Lyon 3e, 69003 Lyon, 91054 Évry Cedex",
        "voir II. C. 2.",
    ],
)
def test_numbers_that_name_things_in_french_are_no_figures(text: str) -> None:
    assert numbers(text, "fr-FR") == []


def test_numbers_that_look_like_these_are_figures() -> None:
    text = "il fait 25°C, 12° de plus, 45 000 Lyonnais, 35h par semaine"
    assert numbers(text, "fr-FR") == ["25", "45 000", "35"]


def test_a_short_size_with_its_currency_goes_with_the_number() -> None:
    made = paper("L’État a dépensé 4,5 Mds€, puis 270 k€ et 12 M€.", language="fr-FR")
    said = [one.message.split(" comes")[0].replace("\u00a0", " ") for one in read(made, FRENCH).problems]
    assert said == ["the number 4,5 Mds€", "the number 270 k€", "the number 12 M€"]


def test_the_hint_for_a_feminine_rank_has_the_filter_for_it() -> None:
    french = [one.hint for one in read(paper("Le 3ème rang, la 2nde place.", language="fr-FR"), FRENCH).problems]
    assert "{{ 3 | ordinal | asis }}" in french[0] and '{{ 2 | ordinal("f") | asis }}' in french[1]
