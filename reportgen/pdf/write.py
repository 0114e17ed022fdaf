"""A document to the bytes of a PDF: lay out, then paint, then finish the file.

Laying out makes the parts from the blocks, with the structure tree, and fills pages with them without painting; page
numbers are settled on filled pages, and only what prints one is set again. Then each page is painted once, and the file
is made accessible and archivable.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import date
from functools import cached_property, partial
from itertools import chain
from types import MappingProxyType

from reportgen.dates import PartialDate
from reportgen.document import blocks as doc
from reportgen.document.inlines import plain
from reportgen.figures.picture import Picture
from reportgen.frozen import frozen
from reportgen.geometry import Box
from reportgen.house import MM, House
from reportgen.language import Words
from reportgen.pdf.canvas import MarkingCanvas
from reportgen.pdf.contents import Contents
from reportgen.pdf.cover import cover_page, masthead
from reportgen.pdf.coverage import missing_glyphs
from reportgen.pdf.dialects import Places
from reportgen.pdf.document_info import DocumentInfo
from reportgen.pdf.finish import finish
from reportgen.pdf.imprint import joined
from reportgen.pdf.layout_context import LayoutContext
from reportgen.pdf.limits import over_limits
from reportgen.pdf.notes import NoteBook, PlacedPart
from reportgen.pdf.page_index import PageIndex, index_of, pages_of_anchors
from reportgen.pdf.page_rules import page_warnings
from reportgen.pdf.pages import FilledPage, FilledPages, PageMaster, fill
from reportgen.pdf.parts import LANDSCAPE, PORTRAIT, FloatBarrier, Item, KeepWithNext, NewPage, Part
from reportgen.pdf.running_heads import RunningHeads
from reportgen.pdf.sections import chapter
from reportgen.pdf.structure import Slot, StructElem
from reportgen.pdf.textpart import TextPart
from reportgen.pdf.theme import Theme
from reportgen.problems import Problem, Problems, ReportError

Pictures = Mapping[str, Picture]
NO_PICTURES: Pictures = MappingProxyType({})
_MOST_PASSES = 5
_EPOCH = date(2000, 1, 1)
"""The date of a paper that has none: never the clock's."""


@frozen
class LaidOut:
    """A paper laid out: its filled pages and its structure, ready to be painted once."""

    document: doc.Document
    theme: Theme
    tree: StructElem
    status: Slot
    """Where the stamp is heard."""
    pages: tuple[FilledPage, ...]

    @cached_property
    def page_index(self) -> PageIndex:
        """On which page what is read."""
        return index_of(self.pages)

    def warnings(self) -> list[Problem]:
        """What a reader of its pages would stumble on."""
        return page_warnings(self.pages)

    def over_limit(self) -> list[Problem]:
        """The problem of a paper that has more pages than its type allows."""
        limit, total, problems = self.document.page_limit, len(self.pages), Problems()
        if limit is not None and total > limit:
            counted = "with its data tables, its sources and what is told about it"
            message = f"the paper has {total} pages, {counted}; its type allows {limit}"
            problems.add("page-limit", self.document.limit_place, message)
        return problems.found


def write(document: doc.Document, house: House, words: Words, pictures: Pictures = NO_PICTURES) -> bytes:
    """The paper as PDF to its standard; ReportError for characters without a glyph, and for what does not fit.

    `pictures` are those of its charts, by their ids.
    """
    laid = lay_out(document, house, words)
    if over := laid.over_limit():
        raise ReportError(over)
    return paint(laid, pictures)


def lay_out(document: doc.Document, house: House, words: Words) -> LaidOut:
    """The filled pages of the paper; ReportError for characters without a glyph, and for what fits no page."""
    theme = Theme(house, words)
    faults = [*missing_glyphs(document, theme.lettering.chain), *over_limits(document)]
    if faults:
        raise ReportError(faults)
    context = LayoutContext(theme)
    tree = StructElem("Document", lang=document.properties.language)
    status = tree.add("P").slot()
    items = _items(document, context, tree)
    filled = _settled(document, context, items)
    for node, other in filled.moves:
        node.move_behind(other)
    return LaidOut(document, theme, tree, status, filled.pages)


