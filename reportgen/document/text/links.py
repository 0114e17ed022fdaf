"""Links: addresses that lead somewhere, and texts that say where."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterator, Sequence

from markdown_it.common.normalize_url import normalizeLink

from reportgen.document.inlines import Inline, Inlines, Link, Text, plain
from reportgen.document.markdown.addresses import trimmed
from reportgen.document.text.desk import Desk
from reportgen.document.text.joining import is_seen
from reportgen.patterns import Pattern
from reportgen.problems import Place, did_you_mean

_BARE = re.compile(r"(?:https?://|www\.)[^\s<>\"“”]+", re.IGNORECASE)
_WWW = Pattern(r"(?<![\w/.@-])www\.[^\s<>\"“”\[\]|]+\.[^\s<>\"“”\[\]|]+", re.IGNORECASE)
_ADDRESS = re.compile(r"https?://[^\s/]+\.?[^\s]*|mailto:[^\s@]+@[^\s@]+|tel:[+\d][\d ().-]*", re.IGNORECASE)
_EMPTY = frozenset(
    "here|click here|this|this link|link|this page|more|read more|see here|see more|"
    "ici|cliquez ici|ce lien|lien|cette page|voir ici|en savoir plus|lire la suite|plus".split("|")
)
"""Texts that don't say where a link goes."""
_HINT = "write [text that says where it goes](address)"


IN_SMALL_PRINT = frozenset({"note", "caption", "origin"})
"""Where an address may stand bare: a note, a source, the small print under a chart."""


def bare(url: str, text: Inlines, place: Place, desk: Desk, inside: Collection[str]) -> Link:
    """The link of an address that its author wrote bare: printed as it stands; in running text it is told."""
    if not IN_SMALL_PRINT & set(inside) and not url.startswith("mailto:"):
        desk.problem("link-text", place, f"a bare address stands in the text: {plain(text)}", _HINT)
    return Link(text, normalizeLink(url), place)


def with_addresses(
    part: Inline, place: Callable[[int], Place], desk: Desk, inside: Collection[str]
) -> Iterator[Inline]:
    """A piece of text with links where an address begins with www.; `place` finds one of its characters."""
    if not isinstance(part, Text):
        yield part
        return
    end = 0
    for match in _WWW.finditer(part.text):
        written = trimmed(match[0])
        yield Text(part.text[end : match.start()])
        yield bare(f"https://{written}", (Text(written),), place(match.start()), desk, inside)
        end = match.start() + len(written)
    yield Text(part.text[end:])


def address(url: str, place: Place, text: Sequence[Inline], text_place: Place, desk: Desk) -> str:
    """The address to write for a link, after its faults have been reported; `#id` becomes the anchor of that part."""
    _check_words(plain(text).strip() if is_seen(text) else "", url, text_place, desk)
    if url.startswith("#"):
        target = desk.outline.find_any(url[1:])
        if target is None:
            names = [f"#{known.id}" for known in desk.outline.targets.values()]
            hint = did_you_mean(url, names)
            desk.problem("crossref-unknown", place, f"nothing in this paper has the id '{url[1:]}'", hint)
            return url
        return f"#{target.anchor}"
    if not _ADDRESS.fullmatch(url):
        message = f"a link can't lead to '{url}'" if url else "a link has no address"
        desk.problem("markup", place, message, "an address begins with https:// or mailto:, or is #id in this paper")
    return normalizeLink(url)


def _check_words(words: str, url: str, place: Place, desk: Desk) -> None:
    if not words:
        desk.problem("markup", place, "a link has no text", _HINT)
    elif _BARE.fullmatch(words) or (words == url and not url.startswith("mailto:")):
        desk.problem("link-text", place, f"the text of a link is a bare address: {words}", _HINT)
    elif words.casefold().strip(" .:!…") in _EMPTY:
        desk.problem("link-text", place, f"the text of a link doesn't say where it goes: '{words}'", _HINT)
