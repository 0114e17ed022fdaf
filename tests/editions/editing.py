"""Random briefings, random edits of their data and text, and what a comparison must find: told by the edits alone.

A briefing is kept here as plain mappings, an edit changes them and notes what it did; nothing of the engine is used.
"""

from __future__ import annotations

import csv
import io
import random
from collections.abc import Callable, Mapping
from copy import deepcopy
from dataclasses import dataclass, field
from decimal import Decimal

Noted = tuple[str, str, tuple[str, ...], str, str, str]
"""Kind, table, key, column, the old and the new cell as written."""

NAMES = [
    "Montenegro",
    "Serbia",
    "North Macedonia",
    "Bosnia, and Herzegovina",
    "ES-11/1",
    "Kosovo",
    "2021",
    "Åland",
    "x_y",
]
VALUES: Mapping[str, list[str]] = {
    "integer": ["", "0", "3", "14", "1094", "3 [p]", "3 [e]", "[c]", "[x]"],
    "number": ["", "0.5", "12.25", "-3", "12.25 [r]", "[z]"],
    "string": ["", "Member", "Candidate, at last", "“Quoted” words", "[p] is text"],
    "date": ["", "2022", "2022-03", "2022-03-31", "1999-06-12"],
    "year": ["", "2021", "2022"],
    "boolean": ["", "true", "false"],
}
UNTOLD = ("[c]", "[x]", "[z]")
"""What stands where there is no value: a value that is suppressed as confidential, [c], is not told."""
SENTENCES = [f"The {noun} of the {place} is {state}." for noun in ("road", "river", "school")
             for place in ("north", "south", "east") for state in ("open", "closed", "new")]  # fmt: skip


@dataclass
class Grid:
    """A table: `rows` by their keys (of one without a key a number), each a cell for each other column."""

    keys: list[str]
    date: str
    types: dict[str, str]
    rows: dict[tuple[str, ...], dict[str, str]] = field(default_factory=dict)

    @property
    def names(self) -> list[str]:
        return [*self.keys, *([self.date] if self.date else [])]


@dataclass
class Paper:
    tables: dict[str, Grid] = field(default_factory=dict)
    facts: dict[str, str] = field(default_factory=dict)
    renamed: dict[str, str] = field(default_factory=dict)
    """The first names of facts that have another one now: their subject is called after it."""
    sections: dict[str, list[str]] = field(default_factory=dict)


def random_paper(chance: random.Random) -> Paper:
    paper = Paper()
    shapes: list[tuple[list[str], str]] = [(["who"], ""), (["who", "step"], ""), (["who"], "day"), ([], "")]
    for number in range(chance.randint(1, 3)):
        keys, date = chance.choice(shapes)
        types = {f"c{at}": chance.choice(list(VALUES)) for at in range(chance.randint(1, 3))}
        grid = paper.tables[f"t{number}"] = Grid(keys, date, types)
        for _ in range(chance.randint(0, 6)):
            add_row(grid, chance)
    paper.facts = {f"f{number}": str(chance.randint(1, 99)) for number in range(chance.randint(0, 3))}
    for number in range(chance.randint(1, 3)):
        paper.sections[f"s{number}"] = chance.sample(SENTENCES, chance.randint(1, 5))
    return paper


def new_key(grid: Grid, chance: random.Random) -> tuple[str, ...]:
    if not grid.keys:
        return (str(len(grid.rows) + chance.randint(1, 10**9)),)
    return (
        *(chance.choice(NAMES) for _ in grid.keys),
        *([f"20{chance.randint(10, 29)}-0{chance.randint(1, 9)}"] if grid.date else []),
    )


def add_row(grid: Grid, chance: random.Random) -> tuple[str, ...] | None:
    key = new_key(grid, chance)
    if key in grid.rows:
        return None
    row = {name: chance.choice(VALUES[kind]) for name, kind in grid.types.items()}
    first = next(iter(grid.types))
    if not grid.keys and not any(row.values()):
        row[first] = VALUES[grid.types[first]][1]
    grid.rows[key] = row
    return key


