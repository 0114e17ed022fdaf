"""The paper for naive ReportLab: `story.json`, a list of parts with the small markup of its paragraphs."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from tests.benchmarks.paper.content import (
    AUTHORS,
    DATE,
    NUMBER,
    SUBTITLE,
    TITLE,
    Block,
    Bullets,
    Heading,
    Paper,
    Prose,
    Shown,
    paper,
    source_id,
)
from tests.benchmarks.paper.figures import CHARTS
from tests.benchmarks.paper.inline import Forms, anchor, numbers, written
from tests.benchmarks.paper.phrases import DOCUMENTS, SUMMARY


def write(times: int, folder: Path) -> None:
    """Write the paper, `times` as long, into `folder`."""
    made = paper(times)
    told = numbers(made.blocks)
    forms = _forms(told)
    parts = [part for block in made.blocks for part in _parts(block, made, told, forms)]
    story = {
        "number": NUMBER,
        "title": TITLE,
        "subtitle": SUBTITLE,
        "authors": ", ".join(AUTHORS),
        "date": DATE,
        "summary": SUMMARY,
        "parts": [*parts, *_sources(forms), *_notes(made)],
    }
    folder.mkdir(parents=True)
    (folder / "story.json").write_text(json.dumps(story, ensure_ascii=False))


def _forms(told: dict[str, str]) -> Forms:
    def link(target: str, text: str) -> str:
        return f'<a href="#{target}" color="#003399">{text}</a>'

    return {
        "strong": "<b>{}</b>".format,
        "emphasis": "<i>{}</i>".format,
        "reference": lambda name: link(anchor(name), told[name]),
        "source": lambda name: link(name, f"[{name}]"),
        "note": lambda number: f"<super>{link(f'note-{number}', number)}</super>",
    }


def _parts(block: Block, made: Paper, told: dict[str, str], forms: Forms) -> Iterator[dict[str, Any]]:
    match block:
        case Heading(level=level, id=name, text=text):
            yield {"kind": "heading", "level": level, "id": name, "text": f"{told[f'sec:{name}']} {text}"}
        case Prose():
            yield {"kind": "text", "text": written(block.text, forms)}
        case Bullets(items=items):
            yield from ({"kind": "bullet", "text": written(item, forms)} for item in items)
        case Shown(what="fig", id=name):
            caption = f'<a name="fig-{name}"/>{told[f"fig:{name}"]}: {CHARTS[name][0]}'
            yield {"kind": "chart", "id": name, "caption": caption}
        case Shown(id=name, of=of):
            table = made.tables[of]
            caption = f'<a name="tab-{name}"/>{told[f"tab:{name}"]}: {table.caption}'
            yield {"kind": "table", "caption": caption, "rows": [table.header, *table.rows]}


def _sources(forms: Forms) -> Iterator[dict[str, Any]]:
    yield {"kind": "heading", "level": 1, "id": "bibliography", "text": "Bibliography"}
    for number, (author, year, title, publisher) in enumerate(DOCUMENTS):
        name = source_id(number)
        entry = written(f"{author} ({year}), *{title}*, {publisher}.", forms)
        yield {"kind": "text", "text": f'<a name="{name}"/>[{name}] {entry}'}


def _notes(made: Paper) -> Iterator[dict[str, Any]]:
    """Footnotes stand at the end: naive ReportLab has none."""
    yield {"kind": "heading", "level": 1, "id": "notes", "text": "Notes"}
    for number, (text, link) in enumerate(made.notes, 1):
        told = f'<a name="note-{number}"/>{number}. {text} <a href="{link}" color="#003399">{link}</a>'
        yield {"kind": "note", "text": told}
