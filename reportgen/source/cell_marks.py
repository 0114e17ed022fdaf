"""Marks in the cells of a column: those that the engine prints (`12 [p]`), those of statistical offices (`..`, `12 p`).

What every office means by a sign is read; what one means by it and another does not is asked for, with `marks:`.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from reportgen.frozen import frozen
from reportgen.marks import Mark
from reportgen.patterns import Pattern
from reportgen.source.date_texts import sign_last
from reportgen.source.model import ColumnType
from reportgen.source.period_marks import behind_period, of_period
from reportgen.source.scalars import ScalarError, short

NUMERIC = ("number", "integer")
BRACKETS, NEGATIVE = "()", "negative"
"""What `marks:` calls numbers in brackets, and says of those that are below zero by it."""
NOTHING = "missing"
"""What `marks:` says of a sign that stands for nothing in particular."""
UNMARKED = "none"
"""What `marks:` says of a sign beside a value that says nothing of it."""

_BRACKETED = Pattern(r"([^\[\]]*?)\s*\[\s*([^\[\]]*?)\s*\]")
_NOTE = Pattern(r"\s*\[\s*(?:foot)?notes?\b[^\[\]]*\]", re.IGNORECASE)
_BESIDE = Pattern(r"(?P<value>.*[0-9.,)%])(?:\s*\((?P<round>[a-z]{1,3})\)|\s+(?P<letter>[a-z]{1,3}))")
DATED = ("period", "year", "date")
_HEADED = Pattern(r"(?P<name>.*\S)\s*(?:\[(?P<letter>[a-z])\]|[(\[](?P<word>[^\W\d_]+)\.?[)\]])")
_SPOKEN: tuple[tuple[Mark, str], ...] = (
    (
        Mark.PROVISIONAL,
        "prov provisional preliminary provisoire provisoires vorläufig provvisorio voorlopig",
    ),
    (Mark.ESTIMATED, "est estimated estimé estimée estimés estimées estimation geschätzt estimado stimato geschat"),
    (Mark.REVISED, "rev revised révisé révisée révisés révisées revidiert berichtigt revisado rivisto herzien"),
    (Mark.FORECAST, "forecast projected prévision prévisions prévu projection prognose previsión previsione"),
)
_WORDS: Mapping[str, Mark] = {word: mark for mark, words in _SPOKEN for word in words.split()}
"""Words, in the languages of those who publish, that say of all values under a heading what a mark says of one."""
_ERROR = Pattern(r"#[A-Z0-9/]+[!?]")
_EUROSTAT = Pattern(r":\s*\(?([a-z])\)?")
_IN_PLACE: Mapping[str, Mark] = {
    "..": Mark.UNAVAILABLE,
    "...": Mark.UNAVAILABLE,
    "…": Mark.UNAVAILABLE,
    ":": Mark.UNAVAILABLE,
    "x": Mark.UNAVAILABLE,
    "not available": Mark.UNAVAILABLE,
    "z": Mark.INAPPLICABLE,
    "not applicable": Mark.INAPPLICABLE,
    "c": Mark.SUPPRESSED,
    "suppressed": Mark.SUPPRESSED,
    "confidential": Mark.SUPPRESSED,
    "low": Mark.LOW,
    "u": Mark.UNRELIABLE,
}
"""Signs that mean one thing wherever they stand in the place of a number."""
_NO_DATA = frozenset(
    (
        "n/a",
        "na",
        "n.a.",
        "n.a",
        "#n/a",
        "null",
        "none",
        "nan",
        "no data",
        "no value",
        "no information",
        "unknown",
        "missing",
    )
) | {
    f"not {word}"
    for word in "known recorded reported collected published provided stated disclosed released given".split()
}
"""Words for a missing value that give no reason."""
_DOUBTFUL: Mapping[str, str] = {
    **dict.fromkeys(("-", "–", "—", "--", "nil"), "0"),
    **dict.fromkeys(("*", "**", "~", "#", "†", "k", "s"), "c"),
    **dict.fromkeys(("inf", "-inf", "+inf", "infinity", "-infinity", "∞"), "x"),
    **dict.fromkeys((".", "?", "n", "d", "b", "e", "f", "p", "r", "w"), "x"),
    **dict.fromkeys(("nd", "n.d.", "nc", "n.c.", "nk", "n.k.", "non disponible"), "x"),
    **dict.fromkeys(("ns", "n.s."), "u"),
    **dict.fromkeys(("so", "s.o.", "///", "sans objet"), "z"),
    "secret": "c",
}
"""Signs by which offices mean this and that, with what is meant most often."""
_MEANT: Mapping[str, str] = {"0": "nought", **{mark.value: mark.called for mark in Mark}}
_LETTERS: Mapping[str, Mark] = {mark.value: mark for mark in Mark if mark.has_value}
_CALLED: Mapping[str, Mark] = {
    **{mark.called: mark for mark in Mark},
    **dict.fromkeys(("break", "break in series", "break in time series", "time series break"), Mark.BREAK),
    **dict.fromkeys(("low reliability", "unreliable"), Mark.UNRELIABLE),
    **dict.fromkeys(("estimate", "estimated value"), Mark.ESTIMATED),
    **dict.fromkeys(("provisional value",), Mark.PROVISIONAL),
    **dict.fromkeys(("forecast value", "projection"), Mark.FORECAST),
    **dict.fromkeys(("missing", "missing value", "manquant", "donnée manquante"), Mark.UNAVAILABLE),
    **dict.fromkeys(("secret statistique", "confidentiel", "vertraulich"), Mark.SUPPRESSED),
    **dict.fromkeys(("rupture de série", "rupture"), Mark.BREAK),
}
"""What marks are called in columns of them."""
_LETTERED = Pattern(r".*[0-9.,)%]\s?(?P<sign>[^\W\d_¼-¾⅐-⅞]{1,3}|[*†‡#^~!?]{1,2})")


class DoubtfulSign(ScalarError):
    """A sign in the place of a value that means one thing here and another there."""

    def __init__(self, sign: str) -> None:
        super().__init__("cell-mark", f"has the sign '{sign}' in the place of a value", asked([sign]))
        self.sign = sign


def asked(signs: Sequence[str]) -> str:
    """How an author says what some signs mean."""
    usual = {sign: _DOUBTFUL.get(sign.casefold(), "x") for sign in signs}
    listed = ", ".join(f'"{sign}": {meaning}' for sign, meaning in usual.items())
    meant = "; ".join(f"{meaning} is {_MEANT[meaning]}" for meaning in dict.fromkeys((*usual.values(), "x")))
    return f"say what it means: marks: {{{listed}}} ({meant}; {NOTHING} says no more than that)"


@frozen
class Marked:
    """What a cell holds besides its mark. `nothing`: it says in words that there is no value."""

    text: str
    mark: Mark | None = None
    nothing: bool = False
    note: str = ""
    """Such as "[note 1]", which points to what stands elsewhere in the file."""
    letter: str = ""
    """The mark as a bare letter behind the number, which might be its unit."""


def is_marked(text: str) -> bool:
    """Whether a text is a mark in the place of a number, a word or a sign for none, or a number with a mark on it."""
    try:
        found = read_mark(text, "number")
    except DoubtfulSign:
        return True
    except ScalarError:
        return bool(sign_beside(text))
    noted = found.note and re.search("[0-9]", found.text)
    return found.mark is not None or found.nothing or bool(noted or sign_beside(text))


def read_mark(text: str, kind: ColumnType, unit: str = "") -> Marked:
    """The mark of a text in a column of numbers, years, dates or truth values; ScalarError for an unknown one."""
    bare = _NOTE.sub("", text)
    note = text[len(bare) :].strip() if bare != text and text.startswith(bare) else ("[note]" if bare != text else "")
    plain = bare.strip()
    sign = plain.casefold()
    if sign in _IN_PLACE:
        return Marked("", _IN_PLACE[sign], note=note)
    if sign in _NO_DATA or (note and not plain):
        return Marked("", nothing=True, note=note)
    if _ERROR.fullmatch(plain):
        hint = f'mend its formula, or say what it means: marks: {{"{plain}": x}}'
        raise ScalarError("wrong-type", f"has a cell that is an error: {plain}", hint)
    if sign in _DOUBTFUL:
        raise DoubtfulSign(plain)
    eurostat = _EUROSTAT.fullmatch(sign)
    if eurostat and eurostat[1] in {mark.value for mark in Mark if mark.stands_alone}:
        return Marked("", Mark(eurostat[1]), note=note)
    if kind in DATED:
        return Marked(*of_period(plain), note=note)
    if kind not in NUMERIC:
        return Marked(plain, note=note)
    return _of_number(plain, unit, note)


def _of_number(plain: str, unit: str, note: str) -> Marked:
    """A number, with the mark that stands round it or beside it."""
    if found := _BRACKETED.fullmatch(plain):
        return Marked(*_bracketed(*found.groups()), note=note)
    beside = _BESIDE.fullmatch(plain)
    letter = (beside["round"] or beside["letter"]) if beside else ""
    if beside and letter in _LETTERS and letter != unit:
        return Marked(beside["value"].strip(), _LETTERS[letter], note=note, letter=letter if beside["letter"] else "")
    return Marked(plain, note=note)


def without_note(text: str) -> str:
    """A text without "[note 1]" and the like, which point to what stands elsewhere in the file."""
    return _NOTE.sub("", text).strip() if "[" in text else text


def note_in(text: str) -> str:
    """The "[note 1]" of a text; "" without."""
    found = _NOTE.search(text)
    return found.group().strip() if found else ""


def named_with_mark(name: str, unit: str = "") -> tuple[str, Mark | None]:
    """The name of a column without the mark that all of its values have: "2024/25 [p]", "Boats (provisional)".

    What is its `unit` by tables.yaml is no mark behind words and a year: "Fares 2024 (p)".
    """
    name = sign_last(name)
    try:
        found = read_mark(name, "period")
    except ScalarError:
        return name, None
    if found.mark and not found.text:
        return name, None  # a column that is called x
    if found.mark:
        return f"{found.text} {found.note}".strip(), found.mark
    if of_period(name)[0] != name:
        return of_period(name)
    headed = _HEADED.fullmatch(found.text) if found.text else None
    mark = headed and (_LETTERS.get(headed["letter"] or "") or _WORDS.get((headed["word"] or "").casefold()))
    if headed and not mark and headed["word"] != unit:
        mark = behind_period(found.text)
    return (f"{headed['name']} {found.note}".strip(), mark) if headed and mark else (name, None)


def said_mark(text: str) -> Mark | None:
    """The mark that a text alone says, as a letter, a sign or a word: "p", "..", "Provisional"; None for another."""
    sign = text.casefold()
    return _WORDS.get(sign) or _IN_PLACE.get(sign) or _LETTERS.get(text) or _CALLED.get(sign)


def marked(text: str, kind: ColumnType, values: tuple[str, ...] | list[str] = ()) -> tuple[str, Mark | None]:
    """A trimmed text without its mark in brackets, and the mark; ScalarError for an unknown one.

    Numbers may have any. Of other columns only those with declared `values` have marks, in the place of a value: what
    else stands in brackets is text.
    """
    numeric = kind in NUMERIC
    found = _BRACKETED.fullmatch(text) if numeric or values else None
    if found is None or text in values:
        return text, None
    return _bracketed(*found.groups(), numeric=numeric)


def _bracketed(value: str, letter: str, *, numeric: bool = True) -> tuple[str, Mark]:
    known = [mark for mark in Mark if numeric or mark.stands_alone]
    if letter not in known:
        listed = ", ".join(f"{mark.sign} {mark.called}" for mark in known)
        if letter.isdecimal() and value:
            hint = f'if it points to a note, write marks: {{"[{letter}]": none}}, and what the note says behind note:'
            raise ScalarError("cell-mark", f"can't have the mark [{letter}]", hint)
        own = f'; or say what it means: marks: {{"[{letter}]": {"p" if value else "x"}}}' if numeric else ""
        raise ScalarError("cell-mark", f"can't have the mark [{letter}]", f"the marks here are {listed}{own}")
    mark = Mark(letter)
    if not value and not mark.stands_alone:
        raise ScalarError("cell-mark", f"has the mark {mark.sign} ({mark.called}) and no value")
    if value and not mark.has_value:
        hint = "delete the value, or the mark: what stands in a table is attached to the paper"
        raise ScalarError("cell-mark", f"has the mark {mark.sign} ({mark.called}) beside a value", hint)
    return value, mark


def sign_beside(text: str) -> str:
    """A letter or a sign that hangs on a number, for a hint: "p" of "3p", "*" of "5*"; "" where none does."""
    match = _LETTERED.fullmatch(text)
    return match["sign"] if match else ""


def mark_letter(text: str) -> Mark | None:
    """The mark whose letter hangs on a number: "3p", "1,540 r"."""
    return _LETTERS.get(sign_beside(text))


def are_letters_of_marks(text: str) -> bool:
    """Whether a text is several letters of marks, as Eurostat writes "bp" behind a number."""
    return 1 < len(text) < len("bepr") and all(letter in _LETTERS for letter in text)


def are_glued_marks(texts: Sequence[str]) -> bool:
    """Whether a letter, or letters, of marks hang on each of these numbers, which are no sizes and no currencies."""
    signs = [sign_beside(text) for text in texts]
    return all(sign in _LETTERS or are_letters_of_marks(sign) for sign in signs)


def unread(*texts: str, unit: str = "") -> ScalarError:
    """What is wrong with numbers that have signs on them which nobody has explained, in a column in `unit`."""
    meant: dict[str, Mark] = {}
    for sign in map(sign_beside, texts):
        known = [mark for one in sign if (mark := _LETTERS.get(one))]
        meant[sign] = max(known or [Mark.PROVISIONAL], key=lambda mark: mark.is_tentative)
    listed = ", ".join(f'"{sign}": {letter}' for sign, letter in meant.items())
    called = ", ".join(dict.fromkeys(f"{letter} is {letter.called}" for letter in meant.values()))
    first = next(iter(meant))
    if len(meant) > 1:
        signs = ", ".join(f"'{sign}'" for sign in meant)
        hint = f"if they are marks, say which: marks: {{{listed}}} ({called}); else write all numbers in one unit"
        return ScalarError("cell-mark", f"has the signs {signs} behind numbers, as in {short(texts[0])}", hint)
    hint = f"if it is a mark, say which: marks: {{{listed}}} ({called})"
    if first.isalpha():
        hint = f"{hint}; if it is a unit, {f'write the number in {unit}' if unit else f'write unit: {first}'}"
    return ScalarError("cell-mark", f"has the sign '{first}' behind a number, as in {short(texts[0])}", hint)
