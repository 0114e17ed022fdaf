from __future__ import annotations

import pytest

from tests.document.making import faults, one


@pytest.mark.parametrize(
    "text",
    [
        "If p<a and b>c then stop",
        "a<b and c>d",
        "n<i and m>j",
        "Schools with x<b or y>3 differ",
        "$x$<p but y>$z$",
    ],
)
def test_signs_of_comparison_are_printed(text: str) -> None:
    assert one(text).replace("`", "") == text.replace("$", "") or one(text) == text
    assert not [fault for fault in faults(text) if "HTML" in fault]


@pytest.mark.parametrize("text", ["see <b and c> there", "a <name of clerk> b", "fill <i or j> in"])
def test_what_may_be_a_gap_is_told_as_what_it_is(text: str) -> None:
    (fault,) = [fault for fault in faults(text) if "HTML" in fault]
    assert "error: HTML is not read here: <" in fault


@pytest.mark.parametrize(
    ("text", "expected"),
    [("x<b>y</b>z", "x*y*z"), ('a<span class="x" hidden>b</span>c', "abc"), ("a<br clear=all>b", "a/b")],
)
def test_a_tag_is_a_tag(text: str, expected: str) -> None:
    assert one(text) == expected
