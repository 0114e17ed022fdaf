"""How deep a template may go: one step less is read, one more is told."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from reportgen.document.templates.nesting import MOST_BRANCHES, MOST_DEEP, MOST_DIGITS, MOST_TAGS
from tests.document.rendering import render

_FORMS: dict[str, tuple[Callable[[int], str], int]] = {
    "tags": (lambda n: "{% if 1 %}" * n + "x" + "{% endif %}" * n, MOST_TAGS),
    "loops": (lambda n: "{% for a in [1] %}" * n + "x" + "{% endfor %}" * n, MOST_TAGS),
    "set-blocks": (lambda n: "{% set a %}" * n + "x" + "{% endset %}" * n + "{{ a }}", MOST_TAGS),
    "branches": (lambda n: "{% if 0 %}" + "{% elif 0 %}" * n + "{% else %}x{% endif %}", MOST_BRANCHES),
    "sum": (lambda n: "{{ 1" + " + 1" * n + " }}", MOST_DEEP),
    "joined": (lambda n: "{{ 'x'" + " ~ 'x'" * n + " }}", MOST_DEEP),
    "either": (lambda n: "{% if 0" + " or 1" * n + " %}x{% endif %}", MOST_DEEP),
    "not": (lambda n: "{% if " + "not " * (n // 2 * 2) + "1 %}x{% endif %}", MOST_DEEP),
    "filters": (lambda n: "{{ 'x'" + " | lower" * n + " }}", MOST_DEEP),
    "brackets": (lambda n: "{{ " + "(" * n + "'x'" + ")" * n + " }}", MOST_DEEP // 4),
    "digits": (lambda n: "{% if " + "9" * n + " %}x{% endif %}", MOST_DIGITS),
}


@pytest.mark.parametrize("form", _FORMS)
def test_a_template_is_read_up_to_its_bound(form: str) -> None:
    make, most = _FORMS[form]
    assert [rule for rule in render(make(most)).told if "more than" in rule[2]] == []
    (told,) = render(make(most + (2 if form == "not" else 1))).told[:1]
    assert "more than" in told[2]


@pytest.mark.parametrize(
    "deep", [".a", "[1]", "()", "|abs", "+1", " and 1", " if 1 else 1", "**2", " in [1]", " is odd"]
)
def test_nothing_deep_ends_in_python(deep: str) -> None:
    assert render("{{ rivers" + deep * 3000 + " }}").told


def test_many_things_side_by_side_are_not_deep() -> None:
    text = "{% set a = [" + ", ".join("('x', -1, 2 + 3)" for _ in range(400)) + "] %}" + "{% set b = 1 %}" * 40
    assert render(text).told == []
