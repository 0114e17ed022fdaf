"""A source in words among the words of a note."""

from __future__ import annotations

import pytest

from reportgen.document.inlines import Emphasis, Text, plain
from reportgen.document.text.joining import joined, with_source

SOURCE = (Text("Hollis, "), Emphasis((Text("Rivers"),)), Text(", p 4"))
WORDS = "Hollis, Rivers, p 4"


@pytest.mark.parametrize(
    ("before", "after", "expected"),
    [
        ("", "", f"{WORDS}"),
        ("It said so twice.", " The board answered.", f"It said so twice. {WORDS}. The board answered."),
        ("It said so twice. ", " 14 boards answered.", f"It said so twice. {WORDS}. 14 boards answered."),
        ("“It said so.”", "", f"“It said so.” {WORDS}."),
        ("", " The board answered.", f"{WORDS}. The board answered."),
        ("", " says more.", f"{WORDS} says more."),
        ("", ". The rest is ours.", f"{WORDS}. The rest is ours."),
        ("See ", ".", f"See {WORDS}."),
        ("A footnote may cite: ", "", f"A footnote may cite: {WORDS}"),
        ("It fell,", " and few mind.", f"It fell ({WORDS}), and few mind."),
        ("It fell", ".", f"It fell ({WORDS})."),
        ("It fell (", ").", f"It fell ({WORDS})."),
        ("See e.g. ", " for more.", f"See e.g. {WORDS} for more."),
    ],
)
def test_a_source_in_a_note_ends_where_it_ends(before: str, after: str, expected: str) -> None:
    made = with_source([Text(before)] if before else [], SOURCE, after)
    assert plain(joined([*made, Text(after)])) == expected


def test_a_source_with_a_full_stop_gets_no_second_one() -> None:
    assert plain(with_source([Text("So.")], (Text("Hollis, ed."),), " More.")) == "So. Hollis, ed."
