"""Floats: charts, tables and boxes that do not fit on a page wait for the next one, and the text goes on without them.

A float waits until its own chapter ends at the latest, and floats keep their order; only running text passes them. It
is set between two blocks, never inside one, and its element moves behind the block that it is set below: it is read
where it is seen. A table for a page on its side waits likewise; one that calls footnotes has its page at once.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TypeGuard

from reportgen.frozen import frozen
from reportgen.house import MM
from reportgen.pdf.notes import NoteFrame
from reportgen.pdf.parts import Item, KeepWithNext, Part
from reportgen.pdf.structure import StructElem
from reportgen.pdf.textpart import TextPart

_ENOUGH_TEXT = 0.6
"""Of the white that a float leaves: with less text behind it, what can be split is split instead. Our taste: what stays
white then is as a short chapter leaves it."""
_MOST_WHITE = 0.25
"""Of a page: what is left white for a page on its side to stand between two blocks. Our taste, as above."""


MOST_WHITE = 15 * MM
"""Points between the text and the notes that a page may leave before a float is set higher up instead: with the white
that both have about them, some 25 mm. Our taste: less looks like the end of a thought, more like a hole."""
_MOST_RAISED = 3
"""Paragraphs that a float is set above at most: what is said of it stands close by."""


@frozen
class _Waiting:
    """A float, the page that it did not fit on, and the block that was set last before it."""

    part: Part
    page: int
    below: StructElem | None


class Floats:
    """What waits, in order, and the element that ends the last block that was set."""

    def __init__(self) -> None:
        self._waiting: list[_Waiting] = []
        self._last: StructElem | None = None
        self.moves: list[tuple[StructElem, StructElem]] = []
        """Elements, and those that they are read behind: the tree is changed when no page changes any more."""

    def copy(self) -> Floats:
        """The same, to go on from twice."""
        other = Floats()
        other._waiting, other._last, other.moves = list(self._waiting), self._last, list(self.moves)
        return other

    def __bool__(self) -> bool:
        return bool(self._waiting)

    def passed(self, part: Part) -> None:
        """`part` has been set, or its head has."""
        self._last = part.last_element

    def add(self, part: Part, page: int) -> None:
        """Let `part` wait for a page after `page`."""
        self._waiting.append(_Waiting(part, page, self._last))

    def first(self) -> Part:
        """The one that is next (IndexError where none waits)."""
        return self._waiting[0].part

    def are_due(self, page: int) -> bool:
        """Whether the first may stand on `page`: it is a later one."""
        return bool(self) and self._waiting[0].page < page

    def goes_on(self, part: Part) -> bool:
        """Whether `part` belongs to the block that was set last."""
        return part.last_element is not None and part.last_element is self._last

    def settle(self) -> Part:
        """The first, which is set now: it waits no longer, and is read behind the block above it."""
        waiting = self._waiting.pop(0)
        node = waiting.part.node
        if node is not None and may_float(waiting.part):
            if self._last is not None and self._last is not waiting.below:
                self.moves.append((node, self._last))
            self._last = node
        return waiting.part

    def hold(self, part: Part, frame: NoteFrame) -> bool:
        """Whether the page ends, so that they come before `part`."""
        if not self or self.goes_on(part):
            return False
        if not may_float(self._waiting[-1].part):
            return True
        if part.floats and not may_float(part):  # boxes and charts keep the order of their numbers
            return True
        if not part.is_running_text:
            return not (may_float(part) and self.have_room_for(part, frame))
        white = bool(self.first().page_master) and frame.room <= _MOST_WHITE * frame.height
        return white and not frame.takes_whole(part)

    def have_room_for(self, part: Part, frame: NoteFrame) -> bool:
        """Whether one upright page could hold all that waits and `part`, without what needs a page on its side."""
        parts = [*(waiting.part for waiting in self._waiting), part]
        upright = [part for part in parts if not part.page_master]
        return sum(frame.height_of(part) + part.space_after for part in upright) <= frame.height


def may_float(part: Part) -> bool:
    """Whether the text may go on without `part`: what calls footnotes keeps its place."""
    return part.floats and not part.notes()


def float_and_rest(part: Part, following: Sequence[Item], frame: NoteFrame) -> tuple[Part, Part | None] | None:
    """The float in `part`, and its heading with the text that follows; None where `part` had better stay.

    A heading goes on with the text that follows only where that is plain text of its own section.
    """
    if may_float(part):
        after = next((other for other in following if not (isinstance(other, Part) and may_float(other))), None)
        if not isinstance(after, Part) or not after.is_running_text:
            return None
        splits = frame.cut(part) is not None
        return None if splits and not _fills(following, frame) else (part, None)
    after = following[0] if following else None
    found = _without_heading(part, after) if isinstance(after, Part) else None
    return found if found and not part.notes() and frame.takes(found[1]) else None


def raised(part: Part, todo: Sequence[Item]) -> Iterator[tuple[list[Item], StructElem]]:
    """What is to be set, with the float `part` above one, two, three paragraphs before it; and what it is read behind.

    It stays in its section, below a block that stands on the same page.
    """
    at = next((index for index, item in enumerate(todo) if item is part), 0)
    section = part.node.parent if part.node else None
    for first in range(at - 1, max(at - 1 - _MOST_RAISED, 0), -1):
        text, above = todo[first], todo[first - 1]
        led = isinstance(text, KeepWithNext)  # by a heading, under which it stays
        if led or not (_is_of(text, section) and _is_of(above, section)) or text.floats or not text.is_running_text:
            return
        assert above.last_element is not None
        yield [*todo[:first], part, *todo[first:at], *todo[at + 1 :]], above.last_element


def _is_of(item: Item, section: StructElem | None) -> TypeGuard[Part]:
    """Whether an item is a block of that section itself."""
    return isinstance(item, Part) and item.last_element is not None and item.last_element.parent is section


def _without_heading(part: Part, after: Part) -> tuple[Part, Part] | None:
    """The float that headings lead, and these headings with the text `after` it instead."""
    if not (isinstance(part, KeepWithNext) and isinstance(part.head, TextPart) and part.head.bookmark):
        return None
    if part.body.floats:
        return (part.body, KeepWithNext(part.head, after)) if isinstance(after, TextPart) else None
    inner = _without_heading(part.body, after)
    return (inner[0], KeepWithNext(part.head, inner[1])) if inner else None


def _fills(following: Sequence[Item], frame: NoteFrame) -> bool:
    """Whether the text ahead, up to the end of the chapter, takes the most of the white that is left."""
    taken = 0.0
    for part in following:
        if (
            not isinstance(part, Part)
            or not (part.is_running_text or part.floats)
            or taken >= frame.room * _ENOUGH_TEXT
        ):
            break
        if part.is_running_text:
            taken += frame.height_of(part) + part.space_after
    return taken >= frame.room * _ENOUGH_TEXT
