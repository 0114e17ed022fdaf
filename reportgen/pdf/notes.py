"""Footnotes at the foot of the page: the parts that show them, and a frame that keeps room for them.

A note starts on the page of its first mark. A long one runs over: what does not fit is carried to the next page, where
it takes at most `CARRIED_SHARE` of the height; while more of it waits, no new mark is set. What a note says is made
elsewhere.
"""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from copy import copy
from dataclasses import field, replace
from itertools import accumulate

from reportgen.document.inlines import Note
from reportgen.frozen import frozen, mutable
from reportgen.geometry import Box
from reportgen.pdf.parts import FUZZ, Part

CARRIED_SHARE = 0.6
"""Of the text area. Our taste: a page that a note fills looks as if the text had ended."""
_STRETCHED_FLOATS, _STRETCHED_TEXT = 0.6, 0.2
"""Of the white around floats, and between other parts: what is added to it at most where a page ends in more white than
it should. Our taste: with more, charts fall apart from their text; that between paragraphs is no more than a point."""
_FEWEST_LINES = 2
"""Of a note that runs over, on the page of its mark: as many as of any paragraph (orphans)."""


@frozen
class NoteLook:
    """Where notes stand (`left` of the frame's edge, `width`) and the white about them, in points."""

    left: float
    width: float
    leading: float
    gap: float
    above_rule: float
    below_rule: float
    rule_width: float
    rule_thickness: float
    rule_colour: str

    @property
    def heading(self) -> float:
        """What the rule and its white take."""
        return self.above_rule + self.below_rule


@frozen
class PlacedPart:
    """A part with its top left corner, counted from the sheet's bottom left one, and its width, in points."""

    part: Part
    x: float
    top: float
    width: float


@mutable
class NoteBook:
    """The notes of one layout: how each is shown, which have been placed, and what waits for the next page."""

    look: NoteLook
    parts: Mapping[str, Part]
    placed: set[str] = field(default_factory=set)
    waiting: list[Part] = field(default_factory=list)

    def new(self, part: Part) -> list[Note]:
        """The notes that `part` calls and no page has yet."""
        return [note for note in part.notes() if note.anchor not in self.placed]

    def height(self, part: Part) -> float:
        """The height of a note's part."""
        return part.measure(self.look.width)

    def least(self, part: Part) -> float:
        """The height of the fewest lines of it that may start on a page."""
        halves = part.divide(self.look.width, self.look.leading * _FEWEST_LINES)
        return self.height(halves[0] if halves else part)


