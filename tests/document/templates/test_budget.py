"""What the templates of a paper may cost; no test here looks at a clock."""

from __future__ import annotations

import pytest

from reportgen.document.templates import budget
from reportgen.document.templates.budget import Budget, Endless
from tests.document.rendering import render

_DOUBLED = "{% set a = [1] %}" + "{% set a = [a, a] %}" * 30
_LESS = 200_000
"""Steps: the bound of these tests, which what is endless passes sooner."""
_WORK = f"take more than {_LESS} steps"
_PRINT, _DEEP = "print more than", "lists stand in each other"
_LONG = "is longer than a paper may be"


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("{% for i in range(9000) %}{% set x = range(9000) | sort %}{% endfor %}", _WORK),
        ("{% set a = range(9000) | list %}{% for i in a %}{% if -1 in a %}{% endif %}{% endfor %}", _WORK),
        ("{% set a = range(9000) | list %}{% for i in a %}{% set b = a[:1] %}{% endfor %}", _WORK),
        (
            "{% macro m() %}"
            + "{% set a = 1 %}" * 500
            + "{% endmacro %}{% for i in range(9000) %}{{ m() }}{% endfor %}",
            _WORK,
        ),
        (_DOUBLED + "{{ a }}", _WORK),
        (_DOUBLED + "{{ a | join }}", _WORK),
        (_DOUBLED + "{{ a == [a] }}", _WORK),
        (_DOUBLED + "{{ 1 < 2 < a }}", _WORK),
        (_DOUBLED + "{{ [a, a] | sort }}", _WORK),
        (_DOUBLED.replace("[a, a]", "(a, a)") + "{{ {a: 1} }}", _WORK),
        (_DOUBLED * 2 + "{{ a }}", _WORK),
        ("{% set n = namespace(a=[]) %}{% for i in range(99) %}{% set n.a = [n.a] %}{% endfor %}{{ n.a }}", _DEEP),
        ("{% set a = 'x' %}" + "{% set a = a | replace('x', 'xxxxxxx') %}" * 9 + "{{ a }}", _LONG),
        ("{% set a = 'x' %}" + "{% set a = a + a %}" * 60 + "{{ a }}", _PRINT),
        ("{% set a = facts.owner ~ '' %}" + "{% set a = a + a %}" * 60 + "{{ a }}", _PRINT),
        ("{{ range(9000) | join('" + "x" * 999 + "') }}", _LONG),
        ("{% macro m(n) %}{% if n %}{% set a = m(n - 1) %}{{ m(n - 1) }}{% endif %}{% endmacro %}{{ m(30) }}", _WORK),
        ("{% macro m(n) %}{{ m(n + 1) }}{% endmacro %}{{ m(1) }}", "more than 40 stand in each other"),
        ("{% for a in [1, 1] recursive %}{% if loop.depth < 30 %}{{ loop([1, 1]) }}{% endif %}{% endfor %}", _WORK),
        ("{{ cycler() }}", "can't be called with what stands in its brackets"),
    ],
)
def test_what_costs_too_much_ends(text: str, message: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(budget, "MOST_WORK", _LESS)
    told = [one for _, _, one in render(text).told]
    assert any(message in one for one in told), told


def test_the_work_of_all_texts_counts_together_and_the_turns_of_each() -> None:
    used = Budget()
    used.work(budget.MOST_WORK)
    for _ in range(budget.MOST_TURNS):
        used.turn()
    used.begin()
    used.turn()
    with pytest.raises(Endless, match="steps"):
        used.work(1)


def test_a_list_that_stands_in_lists_again_and_again_is_weighed_once() -> None:
    value: list[object] = [1]
    for _ in range(35):
        value = [value, value]
    with pytest.raises(Endless, match="steps"):
        Budget().weigh(value)
