"""A briefing from a few files, and its record."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from reportgen.document import read
from reportgen.editions.compare import Comparison, compare
from reportgen.editions.record import Snapshot, snapshot
from reportgen.language import words_for
from reportgen.source import load

TABLES = """
countries:
  title: The European Union and NATO
  key: country
  source: ec
  as_of: 2022-03-31
  columns:
    country: {title: Country}
    closed: {title: Chapters provisionally closed, type: integer}
    policy: {title: Declarations joined, type: number, unit: "%", decimals: 0}
    nato: {title: NATO}
    since: {title: Member since, type: year}
    observer: {title: Observer, type: boolean}
troops:
  title: Strength of the international forces
  key: mission
  date: date
  source_column: source
  columns:
    mission: {title: Force}
    date: {title: Date, type: date}
    troops: {title: Troops, type: integer}
opened:
  title: Chapters opened
  key: year
  source: ec
  columns:
    year: {title: Year, type: year}
    montenegro: {title: Montenegro, type: integer}
    serbia: {title: Serbia, type: integer}
events:
  title: Events
  key: id
  label: event
  source: ec
  columns:
    id: {title: Id}
    date: {title: Date, type: date}
    event: {title: What happened}
    listed: {title: In the timeline, type: boolean}
"""
COUNTRIES = """
country,closed,policy,nato,since,observer
Montenegro,3,99,Member,2017,false
Serbia,2,57,Partner,,true
Albania,,100,Member,2009,false
"""
TROOPS = """
mission,date,troops,source
Kosovo Force,2017-02,4273,eur
EUFOR Althea,2022-03,1100,eur
"""
OPENED = """
year,montenegro,serbia
2021,33,18
2022,33,22
"""
EVENTS = """
id,date,event,listed
dayton,1995,The Dayton Agreement ends the war,true
kfor,1999,NATO sends a force to Kosovo,false
"""
FACTS = """
volunteers: {value: 3770, type: integer, subject: libraries, measure: Volunteers, source: ec, as_of: 2024-06}
votes: {value: 49, type: integer, subject: Votes for the motion, source: ec}
plates_days: {value: 13, type: integer, source: ec}
"""
TEXT = """
# Summary

In the Balkans, Montenegro has closed {{ countries.Montenegro.closed }} chapters.

# The talks {#talks}

So far Serbia has closed {{ countries.Serbia.closed | words }} of them, in all {{ countries | sum("closed") }}.

- One point
- Another point, of a member
"""
REFERENCES = """
- {id: ec, type: report, title: Progress report, publisher: European Commission}
- {id: eur, type: report, title: Fact sheet, publisher: EUFOR}
"""
FILES: Mapping[str, str] = {
    "data/tables.yaml": TABLES,
    "data/countries.csv": COUNTRIES,
    "data/troops.csv": TROOPS,
    "data/opened.csv": OPENED,
    "data/events.csv": EVENTS,
    "data/facts.yaml": FACTS,
    "text/summary.md": TEXT,
    "references.yaml": REFERENCES,
    "briefing.yaml": "title: The Western Balkans\nedition: 1\npublished: 2022-03-31\n",
}


def write(folder: Path, files: Mapping[str, str]) -> Path:
    """Write the files of a briefing (each without its first empty line) and give the folder."""
    for name, text in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text.removeprefix("\n"))
    return folder


def record(folder: Path) -> Snapshot:
    """The record of the briefing in a folder of a workspace."""
    briefing = load(folder, folder.parent.parent)
    return snapshot(read(briefing, words_for(briefing.meta.language)))


def edited(changes: Mapping[str, tuple[str, str]], files: Mapping[str, str] = FILES) -> dict[str, str]:
    """The files with a piece of some replaced by another."""
    for name, (old, _) in changes.items():
        assert old in files[name], (name, old)
    return {name: text.replace(*changes[name]) if name in changes else text for name, text in files.items()}


def compared(home: Path, changes: Mapping[str, tuple[str, str]], files: Mapping[str, str] = FILES) -> Comparison:
    """What differs between the briefing and one with these edits."""
    old = record(write(home / "old/sources/paper", files))
    return compare(old, record(write(home / "new/sources/paper", edited(changes, files))))
