"""Lists as their authors numbered them; what only begins like an item stays text."""

from __future__ import annotations

import pytest
from markdown_it.rules_block import StateBlock

from reportgen.document.markdown.lists import number_of, typed
from reportgen.document.markdown.parsing import parse, parser
from tests.document.making import draft, dumped


def marks(text: str) -> list[str]:
    """The marks of the items and the other lines of a text, in order."""
    return [line.strip() for line in dumped(text).splitlines()[1:]]


@pytest.mark.parametrize(
    "text, expected",
    [
        ("3. a\n7. b\n12. c\n", ["3.", "a", "7.", "b", "12.", "c"]),
        ("1) a\n2) b\n", ["1)", "a", "2)", "b"]),
        ("a) one\nb) two\nc) three\n", ["a)", "one", "b)", "two", "c)", "three"]),
        ("Text:\na. one\nb. two\n", ["Text:", "a.", "one", "b.", "two"]),
        ("(i) one\n(ii) two\n(iii) three\n", ["(i)", "one", "(ii)", "two", "(iii)", "three"]),
        ("h. one\ni. two\nj. three\n", ["h.", "one", "i.", "two", "j.", "three"]),
        ("IV. one\nV. two\n", ["IV.", "one", "V.", "two"]),
        ("(1) one\n(2) two\n", ["(1)", "one", "(2)", "two"]),
        ("1. One\n   a. sub\n   b. two\n2. Two\n", ["1.", "One", "a.", "sub", "b.", "two", "1.", "Two"]),
        ("1. One\n  - sub\n    more\n    - deep\n2. Two\n", ["1.", "One", "-", "sub more", "-", "deep", "1.", "Two"]),
        ("1. One\n\n  1. sub\n\n2. Two\n", ["1.", "One", "1.", "sub", "1.", "Two"]),
        ("1. One\n - beside\n", ["1.", "One", "-", "beside"]),
        ("> a) x\n> b) y\n", ["quotation", "a)", "x", "b)", "y"]),
        ("Text:\n• one\n• two\n", ["Text:", "-", "one", "-", "two"]),
        ("•\tone\n", ["-", "one"]),
        ("– one\n– two\n", ["-", "one", "-", "two"]),
        ("a) one\n\n   more of it\n\nb) two\n", ["a)", "one", "more of it", "b)", "two"]),
    ],
)
def test_marks_are_printed_as_typed(text: str, expected: list[str]) -> None:
    assert marks(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "• a\n• b\n",
        "•\ta\n•\tb\n",
        "Text:\n▪ a\n▪ b\n",
        "– a\n– b\n",
        "– a\n– b\n– c\n",
    ],
)
def test_signs_of_lists_from_elsewhere_make_a_list(text: str) -> None:
    *_, listed = draft(text).sections[0].blocks
    assert len(listed.items) == len([line for line in text.splitlines() if line[:1] in set("•▪–·")])  # type: ignore[union-attr]


@pytest.mark.parametrize("text", ["– alone it begins a sentence\n", "Words\n– and more\n", "    • code\n"])
def test_a_dash_alone_makes_none(text: str) -> None:
    assert "items" not in {name for block in draft(text).sections[0].blocks for name in dir(block)}


@pytest.mark.parametrize("text", ["1. a\n1. b\n1. c\n", "#. a\n#. b\n#. c\n", "1. a\n2. b\n3. c\n"])
def test_lists_that_count_by_themselves_go_on(text: str) -> None:
    (listed,) = draft(text).sections[0].blocks
    assert (listed.start, listed.marks, len(listed.items)) == (1, (), 3)  # type: ignore[union-attr]


def test_equal_numbers_with_a_bracket_count_too() -> None:
    assert marks("1) a\n1) b\n") == ["1)", "a", "2)", "b"]


@pytest.mark.parametrize(
    "text",
    [
        "c. 1900 people lived there.",
        "A. Smith said so.",
        "2019. That was the year.",
        "p.\u00a04 says\nv. the state",
        "– and so\non",
        "·x\n·y",
    ],
)
def test_what_only_begins_like_an_item_stays_text(text: str) -> None:
    assert marks(text) == [" ".join(text.split("\n"))]


def test_a_year_after_a_list_is_none_of_its_items() -> None:
    assert marks("1. a\n2. b\n\n2019. That year.\n") == ["1.", "a", "1.", "b", "2019. That year."]


def test_code_keeps_its_letters() -> None:
    assert "a) code" in dumped("    a) code\n    b) code\n")
    assert "b) code" in dumped("```\na) code\nb) code\n```\n")


def test_numbers_of_names() -> None:
    assert [number_of(name, roman=True) for name in ("i", "iv", "ix", "xiv", "iiii", "3")] == [1, 4, 9, 14, None, 3]
    assert [number_of(name, roman=False) for name in ("a", "c", "ab", "12")] == [1, 3, None, 12]


