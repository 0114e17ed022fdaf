"""What a source says of itself between its title and its pages, part by part in the order of print.

Its texts have the marks that CSL allows: as inlines, and as bare words.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence

from reportgen.dates import PartialDate
from reportgen.document.inlines import Emphasis, Inline, Inlines, Strong, Subscript, Superscript, Text, mapped, plain
from reportgen.document.text import source_names as who
from reportgen.document.text.source_dates import STATES, date_in_words
from reportgen.language import Words
from reportgen.language.folding import folded
from reportgen.source.model import Reference

_KINDS: dict[str, Callable[[Inlines], Inline]] = {"i": Emphasis, "b": Strong, "sub": Subscript, "sup": Superscript}
_MARK = re.compile(r"<(/?)(i|b|sub|sup)>")


def inlines(text: str) -> Inlines:
    """The text with its marks as emphasis and so on; a mark without its other end stands as it is."""
    made: list[list[Inline]] = [[]]
    open_: list[str] = []
    end = 0
    for match in _MARK.finditer(text):
        _add(made[-1], text[end : match.start()])
        end = match.end()
        if not match[1]:
            open_.append(match[2])
            made.append([])
        elif open_ and open_[-1] == match[2]:
            inside = tuple(made.pop())
            made[-1].append(_KINDS[open_.pop()](inside))
        else:
            _add(made[-1], match[0])
    _add(made[-1], text[end:])
    while open_:
        inside = tuple(made.pop())
        made[-1] += [Text(f"<{open_.pop()}>"), *inside]
    return tuple(made[0])


def emphasised(text: str) -> Inlines:
    """The text in italics; what is in italics there already stays so."""
    return (Emphasis(mapped(inlines(text), lambda one: one.children if isinstance(one, Emphasis) else None)),)


def bare(text: str) -> str:
    """The words alone."""
    return plain(inlines(text)) if "<" in text else text


def _add(made: list[Inline], text: str) -> None:
    if text:
        made.append(Text(text))


_MARKED = frozenset({"title", "container-title", "volume-title", "collection-title", "event-title", "note"})
"""Texts that are printed with their marks."""
_PARTS = frozenset({"chapter", "paper-conference", "entry", "entry-dictionary", "entry-encyclopedia"})
"""Types of what stands in a larger work: "in Ann Sand (ed), Handbook"."""
_LAWS = frozenset({"legislation", "bill", "regulation", "treaty", "legal_case"})
"""Types whose title has their year."""
_GENRES = frozenset(
    """phdthesis mastersthesis mathesis bathesis candthesis techreport resreport software datacd audiocd patent
    patreq""".split()
)
"""Kinds that BibLaTeX has a word of its own for."""
_PATENT = re.compile("pat(ent|req)(de|eu|fr|uk|us)")
_SAME = {"mastersthesis": "mathesis", "in press": "inpress", "in preparation": "inpreparation"}


def text(reference: Reference, key: str) -> str:
    """A text of the source, of some keys with marks; "" where it has none."""
    value = reference.csl.get(key)
    return "" if value is None else bare(str(value).strip()) if key not in _MARKED else str(value).strip()


def joined(parts: Iterable[Inlines]) -> Inlines:
    """The parts that say something, with commas between."""
    made: list[Inline] = []
    for part in parts:
        if plain(part):
            made += [Text(", "), *part] if made else part
    return tuple(made)


def published(reference: Reference, words: Words) -> list[Inlines]:
    """In which edition, in what, under which number, by whom, where and when; no publisher who is the author too."""
    event, container = text(reference, "event-title"), folded(bare(text(reference, "container-title")))
    if not event or folded(bare(event)) in container or folded(bare(event)) in folded(bare(text(reference, "title"))):
        event = ""
    place = text(reference, "event-place")
    before = [
        *((Text(one),) for one in _hands(reference, words)),
        _within(reference, words),
        *((Text(one),) for one in _numbers(reference, words)),
        joined((inlines(event), (Text(place),) if place != text(reference, "publisher-place") else ())),
        *((Text(one),) for one in _keepers(reference, words)),
    ]
    return [*before, *((Text(one),) for one in _when(reference, words, bare_title=not any(map(plain, before))))]


def _hands(reference: Reference, words: Words) -> list[str]:
    """Translators, editors beside authors, edition and version."""
    translators = who.named(reference, "translator").listed(words)
    written = bool(who.named(reference, "author").names)
    beside = who.editors(reference) if written and not _is_part(reference) else who.People()
    version = text(reference, "version")
    return [
        words.say("cite.translated", names=translators) if translators else "",
        beside.listed(words),
        "" if _is_in_book(reference) else _edition(reference, words),
        words.say("cite.version", number=version) if version[:1].isdecimal() else version,
    ]


def _edition(reference: Reference, words: Words) -> str:
    """Such as "2nd edition"; words of the source as they stand, and nothing of a first one."""
    edition = text(reference, "edition")
    if not edition.isdecimal():
        return words.say("cite.edition", ordinal=edition) if edition.isalpha() else edition
    return words.say("cite.edition", ordinal=words.ordinal(int(edition))) if int(edition) > 1 else ""


def _is_part(reference: Reference) -> bool:
    return text(reference, "type") in _PARTS


def _is_in_book(reference: Reference) -> bool:
    """Whether an edition is that of the book in which a chapter stands."""
    return _is_part(reference) and bool(text(reference, "container-title"))


def _within(reference: Reference, words: Words) -> Inlines:
    """What it stands in: a journal with its number, a book with its editors, a work in several volumes."""
    container, volume_title = text(reference, "container-title"), text(reference, "volume-title")
    numbered = (Text(_volume(reference, words, in_journal=bool(container) and not _is_book(reference))),)
    series = _series(reference, words)
    if not container:
        return joined((emphasised(volume_title) if volume_title else (), numbered, series))
    if _is_book(reference):
        edition = inlines(_edition(reference, words)) if _is_in_book(reference) else ()
        volume = emphasised(volume_title) if volume_title else ()
        whole = joined((volume, emphasised(container), edition, numbered, series))
        return _in(reference, whole, words) if _is_part(reference) else whole
    title = (*emphasised(container), *numbered)
    return joined((inlines(volume_title), title, series))


def _is_book(reference: Reference) -> bool:
    """Whether a volume of what it stands in is a book."""
    return _is_part(reference) or text(reference, "type") == "book"


def _in(reference: Reference, whole: Inlines, words: Words) -> Inlines:
    """ "in Ann Sand (ed), Handbook"; of a work by one author, "in Ann Sand, Works"."""
    authors = who.named(reference, "container-author").listed(words)
    editors = "" if who.answering(reference).are_editors else who.editors(reference).listed(words)
    before, _, after = words.say("cite.in", work="\ue013").partition("\ue013")
    return (Text(before), *joined(((Text(authors),), (Text(editors),), whole)), *((Text(after),) if after else ()))


def _volume(reference: Reference, words: Words, *, in_journal: bool) -> str:
    """Such as " 12(3)" after a journal's name, and "vol 3" of a book."""
    volume, issue, count = (text(reference, key) for key in ("volume", "issue", "number-of-volumes"))
    if in_journal:
        return _in_journal(volume, issue, words) if volume or issue else ""
    whole = words.say("cite.volumes", number=count) if count and not volume else ""
    one = (words.say("cite.volume", number=volume) if volume and " " not in volume else volume) or whole
    part = text(reference, "part-number")
    part = words.say("cite.part", number=part) if part.isdecimal() else part
    return ", ".join(filter(None, (one, part, _with_no(issue, words))))


