"""What has changed, by subject: a list of subjects with their changes beside them, set small, with hairlines.

It looks like a table of two columns; who hears it hears a subject, and how many changes there are.
"""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import nullcontext

from reportgen.document import blocks as doc
from reportgen.document.inlines import Inlines, Text
from reportgen.pdf.canvas import MarkingCanvas
from reportgen.pdf.layout_context import LayoutContext
from reportgen.pdf.parts import Part, VerticalList
from reportgen.pdf.structure import StructElem
from reportgen.pdf.tableparts import RowPart, TableStyle
from reportgen.pdf.textpart import TextPart
from reportgen.pdf.theme import Space

_MOST_OF_SUBJECT = 0.4
"""Of the measure: what the subjects take at most, unless a word is longer. Our taste: changes are sentences."""
_MOST_OF_WORD = 0.6
"""Of the measure: what they take at most whatever the words; a longer one is broken."""
_HAIRLINE = 0.4
"""Points."""


def change_table(block: doc.ChangeTable, context: LayoutContext, node: StructElem, space: Space) -> list[Part]:
    """Subjects at the left, their changes at the right; at the full measure where it stands in no box."""
    theme, unit = context.theme, context.theme.unit
    listed = node.add_list()
    cells = [_cells(group, context, listed.add("LI")) for group in block.groups]
    gap = unit * 1.35
    widths = _widths(cells, space.width - gap, space.left - gap)
    grid = TableStyle(0.0, gap, theme.cells().padding, theme.house.colours.ink, theme.house.colours.rule)
    rows = [_SubjectRow([subject, changes], widths, grid, again) for subject, changes, again in cells]
    rows[-1].space_after = unit * 1.2  # the row's, so that what goes on over the page keeps it
    table = VerticalList(rows)
    table.place, table.unbreakable_up_to = block.place, theme.unbreakable_up_to
    return [table]


def _cells(group: doc.ChangeGroup, context: LayoutContext, item: StructElem) -> tuple[TextPart, VerticalList, TextPart]:
    """The subject, its changes, and the subject again for a page that the changes go on to: for the eye only."""
    look = context.theme.cells()
    subject = context.text_in(group.subject, item.add("Lbl"), look.head)
    body = item.add("LBody")
    listed = body.add_list() if len(group.entries) > 1 else None
    changes = VerticalList(
        [_entry(one, context, listed.add("LI").add("LBody") if listed else body) for one in group.entries]
    )
    words = (*group.subject, Text(f" {context.theme.words.say('table.continued')}"))
    return subject, changes, context.text_in(words, StructElem("P"), look.head)


def _entry(entry: Inlines, context: LayoutContext, body: StructElem) -> Part:
    """A change, never parted."""
    look = context.theme.cells()
    whole = VerticalList([context.text(entry, body, look.body)], keep_together=True)
    whole.space_after = look.padding
    return whole


def _widths(groups: Sequence[tuple[TextPart, VerticalList, TextPart]], room: float, margin: float) -> list[float]:
    """As wide as one of the subjects: such that the table is lowest and, of those, that subjects have fewest lines.

    At the full measure the changes don't begin left of the body.
    """
    least = max(part.breaker.narrowest() for subject, _, again in groups for part in (subject, again))
    most = min(max(min(room * _MOST_OF_SUBJECT, room - 1), least), room * _MOST_OF_WORD)
    tried = {min(max(subject.breaker.natural(), least), most) for subject, _, _ in groups}

    def cost(first: float) -> tuple[float, float, float]:
        heights = [(subject.measure(first), changes.measure(room - first)) for subject, changes, _ in groups]
        return round(sum(map(max, heights)), 3), round(sum(subject for subject, _ in heights), 3), first

    first = min((max(first + 0.5, margin) for first in tried), key=cost)
    return [first, room - first]


class _SubjectRow(RowPart):
    """A subject with its changes over a hairline; where they go on over the page, so does the subject."""

    def __init__(self, cells: Sequence[Part], widths: Sequence[float], grid: TableStyle, again: TextPart) -> None:
        super().__init__(cells, widths, grid)
        self._again, self._goes_on, self._ends = again, False, True

    @property
    def height(self) -> float:
        """Measured each time: a text that prints page numbers may have another line once they are known."""
        cells = zip(self.cells, self.widths, strict=True)
        return max(cell.measure(each) for cell, each in cells) + 2 * self.grid.padding

    def divide(self, width: float, height: float) -> tuple[Part, Part] | None:
        halves = super().divide(width, height)
        if halves is None:
            return None
        head, tail = halves
        assert isinstance(head, _SubjectRow) and isinstance(tail, _SubjectRow)
        if not tail.cells[1].measure(self.widths[1]) or not head.cells[1].measure(self.widths[1]):
            return None
        head._ends, tail._goes_on = False, True
        tail.cells = [self._again, *tail.cells[1:]]
        return head, tail

    def paint(self, canvas: MarkingCanvas, width: float, height: float) -> None:
        subject, changes = self.cells
        top = height - self.grid.padding
        with canvas.muted() if self._goes_on else nullcontext():
            subject.paint_at(canvas, self.grid.left, top, self.widths[0])
        changes.paint_at(canvas, self.grid.left + self.widths[0] + self.grid.gap, top, self.widths[1])
        if self._ends:
            canvas.rule(self.grid.left, 0, self.breadth, _HAIRLINE, self.grid.hairline)
