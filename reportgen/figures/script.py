"""Writing PDF operators with as little state as can be: what is shared by neighbours is said once.

Nothing here knows of matplotlib.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from reportgen.figures.picture import Alpha, Code, Label, Operation, Raster

PLACES = 2
"""Decimals of a coordinate: a hundredth of a point is 3.5 micrometres."""


def number(value: float) -> str:
    """A number as a content stream takes it, rounded, without trailing zeros."""
    text = f"{value:.{PLACES}f}".rstrip("0").rstrip(".")
    return "0" if text == "-0" else text


def numbers(*values: float) -> str:
    """Several numbers with spaces between."""
    return " ".join(number(value) for value in values)


def colour(parts: tuple[float, ...]) -> str:
    """The first three parts of a colour, 0 to 1, to a 255th."""
    return " ".join(f"{part:.3f}".rstrip("0").rstrip(".") for part in parts[:3])


@dataclass(frozen=True, slots=True)
class State:
    """What a run of paintings shares: the clip (operators, "" for none) and the opacities."""

    clip: str = ""
    fill_alpha: float = 1.0
    stroke_alpha: float = 1.0


@dataclass(slots=True)
class Script:
    """A list of operations in the making. Paintings in the same state share one saved graphics state."""

    _operations: list[Operation] = field(default_factory=list)
    _pending: list[str] = field(default_factory=list)
    _state: State = field(default_factory=State)
    _settings: dict[str, str] = field(default_factory=dict)

    def enter(self, state: State) -> None:
        """What follows is painted in `state`."""
        if state == self._state:
            return
        self._leave()
        self._state = state
        if state != State():
            self._pending.append(f"q {state.clip}".rstrip())
        if (state.fill_alpha, state.stroke_alpha) != (1.0, 1.0):
            self._append(Alpha(state.fill_alpha, state.stroke_alpha))

    def setting(self, name: str, operators: str) -> None:
        """Set a colour or a pen, unless it is set already."""
        if self._settings.get(name) != operators:
            self._settings[name] = operators
            self._pending.append(operators)

    def paint(self, operators: str) -> None:
        """Add operators that leave the state as it is."""
        self._pending.append(operators)

    def label(self, label: Label) -> None:
        """Add text. It brings its own colour, so that the fill's is unknown afterwards."""
        self._append(label)
        self._settings.pop("fill", None)

    def raster(self, raster: Raster, matrix: str) -> None:
        """Add an image on the unit square of `matrix` (six numbers)."""
        self._pending.append(f"q {matrix} cm")
        self._append(raster)
        self._pending.append("Q")

    def finished(self) -> tuple[Operation, ...]:
        """Everything written."""
        self.enter(State())
        self._flush()
        return tuple(self._operations)

    def _leave(self) -> None:
        if self._state != State():
            self._pending.append("Q")
        self._settings.clear()

    def _append(self, operation: Operation) -> None:
        self._flush()
        self._operations.append(operation)

    def _flush(self) -> None:
        if self._pending:
            self._operations.append(Code("\n".join(self._pending)))
            self._pending.clear()
