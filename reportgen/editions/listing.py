"""All changes for programs: as plain data, which `diff --json` prints, and as the CSV file that a paper carries."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from reportgen.document.revision import ChangeLine
from reportgen.editions.compare import Change, Comparison
from reportgen.editions.revised import gone_titles, text_change
from reportgen.editions.telling import Told
from reportgen.editions.texts import SectionChange
from reportgen.language import Words
from reportgen.marks import Mark
from reportgen.sheets.csv_out import written
from reportgen.source.model import Cell, Row

_HARD = str.maketrans({"\u00a0": " ", "\u202f": " "})
_COLUMNS = ("kind", "table", "key", "column", "old", "new", "unit", "sources", "as_of", "sentence")


def plain(text: str) -> str:
    """With the spaces of a terminal."""
    return text.translate(_HARD)


def sentence(line: ChangeLine, words: Words) -> str:
    """What a line says, with what it is about."""
    return words.say("differences.line", subject=line.subject, text=line.text) if line.subject else line.text


def as_data(told: Sequence[Told], comparison: Comparison, words: Words) -> dict[str, list[Any]]:
    """The changes in the order of the lines that tell them, and the sections; the author's guide says what each key
    holds."""
    lines: dict[int, list[ChangeLine]] = {}
    for one in told:
        for change in one.changes:
            lines.setdefault(id(change), []).append(one.line)
    changes = {id(change): change for one in told for change in one.changes}
    return {
        "changes": [_change(change, lines[name], comparison, words) for name, change in changes.items()],
        "sections": [_section(section, words) for section in comparison.sections],
        "titles": [plain(title) for title in gone_titles(comparison)],
    }


def as_csv(told: Sequence[Told], comparison: Comparison, words: Words) -> bytes:
    """A row for each change of data, then one for each section and each title that is gone; UTF-8, LF. "; " stands
    between the parts of a list."""
    data = as_data(told, comparison, words)
    rows = [[_joined(change[name]) for name in _COLUMNS] for change in data["changes"]]
    between = [""] * (len(_COLUMNS) - 2)
    rows += [[f"text {section['kind']}", *between, section["title"]] for section in data["sections"]]
    rows += [["title removed", *between, title] for title in data["titles"]]
    return written([_COLUMNS, *rows])


def _joined(value: object) -> str:
    match value:
        case list():
            return "; ".join(value)
        case dict():
            return "; ".join(f"{name}: {text}" for name, text in value.items() if text)
    return "" if value is None else str(value)


def _change(change: Change, lines: list[ChangeLine], comparison: Comparison, words: Words) -> dict[str, Any]:
    first = lines[0]
    return {
        "kind": change.kind,
        "table": change.table,
        "key": list(change.key),
        "column": change.column,
        "old": _side(change.old, change.old_row, change),
        "new": _side(change.new, change.new_row, change),
        "unit": _unit(change, comparison),
        "sources": list(first.sources),
        "as_of": str(first.as_of) if first.as_of else None,
        "sentence": plain(" ".join(sentence(line, words) for line in lines)),
    }


def _side(cell: Cell | None, row: Row | None, change: Change) -> object:
    """A cell as it is written; of a whole row its cells by their columns; None where there is nothing."""
    if cell is not None:
        # Of what is suppressed now nothing is told, not even whether the older record still has it.
        hidden = cell is change.old and change.new is not None and change.new.mark is Mark.SUPPRESSED
        return None if hidden else cell.written
    if row is None or change.column:
        return None
    return {name: one.written for name, one in row.cells.items()}


def _unit(change: Change, comparison: Comparison) -> str:
    """The unit of a value: the newer one's, of what was removed the older one's."""
    record = comparison.old if change.kind == "removed" else comparison.new
    if change.is_fact:
        return next(fact.unit for fact in record.facts if fact.name == change.key[0])
    if not change.column:
        return ""
    return next(table.column(change.column).unit for table in record.tables if table.name == change.table)


def _section(section: SectionChange, words: Words) -> dict[str, Any]:
    told = text_change(section, words)
    return {
        "kind": section.manner,
        "anchor": told.anchor,
        "title": plain(told.title),
        "paragraphs": [
            {"old": one.old.text if one.old else None, "new": one.new.text if one.new else None}
            for one in section.paragraphs
        ],
    }
