"""Notes in the keys of a block, `sort: -hours  # longest first`: YAML's comments, which no paper shows."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator

from markdown_it import MarkdownIt

from reportgen.document.data import marks
from reportgen.document.markdown.block_keys import TEXTS
from reportgen.document.markdown.headers import Entry, Header
from reportgen.document.templates.scan import Found, replaced
from reportgen.source.yaml_editing import without_comments


def without_notes(md: MarkdownIt, text: str) -> str:
    """`text` without the notes behind the values of its blocks; a text key has none: it takes the rest of its line."""
    if "#" not in text:
        return text
    templates: list[str] = []

    def put_away(piece: Found) -> str:
        if "\n" in piece.text or piece.kind not in ("print", "tag"):
            return piece.text
        templates.append(piece.text)
        return marks.value(len(templates) - 1)

    source = replaced(text, put_away, code=False)
    lines: list[str | None] = list(source.split("\n"))
    starts = [0, *(end.end() for end in re.finditer("\n", source))]
    for header in _headers(md, source):
        if ":::" not in (lines[header.line] or ""):
            continue  # a picture or a caption: its keys stand between braces, where # begins an id
        for entry in header.entries.values():
            begin = bisect_right(starts, entry.at) - 1
            if begin > header.line and entry.key not in TEXTS.get(header.kind, frozenset()):
                _shorten(lines, entry, begin, entry.at - starts[begin])
    kept = "\n".join(line for line in lines if line is not None)
    return marks.VALUE.sub(lambda mark: templates[int(mark[1])], kept)


def _headers(md: MarkdownIt, text: str) -> Iterator[Header]:
    for token in md.parse(text, {}):
        if token.type == "block_open":
            yield token.meta["header"]


def _shorten(lines: list[str | None], entry: Entry, begin: int, indent: int) -> None:
    """Take the notes out of the lines of one key, which stands in line `begin`; None stands for a line that goes."""
    end = begin + 1 + entry.text.count("\n")
    own = [line or "" for line in lines[begin:end]]
    shorter = without_comments("".join(f"{line[indent:]}\n" for line in own)).splitlines()
    if len(shorter) < len(own) or shorter != [line[indent:] for line in own]:
        new: list[str | None] = [own[0][:indent] + line for line in shorter]
        lines[begin:end] = [*new, *[None] * (len(own) - len(new))]
