"""Sentences that a reader takes in at once, and headings that are sentences' equals."""

from __future__ import annotations

from reportgen.document.fences.chart_rules import is_title_case
from reportgen.document.inlines import plain
from reportgen.document.style.capitals import as_meant
from reportgen.document.style.prose import Prose, own, sentences, words_of
from reportgen.problems import Place, Problems

MOST_WORDS = 30
"""Words of a sentence."""
MOST_ON_AVERAGE = 25
"""The same on the average of a section, if it has enough sentences for one."""
_ENOUGH = 3
_QUOTED_WORDS = 5
_CAPITALS = 7
"""Letters from which on a heading in capitals is none of abbreviations. Ours."""


def check_sentences(prose: Prose, problems: Problems) -> None:
    """Report sentences that are long."""
    for paragraph in prose.paragraphs:
        for sentence in sentences(paragraph, prose.words):
            words = words_of(sentence)
            if len(words) > MOST_WORDS:
                begin = " ".join(words[:_QUOTED_WORDS])
                message = f"a sentence has {len(words)} words, {MOST_WORDS} are enough: '{begin} …'"
                problems.add("sentence-long", prose.place(paragraph.place, begin), message)


def check_sections(prose: Prose, problems: Problems) -> None:
    """Report sections whose sentences are long on average."""
    for section in prose.sections:
        counts = [len(words_of(sentence)) for part in own(section.blocks) for sentence in sentences(part, prose.words)]
        average = sum(counts) / len(counts) if len(counts) >= _ENOUGH else 0
        if average > MOST_ON_AVERAGE:
            message = f"the sentences of this part have {average:.0f} words on average, {MOST_ON_AVERAGE} are enough"
            problems.add("sentences-long", section.place, message)


def check_headings(prose: Prose, problems: Problems) -> None:
    """Report headings in title case or in capitals, and those that say the same."""
    seen: dict[str, Place] = {}
    for section in prose.sections:
        title = plain(section.title)
        if is_title_case(title):
            message = "this heading has a capital at every word: it reads as a name"
            problems.add("heading-case", section.place, message)
        elif title.isupper() and sum(map(str.isalpha, title)) >= _CAPITALS:
            message = "this heading is in capitals, which are harder to read and may be heard letter by letter"
            problems.add(
                "heading-case", section.place, message, f"write {as_meant(title, prose)}, with capitals for names"
            )
        first = seen.setdefault(title.casefold(), section.place)
        if title and first is not section.place:
            problems.add("heading-unique", section.place, f"the heading '{title}' stands already at {first}")
