"""What a paper says of the edition before it: the box in the summary, the page of all changes, the marked paragraphs.

Comparing editions is not done here: a `Revision` says what has changed.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import chain, groupby

from reportgen.document.blocks import (
    Block,
    ChangeEntry,
    ChangeGroup,
    Changes,
    ChangeTable,
    List,
    Paragraph,
    Section,
    TextBox,
)
from reportgen.document.fences.captions import joined
from reportgen.document.inlines import Inlines, LineBreak, Link, PageNumber, Text
from reportgen.document.reading.draft import Draft
from reportgen.document.revision import CHANGES, ChangeLine, Revision, TextChange
from reportgen.document.text import citations
from reportgen.document.tree import blocks, changed, sections
from reportgen.language import Words

ANCHOR = "back-changes"
MOST_IN_BOX = 6
"""Changes that stand in the box; with more, or where text has changed, they have a page of their own."""
MOST_ON_PAGE = 10
"""Changes of data that stand on the page: the first. Our taste: half a page, which is read; all are in a file."""
_MOST_LINES = 5
"""Sections, titles or tables of one kind that have a line each; more share one."""

_MANNERS = ("new", "rewritten", "changed", "removed")


def sources_of(revision: Revision, draft: Draft) -> tuple[str, ...]:
    """The references that the paper's changes name, each once; one that only the earlier edition had is left out."""
    named = (name for line in _first(revision)[:MOST_ON_PAGE] for name in line.sources)
    return tuple(name for name in dict.fromkeys(named) if name in draft.briefing.references)


def has_page(revision: Revision) -> bool:
    """Whether the box does not hold everything."""
    return len(_first(revision)) < len(revision.lines) or len(revision.lines) > MOST_IN_BOX or bool(revision.sections)


def _known(revision: Revision) -> tuple[ChangeLine, ...]:
    """The changes of what a reader may have known."""
    return tuple(line for line in revision.lines if line.kind in ("value", "removed"))


def _first(revision: Revision) -> tuple[ChangeLine, ...]:
    """The same; where there are none, what is new."""
    return _known(revision) or revision.added


# --- the box ---------------------------------------------------------------------------------------------------------
def box(revision: Revision, draft: Draft) -> TextBox | None:
    """The first changes, and where all of them stand; None where nothing has changed."""
    words = draft.words
    if not (revision.lines or revision.sections):
        return None
    key, dated = "changes.title", {}
    if revision.date:
        key, dated = "changes.title-dated", {"date": words.date(revision.date)}
    title = (Text(words.say(key, number=revision.edition, **dated)),)
    inside: list[Block] = list(_listed(by_subject(_first(revision)[:MOST_IN_BOX]), draft, dated=False))
    if has_page(revision):
        inside.append(Paragraph(_leading_on(revision, words), "small"))
    return TextBox(title, tuple(inside), whole=True)


def _leading_on(revision: Revision, words: Words) -> Inlines:
    """Where the page of all changes is."""
    count = len(revision.lines) + len(revision.sections)
    every = not _unnamed(revision) and not revision.added and len(revision.sections) <= _MOST_LINES
    key = "changes.text" if not revision.lines else "changes.all" if every else "changes.most"
    return _sentence(words, key, "page", (Link(_page(words, ANCHOR), f"#{ANCHOR}"),), count=count)


def _page(words: Words, anchor: str) -> Inlines:
    """ "page 18"."""
    return _sentence(words, "changes.page", "number", (PageNumber(anchor),))


def _sentence(words: Words, key: str, slot: str, content: Inlines, **values: object) -> Inlines:
    """The sentence `key` with `content` in its place `slot`."""
    before, after = words.say_around(key, slot, **values)
    return joined((Text(before), *content, Text(after)))


def placed(text: Sequence[Section], made: TextBox | None) -> tuple[Section, ...]:
    """The sections with the box where the author asks for it, else at the end of the first chapter: the summary."""
    if any(isinstance(block, Changes) for block in blocks(text)):
        return tuple(changed(section, lambda block: _asked_for(block, made)) for section in text)
    if made is None or not text:
        return tuple(text)
    first, *others = text
    return (replace(first, blocks=(*first.blocks, made)), *others)