class NoteFrame:
    """The text area of one page, filled from the top with text and from the bottom with notes.

    Lengths are points, places are counted from the sheet's bottom left corner. Filling draws nothing: it says what
    stands where.
    """

    def __init__(self, area: Box, book: NoteBook, around_floats: float = 1.0) -> None:
        """`around_floats` is the share of the white around floats that is left."""
        self.area, self.book, self._around_floats = area, book, around_floats
        self.text: list[PlacedPart] = []
        self._y = area.top
        self._space_after = 0.0
        self._notes: list[Part] = []

    @property
    def height(self) -> float:
        """The height of the text area."""
        return self.area.height

    def height_of(self, part: Part) -> float:
        """The height of a part in it."""
        return part.measure(self.area.width)

    def height_of_notes(self, part: Part) -> float:
        """The height of the notes that a part calls, and of the rule above them."""
        notes = part.notes()
        heights = (self.book.height(self.book.parts[note.anchor]) + self.book.look.gap for note in notes)
        return sum(heights) + (self.book.look.heading if notes else 0.0)

    @property
    def untouched(self) -> bool:
        """Whether nothing stands on the page yet."""
        return not self.text and not self._notes

    @property
    def without_text(self) -> bool:
        """Whether nothing but notes stands on the page yet."""
        return not self.text

    @property
    def room(self) -> float:
        """The height between the text and the notes."""
        return self._y - self.area.bottom - (self._notes_height + self.book.look.heading if self._notes else 0.0)

    def take_waiting(self) -> None:
        """Go on with the notes that the page before could not finish."""
        limit = self.area.height * CARRIED_SHARE
        waiting, self.book.waiting = self.book.waiting, []
        while waiting:
            room = limit - self._notes_height - (0 if self._notes else self.book.look.heading) - self.book.look.gap
            head, rest = _fit(waiting.pop(0), self.book.look.width, room)
            if head is not None:
                self._notes.append(head)
            if rest is not None:
                self.book.waiting = [rest, *waiting]
                return

    def on(self, area: Box) -> NoteFrame:
        """The page begun anew with another text area and the notes that stand on it."""
        other = NoteFrame(area, self.book, self._around_floats)
        other._notes = self._notes
        return other

    def respace(self, area: Box, around_floats: float) -> None:
        """Go on with other white around floats, and with a deeper text area if `area` is deeper."""
        self._around_floats = around_floats
        if area.bottom < self.area.bottom:
            self.area = area

    def copy(self) -> NoteFrame:
        """The same, to go on from twice."""
        other = copy(self)
        other.text, other._notes = list(self.text), list(self._notes)
        return other

    def takes(self, part: Part) -> bool:
        """Whether `part`, or a head of it, fits with its notes."""
        return self.takes_whole(part) or self.cut(part) is not None

    def takes_whole(self, part: Part, *, tight: bool = False) -> bool:
        """Whether all of `part` fits with its notes; `tight` lets every one of them run over, not the last alone."""
        room = self.room - self._gap(part) - self.height_of(part)
        return room + FUZZ >= self._needed(self.book.new(part), tight=tight)

    def place(self, part: Part, *, tight: bool = False) -> bool:
        """Put `part` next and its notes at the foot; False, and nothing is placed, where it does not fit.

        `tight` lets every one of its notes run over, not the last alone: for what fits no page otherwise.
        """
        if not self.takes_whole(part, tight=tight):
            return False
        height, new = self.height_of(part), self.book.new(part)
        top = self._y - self._gap(part)
        self.text.append(PlacedPart(part, self.area.left, top, self.area.width))
        self._y = top - height
        self._place_notes(new)
        self._y -= part.space_after
        self._space_after = part.space_after
        return True

    def stretch(self, leave: float) -> None:
        """Let the white between parts grow within its bounds, until no more than `leave` points are white below."""
        pairs = list(zip(self.text, self.text[1:], strict=False))
        gaps = [
            max(above.part.space_after, below.part.space_before)
            * (_STRETCHED_FLOATS if above.part.floats or below.part.floats else _STRETCHED_TEXT)
            for above, below in pairs
        ]
        share = min(1.0, (self.room - leave) / sum(gaps)) if sum(gaps) else 0.0
        lower = list(accumulate(gap * share for gap in gaps))
        self.text[1:] = [replace(one, top=one.top - by) for one, by in zip(self.text[1:], lower, strict=True)]
        self._y -= lower[-1] if lower else 0.0

    def end(self) -> None:
        """Lower what stands at the foot, below text, to the text area's end: apart from notes, as from the text."""
        at = len(self.text)
        while at and self.text[at - 1].part.at_foot:
            at -= 1
        if 0 < at < len(self.text):
            apart = self.text[at].part.space_before if self._notes else 0.0
            low = max(0.0, self.room + self.text[-1].part.space_after - apart)
            self.text[at:] = [replace(one, top=one.top - low) for one in self.text[at:]]

    def cut(self, part: Part, *, tight: bool = False) -> tuple[Part, Part] | None:
        """The longest head of `part` that fits with its notes, and the rest; None where none does."""
        room = self.room - self._gap(part)
        height = min(room, part.measure(self.area.width) - 1)
        while (halves := part.divide(self.area.width, height)) is not None:
            taken = halves[0].measure(self.area.width)
            if taken + self._needed(self.book.new(halves[0]), tight=tight) <= room + FUZZ:
                return halves
            height = taken - 1
        return None

    def notes(self) -> list[PlacedPart]:
        """The notes that were placed, from the top; a short rule stands above the first."""
        x, top = self.area.left + self.book.look.left, self.area.bottom + self._notes_height
        placed = []
        for part in self._notes:
            placed.append(PlacedPart(part, x, top, self.book.look.width))
            top -= self.book.height(part) + self.book.look.gap
        return placed

    @property
    def _notes_height(self) -> float:
        return sum(self.book.height(part) + self.book.look.gap for part in self._notes)

    def _gap(self, part: Part) -> float:
        """What is added to the white that the part above has left."""
        if not self.text:
            return 0.0
        wanted = max(part.space_before, self._space_after)
        share = self._around_floats if part.floats or self.text[-1].part.floats else 1.0
        return wanted * share - self._space_after

    def _needed(self, notes: Sequence[Note], *, tight: bool = False) -> float:
        """The least height that `notes` take: all whole but the last, which may run over; `tight`, all may."""
        if not notes:
            return 0.0
        if self.book.waiting:
            return math.inf
        book = self.book
        parts = [book.parts[note.anchor] for note in notes]
        measured = book.least if tight else book.height
        whole = sum(measured(part) + book.look.gap for part in parts[:-1])
        return whole + book.least(parts[-1]) + book.look.gap + (0 if self._notes else book.look.heading)

    def _place_notes(self, notes: Sequence[Note]) -> None:
        book = self.book
        parts = [book.parts[note.anchor] for note in notes]
        for index, part in enumerate(parts):
            kept = sum(book.least(other) + book.look.gap for other in parts[index + 1 :])
            room = self.room - book.look.gap - (0 if self._notes else book.look.heading) - kept
            head, rest = _fit(part, book.look.width, room)
            if head is not None:
                self._notes.append(head)
            if rest is not None:
                book.waiting.append(rest)
        book.placed.update(note.anchor for note in notes)


def _fit(part: Part, width: float, room: float) -> tuple[Part | None, Part | None]:
    """What of `part` fits into `room`, and what is left."""
    if part.measure(width) <= room + FUZZ:
        return part, None
    halves = part.divide(width, room)
    return halves if halves is not None else (None, part)
