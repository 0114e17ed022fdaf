"""Texts of two editions that differ in the spaces which the engine sets are the same."""

from __future__ import annotations

from reportgen.editions.paragraphs import ParagraphRecord
from reportgen.editions.texts import _differences


def test_spaces_that_another_version_sets_are_no_other_words() -> None:
    old = [ParagraphRecord("Le 3 juin 2023: 12 bacs", "Le 3 juin 2023: 12 bacs")]
    new = [ParagraphRecord("Le 3\u00a0juin 2023\u202f: 12 bacs", "Le 3\u00a0juin 2023\u202f: 12 bacs")]
    assert list(_differences(old, new)) == []
    assert list(_differences(old, [ParagraphRecord("Le 4 juin", "Le 4 juin")])) != []
