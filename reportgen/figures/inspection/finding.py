"""What the inspection of a chart finds, as data."""

from __future__ import annotations

from reportgen.frozen import frozen

MOST_SHOWN = 40


@frozen
class Finding:
    """A broken rule of `reportgen.rules`: what is wrong in an author's words; "" as `hint` takes the usual remedy."""

    rule: str
    message: str
    hint: str = ""


def quoted(text: str) -> str:
    """A text of the chart between quotes, on one line, cut where it is long."""
    line = " ".join(text.split())
    return f"'{line if len(line) <= MOST_SHOWN else line[: MOST_SHOWN - 1].rstrip() + '…'}'"


def listed(texts: list[str], most: int = 3) -> str:
    """The first few of `texts`, and how many more there are."""
    more = len(texts) - most
    return ", ".join(texts[:most]) + (f" and {more} more" if more > 0 else "")
