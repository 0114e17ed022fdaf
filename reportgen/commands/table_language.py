"""The language in which `reportgen table` writes units: that of the briefing that the file belongs to, else of the
other briefings in the workspace, else the one whose words of size stand in the file."""

from __future__ import annotations

import re
from dataclasses import replace
from pathlib import Path

from reportgen.folders import HEAD
from reportgen.language import languages, words_for
from reportgen.sheets.sheet import Worksheet
from reportgen.source.finder import Proposal
from reportgen.source.own_units import own_unit

_ENGLISH = "en-GB"
_KEY = re.compile(r"^language\s*:\s*['\"]?(?P<tag>[A-Za-z-]+)", re.MULTILINE)

_LINES = 40
"""Lines of a file that are looked through for words. Ours."""


def in_own_words(found: Proposal, path: Path, workspace: Path, page: Worksheet) -> Proposal:
    """What is proposed for the file at `path`, its units in the language of the paper that it is for."""
    units = [one.unit for one in found.columns.values() if one.unit]
    if not any(len(unit) > 1 for unit in (*units, found.unit_near[1])):
        return found  # a sign is one in every language
    language = _of_briefing(path, workspace) or _of_words(page)
    columns = {name: replace(one, unit=own_unit(one.unit, language).text) for name, one in found.columns.items()}
    number, unit = found.unit_near
    return replace(found, columns=columns, unit_near=(number, own_unit(unit, language).text))


def _of_briefing(path: Path, workspace: Path) -> str:
    """That of the briefing in whose folder the file is, or the one that all briefings of the workspace have."""
    own = next((folder / HEAD for folder in path.parents if (folder / HEAD).is_file()), None)
    heads = [own] if own else [*(workspace / "sources").glob(f"*/{HEAD}")]
    tags = {_tag(head) for head in heads}
    return tags.pop() if len(tags) == 1 else ""


def _tag(head: Path) -> str:
    found = _KEY.search(head.read_text("utf-8-sig", errors="replace"))
    return found["tag"] if found else _ENGLISH


def _of_words(page: Worksheet) -> str:
    """The language in whose own words of size, which English has not, the file says what its numbers are in."""
    text = "\n".join(line.text(at) for line in page.lines[:_LINES] for at in line.filled())
    english = {form for word in words_for(_ENGLISH).sizes for form in (word, f"{word}s")}
    for tag in languages():
        own = [re.escape(word) for word in words_for(tag).sizes if word not in english]
        if own and re.search(rf"(?<![^\W\d_])(?:{'|'.join(own)})(?![^\W\d_])", text, re.IGNORECASE):
            return tag
    return _ENGLISH
