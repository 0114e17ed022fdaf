"""The language in which `reportgen table` writes units: that of the briefing that the file belongs to, else of the
other briefings in the workspace, else the one whose words of size stand in the file."""

from __future__ import annotations

import re
from dataclasses import replace
from pathlib import Path

from reportgen.folders import HEAD
from reportgen.language import languages, words_for
from reportgen.problems import Problems
from reportgen.sheets.sheet import Worksheet
from reportgen.source.files import Files
from reportgen.source.finder import Proposal
from reportgen.source.own_units import own_unit

_ENGLISH = "en-GB"
_KEY = re.compile(r"^language\s*:\s*['\"]?(?P<tag>[A-Za-z-]+)", re.MULTILINE)

_LINES = 40
"""Lines of a file that are looked through for words. Ours."""


def language_for(path: Path, page: Worksheet, files: Files) -> str:
    """The language of the paper that the file at `path` is for."""
    return _of_briefing(path, files.workspace) or _of_words(page)


def in_own_words(found: Proposal, language: str) -> Proposal:
    """What is proposed, its units in `language`."""
    columns = {name: replace(one, unit=own_unit(one.unit, language).text) for name, one in found.columns.items()}
    number, unit = found.unit_near
    return replace(found, columns=columns, unit_near=(number, own_unit(unit, language).text))


def _of_briefing(path: Path, workspace: Path) -> str:
    """That of the briefing in whose folder the file is, or the one that all briefings of the workspace have."""
    own = next((folder / HEAD for folder in path.parents if (folder / HEAD).is_file()), None)
    heads = [own] if own else [*(workspace / "sources").glob(f"*/{HEAD}")]
    tags = {tag for head in heads if (tag := _tag(head, workspace))}
    return tags.pop() if len(tags) == 1 else ""


def _tag(head: Path, workspace: Path) -> str:
    """What a briefing says, or English; "" for one that can't be read: a build tells why."""
    text = Files(workspace, Problems()).text(head)
    found = _KEY.search(text) if text is not None else None
    return found["tag"] if found else _ENGLISH if text is not None else ""


def _of_words(page: Worksheet) -> str:
    """The language in whose own words of size, which English has not, the file says what its numbers are in."""
    text = "\n".join(line.text(at) for line in page.lines[:_LINES] for at in line.filled())
    english = {form for word in words_for(_ENGLISH).sizes for form in (word, f"{word}s")}
    for tag in languages():
        own = [re.escape(word) for word in words_for(tag).sizes if word not in english]
        if own and re.search(rf"(?<![^\W\d_])(?:{'|'.join(own)})(?![^\W\d_])", text, re.IGNORECASE):
            return tag
    return _ENGLISH
