"""Which of the rows above a table is its title; for what `reportgen table` proposes."""

from __future__ import annotations

import re
from collections.abc import Sequence

from reportgen.patterns import Pattern
from reportgen.sheets.sheet import Line
from reportgen.source.unit_words import unit_alone

_NUMBERED = Pattern(r"(?:table|tabelle|tab\.|tableau|tabla|tavola|tabel|tabell|taulukko)\s*[A-Z]?[0-9]", re.IGNORECASE)
_NO_TITLE = Pattern(
    r"©|\(c\)\s|copyright|(?:data )?licen[cs]|datenlizenz|licencia|licenza|source\b|quelle|fuente|fonte|https?:|www\.|"
    r"contact|enquiries|e-?mail|tel\b|back to|return to|to access\b|contents|publi(?:shed|cation date)|released?\b|"
    r"(?:data )?extracted\b|(?:date of |last |next )?(?:updated?|publication|release)\b|stand:|genesis-tabelle|"
    r"this (?:work)?sheet\b|freeze panes|serie:|periodicidad|unidad|escala|[¹²³⁴-⁹]|"
    r"suggested citation|(?:calendar |financial |academic )?(?:years?|quarters?|months?|periods?|numbers?)$|"
    r"\(?unit(?:[:s]|[éà]s?\s?:)|.*[→↓←↑]",
    re.IGNORECASE,
)
_LABEL = Pattern(r"(?:data ?set|title|titel|titre|t[íi]tulo|titolo)\s*:?", re.IGNORECASE)
"""What stands before a title in a cell of its own."""
_OF_DATASET = Pattern(r"\s*\[\w+\]$")
"""The name of a dataset behind its title: [une_rt_m]."""


def title_of(above: Sequence[Line]) -> str:
    """The title of the table below some rows: of those with one cell, links aside, the one that says "Table 3", else
    the first that is neither a licence nor a source, a link or an address; "" where none is."""
    rows = ([line.text(at) for at in line.filled()] for line in above)
    texts = [
        first
        for first, *others in map(_unlabelled, filter(None, rows))
        if all(_NO_TITLE.match(text) or unit_alone(text) for text in others)
    ]
    numbered = next(filter(_NUMBERED.match, texts), "")
    named = (text for text in texts if not (_NO_TITLE.match(text) or unit_alone(text.strip("() "))))
    return numbered or next(named, "")


def _unlabelled(texts: list[str]) -> list[str]:
    if len(texts) < 2 or not _LABEL.fullmatch(texts[0]):
        return texts
    return [_OF_DATASET.sub("", texts[1]), *texts[2:]]
