from __future__ import annotations

import pytest

from tests.document.making import one


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("**Bold:**text", "*Bold:*text"),
        ("**“Quoted”**text", "*“Quoted”*text"),
        ("The **rate:**10 and", "The *rate:*10 and"),
        ("so**(not)**here", "so*(not)*here"),
        ("*Note:*text", "_Note:_text"),
        ("**See *this*:**x", "*See _this_:*x"),
        ("**Bold**text and **bold**", "*Bold*text and *bold*"),
        ("5 * 3 and 2 ** 3", "5 × 3 and 2 ** 3"),
        ("*a* b *c*", "_a_ b _c_"),
        ("***both:***", "_*both:*_"),
        ("a `**b:**c` d", "a `**b:**c` d"),
        (r"\**x:**y", "**x:**y"),
        ("so ** bold ** here", "so *bold* here"),
        ("so **bold **here", "so *bold* here"),
        ("so** bold** here", "so *bold* here"),
        ("** whole **.", "*whole*."),
        ("x ** a ** b", "x ** a ** b"),
        ("so ** open and **bold**", "so ** open and *bold*"),
    ],
)
def test_marks_that_touch_a_letter_are_read(text: str, expected: str) -> None:
    assert one(text) == expected
