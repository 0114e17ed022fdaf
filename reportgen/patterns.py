"""Regular expressions that are compiled when they are first used.

To compile one takes a tenth of a millisecond to two; most builds read no table by most of them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cached_property


class Pattern:
    """A regular expression by its text and its flags."""

    def __init__(self, text: str, flags: re.RegexFlag | int = 0) -> None:
        self._text, self._flags = text, flags

    @cached_property
    def _compiled(self) -> re.Pattern[str]:
        return re.compile(self._text, self._flags)

    def fullmatch(self, text: str) -> re.Match[str] | None:
        """As `re.fullmatch`."""
        return self._compiled.fullmatch(text)

    def match(self, text: str) -> re.Match[str] | None:
        """As `re.match`."""
        return self._compiled.match(text)

    def search(self, text: str) -> re.Match[str] | None:
        """As `re.search`."""
        return self._compiled.search(text)

    def sub(self, new: str, text: str) -> str:
        """As `re.sub`."""
        return self._compiled.sub(new, text)

    def finditer(self, text: str) -> Iterator[re.Match[str]]:
        """As `re.finditer`."""
        return self._compiled.finditer(text)
