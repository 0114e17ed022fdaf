"""Ids and anchors: made of small Latin letters, digits and hyphens."""

from __future__ import annotations

import re
from collections.abc import Container

from reportgen.language.folding import folded

ID = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
"""The form of an id."""


def slug(text: str) -> str:
    """`text` as an id ("" where it has no Latin letter or digit)."""
    return "-".join(re.findall(r"[a-z0-9]+", re.sub(r"['’]", "", folded(text))))


def unique(anchor: str, taken: Container[str], numbers: dict[str, int] | None = None) -> str:
    """`anchor`, with a number behind it where it is taken.

    `numbers` keeps the last one of each, for who asks thousands of times and gives none back.
    """
    if anchor not in taken:
        return anchor
    number = 2 if numbers is None else numbers.get(anchor, 1) + 1
    while f"{anchor}-{number}" in taken:
        number += 1
    if numbers is not None:
        numbers[anchor] = number
    return f"{anchor}-{number}"
