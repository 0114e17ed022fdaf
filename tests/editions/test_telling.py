"""Each kind of change in its sentence, in English and in French."""

from __future__ import annotations

from pathlib import Path

import pytest

from reportgen.dates import PartialDate
from reportgen.document.revision import Revision
from reportgen.editions.revised import revision
from reportgen.editions.telling import tell
from reportgen.editions.wording import shared
from reportgen.language import words_for
from tests.editions.making import FILES, compared, edited

COUNTRIES, TROOPS, FACTS, TABLES = "data/countries.csv", "data/troops.csv", "data/facts.yaml", "data/tables.yaml"


def plain(text: str) -> str:
    return text.replace("\u00a0", " ").replace("\u202f", " ")


def told(revised: Revision) -> list[str]:
    return [plain(f"{line.subject}: {line.text}") for line in revised.lines]


KOSOVO = (
    "The European Union and NATO: Kosovo added: chapters provisionally closed 0, declarations joined 20%, NATO “None”"
)
ALBANIA = "Albania,,100,Member,2009,false\n"
MANY = "Montenegro,3,99,Member,2017,false\n"
NEW_ROWS = MANY + "".join(f"{name},1,50,None,,false\n" for name in ("Kosovo", "Moldova", "Georgia", "Ukraine"))

CASES = [
    (COUNTRIES, "Montenegro,3", "Montenegro,14", ["Montenegro: chapters provisionally closed, 3 to 14"]),
    (COUNTRIES, "Montenegro,3,99", "Montenegro,3,99.4", ["Montenegro: declarations joined, 99% to 99.4%"]),
    (
        COUNTRIES,
        "Montenegro,3",
        "Montenegro,3 [p]",
        ["Montenegro: chapters provisionally closed, 3, now provisional"],
    ),
    (COUNTRIES, "Albania,,", "Albania,14,", ["Albania: chapters provisionally closed, now 14 (none before)"]),
    (COUNTRIES, "Serbia,2,", "Serbia,,", ["Serbia: chapters provisionally closed, no longer given (2 before)"]),
    (
        COUNTRIES,
        "Serbia,2,",
        "Serbia,[c],",
        ["Serbia: chapters provisionally closed, now suppressed as confidential"],
    ),
    (COUNTRIES, "Serbia,2,", "Serbia,[x],", ["Serbia: chapters provisionally closed, now not available (2 before)"]),
    (
        COUNTRIES,
        "Montenegro,3,99",
        "Montenegro,3,99.4 [e]",
        ["Montenegro: declarations joined, 99% to 99.4% (estimated)"],
    ),
    (
        TROOPS,
        "EUFOR",
        "EUFOR Althea,2026-05,1500 [e],eur\nEUFOR",
        ["EUFOR Althea: troops, 1,100 (March 2022) to 1,500 (estimated, May 2026)"],
    ),
    (
        TROOPS,
        "EUFOR",
        "EUFOR Althea,2026-05,1100 [r],eur\nEUFOR",
        ["EUFOR Althea: troops, 1,100 (March 2022) to 1,100 (revised, May 2026)"],
    ),
    (
        TROOPS,
        "EUFOR",
        "EUFOR Althea,2026-05,[x],eur\nEUFOR",
        ["EUFOR Althea: troops, now not available (May 2026; before: 1,100, March 2022)"],
    ),
    (
        TROOPS,
        "EUFOR",
        "EUFOR Althea,2026-05,[c],eur\nEUFOR",
        ["EUFOR Althea: troops, now suppressed as confidential (May 2026)"],
    ),
    (COUNTRIES, "Partner", "Member", ["Serbia: NATO, “Partner” to “Member”"]),
    (COUNTRIES, "2017", "2016", ["Montenegro: member since, now 2016 (2017 before)"]),
    (COUNTRIES, ",,true", ",,false", ["Serbia: observer, now no (yes before)"]),
    (
        COUNTRIES,
        "Serbia",
        "Kosovo,0,20,None,,false\nSerbia",
        [KOSOVO],
    ),
    (COUNTRIES, MANY, NEW_ROWS, ["The European Union and NATO: 4 new rows – Kosovo, Moldova, Georgia and Ukraine"]),
    (COUNTRIES, ALBANIA, "", ["The European Union and NATO: Albania removed"]),
    (
        TROOPS,
        "EUFOR Althea,2022-03,1100",
        "EUFOR Althea,2022-03,1200",
        ["EUFOR Althea (March 2022): troops, 1,100 to 1,200"],
    ),
    (
        TROOPS,
        "EUFOR",
        "EUFOR Althea,2026-05,1500,eur\nEUFOR",
        ["EUFOR Althea: troops, 1,100 (March 2022) to 1,500 (May 2026)"],
    ),
    (TROOPS, "EUFOR", "EUFOR Althea,2026-05,1100,eur\nEUFOR", ["EUFOR Althea: troops, still 1,100 (May 2026)"]),
    (
        TROOPS,
        "EUFOR",
        "EUFOR Althea,2026-05,,eur\nEUFOR",
        ["EUFOR Althea: troops, no longer given (before: 1,100, March 2022)"],
    ),
    (
        TROOPS,
        "EUFOR",
        "EUFOR Althea,2004,7000,eur\nEUFOR",
        ["Strength of the international forces: EUFOR Althea, 2004, added: troops 7,000"],
    ),
    ("data/events.csv", "kfor", "six,1999-10,A sixth thing,true\nkfor", ["Events: A sixth thing added (October 1999)"]),
    ("data/opened.csv", "2022,33,22", "2022,33,24", ["2022: Serbia, 22 to 24"]),
    ("data/events.csv", "1999", "1999-06-12", ["NATO sends a force to Kosovo: date, now 12 June 1999 (1999 before)"]),
    (
        "data/events.csv",
        "war,true",
        "war,false",
        ["The Dayton Agreement ends the war: in the timeline, now no (yes before)"],
    ),
    (FACTS, "3770", "3900", ["Libraries: volunteers, 3,770 to 3,900"]),
    (FACTS, "49", "51", ["Votes for the motion: 49 to 51"]),
    (FACTS, "13", "14", ["plates days".capitalize() + ": 13 to 14"]),
    (
        FACTS,
        "value: 49, type: integer,",
        "value: 49, type: integer, unit: votes,",
        ["Votes for the motion: 49 to 49 votes"],
    ),
    (FACTS, "votes:", "seats: {value: 83, subject: Seats, source: ec}\nvotes:", ["Seats: 83 (new)"]),
    (FACTS, "plates_days: {value: 13, type: integer, source: ec}\n", "", ["Plates days: no longer given (13 before)"]),
    (
        TABLES,
        'unit: "%"',
        "unit: per mille",
        ["The European Union and NATO: declarations joined, now given in per mille (% before)"],
    ),
]


