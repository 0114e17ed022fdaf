"""Runs to lines: greedy filling, left aligned, with breaks at spaces, after hyphens and inside long addresses.

The words of a line end in the space that they were broken at, so that what is read aloud keeps its words apart. Soft
hyphens break a word and are shown only there. Justified setting and automatic hyphenation are not for these papers.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace

from reportgen.pdf.lettering import Lettering
from reportgen.pdf.runs import Run

_SPACES = re.compile(r"([ \t\n\u2000-\u2006\u2008-\u200a]+)")
_AFTER_HYPHEN = re.compile(r"(?<=[^\W\d_]{2}[-\u2010\u2013])(?=[^\W\d_]{2})|(?<=\u2014)(?=\w)|(?<=\u200b)|(?<=\u00ad)")
_IN_ADDRESS = re.compile(r"(?<=[/.?&=_%@-])(?=[^/.?&=_%@\s-]{2})")
_MAIL = re.compile(r"[\w.+-]+@[\w-]+\.\w")
_LONG = 25
"""Characters from which a word may be broken like an address."""
SOFT_HYPHEN = "\u00ad"


@dataclass(frozen=True, slots=True)
class Piece:
    """Characters of one run on one line; `hyphen` shows a soft hyphen at its end."""

    run: Run
    text: str
    width: float
    hyphen: bool = False


@dataclass(frozen=True, slots=True)
class Line:
    """What stands on a line; `width` leaves the last space out."""

    pieces: tuple[Piece, ...]
    width: float


@dataclass(slots=True)
class _Chunk:
    """What can't be broken, and the space that it may be broken at."""

    pieces: list[Piece] = field(default_factory=list)
    space: Piece | None = None
    ends_line: bool = False

    @property
    def width(self) -> float:
        return sum(piece.width for piece in self.pieces)


class Breaker:
    """Breaks the runs of a paragraph into lines, as often as asked, measuring once."""

    def __init__(self, runs: Sequence[Run], lettering: Lettering) -> None:
        self._lettering = lettering
        self._chunks = list(_chunks(runs, self._piece))

    def lines(self, width: float, out: float = 0.0) -> list[Line]:
        """Lines of at most `width` points, the first `out` longer; what is wider is broken anywhere."""
        lines = list(self._fill(width, out))
        if len(lines) > 1 and _is_runt(lines[-1]) and not any(chunk.ends_line for chunk in self._chunks):
            for share in (0.98, 0.96, 0.94, 0.92):
                if width * share < self._widest():
                    break
                other = list(self._fill(width * share, out))
                if len(other) == len(lines) and not _is_runt(other[-1]):
                    return other
        return lines

    def balanced(self, width: float) -> list[Line]:
        """As few lines as `lines`, of about one length: for titles."""
        count = len(list(self._fill(width)))
        low, high = 0.0, width
        while high - low > 1:
            middle = (low + high) / 2
            if self._widest() <= middle and len(list(self._fill(middle))) <= count:
                high = middle
            else:
                low = middle
        return list(self._fill(high))

    def narrowest(self) -> float:
        """The width of the widest word."""
        return self._widest()

    def natural(self) -> float:
        """The width of the longest line where nothing is broken but at line ends."""
        return max((line.width for line in self._fill(float("inf"))), default=0.0)

    def _widest(self) -> float:
        return max((chunk.width for chunk in self._chunks), default=0.0)

    def _piece(self, run: Run, text: str) -> Piece:
        return Piece(run, text, self._lettering.width(text, run.look.style, run.look.size))

    def _fill(self, width: float, out: float = 0.0) -> Iterator[Line]:
        line: list[_Chunk] = []
        used = -out
        for chunk in self._fitting(width):
            gap = line[-1].space.width if line and line[-1].space else 0.0
            if line and used + gap + chunk.width + self._hyphen(chunk) > width + 1e-6:
                yield self._line(line)
                line, used, gap = [], 0.0, 0.0
            line.append(chunk)
            used += gap + chunk.width
            if chunk.ends_line:
                yield self._line(line)
                line, used = [], 0.0
        if line:
            yield self._line(line)

    def _hyphen(self, chunk: _Chunk) -> float:
        return self._piece(chunk.pieces[-1].run, "-").width if _is_soft(chunk) else 0.0

    def _fitting(self, width: float) -> Iterator[_Chunk]:
        """The chunks, those wider than a line cut into characters."""
        for chunk in self._chunks:
            if chunk.width <= width + 1e-6:
                yield chunk
                continue
            letters = [self._piece(piece.run, letter) for piece in chunk.pieces for letter in piece.text]
            for letter in letters[:-1]:
                yield _Chunk([letter])
            yield _Chunk(letters[-1:], chunk.space, chunk.ends_line)

    def _line(self, chunks: Sequence[_Chunk]) -> Line:
        pieces: list[Piece] = []
        for chunk in chunks:
            pieces.extend(chunk.pieces)
            if chunk.space is not None:
                pieces.append(chunk.space)
        if _is_soft(chunks[-1]):
            hyphen = self._piece(pieces[-1].run, "-")
            pieces.append(replace(hyphen, hyphen=True))
        last = chunks[-1].space
        width = sum(piece.width for piece in pieces) - (last.width if last else 0.0)
        return Line(tuple(self._joined(pieces)), width)

    def _joined(self, pieces: Iterable[Piece]) -> Iterator[Piece]:
        """Neighbours of one run as one piece: fewer operators, the same picture."""
        waiting: Piece | None = None
        for piece in pieces:
            if waiting is not None and waiting.run is piece.run and not piece.hyphen:
                waiting = Piece(piece.run, waiting.text + piece.text, waiting.width + piece.width)
                continue
            if waiting is not None:
                yield waiting
            waiting = piece
        if waiting is not None:
            yield waiting


def _is_soft(chunk: _Chunk) -> bool:
    return bool(chunk.pieces) and chunk.pieces[-1].text.endswith(SOFT_HYPHEN)


def _is_runt(line: Line) -> bool:
    text = "".join(piece.text for piece in line.pieces).strip()
    return len(text) < 7 and " " not in text


def _chunks(runs: Sequence[Run], measured: Callable[[Run, str], Piece]) -> Iterator[_Chunk]:
    chunk = _Chunk()
    for run in runs:
        if run.ends_line:
            chunk.space, chunk.ends_line = measured(run, " "), True
            yield chunk
            chunk = _Chunk()
            continue
        for text, is_space in _tokens(run.text):
            if is_space:
                if chunk.pieces:
                    chunk.space = measured(run, " ")
                    yield chunk
                    chunk = _Chunk()
            else:
                *closed, last = _breakable(text)
                for part in closed:
                    chunk.pieces.append(measured(run, part))
                    yield chunk
                    chunk = _Chunk()
                chunk.pieces.append(measured(run, last))
    if chunk.pieces:
        yield chunk


def _tokens(text: str) -> Iterator[tuple[str, bool]]:
    for index, token in enumerate(_SPACES.split(text)):
        if token:
            yield token, index % 2 == 1


def _breakable(word: str) -> list[str]:
    if "://" in word or word.startswith("www.") or _MAIL.match(word) or len(word) > _LONG:
        return [part for part in _IN_ADDRESS.split(word) if part]
    return [part for part in _AFTER_HYPHEN.split(word) if part] or [word]
