"""Between a text as the author wrote it and what its templates made of it: places of faults, lines and values."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence

from reportgen.document.data import marks
from reportgen.document.data.arithmetic import Fault
from reportgen.document.templates.comments import shorn
from reportgen.document.templates.offsets import Maker, Where, at
from reportgen.document.templates.tokens import Site
from reportgen.frozen import frozen
from reportgen.phrases import Phrase
from reportgen.problems import Place, Problems

_MARKS = re.compile(f"({marks.GONE}+|{marks.TEMPORARY.pattern})")


class Author:
    """The author's text, without its comments; tells faults with their places in its file."""

    def __init__(self, text: str, phrase: Phrase, problems: Problems) -> None:
        self.text = text
        self._phrase, self._problems = phrase, problems
        self.starts = _starts(text)
        self._told: set[tuple[str, str, int, int]] = set()
        self._known: set[str] = set()

    def line(self, offset: int) -> int:
        """The number of the line (from 0) in which an offset stands."""
        return bisect_right(self.starts, offset) - 1

    def lines(self, begin: int, end: int) -> list[str]:
        """The lines from `begin` to `end`, which is not one of them."""
        stop = self.starts[end] - 1 if end < len(self.starts) else len(self.text)
        return self.text[self.starts[begin] : stop].split("\n")

    def place(self, offset: int) -> Place:
        """The place in the file of an offset in the text."""
        line = self.line(offset)
        return self._phrase.at(line, offset - self.starts[line])

    def tell(self, fault: Fault, offset: int, *, each: bool = False) -> None:
        """A fault at an offset in the text, once for its line; `each`: wherever it stands in it."""
        place = self.place(offset)
        key = (fault.rule, fault.message, place.line, place.column if each else 0)
        if key not in self._told:
            self._told.add(key)
            message = f"{fault.message} ({place})" if fault.place else fault.message
            self._problems.add(fault.rule, fault.place or place, message, fault.hint)

    def tell_of_text(self, fault: Fault, offset: int) -> None:
        """A fault seen before the text is carried out: while it is, the same one is not told again."""
        self._known.add(fault.message)
        self.tell(fault, offset)

    def tell_of_run(self, fault: Fault, offset: int) -> None:
        """A fault met while the text is carried out."""
        if fault.message not in self._known:
            self.tell(fault, offset)


@frozen
class SourceMap:
    """Leads from a rendered text back to the author's file."""

    text: str
    """The rendered text."""
    author: Author
    offsets: Where
    """Where its characters stand in the author's text."""
    starts: tuple[int, ...]
    """Where its lines begin."""

    def place(self, offset: int) -> Place:
        """The author's place of a character of the rendered text."""
        return self.author.place(at(self.offsets, offset))

    def line(self, number: int) -> Place:
        """The author's place of the first word of a rendered line (from 0)."""
        return self.place(self.begin(number))

    def begin(self, number: int) -> int:
        """Where the first word of a rendered line stands in it."""
        start, end = self.span(number)
        return start + len(line) - len(line.lstrip()) if (line := self.text[start:end]).strip() else start

    def span(self, number: int) -> tuple[int, int]:
        """Where a rendered line begins and ends."""
        number = min(max(number, 0), len(self.starts) - 1)
        return self.starts[number], ([*self.starts[number + 1 : number + 2], len(self.text) + 1])[0] - 1

    def written(self, begin: int, end: int) -> tuple[str, ...]:
        """The author's lines behind the rendered lines from `begin` to `end`, which is not one of them; no comments."""
        first, last = (self.author.line(at(self.offsets, self.begin(number))) for number in (begin, end - 1))
        lines = self.author.lines(first, last + 1)
        return tuple(shorn(line) for line in lines if marks.GONE not in line or marks.clean(line).strip())


def _starts(text: str) -> tuple[int, ...]:
    return (0, *(end.end() for end in re.finditer("\n", text)))


@frozen
class Printed:
    """A value in a rendered text: its index, the part of the template that printed it, the line on which it stands."""

    index: int
    site: Site
    line: str


def read_back(output: str, sites: Sequence[Site], author: Author) -> tuple[SourceMap, list[Printed]]:
    """The text without temporary marks, and the values in it; lines with nothing but tags or comments are left out."""
    back = _PrintedLines(sites)
    for line in output.split("\n"):
        back.read(line)
    text = back.made.text
    return SourceMap(text, author, back.made.where, _starts(text)), back.printed


class _PrintedLines:
    """Reads the lines that a template printed."""

    def __init__(self, sites: Sequence[Site]) -> None:
        self.made, self.printed = Maker(), list[Printed]()
        self._sites, self._site, self._offset = sites, sites[0], 0
        self._end = -1
        """Where the last line that was kept ends; -1: none is."""

    def read(self, line: str) -> None:
        """Read one of them."""
        pieces: list[tuple[str, int, Site]] = []
        first = None
        for piece in _MARKS.split(line):
            index = marks.site_of(piece)
            if index is None:
                if piece and not piece.startswith(marks.GONE):
                    pieces.append((piece, self._offset, self._site))
                self._go_on(len(piece))
                continue
            self._site = self._sites[index]
            self._offset = self._site.offset
            first = self._offset if first is None else first
        if marks.GONE not in line or any(piece.strip() for piece, *_ in pieces):
            self._keep(pieces, line)
            self._end = self._offset if first is None or marks.clean(line) else first
        self._go_on(1)

    def _go_on(self, characters: int) -> None:
        self._offset += characters if self._site.expression is None else 0

    def _keep(self, pieces: Sequence[tuple[str, int, Site]], line: str) -> None:
        """Take over a line; spaces before a comment or a tag at its end are none of the text."""
        text = whole = marks.clean(line)
        if line.rstrip().endswith(marks.GONE):
            text = whole.rstrip()
        if self._end >= 0:
            self.made.add("\n", self._end)
        left = len(text)
        for piece, offset, site in pieces:
            if left > 0:
                self.made.add(piece[:left], offset, still=site.expression is not None)
                self.printed += [Printed(int(found[1]), site, text) for found in marks.VALUE.finditer(piece)]
            left -= len(piece)
