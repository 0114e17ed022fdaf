"""The contents and the lists of charts and tables: titles with page numbers, labels in the margin, leaders between."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from copy import copy
from dataclasses import replace
from typing import Self

from reportgen.document.blocks import ContentsEntry, ContentsList
from reportgen.document.inlines import PageNumber, Text, plain
from reportgen.frozen import frozen
from reportgen.geometry import Box
from reportgen.pdf.canvas import MarkingCanvas
from reportgen.pdf.layout_context import LayoutContext
from reportgen.pdf.parts import Item, KeepWithNext, NewPage, Part, VerticalList, once
from reportgen.pdf.runs import LinkTarget, make_runs
from reportgen.pdf.structure import StructElem
from reportgen.pdf.textpart import CAP_HEIGHT, Bookmark, Hanging, ParagraphStyle, TextPart

_LEADER_STEP, _LEADER_DOT = 0.5, 0.09
"""Of the size of type: how far apart the dots of a leader stand, and how thick they are. Our taste: seen when looked
for."""
CONTENTS_ANCHOR = "contents"


@frozen
class _Density:
    """How closely lines stand: `leading` of the size of the type, the white around in units of the theme."""

    leading: float
    chapter: float
    entry: float


# Our taste: the first is as open as the body, each further one takes a fifth to two fifths of that white away, and the
# last is as close as two lists may stand and still be told apart. Thirty entries fit one page with it.
_DENSITIES = (_Density(1.35, 0.95, 0.3), _Density(1.32, 0.75, 0.12), _Density(1.28, 0.5, 0.0), _Density(1.2, 0.3, 0.0))


class _Entry(Part):
    """A line of a list: title and page number, one link over the whole of it."""

    def __init__(self, title: TextPart, page: TextPart, target: LinkTarget, rule: str, *, chapter: bool) -> None:
        """`rule` is the colour of the dots between title and page number."""
        super().__init__(title.space_before, title.space_after)
        self._title, self._page, self._target, self._rule, self._chapter = title, page, target, rule, chapter

    def set_at(self, density: _Density, unit: float) -> Self:
        """The same as closely as `density` says."""
        other = self.spaced(unit * (density.chapter if self._chapter else density.entry), unit * density.entry)
        other._title, other._page = (copy(part) for part in (self._title, self._page))
        for part in (other._title, other._page):
            # The form that it was made with has the size of its type as its leading.
            part.form = replace(part.form, leading=round(part.form.leading * density.leading, 1))
        return other

    def measure(self, width: float) -> float:
        return self._title.measure(width)

    def inside(self) -> Iterable[Part]:
        return self._title, self._page

    def paint(self, canvas: MarkingCanvas, width: float, height: float) -> None:
        self._title.paint(canvas, width, height)
        leading = self._page.measure(width)
        self._page.paint(canvas, width, leading)
        self._lead(canvas, width, leading)
        canvas.link(self._target.slot, [Box(0, 0, width, height)], self._target.url, self._target.contents)

    def _lead(self, canvas: MarkingCanvas, width: float, leading: float) -> None:
        """Dots from the end of the title to the page number, for the eye only."""
        size, form = self._page.runs[0].look.size, self._title.form
        left = form.left + self._title.lines(width)[-1].width + size / 2
        right = width - self._page.lines(width)[-1].width - size / 2
        if right - left > size:
            base = (leading - size * CAP_HEIGHT) / 2
            canvas.leader(left, base, right - left, size * _LEADER_STEP, size * _LEADER_DOT, self._rule)


class Contents:
    """All lists, the first under a heading of the first level, the others under the second. Their elements are made."""

    def __init__(self, lists: Sequence[ContentsList], context: LayoutContext, parent: StructElem) -> None:
        node = parent.add("Sect") if lists else parent
        self._context = context
        self._made = [
            (_heading(listed, index, context, node), _entries(listed, context, node.add("TOC")))
            for index, listed in enumerate(lists)
        ]

    def pages(self, below: Sequence[Sequence[Part]] = ()) -> list[Item]:
        """What begins a page, with the first of `below` that has room under it there; where none has, it ends the page.

        Lists are set as loosely as that allows; where they fit no page of their own, loosely over several. Under short
        ones the first chapter goes on, as it does under the tail of another.
        """
        if not self._made:
            return []
        unit = self._context.theme.unit
        settings = [_parts(self._made, unit, density) for density in _DENSITIES]
        for following in below:
            for parts in settings:
                if self._fits([*parts, *following]):
                    return [NewPage(), *parts, NewPage(run_on=1.0)]
        alone = next((parts for parts in settings if self._fits(parts)), settings[0])
        return [NewPage(), *alone, NewPage(run_on=self._context.theme.house.page.run_on)]

    def _fits(self, parts: Sequence[Part]) -> bool:
        """Whether parts have room on one page, with the notes that they call."""
        page, notes = self._context.theme.house.page, self._context.theme.notes
        called = once(note for part in parts for note in part.notes())
        below = sum(self._context.notes[note.anchor].measure(notes.width) + notes.gap for note in called)
        height = VerticalList(parts).measure(page.measure) + below + (notes.heading if called else 0.0)
        return height <= page.text_height and not any(part.page_master for part in parts)


_Made = tuple[TextPart, Sequence["_Entry"]]
"""A list: its heading and its lines."""


def _parts(made: Sequence[_Made], unit: float, density: _Density) -> list[Part]:
    """The lists as closely as `density` says; no line of theirs is broken anew for it."""
    parts: list[Part] = []
    for heading, entries in made:
        first, *others = [entry.set_at(density, unit) for entry in entries]
        parts.extend([KeepWithNext(heading, first), *others])
    return parts


def _heading(listed: ContentsList, index: int, context: LayoutContext, node: StructElem) -> TextPart:
    level = 1 if index == 0 else 2
    anchor = CONTENTS_ANCHOR if index == 0 else f"{CONTENTS_ANCHOR}-{index + 1}"
    heading = node.add(f"H{level}")
    return context.text_in(
        (Text(listed.title),),
        heading,
        context.theme.heading(level).indented(context.theme.indent),
        anchor=anchor,
        bookmark=Bookmark(listed.title, level - 1),
    )


def _entries(listed: ContentsList, context: LayoutContext, node: StructElem) -> list[_Entry]:
    has_chapters = any(entry.level > 1 for entry in listed.entries) or not any(
        entry.label[:1].isalpha() for entry in listed.entries
    )
    look, lettering = context.theme.hanging, context.theme.lettering
    labels = (lettering.width(entry.label, look.style, look.size) for entry in listed.entries)
    left = max(context.theme.indent, max(labels, default=0.0) + context.theme.unit)
    made, levels = [], [node]
    for entry in listed.entries:
        del levels[entry.level :]
        while len(levels) < entry.level and levels[-1].kids:
            levels.append(levels[-1].add("TOC"))
        made.append(_entry(entry, context, levels[-1], left, chapter=has_chapters and entry.level == 1))
    return made


def _entry(entry: ContentsEntry, context: LayoutContext, listed: StructElem, left: float, *, chapter: bool) -> _Entry:
    theme, unit = context.theme, context.theme.unit
    link = listed.add("TOCI").add("Reference").add("Link")
    size = theme.house.sizes.scaled(0.96 if chapter else 0.9)
    look = replace(theme.body.look, size=size)
    look = look.weighing("semibold") if chapter else look
    form = ParagraphStyle(size, left=left, right=unit * 3.5)
    hung = replace(theme.hanging, size=size)
    # The space between label, title and page is for the ear: words apart where nothing is drawn between them.
    hanging = Hanging(make_runs([Text(f"{entry.label} ")], link, hung, theme.inline_style)) if entry.label else None
    content = tuple(entry.title)
    title = context.set(make_runs((*content, Text(" ")), link, look, theme.inline_style), form, hanging=hanging)
    number = make_runs([PageNumber(entry.anchor)], link, look, theme.inline_style)
    page = context.set(number, replace(form, align="right", right=0.0))
    words = f"{entry.label} {plain(content)}".strip()
    target = LinkTarget(link.slot(), f"#{entry.anchor}", words)
    return _Entry(title, page, target, theme.house.colours.rule, chapter=chapter)
