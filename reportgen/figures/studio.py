"""Charts asked for become pictures: from the cache where nothing has changed, else drawn by their kind.

A chart's findings are kept with its picture, so that a build from the cache tells what the first one told. A `Studio`
knows who draws: this process, or a worker beside it.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, Self

from reportgen.figures import process
from reportgen.figures.cache import Cache, fingerprint, surroundings
from reportgen.figures.contract import ChartSpec
from reportgen.figures.drawn import Drawn, Faults, Plan
from reportgen.figures.kinds import found, resolved
from reportgen.figures.loading import KindError, source_of
from reportgen.figures.picture import Picture
from reportgen.figures.work import Answer, Task, Work, done
from reportgen.house import House
from reportgen.problems import Problem, Problems

if TYPE_CHECKING:
    import subprocess

    from reportgen.language import Words

TRIES = 2
"""How many workers may die over a chart before it is the chart's fault, or over none before this process draws."""


class Studio:
    """Where charts are drawn: with `beside` by a worker, if there is a core for it, else by this process.

    A context, at whose end the worker ends. It draws for one paper after the other.
    """

    def __init__(self, *, beside: bool = False, launched: subprocess.Popen[bytes] | None = None) -> None:
        """`launched` is a worker that has been started already."""
        self._beside = beside
        self._worker = process.Worker(launched) if launched else None
        self._work: Work | None = None
        """What the worker is busy with."""

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        self._dismiss()

    def start(self) -> None:
        """Let the worker start now, as charts will be asked for: it imports what it needs meanwhile."""
        if self._worker is None and self._beside:
            try:
                self._worker = process.Worker() if process.cores() > 1 else None
            except OSError:
                self._worker = None
            self._beside = self._worker is not None

    def order(
        self,
        specs: Sequence[ChartSpec],
        house: House,
        words: Words,
        folders: Sequence[Path],
        cache: Cache | None = None,
    ) -> ChartOrder:
        """Ask for charts. What is not in the cache is worked on from now on, if there is a worker.

        `folders` are those of the workspace's own kinds; `cache` None is the user's, `Cache(None)` is none.
        """
        return ChartOrder(self, specs, house, words, folders, Cache.of_user() if cache is None else cache)

    def begun(self, work: Work) -> Iterator[tuple[int, Answer]]:
        """The answers to the work, which a worker begins at once, and this process when it is asked for them."""
        self._ask(work)
        return self._answers(work)

    def _ask(self, work: Work) -> None:
        if self._work is not None:
            self._dismiss()  # what it draws is waited for no more, or will be asked for again
        self.start()
        if self._worker is not None:
            self._worker.ask(work)
            self._work = work

    def _answers(self, work: Work) -> Iterator[tuple[int, Answer]]:
        left, deaths = dict(work.tasks), Counter[int | None]()
        while left:
            if self._work is not work:
                work = replace(work, tasks=dict(left))
                self._ask(work)
            if self._worker is None:
                break
            begun = None
            for number, answer in self._worker.answers():
                begun = number if answer is None else None
                yield number, answer
                if isinstance(answer, Drawn | tuple):
                    left.pop(number, None)
                if not left:
                    self._work = None
                    return
            if self._work is work:  # it has died; else it had to do other work
                deaths[begun] += 1
                how = self._dismiss()
                self._beside = deaths[None] < TRIES
                if begun is not None and deaths[begun] == TRIES:
                    yield begun, _deadly(left.pop(begun), how)
        yield from done(replace(work, tasks=left))

    def _dismiss(self) -> str:
        """End the worker, if there is one, and tell how it ended."""
        worker, self._worker, self._work = self._worker, None, None
        return worker.end() if worker else ""


def _deadly(task: Task, how: str) -> Faults:
    """The problem of a chart over which workers die."""
    from reportgen.figures.running import look_at

    problems, spec = Problems(), task.spec
    told = f"{spec.called}: kind '{spec.kind}' ended the process that draws, {how}"
    problems.add("chart-failed", spec.place, told, look_at(task.path))
    return tuple(problems.found)


