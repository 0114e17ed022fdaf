"""The front of a paper: a whole page with a band of colour for a briefing, a masthead above the text for a note."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from reportgen.colours import best_on
from reportgen.document import blocks as doc
from reportgen.document.inlines import Inlines, LineBreak, Strong, Text
from reportgen.document.reading.front import SEPARATOR
from reportgen.fonts import Style
from reportgen.frozen import frozen
from reportgen.house import MM
from reportgen.pdf.canvas import MarkingCanvas
from reportgen.pdf.keyfigures import key_figures
from reportgen.pdf.layout_context import LayoutContext
from reportgen.pdf.parts import FUZZ, Item, Part, VerticalList, once
from reportgen.pdf.runs import CharacterStyle
from reportgen.pdf.shapes import EqualColumns, PanelPart, RulePart, Spacer, box_ground
from reportgen.pdf.story import make
from reportgen.pdf.structure import StructElem
from reportgen.pdf.textpart import ParagraphStyle, TextPart
from reportgen.pdf.theme import Space, TextStyle
from reportgen.pdf.titles import by_sense
from reportgen.problems import Place, Problems

# The cover's own grid, from the sheet's left and top edge. Our taste, drawn for A4; other sheets keep it.
_LONGEST_BAND = 0.6
"""Of the sheet's height, that a band of colour takes at most: what is below it fills the rest."""
_ABOVE_TITLE = 0.42
"""Of the white between the institution and what stands at the foot: the title stands a little above the middle."""
_BRIEF_LEFT = 78 * MM
"""Where "in brief" begins: what is left of it holds a detail such as an e-mail address on one line."""
_MOST_DETAILS = 112 * MM
"""Where it begins at most, for an address that is longer."""
_APART = 8 * MM
"""Between the details and it."""
_FOOT = 18 * MM
"""What stays white at the bottom: a little less than a page of text has, as no footer stands there."""
_BAR = (3.0, 24 * MM)
"""Points: the bar of colour above a title on paper, how thick and how long it is."""


@frozen
class _OnSheet:
    """A part with its top left corner on the sheet, from the sheet's top left, and its width, in points."""

    part: Part
    x: float
    top: float
    width: float


class _CoverPage(Part):
    """A whole sheet: a band of colour and parts at their places."""

    def __init__(self, size: tuple[float, float], band: float, colour: str, placed: Sequence[_OnSheet]) -> None:
        super().__init__()
        self._size, self._band, self._colour, self._placed = size, band, colour, placed

    def measure(self, width: float) -> float:
        return self._size[1]

    def inside(self) -> Iterable[Part]:
        return [item.part for item in self._placed]

    def paint(self, canvas: MarkingCanvas, width: float, height: float) -> None:
        canvas.box(0, height - self._band, self._size[0], self._band, self._colour)
        for item in self._placed:
            item.part.paint_at(canvas, item.x, height - item.top, item.width)


def cover_page(cover: doc.Cover, context: LayoutContext, tree: StructElem, place: Place) -> list[Item]:
    """The whole first page. Raises ReportError where the texts do not fit on it."""
    page, house = context.theme.house.page, context.theme.house
    outer, width, height = page.outer * MM, page.measure, page.height * MM
    institution, titles = _front_texts(cover, context, tree, 2.6, width)
    lower = _lower_half(cover, context, tree)
    first = page.top * MM - 3 * MM
    under_name = first + institution.measure(width) + 10 * MM
    lower_top = max(height - _FOOT - lower.measure(width), under_name + titles.measure(width) + 20 * MM)
    if house.cover == "full":
        lower_top = min(lower_top, max(height * _LONGEST_BAND, under_name + titles.measure(width) + 12 * MM) + 14 * MM)
    free = lower_top - 14 * MM - under_name - titles.measure(width)
    placed = [
        _OnSheet(institution, outer, first, width),
        _OnSheet(titles, outer, under_name + max(0.0, free) * _ABOVE_TITLE, width),
        _OnSheet(lower, outer, lower_top, width),
    ]
    problems = Problems()
    for note in once(note for item in placed for note in item.part.notes()):
        problems.add("cover-note", note.place, "a footnote can't stand on the cover")
    if any(item.top + item.part.measure(item.width) > height - _FOOT + FUZZ for item in placed):
        problems.add("cover-full", place, "the texts of the cover do not fit on one page")
    problems.raise_for_errors()
    band = lower_top - 14 * MM if house.cover == "full" else 0.0
    return [_CoverPage((page.width * MM, height), band, house.colours.accent, placed)]


