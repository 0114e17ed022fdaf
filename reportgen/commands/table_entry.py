"""The entry of tables.yaml that `reportgen table` writes, line by line."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from reportgen.language.tables import languages, table
from reportgen.sheets.sheet import Worksheet
from reportgen.source.column_guess import Guess
from reportgen.source.finder import Proposal
from reportgen.source.table_files import TableFiles

_PLAIN = re.compile(r"[A-Za-z][\w()£%/.-]*(?: [\w()£%/.-]+)*")
_WORDS = ("y", "n", "yes", "no", "on", "off", "true", "false", "null")


def lines(
    name: str, path: Path, page: Worksheet, found: Proposal, opened: TableFiles, titles: Mapping[str, str]
) -> Iterator[str]:
    """The lines of the entry `name` for a sheet of the file at `path`; `titles` are those of some columns."""
    yield f"{name}:"
    if found.title:
        yield f"  title: {quoted(' '.join(found.title.split()))}"
    if path.name != f"{name}.csv":
        yield f"  file: {quoted(path.name)}"
    if page.name and page.name != opened.names(path)[0]:
        yield f"  sheet: {quoted(page.name)}"
    yield from _where(found)
    if found.key:
        yield f"  key: {listed([quoted(key) for key in found.key])}"
    if found.label:
        yield f"  label: {quoted(found.label)}"
    if found.note:
        yield f"  note: {quoted(found.note)}"
    yield "  columns:"
    for column, one in found.columns.items():
        yield f"    {quoted(column)}: {_column(one, titles.get(column, ''))}".rstrip()


def made(found: Proposal) -> list[str]:
    """The columns that the entry makes, which have no name in the file."""
    wide = found.unpivot
    values = wide.values if wide and len(wide.values) < 2 else ()
    unpivot = (wide.names, *values) if wide else ()
    return [name for name in (found.groups, *found.join, *(one.text for one in unpivot)) if name]


def titles(found: Proposal, language: str) -> dict[str, str]:
    """Titles for the columns that the entry makes, in the language of the paper; of English their names will do."""
    names, spoken = made(found), language.partition("-")[0]
    if not names or spoken == "en" or spoken not in languages():
        return {}
    words = table(spoken)
    return {name: title for name in names if isinstance(title := words.get(f"columns.{name.partition(' (')[0]}"), str)}


def _where(found: Proposal) -> Iterator[str]:
    """The keys that say which part of the sheet is the table, and what becomes of its rows and columns."""
    if found.range:
        yield f"  range: {found.range}"
    if found.header_row:
        yield f"  header_row: {listed(list(map(str, found.header_row)))}"
    if found.start:
        yield f"  start: {found.start}"
    if found.end:
        yield f"  end: {found.end}"
    if found.groups:
        yield f"  groups: {quoted(found.groups)}"
    if found.unpivot:
        parts = ((key, getattr(found.unpivot, key).text) for key in ("first", "last", "names"))
        said = ", ".join(f"{key}: {quoted(text)}" for key, text in parts)
        yield f"  unpivot: {{{said}, values: {listed([quoted(one.text) for one in found.unpivot.values])}}}"
    for column, pair in found.join.items():
        yield f"  join: {{{quoted(column)}: {listed([quoted(part) for part in pair])}}}"


def listed(items: Sequence[str]) -> str:
    """One item as it is, several as a list."""
    return items[0] if len(items) == 1 else f"[{', '.join(items)}]"


def _column(one: Guess, title: str) -> str:
    said = [f"title: {quoted(title)}"] if title else []
    said += [f"type: {one.type}"] if one.type != "string" else []
    said += ["fill: true"] if one.fill else []
    said += [f"unit: {quoted(one.unit)}"] if one.unit else []
    said += [f"mark_column: {quoted(one.mark_column)}"] if one.mark_column else []
    said += [f"decimals: {one.decimals}"] if one.decimals is not None else []
    return f"{{{', '.join(said)}}}" if said else ""


def quoted(text: str) -> str:
    """A text as YAML has it, in quotation marks where it needs them."""
    if _PLAIN.fullmatch(text) and text.casefold() not in _WORDS:
        return text
    return json.dumps(text, ensure_ascii=False)