class ChartOrder:
    """Charts that were asked for: planned, then drawn; waited for only when they are."""

    def __init__(
        self,
        studio: Studio,
        specs: Sequence[ChartSpec],
        house: House,
        words: Words,
        folders: Sequence[Path],
        cache: Cache,
    ) -> None:
        self._specs = specs
        self._plans: dict[int, Plan] = {}
        self._drawn: dict[int, Drawn] = {}
        self._faults: dict[int, Faults] = {}
        around = surroundings(house, words.tag) if specs else ""
        tasks = dict(self._tasks(folders, around, cache))
        self._coming = studio.begun(Work(tasks, house, words.tag, cache)) if tasks else iter(())

    def _tasks(self, folders: Sequence[Path], around: str, cache: Cache) -> Iterator[tuple[int, Task]]:
        """The charts that must be drawn; those that are kept, and those that can't be drawn, are noted."""
        paths = found(folders)
        for number, spec in enumerate(self._specs):
            problems = Problems()
            path = resolved(spec, paths, problems, folders)
            if path is None:
                self._faults[number] = tuple(problems.found)
                continue
            try:
                source = source_of(path)
            except KindError as error:
                from reportgen.figures.running import not_loaded

                self._faults[number] = not_loaded(spec, path, error)
                continue
            key = fingerprint(spec, source, around)
            if kept := cache.get(key):
                self._take(number, kept)
            else:
                yield number, Task(spec, path, source, key)

    def _take(self, number: int, answer: Answer) -> None:
        match answer:
            case Plan():
                self._plans[number] = answer
            case Drawn():
                self._plans[number], self._drawn[number] = answer.plan, answer
            case tuple():
                self._faults[number] = answer

    def plans(self) -> dict[str, Plan]:
        """The plans of the charts by their ids; ReportError, with the problems of all of them, if one has none."""
        while not self._all(self._plans) and self._wait():
            pass
        if self._faults:
            self.drawn()
        return {spec.id: self._plans[number] for number, spec in enumerate(self._specs)}

    def drawn(self) -> dict[str, Drawn]:
        """The charts by their ids; ReportError with the problems of all of them.

        What is amiss in a picture that can be used all the same is told by `warnings_of`. A kind may draw another size
        than it has planned: the plan of what is drawn has the true one.
        """
        while self._wait():
            pass
        problems, made = Problems(), {self._specs[number].id: drawn for number, drawn in sorted(self._drawn.items())}
        for _, faults in sorted(self._faults.items()):
            problems.extend(faults)
        problems.extend(warnings_of(self._specs, made))
        problems.raise_for_errors()
        return made

    def picture(self, name: str) -> Picture:
        """The picture of the chart that has this id, waited for; ReportError as `drawn` if it has none."""
        number = next(number for number, spec in enumerate(self._specs) if spec.id == name)
        while number not in self._drawn and number not in self._faults and self._wait():
            pass
        return self._drawn[number].picture if number in self._drawn else self.drawn()[name].picture

    def _all(self, known: Mapping[int, Plan]) -> bool:
        return len({*known, *self._faults}) == len(self._specs)

    def _wait(self) -> bool:
        """Take the next answer; False if none will come."""
        for number, answer in self._coming:
            self._take(number, answer)
            return True
        return False


def draw(
    specs: Sequence[ChartSpec], house: House, words: Words, folders: Sequence[Path], cache: Cache | None = None
) -> dict[str, Drawn]:
    """Charts drawn by this process; as `Studio.order` and `ChartOrder.drawn`."""
    return Studio().order(specs, house, words, folders, cache).drawn()


def warnings_of(specs: Sequence[ChartSpec], drawn: Mapping[str, Drawn]) -> tuple[Problem, ...]:
    """What the inspection found amiss in the charts that were drawn, each at its block."""
    problems = Problems()
    for spec in specs:
        if spec.id not in drawn:
            continue
        one = drawn[spec.id]
        if spec.title and _bare(one.plan.description) == _bare(spec.title):
            problems.add("alt-missing", spec.place, f"{spec.called}: its description says no more than its title")
        for finding in one.findings:
            problems.add(finding.rule, spec.place, f"{spec.called}: {finding.message}", finding.hint)
    return tuple(problems.found)


def _bare(text: str) -> str:
    """The text as it sounds."""
    return " ".join(text.split()).rstrip(".!?").casefold()
