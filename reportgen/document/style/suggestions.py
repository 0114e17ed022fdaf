"""`Suggestions`: the one record of the data that a number typed into a text certainly is.

Certain is what agrees in value, in kind of unit (per cent, a currency, millions, none of them) and in what is said: the
words of the record stand in the sentence of the number. A number with many digits is certain without words where no
other record is the same. All else may be a coincidence, and nothing is proposed.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from decimal import Decimal
from functools import cached_property, partial

from reportgen.document.data.lookups import AT
from reportgen.document.data.records import FACTS
from reportgen.document.data.shelf import Shelf
from reportgen.document.data.written import written
from reportgen.document.style.bare_numbers import value_of
from reportgen.frozen import frozen
from reportgen.language import Words
from reportgen.language.units import CURRENCIES
from reportgen.source.model import Briefing, Column, Fact, Row, Table

_NUMERIC = frozenset({"number", "integer"})
SIZES = ("thousand", "million", "billion", "trillion")
_WORD = re.compile(r"[^\W\d_]+")
_SENTENCE = re.compile(r"(?<=[.!?…])[”’»\")\]]*\s+(?![a-zß-öø-ÿ])")
_SHORTEST = 4
"""Letters of a word that says what a record is about: shorter ones, but for capitals, are "of" and "per"."""
_MANY = 4
"""Digits, but for zeros at the end, of a fraction that is hardly another one by chance. Ours."""
_ENDING = 3
"""Letters by which two forms of a word may differ at their end: "volunteers", "volunteered"."""
_SIZED = re.compile(rf"[ \u00a0\u202f]?[^\W\d_]{{1,3}}[ \u00a0\u202f]?[{re.escape(CURRENCIES)}]")
"""A short size with a currency behind a number: 3,4 M€, 2 Mds €."""


@frozen
class _Record:
    """A number of the data: how a template writes it ("" where nothing does), its unit, whether a sentence is of it."""

    write: Callable[[], str]
    unit: str
    told: Callable[[str], bool]


class Suggestions:
    """The numbers of a briefing's data with how a template writes them."""

    def __init__(self, briefing: Briefing, words: Words) -> None:
        self._briefing, self._words = briefing, words

    def only(self, number: str, before: str, after: str, beside: str = "") -> str:
        """How to write the one record that `number` is, between `before` and `after`; "" where none, or several, are.

        `beside` is what stands beside a number that has no sentence, such as the line under a key fact.
        """
        value = value_of(number, self._words)
        known = self._found.get(value, []) if value is not None else []
        if not known:
            return ""
        kind = self._kind(number, after)
        sentence = f"{_SENTENCE.split(before)[-1]}{number}{_SENTENCE.split(after, maxsplit=1)[0]} {beside}"
        same = [one for one in known if self._kind(one.unit, one.unit) == kind]
        told = [one for one in same if one.told(sentence)]
        found = [write for one in told if (write := one.write()) and _is_of_now(write, sentence)]
        if not told and len(known) == len(same) == 1 and value is not None and _is_telling(value):
            found = [same[0].write()]
        return found[0] if len(found) == 1 else ""

    def _kind(self, signs: str, words: str) -> frozenset[str]:
        """Currency, per cent and size, by the signs of a number and the words after it, or of a unit."""
        sized = _SIZED.match(words)
        found = {sign for sign in f"{signs}{sized[0] if sized else ''}" if sign in CURRENCIES or sign == "%"}
        words = words.lstrip(f"{CURRENCIES}% \u00a0\u202f")
        names = {"%": "percent"} | {size: f"sizes.{size}" for size in SIZES}
        said = {kind for kind, key in names.items() if self._words.form(rf"«{key}»\b", re.NOFLAG).match(words)}
        return frozenset(found | said)

    @cached_property
    def _found(self) -> dict[Decimal, list[_Record]]:
        """The records of each value."""
        found: dict[Decimal, list[_Record]] = {}
        for value, record in (*self._facts(), *self._cells()):
            found.setdefault(value, []).append(record)
        return found

    def _facts(self) -> Iterator[tuple[Decimal, _Record]]:
        for fact in self._briefing.facts.values():
            if isinstance(fact.cell.value, Decimal):
                record = _Record(partial(str, f"{FACTS}.{fact.name}"), fact.unit, partial(_says_fact, fact))
                yield fact.cell.value, record

    def _cells(self) -> Iterator[tuple[Decimal, _Record]]:
        for table in self._briefing.tables.values():
            shelf = Shelf(table, self._words, self._briefing.meta.facts_as_of)
            for column in (one for one in table.columns if one.type in _NUMERIC):
                for row in table.rows:
                    value = row.value(column.name)
                    if isinstance(value, Decimal):
                        told = partial(_says_cell, table, row, column)
                        yield value, _Record(partial(written, shelf, row, column.name), column.unit, told)


def _is_telling(value: Decimal) -> bool:
    """Whether a number has so many digits that another one is hardly the same: a fraction needs one less."""
    digits = value.normalize().as_tuple()
    return len(digits.digits) >= (_MANY if int(digits.exponent) < 0 else _MANY + 1)


def _says_fact(fact: Fact, sentence: str) -> bool:
    """Whether a sentence is of a fact's subject and its measure; of its name where it has neither."""
    return all(_has_any(text, sentence) for text in (fact.subject, fact.measure) if text) and bool(
        fact.subject or fact.measure or _has_any(fact.name, sentence)
    )


def _says_cell(table: Table, row: Row, column: Column, sentence: str) -> bool:
    """Whether a sentence names the row by its key, or its label, and what the column measures."""
    names = [row.cells[name].text for name in table.key if name != table.date]
    label = row.cells[table.label].text if table.label else ""
    named = all(_has_phrase(name, sentence) for name in names) or bool(label and _has_phrase(label, sentence))
    return named and _has_any(f"{column.title} {column.name} {column.unit}", sentence)


def _is_of_now(write: str, sentence: str) -> bool:
    """Whether the sentence names the year of a value that is not the latest: one looked up by its date."""
    year = re.search(rf'\.{AT}\(.*"(\d{{4}})[^"]*"\)', write)
    return year is None or year[1] in sentence


def _has_phrase(phrase: str, sentence: str) -> bool:
    words = r"\W+".join(map(re.escape, re.findall(r"\w+", phrase)))
    return bool(words and re.search(rf"(?<!\w){words}(?!\w)", sentence, re.IGNORECASE))


def _has_any(text: str, sentence: str) -> bool:
    """Whether a word of `text` that says something stands in the sentence, in whatever form."""
    words = _telling(text)
    return any(_is_form(one, other) for one in words for other in _telling(sentence))


def _telling(text: str) -> Sequence[str]:
    found: Iterable[str] = _WORD.findall(text.replace("_", " "))
    return [word.casefold() for word in found if len(word) >= _SHORTEST or word.isupper() or text.strip() == word]


def _is_form(one: str, other: str) -> bool:
    """Whether two words are the same but for an ending."""
    longer = max(len(one), len(other))
    same = next(
        (at for at, (left, right) in enumerate(zip(one, other, strict=False)) if left != right),
        len(min(one, other, key=len)),
    )
    return one == other or same >= max(_SHORTEST, longer - _ENDING)
