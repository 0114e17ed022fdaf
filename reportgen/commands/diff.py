"""`diff`: what has changed from one edition, briefing or paper to another."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

from reportgen.commands.operands import Operand, operand
from reportgen.document.revision import ChangeLine
from reportgen.editions import listing
from reportgen.editions.compare import Comparison, compare
from reportgen.editions.listing import plain, sentence
from reportgen.editions.revised import text_change
from reportgen.editions.telling import Told, tell
from reportgen.frozen import frozen
from reportgen.house import House
from reportgen.language import Words, words_for


@frozen
class Difference:
    """What differs, and the words of the newer side's language."""

    comparison: Comparison
    words: Words
    told: tuple[Told, ...]
    sides: tuple[Operand, Operand]


def diff(old: str, new: str, here: Path) -> Difference:
    """What differs between two sides, named as in `operand`; ReportError where one of them has errors."""
    before, after = operand(old, here), operand(new, here)
    comparison = compare(before.record, after.record)
    words = words_for(comparison.new.language)
    return Difference(comparison, words, tell(comparison, words), (before, after))


def as_pdf(difference: Difference) -> bytes:
    """The paper that tells it; ReportError where it can't be set, such as for want of a glyph."""
    from reportgen.editions.paper import change_paper
    from reportgen.pdf import write

    before, after = difference.sides
    house = after.house() or before.house() or House()
    institution = house.name or after.record.publisher or before.record.publisher
    return write(
        change_paper(difference.comparison, difference.words, institution=institution), house, difference.words
    )


# --- as text ---------------------------------------------------------------------------------------------------------
def as_lines(difference: Difference) -> Iterator[str]:
    """A line for each change, as in the paper's change list, with sources and date; then the sections."""
    words = difference.words
    for told in difference.told:
        yield plain(f"{sentence(told.line, words)}{_origin(told.line, words)}")
    for section in difference.comparison.sections:
        yield plain(words.say(f"differences.text-{section.manner}", section=text_change(section, words).title))


def _origin(line: ChangeLine, words: Words) -> str:
    parts = [*line.sources, *([words.date(line.as_of)] if line.as_of else [])]
    return f" [{words.parted(parts)}]" if parts else ""


# --- for programs ----------------------------------------------------------------------------------------------------
def as_data(difference: Difference) -> dict[str, list[dict[str, Any]]]:
    """The changes and the sections for programs; the author's guide says what each key holds."""
    return listing.as_data(difference.told, difference.comparison, difference.words)
