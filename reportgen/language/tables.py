"""The tables of sentences, read once: dotted key to a sentence, or to its plural forms by CLDR category.

How a table is written stands at the head of `en.yaml`. Its `meta` holds what is no sentence: quotation marks, ordinals.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path
from types import MappingProxyType

import yaml

_HERE = Path(__file__).parent
PLURALS = frozenset({"zero", "one", "two", "few", "many", "other"})
"""The categories of CLDR."""

NARROW = "\u202f"
"""The narrow no-break space."""

Sentence = str | Mapping[str, str]
_BEFORE_NUMBER = re.compile(r" (?=\w?\{number\})")
_Tree = Mapping[str, "str | _Tree"]


def languages() -> tuple[str, ...]:
    """The languages that have a table, by their tags."""
    return tuple(sorted(path.stem for path in _HERE.glob("*.yaml")))


@cache
def table(language: str) -> Mapping[str, Sentence]:
    """The sentences of `language`, one of `languages()`."""
    text = (_HERE / f"{language}.yaml").read_text("utf-8")
    # CBaseLoader takes every scalar as it is written: `no:` stays a key and `1` a text.
    tree: _Tree = yaml.load(text, yaml.CBaseLoader)
    return MappingProxyType(dict(_flat(_spaced(tree), "")))


def _flat(tree: _Tree, prefix: str) -> Iterator[tuple[str, Sentence]]:
    for key, entry in tree.items():
        if isinstance(entry, str):
            yield prefix + key, entry
        elif forms := _forms(entry):
            yield prefix + key, forms
        else:
            yield from _flat(entry, f"{prefix}{key}.")


def _forms(entry: _Tree) -> Mapping[str, str]:
    """The plural forms, if that is what `entry` is."""
    forms = {key: form for key, form in entry.items() if isinstance(form, str) and key in PLURALS}
    return forms if "other" in forms and len(forms) == len(entry) else {}


def narrow(before: str, after: str) -> re.Pattern[str]:
    """Finds the spaces before the signs `before` and after the signs `after`, which must be narrow and never break."""
    sides = [rf" (?=[{re.escape(before)}])" if before else "", rf"(?<=[{re.escape(after)}]) " if after else ""]
    return re.compile("|".join(filter(None, sides)) or r"(?!)")


def _spaced(tree: _Tree) -> _Tree:
    """The tree with the spaces that must not break.

    A number keeps to its word ("Table A{number}"); the signs of `meta.space-before` and `meta.space-after` have narrow
    spaces.
    """
    meta = tree["meta"]
    assert not isinstance(meta, str)
    pattern = narrow(*(str(meta.get(f"space-{side}", "")) for side in ("before", "after")))

    def change(entry: str | _Tree) -> str | _Tree:
        if isinstance(entry, str):
            return _BEFORE_NUMBER.sub("\u00a0", pattern.sub(NARROW, entry))
        return {key: change(value) for key, value in entry.items()}

    return {key: change(value) for key, value in tree.items()}
