"""Quotation marks that are typed as another language has them, in a language with guillemets: “so”, ‘so’, << so >>.

Outside of others they become the language's outer marks, within guillemets its inner ones. English keeps what is typed:
what stands there in foreign marks is a foreign quotation.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

MARK = re.compile(
    r"(?P<opens>«[ \u00a0\u202f]?|<<[ \u00a0\u202f](?=[^<>]*[^<>\s]\s>>)|“)|"
    r"(?P<closes>[ \u00a0\u202f]?»|[ \u00a0\u202f]>>|”)|"
    r"(?P<single>(?<![\w’])‘(?=[^‘’“”«»]*(?:’\w[^‘’“”«»]*)*’(?!\w)))|(?P<end>(?<=[\w.!?…])’(?!\w))"
)
_MAY_LACK = frozenset("“‘<")
"""Without one of these there is nothing to do, unless guillemets stand within guillemets."""


def meant(texts: Sequence[str], quotes: Sequence[str]) -> list[dict[int, str]] | None:
    """What comes in the place of each mark in the runs of a paragraph, by where it stands; None where nothing does.

    `quotes` are the outer and the inner marks, opening and closing, of which the outer are guillemets. Marks that are
    not closed stay as they are.
    """
    joined = "".join(texts)
    if _MAY_LACK.isdisjoint(joined) and joined.count("«") < 2:
        return None
    found: list[dict[int, str]] = [{} for _ in texts]
    opened: list[str] = []
    for run, text in enumerate(texts):
        for mark in MARK.finditer(text):
            sign = _sign(mark, opened, quotes)
            if sign is None:
                return None  # not in pairs: nobody knows what is meant
            if sign:
                found[run][mark.start()] = sign
    return found if not opened else None


def _sign(mark: re.Match[str], opened: list[str], quotes: Sequence[str]) -> str | None:
    """The sign for one mark, "" for one that is none; None for one that closes nothing."""
    kind = mark.lastgroup or ""
    if kind in ("opens", "single"):
        opened.append(kind)
        return quotes[0] if len(opened) == 1 else quotes[2]
    if kind == "end" and (not opened or opened[-1] != "single"):
        return ""  # an apostrophe
    if not opened or opened[-1] != {"closes": "opens", "end": "single"}[kind]:
        return None
    opened.pop()
    return quotes[3] if opened else quotes[1]


def replacing(signs: dict[int, str]) -> Callable[[re.Match[str]], str]:
    """Tells what comes in the place of a mark that `MARK` finds."""
    return lambda found: signs.get(found.start(), found[0])
