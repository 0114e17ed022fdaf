"""HTML: what has its counterpart is read, of a mere look the words are kept, all else is told."""

from __future__ import annotations

import pytest

from tests.document.making import dumped, faults, one


@pytest.mark.parametrize(
    "text, expected",
    [
        ("a <b>bold *and*</b> c", "a *bold _and_* c"),
        ("<STRONG>x</STRONG> <i>y</i> <em>z</em>", "*x* _y_ _z_"),
        ("10<sup>6</sup> H<sub>2</sub>O", "10^6 H~2O"),
        ("one<br>two<br/>three", "one/two/three"),
        ('<a href="https://a.example">words</a>', "<words|https://a.example>"),
        ("<span class='x'>kept</span> <u>too</u>", "kept too"),
        ("<p>One</p><p>two</p>", "One two"),
    ],
)
def test_what_is_read(text: str, expected: str) -> None:
    assert one(text) == expected


def test_each_tag_is_told_once_for_a_file() -> None:
    more = "(and 2 more in this file)"
    assert faults("<b>a</b>\n<b>b</b>\n\n<b>c</b> <span>d</span>\n") == [
        f"text/t1.md:1:1: warning: HTML is for browsers: <b> is taken for Markdown {more} [markup-plain]",
        "text/t1.md:4:10: warning: HTML is for browsers: <span> is left out, and its words stay [markup-plain]",
    ]
    assert not faults("one<br>two")


def test_words_of_divisions_stay() -> None:
    assert dumped('<div class="x">\n\nText\n\n</div>\n').splitlines()[1:] == ["  Text"]


@pytest.mark.parametrize(
    "text", ["<table><tr><td>1</td></tr></table>", "a <name of clerk> b", "<img src='x.png'>", "<del>never</del>"]
)
def test_what_would_be_lost_is_an_error(text: str) -> None:
    assert any(" error: HTML is not read here: <" in fault and "[markup-unread]" in fault for fault in faults(text))
