"""A value of the data as templates and tables see it: what it is, its words, and where it comes from.

Nothing here knows of Jinja, of tables or of Markdown: `lookups` makes the values of cells, `filters` changes their words.
"""

from __future__ import annotations

from dataclasses import dataclass

from reportgen.document import inlines
from reportgen.document.inlines import Record
from reportgen.language import Words
from reportgen.problems import NOWHERE, Place
from reportgen.source.model import Column, ColumnType, Fact, Scalar, Table


class Fault(Exception):
    """A value that can't be had or computed: `rule` of `reportgen.rules`, `message` for the author, `hint` what to do."""

    def __init__(self, rule: str, message: str, hint: str = "") -> None:
        self.rule, self.message, self.hint = rule, message, hint
        super().__init__(message)


@dataclass(frozen=True, slots=True)
class Form:
    """How values of a column are put in words."""

    words: Words
    type: ColumnType = "number"
    unit: str = ""
    decimals: int | None = None

    def show(self, value: Scalar) -> str:
        """`value` in words; a missing one is an en dash."""
        raise NotImplementedError


def column_form(table: Table, column: Column, words: Words) -> Form:
    """The form of a column: without declared decimals every cell gets as many as the longest has."""
    raise NotImplementedError


def fact_form(fact: Fact, words: Words) -> Form:
    """The form of a fact."""
    raise NotImplementedError


class Datum:
    """A value with its words and its records; arithmetic keeps the records of both sides."""

    value: Scalar | tuple[object, ...]
    form: Form
    records: tuple[Record, ...]

    def node(self, place: Place = NOWHERE) -> inlines.Value:
        """What stands in the text."""
        raise NotImplementedError
