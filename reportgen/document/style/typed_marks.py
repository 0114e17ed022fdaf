"""Numbers of notes, pages and sections that an author typed: they lead nowhere, and go wrong when something is added.

A raised digit behind a word, "word¹", is taken for a note by everybody who reads it; "see page 5" is true until a line
is added. Numbers of charts and tables are `leftovers`' to find.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from reportgen.document.inlines import Inline, Inlines, Superscript, Text, mapped, plain
from reportgen.document.markdown.lists import number_of
from reportgen.document.style.bare_numbers import RAISED
from reportgen.document.style.prose import Prose
from reportgen.document.style.runs import TextRun
from reportgen.document.tree import texts
from reportgen.language import Words
from reportgen.problems import Problems

_DIGITS = "0123456789"
_CALLS = frozenset(f"{RAISED}[")
_UNITS = "km|hm|dm|cm|mm|nm|µm|μm|ft|in|yd|mi|ha|sec|min|kg|mg|log|ln|sin|cos|tan|Ca|Mg|Na|Fe|chi|mc"
"""What has a raised digit that is a power."""
_WORD = r"(?<![^\W\d_])"
"""Where a word begins: it is not read again from each of its letters."""
_NOTE = re.compile(
    rf"(?:(?<![^\W_])(?!(?i:{_UNITS})[{RAISED}])[^\W\d_]{{2,}}|{_WORD}[^\W\d_]{{2,}}[”’\"'»)\]]?[.,;:!?][”’\"'»)\]]?|{_WORD}[^\W\d_]{{3,}}[”’»)\]]|\d{{4}}[.,;]"
    rf"|[€£$]\s?\d[\d.,]*\s?[^\W\d_{RAISED}]{{0,3}}|(?:\d[\d.,]*)?\d(?=¹(?![{RAISED}]))|\d[\d.,]*\s?(?:%|bn|tn|k)|\d[\d.,]*\s?m(?=¹))"
    rf"(?P<number>[{RAISED}](?:[,–-]?[{RAISED}])*)(?!\w)"
)
_BRACKETED = re.compile(r"(?<=[\w.,;:”’)])\s?(?P<number>\[[1-9]\d?(?:\s?[,–-]\s?\d{1,2})*\])(?!\{)")
"""What encyclopaedias have; a year in brackets is of a law report."""
_LEADING = re.compile(rf"(?P<number>[{RAISED}]{{1,2}})[ \u00a0]+\w")
_SENTENCE = re.compile(r"(?<=[.!?;])\s+(?=[A-ZÀ-Þ“«(])")
_NUMBER = re.compile(r"[ \u00a0](?:\d|[IVX]+\b)")
_LETTERS = re.compile(r"[^\W\d_]+")
_SIGNS = "”’\"'»)].,;:!?"
_ROLES = frozenset(
    {"heading", "body", "title", "caption", "subtitle", "head", "cell", "note", "term", "label", "event"}
)


def check_typed_notes(prose: Prose, problems: Problems) -> None:
    """Report raised digits that look like the number of a note and call none."""
    for passage in texts((*prose.brief, *prose.parts)):
        shown = with_raised(passage.content, _as_sign) if passage.role in _ROLES else ""
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


def with_raised(inlines: Inlines, said: Callable[[str], str]) -> str:
    """The words of inlines, with those that are raised as `said` has them."""

    def own(one: Inline) -> Inlines | None:
        return (Text(said(plain((one,)))),) if isinstance(one, Superscript) else None

    return plain(mapped(inlines, own))


def _as_sign(text: str) -> str:
    """Raised digits as signs of their own."""
    return text.translate(str.maketrans(_DIGITS, RAISED))


def check_typed_pages(prose: Prose, problems: Problems) -> None:
    """Report pages, and sections and notes above and below, that are named by a typed number or by where they stand."""
    words = prose.words
    # Looked for at once, and where a word begins: one by one they take five times as long.
    form = words.form(rf"\b(?=\w)(?:{'|'.join(f'(?P<{name}>«typed-{name}»)' for name in _SAID)})")
    known = frozenset(words.pattern("typed-words").split())
    headings = {(one.place.file, one.place.line) for one in prose.sections}
    parts = _Parts(prose, words)
    for run in prose.own_runs:
        text, ends = run.whole, [0]
        # To look at the words first takes a tenth of the time.
        for found in form.finditer(text) if not known.isdisjoint(_LETTERS.findall(text.lower())) else ():
            ends.append(found.end())
            begin = run.place(0)
            if not found.start() and (begin.file, begin.line) in headings:  # the number of the heading, told as such
                continue
            what, hint = _SAID[found.lastgroup or ""]
            if not _is_of_another(text, found, words):
                problems.add("crossref-typed", run.place(found.start()), f"'{found[0]}' is typed: {what}", hint)
        for found in parts.found(run) if _NUMBER.search(text) else ():
            if not any(found.start("part") < end for end in ends):
                what, _ = _SAID["section"]
                message = f"'{found['part']}' is typed: {what}"
                problems.add("crossref-typed", run.place(found.start("part")), message, parts.hint(found["numbers"]))


class _Parts:
    """Parts of the paper that a sentence names by their numbers: "In Section 3 the …", "Sections 2 and 3".

    Only numbers that the paper's own parts have are told, and none beside a law or a report, which have parts as well.
    """

    def __init__(self, prose: Prose, words: Words) -> None:
        self._words = words
        numbered = (one for one in prose.outline.targets.values() if one.kind == "section" and one.number.isdigit())
        self._own = {one.number: one for one in numbered}
        number = r"(?:\d{1,2}|[IVX]{1,4})(?![\w(]|[.,]\d)"
        joined = r"(?:,\s|\s?[–-]\s?|,?\s«joined»\s)"
        self._form = words.form(
            r"(?:(?<=\()|(?:(?<=\A)|(?<=[.;:!?]\s))|(?<!\w)(?i:«own-part-lead»)\s)"
            rf"(?P<part>(?i:«own-part»)[ \u00a0](?P<numbers>{number}(?:{joined}{number})*))"
            r"(?=\Z|\s?[.,;:)]|\s\(|\s«own-part-goes-on»\b)",
            re.NOFLAG,
        )
        laws = words.form("«laws»", re.NOFLAG)
        self._of_laws = {text.path for text in prose.briefing.texts if laws.search(text.text)}

    def found(self, run: TextRun) -> Iterator[re.Match[str]]:
        """Where a run of words names such parts."""
        text, law = run.whole, self._words.form("«typed-law»")
        for found in self._form.finditer(text) if self._own else ():
            own = all(one in self._own for one in self._numbers(found["numbers"]))
            if (
                own
                and run.place(0).file not in self._of_laws
                and not law.search(text)
                and not _is_of_another(text, found, self._words)
            ):
                yield found

    def hint(self, numbers: str) -> str:
        """What to write, with the names of the parts if their headings have one."""
        names = [self._own[one].name for one in self._numbers(numbers)]
        return f"write {' and '.join(names)} instead, so that a link leads there"

    def _numbers(self, text: str) -> list[str]:
        found = re.findall(r"\d+|[IVX]+", text)
        return [one if one.isdigit() else str(number_of(one, roman=True)) for one in found]


def _is_of_another(text: str, found: re.Match[str], words: Words) -> bool:
    """Whether what stands beside a typed reference says that it is of another work: "the Housing Act, section 3.2"."""
    before = _SENTENCE.split(text[: found.start()])[-1]
    if words.form("«typed-elsewhere»").match(text[found.end() :]):
        return True
    # Nobody says of a law that it is above.
    near = words.form(r"\b«typed-nearby»\Z").search(found[0])
    return not near and words.form("«typed-law»").search(before) is not None


_SAID = {
    "page": ("pages move when something is added", "write @section-id or @chart-id, with the id of what stands there"),
    "section": ("it goes wrong when a part is added", "write @section-id, with the id of its heading"),
    "beside": (
        "it may stand elsewhere, or on another page, than where the text names it",
        "write @chart-id or @table-id, with the id of its block",
    ),
    "equation": ("formulas have no numbers here", "say in words which formula is meant"),
    "again": ("a source before it may be another one tomorrow", "cite the source again, [@source]: notes shorten it"),
    "note": (
        "notes get their numbers by themselves",
        "say again what the note says, or cite its source again; of a part of the paper, write @section-id",
    ),
}
"""By the pattern of the language: what is wrong with what it finds, and what to write."""
