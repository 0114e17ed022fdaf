"""Known ways out of template sandboxes: each is told, and prints nothing of what it was after."""

from __future__ import annotations

import re

import pytest

from reportgen.document.templates import budget
from tests.document.rendering import render

_WAYS = r"""
{{ ''.__class__.__mro__[1].__subclasses__() }}
{{ ''['__class__']['__mro__'] }}
{{ ()|attr('__class__') }}
{{ '{0.__class__.__init__.__globals__}'.format(1) }}
{{ '{x.__class__}'.format_map({'x': 1}) }}
{{ '%s'.__mod__(1) }}
{{ '{0.__class__}'|format(1) }}
{{ cycler.__init__.__globals__.os.popen('id').read() }}
{{ cycler('a').next.__globals__ }}
{{ joiner.__init__.__globals__ }}
{{ joiner('a').__call__.__globals__ }}
{{ namespace.__init__.__globals__ }}
{{ namespace(a=1)._Namespace__attrs }}
{% set n = namespace() %}{% set n.__class__ = 1 %}{{ n.__class__ }}
{{ lipsum.__globals__ }}
{{ dict.__bases__ }}
{{ dict.mro() }}
{{ dict(a=1).__class__.__base__ }}
{{ range.__class__ }}
{{ range(3).__reduce__() }}
{{ self.__init__.__globals__ }}
{{ self._TemplateReference__context }}
{{ self._TemplateReference__context.environment }}
{{ [''] | map(attribute='__class__') | list }}
{{ [''] | map('attr', '__class__') | list }}
{{ [1] | map('format', '{0.__class__}') | list }}
{{ [1] | groupby('__class__') }}
{{ [''] | groupby('__class__.__mro__') }}
{{ [''] | sum(attribute='__class__') }}
{{ [''] | sort(attribute='__class__') }}
{{ [''] | max(attribute='__class__') }}
{{ [''] | join(attribute='__class__') }}
{{ [''] | selectattr('__class__') | list }}
{{ [''] | rejectattr('__class__', 'eq', 1) | list }}
{{ {'a': 1} | xmlattr }}
{{ [1] | pprint }}
{{ '' | attr('format') }}
{% include '/etc/passwd' %}
{% import 'os' as os %}{{ os }}
{% from 'os' import path %}
{% extends '/etc/passwd' %}
{% macro m() %}{% endmacro %}{{ m.__globals__ }}
{% macro m() %}{% endmacro %}{{ m._func.__globals__ }}
{% macro m() %}{% endmacro %}{{ m.__init__ }}
{% macro m() %}{% endmacro %}{{ m._environment.from_string('x') }}
{% macro m() %}{{ caller.__globals__ }}{{ caller._func }}{% endmacro %}{% call m() %}{% endcall %}
{% macro m() %}{{ varargs.__class__ }}{{ kwargs.__class__ }}{% endmacro %}{{ m(1, a=2) }}
{% for a in [1] %}{{ loop.__class__ }}{{ loop._iterable }}{{ loop.__init__.__globals__ }}{% endfor %}
{% for a in [1] recursive %}{{ loop._recurse.__globals__ }}{% endfor %}
{{ 'a'.translate({97: 'b'}) }}
{{ 'a'.encode() }}
{{ 'a'.join(['b']) }}
{{ 'a'.upper.__self__ }}
{{ 'a'.upper.__func__ }}
{{ 'a'.split.__class__ }}
{{ [].append(1) }}
{{ [].__class__ }}
{{ {}.update(a=1) }}
{{ {}.get('__class__').__class__ }}
{{ {}.keys.__self__ }}
{{ [].sort.__self__ }}
{{ nothing.__class__ }}
{{ nothing._undefined_exception }}
{{ nothing.tell }}
{{ nothing._fail_with_undefined_error }}
{{ (1).__class__ }}
{{ (1).bit_length() }}
{{ 1.5.as_integer_ratio() }}
{{ rivers.__class__ }}
{{ rivers._rows }}
{{ rivers.attribute }}
{{ rivers.item }}
{{ facts.__dict__ }}
{{ facts.owner.__class__ }}
{{ facts.owner.value }}
{{ facts.owner.form }}
{{ facts.owner.records }}
{{ facts['__class__'] }}
{{ rivers['__class__'] }}
{{ title.__class__ }}
{{ title.records }}
{% set x = ''['__cl' ~ 'ass__'] %}{{ x }}
{{ ''['\x5f\x5fclass\x5f\x5f'] }}
{% autoescape false %}{{ '<b>' }}{% endautoescape %}
{{ '<script>' | safe }}
{{ '<b>' | escape }}
{% debug %}
{{ url_for.__globals__ }}
{{ request }}
{{ config }}
{{ get_flashed_messages.__globals__ }}
{{ __builtins__ }}
{{ __import__('os') }}
{{ open('/etc/passwd') }}
{{ environment }}
{{ context }}
{{ resolve('x') }}
{{ super() }}
{{ (x for x in [1]) }}
{{ lambda: 1 }}
{{ ''.gi_frame }}
{{ ([1]|map('string')).gi_frame }}
{{ ([1]|map('string')).gi_code }}
{{ ([1]|map('string')).send }}
{{ cycler('a').items.append(1) }}
{{ cycler('a').reset.__func__ }}
{{ (1).real }}
{{ [1] | map('(worked)') | list }}
{{ [1] | select('(chain)') | list }}
{{ [1] | map('safe') | list }}
""".strip().splitlines()
_INSIDE = re.compile("class|module|function|object|method|root:|<|/|__|0x")
"""What only Python says, or a file of the machine."""


@pytest.mark.parametrize("way", _WAYS)
def test_a_way_out_is_told_and_leads_nowhere(way: str) -> None:
    found = render(way)
    assert found.told
    assert not _INSIDE.search(found.text.replace("{", ""))


@pytest.mark.parametrize("way", _WAYS)
def test_what_is_told_has_no_word_of_python_but_the_authors(way: str) -> None:
    for _, _, message in render(way).told:
        assert message.strip() == message
        said = re.sub(r"'.*'", "", message)
        assert not re.search(r"None|True|False|<|object|environment|jinja|Undefined", said), message


def test_what_prepare_puts_in_is_no_filter_of_an_authors(monkeypatch: pytest.MonkeyPatch) -> None:
    """By `(worked)` a template would have given itself steps."""
    monkeypatch.setattr(budget, "MOST_WORK", 100_000)
    gain = "{% set a = [-10000000] | map('(worked)') | list %}"
    told = [
        one for _, _, one in render(gain + "{% for i in range(9000) %}{% set x = range(900) | sort %}{% endfor %}").told
    ]
    assert ["steps" in one for one in told] == [True]


@pytest.mark.parametrize(
    "text", ["{{ range(10**9) | list }}", "{{ 'a' * 10**9 }}", "{{ [1] * 10**9 }}", "{{ 'a'.ljust(9**9) }}"]
)
def test_nothing_huge_is_made(text: str) -> None:
    found = render(text)
    assert found.told
    assert len(found.text) < 100


def test_a_value_missing_in_a_list_is_told_once() -> None:
    assert [one for _, _, one in render("{{ [1] | groupby('a') }}").told] == ["'1' has nothing called 'a'"]
