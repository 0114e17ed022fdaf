from __future__ import annotations

import pytest

from reportgen.document.templates import scan
from reportgen.document.templates.scan import pieces, replaced


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        ("{{ a }} {% b %} {# c #} <!-- d --> {#e} { f }", ["print", "tag", "comment", "comment"]),
        ("`{{ a }} {# b #}` {{ c", ["span", "open_print"]),
        ("```\n{# a #}\n{{ b }}\n```\n{# c", ["fence", "open_comment"]),
        ("{% raw %}{{ a }}{% endraw %}{{ '}}' }}", ["raw", "print"]),
        ("{{ a\n{{ b }} {{ 'it' ~ \"s }}\" }}", ["open_print", "print", "print"]),
    ],
)
def test_what_is_found(text: str, kinds: list[str]) -> None:
    assert [piece.kind for piece in pieces(text)] == kinds
    assert all(text.startswith(piece.text, piece.start) for piece in pieces(text))
    assert replaced(text, lambda piece: piece.text) == text


def test_templates_are_found_in_code_too_where_code_does_not_count() -> None:
    assert [piece.kind for piece in pieces("`{{ a }}`", code=False)] == ["print"]


@pytest.mark.parametrize("opening", ["<!--", "{# ", "{% raw %}"])
def test_an_end_that_is_not_there_is_looked_for_once(opening: str) -> None:
    ends = scan._Ends(opening * 300)
    kind = "raw" if "%" in opening else "comment"
    assert [ends.of(kind, opening, 3 * at) for at in range(300)] == [0] * 300
    assert len(ends._none) == 1
    assert {piece.kind for piece in pieces(opening * 300)} <= {"open_comment", "tag"}


def test_backticks_end_at_a_run_of_the_same_length_before_an_empty_line() -> None:
    text = "` a `` b ` c\n\n`` d ``` e ` f\n \n` `` g ``"
    assert [piece.text for piece in pieces(text)] == ["` a `` b `", "`` g ``"]
