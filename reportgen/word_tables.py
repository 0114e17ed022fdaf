"""Tables of words written as texts: a few lines where a row for each word would fill a page."""

from __future__ import annotations

from collections.abc import Mapping


def pairs(text: str) -> dict[str, str]:
    """Each odd word of a text to the one behind it.

    >>> pairs("euro €  pounds £")
    {'euro': '€', 'pounds': '£'}
    """
    words = text.split()
    return dict(zip(words[::2], words[1::2], strict=True))


def by_name(names: Mapping[str, str]) -> dict[str, str]:
    """What stands for each of the names: the key of the list, parted by spaces, in which it is.

    >>> by_name({"write **bold**": "b strong"})
    {'b': 'write **bold**', 'strong': 'write **bold**'}
    """
    return {name: meaning for meaning, listed in names.items() for name in listed.split()}
