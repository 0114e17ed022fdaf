"""Random papers with every kind of block, nested, with footnotes wherever they may stand; one paper a seed."""

from __future__ import annotations

import random
from dataclasses import dataclass, field

from reportgen.document import blocks as doc
from reportgen.document.inlines import (
    Emphasis,
    Inline,
    Inlines,
    LineBreak,
    Link,
    Note,
    NoteMark,
    Span,
    Strong,
    Superscript,
    Text,
    Value,
)
from reportgen.figures.picture import Fill, Label, Outline, Path, Picture
from reportgen.geometry import Box

_BAR = Path(Outline.of_box(Box(10, 10, 70, 40)), Fill((0.0, 0.0, 1.0)))
PICTURES = {"bar": Picture(470.0, 80.0, (_BAR, Label("Number 7", 10, 50, 8.4, (0, 0, 0))))}
"""That of every chart."""
_WORDS = (
    "harbour ferry council spending timetable bridge island winter repair budget minister vote committee district "
    "railway museum library teacher station river northern report decision survey village traffic school evidence"
).split()
_FOREIGN = (("Љубљана", "sr-Cyrl"), ("Ελλάδα", "el"), ("Þingvellir", "is"), ("l’eau", "fr"))


@dataclass
class RandomPaper:
    """Makes one paper; `long_notes` lets footnotes run over pages."""

    seed: int
    long_notes: bool = False
    _count: int = field(default=0, init=False)
    _anchors: int = field(default=0, init=False)

    def __post_init__(self) -> None:
        self.random = random.Random(self.seed)

    def document(self, sections: int = 3) -> doc.Document:
        """The whole paper."""
        made = tuple(self._section(1, f"{index + 1}") for index in range(sections))
        entries = tuple(doc.ContentsEntry(part.number, part.title, part.anchor) for part in made)
        cover = doc.Cover("Institute", "", (Text(f"Paper {self.seed}"),), "No. 1", full=self.random.random() < 0.5)
        contents = (doc.ContentsList("Contents", entries),) if self.random.random() < 0.5 else ()
        properties = doc.Properties(f"Paper {self.seed}", "en-GB", ("Author",), "Subject", published="2022-03-31")
        return doc.Document(properties, cover, contents, made, ("No. 1",))

    def words(self, most: int) -> str:
        """Up to `most` words as a sentence."""
        count = self.random.randint(1, most)
        return " ".join(self.random.choices(_WORDS, k=count)).capitalize() + "."

    def _anchor(self, kind: str) -> str:
        self._anchors += 1
        return f"{kind}-{self._anchors}"

    def _section(self, level: int, number: str) -> doc.Section:
        blocks: list[doc.Block | doc.Section] = [self._block(0) for _ in range(self.random.randint(1, 6))]
        if level < 3:
            blocks.extend(self._section(level + 1, f"{number}.{n + 1}") for n in range(self.random.randint(0, 2)))
        new_page = level == 1 and self.random.random() < 0.5
        return doc.Section(
            level, self.inlines(5, notes=False), self._anchor("section"), tuple(blocks), number, new_page
        )

    def inlines(self, most: int, *, notes: bool = True) -> Inlines:
        """A text with inline markup, and notes if allowed."""
        parts: list[Inline] = [Text(self.words(most))]
        for _ in range(self.random.choice((0, 0, 1, 2))):
            parts.extend((self._inline(notes), Text(" " + self.words(most))))
        return tuple(parts)

    def _inline(self, notes: bool) -> Inline:
        foreign, lang = self.random.choice(_FOREIGN)
        kinds: list[Inline] = [
            Strong((Text(self.words(3)),)),
            Emphasis((Text(self.words(3)), Strong((Text("both"),)))),
            Link((Text(self.words(4)),), f"https://example.org/{self.random.randint(1, 99)}/a-long-address/for/paper"),
            Span((Text(foreign),), lang=lang),
            Span((Text("WHO"),), expansion="World Health Organization"),
            Superscript((Text("th"),)),
            Value("1\u00a0234"),
            LineBreak(),
        ]
        if notes and self.random.random() < 0.5:
            return self._note()
        return self.random.choice(kinds)

    def _note(self) -> NoteMark:
        self._count += 1
        lengths = (3, 10, 20, 40, 90, 200, 600) if self.long_notes else (3, 10, 20, 40)
        text: Inlines = (Text(self.words(self.random.choice(lengths))),)
        paragraphs = (text, (Text(self.words(9)),)) if self.random.random() < 0.1 else (text,)
        return NoteMark(Note(self._count, paragraphs, f"note-{self._count}"))

    def _block(self, depth: int) -> doc.Block:
        makers = [self._paragraph] * 4 + [self._list, self._definitions, self._quotation, self._code]
        if depth == 0:
            makers += [self._table, self._table, self._chart, self._box, self._key_facts, self._timeline]
        return self.random.choice(makers)(depth)

    def _blocks(self, depth: int, most: int) -> tuple[doc.Block, ...]:
        return tuple(self._block(depth) for _ in range(self.random.randint(1, most)))

    def _paragraph(self, depth: int) -> doc.Block:
        return doc.Paragraph(self.inlines(60))

    def _list(self, depth: int) -> doc.Block:
        start = self.random.choice((None, 1, 7))
        if depth > 2:
            return doc.List((((doc.Paragraph(self.inlines(9)),)),), start)
        items = tuple(
            (doc.Paragraph(self.inlines(12)), *(self._blocks(depth + 1, 2) if self.random.random() < 0.3 else ()))
            for _ in range(self.random.randint(1, 5))
        )
        return doc.List(items, start)

    def _definitions(self, depth: int) -> doc.Block:
        item = doc.Definition(self.inlines(3), ((doc.Paragraph(self.inlines(20)),),))
        return doc.DefinitionList((item,) * self.random.randint(1, 3))

    def _quotation(self, depth: int) -> doc.Block:
        return doc.Quotation((doc.Paragraph(self.inlines(30)),), self.inlines(5) if self.random.random() < 0.7 else ())

    def _code(self, depth: int) -> doc.Block:
        return doc.CodeBlock("make pdf\n  make test\n")

    def _box(self, depth: int) -> doc.Block:
        return doc.Box(self.inlines(6), self._blocks(1, 4), "Box 1", self._anchor("box"))

    def _key_facts(self, depth: int) -> doc.Block:
        figure = doc.KeyFigure((Value("4 of 6"),), self.inlines(6))
        return doc.KeyFacts((figure,) * self.random.randint(1, 4))

    def _timeline(self, depth: int) -> doc.Block:
        events = [doc.Event((Text("17 Feb 2008"),), self.inlines(15)) for _ in range(self.random.randint(1, 6))]
        return doc.Timeline(tuple(events))

    def _chart(self, depth: int) -> doc.Block:
        height = self.random.choice((80.0, 200.0, 350.0))
        description = (Text("A bar of blue, which is the only one."),)
        title = self.inlines(8)
        return doc.Chart(
            "bar", 470.0, height, description, "Chart 1", title, source=self.inlines(4), anchor=self._anchor("chart")
        )

    def _table(self, depth: int) -> doc.Block:
        count = self.random.choice((2, 4, 14))
        heads = tuple(
            doc.ColumnHead((Text(f"Column {n}"),), self.random.choice(("left", "right"))) for n in range(count)
        )
        rows = tuple(self._row(count) for _ in range(self.random.choice((1, 3, 8, 40))))
        title = self.inlines(7) if self.random.random() < 0.7 else ()
        notes = (("a", self.inlines(5, notes=False)),) if title else ()
        anchor = self._anchor("table")
        return doc.Table(heads, rows, "Table 1" if title else "", title, notes=notes, anchor=anchor)

    def _row(self, count: int) -> doc.TableRow:
        cells = [doc.TableCell(self.inlines(3, notes=False), header=True)]
        for _ in range(count - 1):
            text: Inlines = (Text(str(self.random.randint(0, 9999))),)
            cells.append(doc.TableCell((*text, self._note()) if self.random.random() < 0.03 else text))
        return doc.TableRow(tuple(cells))