# --- edits: each changes the paper and notes what it did -------------------------------------------------------------
def edit_cell(paper: Paper, chance: random.Random) -> None:
    grids = [grid for grid in paper.tables.values() if grid.keys and grid.rows]
    if grids:
        grid = chance.choice(grids)
        name = chance.choice(list(grid.types))
        grid.rows[chance.choice(list(grid.rows))][name] = chance.choice(VALUES[grid.types[name]])


def edit_row(paper: Paper, chance: random.Random) -> None:
    grid = chance.choice(list(paper.tables.values()))
    if grid.rows and chance.random() < 0.5:
        del grid.rows[chance.choice(list(grid.rows))]
    else:
        add_row(grid, chance)


def edit_fact(paper: Paper, chance: random.Random) -> None:
    name = f"f{chance.randint(0, 4)}"
    if name in paper.facts and chance.random() < 0.4:
        del paper.facts[name]
    else:
        paper.facts[name] = str(chance.randint(1, 99))


def rename_fact(paper: Paper, chance: random.Random) -> None:
    name = f"f{chance.randint(0, 4)}"
    if name in paper.facts and f"g_{name}" not in paper.facts:
        paper.facts[f"g_{name}"] = paper.facts.pop(name)
        paper.renamed[f"g_{name}"] = name


def edit_column(paper: Paper, chance: random.Random) -> None:
    grid = chance.choice(list(paper.tables.values()))
    if not grid.keys:
        return
    name, kind = f"c{chance.randint(0, 4)}", chance.choice(list(VALUES))
    if name in grid.types:
        if len(grid.types) > 1:
            del grid.types[name]
    else:
        grid.types[name] = kind
        for row in grid.rows.values():
            row[name] = chance.choice(VALUES[kind])


def edit_text(paper: Paper, chance: random.Random) -> None:
    paragraphs = paper.sections[chance.choice(list(paper.sections))]
    at = chance.randrange(len(paragraphs))
    if len(paragraphs) > 1 and chance.random() < 0.3:
        del paragraphs[at]
    elif chance.random() < 0.5:
        paragraphs.insert(at, chance.choice(SENTENCES))
    else:
        paragraphs[at] = chance.choice(SENTENCES)


EDITS: list[Callable[[Paper, random.Random], None]] = [
    edit_cell,
    edit_cell,
    edit_row,
    edit_fact,
    rename_fact,
    edit_column,
    edit_text,
]


def edited(paper: Paper, chance: random.Random) -> Paper:
    new = deepcopy(paper)
    for _ in range(chance.randint(0, 6)):
        chance.choice(EDITS)(new, chance)
    return new


# --- what must be found ----------------------------------------------------------------------------------------------
def expected(old: Paper, new: Paper) -> list[Noted]:
    found: list[Noted] = []
    first = {name: was for name, was in new.renamed.items() if name in new.facts and was not in new.facts}
    for name in {**dict.fromkeys(one for one in old.facts if one not in first.values()), **new.facts}:
        before, after = old.facts.get(first.get(name, name), ""), new.facts.get(name, "")
        if before != after:
            found.append((_kind(before, after), "", (name,), "", before, after))
    for name in old.tables:
        found += _of_table(name, old.tables[name], new.tables[name])
    return sorted(found)


def _kind(before: object, after: object) -> str:
    return "changed" if before and after else "added" if after else "removed"


def _of_table(name: str, old: Grid, new: Grid) -> list[Noted]:
    found: list[Noted] = [("added", name, (), column, "", "") for column in new.types if column not in old.types]
    found += [("removed", name, (), column, "", "") for column in old.types if column not in new.types]
    if not new.keys:
        return found + _by_content(name, old, new)
    for key in {**old.rows, **new.rows}:
        before, after = old.rows.get(key), new.rows.get(key)
        if before is None or after is None:
            found.append((_kind(before is not None, after is not None), name, key, "", "", ""))
            continue
        for column in set(before) & set(after) & set(old.types) & set(new.types):
            if old.types[column] == new.types[column]:
                same = value(before[column], new.types[column]) == value(after[column], new.types[column])
            else:
                same = before[column] == after[column]
            if not same:
                told = before[column] if after[column] != "[c]" or before[column] in UNTOLD else ""
                found.append(("changed", name, key, column, told, after[column]))
    return found