def paint(laid: LaidOut, pictures: Pictures = NO_PICTURES) -> bytes:
    """The paper as PDF to its standard, each page painted once; `pictures` are those of its charts, by their ids."""
    document = laid.document
    title = plain(document.cover.title)
    running_heads = RunningHeads(laid.theme, title, document.footer, document.stamp, len(laid.pages), laid.status)
    canvas = MarkingCanvas(laid.pages[0].page_master.size, pictures)
    canvas.foremost = partial(running_heads.state, canvas)
    for number, page in enumerate(laid.pages, start=1):
        _paint_page(page, number, canvas, laid.theme, running_heads)
    canvas.save()
    return finish(
        canvas.file.getvalue(),
        laid.tree,
        canvas.marks,
        _info(document.properties),
        document.attachments,
        places=Places(canvas.elements, canvas.bookmarks),
    )


def _paint_page(
    page: FilledPage, number: int, canvas: MarkingCanvas, theme: Theme, running_heads: RunningHeads
) -> None:
    canvas.setPageSize(page.page_master.size)
    if page.notes:
        look, first = theme.notes, page.notes[0]
        canvas.rule(first.x, first.top + look.below_rule, look.rule_width, look.rule_thickness, look.rule_colour)
    called = {note.anchor for placed in page.text for note in placed.part.notes()}
    others = []
    for note in page.notes:
        if (anchor := _anchor(note.part)) in called:
            canvas.notes[anchor] = partial(_paint, note, canvas)
        else:  # a page before this one calls it
            others.append(note)
    for placed in page.text:
        while others and _reads_before(others[0].part, placed.part):
            _paint(others.pop(0), canvas)
        called_here = next((note.anchor for note in placed.part.notes() if note.anchor in canvas.notes), "")
        if others and called_here:  # its paragraph ends here, and calls more: they are read behind what is left of it
            left = [partial(_paint, note, canvas) for note in others]
            canvas.notes[called_here] = partial(_in_turn, [*left, canvas.notes[called_here]])
            others = []
        _paint(placed, canvas)
    for note in others:
        _paint(note, canvas)
    canvas.call(list(canvas.notes))
    _MARGINS[page.page_master.name](running_heads, canvas, number)
    canvas.showPage()


def _in_turn(steps: Sequence[Callable[[], None]]) -> None:
    for step in steps:
        step()


def _reads_before(note: Part, text: Part) -> bool:
    one, other = (next((part for part in each.walk() if isinstance(part, TextPart)), None) for each in (note, text))
    return other is not None and (one is None or _path(one) < _path(other))


def _path(part: TextPart) -> tuple[int, ...]:
    """Where the element of a text stands in the structure tree: the number of each element among its siblings."""
    found, element = [], part.runs[0].slot.node if part.runs else None
    while element is not None and element.parent is not None:
        found.append(element.parent.kids.index(element))
        element = element.parent
    return tuple(reversed(found))


def _paint(placed: PlacedPart, canvas: MarkingCanvas) -> None:
    placed.part.paint_at(canvas, placed.x, placed.top, placed.width)


def _anchor(note: Part) -> str:
    """The anchor of a note, which its beginning has; "" for what is left of one."""
    return next((part.anchor for part in note.walk() if isinstance(part, TextPart) and part.anchor), "")


_FIRST, _COVER = "first", "cover"
_MARGINS = {
    PORTRAIT: RunningHeads.upright,
    LANDSCAPE: RunningHeads.sideways,
    _FIRST: RunningHeads.first,
    _COVER: RunningHeads.cover,
}
"""What stands in the margins of each kind of page."""


