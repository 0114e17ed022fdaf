"""Units that an author types beside a value that has them already: "{{ facts.debt }} million" for a debt in millions.

The value is then printed without that part of its unit: what is typed stands, once.
"""

from __future__ import annotations

import re
from dataclasses import replace

from reportgen.document.data.arithmetic import Fault
from reportgen.document.inlines import Inlines, Value, plain
from reportgen.document.templates.beside import ValueInText
from reportgen.language.units import CURRENCIES, NO_BREAK, alike

_PRINTED = re.compile(
    r"(?P<sign>[+\u2212]?)(?P<before>[^\d+\u2212]*?)"
    r"(?P<number>\d(?:[\d.,\u00a0\u202f]*\d)?|(?!.*\d)[^\u00a0]+(?=\u00a0))(?P<after>\D.*)?"
)
"""A quantity in figures or in letters: "£2.5 million", "two million"."""
_EMPHASIS = "*_ \n\u00a0"
_WORD = re.compile(r"[^\s,;:!?()|*_\u2013-]*[^\s.,;:!?()|*_\u2013-]")
_OTHER = re.compile(r"(?P<gap>[*_]*[ \n\u00a0\u202f]?[*_]*)(?P<word>[%‰]|per[ \u00a0]cent|[^\W\d_]+(?![\w-]))")
_SHORT = 2
"""Letters of a size in short: apart from a number they are a word of their own."""


def without_typed(one: ValueInText) -> tuple[str, str] | None:
    """The words of a value without the unit that stands beside it too, and the unit."""
    return _alone(str(one.datum), one.before, one.after) if one.datum.form.unit else None


def with_other(one: ValueInText) -> str:
    """Another size, per cent or currency that is typed beside a value with a unit."""
    form = one.datum.form
    parts = _PRINTED.fullmatch(str(one.datum)) if form.unit else None
    if parts is None or not (parts["before"].strip() or (parts["after"] or "").strip()):
        return ""
    if one.sign and one.sign in CURRENCIES and str(one.datum)[:1] != one.sign:
        return one.sign
    typed = _OTHER.match(one.after)
    word = typed["word"] if typed else ""
    # A currency alone goes with a size: "£5 million".
    sized = word and form.words.zeros_of(word) and form.unit not in CURRENCIES
    close = typed and (not typed["gap"].strip("*_") or len(word) > _SHORT)
    return word if close and (word in "%‰" or sized or alike("%", word)) else ""


def _alone(printed: str, before: str, after: str) -> tuple[str, str] | None:
    """The words without the parts of the unit that are typed before or after them, and those parts."""
    parts = _PRINTED.fullmatch(printed)
    if parts is None:
        return None
    sign, lead, number, tail = parts["sign"], parts["before"], parts["number"], parts["after"] or ""
    typed = before.rstrip(_EMPHASIS)
    lead_typed = bool(lead.strip()) and typed.endswith(lead.strip())
    kept = _kept(tail, after)
    if not lead_typed and kept is None:
        return None
    gone = [lead.strip()] if lead_typed else []
    gone += [tail.removeprefix(kept).strip()] if kept is not None else []
    words = f"{sign}{'' if lead_typed else lead}{number}{tail if kept is None else kept}"
    return words, " ".join(gone).replace(NO_BREAK, " ")


def _kept(tail: str, after: str) -> str | None:
    """What stays of the unit's part behind the number, where the rest of it is typed in `after`; None: all of it."""
    follows = after.lstrip(_EMPHASIS + "-")
    words, typed = tail.replace(NO_BREAK, " ").split(), _WORD.findall(follows)
    if not _WORD.match(follows):
        return None
    for start in range(len(words)):
        part = " ".join(words[start:])
        heads = [" ".join(typed[:count]) for count in {len(words) - start, 1, 2} if count <= len(typed)]
        # Of a compound, "a 20-year-old", the first word is in the singular.
        heads += [f"{typed[0]}s"] if after.lstrip(_EMPHASIS).startswith("-") else []
        if any(alike(part, head) for head in heads):
            return _head(tail, start)
    return None


def _head(tail: str, count: int) -> str:
    """The first `count` words of the unit with the space before each."""
    found = re.match(rf"(?:[\s\u00a0]*[^\s\u00a0]+){{{count}}}", tail)
    return found[0] if found else ""


def told_once(value: Inlines, label: Inlines) -> Inlines:
    """The value of a key fact without the part of its unit that the label begins with: "141", "states condemned it"."""
    last = value[-1] if value else None
    parts = _PRINTED.fullmatch(last.text) if isinstance(last, Value) else None
    kept = _kept(parts["after"] or "", plain(label)) if parts else None
    if kept is None or parts is None or not isinstance(last, Value):
        return value
    return (*value[:-1], replace(last, text=f"{last.text[: parts.start('after')]}{kept}"))


def typed_other(printed: str, typed: str) -> Fault:
    """What the author is told of a value with a unit beside which another one is typed."""
    message = f"the value has its unit already, {printed.replace(NO_BREAK, ' ')}, and '{typed}' is typed beside it"
    hint = 'delete what is typed; {{ … | unit("…") }} converts a value, {{ … | number }} prints its number alone'
    return Fault("template-value", message, hint)


def typed_twice(unit: str) -> Fault:
    """What the author is told."""
    message = f"the unit '{unit}' is printed with the value already, and typed beside it again"
    return Fault("unit-twice", message)
