"""Text that was saved in one encoding and read in another: "CafÃ©", and the word that is meant."""

from __future__ import annotations

import re

from reportgen.patterns import Pattern

_SUSPECT = Pattern("[ÂÃâÄÅÐÎ][\u0080-\u00bf€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ]")


def meant(text: str) -> tuple[str, str]:
    """The first word of `text` that was read in a wrong encoding, and what it means; twice "" where there is none."""
    if not _SUSPECT.search(text):
        return "", ""
    for match in re.finditer(r"\S+", text):
        word = match.group()
        if _SUSPECT.search(word):
            right = _undone(word)
            if right:
                return word, right
    return "", ""


def _undone(word: str) -> str:
    for encoding in ("cp1252", "latin-1"):
        try:
            right = word.encode(encoding).decode("utf-8")
        except UnicodeError:
            continue
        return right if right != word else ""
    return ""
