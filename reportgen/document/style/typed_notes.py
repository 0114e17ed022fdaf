"""Notes that are typed with other signs than raised digits: "rose*", "fell†", "said.[i]", "rose.(1)", "slow.1", 12ᵃ.

A sign alone may mean much else. It is told where it can only call a note, or where a paragraph of the same file begins
with it; that paragraph is told too. Raised digits, and numbers in square brackets, are `typed_marks`'.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from reportgen.document.blocks import List, Paragraph
from reportgen.document.inlines import Superscript, plain
from reportgen.document.style.prose import Prose, shortened
from reportgen.document.style.typed_marks import with_raised
from reportgen.document.tree import texts
from reportgen.frozen import frozen
from reportgen.problems import Place, Problems

_ROMAN = r"(?:x?(?:i{1,3}|i?[vx]|vi{1,3}))"
_CALL = re.compile(
    r"(?P<word>(?<![^\W\d_])[^\W\d_]{2,}|(?<!\d)\d[\d.,]*%?|(?<![^\W\d_])[^\W\d_]{2,}[.,;:”’)])(?P<dagger>[†‡]{1,2}|\*{1,3}|#)(?=[\s.,;:!?)”’]|\Z)"
    rf"|(?P<word2>(?<![^\W\d_])[^\W\d_]{{2,}}[”’)]?[.,;:!?]?[”’)]?)\[(?P<roman>{_ROMAN}|[a-z])\](?=[\s.,;:!?)”’]|\Z)"
    r"|(?P<word3>(?<![^\W\d_])[^\W\d_]{2,}[”’)]?[.,;:!?][”’)]?)(?P<bracket>\(\d{1,2}\))(?=\s|\Z)"
    r"|(?P<word5>(?<![^\W\d_])[^\W\d_]{2,}[”’»)]?[.,]?)[ \u00a0]?(?P<loose>\(\d{1,2}\))(?=[\s.,;:!?)”’»]|\Z)"
    r"|(?P<word4>(?<![^\W\d_])[^\W\d_]{3,}[.,][”’)]?)(?P<number>\d{1,2})(?=\s+[A-ZÀ-Þ“(]|\Z)"
)
_NOTE = re.compile(
    r"(?P<sign>[†‡]{1,2}|\*{1,3})[ \u00a0]*(?=[^\W_])"
    rf"|\[(?P<letter>{_ROMAN}|[a-z])\][ \u00a0]+(?=[^\W\d_])"
    r"|(?P<bracket>\(\d{1,2}\))[ \u00a0]+(?=[^\W\d_])|(?P<number>\d{1,2})[ \t\u00a0]+(?=[^\W\d_a-zß-öø-ÿ])"
)
_RAISED = re.compile("\ue020([a-h])\ue021(?![\\w\ue020])")
_BEGINS = re.compile("\ue020([a-h])\ue021[ \u00a0]*(?=[^\\W_])")
_SIGNS = re.compile(
    r"[†‡*#\ue020\[(.,;:!?”’)](?:(?<=[†‡*#\ue020])|(?<=\[)[a-z]{1,4}\]|(?<=\()\d|(?<=[^\W\d_][.,;:!?”’)])[.,;:!?”’)]?\(?\d)"
)
"""What every text has that calls such a note: to look for it, sign by sign, is cheap."""
_SURE = re.compile(r"[†‡]{1,2}|\*|i{1,3}|iv|vi{1,3}|ix|xi{1,3}|\(\d{1,2}\)")
"""Signs that mean nothing else right behind a word; ** may be the end of bold words."""
_STARS = re.compile(r"^(\*{2,3})[ \t]+\S", re.MULTILINE)
"""How a note with several stars begins: such a line is read as no paragraph."""
_SHOWN = 40


@frozen
class _Call:
    """A sign that calls a note, and the words before it; `sign` is as the note has it."""

    shown: str
    sign: str
    place: Place
    length: int
    sure: bool = False
    """Whether it means nothing else there."""


def check_note_signs(prose: Prose, problems: Problems) -> tuple[Sequence[tuple[Place, int]], set[tuple[str, int]]]:
    """Report signs that call a typed note, and such notes; where the signs stand, and the lines of the notes."""
    notes = _notes(prose)
    signs = {(sign, place.file) for sign, place, _ in notes}
    signs |= {(stars, text.path) for text in prose.briefing.texts for stars in _STARS.findall(text.text)}
    calls = [one for one in _calls(prose) if one.sure or (one.sign, one.place.file) in signs]
    for call in calls:
        message = f"'{call.shown}' looks as if it called a note, and calls none"
        problems.add("note-typed", call.place, message, "write ^[the note] in its place, or leave it out")
    called = {(one.sign, one.place.file) for one in calls}
    told = [(place, text) for sign, place, text in notes if (sign, place.file) in called]
    for file, (place, text) in {place.file: (place, text) for place, text in reversed(told)}.items():
        more = f" (and {count} more in this file)" if (count := sum(one.file == file for one, _ in told) - 1) else ""
        hint = "write each note where its sign stands, as ^[the note], and delete it here"
        problems.add("line-typed", place, f"a note is typed here: '{shortened(text)}'{more}", hint)
    return [(one.place, one.length) for one in calls], {(place.file, place.line) for place, _ in told}


def _calls(prose: Prose) -> Iterator[_Call]:
    numbered = prose.words.form(r"(?<!\w)(?:«numbered»|«shortened»)[.,]?\Z")
    lines = _lines(prose)
    for run in prose.own_runs:
        text = run.whole
        for found in _CALL.finditer(text) if _SIGNS.search(text) else ():
            word, sign = _parts(found)
            place = run.place(found.end() - len(sign))
            counted = numbered.search(word) if found["number"] else found["loose"] and numbered.fullmatch(word)
            if counted or not _is_typed(place, sign, lines):
                continue
            shown = found.group() if found["loose"] else f"{word}{sign}"
            sure = _SURE.fullmatch(sign.strip("[]")) is not None and not (sign[0] == "*" and word[0].isdigit())
            sure = sure and not found["loose"]  # a bracket may stand in a list within the line
            yield _Call(shown[-_SHOWN:], sign.strip("[]"), place, len(sign), sure)
    yield from _raised_calls(prose)


def _is_typed(place: Place, sign: str, lines: Mapping[str, Sequence[str]]) -> bool:
    """Whether a sign stands in the text itself, not in a value of the data, and without a backslash before it."""
    if place.file not in lines:
        return True
    line, at = lines[place.file][place.line - 1], place.column - 1
    return line.startswith(sign[0], at) and line[max(at - 1, 0) : at] != "\\"


def _parts(found: re.Match[str]) -> tuple[str, str]:
    if found["roman"]:
        return found["word2"], f"[{found['roman']}]"
    word = found["word"] or found["word3"] or found["word4"] or found["word5"]
    return word, found["dagger"] or found["bracket"] or found["number"] or found["loose"]


def _raised_calls(prose: Prose) -> Iterator[_Call]:
    """Raised letters behind a word or a number, in the text and in the cells of its tables."""
    for passage in texts((*prose.brief, *prose.parts)):
        if any(isinstance(one, Superscript) for one in passage.content):
            shown = with_raised(passage.content, _between_signs)
            for found in _RAISED.finditer(shown):
                word = re.split(r"[\s\ue020\ue021]", shown[: found.start()])[-1]
                if word:
                    yield _Call(f"{word}^{found[1]}^", f"^{found[1]}^", passage.place, 0)


def _notes(prose: Prose) -> list[tuple[str, Place, str]]:
    """Paragraphs, and points of lists with stars, that begin with such a sign: it, where it stands, the words."""
    found: list[tuple[str, Place, str]] = []
    for section in prose.sections:
        title = plain(section.title)
        if section.level == 1 and title.endswith("."):  # "# Provisional.": a heading has no full stop
            found.append(("#", section.place, f"# {title}"))
        for block in section.blocks:
            if isinstance(block, Paragraph):
                text = with_raised(block.content, _between_signs)
                if letter := _BEGINS.match(text):
                    found.append((f"^{letter[1]}^", block.place, plain(block.content)))
                elif note := _NOTE.match(text):
                    sign = note["sign"] or note["letter"] or note["bracket"] or note["number"]
                    found.append((sign, block.place, plain(block.content)))
            elif isinstance(block, List) and len(block.items) == 1 and block.start is None:
                found += _starred(block, prose)
            elif isinstance(block, List) and block.start is not None:
                found += _bracketed(block, prose)
    return found


def _bracketed(block: List, prose: Prose) -> Iterator[tuple[str, Place, str]]:
    """The points of a list that is numbered (1), (2): notes where the text has such numbers."""
    lines = _lines(prose).get(block.place.file, ())
    for line, text in enumerate(lines[block.place.line - 1 :], block.place.line) if block.place.line else ():
        note = _NOTE.match(text.strip())
        if note and note["bracket"]:
            yield note["bracket"], replace(block.place, line=line), text.strip()
        elif text.strip():
            return


def _starred(block: List, prose: Prose) -> Iterator[tuple[str, Place, str]]:
    """The only point of a list whose dash is a star: "* Estimated." is a note where the text has a star."""
    lines = _lines(prose).get(block.place.file, ())
    line = lines[block.place.line - 1] if 0 < block.place.line <= len(lines) else ""
    if line.lstrip().startswith("*"):
        yield "*", block.place, line.strip()


def _lines(prose: Prose) -> Mapping[str, Sequence[str]]:
    return {text.path: text.text.split("\n") for text in prose.briefing.texts}


def _between_signs(text: str) -> str:
    """Raised words with a sign on either side."""
    return f"\ue020{text}\ue021"
