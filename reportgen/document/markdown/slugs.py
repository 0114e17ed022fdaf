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


def unique(anchor: str, taken: Container[str]) -> str:
    """`anchor`, with a number behind it where it is taken."""
    if anchor not in taken:
        return anchor
    number = 2
    while f"{anchor}-{number}" in taken:
        number += 1
    return f"{anchor}-{number}"
