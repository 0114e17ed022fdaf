"""Headings that are typed as lines of the text, as a word processor shows them: in capitals, in bold, with a number.

Such a line stands in no contents and in no outline of the paper, and who hears the paper can't go to it. A file without
any heading is told here too. Numbers before headings that are headings are `outline`'s.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import zip_longest

from reportgen.document.blocks import Block, Chart, Figure, List, Paragraph, Section, TableBlock
from reportgen.document.inlines import Strong, plain
from reportgen.document.markdown.heading_numbers import PART_ENDS
from reportgen.document.markdown.lists import number_of
from reportgen.document.style.capitals import as_meant
from reportgen.document.style.prose import Prose
from reportgen.document.text.page import Page
from reportgen.frozen import frozen
from reportgen.language import Words
from reportgen.problems import Place, Problems

_NUMBER = re.compile(
    r"(?P<name>\d{1,2}(?:\.\d{1,2}){0,3}|[A-Z]|[IVX]{1,5})(?P<dot>°?[.)]?)(?P<gap>[ \t\u00a0]+)(?=[^\W\d_])"
)
_ENDS = ".!?:;,…"
"""What a sentence ends with, or a line that leads to what stands below it."""
_LONGEST, _MOST_WORDS = 80, 10
"""Characters and words up to which a line may be a heading. Ours."""
_FEWEST_LETTERS = 4
"""Letters of a line in capitals: fewer are an abbreviation."""
_DEEPEST = 3
_LONG_FILE, _LONG_PAPER = 100, 250
"""Words of paragraphs from which on a file among others, and a paper, ought to have a heading. Ours."""


@frozen
class Line:
    """A line that looks like a heading."""

    text: str
    title: str
    """What the heading would be, without its number."""
    level: int
    place: Place


def typed_headings(prose: Prose) -> list[Line]:
    """The lines of the paper's own text that look like headings and are none."""
    order = _Order()
    return [line for section in prose.sections for line in _lines(section, prose.words, order)]


def _lines(section: Section, words: Words, order: _Order) -> Iterator[Line]:
    """Those of a section, after the number that may be typed before its own heading."""
    if found := _numbered(plain(section.title).strip()):
        order.fits(found["name"])
    for block, after in zip_longest(section.blocks, section.blocks[1:]):
        if line := _line(block, after, words, order, section.level if section.title else 1):
            yield line


class _Order:
    """Letters and Roman numbers before lines count as numbers where they come in order: "J. Smith" is a name.

    Where a paper has several kinds, A. below I., each is a level, in the order in which they come first.
    """

    def __init__(self) -> None:
        self._due = {True: 1, False: 1}
        self._kinds: list[object] = []

    def fits(self, name: str) -> bool:
        """Whether `name` is the next one; the first of its kind may begin anew."""
        if name[0].isdigit():
            return self._is_of("digits")
        for roman, due in self._due.items():
            number = number_of(name, roman=roman)
            if number == due or (number == 1 and due > 1):
                self._due[roman] = number + 1
                return self._is_of(roman)
        return False

    def _is_of(self, kind: object) -> bool:
        if kind in self._kinds:  # A. below the next II. begins with the kind above it
            del self._kinds[self._kinds.index(kind) + 1 :]
        else:
            self._kinds.append(kind)
        return True

    def level(self, found: re.Match[str] | None) -> int:
        """The level of the line that has just come, by its number."""
        return min(max(1, len(self._kinds)) + found["name"].count("."), _DEEPEST) if found else 1


def _line(
    block: Block | Section, after: Block | Section | None, words: Words, order: _Order, inside: int
) -> Line | None:
    """The line that a block is, in a section of the level `inside`; None where it looks like no heading."""
    if isinstance(block, List):
        return _item(block, after, order)
    if not isinstance(block, Paragraph):
        return None
    text = plain(block.content).strip()
    if not _is_short(text):
        return None
    if text.isupper() and sum(map(str.isalpha, text)) >= _FEWEST_LETTERS:
        number = found if (found := _numbered(text)) and order.fits(found["name"]) else None
        return Line(text, _title(text), order.level(number), block.place)
    leads = after is not None and not isinstance(after, Section | Chart | TableBlock | Figure)
    found = _numbered(text) if leads and not words.form("«street»", re.NOFLAG).match(text) else None
    if found and text[found.end()].isupper() and order.fits(found["name"]):
        return Line(text, _title(text), order.level(found), block.place)
    bold = len(block.content) == 1 and isinstance(block.content[0], Strong)
    if leads and (part := words.form(f"«typed-part»{PART_ENDS}").match(text)):
        return Line(text, text[part.end() :], 1, block.place)
    level = max(2, inside + 1)
    return Line(text, text, level, block.place) if leads and bold and level <= _DEEPEST else None


