"""A drawing walked through and painted as paths and labels, at the width that it is printed in.

Each thing that can't be drawn is a problem with its line; the walk goes on, so that an author hears of all of them.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Mapping
from dataclasses import field, replace

from reportgen.figures.picture import MOST_COORDINATES, Fill, Label, Operation, Outline, Path, Picture
from reportgen.figures.svg.clipping import clip
from reportgen.figures.svg.css import INITIAL, StyleRule, fraction, length, paint, rules, styled
from reportgen.figures.svg.flattening import flattened
from reportgen.figures.svg.geometry import SHAPES, Segment, box_of, outline, size_of, transform, view
from reportgen.figures.svg.heads import heads, laid
from reportgen.figures.svg.lettering import font_style, labels
from reportgen.figures.svg.markup import PLAIN, Node, SvgError, parse
from reportgen.figures.svg.painting import pen, placed
from reportgen.figures.typeset import Ruler
from reportgen.frozen import frozen
from reportgen.geometry import Box, Matrix
from reportgen.house import MM, House
from reportgen.problems import Place, Problems

PIXEL = 0.75
"""A user unit in points, where nothing else is said."""
LEAST_TEXT = 8.0
"""The smallest type in print, in points."""
MOST_CHARACTERS = 2_000
"""Of a text in a drawing, which is set in one line."""
MOST_ELEMENTS = 50_000
"""What may be drawn, with all that `use` repeats."""
MOST_USES = 20
"""How deep `use` may lead into `use`."""

_SILENT = {
    *("defs", "title", "desc", "metadata", "style", "script", "symbol", "clipPath", "linearGradient", "radialGradient"),
    *("pattern", "marker", "filter", "mask", "animate", "animateMotion", "animateTransform", "set", "view", "cursor"),
}
"""What paints nothing where it stands."""
_REFUSED = {
    "image": ("an embedded picture", "put the picture in as a figure of its own, as PNG or JPEG"),
    "foreignObject": ("foreign content", "write texts as plain text, not as flowing text"),
}
_EFFECTS = {"filter": "a filter, such as a shadow or a blur,", "mask": "a mask"}


@frozen
class Drawing:
    """An SVG file, read; `width` and `height` are its own size in points."""

    root: Node
    name: str
    width: float
    height: float

    def size(self, wanted: float | None, measure: float, room: float) -> tuple[float, float]:
        """Width and height in points: `wanted` wide, else its own, within `measure` by `room`."""
        width = min(wanted or self.width, measure, room * self.width / self.height)
        return width, width * self.height / self.width

    def picture(self, width: float, house: House, problems: Problems) -> Picture:
        """The drawing `width` points wide; what can't be drawn goes to `problems`."""
        return _Painter(self, width, house, problems).picture()


def read_svg(data: bytes, name: str, problems: Problems) -> Drawing | None:
    """The drawing in a file called `name`; None, with a problem, where it is no SVG or has no size."""
    try:
        root = parse(data)
        width, height = size_of(root)
    except SvgError as fault:
        problems.add("figure-file", Place(name, fault.line or 1), f"{name} {fault.message}", fault.hint)
        return None
    return Drawing(root, name, width * PIXEL, height * PIXEL)


@frozen
class _Context:
    """What an element finds: the way to the page, its parent's style, opacity and clip, and what 100% is."""

    matrix: Matrix
    style: Mapping[str, str]
    whole: tuple[float, float]
    opacity: float = 1.0
    clip: tuple[Outline, ...] = ()
    uses: int = 0
    line: Mapping[str, str] = field(default_factory=dict)
    """The style of the line whose arrow head this is: `context-stroke` means its stroke."""


