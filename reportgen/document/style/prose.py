"""What the authors of a paper wrote themselves, as the rules of style read it: paragraphs, sentences, words."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import field
from functools import cached_property

from reportgen.document.blocks import Block, Quotation, Section
from reportgen.document.inlines import Code, Formula, Text, Value, plain
from reportgen.document.style.bare_numbers import GONE, QUOTED
from reportgen.document.style.runs import TextRun, cell_runs, runs
from reportgen.document.text.outline import Targets
from reportgen.document.text.page import Page
from reportgen.document.tree import Passage, sections, texts
from reportgen.frozen import frozen
from reportgen.language import Words, words_for
from reportgen.problems import Place
from reportgen.source.model import Briefing

_END = re.compile(r"(?<=[.!?…])[”’»\")\]\s]*\s+(?![a-zß-öø-ÿ])")
"""Between two sentences. "Mr. Hollis" is split too, but no number from its word: a sentence is rather taken for too
short than for too long."""
_SHOWN = 40
_GROUPED = re.compile(r"(?<=\d)[\u00a0\u202f](?=\d)")


@frozen
class Prose:
    """The text of one paper, read."""

    briefing: Briefing
    brief: tuple[Block, ...]
    """What stands on the cover."""
    parts: tuple[Section, ...]
    cited: frozenset[str]
    pages: tuple[Page, ...] = ()
    """What all of it was read from."""
    values: Sequence[Value] = ()
    """What the marks of the pages stand for."""
    outline: Targets = field(default_factory=lambda: Targets({}))
    """What a cross-reference may name."""

    @property
    def words(self) -> Words:
        """The words of its language."""
        return words_for(self.briefing.meta.language)

    @cached_property
    def sections(self) -> list[Section]:
        """Every section, at any depth, in reading order."""
        return list(sections(self.parts))

    @cached_property
    def paragraphs(self) -> list[Passage]:
        """Every paragraph in reading order, the cover's first."""
        return [*own(self.brief), *(one for section in self.sections for one in own(section.blocks))]

    @cached_property
    def own_runs(self) -> list[TextRun]:
        """The runs of its words, with those of its values: many rules look through them."""
        return [run for page in self.pages for run in runs(page, self.values, said=True)]

    @cached_property
    def cell_runs(self) -> list[TextRun]:
        """The runs of words in the cells of tables that are drawn in the text."""
        return [run for page in self.pages for run in cell_runs(page, self.values)]

    def place(self, begin: Place, said: str | re.Pattern[str], *, quoted: bool = False) -> Place:
        """Where the words `said` stand in what begins on the line of `begin`; `begin` where that is not known.

        Words in quotation marks are none of its author's, unless `quoted`.
        """
        wanted = re.compile(r"\s+".join(map(re.escape, said.split()))) if isinstance(said, str) else said
        for run in self._runs.get((begin.file, begin.line), ()):
            own = run.whole if quoted else QUOTED.sub(lambda words: GONE * len(words[0]), run.whole)
            if found := wanted.search(own):
                return run.place(found.start())
        return begin

    def lines(self, begin: Place) -> range:
        """The lines of its file on which what begins at `begin` stands."""
        found = self._runs.get((begin.file, begin.line), ())
        return range(begin.line, max([begin.line, *(run.place(max(run.length - 1, 0)).line for run in found)]) + 1)

    @cached_property
    def _runs(self) -> dict[tuple[str, int], list[TextRun]]:
        """The runs of words by where they begin."""
        found: dict[tuple[str, int], list[TextRun]] = {}
        for run in self.own_runs:
            place = run.place(0)
            found.setdefault((place.file, place.line), []).append(run)
        return found


def own(parts: Iterable[Block | Section]) -> Iterator[Passage]:
    """The paragraphs of a section without those of sections inside it, and without words of others."""
    return (passage for passage in texts(parts, without=(Section, Quotation)) if passage.role == "body")


def shortened(text: str) -> str:
    """A text, or its begin, as a message shows it."""
    return text if len(text) <= _SHOWN else f"{text[:_SHOWN].rstrip()}…"


_AS_WORD = {Formula: Text("[formula]"), Code: Text("[code]")}


def sentences(paragraph: Passage, words: Words) -> list[str]:
    """The sentences of a paragraph; a formula, and code, is one word."""
    content = paragraph.content
    if any(isinstance(one, Code | Formula) for one in content):
        content = tuple(_AS_WORD.get(type(one), one) for one in content)
    return [sentence for sentence in _rejoined(_END.split(plain(content)), words) if _says(sentence)]


def _rejoined(pieces: Sequence[str], words: Words) -> Iterator[str]:
    """The pieces, those put together that the full stop of a short word before a number parts: "art. R. 421-1"."""
    shortened = words.form(r"(?<!\w)(?:«shortened»|«numbered»|(?-i:[A-Z]))\.\Z")
    held = ""
    for piece in pieces:
        if held and (piece[:1].isdigit() or (piece[:1].isupper() and piece[1:] == ".")) and shortened.search(held):
            held = f"{held} {piece}"
            continue
        if held:
            yield held
        held = piece
    if held:
        yield held


def words_of(sentence: str) -> list[str]:
    """Its words; a number is one, however its digits are grouped, and a sign is none.

    >>> words_of("In 2022, 12\u202f000 people – half of them – left.")
    ['In', '2022,', '12000', 'people', 'half', 'of', 'them', 'left.']
    """
    return [word for word in _GROUPED.sub("", sentence).split() if word.isalnum() or _says(word)]


def _says(text: str) -> bool:
    """Whether there is a letter or a digit in it."""
    return any(map(str.isalnum, text))
