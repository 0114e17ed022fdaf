"""Numbers in letters: CLDR's rules of a language, with those of its table over them."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from unicode_rbnf import RbnfEngine

_OWN_RULES = "meta.spelling-rules."


def speller(language: str, sentences: Mapping[str, object]) -> RbnfEngine:
    """What spells numbers of `language`; `sentences` is its table."""
    from unicode_rbnf import RbnfEngine

    engine = RbnfEngine.for_language(language)
    for key, rule in sentences.items():
        if key.startswith(_OWN_RULES):
            rules, number = key.removeprefix(_OWN_RULES).split(".")
            value, _, radix = number.partition("/")
            engine.add_rule(value, str(rule), rules, radix=int(radix or 10))
    return engine
