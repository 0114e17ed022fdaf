"""The contents and the lists of charts and tables: titles with page numbers, labels in the margin, no leaders."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from reportlab.platypus import Flowable

from reportgen.document.blocks import ContentsEntry, ContentsList
from reportgen.document.inlines import Text, plain
from reportgen.pdf.canvas import MarkingCanvas
from reportgen.pdf.galley import Galley
from reportgen.pdf.pages import NewPage
from reportgen.pdf.parts import Column, Lead, Part
from reportgen.pdf.runs import make_runs
from reportgen.pdf.structure import Node, Slot
from reportgen.pdf.textpart import Form, Hanging, Outline, TextPart
from reportgen.pdf.theme import Setting

CONTENTS_ANCHOR = "contents"


@dataclass(frozen=True, slots=True)
class _Density:
    """How closely lines stand: `leading` of the size of the type, the white around in units of the theme."""

    leading: float
    chapter: float
    entry: float


_DENSITIES = (_Density(1.35, 0.95, 0.3), _Density(1.32, 0.75, 0.12), _Density(1.28, 0.5, 0.0), _Density(1.2, 0.3, 0.0))


class _Entry(Part):
    """A line of a list: title and page number, one link over the whole of it."""

    def __init__(self, title: TextPart, page: TextPart, slot: Slot, url: str, contents: str) -> None:
        super().__init__(title.space_before, title.space_after)
        self._title, self._page, self._slot, self._url, self._contents = title, page, slot, url, contents

    def measure(self, width: float) -> float:
        return self._title.measure(width)

    def paint(self, canvas: MarkingCanvas, width: float, height: float) -> None:
        self._title.paint(canvas, width, height)
        leading = self._page.measure(width)
        self._page.paint(canvas, width, leading)
        canvas.link(self._slot, (0, 0, width, height), self._url, self._contents)


def contents_pages(lists: Sequence[ContentsList], galley: Galley, parent: Node) -> list[Flowable]:
    """All lists on pages of their own, the first under a heading of the first level, the others under the second.

    They are set as loosely as one page allows; where none does, loosely over several.
    """
    if not lists:
        return []
    page = galley.theme.house.page
    room = page.text_height
    for density in _DENSITIES:
        if Column(_parts(lists, galley, Node("Sect"), density)).measure(page.measure) <= room:
            break
    else:
        density = _DENSITIES[0]
    return [NewPage(), *_parts(lists, galley, parent.add("Sect"), density), NewPage()]


def _parts(lists: Sequence[ContentsList], galley: Galley, node: Node, density: _Density) -> list[Part]:
    parts: list[Part] = []
    for index, listed in enumerate(lists):
        heading = _heading(listed, index, galley, node)
        entries = _entries(listed, galley, node.add("TOC"), density)
        parts.append(Lead(heading, entries[0]))
        parts.extend(entries[1:])
    return parts


def _heading(listed: ContentsList, index: int, galley: Galley, node: Node) -> TextPart:
    level = 1 if index == 0 else 2
    anchor = CONTENTS_ANCHOR if index == 0 else f"{CONTENTS_ANCHOR}-{index + 1}"
    heading = node.add(f"H{level}")
    return galley.text_in(
        (Text(listed.title),),
        heading,
        galley.theme.heading(level).indented(galley.theme.indent),
        anchor=anchor,
        outline=Outline(listed.title, level - 1),
    )


def _entries(listed: ContentsList, galley: Galley, node: Node, density: _Density) -> list[Part]:
    has_chapters = any(entry.level > 1 for entry in listed.entries) or not any(
        entry.label[:1].isalpha() for entry in listed.entries
    )
    return [_entry(entry, galley, node, density, chapter=has_chapters and entry.level == 1) for entry in listed.entries]


def _entry(entry: ContentsEntry, galley: Galley, listed: Node, density: _Density, *, chapter: bool) -> Part:
    theme, unit = galley.theme, galley.theme.unit
    link = listed.add("TOCI").add("Reference").add("Link")
    size = theme.house.sizes.scaled(0.96 if chapter else 0.9)
    look = replace(theme.body.look, size=size)
    look = look.weighing("semibold") if chapter else look
    form = Form(
        round(size * density.leading, 1),
        left=theme.indent,
        right=unit * 3.5,
        before=unit * (density.chapter if chapter else density.entry),
        after=unit * density.entry,
    )
    label = Setting(replace(theme.hanging, size=size), form)
    # The space between label, title and page is for the ear: words apart where nothing is drawn between them.
    hanging = Hanging(make_runs([Text(f"{entry.label} ")], link, label.look, theme.manner)) if entry.label else None
    content = tuple(entry.title)
    title = TextPart(make_runs((*content, Text(" ")), link, look, theme.manner), form, theme.lettering, hanging)
    number = galley.page_of(entry.anchor)
    page_form = replace(form, align="right", right=0.0)
    page = TextPart(make_runs([Text(number)], link, look, theme.manner), page_form, theme.lettering)
    words = f"{entry.label} {plain(content)}".strip()
    return _Entry(title, page, link.slot(), f"#{entry.anchor}", words)
