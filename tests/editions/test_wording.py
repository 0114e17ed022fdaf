"""Names within a sentence: which words keep their capital there."""

from __future__ import annotations

from pathlib import Path

import pytest

from reportgen.editions.wording import ProperNames, as_words
from reportgen.language import words_for
from tests.editions.making import FILES, record, write

TEXT = """
# Summary

In 2022 the Commission met in Brüssel. Chapters were opened, and chapters were closed. Talks go on, as Talks do.
The candidate asked for talks, and talks it got.
"""


@pytest.fixture(scope="module")
def names(tmp_path_factory: pytest.TempPathFactory) -> ProperNames:
    home = tmp_path_factory.mktemp("names") / "sources/paper"
    return ProperNames.of([record(write(home, {**FILES, "text/summary.md": TEXT}))])


@pytest.mark.parametrize(
    ("title", "within"),
    [
        ("Chapters closed", "chapters closed"),
        ("Unheard of", "unheard of"),
        ("EU status", "EU status"),
        ("B2B sales", "B2B sales"),
        ("Commission papers", "Commission papers"),
        ("Brüssel", "Brüssel"),
        ("Talks opened", "talks opened"),
        ("Montenegro", "Montenegro"),
        ("Serbia’s trade", "Serbia’s trade"),
        ("Kosovo Force", "Kosovo Force"),
        ("L’Union", "l’Union"),
        ("already small", "already small"),
        ("2022", "2022"),
        ("", ""),
    ],
)
def test_a_title_within_a_sentence(title: str, within: str, names: ProperNames) -> None:
    assert names.within(title) == within


def test_languages_that_write_nouns_with_a_capital_keep_it() -> None:
    assert not words_for("en-GB").keeps_capitals
    assert not words_for("fr-FR").keeps_capitals


def test_an_internal_id_reads_as_words() -> None:
    assert (as_words("plates_days"), as_words("ES-11/1"), as_words("Kosovo")) == ("plates days", "ES-11/1", "Kosovo")


def test_the_record_of_a_table_keeps_its_label(tmp_path: Path) -> None:
    tables = record(write(tmp_path / "sources/paper", FILES)).tables
    assert [table.label for table in tables] == ["", "", "", "event"]