def _item(block: List, after: Block | Section | None, order: _Order) -> Line | None:
    """The only point of a numbered list, if other text follows it: "1. Introduction"."""
    if block.start is None or len(block.items) != 1 or len(block.items[0]) != 1 or after is None:
        return None
    (inner,) = block.items[0]
    text = plain(inner.content).strip() if isinstance(inner, Paragraph) else ""
    if not _is_short(text) or not text[0].isupper() or isinstance(after, Section | List):
        return None
    mark = block.marks[0] if block.marks else f"{block.start}."
    found = _numbered(f"{mark} {text}")
    number = found if found and order.fits(found["name"]) else None
    return Line(f"{mark} {text}", _title(text), order.level(number), block.place)


def _is_short(text: str) -> bool:
    return 0 < len(text) <= _LONGEST and text[-1] not in _ENDS and len(text.split()) <= _MOST_WORDS


def _title(text: str) -> str:
    found = _numbered(text)
    return text[found.end() :] if found else text


def _numbered(text: str) -> re.Match[str] | None:
    found = _NUMBER.match(text)
    return found if found and (found["dot"] or found["name"][0].isdigit()) else None


def check_typed_headings(prose: Prose, problems: Problems) -> list[Line]:
    """Report such lines, and files without any heading; the lines, for what else is told of them."""
    lines = typed_headings(prose)
    for line in lines:
        problems.add(
            "heading-typed",
            line.place,
            f"'{' '.join(line.text.split())}' looks like a heading, and is none",
            _hint(line, prose),
        )
    _check_files(prose, {line.place.file for line in lines}, problems)
    return lines


_MADE = {
    "sources": "delete it with its list: write each source in references.yaml, and [@id] in the text",
    "notes": "delete it: write each note where it is called, as ^[…]",
    "contents": "delete it with its lines: the contents are made by themselves",
}
"""What stands in a paper by itself, by the pattern of its name."""


def _hint(line: Line, prose: Prose) -> str:
    made = next((hint for name, hint in _MADE.items() if prose.words.form(f"«made-{name}»").fullmatch(line.title)), "")
    title = f"{'#' * line.level} {as_meant(line.title, prose)}"
    return made or f"write {title} with an empty line below: headings get their numbers by themselves"


def _check_files(prose: Prose, told: set[str], problems: Problems) -> None:
    """Report files, and a paper, that are long and have no heading."""
    paths = {text.path for text in prose.briefing.texts}
    pages = [page for page in prose.pages if page.tree.type == "root" and page.origin.place(0).file in paths]
    without = [page for page in pages if not any(node.type == "heading" for node in page.tree.children)]
    least = _LONG_PAPER if len(without) == len(pages) else _LONG_FILE
    for page in without:
        place = page.origin.place(0)
        if place.file not in told and _length(page) >= least:
            where = _under(prose, pages, page)
            problems.add("heading-missing", Place(place.file, 1, 1), f"this file has no heading: {where}")


def _under(prose: Prose, pages: list[Page], page: Page) -> str:
    """Where the text of a file without a heading stands."""
    before = {one.origin.place(0).file for one in pages[: pages.index(page)]}
    above = [section for section in prose.sections if section.title and section.place.file in before]
    if above:
        return f"its text goes on under '{plain(above[-1].title)}'"
    return "its text stands before the first part, and in no contents"


def _length(page: Page) -> int:
    """The words of its paragraphs."""
    return sum(len(node.children[0].content.split()) for node in page.tree.children if node.type == "paragraph")
