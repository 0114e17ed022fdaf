from __future__ import annotations

import pytest

from tests.document.making import dumped, faults


def test_a_link_whose_address_stands_elsewhere() -> None:
    text = "# A\n\nThe [list][r], [r] and [R][].\n\n[r]: https://example.org\n"
    assert "The <list|https://example.org>, <r|https://example.org> and <R|https://example.org>." in dumped(text)
    assert faults(text) == []


@pytest.mark.parametrize("link", ["[the list][none]", "[the list][]"])
def test_a_link_that_goes_nowhere_is_told(link: str) -> None:
    assert faults(f"# A\n\nSee {link}.\n") == [
        f"text/t1.md:3:5: error: {link} is no link: no line says where it goes [markup-unread]"
    ]


@pytest.mark.parametrize("text", ["a [sic] b", "so [it] is [here]", "in [0, 1][2]", "[@survey][^1]\n\n[^1]: It."])
def test_other_brackets_are_none(text: str) -> None:
    assert not [one for one in faults(f"# A\n\nSee {text}\n") if "is no link" in one]


def test_an_address_that_nothing_names_is_told_where_it_stands() -> None:
    found = faults("# A\n\nText.\n\n[list]: https://example.org\n")
    assert found == [
        "text/t1.md:5:1: warning: nothing in the text names this address: [list]: https://example.org [markup-plain]"
    ]
