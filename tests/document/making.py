"""A paper from a few lines of text, and a dump of the block tree that a test can read.

A no-break space between two words is dumped as a space; the tests of dates and labels hold it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from reportgen.dates import PartialDate
from reportgen.document import Draft, compose, read
from reportgen.document.blocks import (
    Block,
    ChangeGroup,
    ChangesPlace,
    ChangeTable,
    Chart,
    CodeBlock,
    DefinitionList,
    Description,
    Document,
    Equation,
    Figure,
    KeyFacts,
    List,
    PageBreak,
    Paragraph,
    Quotation,
    Section,
    SourceList,
    TableBlock,
    TextBox,
    Timeline,
)
from reportgen.document.inlines import (
    Code,
    Emphasis,
    Formula,
    Inline,
    LineBreak,
    Link,
    NoteMark,
    PageNumber,
    Span,
    Strong,
    Subscript,
    Superscript,
    Text,
    Value,
)
from reportgen.figures.drawn import Plan
from reportgen.language import words_for
from reportgen.problems import Place, ReportError
from reportgen.source.model import Briefing, Phrase, Reference, Term, TextFile
from tests.document.sample import briefing as rivers


def _reference(name: str, title: str, author: str) -> Reference:
    """A source that all briefings share."""
    csl = {"type": "report", "title": title, "author": ({"literal": author},)}
    return Reference(name, csl, place=Place("sources/references.yaml", 1, 1))


REFERENCES = {
    "survey": _reference("survey", "River survey", "Water Office"),
    "law": _reference("law", "Water law", "Parliament"),
}
TERMS = (Term("Labe", lang="cs"), Term("WO", expansion="Water Office"))


def paper(*texts: str, **meta: Any) -> Briefing:
    """The rivers briefing with these section files; `meta` changes keys of briefing.yaml."""
    made = rivers()
    files = tuple(TextFile(f"t{at}", text, f"text/t{at}.md") for at, text in enumerate(texts, 1))
    known = {"title": Phrase("Rivers", Place("briefing.yaml", 1, 8)), "facts_as_of": PartialDate(2022, 3, 31), **meta}
    return replace(
        made, folder=Path(), texts=files, references=REFERENCES, terms=TERMS, meta=replace(made.meta, **known)
    )


def draft(*texts: str, **meta: Any) -> Draft:
    """What `read` makes of some texts."""
    made = paper(*texts, **meta)
    return read(made, words_for(made.meta.language))


def document(*texts: str, **meta: Any) -> Document:
    """The same, composed with charts of 10 by 5 points."""
    made = draft(*texts, **meta)
    return compose(made, plans(made))


def plans(made: Draft) -> Mapping[str, Plan]:
    """A plan for each chart, without its kind."""
    return {spec.id: Plan(10, 5, f"It shows {spec.id}.") for spec in made.charts}


def faults(*texts: str, **meta: Any) -> list[str]:
    """What is wrong with some texts, each as place, message and rule."""
    try:
        found = draft(*texts, **meta).problems
    except ReportError as error:
        found = error.problems
    return [str(problem).splitlines()[0] for problem in found]


def dumped(*texts: str, **meta: Any) -> str:
    """The sections that the authors wrote, as text."""
    return "\n".join(line for section in draft(*texts, **meta).sections for line in dump(section))


def one(text: str, **meta: Any) -> str:
    """A single run of text, as text."""
    section = draft(text, **meta).sections[0]
    paragraph = section.blocks[0]
    assert isinstance(paragraph, Paragraph)
    return inline(paragraph.content)


# --- the dump --------------------------------------------------------------------------------------------------------
@dataclass(frozen=True)
class _Lines:
    """Indented lines under a head."""

    head: str
    under: tuple[str, ...] = ()

    def __iter__(self) -> Any:
        yield self.head
        yield from (f"  {line}" for line in self.under)


def dump(part: Block | Section) -> list[str]:
    """A block as lines: its kind, label and title, and what is in it, indented."""
    match part:
        case Section():
            head = " ".join(filter(None, ("#" * part.level, part.number, inline(part.title), f"[{part.anchor}]")))
            return list(_Lines(head, _all(part.blocks)))
        case Paragraph():
            return [inline(part.content)]
        case KeyFacts():
            return [f"key: {inline(item.value)} | {inline(item.label)}" for item in part.items]
        case CodeBlock():
            return list(_Lines("code", tuple(part.text.split("\n"))))
        case Equation() | PageBreak() | Description() | ChangesPlace():
            return [_SHORT[type(part)](part)]
        case SourceList():
            return [f"{inline(entry.content)} [{entry.anchor}]" for entry in part.entries]
        case ChangeTable():
            return [line for group in part.groups for line in _Lines(f"!{inline(group.subject)}", _entries(group))]
        case TableBlock() | Chart() | Figure() | TextBox():
            return list(_Lines(_caption(_CALLED[type(part)], part), tuple(_under(part))))
        case _:
            return _listed(part)


_CALLED: Mapping[type, str] = {TableBlock: "table", Chart: "chart", Figure: "figure", TextBox: "box"}
_SHORT: Mapping[type, Any] = {
    Equation: lambda part: f"equation {part.formula.tex}",
    PageBreak: lambda _: "page break",
    Description: lambda part: f"description [{part.anchor}]",
    ChangesPlace: lambda _: "changes",
}


def _listed(part: List | DefinitionList | Quotation | Timeline) -> list[str]:
    match part:
        case List():
            sign = "-" if part.start is None else f"{part.start}."
            marks = part.marks or (sign,) * len(part.items)
            return [line for mark, item in zip(marks, part.items, strict=True) for line in _Lines(mark, _all(item))]
        case DefinitionList():
            return [
                line
                for item in part.items
                for line in _Lines(f"{inline(item.term)}:", tuple(x for body in item.bodies for x in _all(body)))
            ]
        case Quotation():
            return list(_Lines("quotation", (*_all(part.blocks), *_field("by", part.attribution))))
        case Timeline():
            events = tuple(f"{inline(event.date)} | {inline(event.content)}" for event in part.events)
            return list(_Lines(f"timeline {inline(part.title)}".rstrip(), events))


def _entries(group: ChangeGroup) -> tuple[str, ...]:
    return tuple(map(inline, group.entries))


def _under(part: TextBox | TableBlock | Chart | Figure) -> Iterable[str]:
    match part:
        case TextBox():
            return _all(part.blocks)
        case TableBlock():
            return _table(part)
        case Chart():
            return (*_captions(part), *_field("data", part.data), *_field("says", part.description))
        case Figure():
            return (f"alt: {part.alt}", *_captions(part))


def _all(parts: Iterable[Block | Section]) -> tuple[str, ...]:
    return tuple(line for part in parts for line in dump(part))


def _caption(kind: str, part: TextBox | TableBlock | Chart | Figure) -> str:
    title = f"{spaced(part.label)}: {inline(part.title)}" if part.label else inline(part.title)
    return " ".join(filter(None, (kind, title, f"[{part.anchor}]" if part.anchor else "")))


def _captions(part: TableBlock | Chart | Figure) -> tuple[str, ...]:
    return (*_field("subtitle", part.subtitle), *_field("note", part.note), *_field("source", part.source))


def _field(name: str, inlines: tuple[Inline, ...]) -> tuple[str, ...]:
    return (f"{name}: {inline(inlines)}",) if inlines else ()


def _table(part: TableBlock) -> Iterable[str]:
    signs = {"left": "<", "right": ">", "centre": "="}
    yield " | ".join(f"{signs[head.align]}{inline(head.content)}" for head in part.columns)
    for row in part.rows:
        yield " | ".join(f"{'!' if cell.header else ''}{inline(cell.content)}" for cell in row.cells)
    yield from (f"{mark}: {inline(text)}" for mark, text in part.notes)
    yield from _captions(part)


def inline(inlines: Iterable[Inline]) -> str:
    """Inlines in one line: {value}, _emphasis_, *strong*, <link|url>, [span|lang or expansion], (note 1: …)."""
    return spaced("".join(map(_inline, inlines)))


def spaced(text: str) -> str:
    """With plain spaces between words."""
    return re.sub(r"(?<=\w)\u00a0(?=\w)", " ", text)


def _inline(part: Inline) -> str:
    match part:
        case Text(text=text):
            return text
        case Value(text=text):
            return f"{{{text}}}"
        case Code(text=text):
            return f"`{text}`"
        case Formula(tex=text):
            return f"${text}$"
        case LineBreak():
            return "/"
        case PageNumber(anchor=anchor):
            return f"N({anchor})"
        case NoteMark(note=note):
            return f"(note {note.number}: {' / '.join(map(inline, note.paragraphs))})"
        case Link(children=children, url=url):
            return f"<{inline(children)}|{url}>"
        case Span(children=children, lang=lang, expansion=expansion):
            return f"[{inline(children)}|{lang or expansion}]"
        case _:
            return _SIGNS[type(part)].format(inline(part.children))


_SIGNS: Mapping[type, str] = {Emphasis: "_{}_", Strong: "*{}*", Superscript: "^{}", Subscript: "~{}"}
