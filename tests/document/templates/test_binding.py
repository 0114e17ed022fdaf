from __future__ import annotations

import pytest

from reportgen.document.templates.binding import misbound
from tests.document.rendering import render, shown


@pytest.mark.parametrize(
    ("printed", "rightly"),
    [
        ("rivers.Elbe.length * 1.1234 | round(1)", "(rivers.Elbe.length * 1.1234) | round(1)"),
        ("(rivers.Elbe.length / rivers.Rhine.length) * 100 | percent(1)", ""),
        ("(rivers.Elbe.length / rivers.Rhine.length - 1) * 100 | round(1)", ""),
        ("facts.locks - rivers.Elbe.items / 7 * 100 | round(0) | words", ""),
        ("facts.locks * (1 + 2) | number", "(facts.locks * (1 + 2)) | number"),
        ("rivers.Elbe.length + rivers.Rhine.length | change", ""),
        ("rivers.Elbe.length - rivers.Rhine.length | abs", ""),
        ("rivers.Elbe.length / 1000 | unit('thousand km')", ""),
        (
            "rivers.Elbe.length / rivers.Rhine.length | percent",
            "(rivers.Elbe.length / rivers.Rhine.length * 100) | percent",
        ),
        (
            "rivers.Elbe.length / rivers.Rhine.length - 1 | percent(1)",
            "((rivers.Elbe.length / rivers.Rhine.length - 1) * 100) | percent(1)",
        ),
        ("[rivers.Elbe.length * 2 | number] | list", "(rivers.Elbe.length * 2) | number"),
    ],
)
def test_a_filter_on_the_last_part_of_what_is_computed_is_told(printed: str, rightly: str) -> None:
    (problem,) = render(f"{{{{ {printed} }}}}").problems
    assert problem.rule == "template-value"
    assert "alone, and then" in problem.message
    computed, pipe, filters = printed.rpartition(" | round(0) | words" if "words" in printed else " | ")
    expected = rightly or f"({computed}){pipe}{filters}"
    assert problem.hint == f"put what is computed in brackets, then the filter: {expected}"


@pytest.mark.parametrize(
    "printed",
    [
        "(rivers.Elbe.length * 1.1234) | round(1)",
        "rivers.Elbe.length * (1.5 | round)",
        "rivers.Elbe.length | round(1) * 2",
        "rivers.Elbe.length / rivers | sum('length') * 100",
        "rivers.Elbe.length + rivers.Elbe.items | unit('km')",
        "rivers.Elbe.length * 2 ~ rivers.Elbe.name | upper",
        "-3 | abs",
        "rivers.Elbe.items * 2 if facts.locks | round > 3 else 0",
        "(rivers.Rhine.length - rivers.Elbe.length) | change if 2 - 1 > 0 else ''",
        "rivers.Elbe.length * 2 | default(0)",
        "facts.locks - 3 | asis",
    ],
)
def test_brackets_and_what_is_meant_so_are_no_fault(printed: str) -> None:
    assert misbound(f"{{{{ {printed} }}}}") == {}
    shown(f"{{{{ {printed} }}}}")


def test_it_is_told_in_tags_and_in_the_text_of_a_cover_too() -> None:
    text = "{% set rise = rivers.Elbe.length * 1.5 | round(1) %}{{ rise }}"
    (problem,) = render(text).problems
    assert "(rivers.Elbe.length * 1.5) | round(1)" in problem.hint
