"""A document to the bytes of a PDF: lay out, then paint, then finish the file.

Laying out makes the parts from the blocks, with the structure tree, and fills pages with them without painting; page
numbers are settled on filled pages, and only what prints one is set again. Then each page is painted once, and the file
is made accessible and archivable.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from types import MappingProxyType

from reportgen.dates import PartialDate
from reportgen.document import blocks as doc
from reportgen.document.inlines import plain
from reportgen.figures.picture import Picture
from reportgen.house import MM, House
from reportgen.language import Words
from reportgen.pdf.canvas import MarkingCanvas
from reportgen.pdf.contents import contents_pages
from reportgen.pdf.cover import cover_page, masthead
from reportgen.pdf.coverage import missing_glyphs
from reportgen.pdf.finish import Attachment, Properties, finish
from reportgen.pdf.furniture import Furniture
from reportgen.pdf.galley import Galley
from reportgen.pdf.notes import Area, NoteBook
from reportgen.pdf.pages import Filled, Page, Sheet, fill
from reportgen.pdf.parts import LANDSCAPE, PORTRAIT, FloatsDue, Item, NewPage
from reportgen.pdf.sections import section
from reportgen.pdf.structure import Node, Slot
from reportgen.pdf.theme import Theme
from reportgen.pdf.whereabouts import Whereabouts, pages_of_anchors, whereabouts
from reportgen.problems import Problem, Problems, ReportError

Pictures = Mapping[str, Picture]
NO_PICTURES: Pictures = MappingProxyType({})
_MOST_PASSES = 5
_EPOCH = date(2000, 1, 1)
"""The date of a paper that has none: never the clock's."""


@dataclass(frozen=True)
class Laid:
    """A paper laid out: its filled pages and its structure, ready to be painted once."""

    document: doc.Document
    theme: Theme
    tree: Node
    status: Slot
    """Where the stamp is heard."""
    pages: tuple[Page, ...]

    @cached_property
    def read(self) -> Whereabouts:
        """On which page what is read."""
        return whereabouts(self.pages)

    def over_limit(self) -> list[Problem]:
        """The problem of a paper that has more pages than its type allows."""
        limit, total, problems = self.document.page_limit, len(self.pages), Problems()
        if limit is not None and total > limit:
            counted = "with its data tables, its sources and what is told about it"
            message = f"the paper has {total} pages, {counted}; its type allows {limit}"
            problems.add("page-limit", self.document.limit_place, message)
        return problems.found


def write(document: doc.Document, house: House, words: Words, pictures: Pictures = NO_PICTURES) -> bytes:
    """The paper as PDF/UA-1 and PDF/A-3a; ReportError for characters without a glyph, and for what does not fit.

    `pictures` are those of its charts, by their ids.
    """
    laid = lay_out(document, house, words)
    if over := laid.over_limit():
        raise ReportError(over)
    return paint(laid, pictures)


def lay_out(document: doc.Document, house: House, words: Words) -> Laid:
    """The filled pages of the paper; ReportError for characters without a glyph, and for what fits no page."""
    theme = Theme(house, words)
    missing = missing_glyphs(document, theme.lettering.chain)
    if missing:
        raise ReportError(missing)
    files: dict[str, list[str]] = {}
    for attachment in document.attachments:
        files.setdefault(attachment.anchor, []).append(attachment.name)
    galley = Galley(theme, files)
    tree = Node("Document", lang=document.properties.language)
    status = tree.add("P").slot()
    items = _items(document, galley, tree)
    filled = _settled(document, galley, items)
    for node, other in filled.moves:
        node.move_behind(other)
    return Laid(document, theme, tree, status, filled.pages)


def paint(laid: Laid, pictures: Pictures = NO_PICTURES) -> bytes:
    """The paper as PDF/UA-1 and PDF/A-3a, each page painted once; `pictures` are those of its charts, by their ids."""
    document = laid.document
    title = plain(document.cover.title)
    furniture = Furniture(laid.theme, title, document.footer, document.stamp, len(laid.pages), laid.status)
    canvas = MarkingCanvas(laid.pages[0].sheet.size, pictures)
    for number, page in enumerate(laid.pages, start=1):
        _paint_page(page, number, canvas, laid.theme, furniture)
    canvas.save()
    return finish(
        canvas.file.getvalue(),
        laid.tree,
        canvas.marks,
        _properties(document.properties),
        [_attachment(item) for item in document.attachments],
    )


