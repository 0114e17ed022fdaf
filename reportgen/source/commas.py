"""A value with a comma in it that YAML takes apart in a group on one line: `{title: Debt, no plan (£m)}`.

Its end is a key without a value there, for which the author is told to write quotes.
"""

from __future__ import annotations

from collections.abc import Mapping

from reportgen.source.yaml_nodes import Leaf, Node


def parted(key: Leaf, entries: Mapping[Leaf, Node]) -> tuple[str, bool]:
    """What to do about a key that is the end of a value with a comma in it, "" for none; and whether it is the
    first such end of its value."""
    written = list(entries)
    at = written.index(key)
    begin = at
    while begin and _is_end(written[begin], entries):
        begin -= 1
    value = entries[written[begin]]
    if begin == at or not isinstance(value, Leaf) or value.quoted or value.empty:
        return "", False
    text, end = value.text, value.place.column + len(value.text)
    for one in written[begin + 1 :]:
        if not _is_end(one, entries):
            break
        text += f",{' ' * (one.place.column - end - 1)}{one.text}"
        end = one.place.column + len(one.text)
    return f'a value with a comma in it needs quotes: {written[begin].text}: "{text}"', begin + 1 == at


def _is_end(key: Leaf, entries: Mapping[Leaf, Node]) -> bool:
    """Whether a key has no value, and stands on the line of the one before it, as what follows a comma does."""
    written = list(entries)
    before = written[written.index(key) - 1]
    return before.place.line == key.place.line and not key.quoted and entries[key] == Leaf("", entries[key].place)
