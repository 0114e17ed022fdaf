"""What a chart kind of the workspace's own says of a chart, held against the paper's language and the chart's data.

Tests hold the built-in kinds to it. Only what is sure is told: words of another language that charts are described in,
numbers written in its way, and numbers that are neither in the data nor worked out of them in any usual way.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import cache
from itertools import permutations
from statistics import mean, median

from babel import Locale

from reportgen.dates import PartialDate
from reportgen.document.inlines import plain
from reportgen.document.text.desk import ChartDraft
from reportgen.language import Words, words_for
from reportgen.language.tables import languages, table

_WORD = re.compile(r"[^\W\d_]{2,}")
_SLOT = re.compile(r"\{\w+\}")
_NUMBER = re.compile(r"\d+(?:[.,'’\u00a0\u202f]\d+)*")
_LEAST_WORDS = 2
"""Words of another language that are no chance."""
_MOST_VALUES = 60
"""Values of which all pairs are looked at: of more nearly any number is a difference or a share."""
_SIZES = (1e-9, 1e-6, 1e-3, 1.0, 100.0, 1e3, 1e6)
"""What a value is told in: billions, millions, thousands; a share of one in per cent; thousands in ones."""


def amiss(said: str, chart: ChartDraft, words: Words) -> Iterator[str]:
    """What is wrong with the kind's own words on the chart, each as the end of a sentence that begins with it."""
    spec = chart.spec
    told = said.removeprefix(spec.alt.strip()) if spec.alt else said
    known = _known(chart, words)
    yield from _foreign(told, known, words)
    values = [cell for row in spec.data for cell in row.values() if isinstance(cell, float)]
    numbers = [number for number in dict.fromkeys(_NUMBER.findall(told)) if number not in known]
    if values and not _NUMBER.search(told):
        yield "has no figure in it"
    odd = [number for number in numbers if _is_of_another(number, values, words)]
    if odd:
        point = words.number(0.5)[1:2]
        yield f"writes {_listed(odd)}, and the paper's language has '{point}' before decimals"
    if 0 < len(values) <= _MOST_VALUES:
        there = _worked_out(chart, values)
        strange = [number for number in numbers if number not in odd and not _is_in(number, there, words)]
        if strange:
            yield f"says {_listed(strange)}, which is in no cell of its data, and no sum, difference or share of any"


def _listed(found: list[str]) -> str:
    return ", ".join(f"'{one}'" for one in found[:4])


def _known(chart: ChartDraft, words: Words) -> frozenset[str]:
    """The words and numbers of the block and of its data, which a description may have in any language."""
    spec = chart.spec
    texts = [spec.alt, plain(chart.title), plain(chart.subtitle), spec.data.title, spec.data.missing, str(spec.options)]
    for info in spec.data.columns:
        texts += [info.name, info.title, info.unit, *info.values]
    for row in spec.data:
        for cell in row.values():
            if isinstance(cell, PartialDate):
                texts += [words.date(cell), str(cell)]
            elif isinstance(cell, str):
                texts.append(cell)
    return frozenset(found for text in texts for pattern in (_WORD, _NUMBER) for found in pattern.findall(text))


def _foreign(told: str, known: frozenset[str], words: Words) -> Iterator[str]:
    here = words.tag.partition("-")[0]
    typed = dict.fromkeys(word for word in _WORD.findall(told) if word not in known)
    for other in languages():
        found = [word for word in typed if word.casefold() in _vocabulary(other) - _vocabulary(here)]
        if other != here and len(found) >= _LEAST_WORDS:
            yield f"says {_listed(found)} in {_named(other)}, and the paper is in {_named(here)}"


def _named(language: str) -> str:
    return Locale.parse(language).get_language_name("en") or language


@cache
def _vocabulary(language: str) -> frozenset[str]:
    """The words that a language describes charts with, and its months."""
    sentences = [
        text
        for key, sentence in table(language).items()
        if key.startswith("charts.")
        for text in (sentence.values() if isinstance(sentence, Mapping) else (sentence,))
    ]
    months = [words_for(language).date(PartialDate(2000, month)) for month in range(1, 13)]
    return frozenset(word.casefold() for text in (*sentences, *months) for word in _WORD.findall(_SLOT.sub("", text)))


def _is_of_another(number: str, values: list[float], words: Words) -> bool:
    """Whether a number is written as only another language has it: '1,240' in French is what 1,240 is in English."""
    if _read(number, words) is None:
        return True
    return not _is_in(number, values, words) and any(_is_in(number, values, words_for(one)) for one in languages())


def _read(number: str, words: Words) -> float | None:
    """A number as the language writes it; None for one in another way."""
    point, group = words.number(0.5)[1:2], words.number(1_000_000)[1:2]
    whole, dot, part = number.partition(point)
    first, *rest = whole.split(group)
    if not (part.isdecimal() or not dot) or not first.isdecimal() or any(len(three) != 3 for three in rest):
        return None
    digits = "".join((first, *rest))
    return float(f"{digits}.{part or 0}") if digits.isdecimal() and (not rest or len(first) <= 3) else None


def _worked_out(chart: ChartDraft, values: list[float]) -> list[float]:
    """The values in all sizes, counts of rows, and what is usually made of values: sums, means, differences, shares."""
    data = chart.spec.data
    rows = [[cell for cell in row.values() if isinstance(cell, float)] for row in data]
    columns = [[cell for cell in data[info.name] if isinstance(cell, float)] for info in data.columns]
    found = [abs(value) * size for value in values for size in _SIZES]
    found += map(float, range(max(len(data) * len(data.columns), 2) + 1))
    found += [100.0, *(made(part) for part in (*rows, *columns) if part for made in (sum, mean, median))]
    for one, other in permutations(values, 2):
        found.append(abs(one - other))
        if other:
            found += [abs(one / other), abs(one / other) * 100, abs(one / other - 1) * 100]
    found += [value / sum(column) * 100 for column in columns if sum(column) for value in column]
    return found


def _is_in(number: str, there: list[float], words: Words) -> bool:
    """Whether a number is one of `there`, to as many decimals as it has."""
    value = _read(number, words)
    decimals = len(number.partition(words.number(0.5)[1:2])[2])
    return value is not None and any(abs(abs(one) - value) <= 0.5 * 10.0**-decimals + 1e-9 for one in there)
