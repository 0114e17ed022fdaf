from __future__ import annotations

import sys

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from jinja2 import Environment, Template

from reportgen.document.templates import missing
from reportgen.document.templates.filters import FILTERS
from tests.document.rendering import render


def test_every_problem_of_a_text_is_told_with_its_place() -> None:
    text = (
        "{{ rivers.Elb.length }} {{ rivers.Elbe.lenght }}\n"
        "{% if false %}{{ rvers }}{% endif %}\n"
        "{{ 1 / 0 }} {{ rivers.Elbe.name > 3 }} {{ facts.lock }} {{ 2 | numbr }}"
    )
    assert render(text).told == [
        (1, 11, "the table 'rivers' has no row whose name is 'Elb'"),
        (1, 40, "the table 'rivers' has no column 'lenght'"),
        (2, 18, "there is nothing called 'rvers'"),
        (3, 4, "'1 / 0' divides by zero"),
        (3, 16, "'3' and 'Elbe' can't be compared"),
        (3, 49, "there is no fact 'lock'"),
        (3, 64, "there is no filter called 'numbr'"),
    ]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("It falls {{ rivers['North Esk'].fall }}.", [(1, 10, ": rivers.North Esk.fall")]),
        (
            "It falls\n{{ rivers['North Esk'].fall + rivers.Elbe.fall }}.",
            [(2, 1, ": rivers.North Esk.fall")],
        ),
        ("{{ (rivers.Elbe.fall - rivers['North Esk'].fall * 2) | change }}", [(1, 1, ": rivers.North Esk.fall")]),
        ("{{ rivers | sum('fall') }}", [(1, 1, ": rivers.North Esk.fall")]),
        ("{{ rivers['North Esk'].fall ~ '!' }}", [(1, 1, ": rivers.North Esk.fall")]),
        ("{{ rivers['North Esk'].fall | words | upper }}", [(1, 1, ": rivers.North Esk.fall")]),
        ("{{ rivers['North Esk'].fall | default('unknown') }} {{ next_review | default('–') }}", []),
        ("{{ rivers | map(attribute='fall') | list }}", [(1, 1, ": rivers.North Esk.fall")]),
        ("> | {{ rivers['North Esk'].fall }} | b |", []),
        ("{% if rivers['North Esk'].fall is missing %}None.{% endif %}", []),
    ],
)
def test_a_missing_value_in_a_sentence_is_told(text: str, told: list[tuple[int, int, str]]) -> None:
    assert render(text).told == [(line, at, f"a value is missing and printed as –{name}") for line, at, name in told]


@pytest.mark.parametrize("text", ["rivers | sum('fall')", "rivers['North Esk'].fall + rivers.Elbe.fall"])
def test_what_is_computed_without_one_of_its_values_says_how_to_leave_that_out(text: str) -> None:
    (problem,) = render(f"{{{{ {text} }}}}").problems
    without = 'rivers | rejectattr("fall", "missing") | sum("fall")'
    assert without in problem.hint and "default" not in problem.hint
    assert render(f"{{{{ {without} }}}}").told == []
    (alone,) = render("{{ rivers['North Esk'].fall | round }}").problems
    assert "default" in alone.hint


def test_a_date_that_briefing_yaml_does_not_have_is_told_there() -> None:
    ((line, at, message),) = render("A\n\n{{ next_review }}").told
    assert (line, at) == (0, 0)
    assert message.startswith("next_review is not written in briefing.yaml, and is printed as – (")


def test_hints_name_the_nearest() -> None:
    found = render("{{ rvers }} {{ 2 | numbr }} {{ rivers.rhine.length }} {{ 2 is od }} {{ facts.lock }}").problems
    assert [one.hint for one in found] == [
        f"did you mean '{name}'?" for name in ("rivers", "number", "Rhine", "odd", "locks")
    ]


def test_a_filter_on_one_side_of_a_sum_would_be_lost() -> None:
    [(_, _, message)] = render("{{ rivers.Rhine.length - rivers.Elbe.length | change }}").told
    assert message == "a filter takes '+1,094\u00a0km' alone, and then - is computed"
    assert render("{{ rivers.Rhine.length - 3 | asis }}").told == []


def test_the_rest_of_the_text_is_rendered() -> None:
    result = render("a {{ nope }} b {{ rivers.Elbe.name }}\n{% for x in nope %}{{ x }}{% endfor %}c")
    assert result.text == "a  b ⟨Elbe⟩\nc"


def test_a_problem_in_a_loop_is_told_once() -> None:
    assert render("{% for row in rivers %}\n{{ row.x }}\n{% endfor %}").told == [
        (2, 8, "the table 'rivers' has no column 'x'")
    ]


