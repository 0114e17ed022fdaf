"""`check_tentative`: what prints a provisional or an estimated value says that it is one."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from reportgen.document.blocks import Block, Cover, Section
from reportgen.document.inlines import Inline, Value, notes, plain, values
from reportgen.document.style.prose import Prose, own, sentences
from reportgen.document.tree import lines, sections
from reportgen.language import Words
from reportgen.marks import Mark
from reportgen.problems import NOWHERE, Problems


def check_tentative(prose: Prose, cover: Cover, words: Words, problems: Problems) -> None:
    """Report the values that paragraphs and key facts print as if they were firm.

    A note may say that they are not, or a sentence on all figures: on the cover and in the first part for the whole
    paper, in another part for that part.
    """
    told: set[tuple[Mark, Value]] = set()
    everywhere: frozenset[Mark] | None = None
    for text, part in _texts(prose, cover):
        said = _words(text)
        found: dict[Mark, list[tuple[Value, str]]] = {}
        for value in values(text):
            for mark, name in _tentative(value):
                if (mark, value) not in told and not _says(said, mark, words):
                    if everywhere is None:  # looked for only where a value is not firm
                        everywhere = _of_all((*prose.brief, *prose.parts[:1]), words)
                    if mark in everywhere or (part and mark in _of_all((part,), words)):
                        continue
                    told.add((mark, value))
                    found.setdefault(mark, []).append((value, name))
        for mark, pairs in found.items():  # one sentence says it of a sum and of the values in it
            (value, name), *others = pairs
            more = f"; so are {len(others)} more here" if len(others) > 1 else "; so is one more here" * len(others)
            message = f"the value {value.text} is {mark.called} ({name}), and nothing here says so{more}"
            hint = f"say so in the same paragraph, as in {value.text} ({words.say(f'marks.{mark.value}')})"
            problems.add("value-tentative", value.place, message, hint)


def _texts(prose: Prose, cover: Cover) -> Iterator[tuple[Sequence[Inline], Section | None]]:
    """Each text with the part of the paper in which it stands."""
    yield from ((passage.content, None) for passage in own(prose.brief))
    for part in prose.parts:
        yield from ((passage.content, part) for section in sections((part,)) for passage in own(section.blocks))
    yield from (((*figure.value, *figure.label), None) for figure in cover.key_figures)
    for part in prose.parts:
        for line in lines((part,)):
            if line[0].role == "figure":
                yield tuple(inline for passage in line for inline in passage.content), part


def _of_all(parts: Sequence[Block | Section], words: Words) -> frozenset[Mark]:
    """The marks that a sentence there says of all figures, or of many: "Figures for 2025 are provisional"."""
    many = words.form(r"\b«figures»\b")
    passages = [*own(parts), *(passage for section in sections(parts) for passage in own(section.blocks))]
    said = [one for passage in passages for one in sentences(passage, words) if many.search(one)]
    return frozenset(mark for mark in _PATTERNS if any(_says(one, mark, words) for one in said))


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
    return mark.sign in text or bool(words.form(rf"(?<!\w)«{_PATTERNS[mark]}»(?!\w)").search(text))


_PATTERNS = {Mark.PROVISIONAL: "provisional", Mark.ESTIMATED: "estimated"}
