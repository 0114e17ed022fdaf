"""A scripted listener answers questions about each paper of ours from its tag tree alone, as a screen reader has it.

The questions of a paper stand in `NAME.yaml` beside this file. One asks, and names where a listener would go:

- `table`, `row`, `column`: the cell of a table by how its caption, its row and its column begin;
- `table` alone: on which pages it stands;
- `figure`: the alternative text of the figure under a caption; `below`: the line after it, with its source;
- `title`: what the paper is called, which this begins;
- `heading`: the level and the page of a heading; `then`: what is said next;
- `note_at`: the note that is called behind these words; `item`: an item of a list by how it begins.

`says` is what the answer must hold, `pages` on which pages it stands.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache
from pathlib import Path
from typing import Any

import pytest
import yaml

from reportgen.pdfread.heard import Heard, heard
from reportgen.pdfread.paper import opened
from tests.corpus import WHOLE, paper

HERE = Path(__file__).parent
PAPERS = {source.name: source for source in WHOLE}
ASKED = {path.stem: yaml.safe_load(path.read_text(encoding="utf-8")) for path in sorted(HERE.glob("*.yaml"))}


@cache
def said(name: str) -> tuple[Heard, ...]:
    with opened(paper(PAPERS[name])) as read:
        return tuple(heard(read))


def only(found: Sequence[int]) -> int:
    assert len(found) == 1, f"{len(found)} places answer"
    return found[0]


def answer(lines: Sequence[Heard], question: dict[str, Any]) -> tuple[str, list[int]]:
    """What the listener says, and the pages where it is said."""
    if caption := question.get("table"):
        return in_table(lines, caption, question.get("row"), question.get("column"))
    if caption := question.get("figure") or question.get("below"):
        at = only([at for at, one in enumerate(lines) if one.kind == "caption" and one.text.startswith(caption)])
        one = lines[at + (1 if "figure" in question else 2)]
        return one.text, [one.page]
    if begin := question.get("title"):
        return next((one.text, [one.page]) for one in lines if one.kind == "title" and one.text.startswith(begin))
    if title := question.get("heading"):
        at = only([at for at, one in enumerate(lines) if one.kind.startswith("heading") and one.text == title])
        one = lines[at + 1] if question.get("then") else lines[at]
        return f"{one.kind} {one.text}", [one.page]
    if begin := question.get("item"):
        one = lines[only([at for at, one in enumerate(lines) if one.kind == "item" and one.text.startswith(begin)])]
        return one.text, [one.page]
    return at_note(lines, question["note_at"])


def in_table(lines: Sequence[Heard], caption: str, row: str | None, column: str | None) -> tuple[str, list[int]]:
    at = only([at for at, one in enumerate(lines) if one.kind == "table" and one.text.startswith(caption)])
    rows = []
    for one in lines[at + 1 :]:
        if one.kind != "row":
            break
        rows.append(one)
    if row is None:
        return lines[at].text, sorted({one.page for one in rows})
    found = rows[only([number for number, one in enumerate(rows) if one.text.startswith(row)])]
    cells = [text for head, text in found.cells if head.startswith(column or "")]
    return cells[only(range(len(cells)))], [found.page]


def at_note(lines: Sequence[Heard], words: str) -> tuple[str, list[int]]:
    form = re.compile(re.escape(words) + r" ?\[(?:\D*? )?(\w+)\]")
    at = only([at for at, one in enumerate(lines) if form.search(str(one))])
    called = form.search(str(lines[at]))
    assert called
    note = next(one for one in lines[at:] if one.kind == f"note {called[1]}")
    return note.text, [note.page]


@pytest.mark.parametrize("name", ASKED)
def test_a_listener_finds_every_answer(name: str) -> None:
    for question in ASKED[name]:
        text, pages = answer(said(name), question)
        assert str(question.get("says", "")) in text, (question, text)
        assert question.get("pages", pages) == pages, question


@pytest.mark.parametrize("name", ASKED)
def test_each_paper_has_twenty_questions(name: str) -> None:
    asked = [question["ask"] for question in ASKED[name]]
    assert len(set(asked)) >= 20
    assert all("says" in question or "pages" in question for question in ASKED[name])


def test_each_paper_of_ours_is_asked() -> None:
    assert ASKED.keys() == PAPERS.keys()
