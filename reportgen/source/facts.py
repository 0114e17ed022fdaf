"""data/facts.yaml: single values with their source and date."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from reportgen.dates import PartialDate
from reportgen.frozen import frozen
from reportgen.problems import NOWHERE, Place, Problems
from reportgen.source.cells import YEARS_HINT, YEARS_ODD
from reportgen.source.date_texts import is_split_year
from reportgen.source.fact_values import FactValue, fact_value
from reportgen.source.files import Files
from reportgen.source.model import Cell, ColumnType, Fact, Phrase
from reportgen.source.names import Sources, check_name
from reportgen.source.own_units import in_language
from reportgen.source.scalars import Decimals, ScalarError
from reportgen.source.schema import read_each
from reportgen.source.yaml_nodes import find_in_each
from reportgen.source.yaml_repair import parse_on


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


def read_facts(home: Path, files: Files, sources: Sources, language: str) -> dict[str, Fact]:
    """The facts of the briefing folder `home`, in the order of facts.yaml; faults go to `files.problems`.

    `language` is the paper's: it may tell what a comma in a number is.
    """
    path = home / "data" / "facts.yaml"
    text = files.text(path) if path.exists() else None
    if text is None:
        return {}
    root = parse_on(text, files.start(path), files.problems)
    entries = read_each(FactEntry, root, files.problems)
    facts = {name.text: _fact(name, entry, sources, files.problems, language) for name, entry in entries.items()}
    reviews = {name: found.place for name, found in find_in_each(root, "review_after").items()}
    return {name: replace(fact, review_place=reviews.get(name, fact.place)) for name, fact in facts.items()}


def _fact(name: Phrase, entry: FactEntry, sources: Sources, problems: Problems, language: str) -> Fact:
    check_name(name, "fact", problems)
    written = " ".join(entry.value.text.split())
    found = _value(name.text, entry, written, language, problems)
    return Fact(
        name=name.text,
        cell=Cell(found.value, written, entry.value.place),
        type=found.type,
        unit=in_language(found.unit, language, name.text, entry.value.place, problems),
        decimals=entry.decimals,
        subject=entry.subject,
        measure=entry.measure,
        sources=sources.known((*entry.source, *entry.sources), problems),
        as_of=entry.as_of,
        review_after=entry.review_after,
        note=entry.note,
        place=name.place,
    )


def _value(name: str, entry: FactEntry, written: str, language: str, problems: Problems) -> FactValue:
    counted = bool(entry.unit) or entry.decimals is not None
    try:
        found = fact_value(written, entry.type, entry.unit, counted=counted, language=language)
    except ScalarError as error:
        problems.add(error.rule, entry.value.place, f"'{name}' {error.message}", error.hint)
        return FactValue(None, entry.type or "string", entry.unit)
    if found.type == "date" and is_split_year(written):
        problems.add("date-odd", entry.value.place, f"'{name}' is {written}, {YEARS_ODD}", YEARS_HINT)
    return found
