"""A reference in words: in a note, in the list of sources, and under a chart. The house note style; never "ibid".

What a reference lacks leaves no trace: no stray comma, no "n.d.". Addresses are kept as they are: where a long one may
break is the layout's business.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence

from reportgen.dates import PartialDate
from reportgen.document.inlines import Emphasis, Inline, Inlines, Link, Text, plain
from reportgen.language import Words
from reportgen.language.folding import folded
from reportgen.source.model import Reference

_MOST_NAMES = 3
"""More authors than these are "and others" after the first."""


def note(reference: Reference, locator: str, words: Words) -> Inlines:
    """Author or organisation, linked title, publisher where it is another, date in words, locator; no full stop.

    Without a locator it has the pages on which the source stands in a journal or a book.
    """
    given = [_name(name) for name in _people(reference)]
    title = _linked(_title(reference, words), reference)
    where = (Text(_kept(locator.strip() or _pages(reference, words))),)
    return _joined((*_who(reference, given, words), title, *_published(reference, words), where))


def entry(reference: Reference, words: Words, *, read_on: PartialDate | None = None) -> Inlines:
    """The same for the list of sources, the family name first; then the address in full.

    The day on which it was read follows, unless it is `read_on`, which the list says.
    """
    names = [_name(name, inverted=not number) for number, name in enumerate(_people(reference))]
    url = _url(reference)
    address: Inlines = (Link((Text(url),), url, reference.place),) if url else ()
    day = reference.csl.get("accessed")
    read = _date(day, words)
    accessed: Inlines = (Text(words.say("cite.accessed", date=read)),) if read and url and day != read_on else ()
    pages, about = ((Text(text),) for text in (_kept(_pages(reference, words)), _field(reference, "note")))
    title = (Text(_title(reference, words)),)
    who = _who(reference, names, words)
    return _joined((*who, title, *_published(reference, words), pages, about, address, accessed))


def read_on(references: Iterable[Reference]) -> tuple[PartialDate | None, bool]:
    """The day on which most addresses were read, and whether all of them were; None where there is no such day.

    Most are three in four, and two at least; what stands without a day was read on another one, as far as is known.
    """
    days = [reference.csl.get("accessed") for reference in references if _url(reference)]
    known = Counter(day for day in days if isinstance(day, PartialDate) and day.day)
    day, count = max(known.items(), key=lambda one: (one[1], one[0].first), default=(None, 0))
    most = count > 1 and count * 4 >= len(days) * 3 and len(days) == sum(known.values())
    return (day, count == len(days)) if most else (None, False)


def short(reference: Reference, words: Words) -> str:
    """What a chart's "Source:" line says: the authors and the title; of an organisation's own papers its name alone."""
    names = [_name(name) for name in _people(reference)]
    if _field(reference, "publisher") and not any(_is_person(name) for name in _people(reference)):
        return _field(reference, "publisher")
    title = _field(reference, "title-short") or _title(reference, words)
    return plain(_joined((*_who(reference, names, words), (Text(title),))))


def sort_key(reference: Reference, words: Words) -> tuple[str, ...]:
    """The order of the list of sources: by author or organisation, if any, title, date; accents do not count."""
    names = [_name(name, inverted=True) for name in _people(reference)]
    issued = reference.csl.get("issued")
    parts = (" ".join(_who_words(reference, names)), _title(reference, words), str(issued or ""))
    return tuple(map(folded, filter(None, parts)))


def _kept(locator: str) -> str:
    """The locator with its numbers kept to their words: no line ends in "p 4"."""
    return re.sub(r"(?<=[^\W\d_]|[.§]) (?=\d)", "\u00a0", locator)


def _joined(parts: Iterable[Inlines]) -> Inlines:
    """The parts that say something, with commas between."""
    made: list[Inline] = []
    for part in parts:
        if plain(part):
            made += [Text(", "), *part] if made else part
    return tuple(made)


def _who(reference: Reference, names: Sequence[str], words: Words) -> list[Inlines]:
    """Who answers for it: the authors, else the publisher."""
    if len(names) > _MOST_NAMES:
        return [(Text(words.say("cite.and-others", name=names[0])),)]
    return [(Text(words.listing(_who_words(reference, names))),)]


def _who_words(reference: Reference, names: Sequence[str]) -> list[str]:
    return [*names] or [_field(reference, "publisher")]


def _published(reference: Reference, words: Words) -> list[Inlines]:
    """In which edition, in what, under which number, by whom, where and when; no publisher who is the author too."""
    publisher = _field(reference, "publisher")
    authors = {folded(_name(name)) for name in _people(reference)}
    named = not authors or folded(publisher) in authors
    container = _field(reference, "container-title")
    return [
        (Text(_edition(reference, words)),),
        (Emphasis((Text(container),)), Text(_issue(reference))) if container else (),
        (Text(_field(reference, "number")),),
        () if named else (Text(publisher),),
        (Text(_field(reference, "publisher-place")),),
        (Text(_date(reference.csl.get("issued"), words)),),
    ]


def _issue(reference: Reference) -> str:
    """Such as " 12(3)" after a journal's name."""
    volume, issue = _field(reference, "volume"), _field(reference, "issue")
    number = f"{volume}({issue})" if volume and issue else volume or issue
    return f" {number}" if number else ""


