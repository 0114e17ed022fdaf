"""What a paper's texts are held against once they are read, as tables: a line for each check.

What can be told of a text alone is told where it is read; here stands what needs the whole paper.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import cached_property

from reportgen.dates import PartialDate
from reportgen.document.blocks import ChangesPlace, Cover, PageBreak, Section
from reportgen.document.reading.draft import Standing
from reportgen.document.style.check import check
from reportgen.document.style.facts import PrintedData, check_facts
from reportgen.document.style.numbers import check_numbers
from reportgen.document.style.prose import Prose
from reportgen.document.style.shares import check_shares
from reportgen.document.style.tentative import check_tentative
from reportgen.document.style.typed import check_typed
from reportgen.document.text.desk import Desk
from reportgen.document.text.notes import check_calls, check_doubles
from reportgen.document.text.page import Page
from reportgen.document.tree import blocks, sections
from reportgen.frozen import frozen
from reportgen.problems import Place


@frozen
class Reading:
    """A paper as read, before it is known to be without fault; `today`: see `read`."""

    desk: Desk
    pages: tuple[Page, ...]
    """The author's own texts and the standing ones, in reading order."""
    own: tuple[Page, ...]
    """The author's own, key facts among them."""
    cover: Cover
    sections: tuple[Section, ...]
    standing: tuple[Standing, ...]
    today: PartialDate | None

    @property
    def torn(self) -> bool:
        """Whether a fault hides a part of a text."""
        return any(page.torn for page in self.pages)

    @cached_property
    def prose(self) -> Prose:
        """What its author wrote, as the rules of style read it."""
        desk = self.desk
        cited, values = frozenset(desk.cited), desk.spelling.values
        return Prose(desk.briefing, self.cover.brief, self.sections, cited, self.own, values, desk.outline)


Check = Callable[[Reading], None]
"""Reports to the problems of the reading's desk."""


def check_reading(reading: Reading) -> None:
    """Report what is wrong with a paper; of one with a torn text only what does not hang on the part that is hidden."""
    for one in CHECKS:
        one(reading)
    if reading.torn:
        _drop_follow_ups(reading)
        return
    for one in CHECKS_OF_WHOLE_TEXTS:
        one(reading)


def _drop_follow_ups(reading: Reading) -> None:
    """Drop what may be there, in the text that a fault of its file hides: notes of that file, targets anywhere."""
    problems = reading.desk.problems
    torn = {page.origin.place(0).file for page in reading.pages if page.torn}
    problems.found[:] = [
        problem
        for problem in problems.found
        if problem.rule != "crossref-unknown"
        and not (problem.rule in {"footnote-unknown", "footnote-unused"} and problem.place.file in torn)
    ]


# --- one function a check --------------------------------------------------------------------------------------------
def _repeats(reading: Reading) -> None:
    reading.desk.repeats.tell(reading.desk.problems)


def _notes(reading: Reading) -> None:
    """Notes that stand twice or that nothing calls."""
    for page in reading.pages:
        check_doubles(reading.desk, page)
        check_calls(reading.desk, page)


def _empty(reading: Reading) -> None:
    """Files without text, and a paper without any that no other fault explains."""
    problems, files = reading.desk.problems, reading.desk.briefing.texts
    for text in files:
        if not text.text.strip():
            problems.add("text-empty", Place(text.path, 1, 1), "this file is empty")
    if files and not reading.sections and not problems.errors:
        place = Place(files[0].path, 1, 1)
        problems.add("text-missing", place, "the paper has no text: none stands in the files of text/")


def _free_blocks(reading: Reading) -> None:
    """Page breaks, and a block of changes, that stand on the cover, in a standing text, or inside another block; and
    changes that stand again."""
    problems, back = reading.desk.problems, [block for text in reading.standing for block in text.blocks]
    parts = [part for section in sections(reading.sections) for part in section.blocks]
    free = [part for part in parts if isinstance(part, ChangesPlace | PageBreak)]
    changes = [part for part in free if isinstance(part, ChangesPlace)]
    every = blocks((*reading.cover.brief, *reading.sections, *back))
    for block in (block for block in every if isinstance(block, ChangesPlace | PageBreak)):
        if not any(block is one for one in free):
            what = "the changes" if isinstance(block, ChangesPlace) else "a page break"
            hint = "write it in a file of text/, inside no other block"
            problems.add("block-syntax", block.place, f"{what} can't stand here", hint)
        elif isinstance(block, ChangesPlace) and block is not changes[0]:
            message = f"the changes stand already at {changes[0].place}"
            problems.add("block-syntax", block.place, message, "remove one of the two blocks")


def _style(reading: Reading) -> None:
    check(reading.prose, reading.desk.problems)


def _tentative(reading: Reading) -> None:
    check_tentative(reading.prose, reading.cover, reading.desk.words, reading.desk.problems)


def _numbers(reading: Reading) -> None:
    desk = reading.desk
    if "number-unbound" not in desk.briefing.off:  # a quarter of the time of a reading
        check_numbers(desk.briefing, desk.words, reading.own, desk.spelling.values, desk.problems)


def _typed(reading: Reading) -> None:
    check_typed(reading.prose, reading.desk.problems)


def _facts(reading: Reading) -> None:
    desk = reading.desk
    shown = PrintedData(desk.spelling.values, reading.sections, [chart.selected for chart in desk.charts])
    check_facts(desk.briefing, shown, reading.today, desk.problems)


def _shares(reading: Reading) -> None:
    for table in reading.desk.briefing.tables.values():
        check_shares(table, reading.desk.problems)


CHECKS: tuple[Check, ...] = (_repeats, _notes, _empty)
"""What is told of every paper, in the order in which it is told."""

CHECKS_OF_WHOLE_TEXTS: tuple[Check, ...] = (_free_blocks, _style, _tentative, _numbers, _typed, _facts, _shares)
"""What can be told only where no fault hides a part of a text."""
