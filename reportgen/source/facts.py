"""data/facts.yaml: single values with their source and date."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from reportgen.dates import PartialDate, Period
from reportgen.frozen import frozen
from reportgen.problems import NOWHERE, Place, Problems
from reportgen.source.cells import YEARS_HINT, YEARS_ODD, guessed, scalar
from reportgen.source.date_texts import is_split_year
from reportgen.source.files import Files
from reportgen.source.model import Cell, ColumnType, Fact, Phrase
from reportgen.source.names import Sources, check_name
from reportgen.source.scalars import Decimals, ScalarError
from reportgen.source.schema import read_each
from reportgen.source.yaml_nodes import find_in_each, parse


@frozen
class FactEntry:
    """A fact as facts.yaml has it; see `model.Fact`."""

    value: Phrase
    """the figure, the date or the words"""
    type: ColumnType | None = None
    unit: str = ""
    decimals: Decimals | None = None
    subject: str = ""
    measure: str = ""
    source: tuple[Phrase, ...] = ()
    sources: tuple[Phrase, ...] = ()
    as_of: PartialDate | None = None
    review_after: PartialDate | None = None
    note: str = ""
    place: Place = NOWHERE


def read_facts(home: Path, files: Files, sources: Sources) -> dict[str, Fact]:
    """The facts of the briefing folder `home`, in the order of facts.yaml; faults go to `files.problems`."""
    path = home / "data" / "facts.yaml"
    text = files.text(path) if path.exists() else None
    if text is None:
        return {}
    root = parse(text, files.start(path), files.problems)
    entries = read_each(FactEntry, root, files.problems)
    facts = {name.text: _fact(name, entry, sources, files.problems) for name, entry in entries.items()}
    reviews = {name: found.place for name, found in find_in_each(root, "review_after").items()}
    return {name: replace(fact, review_place=reviews.get(name, fact.place)) for name, fact in facts.items()}


def _fact(name: Phrase, entry: FactEntry, sources: Sources, problems: Problems) -> Fact:
    check_name(name, "fact", problems)
    written = " ".join(entry.value.text.split())
    kind = entry.type or guessed(written, counted=bool(entry.unit) or entry.decimals is not None)
    try:
        value = scalar(written, kind)
        if isinstance(value, Period) and entry.type is None:
            value = Period.of(value, said=written)
        if kind == "date" and is_split_year(written):
            problems.add("date-odd", entry.value.place, f"'{name.text}' is {written}, {YEARS_ODD}", YEARS_HINT)
    except ScalarError as error:
        problems.add(error.rule, entry.value.place, f"'{name.text}' {error.message}", error.hint)
        value = None
    return Fact(
        name=name.text,
        cell=Cell(value, written, entry.value.place),
        type=kind,
        unit=entry.unit,
        decimals=entry.decimals,
        subject=entry.subject,
        measure=entry.measure,
        sources=sources.known((*entry.source, *entry.sources), problems),
        as_of=entry.as_of,
        review_after=entry.review_after,
        note=entry.note,
        place=name.place,
    )
