"""Signs in a table that point to a note below it: "Wales²", "Ceded*", "12 (1)", where a row below begins with the sign.

They are no part of a name or a number. Without such a row they are: "km²". `[note 1]`, whose note may stand anywhere,
is found by `cell_marks`.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from reportgen.frozen import frozen
from reportgen.language.units import CURRENCIES
from reportgen.patterns import Pattern
from reportgen.sheets.sheet import Line, Worksheet
from reportgen.source.date_texts import is_date, names_period
from reportgen.source.legends import meaning
from reportgen.source.number_texts import parts_of

_RAISED = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹", "0123456789")
_LOWERED = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")
_BEGINNING = Pattern(
    r"(?P<sign>[*†‡§#^]{1,3})\s*[:=–-]?\s*(?P<text>[^\W_].*)|(?P<raised>[⁰¹²³⁴-⁹]{1,2})[.):]?\s*(?P<raised_text>\S.*)|"
    r"[(\[]?(?P<digits>[0-9]{1,2})(?:[.):\]]+\s*|\s+)(?P<digits_text>[^\W\d_].*)|"
    r"\((?P<letter>[a-z])\)\s*(?P<letter_text>\S.*)|"
    r"\[?(?:foot)?notes?\s*(?P<note>[0-9]{1,2}|[a-z])\b[\].:)]*\s*(?P<note_text>\S.*)",
    re.IGNORECASE | re.DOTALL,
)
"""How a note below a table begins."""
_NOTE_SIGN = Pattern(r"(?<=[^\s(\[])\s?(?:[*†‡§]{1,3}|[⁰¹²³⁴-⁹]{1,2})$")
_POWER = Pattern(rf"(?:^|[^\w{CURRENCIES}]|[\d_])(?:[kcm]?m|ft|mi|in|yd)$")
"""What a raised 2 or 3 stands behind as a power: metres and feet."""
_NAMED = 4
"""Names of which a note is said, of those that point to it. Ours."""
_POINTED = Pattern(rf"(?:[^\W_][\w)\]%.’']|[0-9]|\w [%{CURRENCIES}]|[%{CURRENCIES}](?:m|bn|k))$")
"""What a sign stands behind: no single letter, as in the mark "A*" of an examination."""
_GLUED = Pattern(r"(?P<name>(?:.*[\W_])?[^\W\d_]{3,})(?P<digits>[0-9])")
"""A name with a digit right behind it, which may be one that was raised."""
_FEW = 2
"""How many times as many rows as have such names there are at least. Ours."""
_ALIKE = Pattern(r"[*†‡§#^]{1,3}|[⁰¹²³⁴-⁹]{1,2}|\([0-9]{1,2}\)|\[[^\[\]]*[0-9][^\[\]]*\]|\[(?:foot)?notes?\b[^\[\]]*\]")


@frozen
class Pointer:
    """A text without the sign of a note behind it, the sign, and what the note says ("": that is not known)."""

    text: str
    sign: str
    said: str = ""


def notes_below(sheet: Worksheet, lines: Sequence[Line]) -> dict[str, str]:
    """The notes below the rows of a table, and those on a sheet of their own, by the signs that point to them."""
    found: dict[str, str] = {}
    likely = dict(sheet.notes)
    last = lines[-1].number if lines else 0
    for line in reversed(sheet.lines):
        if line.number <= last or not lines:
            break
        match = _BEGINNING.fullmatch(" ".join(dict.fromkeys(line.text(at) for at in line.filled())))
        if match:
            kind = next(one for one in ("sign", "raised", "digits", "letter", "note") if match[one])
            text = match["text" if kind == "sign" else f"{kind}_text"].strip()
            if kind == "letter" and meaning(text):
                continue
            signs = signs_of(kind, match[kind])
            likely |= dict.fromkeys(signs, text)
            found |= {sign: text for sign in signs if sign in (match[kind], *match[0].split(maxsplit=1)[:1])}
            found |= {signs[0]: text} if kind == "note" else {}
    if not likely:
        return {}  # most tables: their rows are not looked through
    # A note that begins with the very sign goes before one of the same number.
    found = {**likely, **found}
    return found | {digits: said for digits in _glued(lines) if (said := found.get(digits.translate(_LOWERED)))}


def _glued(lines: Sequence[Line]) -> set[str]:
    """The digits right behind the names of a few rows, "Wales1": not those that number rows, "Zone1" and "Zone2"."""
    names = [_GLUED.fullmatch(line.text(filled[0])) for line in lines if (filled := line.filled())]
    found = [match for match in names if match]
    stems = {match["name"] for match in found}
    return (
        {match["digits"] for match in found} if _FEW * len(found) <= len(names) and len(stems) == len(found) else set()
    )


def signs_of(kind: str, said: str) -> list[str]:
    """How a table points to a note that begins so."""
    if kind in ("sign", "letter"):
        return [f"({said})" if kind == "letter" else said]
    digits = said.translate(_RAISED)
    numbered = [digits.translate(_LOWERED), f"({digits})", f"[{digits}]"] if digits.isdecimal() else []
    return [f"[note {said.casefold()}]", *numbered] if kind == "note" else numbered


def settled(signs: Iterable[str]) -> dict[str, str]:
    """Those of `signs`, which say nothing of a value, that may point to notes: what these say is not missed."""
    return {sign: "" for sign in signs if _ALIKE.fullmatch(sign)}


def pointer(text: str, signs: Mapping[str, str]) -> Pointer | None:
    """What a text is without the signs behind it; None where it ends in none of `signs`, or is one."""
    if not text.endswith((*signs,)):
        return None
    for sign in sorted(signs, key=len, reverse=True):
        bare = text[: -len(sign)].rstrip(" ,") if text.endswith(sign) else ""
        if sign.isascii() and sign.isdecimal() and not _GLUED.fullmatch(text):
            continue
        behind = _POINTED.search(bare) or (sign[:1] == "(" and bare[-1:].isalnum())
        if bare and behind and not _is_power(bare, sign):
            inner = pointer(bare, signs)
            return Pointer(inner.text if inner else bare, sign, signs[sign])
        if bare and (inner := pointer(bare, signs)) and inner.sign != sign:
            return Pointer(inner.text, sign, signs[sign])
    return None


def without_sign(text: str) -> str:
    """A heading without the sign of a note behind it: "Spend £m" of "Spend £m²", and all of "Area km²"."""
    found = _NOTE_SIGN.search(text)
    if found is None or _is_power(text[: found.start()], found.group()):
        return text
    return text[: found.start()]


def _is_power(text: str, sign: str) -> bool:
    """Whether a sign behind a text is a power of its unit and calls no note: km²."""
    return sign in "²³" and bool(_POWER.search(text))


def pointed(sheet: Worksheet, names: Mapping[str, int], lines: Sequence[Line], title: str = "") -> list[Pointer]:
    """What in a table points to notes below it: its title ("" for that), its headings, its cells, each by its name."""
    below = notes_below(sheet, lines)
    found = [Pointer("", one.sign, one.said)] if below and (one := pointer(title, below)) else []
    found += [one for name in names if below and (one := pointer(name, below))]
    for line in lines if below else ():
        first = next(iter(line.filled()), 0)
        row = line.text(first)
        for name, at in names.items():
            if one := pointer(line.text(at), below):
                place = f"{_bare(row, below)} ({_bare(name, below)})"
                value = parts_of(one.text) or (at != first and (is_date(one.text) or names_period(one.text)))
                found.append(replace(one, text=place) if value else one)
    return found


def _bare(text: str, below: Mapping[str, str]) -> str:
    found = pointer(text, below)
    return found.text if found else text


def as_note(found: Iterable[Pointer]) -> str:
    """What notes say, each with what it is said of, as `note:` may have it."""
    names: dict[str, list[str]] = {}
    for one in found:
        if one.said and one.text not in names.setdefault(one.said, []):
            names[one.said].append(one.text)
    # What the title points to holds for the whole.
    each = ((", ".join([] if "" in of else of[:_NAMED]), said.rstrip(" .")) for said, of in names.items())
    return " ".join(f"{name}: {said}." if name else f"{said}." for name, said in each)


def advice(found: Sequence[Pointer]) -> str:
    """What an author does about notes that some texts point to."""
    said = as_note(found)
    example = f", such as {json.dumps(said, ensure_ascii=False)}" if said else ""
    signs = ", ".join(f'"{sign}": none' for sign in dict.fromkeys(one.sign for one in found))
    hint = f"write what matters of it in note: of the table{example}"
    return f"{hint}; where the paper says it elsewhere, marks: {{{signs}}}"