class _Painter:
    """Paints one drawing at one size."""

    def __init__(self, drawing: Drawing, width: float, house: House, problems: Problems) -> None:
        self._drawing, self._problems = drawing, problems
        self._width, self._height = width, width * drawing.height / drawing.width
        self._ruler = Ruler(house)
        self._margin = min(house.page.outer, house.page.top, house.page.bottom) * MM
        self._operations: list[Operation] = []
        self._ids = {node.get("id"): node for node in reversed(list(drawing.root.walk())) if node.get("id")}
        self._drawn = 0
        self._told: set[str] = set()
        self._sheet = self._rules()
        self._small: tuple[float, int, str] = (LEAST_TEXT, 0, "")

    def picture(self) -> Picture:
        scale = self._width / (self._drawing.width / PIXEL)
        page = Matrix(scale, 0, 0, -scale, 0, self._height)
        size = self._drawing.width / PIXEL, self._drawing.height / PIXEL
        self._draw(self._drawing.root, _Context(page, INITIAL, size))
        size_, line, text = self._small
        if line:
            message = f"'{text}' is {size_:.1f} pt high as printed; {LEAST_TEXT:g} pt is the least"
            self._note("figure-text", line, message)
        picture = Picture(round(self._width, 2), round(self._height, 2), tuple(self._operations))
        if picture.coordinates > MOST_COORDINATES:
            fault = SvgError(f"draws more than {MOST_COORDINATES // 2:,} points, the most that it may", "simplify it")
            self._fault(fault, self._drawing.root)
        return picture

    def _rules(self) -> list[StyleRule]:
        found: list[StyleRule] = []
        for node in self._drawing.root.walk():
            if node.tag == "style":
                try:
                    found += rules("".join(child for child in node.children if isinstance(child, str)), node.line)
                except SvgError as fault:
                    self._fault(fault, node)
        return sorted(found, key=lambda rule: rule.weight)

    def _fault(self, fault: SvgError, node: Node) -> None:
        if fault.message not in self._told:
            self._told.add(fault.message)
            self._note("figure-file", fault.line or node.line, f"{self._drawing.name} {fault.message}", fault.hint)

    def _note(self, rule: str, line: int, message: str, hint: str = "") -> None:
        self._problems.add(rule, Place(self._drawing.name, line), message, hint)

    # --- the walk -----------------------------------------------------------------------------------------------------
    def _draw(self, node: Node, around: _Context) -> None:
        """Draw an element; a fault in it is noted, and its neighbours are drawn all the same."""
        if node.tag in _SILENT or "}" in node.tag:
            return
        self._drawn += 1
        try:
            if self._drawn > MOST_ELEMENTS:
                raise SvgError(f"draws more than {MOST_ELEMENTS} things", "simplify it")
            if node.tag in _REFUSED:
                what, hint = _REFUSED[node.tag]
                raise SvgError(f"has {what}, which can't be drawn", hint)
            if node.tag not in self._PAINTERS:
                raise SvgError(f"has <{node.tag}>, which can't be drawn", PLAIN)
            inside = self._inside(node, around)
            if inside.style.get("display") != "none":
                self._PAINTERS[node.tag](self, node, inside)
        except SvgError as fault:
            self._fault(fault, node)

    def _inside(self, node: Node, around: _Context) -> _Context:
        """What the element itself paints in."""
        style = self._styled(node, around.style, around.line)
        for effect, what in _EFFECTS.items():
            if style.get(effect, "none") != "none":
                raise SvgError(f"has {what} which can't be drawn", "take it away, or give plain colours")
        matrix = around.matrix @ transform(style.get("transform", ""))
        opacity = around.opacity * fraction(style.get("opacity", "1"))
        clip = around.clip
        if style.get("clip-path", "none") != "none":
            clip = (*clip, self._clip(style["clip-path"], matrix, around.whole))
        return replace(around, matrix=matrix, style=style, opacity=opacity, clip=clip)

    def _styled(self, node: Node, parent: Mapping[str, str], line: Mapping[str, str]) -> dict[str, str]:
        style, flat = flattened(styled(node, parent, self._sheet), line, self._ids, self._sheet)
        if flat:
            self._simplified("has a gradient or a pattern: one plain colour is drawn", node, "give it one plain colour")
        return style

    def _group(self, node: Node, inside: _Context) -> None:
        for child in node.elements:
            self._draw(child, inside)

    def _switch(self, node: Node, inside: _Context) -> None:
        for child in node.elements[:1]:
            self._draw(child, inside)

    def _nested(self, node: Node, inside: _Context, size: tuple[str, str] = ("", "")) -> None:
        """An `svg` or `symbol`: its viewBox laid into its field."""
        (across, down), root = inside.whole, node is self._drawing.root
        width = across if root else length(size[0] or node.get("width"), across, default=across)
        height = down if root else length(size[1] or node.get("height"), down, default=down)
        matrix, whole = inside.matrix, (width, height)
        if not root:
            matrix = matrix @ Matrix(e=length(node.get("x"), across), f=length(node.get("y"), down))
        if box := box_of(node):
            if width <= 0 or height <= 0:
                return
            matrix = matrix @ view(box, width, height, node.get("preserveAspectRatio"))
            whole = box[2], box[3]
        self._group(node, replace(inside, matrix=matrix, whole=whole))

    def _use(self, node: Node, inside: _Context) -> None:
        target = self._target(node.get("href"))
        if inside.uses >= MOST_USES:
            raise SvgError("has a <use> that leads back to itself", PLAIN)
        across, down = inside.whole
        place = Matrix(e=length(node.get("x"), across), f=length(node.get("y"), down))
        inside = replace(inside, matrix=inside.matrix @ place, uses=inside.uses + 1)
        if target.tag == "symbol":
            self._nested(target, self._inside(target, inside), (node.get("width"), node.get("height")))
        else:
            self._draw(target, inside)

    def _target(self, reference: str) -> Node:
        """The element that `#id` or `url(#id)` names, in this file only."""
        name = reference.removeprefix("url(").removesuffix(")").strip("\"' ")
        if not name.startswith("#"):
            raise SvgError(f"refers to '{name}' outside of the file", "put all that is drawn into one file")
        if name[1:] not in self._ids:
            raise SvgError(f"refers to '{name}', which it doesn't have", PLAIN)
        return self._ids[name[1:]]

    # --- painting -----------------------------------------------------------------------------------------------------
    def _shape(self, node: Node, inside: _Context) -> None:
        """Fill a shape, then stroke it."""
        style, matrix = inside.style, inside.matrix
        segments = outline(node, float(style["font-size"]), inside.whole)
        fill, stroke = self._colour("fill", inside), self._colour("stroke", inside)
        width = length(style["stroke-width"], math.hypot(*inside.whole) / math.sqrt(2), float(style["font-size"]))
        line = pen(style, stroke.colour, stroke.alpha, width, matrix) if stroke and width > 0 else None
        path = placed(segments, matrix, style["fill-rule"])
        if style["visibility"] == "visible" and path.points and path.draws and (fill or line):
            self._operations.append(Path(path, fill, line, clip=self._framed(path, inside)))
        if any(style[f"marker-{which}"] != "none" for which in ("start", "mid", "end")):
            self._heads(segments, width, node, inside)

    def _heads(self, segments: list[Segment], width: float, node: Node, inside: _Context) -> None:
        """Draw the arrow heads of a shape; one that the file doesn't have is told, as the direction is lost."""
        if inside.uses >= MOST_USES:
            raise SvgError("has an arrow head that leads back to itself", PLAIN)
        for head in heads(segments) if inside.style["visibility"] == "visible" else ():
            reference = inside.style[f"marker-{head.which}"]
            marker = self._ids.get(reference.removeprefix("url(").removesuffix(")").strip("\"' ")[1:])
            if marker is not None and marker.tag == "marker":
                matrix, style = inside.matrix @ laid(marker, head, width), styled(marker, INITIAL, self._sheet)
                around = replace(inside, matrix=matrix, style=style, uses=inside.uses + 1, line=inside.style)
                self._group(marker, around)
            elif reference != "none":
                hint = "turn the heads into shapes (in Inkscape: Path, Stroke to Path)"
                self._simplified("has an arrow head that is not in the file: it is left out", node, hint)

    def _simplified(self, message: str, node: Node, hint: str) -> None:
        if message not in self._told:
            self._told.add(message)
            self._note("figure-simplified", node.line, f"{self._drawing.name} {message}", hint)

    def _colour(self, which: str, inside: _Context) -> Fill | None:
        """A paint and how opaque it is; None where nothing would be seen."""
        found = paint(inside.style[which], inside.style["color"])
        if found is None:
            return None
        alpha = round(found[3] * fraction(inside.style[f"{which}-opacity"]) * inside.opacity, 4)
        return Fill(found[:3], alpha) if alpha else None

    def _framed(self, path: Outline, inside: _Context) -> tuple[Outline, ...]:
        """The clip, with the drawing's own edge where a shape goes beyond it."""
        frame = Box(0.0, 0.0, self._width, self._height)
        return inside.clip if frame.holds(path.box, 0.5) else (Outline.of_box(frame), *inside.clip)

    def _clip(self, reference: str, matrix: Matrix, whole: tuple[float, float]) -> Outline:
        return clip(self._target(reference), matrix, whole, self._target, self._sheet)

    def _text(self, node: Node, inside: _Context) -> None:
        def restyle(child: Node, style: Mapping[str, str]) -> dict[str, str]:
            return self._styled(child, style, inside.line)

        found = labels(node, inside.style, inside.matrix, inside.opacity, inside.whole, self._ruler, restyle)
        for label in found:
            if len(label.text) > MOST_CHARACTERS:
                raise SvgError(f"has a text of more than {MOST_CHARACTERS} characters", "break it into lines")
            if self._is_far(label):
                message = f"has the text '{label.text[:80]}' far outside of the drawing"
                raise SvgError(message, "move it inside, write it smaller, or leave it out")
            if label.alpha and label.size:
                self._operations.append(replace(label, clip=inside.clip))
                self._watch(label, node.line)

    def _is_far(self, label: Label) -> bool:
        """Whether a text reaches so far that it may run off the page."""
        wide, turn = self._extent(label), math.radians(label.angle)
        xs = label.x, label.x + wide * math.cos(turn)
        ys = label.y, label.y + wide * math.sin(turn)
        least, margin = -self._margin, self._margin
        beside = min(xs) < least or max(xs) > self._width + margin
        return beside or min(ys) < least or max(ys) + label.size > self._height + margin + LEAST_TEXT

    def _extent(self, label: Label) -> float:
        """How wide a text is, in points."""
        style = font_style({"font-weight": {"semibold": "600"}.get(label.weight, label.weight), "font-style": "normal"})
        return self._ruler.extent(label.text, label.size, style).width

    def _watch(self, label: Label, line: int) -> None:
        """Note small text, and text that the house's type makes longer than the drawing has room for."""
        if round(label.size, 1) < self._small[0]:
            self._small = (label.size, line, label.text)
        end = label.x + self._extent(label)
        if not label.angle and (label.x < -1 or end > self._width + 1):
            hint = "leave more room beside it: the paper's own type is used"
            self._note("figure-text", line, f"'{label.text[:80]}' sticks out of {self._drawing.name}", hint)

    _PAINTERS: Mapping[str, Callable[[_Painter, Node, _Context], None]] = {
        "svg": _nested,
        "g": _group,
        "a": _group,
        "switch": _switch,
        "use": _use,
        "text": _text,
        **dict.fromkeys(SHAPES, _shape),
    }