def _by_content(name: str, old: Grid, new: Grid) -> list[Noted]:
    before, after = (
        [tuple(row[column] for column in sorted(new.types)) for row in one.rows.values()] for one in (old, new)
    )
    found: list[Noted] = []
    for content in set(before) | set(after):
        more = after.count(content) - before.count(content)
        found += [("added" if more > 0 else "removed", name, content, "", "", "")] * abs(more)
    return found


def value(written: str, kind: str) -> object:
    number, _, mark = written.partition(" ")
    return (Decimal(number), mark) if kind in ("number", "integer") and number[:1].strip("[") else written


# --- files -----------------------------------------------------------------------------------------------------------
def files(paper: Paper, chance: random.Random, *, noisy: bool) -> dict[str, str]:
    """The paper's files; `noisy`: in another order, with comments, blank lines and other ways to write a number."""
    made = {"briefing.yaml": "title: A paper\n", "references.yaml": "- {id: a, type: report, title: A}\n"}
    tables = list(paper.tables.items())
    facts = list(paper.facts.items())
    if noisy:
        chance.shuffle(tables)
        chance.shuffle(facts)
    made["data/tables.yaml"] = "".join(_described(name, grid, chance, noisy=noisy) for name, grid in tables)
    made |= {f"data/{name}.csv": _written(grid, chance, noisy=noisy) for name, grid in tables}
    if facts:
        made["data/facts.yaml"] = "".join(
            f"{_noise(chance, noisy=noisy)}{name}: {{value: {written}, source: a, "
            f"subject: about {paper.renamed.get(name, name)}, measure: number}}\n"
            for name, written in facts
        )
    made["text/a.md"] = "".join(
        f"# Part {name} {{#{name}}}\n\n" + "".join(f"{_remark(chance, noisy=noisy)}{text}\n\n" for text in texts)
        for name, texts in paper.sections.items()
    )
    return made


def _noise(chance: random.Random, *, noisy: bool) -> str:
    return chance.choice(["", "# a note\n", "\n"]) if noisy else ""


def _remark(chance: random.Random, *, noisy: bool) -> str:
    return chance.choice(["", "<!-- a note -->\n\n", "{# a note #}\n", "\n\n"]) if noisy else ""


def _described(name: str, grid: Grid, chance: random.Random, *, noisy: bool) -> str:
    types = {**dict.fromkeys(grid.keys, "string"), **({grid.date: "date"} if grid.date else {}), **grid.types}
    lines = [f"    {column}: {{type: {kind}}}\n" for column, kind in types.items()]
    head = f"  source: {chance.choice('a')}\n  title: {name}\n"
    head += f"  key: [{', '.join(grid.keys)}]\n" if grid.keys else ""
    head += f"  date: {grid.date}\n" if grid.date else ""
    if noisy:
        chance.shuffle(lines)
    body = "".join(_noise(chance, noisy=noisy) + line for line in lines)
    return f"{_noise(chance, noisy=noisy)}{name}:\n{head}  columns:\n{body}"


def _written(grid: Grid, chance: random.Random, *, noisy: bool) -> str:
    columns = [*grid.names, *grid.types]
    rows = [{**dict(zip(grid.names, key, strict=False)), **row} for key, row in grid.rows.items()]
    if noisy:
        chance.shuffle(columns)
        chance.shuffle(rows)
    file = io.StringIO()
    writer = csv.writer(file, lineterminator=chance.choice(["\n", "\r\n"]) if noisy else "\n")
    writer.writerow(columns)
    for row in rows:
        writer.writerow([_respelt(row[name], grid.types.get(name, ""), chance, noisy=noisy) for name in columns])
    return file.getvalue()


def _respelt(written: str, kind: str, chance: random.Random, *, noisy: bool) -> str:
    """A number in another way of writing it."""
    if noisy and kind == "number" and "." in written and chance.random() < 0.5:
        number, _, mark = written.partition(" ")
        return f"{number}0 {mark}".strip() if not number.startswith("[") else written
    return written
