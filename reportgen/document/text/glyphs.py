"""Characters that no font of the house has, told where the author wrote them.

Only what reaches the paper is looked at: what a link leads to, what an alternative text says and which rows are chosen
is not printed. The layout looks once more at the finished document (`reportgen.pdf.coverage`), the drawing of charts at
their labels: for what is caught only there, the place is that of the block.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Container, Iterable, Iterator, Mapping
from itertools import groupby

from reportgen.document.data.select import Selected
from reportgen.document.inlines import Text, Value
from reportgen.fonts import Chain
from reportgen.problems import Place, Problems
from reportgen.source.model import Phrase, Row

_MOST_NAMED = 6
PRESENTATION = frozenset("\ufe0e\ufe0f\u20e3\U0001f3fb\U0001f3fc\U0001f3fd\U0001f3fe\U0001f3ff")
"""Characters that say how an emoji looks, and have no name of their own worth reading."""
_RIGHT_TO_LEFT = ("R", "AL")
"""Classes of Hebrew, Arabic and their like (Unicode Standard Annex 9)."""


class Glyphs:
    """Tells of characters that the fonts of a house lack: one problem for a run of text."""

    def __init__(self, chain: Chain, problems: Problems) -> None:
        self._chain, self._problems = chain, problems

    def check(self, text: str, place: Callable[[int], Place]) -> None:
        """A text of the author's; `place` finds where one of its characters stands."""
        missing = "" if text.isascii() else self._chain.missing(text)
        if missing:
            self._problems.add("glyph-missing", place(text.index(missing[0])), _message(missing), _hint(missing))

    def named(self, text: str) -> Iterator[tuple[str, bool]]:
        """A text in pieces: as it stands, or, of a sign such as an emoji that no font has, its name."""
        missing = "" if text.isascii() else self._chain.missing(text)
        signs = {one for one in missing if unicodedata.category(one) == "So" or one in PRESENTATION}
        if not signs:
            yield text, False
            return
        signs |= PRESENTATION
        for is_sign, group in groupby(text, key=lambda one: one in signs):
            if not is_sign:
                yield "".join(group), False
                continue
            for sign in group:
                if sign not in PRESENTATION:
                    yield unicodedata.name(sign, f"U+{ord(sign):04X}").lower(), True

    def check_run(self, parts: Iterable[tuple[int, Text | Value]], place: Callable[[int], Place]) -> None:
        """The same for words and values with their offsets: a value from a single cell or fact is told there."""
        for begin, part in parts:
            if isinstance(part, Text):
                self.check(part.text, lambda offset, begin=begin: place(begin + offset))  # type: ignore[misc]
            else:
                found = part.records[0].place if len(part.records) == 1 else part.place
                self.check_phrase(Phrase(part.text, found))

    def check_phrase(self, phrase: Phrase) -> None:
        """A text at its place; also one that stands in another file, or whose line is not read again."""
        self.check(phrase.text, lambda _: phrase.place)

    def check_columns(
        self, selected: Selected, names: Container[str], titles: Mapping[str, Phrase] | None = None
    ) -> None:
        """The cells of some columns, each at its place in the table's file, and their titles (other ones if given)."""
        for column in selected.columns:
            if column.name in names:
                self.check_phrase((titles or {}).get(column.name) or Phrase(column.title, column.place))
                for row in selected.rows:
                    self.check_cell(row, column.name)

    def check_cell(self, row: Row, column: str) -> None:
        """One cell that is printed as it stands."""
        cell = row.cells[column]
        if isinstance(cell.value, str):
            self.check_phrase(Phrase(cell.value, cell.place))


def _hint(missing: str) -> str:
    """ "" for the usual one; no font helps where a line would have to run the other way."""
    backwards = any(unicodedata.bidirectional(character) in _RIGHT_TO_LEFT for character in missing)
    return "text that runs from right to left can't be set: write it in Latin letters, or as a picture" * backwards


def _message(missing: str) -> str:
    if len(missing) == 1:
        name = unicodedata.name(missing, f"U+{ord(missing):04X}").lower()
        return f"no font has the character '{missing}' ({name})"
    return f"no font has the characters {_listed(missing)}"


def _listed(characters: str) -> str:
    more = "" if len(characters) <= _MOST_NAMED else f" and {len(characters) - _MOST_NAMED} more"
    return " ".join(characters[:_MOST_NAMED]) + more
