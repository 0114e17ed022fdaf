"""Runs to lines: greedy filling, left aligned, with breaks at spaces, after dashes and inside long addresses.

The words of a line end in the space that they were broken at, so that what is read aloud keeps its words apart. Soft
hyphens break a word and are shown only there. A word is broken at its own hyphen only where no line holds it: programs
take a hyphen at a line's end for a soft one, and drop it from what is copied. Justified setting and automatic
hyphenation are not for these papers.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import groupby
from typing import NamedTuple

from reportgen.pdf.lettering import Lettering
from reportgen.pdf.runs import Run, notes_in
from reportgen.pdf.word_breaks import LAST_RESORTS, breakable

_SPACES = re.compile(r"([ \t\n\u2000-\u2006\u2008-\u200a]+)")
SOFT_HYPHEN = "\u00ad"
_FUZZ = 1e-6
_NARROWER = (0.98, 0.96, 0.94, 0.92)
"""Shares of the measure, tried in turn, that bring a second word down to a paragraph's last line. Our taste: at less
than nine tenths the ragged edge looks like a mistake."""
_SHORT_LAST_LINE = 7
"""A last line of one word with fewer characters than this is a runt. Our taste: it looks lost under its paragraph."""


class Piece(NamedTuple):
    """Characters of one run on one line; `hyphen` shows a soft hyphen at its end."""

    run: Run
    text: str
    width: float
    hyphen: bool = False


class TextLine(NamedTuple):
    """What stands on a line; `width` leaves the last space out."""

    pieces: tuple[Piece, ...]
    width: float


class _Broken(NamedTuple):
    """Lines, and for each the number of the chunk that follows it."""

    lines: list[TextLine]
    ends: list[int]


class _Chunk(NamedTuple):
    """What can't be broken, and the space that it may be broken at; `hyphen` is the width of what a break shows."""

    pieces: list[Piece]
    width: float
    space: Piece | None = None
    gap: float = 0.0
    hyphen: float = 0.0
    ends_line: bool = False


