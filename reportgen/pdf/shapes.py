"""Small parts that are not text: rules, panels, pictures, and parts side by side."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from copy import copy
from math import inf
from typing import Self

from reportgen.figures.picture import Picture
from reportgen.frozen import frozen
from reportgen.pdf.canvas import MarkingCanvas
from reportgen.pdf.lettering import Lettering
from reportgen.pdf.parts import Part, VerticalList
from reportgen.pdf.pictures import replay
from reportgen.pdf.structure import Slot, StructElem
from reportgen.pdf.theme import Space, Theme


class RulePart(Part):
    """A horizontal line over the whole width, or that of what it belongs to, with white under it."""

    def __init__(self, thickness: float, colour: str, below: float, before: float = 0.0) -> None:
        super().__init__(before)
        self._thickness, self._colour, self._below = thickness, colour, below
        self._breadth: Callable[[], float] | None = None

    def follow(self, breadth: Callable[[], float]) -> None:
        """Be as long as something else that may still change."""
        self._breadth = breadth

    def measure(self, width: float) -> float:
        return self._thickness + self._below

    def paint(self, canvas: MarkingCanvas, width: float, height: float) -> None:
        length = self._breadth() if self._breadth else width
        canvas.box(0, height - self._thickness, length, self._thickness, self._colour)


class Spacer(Part):
    """White of a fixed height."""

    def __init__(self, height: float) -> None:
        super().__init__()
        self._height = height

    def measure(self, width: float) -> float:
        return self._height

    def paint(self, canvas: MarkingCanvas, width: float, height: float) -> None:
        """Nothing is painted."""


@frozen
class Background:
    """The ground of a panel: a tint, or a bar at its left edge; lengths in points."""

    left: float = 0.0
    tint: str = ""
    bar: str = ""
    bar_width: float = 2.4
    padding: tuple[float, float, float, float] = (0.0, 0.0, 0.0, 0.0)
    """Left, top, right and bottom."""

    def inside(self, space: Space) -> Space:
        """What is left of `space` for what stands on it."""
        left, _, right, _ = self.padding
        return Space(0.0, space.width - self.left - left - right)


_BOX_PADDING = 1.45
"""In units, half a line each: the white inside the edges of a tint. Our taste: less than a line, as the leading of
the first one adds to what is seen."""


def box_ground(theme: Theme, left: float) -> Background:
    """The tint under a box that begins `left` points from the outer edge."""
    pad = theme.unit * _BOX_PADDING
    return Background(left, theme.house.colours.tint, padding=(pad, pad, pad, pad))


class PanelPart(Part):
    """A column on a ground; it may run over pages, the ground goes along."""

    unbreakable_up_to: float = 0.0
    """Up to this height it is never split."""

    def __init__(self, column: VerticalList, ground: Background, before: float, after: float) -> None:
        super().__init__(before, after)
        self.column, self.ground = column, ground
        self.place = column.place

    def measure(self, width: float) -> float:
        _, top, _, bottom = self.ground.padding
        return self.column.measure(self._inner(width)) + top + bottom

    def divide(self, width: float, height: float) -> tuple[Part, Part] | None:
        if self.measure(width) <= self.unbreakable_up_to:
            return None
        _, top, _, bottom = self.ground.padding
        halves = self.column.divide(self._inner(width), height - top - bottom)
        if halves is None:
            return None
        head, tail = self._around(halves[0]), self._around(halves[1])
        head.space_after = tail.space_before = tail.unbreakable_up_to = 0.0
        return head, tail

    def _around(self, column: Part) -> Self:
        assert isinstance(column, VerticalList)
        other = copy(self)
        other.column = column
        return other

    def _inner(self, width: float) -> float:
        left, _, right, _ = self.ground.padding
        return width - self.ground.left - left - right

    def paint(self, canvas: MarkingCanvas, width: float, height: float) -> None:
        ground = self.ground
        if ground.tint:
            canvas.box(ground.left, 0, width - ground.left, height, ground.tint)
        if ground.bar:
            canvas.box(ground.left, 0, ground.bar_width, height, ground.bar)
        left, top, _, _ = ground.padding
        self.column.paint_at(canvas, ground.left + left, height - top, self._inner(width))

    def inside(self) -> Iterable[Part]:
        return (self.column,)


class EqualColumns(Part):
    """Parts side by side in columns of equal width, from `left` on."""

    def __init__(self, parts: Sequence[Part], left: float, gap: float, columns: int = 0) -> None:
        """`columns` is how many there is room for; fewer parts leave the rest white."""
        super().__init__(parts[0].space_before, parts[0].space_after)
        self.parts, self._left, self._gap = list(parts), left, gap
        self._columns = max(columns, len(parts))

    def each(self, width: float) -> float:
        """The width of a column."""
        return (width - self._left - self._gap * (self._columns - 1)) / self._columns

    def measure(self, width: float) -> float:
        return max(part.measure(self.each(width)) for part in self.parts)

    def paint(self, canvas: MarkingCanvas, width: float, height: float) -> None:
        each = self.each(width)
        for index, part in enumerate(self.parts):
            part.paint_at(canvas, self._left + index * (each + self._gap), height, each)

    def inside(self) -> Iterable[Part]:
        return self.parts


class FigurePart(Part):
    """A picture, in its true size, as the content of a Figure; it tells the element its box on the page."""

    def __init__(self, node: StructElem, slot: Slot, size: tuple[float, float], left: float = 0.0) -> None:
        super().__init__()
        self._figure, self._slot, self._size, self._left = node, slot, size, left

    def measure(self, width: float) -> float:
        return self._size[1]

    def paint(self, canvas: MarkingCanvas, width: float, height: float) -> None:
        corners = (*canvas.at(self._left, 0), *canvas.at(self._left + self._size[0], self._size[1]))
        box = tuple(round(value, 2) for value in corners)
        self._figure.attributes = [("Layout", "Placement", "Block"), ("Layout", "BBox", box)]
        with canvas.claimed(self._slot), canvas.moved(self._left, 0):
            self.fill(canvas)

    def fill(self, canvas: MarkingCanvas) -> None:
        """Draw the picture with its bottom left corner at the origin."""
        raise NotImplementedError


class PicturePart(FigurePart):
    """A recorded drawing."""

    type_size: float = inf
    """Points of the type of a formula; what stands in a drawing or a chart is told where that is read."""

    def __init__(self, node: StructElem, picture: Picture, lettering: Lettering, left: float = 0.0) -> None:
        super().__init__(node, node.slot(), (picture.width, picture.height), left)
        self._picture, self._lettering = picture, lettering

    def smallest_type(self) -> float:
        return self.type_size

    def fill(self, canvas: MarkingCanvas) -> None:
        canvas.drawing(lambda: replay(canvas, self._picture, self._lettering))


class ChartPart(FigurePart):
    """A chart, whose picture is the canvas's to know."""

    def __init__(self, node: StructElem, name: str, size: tuple[float, float], lettering: Lettering) -> None:
        super().__init__(node, node.slot(), size)
        self._name, self._lettering = name, lettering

    def fill(self, canvas: MarkingCanvas) -> None:
        canvas.drawing(lambda: replay(canvas, canvas.pictures[self._name], self._lettering))


class ImagePart(FigurePart):
    """A PNG or a JPEG."""

    def __init__(self, node: StructElem, image: bytes, size: tuple[float, float], left: float = 0.0) -> None:
        super().__init__(node, node.slot(), size, left)
        self._image = image

    def fill(self, canvas: MarkingCanvas) -> None:
        canvas.image(self._image, *self._size)