def _in_journal(volume: str, issue: str, words: Words) -> str:
    """What follows the name of a journal: " 12(3)", ", vol. 12, n° 3"."""
    key = "both" if volume and issue else "volume" if volume else "issue"
    said = words.say(f"cite.journal-{key}", volume=volume, number=issue or volume)
    return said if said.startswith(",") else f" {said}"


def _series(reference: Reference, words: Words) -> Inlines:
    """The series that it appeared in, and its number there."""
    title, number = text(reference, "collection-title"), text(reference, "collection-number")
    if title.isdecimal() and not number:
        return (Text(words.say("cite.series", ordinal=words.ordinal(int(title)))),)
    if title in ("newseries", "oldseries"):
        return (Text(words.say(f"cite.series-{title[:3]}")),)
    if title and number:
        number = words.say("cite.kind", kind="", number=number) if number.isdecimal() else f" {number}"
    else:
        number = _with_no(number, words)
    return (*inlines(title), Text(number)) if title or number else ()


def _with_no(number: str, words: Words) -> str:
    """A bare number with a word before it."""
    return words.say("cite.number", number=number) if number.isdecimal() else number


def _numbers(reference: Reference, words: Words) -> list[str]:
    """Chapter, kind and number, such as "Working Paper 23"; a bare number has a word before it."""
    chapter, number, genre = (text(reference, key) for key in ("chapter-number", "number", "genre"))
    genre = _SAME.get(genre, genre)
    patent = _PATENT.fullmatch(genre)
    genre, country = (f"pat{patent[1]}", f" ({patent[2].upper()})") if patent else (genre, "")
    kind = words.say(f"cite.genre-{genre}") + country if genre in _GENRES else genre
    return [
        words.say("cite.chapter", number=chapter) if chapter[:1].isdecimal() else chapter,
        _kind_and_number(kind, number, words),
        text(reference, "medium"),
        text(reference, "archive"),
        text(reference, "archive_location"),
    ]


