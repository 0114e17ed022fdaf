"""Filling pages: places parts, breaks pages and lets text stand before what does not fit. Nothing is painted.

Which pages there are, and how closely a chapter is set, is for `pages` to say.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Mapping, Sequence
from dataclasses import replace

from reportgen.geometry import Box
from reportgen.house import MM
from reportgen.pdf.floats import MOST_WHITE, Floats, float_and_rest, may_float, raised
from reportgen.pdf.notes import NoteBook, NoteFrame
from reportgen.pdf.page_master import CLOSER, CLOSEST, USUAL, FilledPage, PageMaster, Spacing
from reportgen.pdf.page_state import State, TooTallError
from reportgen.pdf.parts import LANDSCAPE, PORTRAIT, FloatBarrier, Item, NewPage, Part

_WORTH = 5 * MM
"""Points of white that setting a page more closely must save. Our taste."""


class Filling:
    """The pages so far, the one that is being filled, and what is still to be placed."""

    def __init__(self, masters: Mapping[str, PageMaster], first: PageMaster, book: NoteBook, line: float) -> None:
        """`line` is the line distance of the body, in points."""
        self._masters, self._book, self.line = masters, book, line
        self._master = self._next = first
        self._begun: NoteFrame | None = None
        self._raised: set[int] = set()
        self._todo: deque[Item] = deque()
        self.spacing = USUAL
        self.pages: list[FilledPage] = []
        self.whites: list[float] = []
        """The points that each of the pages leaves white between its text and its notes."""
        self.floats = Floats()
        self._begin: tuple[State, tuple[Item, ...]] = self.state(), ()

    def take(self, items: Sequence[Item], spacing: Spacing = USUAL) -> None:
        """Place all of them; the last page stays open."""
        self._space(spacing)
        self._todo = deque(items)
        self._begin = self.state(), tuple(items)
        while self._todo:
            begun = len(self.pages)
            self._step(self._todo.popleft())
            if len(self.pages) > begun and not spacing.is_closer:
                self._draw_in(begun)

    def finish(self) -> None:
        """Place the notes that wait, and end the last page."""
        while self._book.waiting:
            self._end_page()
            self._page()
        if self._begun is not None or not self.pages:
            self._end_page(meant=True)

    @property
    def share(self) -> float:
        """How much of the page that is being filled is taken, notes and all."""
        return 1.0 - self._begun.room / self._begun.height if self._begun else 0.0

    @property
    def height(self) -> float:
        """The height of the text area of the usual page."""
        return self._masters[PORTRAIT].area.height

    def state(self) -> State:
        """How things stand now."""
        begun, book = self._begun and self._begun.copy(), self._book
        return State(len(self.pages), begun, (self._master, self._next), self.floats.copy(),
                     frozenset(book.placed), tuple(book.waiting), frozenset(self._raised))  # fmt: skip

    def go_back(self, state: State) -> None:
        """Make things stand as they did then."""
        del self.pages[state.pages :], self.whites[state.pages :]
        self._begun = state.begun and state.begun.copy()
        self._master, self._next = state.masters
        self.floats, self._raised = state.floats.copy(), set(state.raised)
        self._book.placed, self._book.waiting = set(state.placed), list(state.waiting)

    def _page(self) -> NoteFrame:
        """The page that is being filled; a new one goes on with the notes that wait."""
        if self._begun is None:
            self._master = self._next
            self._next = self._masters[self._master.then or self._master.name]
            self._begun = NoteFrame(self._area(self.spacing), self._book, self.spacing.around_floats)
            self._begun.take_waiting()
        return self._begun

    def _area(self, spacing: Spacing) -> Box:
        area = self._master.area
        return area._replace(bottom=area.bottom - spacing.lines * self.line)

    def _space(self, spacing: Spacing) -> None:
        """Set what follows as closely as `spacing` says; a page that has been begun may get deeper, never less deep."""
        self.spacing = spacing
        if self._begun is not None and not self._on_side:
            self._begun.respace(self._area(self.spacing), spacing.around_floats)

    def _end_page(self, *, meant: bool = False) -> None:
        """`meant` says that the page ends here by intent, however much of it is white."""
        frame = self._page()
        self.whites.append(0.0 if meant or self._on_side else frame.room)
        if self.whites[-1] > MOST_WHITE:
            frame.stretch(MOST_WHITE)
        frame.end()
        self.pages.append(FilledPage(self._master, tuple(frame.text), tuple(frame.notes())))
        self._begun = None

    def _draw_in(self, page: int) -> None:
        """Fill the page of that index, which has just ended, anew and more closely where it left a hole."""
        if self.whites[page] <= MOST_WHITE:
            return
        start, todo = self._begin
        best = self.whites[page]
        usual = chosen = self.spacing
        for closer in CLOSER:
            spacing = replace(closer, ahead=usual.ahead)
            white = self._refill(start, todo, spacing)
            if white < best - _WORTH:
                best, chosen = white, spacing
            if white <= MOST_WHITE:
                break
        if chosen is not self.spacing:
            self._refill(start, todo, chosen)
        self.spacing = usual

    def _refill(self, start: State, todo: Sequence[Item], spacing: Spacing) -> float:
        """Fill one page anew; the points that it leaves white, 0 where all that is left to place stands on it."""
        self.go_back(start)
        self._space(spacing)
        self._todo = deque(todo)
        while self._todo and len(self.pages) == start.pages:
            self._step(self._todo.popleft())
        return self.whites[start.pages] if len(self.pages) > start.pages else 0.0

    @property
    def _number(self) -> int:
        """The number of the page that is being filled, from 1."""
        return len(self.pages) + 1

    def _step(self, item: Item) -> None:
        """Place an item, or as much of it as fits: what is left of it is placed next."""
        if self._begun is None:
            self._begin = self.state(), (item, *self._todo)
        frame = self._page()
        if isinstance(item, NewPage):
            self._turn_over(item)
        elif isinstance(item, FloatBarrier):
            self._stop_floats(item)
        elif self.floats.are_due(self._number) and not self.floats.goes_on(item) and self._float_fits():
            self._todo.appendleft(item)
            self._put(self.floats.settle())
        elif self.floats.may_be_led(item) and self._goes_on_without(item, frame):
            pass
        elif self._begins_a_page(item, frame):
            self._todo.appendleft(item)
            self._end_page(meant=item.needed_space > 0.0)
        elif self._waits(item):
            self.floats.add(item, self._number)
        else:
            self._turn(item.page_master)
            self._put(item)

    def _turn_over(self, item: NewPage) -> None:
        """End the page, unless nothing stands on it, or too little."""
        if item.page_master:
            self._next = self._masters[item.page_master]
        frame = self._page()
        if self._book.waiting or not (frame.untouched or self._is_thin(frame, item.run_on)):
            self._end_page(meant=True)

    def _is_thin(self, frame: NoteFrame, share: float) -> bool:
        return not self._on_side and frame.height - frame.room < share * frame.height

    def _stop_floats(self, item: FloatBarrier) -> None:
        """Place the next float that waits, on a new page where it does not fit; where none does, the chapter ends."""
        if not self.floats:
            return
        self._todo.appendleft(item)
        if self._float_fits():
            self._put(self.floats.settle())
        else:
            self._end_page()

    def _float_fits(self) -> bool:
        """Whether the first float that waits has a place here, or a head of one that needs its own kind of page."""
        part = self.floats.first()
        if not self._turn(part.page_master):
            return False
        frame = self._page()
        return frame.takes_whole(part) or bool(part.page_master and (frame.without_text or frame.cut(part)))

    def _turn(self, name: str) -> bool:
        """Make the page one of the master `name`; False where what stands on it forbids that."""
        if bool(name) == self._on_side:
            return True
        begun = self._page()
        if self._on_side or not begun.without_text:
            return False
        self._master, self._next = self._masters[name], self._masters[PORTRAIT]
        self._begun = begun.on(self._master.area)
        return True

    @property
    def _on_side(self) -> bool:
        return self._master.name == LANDSCAPE

    def _waits(self, part: Part) -> bool:
        """Whether `part` waits for another page: for its kind, or behind what waits already."""
        if not part.page_master:
            return bool(self.floats) and may_float(part) and not self.floats.let_pass(part)
        stands = self._on_side or self._page().without_text
        return not self.floats.goes_on(part) and (bool(self.floats) or not stands)

    def _begins_a_page(self, part: Part, frame: NoteFrame) -> bool:
        """Whether the page ends before `part`: for its page master, for more room, or for a float that comes first."""
        if frame.untouched:
            return False
        other = self._on_side and not part.page_master
        return other or self.floats.hold(part, frame, self.spacing.ahead) or part.needed_space > frame.room

    def _put(self, part: Part) -> None:
        frame = self._page()
        if frame.place(part):
            self.floats.passed(part)
        elif self._goes_on_without(part, frame) or self._raise(part, frame) or self._put_head(part, frame):
            pass
        elif frame.untouched:
            self._squeeze(part, frame)
        else:
            self._todo.appendleft(part)
            self._end_page()

    def _put_head(self, part: Part, frame: NoteFrame, *, tight: bool = False) -> bool:
        """Place as much of `part` as fits, the rest goes on a new page; False where nothing of it fits."""
        halves = frame.cut(part, tight=tight)
        if halves is None or not frame.place(halves[0], tight=tight):
            return False
        self.floats.passed(part)
        tail = halves[1]
        tail.last_element, tail.floats = part.last_element, False
        self._todo.appendleft(tail)
        self._end_page()
        return True

    def _squeeze(self, part: Part, frame: NoteFrame) -> None:
        """Place what would not fit on a page of its own: its notes run over, each as soon as it has begun."""
        if frame.place(part, tight=True):
            self.floats.passed(part)
        elif not self._put_head(part, frame, tight=True):
            raise TooTallError(part)

    def _goes_on_without(self, part: Part, frame: NoteFrame) -> bool:
        """Let a chart, a table or a box that does not fit wait for the next page, where text follows it."""
        found = None if frame.untouched or part.page_master else float_and_rest(part, self._todo, frame)
        if found is None or not self.floats.have_room_for(found[0], frame, self.spacing.ahead):
            return False
        self.floats.add(found[0], self._number)
        self._todo = deque(found[1])
        return True

    def _raise(self, part: Part, frame: NoteFrame) -> bool:
        """Set a float that does not fit above the text before it, where that text then fills the page.

        The page is filled anew; where that is of no use, as it was. False where nothing was tried.
        """
        tried = id(part) in self._raised
        if self.floats or tried or frame.room < MOST_WHITE or not may_float(part) or self._fits_closer(part, frame):
            return False
        start, todo = self._begin
        for order, whole, above in raised(part, todo, frame):
            self._again(start, order, part)
            if self._stands_here(whole, start.pages):
                assert part.node is not None  # it may float
                self.floats.moves.append((part.node, above))
                self._begin = start, todo  # whoever fills the page anew raises it anew, and moves its element
                return True
        self._again(start, todo, part)
        return True

    def _fits_closer(self, part: Part, frame: NoteFrame) -> bool:
        """Whether `part` fits where the page is set more closely, as is tried where it ends in a hole."""
        closer = frame.copy()
        closer.respace(self._area(CLOSEST), CLOSEST.around_floats)
        return not self.spacing.is_closer and closer.takes_whole(part)

    def _again(self, start: State, todo: Sequence[Item], part: Part) -> None:
        """Go back to the start of the page, with `todo` before us; `part` is raised no more."""
        self.go_back(start)
        self._raised.add(id(part))
        self._todo = deque(todo)

    def _stands_here(self, part: Part, page: int) -> bool:
        """Whether `part` comes to stand on the page of that index, which is filled so far."""
        while self._todo and len(self.pages) == page:
            item = self._todo.popleft()
            self._step(item)
            if item is part:
                return len(self.pages) == page and self._page().text[-1].part is part
        return False
