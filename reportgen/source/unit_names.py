"""Names of columns and of rows that say what a unit is, or that numbers have none. The units themselves are read by
`unit_words`."""

from __future__ import annotations

import re
from typing import Literal

from reportgen.patterns import Pattern

_NAMES = Pattern(
    r"(?P<size>units?[ _]?mult(?:iplier)?|scalar_factor|facteur scalaire|power ?code(?: code)?)|"
    r"(?P<word>magnitude|scale)|"
    r"(?P<measure>(?:obs_?)?(?:value[ _])?units?(?:[ _]codes?)?|units?[ _]?(?:of[ _])?measure(?:ment)?|uom|"
    r"unit[éà]s?(?: de mesure)?|(?:ma(?:ß|ss))?einheit(?:en)?|eenheid|unidad(?:es)?)|"
    r"(?P<exactness>d[eé]cimal(?:e?s)|uom_id|scalar_id)",
    re.IGNORECASE,
)
_HEAD = Pattern(r"(?:in )?(?P<name>.*?)\s?:?", re.IGNORECASE)
"""How such a name is written at the head of a row."""
_UNCOUNTED = Pattern(
    r"(?:units?|numbers?|no\.?|counts?|index|ratio|rate|score|nombre|unités|indice|anzahl)(?: .+)?", re.IGNORECASE
)


def named_for(name: str) -> Literal["size", "word", "measure", "exactness", ""]:
    """What of a unit the texts under a name say: its size (UNIT_MULT), the same if they are words (Scale), itself
    (Unit), how exact the numbers are (DECIMALS); "" where it is no such name."""
    found = _NAMES.fullmatch(name.strip())
    return found.lastgroup if found else ""  # type: ignore[return-value]


def heads_units(text: str) -> bool:
    """Whether the first cell of a row says that units stand in the others: "Unit", "In units:", "Measure"."""
    name = _HEAD.fullmatch(text.strip())["name"]  # type: ignore[index]
    return named_for(name) == "measure" or name.casefold() == "measure"


def says_no_unit(text: str) -> bool:
    """Whether a text in the place of a unit says that numbers have none which a reader would miss: Number, Index."""
    return _UNCOUNTED.fullmatch(text) is not None
