"""Values in text: Jinja2 templates, strict and sandboxed, whose output still knows the author's lines.

A printed value leaves a mark (`marks.VALUE`) in the text, so that no value is ever read as Markdown.
"""

from __future__ import annotations

from dataclasses import dataclass

from reportgen.document.inlines import Value
from reportgen.language import Words
from reportgen.problems import Problems
from reportgen.source.model import Briefing, Phrase


@dataclass(frozen=True, slots=True)
class Rendered:
    """Text after its templates; `lines[i]` is the author's line number of the output's line i (split at LF)."""

    text: str
    lines: tuple[int, ...]


class Templates:
    """Renders the texts of one briefing; `values[n]` is what mark n stands for."""

    values: list[Value]

    def __init__(self, briefing: Briefing, words: Words) -> None:
        raise NotImplementedError

    def render(
        self, text: str, path: str, first_line: int = 1, *, problems: Problems, first_column: int = 1
    ) -> Rendered:
        """Carry out the templates of `text`, whose first line is `first_line` of the file `path`.

        Faults go to `problems`; what could be rendered comes back all the same.
        """
        raise NotImplementedError

    def phrase(self, phrase: Phrase, problems: Problems) -> Rendered:
        """The same for a text key of a YAML file."""
        raise NotImplementedError
