"""One cell changes between two editions, and each kind of use follows: the change list as well."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TypeVar

import pytest

from reportgen.choices import AS_WRITTEN
from reportgen.commands.release import release
from reportgen.document import blocks as doc
from reportgen.document.inlines import NoteMark, plain
from reportgen.document.tree import blocks
from reportgen.figures.picture import Label
from reportgen.pipeline import Composed, finished
from reportgen.writing import write_all
from tests.about import attached

HEAD = """\
title: Lighthouses
edition: 1
published: 2024-05-06
facts_as_of: 2024-05-01
in_brief: Rathlin has {{ lights.Rathlin.steps }} steps.
key_facts:
  - {value: "{{ lights.Rathlin.steps }}", label: steps in Rathlin}
"""
TABLES = """\
lights:
  title: Lighthouses
  key: light
  source: board
  columns:
    light: {title: Light}
    steps: {title: Steps, type: integer}
"""
REFERENCES = "- {id: board, type: report, title: List of lights, publisher: Board of Lights}\n"
TEXT = """\
# Summary

In the prose {{ lights.Rathlin.steps }}.[^note]

[^note]: In a note {{ lights.Rathlin.steps }}.

- In a list {{ lights.Rathlin.steps }}.

::: box
title: A box

In a box {{ lights.Rathlin.steps }}.
:::

::: keyfacts
{{ lights.Rathlin.steps }}
: steps
:::

::: timeline
2024
: Somebody counts {{ lights.Rathlin.steps }} steps.
:::

::: chart steps
kind: bars
data: lights
category: light
values: steps
title: Rathlin has {{ lights.Rathlin.steps }} steps
subtitle: Steps, two lights, 2024
:::

::: chart told
kind: bars
data: lights
category: light
values: steps
title: Rathlin is higher
subtitle: Steps, two lights, 2024
alt: Two bars; that of Rathlin shows {{ lights.Rathlin.steps }} steps.
:::

::: table steps
data: lights
title: Steps of two lights
subtitle: 2024
:::

| Light | Steps |
|---|---:|
| Rathlin | {{ lights.Rathlin.steps }} |
"""
OLD, NEW = "127", "131"
T = TypeVar("T")


@dataclass(frozen=True)
class Made:
    """The paper of an edition."""

    composed: Composed
    data: bytes

    def of(self, kind: type[T]) -> list[T]:
        return [block for block in blocks(self.composed.document.sections) if isinstance(block, kind)]


@cache
def editions() -> tuple[Made, Made]:
    """The papers of edition 1, released, and of edition 2, with the cell changed."""
    with TemporaryDirectory() as place:
        workspace = Path(place)
        folder = workspace / "sources" / "lights"
        files = {
            "briefing.yaml": HEAD,
            "references.yaml": REFERENCES,
            "data/tables.yaml": TABLES,
            "data/lights.csv": f"light,steps\nRathlin,{OLD}\nHook,115\n",
            "text/summary.md": TEXT,
        }
        write_all({folder / name: text.encode() for name, text in files.items()})
        first = _made(folder, workspace)
        assert release(folder, workspace, AS_WRITTEN).paper
        head = HEAD.replace("edition: 1\n", "edition: 2\nupdated: 2025-05-06\n")
        cells = f"light,steps\nRathlin,{NEW}\nHook,115\n"
        write_all({folder / "briefing.yaml": head.encode(), folder / "data/lights.csv": cells.encode()})
        return first, _made(folder, workspace)


def _made(folder: Path, workspace: Path) -> Made:
    paper = finished(folder, workspace)
    return Made(paper.composed, paper.data)


def _cells(table: doc.TableBlock) -> str:
    return " ".join(plain(cell.content) for row in table.rows for cell in row.cells)


def _note(made: Made) -> str:
    found = [part for block in made.of(doc.Paragraph) for part in block.content if isinstance(part, NoteMark)]
    return " ".join(plain(paragraph) for mark in found for paragraph in mark.note.paragraphs)


def _labels(made: Made) -> str:
    picture = made.composed.pictures[made.of(doc.Chart)[0].id]
    return " ".join(part.text for part in picture.operations if isinstance(part, Label))


def _prose(made: Made, begin: str) -> str:
    paragraphs = [plain(block.content) for block in made.of(doc.Paragraph)]
    return next(text for text in paragraphs if text.startswith(begin))


def _in_brief(made: Made) -> str:
    found = [block for block in made.composed.document.cover.brief if isinstance(block, doc.Paragraph)]
    return " ".join(plain(block.content) for block in found)


USES: dict[str, Callable[[Made], str]] = {
    "cover": _in_brief,
    "key fact on the cover": lambda made: plain(made.composed.document.cover.key_figures[0].value),
    "prose": lambda made: _prose(made, "In the prose"),
    "list": lambda made: _prose(made, "In a list"),
    "box": lambda made: _prose(made, "In a box"),
    "note": _note,
    "key fact": lambda made: plain(made.of(doc.KeyFacts)[0].items[0].value),
    "timeline": lambda made: plain(made.of(doc.Timeline)[0].events[0].content),
    "chart": _labels,
    "chart's title": lambda made: plain(made.of(doc.Chart)[0].title),
    "description": lambda made: plain(made.of(doc.Chart)[0].description),
    "alternative text": lambda made: plain(made.of(doc.Chart)[1].description),
    "table": lambda made: _cells(made.of(doc.TableBlock)[0]),
    "table in the text": lambda made: _cells(made.of(doc.TableBlock)[1]),
    "appendix": lambda made: _cells(made.of(doc.TableBlock)[2]),
    "attached data": lambda made: attached(made.data)["chart-1-steps.csv"],
}


@pytest.mark.parametrize("use", USES)
def test_a_use_follows_its_cell(use: str) -> None:
    first, second = map(USES[use], editions())
    assert OLD in first and NEW not in first
    assert NEW in second and OLD not in second


def test_the_change_list_says_what_it_was_and_what_it_is() -> None:
    first, second = editions()
    assert first.of(doc.ChangeTable) == []
    (table,) = second.of(doc.ChangeTable)
    (group,) = table.groups
    assert plain(group.subject) == "Rathlin"
    assert [plain(entry) for entry in group.entries] == [f"Steps, {OLD} to {NEW} – Board of Lights"]


def test_nothing_else_has_changed() -> None:
    revision = editions()[1].composed.extras.revision
    assert revision and (len(revision.lines), revision.sections, dict(revision.paragraphs)) == (1, (), {})
