"""What is asked of whoever draws charts, and what comes back: the same in this process and from another one.

`done` is the work itself. What comes back from another process is JSON, so that nothing of a chart kind's own reaches
the engine, and a chart is the same whether it was drawn beside, drawn here or kept.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from reportgen.figures.cache import Cache
from reportgen.figures.contract import ChartSpec
from reportgen.figures.drawn import CODEC, Drawn, Faults, Plan
from reportgen.frozen import frozen
from reportgen.house import House
from reportgen.problems import Problem

Answer = Plan | Drawn | Faults | None
"""Of a chart: its plan, then itself, or its problems in the place of either; None before each, when it is begun."""


@frozen
class Task:
    """A chart that must be drawn by the kind in the file `path`, which held `source`; it is kept under `key`."""

    spec: ChartSpec
    path: Path
    source: bytes
    key: str


@frozen
class Work:
    """The charts of a paper that must be drawn, by their numbers, and what all of them depend on."""

    tasks: Mapping[int, Task]
    house: House
    language: str
    cache: Cache


def done(work: Work) -> Iterator[tuple[int, Answer]]:
    """The answers for each chart, with its number: the plans of all first. What is drawn is also kept."""
    from reportgen.figures.running import Attempt  # loads what a build with kept charts never needs
    from reportgen.language import words_for

    words = words_for(work.language)
    planned: dict[int, Attempt] = {}
    for number, task in work.tasks.items():
        yield number, None
        attempt = Attempt(task.spec, task.path, task.source, work.house, words)
        plan = attempt.plan()
        if isinstance(plan, Plan):
            planned[number] = attempt
        yield number, plan
    for number, attempt in planned.items():
        yield number, None
        drawn = attempt.draw()
        if isinstance(drawn, Drawn):
            work.cache.put(work.tasks[number].key, drawn)
        yield number, drawn


def line_of(number: int, answer: Answer) -> bytes:
    """An answer as a line; `answer_in` reads it."""
    data: Any = None
    match answer:
        case Plan():
            data = {"plan": CODEC.plain(answer)}
        case Drawn():
            data = {"drawn": CODEC.plain(answer)}
        case tuple():
            data = {"faults": CODEC.plain(answer)}
    return json.dumps([number, data]).encode("ascii") + b"\n"


def answer_in(line: bytes) -> tuple[int, Answer]:
    """The answer that `line_of` wrote."""
    number, data = json.loads(line)
    match data:
        case {"plan": plan}:
            return number, CODEC.made(Plan, plan)
        case {"drawn": drawn}:
            return number, CODEC.made(Drawn, drawn)
        case {"faults": faults}:
            return number, CODEC.read(tuple[Problem, ...], faults)
    return number, None