def _settled(document: doc.Document, context: LayoutContext, items: list[Item]) -> FilledPages:
    """Pages that have the numbers that they print; ReportError where none are found."""
    masters = _page_masters(document, context.theme)
    for _ in range(_MOST_PASSES):
        filled = fill(items, masters, NoteBook(context.theme.notes, context.notes), context.theme.house.sizes.leading)
        pages = pages_of_anchors(filled.pages) if context.numbered else {}
        ends_move = [text.renumber(pages) for text in context.numbered]
        if not any(ends_move):
            return filled
    problems = Problems()
    problems.add("page-numbers", document.place, "the page numbers that the paper prints change where its pages end")
    raise ReportError(problems.found)


def _items(document: doc.Document, context: LayoutContext, tree: StructElem) -> list[Item]:
    items: list[Item]
    if document.cover.full:
        items = [*cover_page(document.cover, context, tree, document.place), NewPage(PORTRAIT)]
    else:
        items = [*masthead(document.cover, context, tree)]
    contents = Contents(document.contents, context, tree)
    chapters = joined([chapter(part, context, tree) for part in document.sections])
    listed = contents.pages(_may_follow_contents(document, chapters))
    return list(_without_empty_pages([*items, *listed, *chain.from_iterable(chapters)]))


def _may_follow_contents(document: doc.Document, chapters: Sequence[Sequence[Item]]) -> list[list[Part]]:
    """What may stand below the contents on their page: the whole summary, else its lead, up to a heading in it."""
    if not document.sections or document.sections[0].number:
        return []
    whole = [item for item in chapters[0] if isinstance(item, Part)]
    headings = [at for at, part in enumerate(whole) if _is_headed(part)]
    return [whole, *([whole[: headings[1]]] if len(headings) > 1 and headings[1] > 0 else [])]


def _is_headed(part: Part) -> bool:
    return isinstance(part, KeepWithNext) and isinstance(part.head, TextPart) and part.head.bookmark is not None


def _without_empty_pages(items: list[Item]) -> list[Item]:
    """One new page where several follow each other, as the first says, on the page master that the last names."""
    kept: list[Item] = []
    for item in items:
        before = kept[-1] if kept else None
        if isinstance(item, NewPage) and isinstance(before, NewPage):
            kept[-1] = NewPage(item.page_master or before.page_master, before.run_on)
        elif not (isinstance(item, FloatBarrier) and isinstance(before, NewPage)):
            kept.append(item)
    return kept[:-1] if isinstance(kept[-1], NewPage) else kept


def _page_masters(document: doc.Document, theme: Theme) -> list[PageMaster]:
    page = theme.house.page
    size = width, height = page.width * MM, page.height * MM
    left, bottom = page.outer * MM, page.bottom * MM
    upright = Box(left, bottom, left + page.measure, height - page.top * MM)
    sideways = Box(left, bottom, left + theme.landscape_measure, width - page.top * MM)
    text, wide = PageMaster(PORTRAIT, size, upright), PageMaster(LANDSCAPE, (height, width), sideways)
    if document.cover.full:
        return [PageMaster(_COVER, size, Box(0, 0, width, height)), text, wide]
    return [PageMaster(_FIRST, size, upright, then=PORTRAIT), text, wide]


def _info(properties: doc.Properties) -> DocumentInfo:
    created = _day(properties.published) or _day(properties.updated) or _EPOCH
    return DocumentInfo(
        title=properties.title,
        language=properties.language,
        created=created,
        modified=_day(properties.updated) or created,
        authors=properties.authors,
        subject=properties.subject,
        keywords=properties.keywords,
        standard=properties.standard,
        publisher=properties.publisher,
        rights=properties.rights,
        identifier=properties.identifier,
        digest=properties.digest,
    )


def _day(text: str) -> date | None:
    return PartialDate.parse(text).first if text else None
