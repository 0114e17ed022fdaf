"""Where the reader of a line is."""

from __future__ import annotations

from dataclasses import dataclass, field

from reportgen.document.markdown.parsing import Node
from reportgen.document.text.desk import Desk
from reportgen.document.text.notes import Manner
from reportgen.document.text.page import Page
from reportgen.problems import Place


@dataclass(slots=True)
class Cursor:
    """Where the reader is: `inside` names what it is in.

    "note" and "link" must not be nested; "title" (of the paper) and "date" (of an event) call no notes. "caption" is
    the small print of a chart or a table, "sources" a cell of nothing but citations: both name a source in words, for a
    number would send the reader away. "origin" says where a picture comes from. "cell" is one of a table.
    """

    desk: Desk
    page: Page
    inside: frozenset[str] = frozenset()
    sourced: set[str] = field(default_factory=set)
    """The sources that values of this run have been printed with."""
    tail: str = ""
    """The end of what stands before, in this run of text."""
    holders: set[str] = field(default_factory=set)
    """The anchors of the notes that hold them (`citing`)."""

    def place(self, node: Node, offset: int = 0) -> Place:
        """Where the author wrote one of the characters of a token."""
        return self.page.place(node, offset)

    def problem(self, rule: str, node: Node, message: str, hint: str = "") -> None:
        """Note a fault where a token stands."""
        self.desk.problem(rule, self.place(node), message, hint)

    @property
    def note(self) -> int:
        """The number of the note that is read; 0 for none."""
        return self.desk.notes if "note" in self.inside else 0

    @property
    def manner(self) -> Manner:
        """How a citation is printed here."""
        if "sources" in self.inside:
            return "short"
        return "whole" if self.inside & {"note", "caption"} else "called"