def _asked_for(block: Block, made: TextBox | None) -> Block | None:
    """The box, or nothing, in the place of the block that asks for it."""
    if not isinstance(block, Changes):
        return block
    return None if made is None else replace(made, place=block.place)


# --- the page --------------------------------------------------------------------------------------------------------
def page(revision: Revision, draft: Draft, text: Sequence[Section]) -> Section | None:
    """The unnumbered section of changes, under a heading each for data, what is new, and text; None where the box
    suffices."""
    if not has_page(revision):
        return None
    words, meta = draft.words, draft.briefing.meta
    told = _texts(revision, draft, {section.anchor for section in sections(text) if section.title})
    named = {"data": _data(revision, draft), "added": _added(revision, draft), "sections": told}
    filled = {key: part for key, part in named.items() if part}
    parts: tuple[Block | Section, ...] = tuple(chain.from_iterable(filled.values()))
    if len(filled) > 1:
        titles = {key: (Text(words.say(f"changes.{key}")),) for key in filled}
        parts = tuple(Section(2, titles[key], f"{ANCHOR}-{key}", part) for key, part in filled.items())
    title = (Text(words.say("changes.title", number=revision.edition)),)
    return Section(1, title, ANCHOR, parts, new_page=meta.type == "briefing" or meta.new_pages)


def _data(revision: Revision, draft: Draft) -> tuple[Block, ...]:
    """The first changes of the data, and how many others there are."""
    listed: list[Block] = list(_listed(by_subject(_known(revision)[:MOST_ON_PAGE]), draft, dated=True))
    others = _unnamed(revision)
    if others:
        carried = revision.listed and draft.briefing.meta.attach != "none"
        key = "changes.smaller-listed" if carried else "changes.smaller"
        listed.append(Paragraph((Text(draft.words.say(key, count=others, file=CHANGES)),), "small"))
    return tuple(listed)


def _unnamed(revision: Revision) -> int:
    """The changes that the page does not name; what is new stands apart."""
    wordings = sum(line.kind == "wording" for line in revision.lines)
    return max(len(_known(revision)) - MOST_ON_PAGE, 0) + wordings


def _added(revision: Revision, draft: Draft) -> tuple[Block, ...]:
    """What is new in the data, by section and by table."""
    words, groups = draft.words, []
    sections_with = [one for one in revision.added if one.short]
    others = [one for one in revision.added if not one.short]
    said = [words.say("differences.aside", text=one.subject, more=one.short) for one in sections_with]
    rows = [words.say("differences.line", subject=one.subject, text=one.text) for one in others]
    if len(rows) > _MOST_LINES:  # where much is new, which tables it stands in; what, the attached list has
        rows = [*dict.fromkeys(one.subject for one in others)]
    for key, lines in (("sections", said), ("tables", rows)):
        if lines:
            entries = [ChangeEntry((draft.marker.mark((Text(line),)),)) for line in lines]
            groups.append(ChangeGroup((Text(words.say(f"changes.{key}")),), _in_few_lines(entries, words)))
    return (ChangeTable(tuple(groups)),) if groups else ()


def _in_few_lines(entries: Sequence[ChangeEntry], words: Words) -> tuple[ChangeEntry, ...]:
    """The entries; where there are many, as one text."""
    if len(entries) <= _MOST_LINES:
        return tuple(entries)
    between = (Text(words.parted(("", ""))),)
    parts = ((*(between if at else ()), *entry.lines[0]) for at, entry in enumerate(entries))
    return (ChangeEntry((tuple(chain.from_iterable(parts)),)),)


def by_subject(lines: Sequence[ChangeLine]) -> list[tuple[str, tuple[ChangeLine, ...]]]:
    """The changes of each subject together, in the order of the first; those without a subject at the end."""
    found: dict[str, list[ChangeLine]] = {}
    for line in lines:
        found.setdefault(line.subject, []).append(line)
    return [(subject, tuple(found[subject])) for subject in sorted(found, key=lambda subject: not subject)]


