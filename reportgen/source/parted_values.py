"""Values with a comma in them and no quotes, which YAML parts within braces: the rest of one becomes keys."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from reportgen.source.yaml_nodes import Leaf, Node


def parted(entries: Mapping[Leaf, Node]) -> dict[Leaf, tuple[str, bool]]:
    """What to do about each key that is the end of such a value, and whether it is the first end of its value."""
    found: dict[Leaf, tuple[str, bool]] = {}
    for key, *ends in _runs(entries):
        value = entries[key]
        if ends and isinstance(value, Leaf) and not value.quoted and not value.empty:
            hint = f'a value with a comma in it needs quotes: {key.text}: "{_whole(value, ends)}"'
            found |= {end: (hint, end is ends[0]) for end in ends}
    return found


def _runs(entries: Mapping[Leaf, Node]) -> list[list[Leaf]]:
    """The keys, each with those behind it that have no value and stand on its line."""
    runs: list[list[Leaf]] = []
    for key, value in entries.items():
        bare = not key.quoted and value == Leaf("", value.place)
        if runs and bare and runs[-1][-1].place.line == key.place.line:
            runs[-1].append(key)
        else:
            runs.append([key])
    return runs


def _whole(value: Leaf, ends: Sequence[Leaf]) -> str:
    """The value as it was typed."""
    text, column = value.text, value.place.column + len(value.text)
    for end in ends:
        text += f",{' ' * (end.place.column - column - 1)}{end.text}"
        column = end.place.column + len(end.text)
    return text