@pytest.mark.parametrize(("file", "old", "new", "lines"), CASES, ids=[case[3][0] for case in CASES])
def test_a_change_in_english(file: str, old: str, new: str, lines: list[str], tmp_path: Path) -> None:
    assert told(revision(compared(tmp_path, {file: (old, new)}), words_for("en-GB"))) == lines


FRENCH = [
    (COUNTRIES, "Montenegro,3", "Montenegro,14", "Montenegro: chapters provisionally closed, de 3 à 14"),
    (COUNTRIES, "Albania,,", "Albania,14,",
     "Albania: chapters provisionally closed, désormais 14 (auparavant aucune valeur)"),
    (COUNTRIES, "Serbia,2,", "Serbia,,",
     "Serbia: chapters provisionally closed, valeur désormais non indiquée (auparavant 2)"),
    (COUNTRIES, "Partner", "Member", "Serbia: NATO, de « Partner » à « Member »"),
    (COUNTRIES, ",,true", ",,false", "Serbia: observer, désormais non (auparavant oui)"),
    (COUNTRIES, ALBANIA, "", "The European Union and NATO: ligne supprimée, Albania"),
    (TROOPS, "EUFOR", "EUFOR Althea,2026-05,1500,eur\nEUFOR",
     "EUFOR Althea: troops, de 1 100 (mars 2022) à 1 500 (mai 2026)"),
    (TROOPS, "EUFOR", "EUFOR Althea,2004,7000,eur\nEUFOR",
     "Strength of the international forces: nouvelle ligne, EUFOR Althea, 2004 : troops 7 000"),
    (FACTS, "votes:", "seats: {value: 83, subject: Seats, source: ec}\nvotes:", "Seats: 83 (nouveau)"),
    (COUNTRIES, "Serbia,2,", "Serbia,[c],",
     "Serbia: chapters provisionally closed, désormais couvert par le secret statistique"),
    (
        COUNTRIES,
        "Serbia,2,",
        "Serbia,2 [r],",
        "Serbia: chapters provisionally closed, 2, désormais avec la mention « donnée révisée »",
    ),
    (TROOPS, "EUFOR", "EUFOR Althea,2026-05,[x],eur\nEUFOR",
     "EUFOR Althea: troops, désormais non disponible (mai 2026 ; auparavant 1 100, mars 2022)"),
]  # fmt: skip