def _edition(reference: Reference, words: Words) -> str:
    """Such as "2nd edition"; words of the source as they stand, and nothing of a first one."""
    edition = _field(reference, "edition")
    if not edition.isdecimal():
        return edition
    return words.say("cite.edition", ordinal=words.ordinal(int(edition))) if int(edition) > 1 else ""


def _pages(reference: Reference, words: Words) -> str:
    """Such as "pp 4–9"."""
    pages = re.sub(r"(?<=\w)\s*-+\s*(?=\w)", "–", _field(reference, "page"))
    return words.say("cite.page" if pages.isalnum() else "cite.pages", pages=pages) if pages else ""


def _title(reference: Reference, words: Words) -> str:
    title = _field(reference, "title")
    return (title[:-1] if title.endswith(".") and not title.endswith("..") else title) or words.say("cite.untitled")


def _linked(title: str, reference: Reference) -> Inlines:
    url = _url(reference)
    return (Link((Text(title),), url, reference.place),) if url else (Text(title),)


def _url(reference: Reference) -> str:
    doi = _field(reference, "DOI")
    return _field(reference, "URL") or (f"https://doi.org/{doi.removeprefix('https://doi.org/')}" if doi else "")


def _field(reference: Reference, key: str) -> str:
    value = reference.csl.get(key)
    return "" if value is None else str(value).strip()


def _people(reference: Reference) -> list[Mapping[str, str]]:
    people = reference.csl.get("author") or reference.csl.get("editor") or ()
    return [name for name in people if isinstance(name, Mapping)] if isinstance(people, Sequence) else []


def _is_person(name: Mapping[str, str]) -> bool:
    return not name.get("literal")


def _name(name: Mapping[str, str], *, inverted: bool = False) -> str:
    """An organisation as it is; a person as "Given Family", or "Family, Given"."""
    if name.get("literal"):
        return name["literal"].strip()
    family = " ".join(filter(None, (name.get("non-dropping-particle"), name.get("family"))))
    given = " ".join(filter(None, (name.get("given"), name.get("dropping-particle"))))
    person = ", ".join(filter(None, (family, given))) if inverted else " ".join(filter(None, (given, family)))
    return ", ".join(filter(None, (person, name.get("suffix"))))


def _date(value: object, words: Words) -> str:
    """A date of CSL in words: a PartialDate, "2022-03", a year, or date-parts; what is none of them as it stands."""
    match value:
        case None | "":
            return ""
        case PartialDate():
            return words.date(value)
        case Mapping():
            written = ["-".join(f"{int(part):02d}" for part in day) for day in value.get("date-parts") or ()]
            days = "–".join(_date(day, words) for day in written)
            return days or str(value.get("literal") or value.get("raw") or "")
    try:
        return words.date(PartialDate.parse(str(value)))
    except ValueError:
        return str(value)
