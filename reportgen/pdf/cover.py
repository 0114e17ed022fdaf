"""The front of a paper: a whole page with a band of colour for a briefing, a masthead above the text for a note."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from reportgen.colours import best_on
from reportgen.document import blocks as doc
from reportgen.document.inlines import Strong, Text
from reportgen.fonts import Style
from reportgen.frozen import frozen
from reportgen.house import MM
from reportgen.pdf.canvas import MarkingCanvas
from reportgen.pdf.galley import Galley
from reportgen.pdf.keyfigures import key_figures
from reportgen.pdf.parts import Column, Item, Part, once
from reportgen.pdf.runs import Look
from reportgen.pdf.shapes import Ground, Panel, Row, Rule
from reportgen.pdf.story import make
from reportgen.pdf.structure import Node
from reportgen.pdf.textpart import Form
from reportgen.pdf.theme import Setting, Space
from reportgen.problems import Place, Problems

_BAND = 128 * MM
_TITLE_TOP = 50 * MM
_BRIEF_LEFT = 78 * MM
_FOOT = 18 * MM


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


def cover_page(cover: doc.Cover, galley: Galley, tree: Node, place: Place) -> list[Item]:
    """The whole first page. Raises ReportError where the texts do not fit on it."""
    page = galley.theme.house.page
    outer, width = page.outer * MM, page.measure
    institution, title, imprint = _band_texts(cover, galley, tree, 2.6)
    placed = [_OnSheet(institution, outer, page.top * MM - 3 * MM, width)]
    placed.append(_OnSheet(title, outer, _TITLE_TOP, width * 0.85))
    below_title = _TITLE_TOP + title.measure(width * 0.85)
    placed.append(_OnSheet(imprint, outer, max(below_title + 9 * MM, _BAND - 21 * MM), width))
    band = max(_BAND, placed[-1].top + imprint.measure(width) + 12 * MM)
    placed.extend(_lower_half(cover, galley, tree, band + 14 * MM))
    if cover.key_figures:
        placed.append(_figures(cover, galley, tree, max(item.top + item.part.measure(item.width) for item in placed)))
    height = page.height * MM
    problems = Problems()
    for note in once(note for item in placed for note in item.part.notes()):
        problems.add("cover-note", note.place, "a footnote can't stand on the cover")
    if any(item.top + item.part.measure(item.width) > height - _FOOT for item in placed):
        problems.add("cover-full", place, "the texts of the cover do not fit on one page")
    problems.raise_for_errors()
    return [_CoverPage((page.width * MM, height), band, galley.theme.house.colours.accent, placed)]


def _band_texts(cover: doc.Cover, galley: Galley, tree: Node, scale: float) -> tuple[Part, Part, Part]:
    """Institution, title and imprint, in the colour that is read best on the accent."""
    house = galley.theme.house
    on_band = best_on(house.colours.accent, (house.colours.paper, house.colours.ink))
    size = house.sizes.scaled(1.04)
    look = Look(size, on_band)
    tagline = (Text(f" · {cover.tagline}"),) if cover.tagline else ()
    name = (Strong((Text(cover.institution),)), *tagline)
    institution = galley.text(name, tree, Setting(look, Form(round(size * 1.3, 1))))
    large = house.sizes.scaled(scale)
    title_setting = Setting(Look(large, on_band, Style("bold")), Form(round(large * 1.2, 1), balanced=True))
    title = galley.text(cover.title, tree, title_setting, role="Title")
    imprint = galley.text((Text(cover.imprint),), tree, Setting(look, Form(round(size * 1.3, 1))))
    return institution, title, imprint


def _lower_half(cover: doc.Cover, galley: Galley, tree: Node, top: float) -> list[_OnSheet]:
    """Details on the left; "in brief" and the key figures on the right."""
    page, unit = galley.theme.house.page, galley.theme.unit
    outer = page.outer * MM
    placed: list[_OnSheet] = []
    if cover.details:
        listed = tree.add_list()
        column = Column([_detail(detail, galley, listed).spaced(after=unit * 1.6) for detail in cover.details])
        placed.append(_OnSheet(column, outer, top + 2, _BRIEF_LEFT - outer - 8 * MM))
    width = page.width * MM - outer - _BRIEF_LEFT
    right = _brief(cover, galley, tree, Space(0.0, width))
    if right:
        placed.append(_OnSheet(Column(right), _BRIEF_LEFT, top, width))
    return placed


def _figures(cover: doc.Cover, galley: Galley, tree: Node, above: float) -> _OnSheet:
    """The key figures over the full measure, at the foot of the page or `above` what stands higher."""
    page, unit = galley.theme.house.page, galley.theme.unit
    figures = key_figures(cover.key_figures, galley, tree, Space(0.0, page.measure), large=True)
    column = Column([Rule(1.0, galley.theme.house.colours.accent, unit * 1.4), figures])
    foot = page.height * MM - _FOOT - 6 * MM - column.measure(page.measure)
    return _OnSheet(column, page.outer * MM, max(foot, above + unit * 2), page.measure)


def _brief(cover: doc.Cover, galley: Galley, tree: Node, space: Space) -> list[Part]:
    """What the paper says in brief, under its own title."""
    if not cover.brief:
        return []
    title = galley.theme.heading(2).spaced(0.0, galley.theme.unit * 0.7)
    return [galley.text((Text(cover.brief_title),), tree, title), *make(cover.brief, galley, tree, space)]


def _detail(detail: doc.Detail, galley: Galley, listed: Node) -> Part:
    """A label with what it labels under it."""
    item = listed.add("LI")
    setting = galley.theme.small.spaced(0.0, 0.0)
    strong = Setting(setting.look.weighing("semibold"), setting.form)
    label = galley.text_in((Text(detail.label),), item.add("Lbl"), strong)
    return Column([label, galley.text(detail.content, item.add("LBody"), setting)], together=True)


class _Masthead(Part):
    """A band from the sheet's top edge down to its own bottom, with texts on it."""

    def __init__(self, column: Column, galley: Galley) -> None:
        super().__init__(0.0, galley.theme.unit * 2)
        self._column, self._page = column, galley.theme.house.page
        self._colour = galley.theme.house.colours.accent
        self._pad = galley.theme.unit * 2

    def measure(self, width: float) -> float:
        return self._column.measure(width) + self._pad

    def inside(self) -> Iterable[Part]:
        return (self._column,)

    def paint(self, canvas: MarkingCanvas, width: float, height: float) -> None:
        page = self._page
        canvas.box(-page.outer * MM, 0, page.width * MM, height + page.top * MM, self._colour)
        self._column.paint_at(canvas, 0, height + 8 * MM, width)


