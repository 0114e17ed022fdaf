"""`@source says`: the name of who says it, as a part of the sentence, with the note that cites the source behind it.

As Pandoc and Quarto have it: a place in the source follows in brackets, `@source [p. 5]`, and so may other sources; a
name may own what comes next, `@source's`. `[-@source]` is the note alone, for a sentence that has the name already.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial

from reportgen.document.inlines import Inlines, Text
from reportgen.document.text import citations, notes
from reportgen.document.text import source_names as who
from reportgen.document.text.desk import Desk, Manner
from reportgen.document.text.notes import Cited
from reportgen.document.text.source_parts import inlines, text
from reportgen.frozen import frozen
from reportgen.language import Words
from reportgen.problems import Place
from reportgen.source.model import Reference


@frozen
class Beside:
    """Where a name stands in the text, and how the text is read there."""

    place: Place
    read: Callable[[str], Inlines]
    manner: Manner
    inside: int
    """The number of the note that is read; 0 for none."""


def narrative(desk: Desk, name: str, owning: str, further: Sequence[str], beside: Beside) -> Inlines:
    """What `@name` prints; `owning` is the ending of a name that owns something, `further` what stands in its brackets,
    part by part: a place in the source, other citations.

    In a note, and where no note can be called, the source stands in words, which begin with the name.
    """
    first, *others = [*further, ""] if further else [""]
    locator, others = (first, others) if "@" not in first else ("", [first, *others])
    braced = f"@{{{name}}}"
    parts = [f"{braced}, {locator}" if locator else braced, *others]
    made = [Cited(part, lambda _: beside.place, partial(_read, beside, part)) for part in filter(None, parts)]
    cited = notes.citation(desk, made, beside.place, beside.manner, beside.inside)
    said = author(desk.briefing.references[name], desk.words)
    if beside.manner == "called":
        return (*said, *((Text(owning),) if owning else ()), *cited)
    return (*said, Text(f"{owning} ("), *cited, Text(")")) if owning else cited


def _read(beside: Beside, part: str, start: int, end: int) -> Inlines:
    return beside.read(part[start:end])


def author(reference: Reference, words: Words) -> Inlines:
    """Who answers for a source, by family names, or the organisation; of what nobody answers for, the title."""
    names = who.answering(reference).families(words) or text(reference, "publisher")
    return (Text(names),) if names else (inlines(text(reference, "title-short")) or citations.brief(reference, words))