@pytest.mark.parametrize(("file", "old", "new", "line"), FRENCH, ids=[case[3] for case in FRENCH])
def test_a_change_in_french(file: str, old: str, new: str, line: str, tmp_path: Path) -> None:
    assert told(revision(compared(tmp_path, {file: (old, new)}), words_for("fr-FR"))) == [line]


MARKED = {**FILES, COUNTRIES: FILES[COUNTRIES].replace("Serbia,2,57", "Serbia,2 [p],57 [e]")}
MARKS = [
    ("2 [p]", "2 [r]", "chapters provisionally closed, 2, now revised (provisional before)"),
    ("2 [p]", "2", "chapters provisionally closed, 2, no longer provisional"),
    ("2 [p]", "3", "chapters provisionally closed, 2 (provisional) to 3"),
    ("2 [p]", "", "chapters provisionally closed, no longer given (before: 2, provisional)"),
    ("2 [p]", "[c]", "chapters provisionally closed, now suppressed as confidential"),
    ("57 [e]", "57.4 [e]", "declarations joined, 57% (estimated) to 57.4% (estimated)"),
]


@pytest.mark.parametrize(("old", "new", "line"), MARKS)
def test_brackets_never_pile_up(old: str, new: str, line: str, tmp_path: Path) -> None:
    found = compared(tmp_path, {COUNTRIES: (old, new)}, MARKED)
    assert told(revision(found, words_for("en-GB"))) == [f"Serbia: {line}"]


def test_a_row_that_is_suppressed_is_not_told_as_what_a_later_one_was_before(tmp_path: Path) -> None:
    rows = "EUFOR Althea,2022-03,[c],eur\nEUFOR Althea,2026-05,1500,eur"
    lines = told(revision(compared(tmp_path, {TROOPS: ("EUFOR Althea,2022-03,1100,eur", rows)}), words_for("en-GB")))
    assert lines == [
        "EUFOR Althea (March 2022): troops, now suppressed as confidential",
        "EUFOR Althea: troops, now 1,500 (May 2026; before: suppressed as confidential, March 2022)",
    ]


VOTES = """
votes_cast:
  title: Votes
  key: [state, vote]
  source: ec
  columns: {state: {title: State}, vote: {title: Vote}, said: {title: Said}}
"""


def test_many_rows_that_share_a_part_of_their_key_are_told_by_it(tmp_path: Path) -> None:
    files = {**FILES, TABLES: FILES[TABLES] + VOTES.lstrip(), "data/votes_cast.csv": "state,vote,said\n"}
    rows = [f"{state},UN vote of {day},yes" for state in ("Albania", "Serbia") for day in ("14 May", "2 June")]
    changes = {"data/votes_cast.csv": ("said\n", "\n".join(["said", *rows, ""]))}
    assert told(revision(compared(tmp_path, changes, files), words_for("en-GB"))) == [
        "Votes: 4 new rows – UN vote of 14 May (Albania and Serbia); UN vote of 2 June (Albania and Serbia)"
    ]


