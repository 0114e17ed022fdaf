"""What prints a value that is not firm says so, wherever in the paragraph."""

from __future__ import annotations

from dataclasses import replace

import pytest

from reportgen.document.blocks import Cover, KeyFacts, KeyFigure, Paragraph, Section
from reportgen.document.inlines import Emphasis, Inline, Inlines, Note, NoteMark, Record, Strong, Text, Value
from reportgen.document.style.prose import Prose
from reportgen.document.style.tentative import check_tentative
from reportgen.language import words_for
from reportgen.marks import Mark
from reportgen.problems import Place, Problems
from tests.document.sample import briefing

PLACE = Place("text/a.md", 3, 1)
VALUE = Value("3", (Record("boats.Oban.count", Place("data/boats.csv", 2, 3), mark=Mark.PROVISIONAL),), PLACE)
NOTE = NoteMark(Note(1, ((Text("A provisional count."),),), "note-1"))
FRONT = Cover("", "", (), "")


def told(*blocks: Paragraph | KeyFacts, cover: Cover = FRONT) -> list[str]:
    problems = Problems()
    prose = Prose(briefing(), (), (Section(1, (Text("A"),), "section-a", blocks),), frozenset())
    check_tentative(prose, cover, words_for("en-GB"), problems)
    return [problem.rule for problem in problems.found]


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        ((VALUE,), ["value-tentative"]),
        ((Strong((VALUE,)),), ["value-tentative"]),
        ((VALUE, Text(" (provisional)")), []),
        ((VALUE, NOTE), []),
        ((VALUE, Emphasis((Text(" boats"), NOTE))), []),
    ],
)
def test_a_paragraph_says_it_in_its_words_or_in_a_note(content: Inlines, expected: list[str]) -> None:
    assert told(Paragraph(content)) == expected


def test_a_key_figure_says_it_in_its_own_label() -> None:
    firm: tuple[Inline, ...] = (Text("boats, provisional"),)
    assert told(KeyFacts((KeyFigure((VALUE,), (Text("boats"),)), KeyFigure((Text("4"),), firm)))) == ["value-tentative"]
    assert told(KeyFacts((KeyFigure((VALUE,), firm),))) == []
    assert told(cover=replace(FRONT, key_figures=(KeyFigure((VALUE,), (Text("boats"),)),))) == ["value-tentative"]
