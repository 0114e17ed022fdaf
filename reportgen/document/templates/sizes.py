"""Numbers that are printed a hundred times too small or a million times too large: "0.33%" of a quotient that is a
third, "1,585,260 million" of a value that counts single ones.

Both are found by what a value was made of and what stands behind it, printed with it or typed in the text.
"""

from __future__ import annotations

import re
from decimal import Decimal

from reportgen.document.data.arithmetic import Fault
from reportgen.document.data.values import Datum
from reportgen.document.templates.beside import ValueInText
from reportgen.language.units import CURRENCIES, alike
from reportgen.patterns import Pattern

_LARGE = 1_000_000
"""From here on a number counts single ones and no millions or thousands. Ours: of what is published in millions, the
largest, a year's income of a large country, comes near it."""
_BEHIND = Pattern(r"[*_]*(?P<gap>[ \n\u00a0-]?)[*_]*(?P<words>(?:[^\W\d_]+(?:[ \u00a0][^\W\d_]+)?)|[%％])")
_DOUBTED = "* 100?"
_SHORT = 2
"""Letters of a size in short, such as m and bn: apart from a number without a currency they may be metres."""
_FINE = 2
"""Decimals from which a number of one at most is rather a share of one than a per cent."""


def misread(one: ValueInText) -> tuple[str, str] | None:
    """Of a value that is certainly, or most likely, printed so: what is wrong with it, and by what its expression is to
    be multiplied or divided, as a template writes it."""
    datum = one.datum
    if not isinstance(datum.value, Decimal):
        return None
    behind = _BEHIND.match(one.after)
    gap, typed = (behind["gap"], behind["words"].replace("\u00a0", " ")) if behind else ("", "")
    if _is_share(datum) and (_has_percent(datum) or _says_percent(typed)):
        shown = f"{datum}{'' if _has_percent(datum) else gap + typed}"
        return shown, "* 100" if datum.form.made == "share" else _DOUBTED
    if zeros := _size(datum, one.sign, gap, typed):
        return f"{datum}{'' if datum.form.renamed else gap + typed.partition(' ')[0]}", f"/ 1{'0' * zeros}"
    return None


def told(shown: str, step: str, expression: str) -> Fault:
    """What the author is told of the value that `expression` prints."""
    shown, value = shown.replace("\u00a0", " "), " ".join(expression.split())
    doubted = step == _DOUBTED
    return _too_small(shown, value, doubted=doubted) if doubted or step == "* 100" else _too_large(shown, step, value)


def _too_small(shown: str, value: str, *, doubted: bool) -> Fault:
    value, *filters = (part.strip() for part in value.split("|"))
    inner = value[1:-1] if re.fullmatch(r"\([^()]*\)", value) else value
    inner = f"({inner})" if re.search(r"[^*/] [+-] ", inner) else inner
    chosen = next((one for one in filters if one.startswith("percent")), "number")
    message = f"'{shown}' is a share of one, and not of a hundred: it is printed a hundred times too small"
    hint = f"write {{{{ ({inner} * 100) | {chosen} }}}}"
    if doubted:
        message = f"'{shown}' is printed: if the value is a share of one, that is a hundred times too small"
        hint += '; if it is per cent already, give it unit: "%" in data/'
    return Fault("number-size", message, hint)


def _too_large(shown: str, step: str, value: str) -> Fault:
    value = re.split(r"\s*\|", value)[0]
    message = f"'{shown}' is printed, but the value counts single ones, it seems"
    name = {"3": "thousand", "6": "million", "9": "billion", "12": "trillion"}[str(step.count("0"))]
    hint = f"write {{{{ ({value} {step}) | round(2) }}}}; if it does count in {name}s, give it unit: {name} in data/"
    return Fault("number-size", message, hint)


def _is_share(datum: Datum) -> bool:
    """Whether it is a share of one: a quotient, or a value of the data that looks like one and has no unit."""
    form, value = datum.form, datum.value
    if form.made == "share":
        return True
    assert isinstance(value, Decimal)
    plain = datum.records and not form.made and not form.unit and form.joins is None
    return bool(plain) and abs(value) < 1 and -int(value.as_tuple().exponent) >= _FINE


def _has_percent(datum: Datum) -> bool:
    return "%" in str(datum) or "%" in datum.form.unit


def _says_percent(typed: str) -> bool:
    return alike("%", typed) or alike("%", typed.partition(" ")[0])


def _size(datum: Datum, before: str, gap: str, typed: str) -> int:
    """The zeros of the size that is typed behind a number of single ones, or that the template gives it; 0: of none."""
    form, value = datum.form, datum.value
    if not isinstance(value, Decimal) or abs(value) < _LARGE:
        return 0
    own = form.words.zeros_of(form.unit)
    if own:
        return own if form.renamed else 0
    word = typed.partition(" ")[0]
    attached = not gap or str(datum)[0] in CURRENCIES or bool(before and before in CURRENCIES)
    return form.words.zeros_of(word) if len(word) > _SHORT or attached else 0