def test_names_that_are_asked_for_are_no_problem() -> None:
    assert render("{% if nope is defined %}a{% endif %}{{ nope.b | default('c') }}{{ rivers.Oder.x | d }}").told == []


@pytest.mark.parametrize(
    ("text", "place", "message"),
    [
        ("a {{ rivers.North Esk }}", (1, 19), "'Esk' does not fit here"),
        ("a\nb {{ }}", (2, 6), "something is missing at the end of this tag"),
        ("{{ “a” }}", (1, 4), "“ can't stand in a template"),
        ("{% fr x in y %}", (1, 1), "there is no tag {% fr %}"),
        ("a\n{% for x in rivers %}\nb", (2, 1), "{% for %} is not closed"),
        ("{% if true %}\n{% endfor %}", (2, 1), "{% endfor %} does not fit here"),
        ("a {% endif %}", (1, 3), "{% endif %} closes nothing"),
        ("ab {{ x", (1, 4), "this {{ is not closed"),
        ('{{ "abc }}', (1, 4), "the quotation mark is not closed"),
        ("{{ rivers. }}", (1, 12), "a name must follow the dot"),
        ("{% for x %}{% endfor %}", (1, 10), "'%}' stands where 'in' should"),
        ("a <!-- b", (1, 3), "the comment that begins here with <!-- does not end"),
        ("a\n {# b", (2, 2), "the comment that begins here with {# does not end"),
        ("a \ue010", (1, 3), "the character U+E010 has no meaning of its own"),
        ("{% include 'x' %}", (1, 4), "'include' can't be used in a text"),
        ("{{ rivers }}", (1, 4), "the table 'rivers' can't be printed"),
        ("{{ title() }}", (1, 4), "'Rivers of December 1999' is no macro"),
        ("{{ facts.owner + 1 }}", (1, 4), "'the *state*' is not a number: + needs numbers"),
        ("{% for a, b in rivers %}{% endfor %}", (1, 4), "there are not as many values here as names"),
        ("{% macro m(a) %}{{ a }}{% endmacro %}{{ m() }}", (1, 12), "parameter 'a' was not provided"),
    ],
)
def test_faults_in_plain_words(text: str, place: tuple[int, int], message: str) -> None:
    assert [(line, column, told) for line, column, told in render(text).told] == [(*place, message)]


@pytest.mark.parametrize(
    "text",
    [
        "{{ ''.__class__.__mro__ }}",
        "{{ rivers.__class__ }}",
        "{{ rivers._shelf }}",
        "{{ [].append(1) }}",
        "{{ '%s' % 1 }}",
        "{{ '{:>999999999}'.format(1) }}",
        "{{ namespace.__init__.__globals__ }}",
        "{{ facts.locks.form }}",
        "{{ cycler.__init__ }}",
        "{{ self.__dict__ }}",
    ],
)
def test_python_is_out_of_reach(text: str) -> None:
    result = render(text)
    assert result.told
    assert result.text == ""


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("{% for x in range(99999) %}{% for y in range(99999) %}{% endfor %}{% endfor %}", "loops of this text turn"),
        ("{% macro m() %}{% for x in range(9**5) %}{{ m() }}{% endfor %}{% endmacro %}{{ m() }}", ""),
        ("{% set s %}{% for x in range(9**5) %}{% for y in range(9) %}{% endfor %}{% endfor %}{% endset %}", "loops"),
        ("{{ range(10**9) | list }}", "a range has"),
        ("{% macro m() %}{{ m() }}{% endmacro %}{{ m() }}", "a macro calls itself without end"),
        (
            "{% set ns = namespace(a='x') %}{% for x in range(99) %}{% set ns.a = ns.a ~ ns.a %}{% endfor %}",
            "print more than",
        ),
        (
            "{% set ns = namespace(a=[1]) %}{% for x in range(99) %}{% set ns.a = ns.a + ns.a %}{% endfor %}",
            "print more than",
        ),
        ("{{ 10 ** 10 ** 10 }}", "too large"),
        ("{{ 'a' * 10**9 }}", "is not a number"),
        ("{{ 1e999 }}", "the number is too large"),
        ("{{ " + "(" * 2000 + ")" * 2000 + " }}", "operators, dots or brackets"),
    ],
)
def test_nothing_runs_for_ever(text: str, message: str) -> None:
    told = render(text).told
    assert any(message in one for _, _, one in told), told


def test_too_long_an_output_is_told() -> None:
    text = "{% for x in range(9999) %}{{ '" + "x" * 999 + "' }}{% endfor %}"
    assert ["print more than" in message for _, _, message in render(text).told] == [True]