def _paint_page(page: Page, number: int, canvas: MarkingCanvas, theme: Theme, furniture: Furniture) -> None:
    canvas.setPageSize(page.sheet.size)
    for placed in page.text:
        placed.part.paint_at(canvas, placed.x, placed.top, placed.width)
    if page.notes:
        look, first = theme.notes, page.notes[0]
        canvas.rule(first.x, first.top + look.below_rule, look.rule_width, look.rule_thickness, look.rule_colour)
    for placed in page.notes:
        placed.part.paint_at(canvas, placed.x, placed.top, placed.width)
    _MARGINS[page.sheet.name](furniture, canvas, number)
    canvas.showPage()


_FIRST, _COVER = "first", "cover"
_MARGINS = {
    PORTRAIT: Furniture.upright,
    LANDSCAPE: Furniture.sideways,
    _FIRST: Furniture.first,
    _COVER: Furniture.cover,
}
"""What stands in the margins of each sheet."""


def _settled(document: doc.Document, galley: Galley, items: list[Item]) -> Filled:
    """Pages that have the numbers that they print; ReportError where none are found."""
    sheets = _sheets(document, galley.theme)
    for _ in range(_MOST_PASSES):
        filled = fill(items, sheets, NoteBook(galley.theme.notes, galley.notes))
        pages = pages_of_anchors(filled.pages) if galley.numbered else {}
        ends_move = [text.renumber(pages) for text in galley.numbered]
        if not any(ends_move):
            return filled
    problems = Problems()
    problems.add("page-numbers", document.place, "the page numbers that the paper prints change where its pages end")
    raise ReportError(problems.found)


def _items(document: doc.Document, galley: Galley, tree: Node) -> list[Item]:
    items: list[Item]
    if document.cover.full:
        items = [*cover_page(document.cover, galley, tree, document.place), NewPage(PORTRAIT)]
    else:
        items = [*masthead(document.cover, galley, tree)]
    items.extend(contents_pages(document.contents, galley, tree))
    for part in document.sections:
        items.extend(section(part, galley, tree))
    return list(_without_empty_pages(items))


def _without_empty_pages(items: list[Item]) -> list[Item]:
    """One new page where several follow each other, on the sheet that the last of them names; none at the end."""
    kept: list[Item] = []
    for item in items:
        before = kept[-1] if kept else None
        if isinstance(item, NewPage) and isinstance(before, NewPage):
            kept[-1] = NewPage(item.sheet or before.sheet)
        elif not (isinstance(item, FloatsDue) and isinstance(before, NewPage)):
            kept.append(item)
    return kept[:-1] if isinstance(kept[-1], NewPage) else kept


def _sheets(document: doc.Document, theme: Theme) -> list[Sheet]:
    page = theme.house.page
    size = width, height = page.width * MM, page.height * MM
    left, bottom = page.outer * MM, page.bottom * MM
    upright = Area(left, bottom, page.measure, height - bottom - page.top * MM)
    sideways = Area(left, bottom, theme.landscape_measure, width - bottom - page.top * MM)
    text, wide = Sheet(PORTRAIT, size, upright), Sheet(LANDSCAPE, (height, width), sideways)
    if document.cover.full:
        return [Sheet(_COVER, size, Area(0, 0, width, height)), text, wide]
    return [Sheet(_FIRST, size, upright, then=PORTRAIT), text, wide]


def _properties(properties: doc.Properties) -> Properties:
    created = _day(properties.published) or _day(properties.updated) or _EPOCH
    return Properties(
        title=properties.title,
        language=properties.language,
        created=created,
        modified=_day(properties.updated) or created,
        authors=properties.authors,
        subject=properties.subject,
        keywords=properties.keywords,
        digest=properties.digest,
    )


def _day(text: str) -> date | None:
    return PartialDate.parse(text).first if text else None


def _attachment(item: doc.Attachment) -> Attachment:
    return Attachment(item.name, item.data, item.mime, item.description, item.relationship, item.anchor)  # type: ignore[arg-type]
