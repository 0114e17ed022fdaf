"""Where the author wrote what a line of rendered text holds."""

from __future__ import annotations

from reportgen.document.data import marks
from reportgen.document.templates.comments import shorn
from reportgen.frozen import frozen
from reportgen.problems import Place


@frozen
class Origin:
    """Leads from lines of rendered text back to the author's file."""

    path: str
    lines: tuple[int, ...]
    """The author's line (from 1) of each rendered line."""
    source: tuple[str, ...]
    """The author's lines, beginning with line `first`; `marks.GONE` stands for what is in their comments."""
    first: int = 1
    column: int = 1
    """Where they begin in the file (a value in YAML stands behind its key, or indented)."""

    def place(self, line: int, *needles: str) -> Place:
        """The author's place of rendered line `line` (from 0), at the first of `needles` that stands in it."""
        if not self.lines:
            return Place(self.path, self.first, self.column)
        number = self.lines[min(max(line, 0), len(self.lines) - 1)]
        index = number - self.first
        text = self.source[index] if 0 <= index < len(self.source) else ""
        offset = self.column - 1
        for needle in needles:
            at = text.find(needle) if needle else -1
            if at >= 0:
                return Place(self.path, number, offset + at + 1)
        return Place(self.path, number, offset + len(text) - len(text.lstrip()) + 1)

    def written(self, begin: int, end: int) -> tuple[str, ...]:
        """The author's lines behind the rendered lines from `begin` to `end`, which is not one of them; no comments."""
        numbers = self.lines[begin:end]
        lines = self.source[numbers[0] - self.first : numbers[-1] - self.first + 1] if numbers else ()
        return tuple(shorn(line) for line in lines if marks.GONE not in line or marks.clean(line).strip())

    def after(self, line: int, key: str) -> Place:
        """The author's place of what follows `key` in rendered line `line`."""
        place = self.place(line, key)
        index = place.line - self.first
        text = self.source[index] if 0 <= index < len(self.source) else ""
        at = text.find(key)
        if at < 0:
            return place
        rest = text[at + len(key) :]
        return Place(place.file, place.line, place.column + len(key) + len(rest) - len(rest.lstrip()))
