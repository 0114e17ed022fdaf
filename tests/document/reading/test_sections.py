from __future__ import annotations

import pytest

from reportgen.problems import ReportError
from tests.document.making import draft, faults


def _told(text: str, **meta: str) -> list[tuple[int, str]]:
    found = draft(text, **meta).problems
    return [(one.place.line, one.hint) for one in found if one.rule == "heading-empty"]


@pytest.mark.parametrize("title", ["References", "Bibliography {-}", "Works cited", "Sources", "List of references"])
def test_a_heading_for_what_is_made_is_told_to_go(title: str) -> None:
    assert _told(f"# A\n\nText.\n\n# {title}\n") == [(5, "delete it: the list of sources is made by itself")]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("# A\n\nText.\n\n## B\n\n## C\n\nText.", [(5, "write its text, or delete it")]),
        ("# A\n\n## B\n\nText.", []),
        ("# A\n\nText.\n\n## Later\n\n<!-- to come -->", [(5, "write its text, or delete it")]),
        (
            "# A\n\nText.[^1]\n\n# Notes\n\n[^1]: The note.",
            [(5, "delete it: notes stand at the foot of their page")],
        ),
        ("# A\n\nText.\n\n# Contents\n\n# B\n\nText.", [(5, "delete it: the contents are made by themselves")]),
        ("# A\n\n> Words.", []),
    ],
)
def test_headings_without_text_are_told(text: str, told: list[tuple[int, str]]) -> None:
    assert _told(text) == told


def test_they_are_known_in_the_papers_language() -> None:
    (told,) = _told("# A\n\nTexte.\n\n# Bibliographie\n", language="fr")
    assert told == (5, "delete it: the list of sources is made by itself")


def test_a_value_that_could_not_be_printed_leaves_no_empty_heading() -> None:
    assert [one for one in faults("# A\n\n{{ titel }}\n") if "heading-empty" in one] == []


@pytest.mark.parametrize(
    ("text", "hint"),
    [
        ("## Rents\n\nText.", "take one # away: # Rents; so with the headings below it"),
        ("# A\n\nText.\n\n### Rents\n\nText.", "take one # away: ## Rents"),
        ("### Rents\n\nText.", "take 2 # away: # Rents; so with the headings below it"),
    ],
)
def test_a_heading_that_is_too_deep_loses_signs(text: str, hint: str) -> None:
    with pytest.raises(ReportError) as raised:
        draft(text)
    assert [one.hint for one in raised.value.problems if one.rule == "heading-level"] == [hint]


def test_signs_of_a_heading_that_stand_apart_are_told() -> None:
    assert "the signs of a heading stand apart: '# # Rents'" in faults("# # Rents\n\nText.\n")[0]
    assert faults("# \\# 1 of the charts\n\nText.\n") == []
