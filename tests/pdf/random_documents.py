"""Random papers with every kind of block, nested, with footnotes wherever they may stand.

A strategy of Hypothesis: of a paper with a fault it makes the smallest one that still has it, told line by line. The
first of several choices is the plainest. Words and numbers follow from where they start, so that a long text is as
quickly drawn as a short one.
"""

from __future__ import annotations

from dataclasses import dataclass, field, fields, is_dataclass, replace
from functools import cache
from typing import Any

from hypothesis import strategies as st
from hypothesis.strategies import SearchStrategy
from hypothesis.vendor.pretty import RepresentationPrinter

from reportgen.document import blocks as doc
from reportgen.document.inlines import (
    Emphasis,
    Inline,
    Inlines,
    LineBreak,
    Link,
    Note,
    NoteMark,
    PageNumber,
    Span,
    Strong,
    Superscript,
    Text,
    Value,
)
from reportgen.figures.picture import Fill, Label, Outline, Path, Picture
from reportgen.geometry import Box
from tests.pdf.outlining import outlined

_BAR = Path(Outline.of_box(Box(10, 10, 70, 40)), Fill((0.0, 0.0, 1.0)))
_SAID = Label("Number 7", 10, 50, 8.4, (0, 0, 0))
PICTURES = {f"bar-{height:.0f}": Picture(470.0, height, (_BAR, _SAID)) for height in (80.0, 200.0, 350.0)}
"""Those of all charts."""
_WORDS = (
    "harbour ferry council spending timetable bridge island winter repair budget minister vote committee district "
    "railway museum library teacher station river northern report decision survey village traffic school evidence "
    "lamp"
).split()
"""Their number is prime: whatever the step, all of them have their turn."""
_FOREIGN = (("l’eau", "fr"), ("Љубљана", "sr-Cyrl"), ("Ελλάδα", "el"), ("Þingvellir", "is"))
_NOTE_LENGTHS = (3, 10, 20, 40, 90, 200, 600)
_LAST = "section-last"
"""The anchor of the last chapter, to which a text before it may refer."""


@dataclass(frozen=True)
class RandomPaper:
    """One paper, and how many footnotes it has."""

    document: doc.Document
    notes: int

    def __repr__(self) -> str:
        return "\n" + outlined(self.document)

    def _repr_pretty_(self, printer: RepresentationPrinter, cycle: bool) -> None:
        printer.text(repr(self))


@st.composite
def papers(draw: st.DrawFn) -> RandomPaper:
    """Papers of one or two chapters."""
    numbers = _Numbers()
    chapters = draw(_chapters())
    made = tuple(numbers.given(replace(part, number=f"{at}")) for at, part in enumerate(chapters, 1))
    made = (*made[:-1], replace(made[-1], anchor=_LAST))
    entries = tuple(doc.ContentsEntry(part.number, part.title, part.anchor) for part in made)
    contents = (doc.ContentsList("Contents", entries),) if draw(st.booleans()) else ()
    cover = doc.Cover("Institute", "", (Text("Paper"),), "No. 1", full=draw(st.booleans()))
    properties = doc.Properties("Paper", "en-GB", ("Author",), "Subject", published="2022-03-31")
    return RandomPaper(doc.Document(properties, cover, contents, made, ("No. 1",)), numbers.notes)


@cache
def _chapters() -> SearchStrategy[list[doc.Section]]:
    return st.lists(_section(1), min_size=1, max_size=2)


@dataclass
class _Numbers:
    """Gives notes their numbers, and what can be referred to an anchor."""

    notes: int = 0
    anchors: dict[str, int] = field(default_factory=dict)

    def given(self, node: Any) -> Any:
        """The same, all through."""
        if isinstance(node, tuple):
            return tuple(map(self.given, node))
        if not is_dataclass(node):
            return node
        changes: dict[str, Any] = {}
        if isinstance(node, Note):
            self.notes += 1
            changes = {"number": self.notes, "anchor": f"note-{self.notes}"}
        elif isinstance(node, doc.Section | doc.TextBox | doc.Chart | doc.TableBlock):
            kind = type(node).__name__.lower()
            self.anchors[kind] = self.anchors.get(kind, 0) + 1
            changes = {"anchor": f"{kind}-{self.anchors[kind]}"}
        inside = {one.name: getattr(node, one.name) for one in fields(node) if one.name not in changes}
        return replace(node, **changes, **{name: self.given(value) for name, value in inside.items()})  # type: ignore[type-var]


