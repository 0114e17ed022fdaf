"""A reference in words: in a note, in the list of sources, and under a chart. The house note style; never "ibid".

A note has it in full once, and afterwards names that note. What a reference lacks leaves no trace: no stray comma, no
"n.d.". An address is printed as far as it says something on paper, and leads there as a whole. What stands between
title and pages is `source_parts`' to say.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from urllib.parse import quote

from reportgen.dates import PartialDate
from reportgen.document.inlines import Inlines, Link, Text, plain
from reportgen.document.text import locators
from reportgen.document.text import source_names as who
from reportgen.document.text.locators import Locator
from reportgen.document.text.source_dates import date_in_words
from reportgen.document.text.source_parts import bare, inlines, joined, published, text
from reportgen.language import Words
from reportgen.language.folding import folded
from reportgen.source.model import Reference

_SHORT = 32
"""Characters up to which an address is printed as a whole. Our taste: that many are typed without a mistake, and stand
on what is left of a line."""
_IN_A_DOI = "/:;()@,.!$&'*+=~"
"""What stands in the address of a DOI as it is."""


def note(reference: Reference, locator: Locator, words: Words, *, read_on: PartialDate | None = None) -> Inlines:
    """Author or organisation, linked title, publisher where it is another, date in words, locator, remark, address, and
    when that was read unless it was on `read_on`; no full stop.

    Without a locator it has the pages on which the source stands in a journal or a book.
    """
    title = _whole_title(reference, words)
    where = locators.placed(locator, words) if locator else _pages(reference, words)
    return joined((_who(reference, words), title, *_published(reference, where, words, read_on)))


def again(reference: Reference, number: int, locator: Locator, words: Words, *, titled: bool = False) -> Inlines:
    """The short form after the note that has it in full: such as "Water Office, note 12, p 3", with a link to it.

    With the number 0 it stands in that note itself. `titled`: with its title, where that note has others of one name.
    """
    link = (Link((Text(words.say("cite.note", number=number)),), f"#{note_anchor(number)}"),) if number else ()
    title = inlines(_title(reference, words)) if titled else ()
    return joined((brief(reference, words), title, link, locators.placed(locator, words)))


def listed(reference: Reference, locator: Locator, anchor: str, words: Words) -> Inlines:
    """The short form of what stands in full in the list of sources, under `anchor`."""
    return joined(((Link((Text(short(reference, words)),), f"#{anchor}"),), locators.placed(locator, words)))


def note_anchor(number: int) -> str:
    """Where a note stands."""
    return f"note-{number}"


def brief(reference: Reference, words: Words) -> Inlines:
    """Its short title, or else family names, or the organisation, or the title: a note's number goes with it."""
    if title := text(reference, "title-short"):
        return inlines(title)
    names = who.answering(reference).families(words) or text(reference, "publisher")
    return (Text(names),) if names else inlines(_title(reference, words))


def entry(reference: Reference, words: Words, *, read_on: PartialDate | None = None) -> Inlines:
    """The same for the list of sources, the family name first.

    The day on which it was read follows, unless it is `read_on`, which the paper says once.
    """
    return joined((*headed(reference, words), *_published(reference, _pages(reference, words), words, read_on)))


def _pages(reference: Reference, words: Words) -> Inlines:
    return (Text(locators.kept(locators.pages(text(reference, "page"), words))),)


def _published(reference: Reference, where: Inlines, words: Words, read_on: PartialDate | None) -> Iterator[Inlines]:
    """What follows the title."""
    yield from published(reference, words)
    yield from (where, inlines(text(reference, "note")), _address(reference, words))
    yield _accessed(reference, words, read_on)


def headed(reference: Reference, words: Words) -> tuple[Inlines, Inlines]:
    """What an entry of the list begins with: who, the family name first, and the linked title."""
    return _who(reference, words, inverted=True), _whole_title(reference, words)


def calls(numbers: Sequence[int], words: Words) -> Inlines:
    """Such as "notes 3, 12", each number a link to its note; () without numbers."""
    if not numbers:
        return ()
    before, after = words.say_around("cite.notes", "numbers", count=len(numbers))
    links = [
        Link((Text(str(one)),), f"#{note_anchor(one)}", said=words.say("cite.note", number=one)) for one in numbers
    ]
    return (Text(before), *joined((link,) for link in links), *((Text(after),) if after else ()))


