"""A source in words among the words of a note."""

from __future__ import annotations

import pytest

from reportgen.document.inlines import Emphasis, LineBreak, Text, plain
from reportgen.document.text import joining
from reportgen.document.text.joining import is_seen, joined, stripped, with_source
from reportgen.language import words_for

SOURCE = (Text("Hollis, "), Emphasis((Text("Rivers"),)), Text(", p 4"))
EN = words_for("en-GB")
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
        ("The figures are provisional ", ".", f"The figures are provisional ({WORDS})."),
        ("The definition ", " has changed.", f"The definition ({WORDS}) has changed."),
        ("It fell, but few mind ", "; see below.", f"It fell, but few mind ({WORDS}); see below."),
        ("It said so. ", " says otherwise.", f"It said so. {WORDS} says otherwise."),
        ("For more, see also ", ", chapter 2.", f"For more, see also {WORDS}, chapter 2."),
        ("The data are from ", ".", f"The data are from {WORDS}."),
    ],
)
def test_a_source_in_a_note_ends_where_it_ends(before: str, after: str, expected: str) -> None:
    made = with_source([Text(before)] if before else [], SOURCE, after, EN)
    assert plain(joined([*made, Text(after)])) == expected


def test_a_source_with_a_full_stop_gets_no_second_one() -> None:
    assert plain(with_source([Text("So.")], (Text("Hollis, ed."),), " More.", EN)) == "So. Hollis, ed."


def test_texts_are_joined_in_one_go(monkeypatch: pytest.MonkeyPatch) -> None:
    made: list[str] = []

    class Counting(Text):
        def __init__(self, text: str) -> None:
            super().__init__(text)
            made.append(text)

    lines = [Text(f"line {number} ") for number in range(100)]
    monkeypatch.setattr(joining, "Text", Counting)
    monkeypatch.setattr(
        joining, "isinstance", lambda one, kind: isinstance(one, Text if kind is Counting else kind), raising=False
    )
    assert plain(joined(lines)) == "".join(line.text for line in lines)
    assert len(made) == 1


@pytest.mark.parametrize("text", ["\u200b", "\u00a0", " \u2060\u00ad\n", "\u200e", ""])
def test_what_nobody_can_see_is_no_text(text: str) -> None:
    assert stripped([Text(text)]) == stripped([Emphasis((Text(text),))]) == []
    assert not is_seen((Text(text), LineBreak()))
    assert stripped([Text(f"{text}a")])


def test_a_comma_between_the_numbers_of_two_notes_is_one_of_theirs() -> None:
    from tests.document.making import one

    assert one("So.^[A.],^[B.] Or ^[C.], ^[D.] and more") == one("So.^[A.]^[B.] Or ^[C.]^[D.] and more")
    assert one("So^[A.], and ^[B.]").count("^,") == 0