def masthead(cover: doc.Cover, galley: Galley, tree: Node) -> list[Item]:
    """Title and imprint on a band, then the details in a row and what the paper says in brief."""
    theme, unit = galley.theme, galley.theme.unit
    institution, title, imprint = _band_texts(cover, galley, tree, 2.0)
    column = Column([institution, title.spaced(before=unit * 2.4, after=unit * 1.4), imprint])
    items: list[Item] = [_Masthead(column, galley)]
    if cover.details:
        listed = tree.add_list()
        details = [_detail(detail, galley, listed) for detail in cover.details]
        for start in range(0, len(details), 4):
            row = Row(details[start : start + 4], 0.0, unit * 2, 4)
            items.append(row.spaced(before=unit, after=unit * 1.5))
        items.append(Rule(0.4, theme.house.colours.rule, unit))
    pad = unit * 1.45
    ground = Ground(theme.indent, theme.house.colours.tint, padding=(pad, pad, pad, pad))
    brief = _brief(cover, galley, tree, ground.inside(theme.space))
    if cover.key_figures:
        figures = key_figures(cover.key_figures, galley, tree, ground.inside(theme.space))
        brief.append(figures.spaced(before=unit * 2.4 if brief else 0.0))
    if brief:
        brief[-1] = brief[-1].spaced(after=0.0)
        items.append(Panel(Column(brief), ground, unit, unit * 2))
    return items
