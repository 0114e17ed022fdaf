"""Names of files that are none on every system: what Windows and macOS can't have, and what they take for one file.

What an author's own system has is read all the same; this only tells.
"""

from __future__ import annotations

import re
import unicodedata

_LONGEST_NAME, _LONGEST_PATH = 200, 800
_BARRED = re.compile(r'[\x00-\x1f\x7f-\x9f\\:*?"<>|\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]')
"""What no name of a file may have on some system, and signs that make a name look like another."""
_DEVICE = re.compile(r"(con|prn|aux|nul|com[0-9¹²³]|lpt[0-9¹²³])(\..*)?", re.IGNORECASE)
"""Names that Windows keeps for itself."""


def is_device(name: str) -> bool:
    """Whether Windows keeps a name for itself: "aux", "con.md"."""
    return bool(_DEVICE.fullmatch(name))


def why_not(path: str) -> str:
    """Why a path, with `/`, is none on some system; "" where it is one on all of them."""
    parts = path.split("/")
    if barred := _BARRED.search(path):
        sign = barred.group()
        return f"no file on Windows may have {sign if sign.isprintable() else f'U+{ord(sign):04X}'} in its name"
    if device := next((part for part in parts if is_device(part)), ""):
        return f"Windows keeps the name {device.partition('.')[0]} for itself"
    if any(part.endswith((".", " ")) for part in parts):
        return "no name on Windows may end in a full stop or a space"
    if len(path) > _LONGEST_PATH or any(len(part.encode(errors="replace")) > _LONGEST_NAME for part in parts):
        return "this name is too long for some systems"
    return ""


def folded(path: str) -> str:
    """The same for all paths that are one file on a system where letter case makes no difference."""
    return unicodedata.normalize("NFC", path).casefold()