class LineBreaker:
    """The runs of a paragraph, measured once, and the lines that they make in a column of a given width.

    Lines are broken once for each width. All parts that show the paragraph share its breaker, so that a page number in
    it can be set again (`renumber`).
    """

    def __init__(self, runs: Sequence[Run], lettering: Lettering) -> None:
        self._lettering = lettering
        self._known: dict[tuple[float, float, bool], _Broken] = {}
        self._set(tuple(runs))

    def _set(self, runs: tuple[Run, ...]) -> None:
        self.runs, self.notes = runs, tuple(notes_in(runs))
        self._chunks = _chunks(runs, self._lettering)
        self._widest = max((chunk.width for chunk in self._chunks), default=0.0)
        self._has_breaks = any(chunk.ends_line for chunk in self._chunks)

    def lines(self, width: float, hanging_indent: float = 0.0, *, balanced: bool = False) -> list[TextLine]:
        """Lines of at most `width` points, the first `hanging_indent` longer; what is wider is broken anywhere.

        `balanced` makes as few lines, of about one length: for titles.
        """
        key = round(width, 5), hanging_indent, balanced
        if key not in self._known:
            self._known[key] = self._balanced(width) if balanced else self._broken(width, hanging_indent)
        return self._known[key].lines

    def renumber(self, pages: Mapping[str, int]) -> bool:
        """Print the page numbers of `pages`, by anchor; whether any line that was asked for now ends elsewhere."""
        runs = tuple(
            replace(run, text=str(pages[run.page])) if run.page and run.page in pages else run for run in self.runs
        )
        if all(new.text == old.text for new, old in zip(runs, self.runs, strict=True)):
            return False
        before, self._known = self._known, {}
        self._set(runs)
        for width, hanging_indent, balanced in before:
            self.lines(width, hanging_indent, balanced=balanced)
        return any(self._known[key].ends != broken.ends for key, broken in before.items())

    def narrowest(self, *, hyphens: bool = False) -> float:
        """The width of the widest word; with `hyphens` words may be broken at theirs, and at dots."""
        if not hyphens:
            return self._widest
        parts = self._chunks
        for pattern in LAST_RESORTS:
            parts = [part for chunk in parts for part in _at(pattern, chunk, self._lettering)]
        return max((part.width for part in parts), default=0.0)

    def natural(self) -> float:
        """The width of the longest line where nothing is broken but at line ends."""
        longest = used = gap = 0.0
        for chunk in self._chunks:
            used += gap + chunk.width
            gap = chunk.gap
            longest = max(longest, used)
            if chunk.ends_line:
                used = gap = 0.0
        return longest

    def on_two_lines(self) -> float:
        """The width that it takes on two lines, or on as many as it has line ends for."""
        whole = self.natural()
        if any(chunk.ends_line for chunk in self._chunks[:-1]):
            return whole
        first, least = 0.0, whole
        for chunk in self._chunks:
            first += chunk.width
            least = min(least, max(first, whole - first - chunk.gap))
            first += chunk.gap
        return least

    def _broken(self, width: float, hanging_indent: float) -> _Broken:
        chunks = self._fitting(width)
        ends = _ends(chunks, width, hanging_indent)
        lines = _lines(chunks, ends, self._lettering)
        if len(lines) > 1 and _is_short_last_line(lines[-1]) and not self._has_breaks:
            for share in _NARROWER:
                if width * share < self._widest:
                    break
                other = _ends(chunks, width * share, hanging_indent)
                if len(other) == len(lines):
                    narrower = _lines(chunks, other, self._lettering)
                    if not _is_short_last_line(narrower[-1]):
                        return _Broken(narrower, other)
        return _Broken(lines, ends)

    def _balanced(self, width: float) -> _Broken:
        count = len(_ends(self._fitting(width), width))
        low, high = 0.0, width
        while high - low > 1:
            middle = (low + high) / 2
            if self._widest <= middle and len(_ends(self._chunks, middle)) <= count:
                high = middle
            else:
                low = middle
        chunks = self._fitting(high)
        ends = _ends(chunks, high)
        return _Broken(_lines(chunks, ends, self._lettering), ends)

    def _fitting(self, width: float) -> list[_Chunk]:
        """The chunks, those wider than a line cut at their hyphens or dots, or into characters."""
        if self._widest <= width + _FUZZ:
            return self._chunks
        return [part for chunk in self._chunks for part in self._cut(chunk, width)]

    def _cut(self, chunk: _Chunk, width: float) -> Iterator[_Chunk]:
        if chunk.width <= width + _FUZZ or any(piece.run.formula for piece in chunk.pieces):
            yield chunk
            return
        for pattern in LAST_RESORTS:
            if len(parts := _at(pattern, chunk, self._lettering)) > 1:
                yield from (letter for part in parts for letter in self._cut(part, width))
                return
        letters = [_piece(piece.run, letter, self._lettering) for piece in chunk.pieces for letter in piece.text]
        for letter in letters[:-1]:
            yield _Chunk([letter], letter.width)
        yield chunk._replace(pieces=letters[-1:], width=letters[-1].width)


def _ends(chunks: Sequence[_Chunk], width: float, hanging_indent: float = 0.0) -> list[int]:
    """For each line the number of the chunk that follows it."""
    ends: list[int] = []
    used, gap, begun = -hanging_indent, 0.0, False
    for index, chunk in enumerate(chunks):
        if begun and used + gap + chunk.width + chunk.hyphen > width + _FUZZ:
            ends.append(index)
            used = gap = 0.0
        used += gap + chunk.width
        gap, begun = chunk.gap, True
        if chunk.ends_line:
            ends.append(index + 1)
            used, gap, begun = 0.0, 0.0, False
    if begun:
        ends.append(len(chunks))
    return ends


