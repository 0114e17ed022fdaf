"""Lines are filled, broken where words may be, and keep words apart for who hears them."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportgen.document.inlines import Inlines, LineBreak, Strong, Superscript, Text
from reportgen.language import words_for
from reportgen.pdf.linebreaking import LineBreaker, TextLine
from reportgen.pdf.runs import CharacterStyle, InlineStyle, make_runs
from reportgen.pdf.structure import StructElem
from reportgen.pdf.theme import Theme

_LOOK = CharacterStyle(10.0, "#000000")
_INLINE = InlineStyle("#0000ff", "Footnote {number}")


def _breaker(theme: Theme, *content: Inlines) -> LineBreaker:
    inlines = tuple(inline for part in content for inline in part)
    return LineBreaker(make_runs(inlines, StructElem("P"), _LOOK, _INLINE), theme.lettering)


def _words(lines: list[TextLine]) -> list[str]:
    return ["".join(piece.text for piece in line.pieces) for line in lines]


def test_a_line_ends_in_the_space_that_it_was_broken_at(theme: Theme) -> None:
    assert _words(_breaker(theme, (Text("first second"),)).lines(40)) == ["first ", "second"]


def test_no_break_space_and_figures_hold_together(theme: Theme) -> None:
    assert _words(_breaker(theme, (Text("page 12\u00a0345 ES-11/1"),)).lines(45)) == [
        "page ",
        "12\u00a0345 ",
        "ES-11/1",
    ]


def test_a_compound_that_no_line_holds_is_broken_after_its_hyphen(theme: Theme) -> None:
    assert _words(_breaker(theme, (Text("self-governing"),)).lines(45)) == ["self-", "governing"]


def test_a_compound_is_not_broken_where_a_line_holds_it(theme: Theme) -> None:
    assert _words(_breaker(theme, (Text("both self-governing islands"),)).lines(75)) == [
        "both ",
        "self-governing ",
        "islands",
    ]


def test_a_soft_hyphen_is_shown_only_where_it_breaks(theme: Theme) -> None:
    broken = _breaker(theme, (Text("parlia\u00admentary"),)).lines(40)
    assert broken[0].pieces[-1].hyphen
    assert not any(
        piece.hyphen for line in _breaker(theme, (Text("parlia\u00admentary"),)).lines(400) for piece in line.pieces
    )


def test_a_long_address_is_broken_at_its_strokes(theme: Theme) -> None:
    lines = _words(_breaker(theme, (Text("https://example.org/reports/2022/western-report"),)).lines(100))
    assert len(lines) > 1
    assert "".join(lines) == "https://example.org/reports/2022/western-report"
    assert all(line[-1] == "/" or after[0] in ".-" for line, after in pairwise(lines))


@pytest.mark.parametrize(
    ("address", "width", "expected"),
    [
        ("doi.org/10.1234/jur.2024.0017", 60, ["doi.org/", "10.1234/", "jur.2024.0017"]),
        ("me@parliament.example.org", 120, ["me", "@parliament.example.org"]),
        (
            "https://example.org/search?q=courts&year=2024",
            90,
            ["https://example.org/", "search?q=courts", "&year=2024"],
        ),
        ("www.statistics.parliament.example", 75, ["www.statistics", ".parliament", ".example"]),
    ],
)
def test_an_address_is_broken_before_a_dot_only_where_no_line_holds_it(
    theme: Theme, address: str, width: float, expected: list[str]
) -> None:
    assert _words(_breaker(theme, (Text(address),)).lines(width)) == expected


def test_a_line_break_ends_the_line(theme: Theme) -> None:
    assert [line.strip() for line in _words(_breaker(theme, (Text("a"), LineBreak(), Text("b"))).lines(400))] == [
        "a",
        "b",
    ]


def test_a_word_of_two_looks_is_not_broken(theme: Theme) -> None:
    lines = _words(_breaker(theme, (Text("one half"), Strong((Text("hearted"),)))).lines(60))
    assert lines == ["one ", "halfhearted"]


def test_balanced_titles_have_lines_of_about_one_length(theme: Theme) -> None:
    breaker = _breaker(theme, (Text("Montenegro opened its last chapter in a year in which nobody else did"),))
    widths = [line.width for line in breaker.lines(300, balanced=True)]
    assert len(widths) == len(breaker.lines(300))
    assert max(widths) - min(widths) < 0.3 * max(widths)


def test_a_lone_short_word_gets_company_on_the_last_line(theme: Theme) -> None:
    text = "the committee found that the spending on ferries rose again in the north as well so"
    for width in range(100, 200, 7):
        lines = _words(_breaker(theme, (Text(text),)).lines(width))
        if len(lines) > 1 and len(lines[-1].split()) == 1:
            pytest.fail(f"{lines[-1]!r} stands alone at {width}")


def test_company_for_a_short_word_never_breaks_another(theme: Theme) -> None:
    breaker = _breaker(theme, (Text("Agreement signed"),))
    assert _words(breaker.lines(breaker.narrowest() + 0.5)) == ["Agreement ", "signed"]


@given(st.text(st.characters(categories=("L", "N", "P", "Zs")), max_size=80), st.floats(20, 300))
def test_no_character_is_lost_and_no_line_too_wide(text: str, width: float) -> None:
    theme = _theme()
    lines = _breaker(theme, (Text(text),)).lines(width)
    assert "".join("".join(_words(lines)).split()) == "".join(text.split())
    widest = max((theme.lettering.width(character, _LOOK.style, _LOOK.size) for character in text), default=0)
    assert all(line.width <= max(width, widest) + 0.01 for line in lines)


def _theme() -> Theme:
    from reportgen.house import House
    from reportgen.language import words_for

    return Theme(House(), words_for("en-GB"))


def test_a_mail_address_is_broken_at_its_joints(theme: Theme) -> None:
    lines = _words(_breaker(theme, (Text("desk@islands.example"),)).lines(75))
    assert lines == ["desk@islands", ".example"]


def test_raised_letters_in_small_type_stay_legible() -> None:
    runs = make_runs((Superscript((Text("a"),)),), StructElem("P"), _LOOK, _INLINE)
    assert [run.look.size for run in runs] == [8.0]


def test_raised_letters_of_a_number_stay_with_it_in_one_word(theme: Theme) -> None:
    inline_style = InlineStyle("#0000ff", "Note {number}", words_for("fr").raised)
    runs = make_runs((Text("le 1er mars"),), StructElem("P"), _LOOK, inline_style)
    assert [(run.text, run.look.rise > 0) for run in runs] == [("le 1", False), ("er", True), (" mars", False)]
    assert len({id(run.slot) for run in runs}) == 1
    assert _words(LineBreaker(runs, theme.lettering).lines(26)) == ["le 1er ", "mars"]
