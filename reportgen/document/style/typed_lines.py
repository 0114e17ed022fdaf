"""Lines that a word processor leaves to its authors, and that a paper has by itself: "Source: …" below a chart, numbers
before paragraphs, a list of sources.

References that are typed within a sentence are `typed_marks`' and `leftovers`'.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Container, Iterator, Sequence
from itertools import pairwise

from reportgen.document.blocks import Chart, Figure, List, Paragraph, Section, TableBlock
from reportgen.document.inlines import plain
from reportgen.document.style.prose import Prose, own, shortened
from reportgen.document.tree import Passage
from reportgen.language import Words
from reportgen.patterns import Pattern
from reportgen.problems import Problem, Problems

_NUMBERED = re.compile(r"\d{1,2}(?:\.\d{1,3}){1,3}[.)]?(?=[ \t\u00a0]+[“\"‘'(]?[^\W\d_a-zß-öø-ÿ])")
_ENTRY = re.compile(r"\[\d{1,3}\][ \u00a0]+(?=[“\"‘'(]?[^\W\d_a-zß-öø-ÿ]|https?:)")
_CITED = Pattern(r"\bpp?\.?[ \u00a0]*\d|\b(?:19|20)\d\d\b|https?:|\bibid\b|\bop\.? ?cit\b|\bsee\b|\bHC ", re.IGNORECASE)
"""What a note says of where something stands."""
_SOURCES = "write each source in references.yaml, with an id, and [@id] in the text; then delete the list"
_NOTES = "write each where its number stands, as ^[the note], or [@id] for a source; then delete the list"
_NOTE = "write it where its number stands, as ^[the note], or [@id] for a source; then delete it here"
_CALLED = re.compile(r"'[^']*?(\[\d{1,3}\])'")
"""The number that is told as one that calls a note."""
_FEWEST = 2
_AS_SENTENCES = frozenset({"number-unbound", "note-typed", "sentence-long", "link-text", "abbreviation"})
"""What a list of sources is told for as if it were sentences."""
_AS_TEXT = _AS_SENTENCES | {"crossref-typed", "citation-typed"}
"""And what a heading or a note is."""


def check_lines_below(prose: Prose, problems: Problems) -> None:
    """Report paragraphs below a chart, a table or a picture that say its source, or are its note."""
    form = prose.words.form(r"(?P<word>«typed-below»)[\s\u00a0\u202f]?:")
    for section in prose.sections:
        for block, after in pairwise(section.blocks):
            if not isinstance(block, Chart | Figure | TableBlock) or not isinstance(after, Paragraph):
                continue
            text = plain(after.content)
            if found := form.match(text):
                kind = {Chart: "chart", Figure: "figure", TableBlock: "table"}[type(block)]
                message = f"'{shortened(text)}' stands below the {kind} as a paragraph of the text"
                problems.add("line-typed", after.place, message, _hint(found["word"], block))


def _hint(word: str, block: Chart | Figure | TableBlock) -> str:
    if not word.lower().startswith("source"):
        return f"write it behind note: in the block, without '{word}'"
    if block.source:
        return "delete it where the line under the block says so; a source that it lacks goes behind source:"
    if isinstance(block, TableBlock) and not block.title:
        return "put the table into a block: ::: table, with title: and source:, the id of a source"
    wanted = "" if isinstance(block, Figure) else ", as the id of a source"
    return f"write it behind source: in the block{wanted}"


def check_paragraph_numbers(prose: Prose, headings: Container[tuple[str, int]], problems: Problems) -> None:
    """Report, once, that paragraphs begin with a number; `headings` are the lines that are told as such."""
    numbered = ((one, number[0]) for one in prose.paragraphs if (number := _NUMBERED.match(plain(one.content))))
    found = [(one, number) for one, number in numbered if (one.place.file, one.place.line) not in headings]
    if found:
        numbers = ", ".join(number for _, number in found[:3]) + (", …" if found[3:] else "")
        many = f"{len(found)} paragraphs begin" if found[1:] else "a paragraph begins"
        hint = "delete what is typed: headings have numbers by themselves, and @section-id leads to one"
        problems.add("line-typed", found[0][0].place, f"{many} with a typed number: {numbers}", hint)


def check_typed_sources(prose: Prose, problems: Problems) -> None:
    """Report lists of sources and of notes that are typed, and drop what is told of them as if they were sentences."""
    called = {
        (one.place.file, number[1])
        for one in problems.found
        if one.rule == "note-typed" and (number := _CALLED.match(one.message))
    }
    raised = any(one.rule == "note-typed" and one.hint.startswith("write ^[") for one in problems.found)
    for section in prose.sections:
        typed = _sources(section, prose.words)
        title = plain(section.title)
        what, hint = "a list of sources is", _SOURCES
        if typed and _is_made(title, prose.words):
            hint += f", and the heading '{title}': the paper makes its own"
        if not typed and raised and (typed := _notes(section)):
            what, hint = "the notes of the text are", _NOTES
        if not typed and called and (typed := _note(section, called)):
            what, hint = "a note is", _NOTE
        if typed:
            problems.add(
                "line-typed", typed[0].place, f"{what} typed here: '{shortened(plain(typed[0].content))}'", hint
            )
            lines = {(one.place.file, line) for one in typed for line in prose.lines(one.place)}
            drop_lines(lines, problems, _AS_SENTENCES)


def drop_lines(lines: Container[tuple[str, int]], problems: Problems, rules: Container[str] = _AS_TEXT) -> None:
    """Drop what is told of lines of files as if they were sentences."""
    dropped(problems, rules, lambda one: (one.place.file, one.place.line) in lines)


def dropped(problems: Problems, rules: Container[str], is_told: Callable[[Problem], bool]) -> None:
    """Drop the problems of some rules that are told as a part of another one."""
    problems.found[:] = [one for one in problems.found if one.rule not in rules or not is_told(one)]


def _note(section: Section, called: Container[tuple[str, str]]) -> Sequence[Passage]:
    """The one paragraph "[1] …" whose number the text of its file has."""
    entries = ((one, _ENTRY.match(plain(one.content))) for one in own(section.blocks))
    return [one for one, found in entries if found and (one.place.file, found[0].strip()) in called]


def _notes(section: Section) -> Sequence[Passage]:
    """The points of a numbered list at the section's end, where most of them cite something, as notes do."""
    last = section.blocks[-1] if section.blocks else None
    if not isinstance(last, List) or last.start is None:
        return ()
    points = [*own([last])]
    return points if 2 * sum(1 for one in points if _CITED.search(plain(one.content))) > len(points) else ()


def _sources(section: Section, words: Words) -> Sequence[Passage]:
    """The entries of such a list: "[1] …", or the points of a list under a heading of that name."""
    entries = [one for one in own(section.blocks) if _ENTRY.match(plain(one.content))]
    if sum(len(_ENTRY.findall(plain(one.content))) for one in entries) >= _FEWEST:
        return entries
    if not _is_made(plain(section.title), words):
        return ()
    return [*_points(section)]


def _points(section: Section) -> Iterator[Passage]:
    for block in section.blocks:
        if isinstance(block, List) and len(block.items) >= _FEWEST:
            yield from own([block])


def _is_made(title: str, words: Words) -> bool:
    return words.form("«made-sources»").fullmatch(title.strip()) is not None
