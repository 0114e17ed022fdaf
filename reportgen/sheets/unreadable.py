"""What keeps a whole file from being read."""

from __future__ import annotations


class Unreadable(Exception):
    """What is wrong with the file, and what to do."""

    def __init__(self, message: str, hint: str = "") -> None:
        self.message, self.hint = message, hint
        super().__init__(message)