# --- texts
def _sentence(length: int, start: int, step: int) -> str:
    words = (_WORDS[(start + step * at) % len(_WORDS)] for at in range(length))
    return " ".join(words).capitalize() + "."


@cache
def words(most: int) -> SearchStrategy[str]:
    """Up to `most` words as a sentence."""
    return st.builds(_sentence, st.integers(1, most), st.integers(0, len(_WORDS) - 1), st.sampled_from((1, 3, 5, 11)))


@cache
def _text(most: int) -> SearchStrategy[Inlines]:
    return words(most).map(lambda said: (Text(said),))


@cache
def _markup() -> SearchStrategy[Inline]:
    address = "https://example.org/{}/a-long-address/for/paper"
    return st.one_of(
        st.builds(Strong, _text(3)),
        words(3).map(lambda said: Emphasis((Text(said), Strong((Text("both"),))))),
        st.builds(Link, _text(4), st.integers(1, 99).map(address.format)),
        st.builds(Link, _text(4), st.just(f"#{_LAST}")),
        st.sampled_from(_FOREIGN).map(lambda given: Span((Text(given[0]),), lang=given[1])),
        st.sampled_from(
            (
                Span((Text("WHO"),), expansion="World Health Organization"),
                Superscript((Text("th"),)),
                Value("1\u00a0234"),
                LineBreak(),
            )
        ),
    )


@cache
def _note() -> SearchStrategy[Inline]:
    text = st.one_of(*map(_text, _NOTE_LENGTHS))
    two = st.tuples(text, _text(9))
    return st.one_of(*[st.tuples(text)] * 9, two).map(lambda paragraphs: NoteMark(Note(0, paragraphs, "")))


@cache
def inlines(most: int, *, notes: bool = True) -> SearchStrategy[Inlines]:
    """A text with inline markup; with notes and page numbers, unless it is one that stands elsewhere as well."""
    inline = st.one_of(*[_markup()] * 6, st.just(PageNumber(_LAST)), *[_note()] * 6) if notes else _markup()
    more = st.tuples(inline, words(most).map(lambda said: Text(f" {said}")))
    return st.tuples(words(most).map(Text), st.lists(more, max_size=2)).map(
        lambda made: (made[0], *(part for pair in made[1] for part in pair))
    )


# --- blocks
@cache
def _section(level: int) -> SearchStrategy[doc.Section]:
    parts: SearchStrategy[list[Any]] = st.lists(_block(0), min_size=1, max_size=4)
    if level < 3:
        below = st.lists(_section(level + 1), max_size=1)
        parts = st.tuples(parts, below).map(lambda made: [*made[0], *made[1]])
    new_page = st.booleans() if level == 1 else st.just(False)
    return st.builds(
        doc.Section, st.just(level), inlines(5, notes=False), st.just(""), parts.map(tuple), new_page=new_page
    )


@cache
def _block(depth: int) -> SearchStrategy[doc.Block]:
    nested = [
        _paragraph(60),
        _list(depth),
        _definitions(),
        _quotation(),
        st.just(doc.CodeBlock("make pdf\n  make test\n")),
    ]
    if depth == 0:
        return st.one_of(_paragraph(60), *nested, _table(), _table(), _chart(), _box(), _key_facts(), _timeline())
    return st.one_of(_paragraph(60), *nested)


@cache
def _paragraph(most: int) -> SearchStrategy[doc.Block]:
    return st.builds(doc.Paragraph, inlines(most))


