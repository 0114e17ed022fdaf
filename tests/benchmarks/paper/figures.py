"""The eight charts and the four tables of the benchmark's paper: what they say of themselves, and made-up numbers."""

from __future__ import annotations

import random
from dataclasses import dataclass
from typing import Any

from tests.benchmarks.paper.phrases import CODES, COUNTRIES, INSTRUMENTS, NEGOTIATED

CHARTS = {
    "stages": (
        "Stage of the accession process by country",
        "Horizontal bars showing for each of six countries how many of the seven steps have been completed.",
    ),
    "timeline": (
        "Main events, 2000 to 2025",
        "Timeline with twelve events from the Thessaloniki summit to the adoption of the growth plan.",
    ),
    "grouped": (
        "GDP per head in purchasing power standards, EU = 100",
        "Grouped bars of GDP per head in 2014, 2019 and 2024 for six countries.",
    ),
    "lines": ("Support for membership, 2013 to 2024", "Lines with twelve yearly points for each of six countries."),
    "dots": (
        "Share of exports going to the EU",
        "Dot plot comparing 2014 and 2024 export shares for six countries.",
    ),
    "stacked": (
        "Grants by priority area",
        "Stacked bars of pre-accession grants by five areas and six countries.",
    ),
    "multiples": (
        "Unemployment rate by country",
        "Six small line charts, one per country, of the unemployment rate from 2010 to 2024.",
    ),
    "heat": (
        "Level of preparation by cluster",
        "Heat map table with the level of preparation, from 1 to 5, for six clusters and six countries.",
    ),
}
"""Caption and alternative text of each chart."""
STEPS = ("Agreement", "Application", "Candidate", "Screening", "Talks", "Treaty", "Accession")
EVENTS = (
    "Zagreb summit",
    "Thessaloniki",
    "Agreements",
    "Visa-free travel",
    "Applications",
    "Montenegro talks",
    "Serbia talks",
    "Strategy",
    "Prespa accord",
    "Methodology",
    "Tirana summit",
    "Growth plan",
)
AREAS = ("Governance", "Green", "Economy", "Human capital", "Regions")
CLUSTERS = ("Fundamentals", "Market", "Competitiveness", "Green agenda", "Resources", "External")
LONG_ROWS = 50
"""Up to so many rows the list of chapters gets a second row for each: a table that breaks across pages."""


@dataclass(frozen=True)
class Table:
    """A table of text."""

    caption: str
    header: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


def chart_data() -> dict[str, Any]:
    """What the charts draw, as plain data: always the same."""
    chance = random.Random(11)
    years, later = list(range(2013, 2025)), list(range(2010, 2025))

    def whole(low: int, high: int, count: int) -> list[int]:
        return [chance.randrange(low, high) for _ in range(count)]

    return {
        "countries": COUNTRIES,
        "steps": STEPS,
        "stages": whole(2, 7, 6),
        "events": [[2000 + 2 * number + number % 2 / 2, event] for number, event in enumerate(EVENTS)],
        "gdp": {year: whole(25, 55, 6) for year in ("2014", "2019", "2024")},
        "years": years,
        "support": [whole(35, 85, len(years)) for _ in COUNTRIES],
        "exports": [[*whole(45, 65, 1), *whole(60, 85, 1)] for _ in COUNTRIES],
        "areas": AREAS,
        "grants": [whole(20, 120, len(AREAS)) for _ in COUNTRIES],
        "unemployment_years": later,
        "unemployment": [[28 - 0.9 * n + chance.random() * 4 for n in range(len(later))] for _ in COUNTRIES],
        "clusters": CLUSTERS,
        "levels": [whole(1, 6, 6) for _ in CLUSTERS],
    }


def tables(chance: random.Random) -> dict[str, Table]:
    """The four tables, with numbers of `chance`."""
    return {"status": _status(chance), "chapters": _chapters(chance), "trade": _trade(chance), "funds": _funds(chance)}


def _status(chance: random.Random) -> Table:
    header = ("Country", "Applied", "Candidate", "Talks opened", "Chapters opened", "Chapters closed")
    rows = tuple(
        (
            country,
            str(2003 + chance.randrange(20)),
            str(2005 + chance.randrange(19)),
            chance.choice(["2012", "2014", "2022", "—"]),
            str(chance.randrange(34)),
            str(chance.randrange(7)),
        )
        for country in COUNTRIES
    )
    return Table("Status of the six applicants", header, rows)


def _chapters(chance: random.Random) -> Table:
    def levels() -> list[str]:
        return [chance.choice("12345") for _ in CODES]

    titles = [title.strip() for line in NEGOTIATED.strip().splitlines() for title in line.split("|")]
    chapters = [(str(number), title, *levels()) for number, title in enumerate(titles, 1)]
    rows: list[tuple[str, ...]] = []
    for chapter in chapters:
        rows.append(chapter)
        if len(rows) < LONG_ROWS:
            rows.append(("", f"{chapter[1]}: application", *levels()))
    return Table("Negotiating chapters and level of preparation", ("No", "Chapter", *CODES), tuple(rows))


def _trade(chance: random.Random) -> Table:
    header = ("Country", "Exports 2014", "Exports 2024", "Imports 2014", "Imports 2024", "Balance 2024")
    rows = tuple(
        (country, *(f"{chance.randrange(300, 19000):,}" for _ in range(4)), f"−{chance.randrange(100, 9000):,}")
        for country in COUNTRIES
    )
    return Table("Trade in goods with the EU, EUR million", header, rows)


def _funds(chance: random.Random) -> Table:
    header = ("Instrument", "2021", "2022", "2023", "2024", "Total")
    rows = tuple((name, *(str(chance.randrange(50, 900)) for _ in range(5))) for name in INSTRUMENTS)
    return Table("Funds by instrument, EUR million", header, rows)