def _lines(chunks: Sequence[_Chunk], ends: Sequence[int], lettering: Lettering) -> list[TextLine]:
    return [_line(chunks[start:end], lettering) for start, end in zip([0, *ends], ends, strict=False)]


def _line(chunks: Sequence[_Chunk], lettering: Lettering) -> TextLine:
    pieces: list[Piece] = []
    for chunk in chunks:
        pieces += chunk.pieces
        if chunk.space is not None:
            pieces.append(chunk.space)
    last = chunks[-1]
    if last.hyphen:
        pieces.append(_piece(pieces[-1].run, "-", lettering)._replace(hyphen=True))
    joined = tuple(_joined(pieces))
    return TextLine(joined, sum([piece.width for piece in joined]) - last.gap)


def _joined(pieces: Sequence[Piece]) -> Iterator[Piece]:
    """Neighbours of one run as one piece: fewer operators, the same picture."""
    for _, group in groupby(pieces, key=lambda piece: (id(piece.run), piece.hyphen)):
        same = list(group)
        run, _, _, hyphen = same[0]
        yield Piece(run, "".join([piece.text for piece in same]), sum([piece.width for piece in same]), hyphen)


def _is_short_last_line(line: TextLine) -> bool:
    text = "".join(piece.text for piece in line.pieces).strip()
    return len(text) < _SHORT_LAST_LINE and " " not in text


def _piece(run: Run, text: str, lettering: Lettering) -> Piece:
    return Piece(run, text, lettering.width(text, run.look.style, run.look.size))


def _chunks(runs: Sequence[Run], lettering: Lettering) -> list[_Chunk]:
    made: list[_Chunk] = []
    pieces: list[Piece] = []
    for run in runs:
        size, measured = run.look.size / 1000, lettering.measured(run.look.style)
        space = Piece(run, " ", measured(" ") * size)
        if run.ends_line:
            made.append(_chunk(pieces, lettering, space)._replace(ends_line=True))
            pieces = []
            continue
        if run.formula:
            pieces.append(Piece(run, run.text, run.formula.width * run.scale))
            continue
        for index, word in enumerate(_SPACES.split(run.text)):
            if index % 2:
                if pieces:
                    made.append(_chunk(pieces, lettering, space))
                    pieces = []
            elif word:
                *closed, last = breakable(word)
                for part in closed:
                    made.append(_chunk([*pieces, Piece(run, part, measured(part) * size)], lettering))
                    pieces = []
                pieces.append(Piece(run, last, measured(last) * size))
    return [*made, _chunk(pieces, lettering)] if pieces else made


def _chunk(pieces: list[Piece], lettering: Lettering, space: Piece | None = None) -> _Chunk:
    gap = space.width if space else 0.0
    if len(pieces) == 1 and pieces[0].text[-1] != SOFT_HYPHEN:  # nearly all
        return _Chunk(pieces, pieces[0].width, space, gap)
    soft = bool(pieces) and pieces[-1].text.endswith(SOFT_HYPHEN)
    hyphen = _piece(pieces[-1].run, "-", lettering).width if soft else 0.0
    return _Chunk(pieces, sum(piece.width for piece in pieces), space, gap, hyphen)


def _at(pattern: re.Pattern[str], chunk: _Chunk, lettering: Lettering) -> list[_Chunk]:
    """A chunk in the parts that a pattern makes of it; the space is the last one's."""
    parts: list[list[Piece]] = [[]]
    for piece in chunk.pieces:
        first, *others = pattern.split(piece.text)
        parts[-1].append(_piece(piece.run, first, lettering) if others else piece)
        parts += [[_piece(piece.run, text, lettering)] for text in others]
    if len(parts) == 1:
        return [chunk]
    *heads, last = [_chunk(pieces, lettering) for pieces in parts]
    return [*heads, chunk._replace(pieces=last.pieces, width=last.width)]