@cache
def _list(depth: int) -> SearchStrategy[doc.Block]:
    alone = st.tuples(_paragraph(12))
    item = alone
    if depth < 2:
        more = st.tuples(_paragraph(12), st.lists(_block(depth + 1), min_size=1, max_size=2))
        item = st.one_of(alone, alone, more.map(lambda made: (made[0], *made[1])))
    items = st.lists(item, min_size=1, max_size=5).map(tuple)
    return st.builds(doc.List, items, st.sampled_from((None, 1, 7)))


@cache
def _definitions() -> SearchStrategy[doc.Block]:
    item = st.builds(lambda term, body: doc.Definition(term, ((body,),)), inlines(3), _paragraph(20))
    return st.lists(item, min_size=1, max_size=3).map(lambda items: doc.DefinitionList(tuple(items)))


@cache
def _quotation() -> SearchStrategy[doc.Block]:
    return st.builds(lambda text, who: doc.Quotation((text,), who), _paragraph(30), st.just(()) | inlines(5))


@cache
def _box() -> SearchStrategy[doc.Block]:
    inside = st.lists(_block(1), min_size=1, max_size=4).map(tuple)
    return st.builds(doc.TextBox, inlines(6, notes=False), inside, st.just("Box 1"))


@cache
def _key_facts() -> SearchStrategy[doc.Block]:
    figure = inlines(6).map(lambda label: doc.KeyFigure((Value("4 of 6"),), label))
    return st.lists(figure, min_size=1, max_size=4).map(lambda items: doc.KeyFacts(tuple(items)))


@cache
def _timeline() -> SearchStrategy[doc.Block]:
    event = inlines(15).map(lambda text: doc.TimelineEvent((Text("17 Feb 2008"),), text))
    return st.lists(event, min_size=1, max_size=6).map(lambda events: doc.Timeline(tuple(events)))


@cache
def _chart() -> SearchStrategy[doc.Block]:
    told = (Text("A bar of blue, which is the only one."),)

    def of(name: str, title: Inlines, source: Inlines) -> doc.Block:
        return doc.Chart(name, PICTURES[name].width, PICTURES[name].height, told, "Chart 1", title, source=source)

    return st.builds(of, st.sampled_from([*PICTURES]), inlines(8), inlines(4))


_SIDES: tuple[doc.Align, ...] = ("left", "right")
_ALIGNED = st.lists(st.sampled_from(_SIDES), min_size=2, max_size=4)
_COLUMNS = st.sampled_from((0, 0, 14))
_ROWS = st.one_of(*(st.integers(*ends) for ends in ((1, 1), (2, 3), (4, 8), (20, 40))))
_START = st.integers(0, 9999)
_NOTED = st.sampled_from((0, 0, 41, 11))
_CAPTION = st.just(()) | inlines(7)


@st.composite
def _table(draw: st.DrawFn) -> doc.Block:
    """Numbers follow from the first; every so many cells one has a note."""
    aligned = draw(_ALIGNED)
    columns, rows, start, noted = draw(_COLUMNS) or len(aligned), draw(_ROWS), draw(_START), draw(_NOTED)
    heads = tuple(doc.ColumnHead((Text(f"Column {at}"),), aligned[at % len(aligned)]) for at in range(columns))
    made = []
    for row in range(rows):
        cells = [doc.TableCell(draw(inlines(3, notes=False)) if row < 9 else (Text(f"Row {row}"),), header=True)]
        for at in range(row * columns + 1, (row + 1) * columns):
            text: Inlines = (Text(str((start + 7919 * at) % 10_000)),)
            cells.append(doc.TableCell((*text, draw(_note())) if noted and at % noted == 0 else text))
        made.append(doc.TableRow(tuple(cells)))
    title = draw(_CAPTION)
    notes = (("a", draw(inlines(5, notes=False))),) if title else ()
    return doc.TableBlock(heads, tuple(made), "Table 1" if title else "", title, notes=notes)