@pytest.mark.parametrize(
    ("head", "names"),
    [
        ("  key: [state, vote]\n", ("Albania", "Motion")),
        ("  key: [state, vote]\n  date: cast\n", ("Albania", "Motion (May 2022)")),
        ("  key: vote\n", ()),
    ],
)
def test_a_changed_value_knows_the_parts_of_its_key(tmp_path: Path, head: str, names: tuple[str, ...]) -> None:
    table = (
        VOTES.lstrip().replace("  key: [state, vote]\n", head).replace("columns: {", "columns: {cast: {type: date}, ")
    )
    rows = "state,vote,cast,said\nAlbania,Motion,2022-05,yes\n"
    files = {**FILES, TABLES: FILES[TABLES] + table, "data/votes_cast.csv": rows}
    made = revision(compared(tmp_path, {"data/votes_cast.csv": ("yes", "no")}, files), words_for("en-GB"))
    assert [tuple(map(plain, line.names)) for line in made.lines] == [names]


def test_names_that_share_hardly_anything_are_not_grouped() -> None:
    assert shared([("a", "1"), ("b", "2"), ("c", "1")]) == {}
    assert shared([("a", "1"), ("b", "1"), ("c", "2"), ("d", "2")]) == {"1": [("a",), ("b",)], "2": [("c",), ("d",)]}
    assert shared([("a",), ("b",)]) == shared([]) == {}


def test_whole_tables_and_columns(tmp_path: Path) -> None:
    table = "\nsize:\n  title: Sizes\n  source: ec\n  columns: {a: {title: A}}\n"
    column = "    policy: {title: Declarations"
    files = {**FILES, "data/size.csv": "a\nx\n"}
    added = compared(tmp_path, {TABLES: ("\ncountries:", f"{table}countries:")}, files)
    assert told(revision(added, words_for("en-GB"))) == ["Sizes: new table with 1 row"]
    changes = {
        TABLES: (column, f"    area: {{title: Area}}\n{column}"),
        COUNTRIES: (
            "closed,policy,nato,since,observer\nMontenegro,3",
            "closed,policy,nato,since,observer,area\nMontenegro,3",
        ),
    }
    rows = "\n".join(f"{line},1" if line[:1].isupper() else line for line in edited(changes)[COUNTRIES].split("\n"))
    whole = {COUNTRIES: (FILES[COUNTRIES], rows), TABLES: changes[TABLES]}
    assert told(revision(compared(tmp_path, whole), words_for("en-GB"))) == [
        "The European Union and NATO: new column “Area”"
    ]


def test_a_line_has_its_sources_and_its_date_and_the_order_is_by_kind(tmp_path: Path) -> None:
    changes = {
        COUNTRIES: (f"Serbia,2,57,Partner,,true\n{ALBANIA}", "Serbia,5,57,Partner,,true\n"),
        TROOPS: ("EUFOR", "EUFOR Althea,2026-05,1500,eur\nEUFOR"),
        FACTS: ("votes:", "seats: {value: 83, subject: Seats, source: eur, as_of: 2021}\nvotes:"),
        "text/summary.md": ("Another point", "Another good point"),
    }
    comparison = compared(tmp_path, changes)
    revised = revision(comparison, words_for("en-GB"))
    assert [(line.subject, line.sources, str(line.as_of)) for line in revised.lines] == [
        ("Serbia", ("ec",), "2022-03-31"),
        ("EUFOR Althea", ("eur",), "2026-05"),
        ("Seats", ("eur",), "2021"),
        ("The European Union and NATO", ("ec",), "2022-03-31"),
    ]
    assert (revised.edition, revised.date) == (1, PartialDate(2022, 3, 31))
    assert [(one.title, one.manner, one.anchor) for one in revised.sections] == [
        ("2\u00a0The talks", "changed", "section-talks")
    ]
    assert [(place.line, manner) for place, manner in revised.paragraphs.items()] == [(10, "changed")]
    every = [change for one in tell(comparison, words_for("en-GB")) for change in one.changes]
    assert sorted(map(str, every)) == sorted(map(str, comparison.changes))