def _kind_and_number(kind: str, number: str, words: Words) -> str:
    if not kind:
        return _with_no(number, words)
    return words.say("cite.kind", kind=kind, number=number) if number.isdecimal() else f"{kind} {number}".strip()


def _keepers(reference: Reference, words: Words) -> Sequence[str]:
    """Court or office, publisher and place; none who answers for it already."""
    publisher, authority = text(reference, "publisher"), text(reference, "authority")
    authors = {folded(name) for name in who.answering(reference).spelled(words)}
    named = not authors or folded(publisher) in authors
    return [
        "" if authority == publisher or folded(authority) in authors else authority,
        "" if named else publisher,
        text(reference, "publisher-place"),
    ]


def _when(reference: Reference, words: Words, *, bare_title: bool) -> list[str]:
    """Its date, unless the title that stands before it has just said it; its state; when it first appeared.

    The year that a title is about, "Homes in 2024", is not said to be that of the source.
    """
    issued, original = reference.csl.get("issued"), date_in_words(reference.csl.get("original-date"), words)
    date = date_in_words(issued, words)
    if date and _says_date(reference, issued, date, words, bare_title=bare_title):
        date = ""
    state = text(reference, "status")
    state = _SAME.get(state.lower(), state)
    state = words.say(f"cite.state-{state}") if state in STATES else state
    return [date, "" if state == date else state, words.say("cite.original", date=original) if original else ""]


def _says_date(reference: Reference, issued: object, date: str, words: Words, *, bare_title: bool) -> bool:
    """Whether the title says the date, of a law its day too."""
    title, is_law = bare(text(reference, "title")), text(reference, "type") in _LAWS
    if not isinstance(issued, PartialDate) or not (is_law or bare_title):
        return False
    if issued.month is not None:
        return is_law and date.replace("\u00a0", " ") in title.replace("\u00a0", " ")
    if date != str(issued.year) or not (said := re.search(rf"\b{date}[)\]]?\Z", title)):
        return False
    return is_law or not words.form(r"(?<!\w)(?:«when»)\s\Z").search(title[: said.start()])
