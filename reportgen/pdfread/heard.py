"""What a screen reader says of a paper, from its tag tree alone: a line for each thing that is said, with its page.

Nothing is judged here. Square brackets hold what is heard and not seen: the numbers of notes, where a link goes by its
description, what an abbreviation stands for.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from reportgen.frozen import frozen
from reportgen.pdfread.content import MarkedContent
from reportgen.pdfread.paper import Annotation, Element, Paper

_SOFT_HYPHEN = "\u00ad"
_PAUSE = "\n"
_ENDS = (".", "!", "?", "…", ":", ";", ",")
_SAID: Mapping[str, str] = {
    "Title": "title",
    "Caption": "caption",
    "BlockQuote": "quotation",
    "Figure": "figure",
    "Formula": "formula",
    "Code": "code",
    "TOC": "contents",
    "TOCI": "entry",
    "L": "list",
}
"""How an element is announced by its role; of others the text says enough."""
_GROUPS = frozenset({"Sect", "Div", "Part", "Art", "Aside", "NonStruct"})


@frozen
class Heard:
    """One thing that is said. `kind` is how it is announced, `depth` how many announced things it stands in."""

    page: int
    """Counted from 1; 0 where nothing of it is on a page."""
    depth: int
    kind: str
    text: str
    cells: tuple[tuple[str, str], ...] = ()
    """Of a row of a table: each cell behind the heading of its column."""

    def __str__(self) -> str:
        said = "; ".join(f"{head}: {text}" if head else text for head, text in self.cells) or self.text
        return "  " * self.depth + ": ".join(filter(None, (self.kind, said)))


def heard(paper: Paper) -> Iterator[Heard]:
    """All that is said, in reading order."""
    if paper.root is not None:
        yield from _inside(paper.root, 0)


def _inside(element: Element, depth: int) -> Iterator[Heard]:
    for kid in element.elements:
        yield from _one(kid, depth)


def _one(element: Element, depth: int) -> Iterator[Heard]:
    page = _page(element)
    match element.kind:
        case "Table":
            yield from _table(element, page, depth)
        case "L" | "TOC" as kind:
            count = sum(1 for kid in element.elements if kid.kind in ("LI", "TOCI"))
            yield Heard(page, depth, _SAID[kind], _counted(count, "item"))
            yield from _inside(element, depth + 1)
        case "LI":
            yield from _item(element, page, depth)
        case "Note":
            label = " ".join(_spoken(one, linked=False) for one in element.elements if one.kind == "Lbl")
            text = " ".join(_spoken(one) for one in element.elements if one.kind != "Lbl")
            yield Heard(page, depth, f"note {label}", text)
        case kind if kind in _GROUPS:
            yield from _inside(element, depth)
        case kind:
            is_heading = kind[:1] == "H" and kind[1:].isdigit()
            said = f"heading {kind[1:]}" if is_heading else _SAID.get(element.role, _SAID.get(kind, ""))
            yield Heard(page, depth, said, _spoken(element))
            yield from _notes(element, depth)


def _counted(count: int, thing: str) -> str:
    return f"{count} {thing}{'' if count == 1 else 's'}"


def _notes(element: Element, depth: int) -> Iterator[Heard]:
    """The notes in an element, which are said behind it."""
    for kid in element.elements:
        yield from _one(kid, depth) if kid.kind == "Note" else _notes(kid, depth)


def _page(element: Element) -> int:
    return 0 if element.page is None else element.page + 1


def _item(item: Element, page: int, depth: int) -> Iterator[Heard]:
    label = " ".join(_spoken(one) for one in item.elements if one.kind == "Lbl")
    body = [said for part in item.elements if part.kind == "LBody" for said in _inside(part, depth)]
    first = body.pop(0).text if body and not body[0].kind else ""
    yield Heard(page, depth, "item", " ".join(filter(None, (label, first))))
    yield from body


def _table(table: Element, page: int, depth: int) -> Iterator[Heard]:
    rows = [element for element in table.walk() if element.kind == "TR"]
    heads, body = (
        [row for row in rows if (row.parent is not None and row.parent.kind == "THead") == is_head]
        for is_head in (True, False)
    )
    caption = " ".join(_spoken(one) for one in table.elements if one.kind == "Caption")
    columns = [_spoken(cell) for cell in heads[-1].elements] if heads else []
    width = max((len(row.elements) for row in rows), default=0)
    size = f"{_counted(len(body), 'row')}, {_counted(width, 'column')}"
    yield Heard(page, depth, "table", f"{caption} ({size})" if caption else size)
    for element in (*(one for one in table.elements if one.kind == "Caption"), *heads):
        yield from _notes(element, depth)
    for row in body:
        texts = [_spoken(cell) for cell in row.elements]
        named = [*columns, *[""] * len(texts)]
        yield Heard(_page(row), depth + 1, "row", texts[0] if texts else "", tuple(zip(named, texts, strict=False)))
        yield from _notes(row, depth + 1)


def _spoken(element: Element, *, linked: bool = True) -> str:
    """What is said for an element and all in it but notes, on one line: where a paragraph ends, a sentence does."""
    said = "".join(_words(element, linked)).replace(_SOFT_HYPHEN, "").split(_PAUSE)
    *before, last = [" ".join(part.split()) for part in said if part.strip()] or [""]
    return " ".join([*(part if part.endswith(_ENDS) else f"{part}." for part in before), last])


def _words(element: Element, linked: bool) -> Iterator[str]:
    instead = element.says("ActualText") or element.says("Alt")
    if instead:
        yield instead
        return
    described = next((said for kid in element.kids if isinstance(kid, Annotation) and (said := _described(kid))), "")
    refers = "/Ref" in element.object or (element.parent is not None and element.parent.kind == "Reference")
    mark = element.kind == "Link" and refers
    if linked and mark and described and not element.within("TOCI"):
        yield f" [{described}]"
        return
    for kid in element.kids:
        match kid:
            case Element() if kid.kind != "Note":
                yield from _words(kid, linked)
                yield _PAUSE if kid.kind == "P" else ""
            case MarkedContent():
                yield kid.text
    if expansion := element.says("E"):
        yield f" [{expansion}]"
    if linked and element.kind == "Link" and not element.within("TOCI", "Lbl"):
        yield " [link]"


def _described(annotation: Annotation) -> str:
    return str(annotation.object.get("/Contents", ""))