def _accessed(reference: Reference, words: Words, read_on: PartialDate | None) -> Inlines:
    day = reference.csl.get("accessed")
    read = date_in_words(day, words)
    return (Text(words.say("cite.accessed", date=read)),) if read and _url(reference) and day != read_on else ()


def _address(reference: Reference, words: Words) -> Inlines:
    """The address for who reads on paper: a DOI, a short address, else the host; a link to the whole of it.

    Who hears it hears the title, not the signs of the address.
    """
    doi = _doi(reference)
    url = doi or _url(reference)
    printed = re.sub(r"\A[a-z][a-z0-9+.-]*://(?:www\.)?|/\Z", "", url, flags=re.IGNORECASE)
    if not doi and len(printed) > _SHORT:
        printed = re.split(r"[/?#]", printed)[0].rpartition("@")[2]
    said = words.say("cite.address", title=bare(_title(reference, words)))
    return (Link((Text(printed),), url, reference.place, said=said),) if url else ()


def _url(reference: Reference) -> str:
    return text(reference, "URL") or _doi(reference)


def _doi(reference: Reference) -> str:
    doi = text(reference, "DOI").removeprefix("https://doi.org/")
    return f"https://doi.org/{quote(doi, safe=_IN_A_DOI)}" if doi else ""


def read_on(references: Iterable[Reference]) -> PartialDate | None:
    """The day on which most addresses were read; None where there is no such day.

    Most are three in four, and two at least; what stands without a day was read on another one, as far as is known.
    """
    days = [reference.csl.get("accessed") for reference in references if _url(reference)]
    known = Counter(day for day in days if isinstance(day, PartialDate) and day.day)
    day, count = max(known.items(), key=lambda one: (one[1], one[0].first), default=(None, 0))
    most = count > 1 and count * 4 >= len(days) * 3 and len(days) == sum(known.values())
    return day if most else None


def opened(references: Iterable[Reference], read_on: PartialDate | None, words: Words) -> Inlines:
    """The sentence that says when the addresses of the references were read; () where none was on `read_on`."""
    days = [reference.csl.get("accessed") for reference in references if _url(reference)]
    if read_on is None or read_on not in days:
        return ()
    key = "cite.accessed-all" if all(day == read_on for day in days) else "cite.accessed-most"
    return (Text(words.say(key, date=words.date(read_on))),)


def short(reference: Reference, words: Words) -> str:
    """What a chart's "Source:" line says: the authors and the title; of an organisation's own papers its name alone."""
    if text(reference, "publisher") and not any(map(who.is_person, who.answering(reference).names)):
        return text(reference, "publisher")
    title = text(reference, "title-short") or _title(reference, words)
    return plain(joined((_who(reference, words), inlines(title))))


def sort_key(reference: Reference, words: Words) -> tuple[str, ...]:
    """The order of the list of sources: by author or organisation, if any, title, date; accents do not count."""
    names = [who.spelled(name, words, inverted=True) for name in who.answering(reference).names]
    issued = reference.csl.get("issued")
    first = " ".join(names or [text(reference, "publisher")])
    parts = (first, bare(_title(reference, words)), str(issued or ""))
    return tuple(filter(None, (re.sub(r"\A[^\w]+", "", folded(part)) for part in parts)))


def _who(reference: Reference, words: Words, *, inverted: bool = False) -> Inlines:
    """Who answers for it: the authors or editors, else the publisher."""
    return (Text(who.answering(reference).listed(words, inverted=inverted) or text(reference, "publisher")),)


def _title(reference: Reference, words: Words) -> str:
    title = text(reference, "title")
    return (title[:-1] if title.endswith(".") and not title.endswith("..") else title) or words.say("cite.untitled")


def _whole_title(reference: Reference, words: Words) -> Inlines:
    """The linked title; that of a part of something larger in the marks that the language sets it in."""
    title = _title(reference, words)
    linked = _linked(inlines(title), reference)
    is_part = text(reference, "container-title") and text(reference, "type") != "book" and "«" not in title
    before, after = words.say_around("cite.part-title", "title") if is_part else ("", "")
    return (*((Text(before),) if before else ()), *linked, *((Text(after),) if after else ()))


def _linked(title: Inlines, reference: Reference) -> Inlines:
    url = _url(reference)
    return (Link(title, url, reference.place),) if url else title
