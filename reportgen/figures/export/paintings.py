"""A recorded picture read again, painting by painting, for writers that know no PDF operators.

Only the operators that the recorder writes are known. Coordinates are those before `matrix` is applied.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from itertools import pairwise

from reportgen.figures.picture import Alpha, Code, Label, Picture, Raster

Matrix = tuple[float, float, float, float, float, float]
"""a, b, c, d, e, f: x' = ax + cy + e, y' = bx + dy + f."""

IDENTITY: Matrix = (1.0, 0.0, 0.0, 1.0, 0.0, 0.0)

Step = tuple[str, tuple[float, ...]]
"""A step of a path: "M", "L", "C" or "Z", and its coordinates."""

Steps = tuple[Step, ...]

_TOKEN = re.compile(r"[\[\]]|[-+]?[\d.]+|[A-Za-z]+")
_CAPS = ("butt", "round", "square")
_JOINS = ("miter", "round", "bevel")


@dataclass(frozen=True, slots=True)
class Pen:
    """How a stroke looks."""

    width: float = 1.0
    cap: str = "butt"
    join: str = "miter"
    dashes: tuple[float, ...] = ()
    offset: float = 0.0


@dataclass(frozen=True, slots=True)
class State:
    """What holds for the paintings to come. Colours are parts from 0 to 1."""

    fill: tuple[float, ...] = (0.0, 0.0, 0.0)
    stroke: tuple[float, ...] = (0.0, 0.0, 0.0)
    fill_alpha: float = 1.0
    stroke_alpha: float = 1.0
    pen: Pen = Pen()
    clips: tuple[Steps, ...] = ()
    """What cuts them, in the coordinates of the picture."""
    matrix: Matrix = IDENTITY


@dataclass(frozen=True, slots=True)
class Painting:
    """A path that is filled, stroked or both."""

    steps: Steps
    filled: bool
    stroked: bool
    state: State


@dataclass(frozen=True, slots=True)
class Placed:
    """A text or an image."""

    what: Label | Raster
    state: State


def paintings(picture: Picture) -> Iterator[Painting | Placed]:
    """Everything that a picture paints, in order; ValueError for an operator that the recorder doesn't write."""
    reader = _Reader()
    for operation in picture.operations:
        match operation:
            case Code():
                yield from reader.run(operation.operators)
            case Alpha():
                reader.state = replace(reader.state, fill_alpha=operation.fill, stroke_alpha=operation.stroke)
            case Label() | Raster():
                yield Placed(operation, reader.state)


@dataclass(slots=True)
class _Reader:
    state: State = field(default_factory=State)
    _saved: list[State] = field(default_factory=list)
    _numbers: list[float] = field(default_factory=list)
    _array: list[float] = field(default_factory=list)
    _steps: list[Step] = field(default_factory=list)
    _clipping: bool = False

    def run(self, operators: str) -> Iterator[Painting]:
        """Follow the operators of one piece of code."""
        for token in _TOKEN.findall(operators):
            if token == "[":
                self._numbers = []
            elif token == "]":
                self._array, self._numbers = self._numbers, []
            elif token[-1].isdigit() or token[-1] == ".":
                self._numbers.append(float(token))
            else:
                yield from self._operator(token, tuple(self._numbers))
                self._numbers = []

    def _operator(self, name: str, given: tuple[float, ...]) -> Iterator[Painting]:
        if name in _PATH:
            self._steps.extend(_PATH[name](given))
        elif name in ("f", "S", "B"):
            yield Painting(tuple(self._steps), name != "S", name != "f", self.state)
            self._steps = []
        elif name == "n":
            if self._clipping:
                clip = tuple((step, moved_all(points, self.state.matrix)) for step, points in self._steps)
                self.state = replace(self.state, clips=(*self.state.clips, clip))
            self._steps, self._clipping = [], False
        elif name == "W":
            self._clipping = True
        elif name == "q":
            self._saved.append(self.state)
        elif name == "Q":
            self.state = self._saved.pop()
        else:
            self._set(name, given)

    def _set(self, name: str, given: tuple[float, ...]) -> None:
        state, pen = self.state, self.state.pen
        match name:
            case "rg":
                self.state = replace(state, fill=given)
            case "RG":
                self.state = replace(state, stroke=given)
            case "w":
                self.state = replace(state, pen=replace(pen, width=given[0]))
            case "J":
                self.state = replace(state, pen=replace(pen, cap=_CAPS[int(given[0])]))
            case "j":
                self.state = replace(state, pen=replace(pen, join=_JOINS[int(given[0])]))
            case "d":
                self.state = replace(state, pen=replace(pen, dashes=tuple(self._array), offset=given[-1]))
            case "cm":
                a, b, c, d, e, f = given
                self.state = replace(state, matrix=multiplied((a, b, c, d, e, f), state.matrix))
            case _:
                raise ValueError(f"the operator {name} is none of a chart's")


def _rectangle(given: tuple[float, ...]) -> list[Step]:
    x, y, width, height = given
    right, top = x + width, y + height
    return [("M", (x, y)), ("L", (right, y)), ("L", (right, top)), ("L", (x, top)), ("Z", ())]


_PATH = {
    "m": lambda given: [("M", given)],
    "l": lambda given: [("L", given)],
    "c": lambda given: [("C", given)],
    "h": lambda given: [("Z", ())],
    "re": _rectangle,
}


def level_box(steps: Steps) -> tuple[float, float, float, float] | None:
    """The left, bottom, right and top of a path that is a rectangle with level sides; None for any other."""
    corners = list(dict.fromkeys(given for name, given in steps if name in ("M", "L")))
    if len(corners) != 4 or any(name == "C" for name, _ in steps):
        return None
    if not all(one[0] == other[0] or one[1] == other[1] for one, other in pairwise([*corners, corners[0]])):
        return None
    xs, ys = zip(*corners, strict=True)
    return min(xs), min(ys), max(xs), max(ys)


def multiplied(first: Matrix, then: Matrix) -> Matrix:
    """The matrix that does `first`, and `then` the other."""
    a, b, c, d, e, f = first
    k, l, m, n, o, p = then  # noqa: E741
    return a * k + b * m, a * l + b * n, c * k + d * m, c * l + d * n, e * k + f * m + o, e * l + f * n + p


def moved(point: tuple[float, float], matrix: Matrix) -> tuple[float, float]:
    """Where a matrix puts a point."""
    (x, y), (a, b, c, d, e, f) = point, matrix
    return a * x + c * y + e, b * x + d * y + f


def moved_all(given: tuple[float, ...], matrix: Matrix) -> tuple[float, ...]:
    """Where it puts each point of a step."""
    return tuple(part for point in zip(given[::2], given[1::2], strict=True) for part in moved(point, matrix))
