"""No kind describes a chart in words that it types itself: they would stand in English in a paper of any language."""

from __future__ import annotations

import re
from functools import partial
from typing import Any

import pytest

from reportgen.figures.contract import ChartData, ChartError
from reportgen.figures.kit import label
from reportgen.language import Words
from tests.charts.cases import KINDS, NAMES, VALUES
from tests.charts.support import FRENCH, described, options_of, table

_WORD = re.compile(r"[^\W\d_]{2,}")


class _Listened:
    """The words of a language, which remember what they have said."""

    def __init__(self, words: Words) -> None:
        self._words = words
        self.said: set[str] = set()

    def __getattr__(self, name: str) -> Any:
        found = getattr(self._words, name)
        return partial(self._listen, found) if callable(found) else found

    def _listen(self, found: Any, *given: Any, **more: Any) -> Any:
        answer = found(*given, **more)
        if isinstance(answer, str):
            self.said |= set(_WORD.findall(answer))
        return answer


def _words_of(data: ChartData) -> set[str]:
    """All words that a table has."""
    told = [data.missing, data.title]
    for info in data.columns:
        told += [info.name, info.title, info.unit, *info.values]
    told += [str(value) for row in data.rows for value in row.values()]
    return {word for text in told for word in _WORD.findall(text)}


def typed(text: str, listened: _Listened, data: ChartData, options: dict[str, Any]) -> list[str]:
    """The words of a description that the language has not said, and that neither data nor options have."""
    known = listened.said | _words_of(data) | set(_WORD.findall(str(options)))
    return [word for word in _WORD.findall(text) if word not in known]


@pytest.mark.parametrize("case", ["plain", "missing", "equal"])
@pytest.mark.parametrize("name", KINDS)
def test_a_kind_types_no_words_of_its_own(name: str, case: str) -> None:
    for chosen, data, options in KINDS[name](NAMES["six"], VALUES[case]):
        listened: Any = _Listened(FRENCH)
        try:
            text = described(chosen, data, options_of(chosen, **options), listened)
        except ChartError:
            continue
        assert typed(text, listened, data, options) == [], "write it under charts: of each language"


def test_words_that_a_kind_types_are_found() -> None:
    data, listened = table({"share": {"type": "number", "unit": "%"}}, (66.4,)), _Listened(FRENCH)
    words: Any = listened
    text = f"{label(66.4, data.info('share'), words)} of a hundred squares are filled."
    assert typed(text, listened, data, {}) == ["of", "hundred", "squares", "are", "filled"]
