"""`@source says`: the name of who says it, as a part of the sentence, with the note that cites the source behind it.

As Pandoc and Quarto have it: a place in the source follows in brackets, `@source [p. 5]`, and so may other sources; a
name may own what comes next, `@source's`. `[-@source]` is the note alone, for a sentence that has the name already.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial

from reportgen.document.inlines import Inlines, Text, plain
from reportgen.document.markdown.parsing import Node, meta
from reportgen.document.text import citations, notes
from reportgen.document.text import source_names as who
from reportgen.document.text.crossrefs import begins_sentence
from reportgen.document.text.desk import Cursor, Desk, Manner
from reportgen.document.text.notes import Cited
from reportgen.document.text.source_parts import inlines, text
from reportgen.frozen import frozen
from reportgen.language import Words
from reportgen.patterns import Pattern
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
    if owning and plain(said).endswith("s") and _is_plural(desk.briefing.references[name]):
        owning = owning.removesuffix("s")
    if beside.manner == "called":
        return (*said, *((Text(owning),) if owning else ()), *cited)
    return (*said, Text(f"{owning} ("), *cited, Text(")")) if owning else cited


def _is_plural(reference: Reference) -> bool:
    """Whether several answer for a source by a name: an organisation, or "A and others"."""
    people = who.answering(reference)
    return people.cut or len(people.names) > who.MOST or not any(map(who.is_person, people.names))


_NAMED = Pattern(r"-?@(?:\{([^{}]+)\}|([^\s,;:\]]*\w))")
_SUBJECT = Pattern(r"\s+[a-zß-öø-ÿ]")


def check_number(cursor: Cursor, node: Node, after: str) -> None:
    """Report a citation in square brackets where the sentence wants a name, for a note's number is all that it prints.

    `after` is what stands behind it.
    """
    desk, before, place, parts = cursor.desk, cursor.tail, cursor.place(node), meta(node)["parts"]
    assert isinstance(parts, list)
    first = parts[0][0]
    found = _NAMED.search(first)
    name = (found[1] or found[2]) if found else ""
    if found is None or name not in desk.briefing.references or "@" in first[: found.start()]:
        return
    lead = desk.words.form(r"(?P<open>\()?(?:(?<!\w)«source-lead»\.?\s*)?\Z").search(before)
    if lead and lead["open"] and after[:1] in tuple(");"):
        hint = f"write [@{name}] without them, or (@{name}) for its name"
        desk.problem("citation-form", place, "a note's number alone would stand in these brackets", hint)
    elif (lead and lead[0].strip("( ")) or (begins_sentence(before, desk.words) and _SUBJECT.match(after)):
        message = f"the sentence wants a name here, and has a note's number: [{first}]"
        desk.problem("citation-form", place, message, f"write @{name}, which prints the name with its note")


def _read(beside: Beside, part: str, start: int, end: int) -> Inlines:
    return beside.read(part[start:end])


def author(reference: Reference, words: Words) -> Inlines:
    """Who answers for a source, by family names, or the organisation; of what nobody answers for, the title."""
    names = who.answering(reference).families(words) or text(reference, "publisher")
    return (Text(names),) if names else (inlines(text(reference, "title-short")) or citations.brief(reference, words))
