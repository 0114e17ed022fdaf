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
WORD = re.compile(r"\w+")
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

    def place(self, begin: Place, said: str | re.Pattern[str], *, quoted: bool = False, word: str = "") -> Place:
        """Where the words `said` stand in what begins on the line of `begin`; `begin` where that is not known.

        Words in quotation marks are none of its author's, unless `quoted`. Where `said` begins with a `word`, it is
        looked for from where the text has that first: thousands may be asked for in one paragraph.
        """
        wanted = re.compile(r"\s+".join(map(re.escape, said.split()))) if isinstance(said, str) else said
        for one in self._runs.get((begin.file, begin.line), ()):
            first = one.firsts.get(word.casefold(), one.run.length) if word else 0
            if found := wanted.search(one.run.whole if quoted else one.own, first):
                return one.run.place(found.start())
        return begin

    def lines(self, begin: Place) -> range:
        """The lines of its file on which what begins at `begin` stands."""
        found = self._runs.get((begin.file, begin.line), ())
        ends = (one.run.place(max(one.run.length - 1, 0)).line for one in found)
        return range(begin.line, max([begin.line, *ends]) + 1)

    @cached_property
    def _runs(self) -> dict[tuple[str, int], list[_Run]]:
        """The runs of words by where they begin."""
        found: dict[tuple[str, int], list[_Run]] = {}
        for run in self.own_runs:
            place = run.place(0)
            found.setdefault((place.file, place.line), []).append(_Run(run))
        return found


@frozen
class _Run:
    """A run of words, which is looked through again and again."""

    run: TextRun

    @cached_property
    def own(self) -> str:
        """Its words without those in quotation marks, in whose place as many other characters stand."""
        return QUOTED.sub(lambda words: GONE * len(words[0]), self.run.whole)

    @cached_property
    def firsts(self) -> dict[str, int]:
        """Where each word stands first in its own words, whatever its case."""
        return first_places(self.own)


def first_places(text: str) -> dict[str, int]:
    """Where each word stands first in a text, whatever its case."""
    found: dict[str, int] = {}
    for word in WORD.finditer(text):
        found.setdefault(word[0].casefold(), word.start())
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
