"""How pages stand at some point while they are filled, so that they can be filled anew; and what fits none."""

from __future__ import annotations

from reportgen.frozen import frozen
from reportgen.pdf.floats import Floats
from reportgen.pdf.notes import NoteFrame
from reportgen.pdf.page_master import PageMaster
from reportgen.pdf.parts import Part


@frozen
class State:
    """How things stand at some point: from there on pages can be filled anew, in another way."""

    pages: int
    begun: NoteFrame | None
    masters: tuple[PageMaster, PageMaster]
    floats: Floats
    placed: frozenset[str]
    waiting: tuple[Part, ...]
    raised: frozenset[int]


class TooTallError(Exception):
    """A part that fits no page; carries the part."""

    def __init__(self, part: Part) -> None:
        self.part = part
        super().__init__(str(part.place))
