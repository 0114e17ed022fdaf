"""The words of a paper in reading order: as its document model has them, and as its finished tag tree has them.

Footnotes are a stream of their own, in their order, since the tree has them where they are called. What may float
(charts, figures, boxes, tables with a title) stands at the end of its chapter in both, in order: where text passes is
the layout's choice. What only the layout knows is left out: bullets, and the page numbers of the contents.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import assert_never

from reportgen.document import blocks as doc
from reportgen.document.inlines import Formula, Inline, LineBreak, Note, NoteMark, PageNumber, Superscript, Text, plain
from reportgen.document.tree import texts
from reportgen.language import Words, words_for
from reportgen.pdfread.paper import Element, opened
from reportgen.pdfread.tag_tree import text_of

_IN_A_LINE = {"Span", "Formula", "Link", "Reference", "Code", "Quote", "Em", "Strong"}
_BULLETS = {"•", "–"}


@dataclass
class Wording:
    """Words of the run of the text, and of the notes."""

    text: list[str] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)


# --- of a finished paper
def of_paper(data: bytes) -> Wording:
    with opened(data) as paper:
        assert paper.root is not None
        notes = [_heard(part) for note in paper.of("Note") if _is_footnote(note) for part in note.elements]
        chapters = [
            _chapter_heard(kid) if isinstance(kid, Element) else getattr(kid, "text", "") for kid in paper.root.kids
        ]
        return Wording(" ".join(chapters).split(), " ".join(notes).split())


def _chapter_heard(chapter: Element) -> str:
    floats: list[str] = []
    return " ".join((_heard(chapter, floats), *floats))


def _heard(element: Element, floats: list[str] | None = None) -> str:
    """The text, with spaces round what is a block; notes are left out, and what may float goes to `floats`."""
    if floats is not None and _floats(element):
        floats.append(_heard(element))
        return " "
    match element.kind:
        case "Note" if _is_footnote(element):
            return " "
        case "Figure":
            return f" {text_of(element)} "
        case "TOCI":
            return f" {text_of(element).rpartition(' ')[0]} "
        case "Lbl" if text_of(element) in _BULLETS:
            return " "
    kids = (_heard(kid, floats) if isinstance(kid, Element) else getattr(kid, "text", "") for kid in element.kids)
    inside = "".join(kids)
    inside = inside.replace("\u00ad", "")
    return inside if element.kind in _IN_A_LINE else f" {inside} "


def _floats(element: Element) -> bool:
    """Whether it is a group in a section, but no quotation and no table in the run of the text."""
    if element.role == "Aside":
        return element.parent is not None and element.parent.role == "Sect"
    if element.kind != "Div" or element.parent is None or element.parent.kind != "Sect":
        return False
    first = element.elements[0]
    return first.kind not in ("BlockQuote", "Table") or first.elements[0].kind == "Caption"


def _is_footnote(note: Element) -> bool:
    """Whether it has a number; a table's own notes have letters and stand under it."""
    return text_of(note.elements[0]).isdecimal()


# --- of a document
def of_document(document: doc.Document, pages: Callable[[], Mapping[str, int]] = dict) -> Wording:
    """`pages` are those of the anchors, which a paper may print: it is asked where one does."""
    reader = _Reader(words_for(document.properties.language), pages)
    texts = " ".join(reader.document(document))
    return Wording(texts.replace("\u00ad", "").split(), " ".join(reader.notes()).replace("\u00ad", "").split())


