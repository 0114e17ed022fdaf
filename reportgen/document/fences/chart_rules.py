"""What stands round a chart's picture, held against the rules: a title that says the finding, a subtitle, a source."""

from __future__ import annotations

import re

from reportgen.document.fences.fence import Fenced
from reportgen.document.inlines import Inlines, plain

MOST_TITLE_WORDS = 15
_LEAST_CAPITALS = 3
"""Capitalised words in a row that may still be names."""
_WORD = re.compile(r"[^\W\d_][\w’'-]*")


def check_chart_wording(block: Fenced, title: Inlines, subtitle: Inlines, source: Inlines) -> None:
    """Report a title that is long or in title case, and a subtitle and a source that there are not."""
    words = plain(title).split()
    if len(words) > MOST_TITLE_WORDS:
        message = f"the chart's title has {len(words)} words; {MOST_TITLE_WORDS} can be read at a glance"
        block.desk.problem("chart-title", block.place_of("title"), message)
    if is_title_case(plain(title)):
        message = "the chart's title has a capital at every word: it reads as a name, not as a sentence"
        block.desk.problem("chart-title", block.place_of("title"), message)
    if not subtitle:
        message = "the chart has no subtitle: what is measured, where and when?"
        block.desk.problem("chart-subtitle", block.place, message)
    if not source:
        block.desk.problem("chart-source", block.place, "the chart names no source")


def is_title_case(text: str) -> bool:
    """Whether every longer word after the first has a capital, and there are too many of them for names.

    >>> is_title_case("Harbours Open More Often"), is_title_case("Harbours of the North Sea open more often")
    (True, False)
    """
    longer = [word for word in _WORD.findall(text)[1:] if len(word) > 3]
    return len(longer) >= _LEAST_CAPITALS and all(word[0].isupper() and not word.isupper() for word in longer)