def _texts(revision: Revision, draft: Draft, anchors: set[str]) -> tuple[Block, ...]:
    """The sections by how they differ, and the titles that the paper no longer has."""
    words = draft.words
    groups = []
    for manner in _MANNERS:
        entries = [_section(change, draft, anchors) for change in revision.sections if change.manner == manner]
        if manner == "removed":
            entries += [ChangeEntry((draft.marker.mark((Text(words.quoted(title)),)),)) for title in revision.gone]
        if entries:
            groups.append(ChangeGroup((Text(words.say(f"changes.{manner}")),), _in_few_lines(entries, words)))
    return (ChangeTable(tuple(groups)),) if groups else ()


def _section(change: TextChange, draft: Draft, anchors: set[str]) -> ChangeEntry:
    """A section by its title; where it is in the paper, a link, and the page for who reads on paper."""
    title = draft.marker.mark((Text(change.title or draft.words.say("changes.opening")),))
    if change.anchor not in anchors:
        return ChangeEntry((title,))
    return ChangeEntry(((Link(title, f"#{change.anchor}"), Text(", "), *_page(draft.words, change.anchor)),))


# --- changes of the data ---------------------------------------------------------------------------------------------
def _listed(
    runs: Sequence[tuple[str, Sequence[ChangeLine]]], draft: Draft, *, dated: bool
) -> Iterator[ChangeTable | List]:
    """The changes by subject, `dated` with the days to which they are known; without any subject, a list of points."""
    if not runs:
        return
    entries = [(subject, tuple(_entries(lines, draft, dated=dated))) for subject, lines in runs]
    if not any(subject for subject, _ in entries):
        yield List(tuple(tuple(_points(entry)) for _, run in entries for entry in run))
        return
    other = draft.words.say("changes.other")
    yield ChangeTable(tuple(ChangeGroup(draft.marker.mark((Text(subject or other),)), run) for subject, run in entries))


def _points(entry: ChangeEntry) -> Iterator[Paragraph]:
    """The changes of an entry, its origin behind the last."""
    *first, last = entry.lines
    yield from (Paragraph(line, "small") for line in first)
    yield Paragraph((*last, *((LineBreak(), *entry.origin) if entry.origin else ())), "small")


def _entries(lines: Sequence[ChangeLine], draft: Draft, *, dated: bool) -> Iterator[ChangeEntry]:
    """The changes of a subject; those of one origin together, so that it is named once. In the box they are short."""
    for origin, group in groupby(lines, key=lambda line: _origin(line, draft, dated=dated)):
        texts = (line.text if dated else line.short or line.text for line in group)
        yield ChangeEntry(tuple(draft.marker.mark((Text(begun(text)),)) for text in texts), origin)


def _origin(line: ChangeLine, draft: Draft, *, dated: bool) -> Inlines:
    """The sources of a change, and the day to which it is known."""
    words, known = draft.words, draft.briefing.references
    said = [*(citations.short(known[name], words) for name in line.sources if name in known), *line.former]
    if dated and line.as_of:
        said.append(words.say("changes.as-of", date=words.date(line.as_of)))
    return draft.marker.mark((Text(words.parted(dict.fromkeys(said))),)) if said else ()


def begun(text: str) -> str:
    """With a capital, as it begins a cell; a first word such as "eIDAS" or "pH" stays as it is."""
    first = text.split(" ", 1)[0]
    return text[:1].upper() + text[1:] if first == first.lower() else text


# --- marks in the margin ---------------------------------------------------------------------------------------------
def marked(block: Block, revision: Revision) -> Block:
    """A paragraph with how it differs from the earlier edition."""
    manner = revision.paragraphs.get(block.place) if isinstance(block, Paragraph) else None
    return replace(block, change=manner) if isinstance(block, Paragraph) and manner else block