def test_the_mark_at_the_head_of_a_line() -> None:
    assert [typed(line) for line in ("(iv) x", "> 12. x", "  - a) x", "#. x", "x")] == ["(iv)", "12.", "a)", "#.", ""]


def test_bullets_of_words_fonts_of_signs_are_points() -> None:
    points = "o\tOne\no\tTwo\n\n§ Word\n§ More\n\n§\tTabbed\n\nØ\tThree\n"
    assert [line.strip() for line in dumped(points).splitlines()[1:] if line.strip() not in ("", "-")] == [
        "One",
        "Two",
        "Word",
        "More",
        "Tabbed",
        "Three",
    ]
    assert dumped("§ 5 of the Act.\n§ 6 too.\n").strip().endswith("§\u00a05 of the Act. §\u00a06 too.")


POINTS = "-\n  in health;\n-\n  in care;"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("It rose:\n\t•\tin health;\n\t•\tin care;", POINTS),
        ("It rose:\n\t- in health;\n\t- in care;", POINTS),
        ("It rose:\n    •   in health;\n    •   in care;", POINTS),
        ("It rose:\n\t(i) in health;\n\t(ii) in care;", POINTS.replace("-", "(i)", 1).replace("-", "(ii)", 1)),
        ("It rose:\n\ta)\tin health;\n\tb)\tin care;", POINTS.replace("-", "a)", 1).replace("-", "b)", 1)),
        ("It rose:\n\t1.\tin health;\n\t2.\tin care;", POINTS.replace("-", "1.")),
    ],
)
def test_points_after_a_tab_right_below_a_paragraph_are_a_list(text: str, expected: str) -> None:
    assert dumped(text).split("\n", 2)[2] == "\n".join(f"  {line}" for line in expected.split("\n"))


def test_points_after_a_tab_may_have_lower_ones() -> None:
    assert dumped("It rose:\n\t1.\tone\n\t\ta)\tsub\n\t\tb)\tsub\n\t2.\ttwo").count("    a)") == 1


@pytest.mark.parametrize("text", ["It is so\n    and e. g. more", "It is so\n\t- and so on", "So\n    a b\n    c d"])
def test_one_line_set_in_goes_on_with_the_words(text: str) -> None:
    assert "-\n" not in dumped(text) and len(dumped(text).split("\n")) == 2


@pytest.mark.parametrize(
    "text",
    [
        "•\tFirst\no\tMost\n•\tLast",
        "• First\n◦ Most\n• Last",
        "•\tFirst\n\no\tMost\n\n•\tLast",
        "- First\n  - Most\n- Last",
    ],
)
def test_another_bullet_at_the_same_margin_is_of_the_level_below(text: str) -> None:
    assert dumped(text).split("\n")[1:] == ["  -", "    First", "    -", "      Most", "  -", "    Last"]


def test_three_levels_of_word() -> None:
    lines = dumped("•\tOne\no\tTwo\n▪\tThree\no\tFour\n•\tFive").split("\n")
    assert [len(one) - len(one.lstrip()) for one in lines if one.strip() != "-"][1:] == [4, 6, 8, 6, 4]


@pytest.mark.parametrize(("mark", "step"), [("-", 2), ("-", 4), ("1.", 3), ("•", 4)])
def test_each_level_of_eight_stands_in_the_one_above(mark: str, step: int) -> None:
    text = "\n".join(f"{' ' * step * level}{mark} level {level}" for level in range(8))
    depths = [len(line) - len(line.lstrip()) for line in dumped(text).split("\n") if "level" in line]
    assert len(set(depths)) == 8
    assert depths == sorted(depths)


def test_lines_are_looked_at_once_for_points_below_them(monkeypatch: pytest.MonkeyPatch) -> None:
    empty: list[int] = []
    usual = StateBlock.isEmpty

    def watched(state: StateBlock, line: int) -> bool:
        empty.append(line)
        return usual(state, line)

    monkeypatch.setattr(StateBlock, "isEmpty", watched)
    parse(parser('“”‘’"'), "words\n===\n" * 300)
    assert len(empty) < 600 * 10


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Of these:\n•\u00a0boats\n•\u00a0nets", "  Of these:\n  -\n    boats\n  -\n    nets"),
        ("(a)\u00a0boats\n\n(b)\u00a0nets", "  (a)\n    boats\n  (b)\n    nets"),
        ("2)\u00a0 boats\n3)\u00a0 nets", "  2)\n    boats\n  3)\n    nets"),
        ("–\u00a0boats\n–\u00a0nets", "  -\n    boats\n  -\n    nets"),
        ("\uf0b7\tboats\n\uf0b7\tnets", "  -\n    boats\n  -\n    nets"),
        ("4.\u00a0May was warm.", "  4.\u00a0May was warm."),
        ("–\u00a0so they say.\nMore.", "  –\u00a0so they say. More."),
    ],
)
def test_points_with_the_spaces_and_the_signs_of_word(text: str, expected: str) -> None:
    assert dumped(f"{text}\n").split("\n", 1)[1] == expected
