"""The paper that every tool sets: blocks, footnotes and tables, the same at every run, at any length.

Text has marks of its own (`inline.py`); `as_briefing.py`, `as_typst.py`, `as_html.py` and `as_story.py` write it for
each tool.
"""

from __future__ import annotations

import random
from dataclasses import dataclass, field

from tests.benchmarks.paper.figures import CHARTS, Table, tables
from tests.benchmarks.paper.phrases import (
    CHAPTERS,
    COUNTRIES,
    DOCUMENTS,
    LINKS,
    OBJECTS,
    SUBJECTS,
    TIMES,
    VERBS,
    WHOLE,
)

NUMBER = "Briefing 2025/17"
TITLE = "The Western Balkans and EU accession"
SUBTITLE = "State of play and options"
AUTHORS = ("A. Example", "B. Sample")
DATE = "14 March 2025"
WITH_A_TABLE = (1, 2, 4, 5)
NOTES_A_TIME = 30
SENTENCES = 5


@dataclass(frozen=True)
class Heading:
    """A heading of level 1 to 3."""

    level: int
    id: str
    text: str


@dataclass(frozen=True)
class Prose:
    """A paragraph: sentences that are added to while the paper is made."""

    sentences: list[str] = field(default_factory=list)

    @property
    def text(self) -> str:
        return " ".join(self.sentences)


@dataclass(frozen=True)
class Bullets:
    """A list."""

    items: tuple[str, ...]


@dataclass(frozen=True)
class Shown:
    """The place of a chart (`fig`) or of a table (`tab`): which one it is, and by which name the text refers to it."""

    what: str
    of: str
    id: str


Block = Heading | Prose | Bullets | Shown


@dataclass(frozen=True)
class Paper:
    """The blocks in order, a text and a link for each footnote, and the tables by name."""

    blocks: tuple[Block, ...]
    notes: tuple[tuple[str, str], ...]
    tables: dict[str, Table]


def paper(times: int) -> Paper:
    """The paper, `times` as long: text, footnotes and tables again and again, the eight charts once."""
    chance = random.Random(7)
    data = tables(chance)
    blocks: list[Block] = []
    notes: list[tuple[str, str]] = []
    for time in range(times):
        made = _once(chance, time, list(data))
        _refer(random.Random(100 + time), [block for block in made if isinstance(block, Prose)], _suffix(time), notes)
        blocks += made
    return Paper(tuple(blocks), tuple(notes), data)


def _suffix(time: int) -> str:
    return f"-k{time + 1}" if time else ""


def _once(chance: random.Random, time: int, of_tables: list[str]) -> list[Block]:
    """All chapters once; names end with what tells one time from another."""
    suffix, charts = _suffix(time), list(CHARTS)
    blocks: list[Block] = []
    for chapter, (title, sections, parts) in enumerate(CHAPTERS):
        blocks.append(Heading(1, f"sec-{chapter + 1}{suffix}", title + (f" ({time + 1})" if time else "")))
        blocks.append(_prose(chance))
        for number, (section, part) in enumerate(zip(sections, parts, strict=True)):
            name = f"sec-{chapter + 1}-{number + 1}"
            blocks.append(Heading(2, name + suffix, section))
            blocks += [_prose(chance) for _ in range(3)]
            if number == 0:
                blocks.append(Bullets(tuple(_sentence(chance) for _ in range(4))))
            blocks.append(Heading(3, f"{name}-1{suffix}", part))
            last = _prose(chance), _prose(chance)
            blocks += last
            if time == 0 and charts and (number == 0 or chapter == 0):
                chart = charts.pop(0)
                last[1].sentences.append(f"@fig:{chart} gives an overview.")
                blocks.append(Shown("fig", chart, chart))
            if number == 1 and chapter in WITH_A_TABLE:
                table = of_tables[WITH_A_TABLE.index(chapter)]
                last[1].sentences.append(f"@tab:{table}{suffix} lists the data.")
                blocks.append(Shown("tab", table, table + suffix))
    return blocks


def _refer(chance: random.Random, prose: list[Prose], suffix: str, notes: list[tuple[str, str]]) -> None:
    """Put thirty footnotes, some sources and six references to sections into the text."""
    for place in sorted(chance.sample(range(len(prose)), NOTES_A_TIME)):
        link = chance.choice(LINKS).format(chance.randrange(10000, 99999))
        told = f"{chance.choice(SUBJECTS)}, document of {chance.randrange(1, 28)} March {chance.randrange(2015, 2025)}"
        notes.append((f"{told}, available at", link))
        prose[place].sentences[chance.randrange(2)] += f"[^{len(notes)}]"
    for source, place in enumerate(chance.sample(range(len(prose)), len(DOCUMENTS))):
        sentence = prose[place].sentences[2]
        if not sentence.startswith("*"):
            prose[place].sentences[2] = f"{sentence.rstrip('.')} [@{source_id(source)}]."
    for section, place in enumerate(chance.sample(range(len(prose)), 6), 1):
        prose[place].sentences.append(f"See also section @sec:sec-{section}{suffix}.")


def source_id(number: int) -> str:
    """The name of the document `number` of `DOCUMENTS`."""
    return f"ref{number:02d}"


def _sentence(chance: random.Random) -> str:
    if chance.random() < 0.2:
        return chance.choice(WHOLE)
    text = f"{chance.choice(SUBJECTS)} {chance.choice(VERBS)} {chance.choice(OBJECTS)}"
    if chance.random() < 0.6:
        text += f" in {chance.choice(COUNTRIES)}"
    if chance.random() < 0.6:
        text += f" {chance.choice(TIMES)}"
    if chance.random() < 0.35:
        text += f", while {chance.choice(SUBJECTS).lower()} {chance.choice(VERBS)} {chance.choice(OBJECTS)}"
    return f"{text}."


def _prose(chance: random.Random) -> Prose:
    sentences = [_sentence(chance) for _ in range(SENTENCES)]
    if chance.random() < 0.3:
        sentences[0] = f"**{sentences[0][:-1]}**."
    if chance.random() < 0.3:
        sentences[-1] = f"*{sentences[-1][:-1]}*."
    return Prose(sentences)
