"""The files of a paper without what their authors wrote for themselves: comments and notes on facts.

A paper made from what is left is the same, to the byte; done again, it changes nothing.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cached_property
from pathlib import PurePosixPath

from markdown_it import MarkdownIt

from reportgen.document.markdown.header_notes import without_notes
from reportgen.document.markdown.parsing import parser
from reportgen.document.markdown.typography import minus_apart, quotes
from reportgen.document.templates.comments import emptied, without
from reportgen.document.templates.rendering import Templates
from reportgen.editions.bibliography import used_entries, used_items
from reportgen.folders import TEXT_ENDINGS
from reportgen.frozen import frozen
from reportgen.language import Words, words_for
from reportgen.problems import Problems
from reportgen.source.files import decoded
from reportgen.source.model import Briefing, Phrase
from reportgen.source.yaml_editing import Edit
from reportgen.source.yaml_editing import Path as Keys

_TEXT_KEYS: Mapping[str, frozenset[Keys]] = {
    "briefing.yaml": frozenset(
        {
            ("title",),
            ("in_brief",),
            ("key_facts", "-", "value"),
            ("key_facts", "-", "label"),
            ("key_facts", "value"),
            ("key_facts", "label"),
            ("attached_to", "title"),
        }
    ),
    "house.yaml": frozenset(("standing", key) for key in ("impartiality", "formats", "licence", "citation")),
}
"""The keys whose values are text, with comments like any: those that `document.reading` has rendered."""


def is_note(file: str, path: Keys) -> bool:
    """Whether an entry of a YAML file is a note of its authors: the `note` of a fact."""
    return PurePosixPath(file).name == "facts.yaml" and len(path) == 2 and path[1] == "note"


def is_text(file: str, path: Keys) -> bool:
    """Whether a value of a YAML file is text with Markdown and templates."""
    return path in _TEXT_KEYS.get(PurePosixPath(file).name, frozenset())


@frozen
class Stripping:
    """Strips the files of one briefing."""

    briefing: Briefing

    def strip(self, file: str, data: bytes) -> bytes:
        """What is left of a file, which was read without fault."""
        match PurePosixPath(file).suffix.lower():
            case ".yaml":
                return self._yaml(file, decoded(data)).encode()
            case ending if ending in TEXT_ENDINGS:
                return without_notes(self._md, self._without(decoded(data))).encode()
            case ".bib":
                return used_entries(decoded(data)).encode()
            case ".json" if PurePosixPath(file).name == "references.json":
                return used_items(decoded(data)).encode()
        return data

    def _yaml(self, file: str, text: str) -> str:
        def change(path: Keys, text: str) -> str:
            return self._without(text) if is_text(file, path) else text

        return Edit(lambda path: is_note(file, path), change).text(text)

    def _without(self, text: str) -> str:
        """The text without its comments; where one parts what would become a template, they are only emptied."""
        less = without(text)
        return less if less == text or self._rendered(less) == self._rendered(text) else emptied(text)

    def _rendered(self, text: str) -> tuple[str, Sequence[str]]:
        templates = Templates(self.briefing, self._words)
        rendered = templates.render(Phrase(text), Problems()).text
        return rendered, [value.text for value in templates.values]

    @cached_property
    def _words(self) -> Words:
        return words_for(self.briefing.meta.language)

    @cached_property
    def _md(self) -> MarkdownIt:
        return parser(quotes(self._words), self._words.gaps, minus_apart(self._words))
