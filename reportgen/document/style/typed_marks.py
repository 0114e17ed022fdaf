"""Numbers of notes, pages and sections that an author typed: they lead nowhere, and go wrong when something is added.

A raised digit behind a word, "word¹", is taken for a note by everybody who reads it; "see page 5" is true until a line
is added. Numbers of charts and tables are `leftovers`' to find.
"""

from __future__ import annotations

import re

from reportgen.document.inlines import Inline, Inlines, Superscript, plain
from reportgen.document.style.bare_numbers import RAISED
from reportgen.document.style.prose import Prose
from reportgen.document.tree import texts
from reportgen.language import Words, words_for
from reportgen.problems import Problems

_DIGITS = "0123456789"
_CALLS = frozenset(f"{RAISED}[")
_UNITS = "km|hm|dm|cm|mm|nm|µm|μm|ft|in|yd|mi|ha|sec|min|kg|mg|log|ln|sin|cos|tan|Ca|Mg|Na|Fe|chi|mc"
"""What has a raised digit that is a power."""
_NOTE = re.compile(
    rf"(?:(?<![^\W_])(?!(?i:{_UNITS})[{RAISED}])[^\W\d_]{{2,}}|[^\W\d_]{{2,}}[”’\"'»)\]]?[.,;:!?][”’\"'»)\]]?|[^\W\d_]{{3,}}[”’»)\]]|\d{{4}}[.,;]"
    rf"|[€£$]\s?\d[\d.,]*\s?[^\W\d_{RAISED}]{{0,3}}|(?:\d[\d.,]*)?\d(?=¹)|\d[\d.,]*\s?(?:%|bn|tn|k)|\d[\d.,]*\s?m(?=¹))"
    rf"(?P<number>[{RAISED}](?:[,–-]?[{RAISED}])*)(?!\w)"
)
_BRACKETED = re.compile(r"(?<=[\w.,;:”’)])\s?(?P<number>\[\d{1,2}(?:\s?[,–-]\s?\d{1,2})*\])")
"""What encyclopaedias have; a year in brackets is of a law report."""
_LEADING = re.compile(rf"(?P<number>[{RAISED}]{{1,2}})[ \u00a0]+\w")
_SENTENCE = re.compile(r"(?<=[.!?;])\s+(?=[A-ZÀ-Þ“«(])")
_SIGNS = "”’\"'»)].,;:!?"
_ROLES = frozenset(
    {"heading", "body", "title", "caption", "subtitle", "head", "cell", "note", "term", "label", "event"}
)


def check_typed_notes(prose: Prose, problems: Problems) -> None:
    """Report raised digits that look like the number of a note and call none."""
    for passage in texts((*prose.brief, *prose.parts)):
        shown = _shown(passage.content) if passage.role in _ROLES else ""
        if _CALLS.isdisjoint(shown):  # most texts: what follows takes fifty times as long
            continue
        for found in (*_NOTE.finditer(shown), *_BRACKETED.finditer(shown), *filter(None, [_LEADING.match(shown)])):
            number = found["number"]
            letters = found[0].partition(number)[0].rstrip(_SIGNS).strip()
            plainly = number.translate(str.maketrans(RAISED, _DIGITS))
            wanted = rf"{re.escape(letters)}\W{{0,3}}(?:{re.escape(number)}|{re.escape(plainly)})"
            place = prose.place(passage.place, re.compile(wanted), quoted=True)
            message = f"'{letters}{number}' looks as if it called a note, and calls none"
            meant = "[@id] of its source, or ^[the note]," if number[0] == "[" else "^[the note]"
            hint = f"write {meant} in its place, or leave it out"
            problems.add("note-typed", place, message, hint)


def _shown(inlines: Inlines) -> str:
    return "".join(map(_shown_one, inlines))


def _shown_one(inline: Inline) -> str:
    """Its words, with raised digits as signs of their own."""
    if isinstance(inline, Superscript):
        return plain((inline,)).translate(str.maketrans(_DIGITS, RAISED))
    inner = getattr(inline, "children", None)
    return _shown(inner) if inner else plain((inline,))


def check_typed_pages(prose: Prose, problems: Problems) -> None:
    """Report pages, and sections and notes above and below, that are named by a typed number or by where they stand."""
    words = words_for(prose.briefing.meta.language)
    # Looked for at once, and where a word begins: one by one they take five times as long.
    forms = "|".join(f"(?P<{name}>{words.pattern(f'typed-{name}')})" for name in _SAID)
    form = re.compile(rf"\b(?=\w)(?:{forms})", re.IGNORECASE)
    headings = {(one.place.file, one.place.line) for one in prose.sections}
    for run in prose.own_runs:
        text = run.whole
        for found in form.finditer(text):
            begin = run.place(0)
            if not found.start() and (begin.file, begin.line) in headings:  # the number of the heading, told as such
                continue
            what, hint = _SAID[found.lastgroup or ""]
            if not _is_of_another(text, found, words):
                problems.add("crossref-typed", run.place(found.start()), f"'{found[0]}' is typed: {what}", hint)


def _is_of_another(text: str, found: re.Match[str], words: Words) -> bool:
    """Whether what stands beside a typed reference says that it is of another work: "the Housing Act, section 3.2"."""
    before = _SENTENCE.split(text[: found.start()])[-1]
    if re.match(words.pattern("typed-elsewhere"), text[found.end() :], re.IGNORECASE):
        return True
    # Nobody says of a law that it is above.
    near = re.search(rf"\b(?:{words.pattern('typed-nearby')})\Z", found[0], re.IGNORECASE)
    return not near and re.search(words.pattern("typed-law"), before, re.IGNORECASE) is not None


_SAID = {
    "page": ("pages move when something is added", "write @section-id or @chart-id, with the id of what stands there"),
    "section": ("it goes wrong when a part is added", "write @section-id, with the id of its heading"),
    "beside": (
        "it may stand elsewhere, or on another page, than where the text names it",
        "write @chart-id or @table-id, with the id of its block",
    ),
    "again": ("a source before it may be another one tomorrow", "cite the source again, [@source]: notes shorten it"),
    "note": ("notes get their numbers by themselves", "say again what the note says, or cite its source again"),
}
"""By the pattern of the language: what is wrong with what it finds, and what to write."""
