"""The number of a note and the punctuation beside it: one custom in a paper."""

from __future__ import annotations

import pytest

from reportgen.document import read
from reportgen.document.blocks import Paragraph
from reportgen.document.inlines import NoteMark, plain
from reportgen.language import words_for
from tests.document.making import paper


def printed(text: str, language: str = "en-GB") -> str:
    """The first paragraph, with a # for the number of each note."""
    draft = read(paper(text + "\n\n[^n]: A note.\n", language=language), words_for(language))
    block = draft.sections[0].blocks[0]
    assert isinstance(block, Paragraph)
    parts = ("#" if isinstance(one, NoteMark) else plain((one,)) for one in block.content)
    return "".join(parts).replace("#,#", "##")


@pytest.mark.parametrize(
    ("typed", "english", "french"),
    [
        ("Dry [@law]. Wet.", "Dry.# Wet.", "Dry#. Wet."),
        ("Dry.[@law] Wet.", "Dry.# Wet.", "Dry#. Wet."),
        ("Dry. [@law]", "Dry.#", "Dry#."),
        ("Dry [@law; @survey], wet", "Dry,# wet", "Dry#, wet"),
        ("Dry [@law][@survey], wet", "Dry,## wet", "Dry##, wet"),
        ("Dry,[@law][@survey] wet", "Dry,## wet", "Dry##, wet"),
        ("Dry^[Or damp]; wet[^n]!", "Dry;# wet!#", "Dry#\u202f; wet#\u202f!"),
        ("Dry[@law] and wet", "Dry# and wet", "Dry# and wet"),
        ("(Dry [@law]).", "(Dry#).", "(Dry#)."),
        ("**Dry** [@law].", "Dry.#", "Dry#."),
        ("Dry etc.[@law] and wet", "Dry etc.# and wet", "Dry etc.# and wet"),
        ("Ten per an.[@law]", "Ten per an.#", "Ten per an#."),
    ],
)
def test_a_number_stands_where_the_language_has_it(typed: str, english: str, french: str) -> None:
    assert (printed(typed), printed(typed.replace("; wet", " ; wet").replace("]!", "] !"), "fr")) == (english, french)