SIGNS = "{{ }} {% %} {# #} <!-- --> ` ``` \" ' ( ) [ ] . , | = + / ~ - 1 é".split()
WORDS = "rivers Elbe length words facts locks for x in if endif endfor set macro endmacro call endcall filter".split()
PIECES = [*SIGNS, *WORDS, "endfilter", "raw", "endraw", "not", "is", "none", "\n", "```\n", " "]


@given(st.lists(st.sampled_from(PIECES), max_size=25).map(" ".join))
@settings(max_examples=300)
def test_no_text_makes_a_traceback(text: str) -> None:
    result = render(text)
    assert len(result.lines) == result.text.count("\n") + 1
    assert all(1 <= one.place.line <= text.count("\n") + 1 and one.place.column >= 1 for one in result.problems)


VALUES = "rivers rivers.Elbe rivers.Elbe.length facts.owner facts.opened nope none [1,'a'] {'a':1} 'x' 2 true".split()
OPERATORS = "+ - * / // % ** ~ == < >= in and or".split()
MORE = ["first", "length", "map('upper')", "groupby('name')", "unique", "select", "dictsort"]


@given(st.sampled_from(VALUES), st.sampled_from(OPERATORS), st.sampled_from(VALUES))
@settings(max_examples=300)
def test_no_operation_makes_a_traceback(left: str, sign: str, right: str) -> None:
    render(f"{{{{ {left} {sign} {right} }}}}{{% for x in {left} %}}{{{{ x }}}}{{% endfor %}}")


@given(st.sampled_from(VALUES), st.sampled_from([*sorted(FILTERS), *MORE]))
@settings(max_examples=400)
def test_no_filter_makes_a_traceback(value: str, name: str) -> None:
    render(f"{{{{ {value} | {name} }}}}")


@pytest.mark.parametrize(
    ("written", "kept"),
    [
        ("It has {{ facts.locks } of\n{{ rivers.Rhine.name }}'s.", "It has of ⟨Rhine⟩'s."),
        ("It has {{ facts.locks\nand it's {{ edition }}.", "It has and it's ⟨1⟩."),
        ("{{ facts.locks\n\nIt ends }} here.", "It ends }} here."),
    ],
)
def test_a_template_that_is_not_closed_takes_nothing_else_with_it(written: str, kept: str) -> None:
    result = render(written)
    assert [message for _, _, message in result.told] == ["this {{ is not closed"]
    assert (" ".join(result.text.split()), result.torn) == (kept, True)


def test_single_braces_round_a_name_are_told() -> None:
    text = "{ facts.locks } {locks} {rivers.Rhine.length | words} { title }"
    assert [(at, one.hint) for (_, at, _), one in zip(render(text).told, render(text).problems, strict=True)] == [
        (at, rf"write {{{{ {value} }}}}, or \{{ if it is meant")
        for at, value in ((1, "facts.locks"), (17, "facts.locks"), (25, "rivers.Rhine.length | words"), (55, "title"))
    ]


@pytest.mark.parametrize(
    "text",
    [
        r"\{ facts.locks }",
        "`{ facts.locks }`",
        "{ locksmith } {rivers: [Rhine]} {#title} {.rivers} [a]{lang=cy}",
        "{% set a = {'b': 1} %}{{ {'title': 2}.title }}",
        "<!-- { title } -->",
        "{% raw %}{ title }{% endraw %}",
    ],
)
def test_other_single_braces_are_left_alone(text: str) -> None:
    assert render(text).told == []


def test_where_a_template_stands_is_read_once(monkeypatch: pytest.MonkeyPatch) -> None:
    read: list[str] = []
    usual = Template.debug_info
    assert isinstance(usual, property)

    def watched(template: Template) -> object:
        read.append(template.name or "")
        assert usual.fget
        return usual.fget(template)

    monkeypatch.setattr(Template, "debug_info", property(watched))
    told = render("{{ nothing }}\n\n" * 50).told
    assert [line for line, _, _ in told] == [*range(1, 100, 2)]
    assert len(read) <= 2


class _Frame:
    """A frame that can't say its line: Python counts that from the begin of the program each time."""

    def __init__(self, template: Template, step: int) -> None:
        self.f_globals = {"__jinja_template__": template}
        self.f_code, self.f_lasti = template.root_render_func.__code__, step


def test_the_line_of_a_fault_is_looked_up_and_not_counted(monkeypatch: pytest.MonkeyPatch) -> None:
    template = Environment().from_string("{{ a }}\n" * 300)
    code = template.root_render_func.__code__
    for start, _, line in code.co_lines():
        monkeypatch.setattr(sys, "_getframe", lambda _, step=start: _Frame(template, step))
        before = [own for own, generated in template.debug_info if generated <= (line or 0)]
        assert missing.current_offset() == (before[-1] - 1 if before else 0)
    assert missing._steps[id(code)][0] is code
