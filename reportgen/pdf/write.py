"""A document to the bytes of a PDF: lay out until page numbers hold still, then finish the file.

The steps: fonts have every character; parts are made from the blocks, with the structure tree; pages are filled; the
same again with the page numbers that were found; the paper keeps its page limit; the file is made accessible and
archivable.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from io import BytesIO
from types import MappingProxyType

from reportlab import rl_config
from reportlab.platypus import Flowable

from reportgen.dates import PartialDate
from reportgen.document import blocks as doc
from reportgen.document.inlines import plain
from reportgen.figures.picture import Picture
from reportgen.house import MM, House
from reportgen.language import Words
from reportgen.pdf.contents import contents_pages
from reportgen.pdf.cover import cover_page, masthead
from reportgen.pdf.coverage import missing_glyphs
from reportgen.pdf.finish import Attachment, Properties, finish
from reportgen.pdf.furniture import Furniture
from reportgen.pdf.galley import Galley
from reportgen.pdf.notes import NoteBook, NoteFrame
from reportgen.pdf.pages import FloatsDue, NewPage, Pages, Sheet
from reportgen.pdf.parts import LANDSCAPE, PORTRAIT
from reportgen.pdf.sections import section
from reportgen.pdf.structure import Node
from reportgen.pdf.theme import Theme
from reportgen.pdf.whereabouts import Whereabouts
from reportgen.problems import Problems, ReportError

_MOST_PASSES = 5
_EPOCH = date(2000, 1, 1)
"""The date of a paper that has none: never the clock's."""


@dataclass(frozen=True, slots=True)
class _Layout:
    """Drawn pages, and what was found while drawing them."""

    raw: bytes
    tree: Node
    marks: Sequence[Sequence[Node]]
    pages: dict[str, int]
    total: int
    read: Whereabouts


@dataclass(frozen=True, slots=True)
class Written:
    """A paper as PDF, and on which of its pages what is read."""

    data: bytes
    read: Whereabouts


def write(
    document: doc.Document, house: House, words: Words, pictures: Mapping[str, Picture] = MappingProxyType({})
) -> bytes:
    """The paper as PDF/UA-1 and PDF/A-3a; ReportError for characters without a glyph, and for what does not fit.

    `pictures` has those of its charts by their ids (KeyError otherwise: our bug).
    """
    return lay_out(document, house, words, pictures).data


def lay_out(
    document: doc.Document, house: House, words: Words, pictures: Mapping[str, Picture] = MappingProxyType({})
) -> Written:
    """The same, with the pages of its values."""
    theme = Theme(house, words)
    missing = missing_glyphs(document, theme.lettering.chain)
    if missing:
        raise ReportError(missing)
    layout = _settled(document, theme, pictures)
    _keep_limit(document, layout.total)
    data = finish(
        layout.raw,
        layout.tree,
        layout.marks,
        _properties(document.properties),
        [_attachment(item) for item in document.attachments],
    )
    return Written(data, layout.read)


def _settled(document: doc.Document, theme: Theme, pictures: Mapping[str, Picture]) -> _Layout:
    """The layout whose page numbers are those that it prints; ReportError where none is found."""
    layout = _lay_out(document, theme, pictures, {}, 1)
    for _ in range(_MOST_PASSES):
        before = layout
        layout = _lay_out(document, theme, pictures, before.pages, before.total)
        if (layout.pages, layout.total) == (before.pages, before.total):
            return layout
    problems = Problems()
    problems.add("page-numbers", document.place, "the page numbers that the paper prints change where its pages end")
    raise ReportError(problems.found)


def _lay_out(
    document: doc.Document, theme: Theme, pictures: Mapping[str, Picture], pages: dict[str, int], total: int
) -> _Layout:
    # ReportLab writes its default font into every page, and streams as ASCII, unless told otherwise (pdf-facts.md).
    rl_config.useA85 = 0
    files: dict[str, list[str]] = {}
    for attachment in document.attachments:
        files.setdefault(attachment.anchor, []).append(attachment.name)
    galley = Galley(theme, pages, total, files)
    tree = Node("Document", lang=document.properties.language)
    status = tree.add("P").slot()
    flowables = _flowables(document, galley, tree)
    title = plain(document.cover.title)
    furniture = Furniture(theme, title, document.footer, document.stamp, total, galley.chapters, status)
    file = BytesIO()
    book = NoteBook(theme.notes, galley.notes)
    filled = Pages(file, _sheets(document, theme, furniture, book), book, pictures)
    canvas = filled.fill(flowables)
    read = replace(canvas.read, anchors=galley.found)
    return _Layout(file.getvalue(), tree, canvas.marks, galley.found, len(canvas.marks), read)


def _flowables(document: doc.Document, galley: Galley, tree: Node) -> list[Flowable]:
    if document.cover.full:
        flowables = [*cover_page(document.cover, galley, tree, document.place), NewPage(PORTRAIT)]
    else:
        flowables = [*masthead(document.cover, galley, tree)]
    flowables.extend(contents_pages(document.contents, galley, tree))
    for part in document.sections:
        flowables.extend(section(part, galley, tree))
    return _without_empty_pages(flowables)


def _without_empty_pages(flowables: list[Flowable]) -> list[Flowable]:
    """One new page where several follow each other, on the sheet that the last of them names; none at the end."""
    kept: list[Flowable] = []
    for flowable in flowables:
        before = kept[-1] if kept else None
        if isinstance(flowable, NewPage) and isinstance(before, NewPage):
            kept[-1] = NewPage(flowable.sheet or before.sheet)
        elif not (isinstance(flowable, FloatsDue) and isinstance(before, NewPage)):
            kept.append(flowable)
    return kept[:-1] if isinstance(kept[-1], NewPage) else kept


def _sheets(document: doc.Document, theme: Theme, furniture: Furniture, book: NoteBook) -> list[Sheet]:
    page = theme.house.page
    width, height = page.width * MM, page.height * MM
    left, bottom = page.outer * MM, page.bottom * MM
    measure, upright = page.measure, height - bottom - page.top * MM
    side = theme.landscape_measure, width - bottom - page.top * MM
    text = Sheet(PORTRAIT, (width, height), NoteFrame(left, bottom, measure, upright, book), furniture.upright)
    wide = Sheet(LANDSCAPE, (height, width), NoteFrame(left, bottom, *side, book), furniture.sideways)
    if document.cover.full:
        first = Sheet("cover", (width, height), NoteFrame(0, 0, width, height, book), furniture.cover)
    else:
        first = Sheet("first", (width, height), NoteFrame(left, bottom, measure, upright, book), furniture.first)
        first.autoNextPageTemplate = PORTRAIT
    return [first, text, wide]


def _keep_limit(document: doc.Document, total: int) -> None:
    if document.page_limit is not None and total > document.page_limit:
        problems = Problems()
        counted = "with its data tables, its sources and what is told about it"
        message = f"the paper has {total} pages, {counted}; its type allows {document.page_limit}"
        problems.add("page-limit", document.limit_place, message)
        raise ReportError(problems.found)


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