@dataclass
class _Reader:
    words: Words
    pages: Callable[[], Mapping[str, int]]
    called: dict[str, Note] = field(default_factory=dict)
    floats: list[str] = field(default_factory=list)
    """What may float of the chapter so far."""

    def document(self, document: doc.Document) -> Iterator[str]:
        cover = document.cover
        yield document.stamp
        yield " · ".join(filter(None, (cover.institution, cover.tagline)))
        yield self.say(cover.title)
        yield self.say(cover.subtitle)
        yield cover.imprint
        for detail in cover.details:
            yield f"{detail.label} {self.say(detail.content)}"
        yield cover.brief_title
        yield from self.blocks(cover.brief)
        yield from self.block(doc.KeyFacts(cover.key_figures))
        for contents in document.contents:
            yield contents.title
            for entry in contents.entries:
                yield f"{entry.label} {self.say(entry.title)}"
        for chapter in document.sections:
            yield from self.block(chapter)
            yield from self.floats
            self.floats.clear()

    def blocks(self, blocks: Iterable[doc.Block | doc.Section]) -> Iterator[str]:
        for block in blocks:
            yield from self.block(block)

    def block(self, block: doc.Block | doc.Section) -> Iterator[str]:  # noqa: C901 - one case a kind
        match block:
            case doc.Section():
                yield f"{block.number} {self.say(block.title)}"
                yield from self.inside(block)
            case doc.Paragraph():
                yield self.say(block.content)
            case doc.List():
                for number, item in enumerate(block.items, block.start or 0):
                    counted = "" if block.start is None else f"{number}."
                    yield block.marks[number - (block.start or 0)] if block.marks else counted
                    yield from self.blocks(item)
            case doc.DefinitionList():
                for definition in block.items:
                    yield self.say(definition.term)
                    for body in definition.bodies:
                        yield from self.blocks(body)
            case doc.Quotation():
                yield from self.blocks(block.blocks)
                yield self.say(block.attribution)
            case doc.TextBox():
                yield self.titled(block.label, block.title)
                yield from self.blocks(block.blocks)
            case doc.KeyFacts():
                for figure in block.items:
                    yield from (self.say(figure.value), self.say(figure.label))
            case doc.Timeline():
                yield self.say(block.title)
                for event in block.events:
                    yield from (self.say(event.date), self.say(event.content))
            case doc.CodeBlock():
                yield block.text
            case doc.SourceList() | doc.ChangeTable():
                yield from (self.say(text.content) for text in texts((block,)))
            case doc.TableBlock() | doc.Chart() | doc.Figure():
                yield from self.captioned(block)
            case doc.Equation():
                pass  # a formula is drawn
            case doc.Description() | doc.ChangesPlace() | doc.PageBreak():
                pass
            case _:
                assert_never(block)

    def inside(self, section: doc.Section) -> Iterator[str]:
        for block in section.blocks:
            if isinstance(block, doc.Chart | doc.Figure | doc.TextBox) or (
                isinstance(block, doc.TableBlock) and block.label
            ):
                self.floats.extend(self.block(block))
            else:
                yield from self.block(block)

    def captioned(self, block: doc.TableBlock | doc.Chart | doc.Figure) -> Iterator[str]:
        yield self.titled(block.label, block.title)
        yield self.say(block.subtitle)
        match block:
            case doc.TableBlock():
                yield from (self.say(head.content) for head in block.columns)
                marks: dict[Inline, Inline]
                marks = {Superscript((Text(mark),)): Text(f"\u202f{mark}") for mark, _ in block.notes}
                cells = (cell for row in block.rows for cell in row.cells)
                yield from (self.say(marks.get(inline, inline) for inline in cell.content) for cell in cells)
                yield from (f"{mark} {self.say(text)}" for mark, text in block.notes)
            case doc.Chart():
                yield self.say(block.description)
            case doc.Figure():
                yield block.alt
        data = block.data if isinstance(block, doc.Chart) else ()
        parts = [part for part in (block.note, block.source, data) if part]
        for part in parts:
            ended = plain(part).endswith((".", "!", "?", "…"))
            yield self.say(part) + ("" if ended else ".")

    def titled(self, label: str, title: tuple[Inline, ...]) -> str:
        said = self.say(title)
        return self.words.say("labels.titled", label=label, title=said) if label and said else label or said

    def say(self, inlines: Iterable[Inline]) -> str:
        """The words, with the numbers of the notes."""
        return "".join(map(self._say, inlines))

    def _say(self, inline: Inline) -> str:
        match inline:
            case PageNumber():
                return str(self.pages()[inline.anchor])
            case NoteMark():
                self.called.setdefault(inline.note.anchor, inline.note)
                return f"\u202f{inline.note.number}"
            case LineBreak():
                return " "
        children = getattr(inline, "children", None)
        if isinstance(inline, Formula):
            return ""  # it is drawn
        return plain([inline]) if children is None else self.say(children)

    def notes(self) -> Iterator[str]:
        for note in self.called.values():
            yield str(note.number)
            yield from map(self.say, note.paragraphs)
