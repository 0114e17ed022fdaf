"""Each kind of change in its sentence, in English and in French."""

from __future__ import annotations

from pathlib import Path

import pytest

from reportgen.dates import PartialDate
from reportgen.document.revision import Revision
from reportgen.editions.telling import revision, tell
from reportgen.language import words_for
from tests.editions.making import FILES, compared, edited

COUNTRIES, TROOPS, FACTS, TABLES = "data/countries.csv", "data/troops.csv", "data/facts.yaml", "data/tables.yaml"


def plain(text: str) -> str:
    return text.replace("\u00a0", " ").replace("\u202f", " ")


def told(revised: Revision) -> list[str]:
    return [plain(f"{line.subject}: {line.text}") for line in revised.lines]


KOSOVO = (
    "The European Union and NATO: Kosovo added (chapters provisionally closed 0, declarations joined 20%, NATO “None”)"
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
        ["Montenegro: chapters provisionally closed, 3 to 3 (provisional)"],
    ),
    (COUNTRIES, "Albania,,", "Albania,14,", ["Albania: chapters provisionally closed, now 14 (none before)"]),
    (COUNTRIES, "Serbia,2,", "Serbia,,", ["Serbia: chapters provisionally closed, 2 no longer given"]),
    (
        COUNTRIES,
        "Serbia,2,",
        "Serbia,[c],",
        ["Serbia: chapters provisionally closed, now suppressed as confidential (2 before)"],
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
        ["EUFOR Althea: troops, 1,100 (March 2022) no longer given"],
    ),
    (
        TROOPS,
        "EUFOR",
        "EUFOR Althea,2004,7000,eur\nEUFOR",
        ["Strength of the international forces: EUFOR Althea (2004) added (troops 7,000)"],
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
    (FACTS, "plates_days: {value: 13, type: integer, source: ec}\n", "", ["Plates days: 13 no longer given"]),
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
    (COUNTRIES, "Serbia,2,", "Serbia,,", "Serbia: chapters provisionally closed, plus de valeur (auparavant 2)"),
    (COUNTRIES, "Partner", "Member", "Serbia: NATO, de « Partner » à « Member »"),
    (COUNTRIES, ",,true", ",,false", "Serbia: observer, désormais non (auparavant oui)"),
    (COUNTRIES, ALBANIA, "", "The European Union and NATO: ligne supprimée, Albania"),
    (TROOPS, "EUFOR", "EUFOR Althea,2026-05,1500,eur\nEUFOR",
     "EUFOR Althea: troops, de 1 100 (mars 2022) à 1 500 (mai 2026)"),
    (TROOPS, "EUFOR", "EUFOR Althea,2004,7000,eur\nEUFOR",
     "Strength of the international forces: nouvelle ligne, EUFOR Althea (2004) (troops 7 000)"),
    (FACTS, "votes:", "seats: {value: 83, subject: Seats, source: ec}\nvotes:", "Seats: 83 (nouveau)"),
]  # fmt: skip


@pytest.mark.parametrize(("file", "old", "new", "line"), FRENCH, ids=[case[3] for case in FRENCH])
def test_a_change_in_french(file: str, old: str, new: str, line: str, tmp_path: Path) -> None:
    assert told(revision(compared(tmp_path, {file: (old, new)}), words_for("fr-FR"))) == [line]


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