def _front_texts(
    cover: doc.Cover, context: LayoutContext, tree: StructElem, scale: float, width: float
) -> tuple[Part, VerticalList]:
    """The institution; title, subtitle and imprint: on the accent in what is read best on it, or on paper."""
    house, unit = context.theme.house, context.theme.unit
    colours, solid = house.colours, house.cover == "full"
    on_band = best_on(colours.accent, (colours.paper, colours.ink))
    look = CharacterStyle(house.sizes.scaled(1.04), on_band if solid else colours.ink)
    form = ParagraphStyle(round(look.size * 1.3, 1))
    name: Inlines = (Strong((Text(cover.institution),)),)
    tagline = f"{SEPARATOR}{cover.tagline}" if cover.tagline else ""
    if tagline and not _fits(cover.institution + tagline, context, look, width):
        name, tagline = (*name, LineBreak()), cover.tagline
    institution = context.text((*name, *((Text(tagline),) if tagline else ())), tree, TextStyle(look, form))
    large = CharacterStyle(house.sizes.scaled(scale), on_band if solid else colours.accent, Style("bold"))
    setting = TextStyle(large, ParagraphStyle(round(large.size * 1.2, 1), balanced=True))
    title = context.text(by_sense(cover.title, context, large, width * 0.85), tree, setting, role="Title")
    parts: list[Part] = [] if solid else [_Bar(colours.accent, unit * 2.2)]
    parts.append(_Narrowed(title, 0.85))
    if cover.subtitle:
        size = house.sizes.scaled(scale * 0.55)
        below = CharacterStyle(size, look.colour)
        setting = TextStyle(below, ParagraphStyle(round(size * 1.25, 1), balanced=True))
        content = by_sense(cover.subtitle, context, below, width * 0.85)
        parts.append(_Narrowed(context.text(content, tree, setting).spaced(before=unit * 1.2), 0.85))
    grey = replace(look, colour=on_band if solid else colours.grey)
    imprint = context.text(_in_lines(cover.imprint.split(SEPARATOR), context, grey, width), tree, TextStyle(grey, form))
    parts.append(imprint.spaced(before=unit * (2.4 if scale > 2.3 else 1.4)))
    return institution, VerticalList(parts)


def _fits(text: str, context: LayoutContext, look: CharacterStyle, width: float) -> bool:
    return context.theme.lettering.width(text, Style("bold"), look.size) <= width


def _in_lines(parts: Sequence[str], context: LayoutContext, look: CharacterStyle, width: float) -> Inlines:
    """Parts with dots between, as many on a line as it holds; no dot begins a line or ends one."""
    lines = [""]
    for part in parts:
        longer = f"{lines[-1]}{SEPARATOR if lines[-1] else ''}{part}"
        if not lines[-1] or _fits(longer, context, look, width):
            lines[-1] = longer
        else:
            lines.append(part)
    return tuple(one for at, line in enumerate(lines) for one in ((LineBreak(),) * (at > 0) + (Text(line),)))


def _lower_half(cover: doc.Cover, context: LayoutContext, tree: StructElem) -> VerticalList:
    """Details on the left and "in brief" on the right, then the key figures over the full measure."""
    page, unit, colours = context.theme.house.page, context.theme.unit, context.theme.house.colours
    listed = tree.add_list() if cover.details else tree
    details = [_detail(detail, context, listed).spaced(after=unit * 1.6) for detail in cover.details]
    widest = max((_widest(detail, context) for detail in details), default=0.0)
    # A point more, so that no rounding breaks the address.
    left = min(max(_BRIEF_LEFT - page.outer * MM, widest + 1.0 + _APART), _MOST_DETAILS - page.outer * MM)
    brief = _brief(cover, context, tree, Space(0.0, page.measure - left))
    parts: list[Part] = []
    if details or brief:
        parts.append(_Beside(VerticalList(details or [Spacer(0.0)]), VerticalList(brief or [Spacer(0.0)]), left))
    if cover.key_figures:
        rule = RulePart(1.0, colours.accent, unit * 1.4, before=unit * 2 if parts else 0.0)
        figures = key_figures(cover.key_figures, context, tree, Space(0.0, page.measure), large=True)
        parts += [rule, figures]
    if parts and context.theme.house.cover == "light" and not isinstance(parts[0], RulePart):
        parts.insert(0, RulePart(0.4, colours.rule, unit * 1.6))
    return VerticalList(parts or [Spacer(0.0)])


def _widest(part: Part, context: LayoutContext) -> float:
    """The widest word of a detail, an address as a whole."""
    runs = [run for text in part.inside() if isinstance(text, TextPart) for run in text.runs]
    words = [(word, run.look) for run in runs for word in run.text.split()]
    return max((context.theme.lettering.width(word, look.style, look.size) for word, look in words), default=0.0)


