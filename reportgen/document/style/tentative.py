"""`check_tentative`: what prints a provisional or an estimated value says that it is one."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from reportgen.document.blocks import Cover
from reportgen.document.inlines import Inline, Value, notes, plain, values
from reportgen.document.style.prose import Prose
from reportgen.document.tree import lines
from reportgen.language import Words
from reportgen.marks import Mark
from reportgen.problems import NOWHERE, Problems


def check_tentative(prose: Prose, cover: Cover, words: Words, problems: Problems) -> None:
    """Report the values that paragraphs and key facts print as if they were firm; a note may say that they are not."""
    told: set[tuple[Mark, Value]] = set()
    for text in _texts(prose, cover):
        said = _words(text)
        for value in values(text):
            for mark, name in _tentative(value):
                if (mark, value) not in told and not _says(said, mark, words):
                    told.add((mark, value))
                    message = f"the value {value.text} is {mark.called} ({name}), and nothing here says so"
                    hint = f"say so in the same paragraph, as in {value.text} ({words.say(f'marks.{mark.value}')})"
                    problems.add("value-tentative", value.place, message, hint)


def _texts(prose: Prose, cover: Cover) -> Iterator[Sequence[Inline]]:
    yield from (paragraph.content for paragraph in prose.paragraphs)
    yield from ((*figure.value, *figure.label) for figure in cover.key_figures)
    for line in lines(prose.parts):
        if line[0].role == "figure":
            yield tuple(inline for passage in line for inline in passage.content)


def _tentative(value: Value) -> Iterator[tuple[Mark, str]]:
    """The marks of a value's records, each once, with the first record that has it."""
    found: dict[Mark, str] = {}
    for record in value.records if value.place != NOWHERE else ():
        if record.mark and record.mark.is_tentative:
            found.setdefault(record.mark, record.name)
    yield from found.items()


def _words(text: Iterable[Inline]) -> str:
    """The words of a text and of the notes that it calls."""
    text = tuple(text)
    noted = (plain(one) for note in notes(text) for one in note.paragraphs)
    return " ".join((plain(text), *noted))


def _says(text: str, mark: Mark, words: Words) -> bool:
    """Whether a text has a word for the mark, or the mark itself."""
    pattern = words.pattern(_PATTERNS[mark])
    return mark.sign in text or bool(re.search(rf"(?<!\w)(?:{pattern})(?!\w)", text, re.IGNORECASE))


_PATTERNS = {Mark.PROVISIONAL: "provisional", Mark.ESTIMATED: "estimated"}
