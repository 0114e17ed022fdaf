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


def _prose(*parts: Section, brief: tuple[Paragraph, ...] = (), cover: Cover = FRONT) -> list[str]:
    problems = Problems()
    check_tentative(Prose(briefing(), brief, parts, frozenset()), cover, words_for("en-GB"), problems)
    return [problem.rule for problem in problems.found]


def _part(*blocks: Paragraph | Section) -> Section:
    return Section(1, (Text("A"),), "section-a", blocks)


ALL = Paragraph((Text("Figures for the third quarter are provisional."),))
ONE = Paragraph((Text("That is a provisional figure."),))
USED = Paragraph((VALUE,))


@pytest.mark.parametrize(
    ("parts", "brief", "expected"),
    [
        ((_part(USED, ALL),), (), []),
        ((_part(ALL), _part(USED)), (), []),
        ((_part(USED),), (ALL,), []),
        ((_part(), _part(Section(2, (), "b", (USED,)), Section(2, (), "c", (ALL,)))), (), []),
        ((_part(USED), _part(ALL)), (), ["value-tentative"]),
        ((_part(), _part(USED), _part(ALL)), (), ["value-tentative"]),
        ((_part(ONE, USED),), (), ["value-tentative"]),
        ((_part(Paragraph((Text("Figures are estimated."),)), USED),), (), ["value-tentative"]),
    ],
)
def test_a_sentence_on_all_figures_says_it_for_its_part_and_in_front_for_the_paper(
    parts: tuple[Section, ...], brief: tuple[Paragraph, ...], expected: list[str]
) -> None:
    assert _prose(*parts, brief=brief) == expected


def test_a_key_figure_says_it_in_its_own_label() -> None:
    firm: tuple[Inline, ...] = (Text("boats, provisional"),)
    assert told(KeyFacts((KeyFigure((VALUE,), (Text("boats"),)), KeyFigure((Text("4"),), firm)))) == ["value-tentative"]
    assert told(KeyFacts((KeyFigure((VALUE,), firm),))) == []
    assert told(cover=replace(FRONT, key_figures=(KeyFigure((VALUE,), (Text("boats"),)),))) == ["value-tentative"]
