"""`Words`: what the engine says in one language. The sentences are in the YAML tables beside this file."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from contextlib import suppress
from copy import copy
from decimal import Decimal
from functools import cache, cached_property
from typing import TYPE_CHECKING

from babel import Locale, UnknownLocaleError
from babel.lists import format_list

from reportgen.dates import PartialDate, Period
from reportgen.language.digits import around, digits_of, signed
from reportgen.language.period_words import dated, period_in_words, spelled_out
from reportgen.language.rounding import Number, rounded
from reportgen.language.spelling import speller
from reportgen.language.tables import NARROW, Sentence, languages, narrow, table
from reportgen.language.typography import apostrophes, gaps, held
from reportgen.language.units import NO_BREAK, Unit, after, spellings, unit_of
from reportgen.problems import did_you_mean

if TYPE_CHECKING:
    from unicode_rbnf import RbnfEngine

_MOST_SPELLED = 10**15
_SIZES = ("thousand", "million", "billion", "trillion")


class UnknownLanguage(ValueError):
    """No table speaks this language; `hint` lists those that there are."""

    def __init__(self, tag: str) -> None:
        self.tag = tag
        self.hint = did_you_mean(tag, languages())
        super().__init__(f"the engine has no words for the language '{tag}'")


class Words:
    """The words of one language; `tag` is BCP 47, such as "en-GB"."""

    def __init__(self, tag: str, locale: Locale, sentences: Mapping[str, Sentence]) -> None:
        self.tag = tag
        self._locale = locale
        self._sentences = sentences
        self._compact = False
        self._narrow = narrow(*(str(sentences.get(f"meta.space-{side}", "")) for side in ("before", "after")))

    def say(self, key: str, /, **values: object) -> str:
        """The sentence at the dotted `key`, its placeholders filled; an int `count` chooses the plural form."""
        return self._sentence(key, values).format_map(values)

    def say_around(self, key: str, slot: str, /, **values: object) -> tuple[str, str]:
        """What the same sentence says before and after one of its placeholders, for what is more than a text."""
        before, _, after = self._sentence(key, values).partition(f"{{{slot}}}")
        return before.format_map(values), after.format_map(values)

    def _sentence(self, key: str, values: dict[str, object]) -> str:
        """The sentence in the form that a `count` among the values asks for; this becomes a number in words."""
        sentence, count = self._sentences[key], values.get("count")
        if isinstance(count, int):
            values["count"] = self.number(count)
        if isinstance(sentence, str):
            return sentence
        category = self._locale.plural_form(count) if isinstance(count, int) else "other"
        return sentence.get(category, sentence["other"])

    def number(self, value: Number, decimals: int | None = None) -> str:
        """Grouped, with the language's decimal sign and a true minus; None: as many decimals as `value` has."""
        number = rounded(value, decimals)
        return signed(number, digits_of(number, self._locale))

    def percent(self, value: Number, decimals: int | None = None) -> str:
        """`value` is per cent already: 62 is "62%"."""
        number = rounded(value, decimals)
        before, after = around(self._locale.percent_formats[None].pattern)
        return signed(number, f"{before}{digits_of(number, self._locale)}{after}")

    def quantity(self, value: Number, unit: str, decimals: int | None = None) -> str:
        """With its unit, each part where the language puts it: "62%", "£3bn", "2.5 million", "12 km".

        What is no per cent, currency or word of size follows as it is typed; no line ends between number and unit.
        """
        parts = self.unit(unit)
        if parts.percent:
            return self.percent(value, decimals) + after(parts.rest, spaced=True)
        number = rounded(value, decimals)
        before, _ = around(self._locale.currency_formats["standard"].pattern)
        return signed(number, self._with_unit(number, parts, leading=bool(before)))

    @cached_property
    def compact(self) -> Words:
        """The same words for charts: of money the size stands in its short form, "£5m" for "£5 million"."""
        words = copy(self)
        words._compact = True
        return words

    def _with_unit(self, value: Decimal, unit: Unit, *, leading: bool) -> str:
        """Digits and unit; `leading`: the currency stands before the number, and short words follow without a space."""
        if self._compact and unit.money:
            unit = unit.shortened(self.say(f"units.short.{unit.size}"), ahead=not leading)
        digits, rest = digits_of(value, self._locale), after(unit.rest, spaced=not leading)
        size = f"{NO_BREAK}{self._size(unit.size, value)}" if unit.size else ""
        if not leading or unit.ahead:
            sign = unit.size_first if unit.ahead else f"{unit.currency}{unit.short}"
            return f"{digits}{size}{NO_BREAK if sign else ''}{sign}{rest}"
        gap = NO_BREAK if unit.currency[-1:].isalpha() else ""
        return f"{unit.currency}{gap}{digits}{size}{unit.short}{rest}"

    def size_of(self, unit: str, value: Number) -> str:
        """The word of size in a unit without a currency, with a space that holds: " million"; "" where it has none."""
        parts = self.unit(unit)
        size = parts.size or {"bn": "billion", "mn": "million", "tn": "trillion"}.get(parts.short, "")
        return f"{NO_BREAK}{self._size(size, Decimal(value))}" if size and not parts.currency else ""

    def zeros_of(self, unit: str) -> int:
        """How many zeros the size in a unit has, as a word or short: 6 of "£ million" and "£m"; 0 of one without."""
        return self.unit(unit).power

    def unit(self, text: str) -> Unit:
        """The parts of a unit, with the language's words of size."""
        return unit_of(text, self._sizes)

    def amount(self, size: str, currency: str, rest: str = "") -> str:
        """A unit of the size thousand, million … as this language writes it: "Md€", "£ billion", "milliers"."""
        before, _ = around(self._locale.currency_formats["standard"].pattern)
        word = self._size(size, Decimal(2))
        if currency and before:
            unit = f"{currency} {word}"
        elif currency:
            unit = Unit(currency, short=self.say(f"units.short.{size}")).size_first
        else:
            unit = word
        return f"{unit} {rest}".strip()

    @property
    def sizes(self) -> list[str]:
        """The language's words of size in all of their forms, and the short ones of several letters."""
        short = [self.say(f"units.short.{size}") for size in _SIZES]
        return "|".join((*self._sizes, *(one for one in short if len(one) > 1))).split("|")

    @cached_property
    def _sizes(self) -> tuple[str, ...]:
        """The language's words of size, as `units.unit_of` takes them."""
        return tuple(spellings(self._sentences[f"units.{size}"]) for size in _SIZES)

    def _size(self, size: str, value: Decimal) -> str:
        """The word for a thousand, a million and the like, as it stands after `value`."""
        forms = self._sentences[f"units.{size}"]
        return forms if isinstance(forms, str) else forms.get(self._locale.plural_form(value), forms["other"])

    def date(self, value: PartialDate) -> str:
        """Such as "31 March 2022", "March 2022", "2022" or "2024 Q1"; no line ends between day and month."""
        if isinstance(value, Period):
            return period_in_words(value, self, short=False)
        return dated(value, self._locale, "long", self._meta("first-day"))

    def short_date(self, value: PartialDate) -> str:
        """Such as "31 Mar 2022", "Mar 2022", "2022" or "2024 Q1"."""
        if isinstance(value, Period):
            return period_in_words(value, self, short=True)
        return dated(value, self._locale, "medium", self._meta("first-day"))

    def full_period(self, value: PartialDate) -> str:
        """A quarter or a half in full, "the first quarter of 2024"; any other date as a sentence has it."""
        return spelled_out(value, self) if isinstance(value, Period) else self.date(value)

    def month(self, value: PartialDate) -> str:
        """Such as "March 2022"; the year alone where no month is known, and a period as it is."""
        if isinstance(value, Period) and value.kind != "date":
            return self.date(value)
        return self.date(PartialDate(value.year, value.month))

    @property
    def has_feminine(self) -> bool:
        """Whether numbers have another form before a feminine noun."""
        return "meta.spelling-feminine" in self._sentences

    def ordinal(self, value: int, *, feminine: bool = False) -> str:
        """Such as "3rd"."""
        forms = self._sentences["meta.ordinal-feminine" if feminine else "meta.ordinal"]
        assert not isinstance(forms, str)
        return forms.get(self._locale.ordinal_form(value), forms["other"]).format(number=self.number(value))

    @property
    def raised(self) -> re.Pattern[str]:
        """A number with `letters` after it that are printed raised, as in the French "1er"; none in most languages."""
        return re.compile(rf"(?<!\w)(?:{self.pattern('raised')})\b")

    @property
    def keeps_capitals(self) -> bool:
        """Whether a capital at the start of a title says more than that it is the start, as in German."""
        return self._sentences.get("meta.capitals") == "kept"

    @property
    def calls_first(self) -> bool:
        """Whether the number of a note stands before the full stop or comma beside it."""
        return self._sentences.get("meta.calls") == "first"

    @property
    def months(self) -> tuple[str, ...]:
        """The names of the months as a date has them, whole and shortened, without a point at the end."""
        kinds = [
            self._locale.months[use][width] for use in ("format", "stand-alone") for width in ("wide", "abbreviated")
        ]
        return tuple(dict.fromkeys(kind[month].rstrip(".") for kind in kinds for month in range(1, 13)))

    @property
    def known(self) -> tuple[str, ...]:
        """The abbreviations that every reader knows."""
        return tuple(str(self._sentences.get("meta.known", "")).split())

    def pattern(self, key: str) -> str:
        """A regular expression of the table's `meta`, such as "century"; one that finds nothing where it has none."""
        return str(self._sentences.get(f"meta.{key}", "(?!)"))

    def form(self, text: str, flags: re.RegexFlag = re.IGNORECASE) -> re.Pattern[str]:
        """A regular expression in which «key» stands for the `pattern` of that key; it is compiled once."""
        return _form(self, text, flags)

    def spelled(self, value: int, *, feminine: bool = False) -> str:
        """Such as "thirty-three"; what is too long to be read in letters stays in figures."""
        from unicode_rbnf.engine import NoRuleForNumberError

        with suppress(NoRuleForNumberError):  # a table may name rules that its language has not: a test tells
            if abs(value) < _MOST_SPELLED:
                rules = self._meta("spelling-feminine" if feminine else "spelling")
                return self._speller.format_number(value, ruleset_names=[rules]).text
        return self.number(value)

    @cached_property
    def _speller(self) -> RbnfEngine:
        return speller(self._locale.language, self._sentences)

    def listing(self, items: Sequence[str]) -> str:
        """Such as "a, b and c"."""
        return format_list(list(items), "standard", self._locale)

    def parted(self, items: Iterable[str]) -> str:
        """Such as "a; b", for items that may have commas in them."""
        return self._meta("parted").format(one="", other="").join(items)

    def typeset(self, text: str) -> str:
        """An author's text with the signs that typography asks for: in French, "Oui !" gets a narrow space that holds.

        See `typography`: each sign comes in the place of one.
        """
        plain = apostrophes(self._narrow.sub(NARROW, text))
        return held(plain, self.pattern("held"), self.pattern("held-after"), self.pattern("held-space"))

    @property
    def gaps(self) -> re.Pattern[str]:
        """Finds where a narrow space lacks that the language asks for."""
        return gaps(*(str(self._sentences.get(f"meta.space-{side}", "")) for side in ("before", "after")))

    def quoted(self, text: str) -> str:
        """In the language's quotation marks."""
        return self._meta("quoted").format(text=text)

    def _meta(self, key: str) -> str:
        entry = self._sentences[f"meta.{key}"]
        assert isinstance(entry, str)
        return entry


@cache
def words_for(tag: str) -> Words:
    """The words of language `tag` (BCP 47); UnknownLanguage if neither it nor its base has a table."""
    base = tag.partition("-")[0]
    name = next((name for name in (tag, base) if name in languages()), None)
    if name is None:
        raise UnknownLanguage(tag)
    return Words(tag, _locale(tag, base), table(name))


@cache
def _form(words: Words, text: str, flags: re.RegexFlag) -> re.Pattern[str]:
    return re.compile(re.sub("«(.*?)»", lambda key: f"(?:{words.pattern(key[1])})", text), flags)


def _locale(tag: str, base: str) -> Locale:
    try:
        return Locale.parse(tag, sep="-")
    except UnknownLocaleError:
        return Locale.parse(base)
    except ValueError:
        raise UnknownLanguage(tag) from None
