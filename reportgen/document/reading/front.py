"""The front of a paper: cover or masthead, with what the reader must know first; lists of contents."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from reportgen.dates import PartialDate
from reportgen.document.blocks import (
    Chart,
    ContentsEntry,
    ContentsList,
    Cover,
    Detail,
    Figure,
    KeyFigure,
    Section,
    TableBlock,
)
from reportgen.document.inlines import Inline, Inlines, LineBreak, Link, Text, bare, unbound
from reportgen.document.reading.block_reader import read_blocks
from reportgen.document.templates.doubled import told_once
from reportgen.document.text.desk import Desk
from reportgen.document.text.page import Page
from reportgen.document.text.pages import Press, read_run
from reportgen.document.tree import blocks
from reportgen.house import contact_lines
from reportgen.language import Words
from reportgen.patterns import Pattern
from reportgen.source.meta import Meta
from reportgen.source.model import Briefing

SEPARATOR = " · "
_CONTENTS_DEPTH = 2
_FEWEST_LISTED = 6
"""Charts, tables and figures from which they have lists of their own. Our taste: fewer are found by leafing."""
_MAIL = Pattern(r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+")


def key_fact_pages(press: Press, meta: Meta) -> list[tuple[Page, Page]]:
    """The value and the label of each key fact."""
    return [
        (press.phrase(fact.value, f"key_facts {number} value"), press.phrase(fact.label, f"key_facts {number} label"))
        for number, fact in enumerate(meta.key_facts)
    ]


def cover(
    desk: Desk,
    press: Press,
    title: Inlines,
    subtitle: Page | None,
    brief: Page | None,
    key_facts: Sequence[tuple[Page, Page]],
) -> Cover:
    """Everything on the cover; a note and a focus have the same above their text."""
    meta, house, words = desk.briefing.meta, desk.briefing.house, desk.words
    return Cover(
        institution=words.typeset(house.name),
        tagline=words.typeset(house.tagline),
        title=title,
        imprint=imprint(desk.briefing, words),
        subtitle=bare(read_run(desk, subtitle, ("title",))) if subtitle else (),
        details=tuple(Detail(label, said) for label, said in (part(desk, press) for part in _DETAILS) if said),
        brief_title=words.say("cover.in-brief") if brief else "",
        brief=read_blocks(desk, brief, brief.tree.children) if brief else (),
        key_figures=tuple(_key_figures(desk, key_facts)),
        full=meta.type == "briefing",
    )


def _key_figures(desk: Desk, key_facts: Sequence[tuple[Page, Page]]) -> Iterator[KeyFigure]:
    for fact, (value, label) in zip(desk.briefing.meta.key_facts, key_facts, strict=True):
        said = read_run(desk, label)
        yield KeyFigure(told_once(read_run(desk, value), said), said, fact.value.place)


def series(briefing: Briefing, words: Words) -> str:
    """ "Research briefing RB-01"; "" where the paper belongs to no series."""
    meta = briefing.meta
    known = briefing.house.series.get(meta.series)
    return "\u00a0".join(filter(None, (words.typeset(known.name) if known else "", meta.number)))


def imprint(briefing: Briefing, words: Words) -> str:
    """Series and number, edition, and when it was published and updated."""
    meta = briefing.meta
    parts = [series(briefing, words), words.say("cover.edition", number=meta.edition)]
    if meta.published:
        parts.append(_held(words.say("cover.published", date=words.date(meta.published))))
    if meta.updated and meta.updated != meta.published:
        parts.append(_held(words.say("cover.updated", date=words.date(meta.updated))))
    return SEPARATOR.join(filter(None, parts))


def _held(text: str) -> str:
    """The words on one line: none ends in "Updated"."""
    return text.replace(" ", "\u00a0")


def footers(briefing: Briefing, words: Words) -> tuple[str, ...]:
    """The left side of the footer, and shorter forms of it: with short dates, without the name of the series, without
    its number too."""
    edition = words.say("cover.edition", number=briefing.meta.edition)
    whole, short = (_dates(briefing.meta, words, date) for date in (words.date, words.short_date))
    forms = (
        [series(briefing, words), edition, *whole],
        [series(briefing, words), edition, *short],
        [briefing.meta.number, edition, *short],
        [edition, *short],
    )
    return tuple(dict.fromkeys(SEPARATOR.join(filter(None, form)) for form in forms))


def _dates(meta: Meta, words: Words, date: Callable[[PartialDate], str]) -> list[str]:
    """When it was updated, and to which day its facts are known."""
    known = (("footer.updated", meta.updated), ("footer.facts-as-of", meta.facts_as_of))
    return [words.say(key, date=date(day)) for key, day in known if day]


def _prepared_for(desk: Desk, press: Press) -> tuple[str, Inlines]:
    attached = desk.briefing.meta.attached_to
    if attached is None:
        return "", ()
    title = read_run(desk, press.phrase(attached.title, "attached_to"))
    date = (Text(f", {desk.words.date(attached.date)}"),) if attached.date else ()
    return desk.words.say("cover.prepared-for"), (*title, *date)


def _authors(desk: Desk, _: Press) -> tuple[str, Inlines]:
    authors = desk.briefing.meta.authors
    names = desk.words.listing(authors) if authors else ""
    return desk.words.say("cover.author", count=len(authors)), desk.mark((Text(names),) if names else ())


def _contact(desk: Desk, _: Press) -> tuple[str, Inlines]:
    given = desk.briefing.meta.contact or desk.briefing.house.contact
    content: list[Inline] = []
    for line in contact_lines(given):
        content += [LineBreak()] if content else []
        content += _with_mail(line)
    return desk.words.say("cover.contact"), desk.mark(content)


def _with_mail(line: str) -> Iterator[Inline]:
    """A line with a link at each address."""
    end = 0
    for match in _MAIL.finditer(line):
        if match.start() > end:
            yield Text(line[end : match.start()])
        yield Link((Text(match[0]),), f"mailto:{match[0]}")
        end = match.end()
    if end < len(line):
        yield Text(line[end:])


def _dated(key: str, get: Callable[[Meta], object]) -> Callable[[Desk, Press], tuple[str, Inlines]]:
    def detail(desk: Desk, _: Press) -> tuple[str, Inlines]:
        date = get(desk.briefing.meta)
        return desk.words.say(key), (Text(desk.words.date(date)),) if isinstance(date, PartialDate) else ()

    return detail


_DETAILS: Sequence[Callable[[Desk, Press], tuple[str, Inlines]]] = (
    _prepared_for,
    _authors,
    _contact,
    _dated("cover.facts-as-of", lambda meta: meta.facts_as_of),
    _dated("cover.next-review", lambda meta: meta.next_review),
)


# --- contents --------------------------------------------------------------------------------------------------------
def contents(text: Sequence[Section], back: Sequence[Section], words: Words) -> tuple[ContentsList, ...]:
    """The contents, the list of charts and tables, and that of figures; those with few entries are left out.

    Of `text`, the sections that the authors wrote, two levels are listed and all that has a caption; of the parts in
    the `back` only their names, and of a text without headings nothing.
    """
    charts, tables, figures = (_captioned(text, kind) for kind in (Chart, TableBlock, Figure))
    name = "charts-and-tables" if charts and tables else "charts" if charts else "tables"
    headings = _headings(text, _CONTENTS_DEPTH)
    lists = (
        ContentsList(words.say("contents.title"), (*headings, *_headings(back, 1)) if headings else ()),
        ContentsList(words.say(f"contents.{name}"), (*charts, *tables)),
        ContentsList(words.say("contents.figures"), figures),
    )
    listed = len(charts) + len(tables) + len(figures) >= _FEWEST_LISTED
    return tuple(one for at, one in enumerate(lists) if one.entries and (listed or not at))


def _headings(sections: Sequence[Section], depth: int, level: int = 1) -> list[ContentsEntry]:
    found: list[ContentsEntry] = []
    for section in sections:
        if section.title:
            found.append(ContentsEntry(section.number, unbound(section.title), section.anchor, level))
        if level < depth:
            inside = [part for part in section.blocks if isinstance(part, Section)]
            found.extend(_headings(inside, depth, level + 1))
    return found


def _captioned(sections: Sequence[Section], kind: type[Chart | TableBlock | Figure]) -> tuple[ContentsEntry, ...]:
    return tuple(
        ContentsEntry(block.label, unbound(block.title), block.anchor)
        for block in blocks(sections)
        if isinstance(block, kind) and block.label
    )