def _brief(cover: doc.Cover, context: LayoutContext, tree: StructElem, space: Space) -> list[Part]:
    """What the paper says in brief, under its own title."""
    if not cover.brief:
        return []
    setting, node = context.theme.heading(2).spaced(0.0, context.theme.unit * 0.7), tree.add("Sect")
    title = context.heading((Text(cover.brief_title),), node, setting)
    return [title, *make(cover.brief, context, node, space)]


def _detail(detail: doc.Detail, context: LayoutContext, listed: StructElem) -> Part:
    """A label with what it labels under it."""
    item = listed.add("LI")
    setting = context.theme.small.spaced(0.0, 0.0)
    strong = TextStyle(setting.look.weighing("semibold"), setting.form)
    label = context.text_in((Text(detail.label),), item.add("Lbl"), strong)
    return VerticalList([label, context.text(detail.content, item.add("LBody"), setting)], keep_together=True)


class _Bar(Part):
    """A short bar of colour."""

    def __init__(self, colour: str, below: float) -> None:
        super().__init__(0.0, below)
        self._colour = colour

    def measure(self, width: float) -> float:
        return _BAR[0]

    def paint(self, canvas: MarkingCanvas, width: float, height: float) -> None:
        canvas.box(0, height - _BAR[0], _BAR[1], _BAR[0], self._colour)


class _Narrowed(Part):
    """A part in a share of the width."""

    def __init__(self, part: Part, share: float) -> None:
        super().__init__(part.space_before, part.space_after)
        self._part, self._share = part, share

    def measure(self, width: float) -> float:
        return self._part.measure(width * self._share)

    def inside(self) -> Iterable[Part]:
        return (self._part,)

    def paint(self, canvas: MarkingCanvas, width: float, height: float) -> None:
        self._part.paint_at(canvas, 0, height, width * self._share)


class _Beside(Part):
    """Two columns, the second from `left` on."""

    def __init__(self, one: VerticalList, other: VerticalList, left: float) -> None:
        super().__init__()
        self._one, self._other, self._left = one, other, left

    def measure(self, width: float) -> float:
        return max(self._one.measure(self._left - _APART), self._other.measure(width - self._left))

    def inside(self) -> Iterable[Part]:
        return (self._one, self._other)

    def paint(self, canvas: MarkingCanvas, width: float, height: float) -> None:
        self._one.paint_at(canvas, 0, height, self._left - _APART)
        self._other.paint_at(canvas, self._left, height, width - self._left)


class _Masthead(Part):
    """A band from the sheet's top edge down to its own bottom, with texts on it."""

    def __init__(self, column: VerticalList, context: LayoutContext) -> None:
        super().__init__(0.0, context.theme.unit * 2)
        self._column, self._page = column, context.theme.house.page
        self._colour = context.theme.house.colours.accent
        self._pad = context.theme.unit * 2

    def measure(self, width: float) -> float:
        return self._column.measure(width) + self._pad

    def inside(self) -> Iterable[Part]:
        return (self._column,)

    def paint(self, canvas: MarkingCanvas, width: float, height: float) -> None:
        page = self._page
        canvas.box(-page.outer * MM, 0, page.width * MM, height + page.top * MM, self._colour)
        self._column.paint_at(canvas, 0, height + 8 * MM, width)


def masthead(cover: doc.Cover, context: LayoutContext, tree: StructElem) -> list[Item]:
    """Title and imprint on a band, then the details in a row and what the paper says in brief."""
    theme, unit = context.theme, context.theme.unit
    institution, titles = _front_texts(cover, context, tree, 2.0, theme.house.page.measure)
    column = VerticalList([institution, titles.spaced(before=unit * 2.4)])
    solid = theme.house.cover == "full"
    light = [column, RulePart(0.4, theme.house.colours.rule, unit, before=unit * 1.4)]
    items: list[Item] = [_Masthead(column, context)] if solid else [*light]
    if cover.details:
        listed = tree.add_list()
        details = [_detail(detail, context, listed) for detail in cover.details]
        width, widest = theme.house.page.measure, max(_widest(detail, context) for detail in details)
        count = next((n for n in (4, 3, 2) if widest <= (width - unit * 2 * (n - 1)) / n), 1)
        for start in range(0, len(details), count):
            row = EqualColumns(details[start : start + count], 0.0, unit * 2, count)
            items.append(row.spaced(before=unit, after=unit * 1.5))
        items.append(RulePart(0.4, theme.house.colours.rule, unit))
    ground = box_ground(theme, theme.indent)
    brief = _brief(cover, context, tree, ground.inside(theme.space))
    if cover.key_figures:
        figures = key_figures(cover.key_figures, context, tree, ground.inside(theme.space))
        brief.append(figures.spaced(before=unit * 2.4 if brief else 0.0))
    if brief:
        brief[-1] = brief[-1].spaced(after=0.0)
        items.append(PanelPart(VerticalList(brief), ground, unit, unit * 2))
    return items
