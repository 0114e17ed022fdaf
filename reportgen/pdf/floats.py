"""Floats: charts, tables and boxes that do not fit on a page wait for the next one, and the text goes on without them.

A float waits until its own chapter ends at the latest; running text passes it, and floats of another series: charts,
figures and tables each keep their order. It is set between two blocks, never inside one, and its element moves behind
the block that it is set below: it is read where it is seen. A table for a page on its side waits likewise; one that
calls footnotes has its page at once.
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
_MOST_RAISED = 2
"""Places above the text before it that are tried for a float."""
_MOST_PASSED = 1 / 3
"""Of a page: the text that a float is set above at most. Our taste: what is said of it stands close by."""


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

    def let_pass(self, part: Part) -> bool:
        """Whether `part`, a float, may stand before all that waits: each series keeps the order of its own numbers."""
        waiting = (one.part for one in self._waiting)
        return bool(part.series) and all(_lets_pass(one, part) for one in waiting)

    def may_be_led(self, part: Part) -> bool:
        """Whether `part`, a heading and a float, may join what waits, so that the heading leads text."""
        waits = bool(self) and all(may_float(one.part) for one in self._waiting)
        return waits and isinstance(part, KeepWithNext) and not (part.floats or part.is_running_text)

    def hold(self, part: Part, frame: NoteFrame, ahead: int) -> bool:
        """Whether the page ends, so that they come before `part`: no more waits than `ahead` pages hold."""
        if not self or self.goes_on(part):
            return False
        if not may_float(self._waiting[-1].part):
            return True
        if part.floats and self.let_pass(part):
            return False
        if part.floats and not may_float(part):  # boxes and charts keep the order of their numbers
            return True
        if not part.is_running_text:
            return not (may_float(part) and self.have_room_for(part, frame, ahead))
        white = bool(self.first().page_master) and frame.room <= _MOST_WHITE * frame.height
        return white and not frame.takes_whole(part)

    def have_room_for(self, part: Part, frame: NoteFrame, pages: int) -> bool:
        """Whether so many upright pages could hold all that waits and `part`, without what needs a page on its side."""
        parts = [*(waiting.part for waiting in self._waiting), part]
        upright = [part for part in parts if not part.page_master]
        return sum(frame.height_of(part) + part.space_after for part in upright) <= pages * frame.height


def may_float(part: Part) -> bool:
    """Whether the text may go on without `part`: what calls footnotes keeps its place."""
    return part.floats and not part.notes()


def _lets_pass(waiting: Part, part: Part) -> bool:
    return may_float(waiting) and not waiting.page_master and waiting.series not in ("", part.series)


def float_and_rest(part: Part, following: Sequence[Item], frame: NoteFrame) -> tuple[Part, list[Item]] | None:
    """The float in `part`, and what follows it then; None where `part` had better stay.

    A heading goes on with the text that follows only where that is plain text of its own section.
    """
    rest = list(following)
    at = next((at for at, other in enumerate(rest) if not (isinstance(other, Part) and may_float(other))), len(rest))
    after = rest[at] if at < len(rest) else None
    if not isinstance(after, Part) or not after.is_running_text:
        return None
    if may_float(part):
        splits = frame.cut(part) is not None
        return None if splits and not _fills(following, frame) else (part, rest)
    found = _without_heading(part, after)
    if not found or part.notes() or not frame.takes(found[1]):
        return None
    return found[0], [found[1], *rest[:at], *rest[at + 1 :]]


def raised(part: Part, todo: Sequence[Item], frame: NoteFrame) -> Iterator[tuple[list[Item], Part, StructElem]]:
    """What is to be set, with the float `part` above some of the text before it; what it is part of then, and what it
    is read behind.

    It stays in its section, below a block or the heading, where it has room without that text.
    """
    at = next((index for index, item in enumerate(todo) if item is part), 0)
    section, found, passed, freed = part.node.parent if part.node else None, 0, 0.0, 0.0
    for first in range(at - 1, -1, -1):
        text, before = todo[first], todo[first - 1] if first else None
        if not _is_of(text, section) or text.floats or not text.is_running_text:
            return
        passed += frame.height_of(text) + text.space_after
        freed += frame.height_of(text) + text.space_after + frame.height_of_notes(text)
        if passed > _MOST_PASSED * frame.height:
            return
        if headed := _below_heading(text, part):
            if not found:  # lower down there is no room
                yield [*todo[:first], *headed[0], *todo[first + 1 : at], *todo[at + 1 :]], headed[0][0], headed[1]
            return
        if not _is_of(before, section) or before.last_element is text.last_element:
            continue  # never between two items of a list
        if found < _MOST_RAISED and frame.room + freed > frame.height_of(part):
            assert before.last_element is not None
            found += 1
            yield [*todo[:first], part, *todo[first:at], *todo[at + 1 :]], part, before.last_element


def _below_heading(text: Part, part: Part) -> tuple[tuple[Part, Part], StructElem] | None:
    """The headings of `text` with `part` behind them, and what they led; and the element of the last heading."""
    if not (isinstance(text, KeepWithNext) and isinstance(text.head, TextPart) and text.head.bookmark):
        return None
    if inner := _below_heading(text.body, part):
        return (KeepWithNext(text.head, inner[0][0]), inner[0][1]), inner[1]
    return (KeepWithNext(text.head, part), text.body), text.head.runs[0].slot.node


def _is_of(item: Item | None, section: StructElem | None) -> TypeGuard[Part]:
    """Whether an item is a block of that section itself."""
    return isinstance(item, Part) and item.last_element is not None and item.last_element.parent is section


def _without_heading(part: Part, after: Part) -> tuple[Part, Part] | None:
    """The float that headings lead, and these headings with the text `after` it instead."""
    if not (isinstance(part, KeepWithNext) and isinstance(part.head, TextPart) and part.head.bookmark):
        return None
    if part.body.floats:
        is_own = part.body.node is not None and _is_of(after, part.body.node.parent)
        return (part.body, KeepWithNext(part.head, after)) if is_own and not after.floats else None
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
