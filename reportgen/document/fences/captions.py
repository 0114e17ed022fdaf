"""What stands round a chart, a table or a figure: its source line, and what a missing value means."""

from __future__ import annotations

from collections.abc import Sequence

from reportgen.document.inlines import Inline, Inlines, Strong, Text
from reportgen.document.text import citations
from reportgen.document.text.desk import ChartDraft, Desk
from reportgen.document.text.notes import known
from reportgen.document.text.terms import Marker
from reportgen.figures.drawn import Plan
from reportgen.figures.markings import marks_note
from reportgen.language import Words
from reportgen.marks import Mark
from reportgen.problems import Place
from reportgen.source.model import Column, Phrase
from reportgen.source.names import named_in


def labelled(words: Words, key: str, slot: str, content: Inlines) -> Inlines:
    """The sentence `key` with `content` in its place `slot`; the words before it ("Source:") are bold."""
    before, after = words.say_around(key, slot)
    label = before.rstrip(" ")
    parts: list[Inline] = [Strong((Text(label),))] if label else []
    return joined((*parts, Text(before[len(label) :]), *content, Text(after)))


def joined(inlines: Sequence[Inline]) -> Inlines:
    """The same without empty texts."""
    return tuple(inline for inline in inlines if not (isinstance(inline, Text) and not inline.text))


ONE_LINE = 78
"""So many characters of names leave room in a line of the smallest type for what stands round them; by eye."""


def source_line(desk: Desk, ids: Sequence[str], place: Place, *, most: int = 0) -> Inlines:
    """ "Source: …" for references, which count as cited; nothing without ids.

    Of more names than `most` characters (0: any number) only the first are said, and how many there are beside them:
    they stand in the list of sources.
    """
    references = [reference for name in ids if (reference := known(desk, name, place)) is not None]
    if not references:
        return ()
    named = dict.fromkeys(citations.short(reference, desk.words) for reference in references)
    said = _first(list(named), most, desk.words) if most else desk.words.parted(named)
    return labelled(desk.words, "labels.source-line", "sources", desk.mark((Text(said),)))


def _first(names: Sequence[str], most: int, words: Words) -> str:
    """The names, or as many as there is room for, at least one, and how many more there are."""
    whole = words.parted(names)
    for count in range(len(names) - 1, 0, -1):
        if len(whole) <= most:
            break
        whole = words.say("labels.source-more", sources=words.parted(names[:count]), count=len(names) - count)
    return whole


def check_ids(desk: Desk, phrases: Sequence[Phrase]) -> tuple[str, ...]:
    """The ids of `source:` that exist; the others are reported where they stand."""
    named = {name: phrase.at(0, at) for phrase in reversed(phrases) for name, at in reversed(named_in(phrase.text))}
    return tuple(name for name, place in reversed(named.items()) if known(desk, name, place) is not None)


def signs_note(
    marker: Marker, words: Words, note: Inlines, *, missing: Sequence[str], marks: Sequence[Mark] = ()
) -> Inlines:
    """`note`, and what the signs of a table mean: its marks, and what `absences` says of missing values."""
    said = list(missing)
    said += [words.say("table.mark", sign=mark.sign, meaning=words.say(f"marks.{mark}")) for mark in marks]
    if not said:
        return note
    return joined((*note, Text(" " if note else ""), *marker.mark((Text(words.parted(said)),))))


def absences(words: Words, lacking: Sequence[Column], usual: str) -> list[str]:
    """What the sign for a missing value means in the columns that have it; `usual` ("": no data) is the table's word.

    It is said once where it means the same in all of them, else of each column that has a word of its own. A column
    without a title stands under the headings of others: what it says is the table's word then.
    """
    usual = usual or words.say("table.missing-plain")
    meanings = {column.missing or usual for column in lacking}
    if len(meanings) < 2:
        return [words.say("table.missing", meaning=meaning) for meaning in meanings]
    spread = [column.missing or usual for column in lacking if not column.title]
    own = [column for column in lacking if column.title and (column.missing or spread)]
    said = spread or ([usual] if len(own) < len(lacking) else [])
    return [words.say("table.missing", meaning=meaning) for meaning in said] + [
        words.say("table.missing-in", column=column.title, meaning=column.missing or usual) for column in own
    ]


def with_marks(note: Inlines, chart: ChartDraft, plan: Plan, marker: Marker, words: Words) -> Inlines:
    """The note of a chart, and which of its values are provisional, suppressed and so on."""
    names = chart.selected.row_names
    keys = [key for key in chart.selected.table.key if key in names] or names
    text = marks_note(chart.spec.data, plan.columns, keys, words)
    return joined((*note, Text(" " if note else ""), *marker.mark((Text(text),)))) if text else note
