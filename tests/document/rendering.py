"""Renders a text about the rivers of `sample`."""

from __future__ import annotations

from dataclasses import dataclass

from reportgen.document.data import marks
from reportgen.document.inlines import Value
from reportgen.document.templates.rendering import Templates
from reportgen.document.templates.whereabouts import SourceMap
from reportgen.language import words_for
from reportgen.phrases import Phrase
from reportgen.problems import Place, Problem, Problems
from tests.document.sample import briefing

WORDS = words_for("en-GB")


@dataclass(frozen=True)
class Result:
    """What became of a text: `text` has the words of its values in ⟨⟩."""

    text: str
    lines: tuple[int, ...]
    values: tuple[Value, ...]
    problems: tuple[Problem, ...]
    torn: bool = False

    @property
    def told(self) -> list[tuple[int, int, str]]:
        """Line, column and message of each problem."""
        return [(one.place.line, one.place.column, one.message) for one in self.problems]


def _lines(origin: SourceMap) -> tuple[int, ...]:
    return tuple(origin.line(number).line for number in range(len(origin.starts)))


def render(text: str, first_line: int = 1, first_column: int = 1, templates: Templates | None = None) -> Result:
    templates = templates or Templates(briefing(), WORDS)
    before = len(templates.values)
    problems = Problems()
    made = templates.render(Phrase(text, Place("text/a.md", first_line, first_column)), problems)
    words = marks.VALUE.sub(lambda mark: f"⟨{templates.values[int(mark[1])].text}⟩", made.text)
    return Result(
        words, _lines(made.origin), tuple(templates.values[before:]), tuple(sorted(problems.found)), made.torn
    )


def shown(text: str) -> str:
    """The rendered text; there must be no problem."""
    result = render(text)
    assert result.told == []
    return result.text
