"""`Words`: what the engine says in one language. The sentences are in the YAML tables beside this file."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from reportgen.dates import PartialDate

Number = Decimal | float | int


class UnknownLanguage(ValueError):
    """No table speaks this language; `hint` lists those that there are."""

    def __init__(self, tag: str, hint: str) -> None:
        self.tag, self.hint = tag, hint
        super().__init__(f"the engine doesn't speak '{tag}'")


class Words:
    """The words of one language; `tag` is BCP 47, such as "en-GB"."""

    tag: str

    def say(self, key: str, /, **values: object) -> str:
        """The sentence at the dotted `key`, its placeholders filled; `count` chooses the plural form."""
        raise NotImplementedError

    def number(self, value: Number, decimals: int | None = None) -> str:
        """Grouped, with the language's decimal sign and a true minus; None: as many decimals as `value` has."""
        raise NotImplementedError

    def percent(self, value: Number, decimals: int | None = None) -> str:
        """`value` is per cent already: 62 is "62%"."""
        raise NotImplementedError

    def quantity(self, value: Number, unit: str, decimals: int | None = None) -> str:
        """With a "%" or a currency sign where the language puts it; other units are not printed."""
        raise NotImplementedError

    def date(self, value: PartialDate) -> str:
        """Such as "31 March 2022", "March 2022" or "2022"."""
        raise NotImplementedError

    def short_date(self, value: PartialDate) -> str:
        """Such as "31 Mar 2022", "Mar 2022" or "2022"."""
        raise NotImplementedError

    def month(self, value: PartialDate) -> str:
        """Such as "March 2022"."""
        raise NotImplementedError

    def ordinal(self, value: int) -> str:
        """Such as "3rd"."""
        raise NotImplementedError

    def spelled(self, value: int) -> str:
        """Such as "thirty-three"."""
        raise NotImplementedError

    def listing(self, items: Sequence[str]) -> str:
        """Such as "a, b and c"."""
        raise NotImplementedError

    def quoted(self, text: str) -> str:
        """In the language's quotation marks."""
        raise NotImplementedError


def languages() -> tuple[str, ...]:
    """The languages that have a table."""
    raise NotImplementedError


def words_for(tag: str) -> Words:
    """The words of language `tag` (BCP 47); UnknownLanguage if neither it nor its base has a table."""
    raise NotImplementedError
