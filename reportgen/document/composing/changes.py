"""What a paper says of the edition before it: the box in the summary, the page of all changes, the marked paragraphs.

Comparing editions is not done here: a `Revision` says what has changed.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import chain, groupby
from operator import itemgetter

from reportgen.document.blocks import (
    Block,
    ChangeGroup,
    ChangesPlace,
    ChangeTable,
    List,
    Paragraph,
    Section,
    TextBox,
)
from reportgen.document.composing import changedtexts
from reportgen.document.composing.changedtexts import page_of, sentence
from reportgen.document.inlines import Inlines, Link, Text
from reportgen.document.reading.draft import Draft
from reportgen.document.revision import ChangeLine, Revision
from reportgen.document.text import citations
from reportgen.document.tree import blocks, changed, sections
from reportgen.language import Words

ANCHOR = "back-changes"
MOST_IN_BOX = 6
"""Changes that stand in the box; with more, or where text has changed, they have a page of their own."""
MOST_ON_PAGE = 10
"""Changes of data that stand on the page: the first. Our taste: half a page, which is read; all are in a file."""
_MOST_JOINED = 3
"""Changes of one subject and one origin that share a line. Our taste: no more are seen at a glance."""
_MOST_NEW = 3
"""Sections, and rows of tables, that are named of those with new figures. Our taste: a line or two."""


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
    every = not _unnamed(revision) and not revision.added
    key = "changes.text" if not revision.lines else "changes.all" if every else "changes.most"
    return sentence(words, key, "page", (Link(page_of(words, ANCHOR), f"#{ANCHOR}"),), count=count)


def placed(text: Sequence[Section], made: TextBox | None) -> tuple[Section, ...]:
    """The sections with the box where the author asks for it, else at the end of the first chapter: the summary."""
    if any(isinstance(block, ChangesPlace) for block in blocks(text)):
        return tuple(changed(section, lambda block: _asked_for(block, made)) for section in text)
    if made is None or not text:
        return tuple(text)
    first, *others = text
    return (replace(first, blocks=(*first.blocks, made)), *others)


def _asked_for(block: Block, made: TextBox | None) -> Block | None:
    """The box, or nothing, in the place of the block that asks for it."""
    if not isinstance(block, ChangesPlace):
        return block
    return None if made is None else replace(made, place=block.place)


# --- the page --------------------------------------------------------------------------------------------------------
def page(revision: Revision, draft: Draft, text: Sequence[Section]) -> Section | None:
    """The unnumbered section of changes, about half a page, under a heading each for data and text; None where the box
    suffices."""
    if not has_page(revision):
        return None
    words = draft.words
    told = changedtexts.table(revision, draft, {section.anchor for section in sections(text) if section.title})
    named = {"data": _data(revision, draft), "sections": told}
    filled = {key: part for key, part in named.items() if part}
    parts: tuple[Block | Section, ...] = tuple(chain.from_iterable(filled.values()))
    if len(filled) > 1:
        titles = {key: (Text(words.say(f"changes.{key}")),) for key in filled}
        parts = tuple(Section(2, titles[key], f"{ANCHOR}-{key}", part) for key, part in filled.items())
    title = (Text(words.say("changes.title", number=revision.edition)),)
    return Section(1, title, ANCHOR, parts, new_page=draft.briefing.meta.new_pages)


def _data(revision: Revision, draft: Draft) -> tuple[Block, ...]:
    """The first changes of the data; under them how many others there are, and what is new."""
    listed: list[Block] = list(_listed(by_subject(_known(revision)[:MOST_ON_PAGE]), draft, dated=True))
    others = _unnamed(revision)
    said = [*([changedtexts.counted("smaller", others, revision, draft)] if others else []), *_added(revision, draft)]
    if said:
        listed.append(Paragraph(draft.marker.mark((Text(" ".join(said)),)), "small"))
    return tuple(listed)


def _unnamed(revision: Revision) -> int:
    """The changes that the page does not name; what is new stands apart."""
    wordings = sum(line.kind == "wording" for line in revision.lines)
    return max(len(_known(revision)) - MOST_ON_PAGE, 0) + wordings


def _added(revision: Revision, draft: Draft) -> Iterator[str]:
    """What is new in the data, in a sentence each: by the sections that say it, and by tables."""
    words = draft.words
    figures = [one for one in revision.added if one.short]
    rows = [one for one in revision.added if not one.short]
    said = [words.say("differences.aside", text=one.subject, more=one.short) for one in figures]
    if said:
        more = [words.say("changes.more", count=len(said) - _MOST_NEW)] if len(said) > _MOST_NEW else []
        yield words.say("changes.added", named=words.parted([*said[:_MOST_NEW], *more]))
    if len(rows) > _MOST_NEW:  # what is new there, the attached list has
        yield words.say("changes.tables-many", count=len({one.subject for one in rows}))
    elif rows:
        told = [words.say("differences.line", subject=one.subject, text=one.text) for one in rows]
        yield words.say("changes.tables", named=words.parted(told))


def by_subject(lines: Sequence[ChangeLine]) -> list[tuple[str, tuple[ChangeLine, ...]]]:
    """The changes of each subject together, in the order of the first; those without a subject at the end."""
    found: dict[str, list[ChangeLine]] = {}
    for line in lines:
        found.setdefault(line.subject, []).append(line)
    return [(subject, tuple(found[subject])) for subject in sorted(found, key=lambda subject: not subject)]


# --- changes of the data ---------------------------------------------------------------------------------------------
def _listed(
    runs: Sequence[tuple[str, Sequence[ChangeLine]]], draft: Draft, *, dated: bool
) -> Iterator[ChangeTable | List]:
    """The changes by subject, `dated` with the days to which they are known; without any subject, a list of points."""
    if not runs:
        return
    entries = [(subject, tuple(_entries(lines, draft, dated=dated))) for subject, lines in runs]
    if not any(subject for subject, _ in entries):
        yield List(tuple((Paragraph(entry, "small"),) for _, run in entries for entry in run))
        return
    other = draft.words.say("changes.other")
    yield ChangeTable(tuple(ChangeGroup(draft.marker.mark((Text(subject or other),)), run) for subject, run in entries))


def _entries(lines: Sequence[ChangeLine], draft: Draft, *, dated: bool) -> Iterator[Inlines]:
    """The changes of a subject; those of one origin together, so that it is named once. In the box they are short."""
    texts = [line.text if dated else line.short or line.text for line in lines]
    origins = [_origin(line, draft, dated=dated) for line in lines]
    yield from (draft.marker.mark((Text(entry),)) for entry in with_origins(texts, origins, draft.words))


def _origin(line: ChangeLine, draft: Draft, *, dated: bool) -> str:
    """The first source of a change, how many more there are, and the day to which it is known."""
    words, known = draft.words, draft.briefing.references
    named = [citations.short(known[name], words) for name in line.sources if name in known]
    first, *others = dict.fromkeys([*named, *line.former]) or ("",)
    said = [first, *([words.say("changes.more", count=len(others))] if others else [])]
    if dated and line.as_of:
        said.append(words.say("changes.as-of", date=words.short_date(line.as_of)))
    return words.parted(filter(None, said))


def with_origins(texts: Sequence[str], origins: Sequence[str], words: Words) -> Iterator[str]:
    """Changes and whence they are known: "Chapters opened, 0 to 33 – Trend; as of November 2025"; a few that follow
    each other and are of one origin in one line."""
    for origin, group in groupby(zip(texts, origins, strict=True), key=itemgetter(1)):
        run = [text for text, _ in group]
        for at in range(0, len(run), _MOST_JOINED):
            first, *others = run[at : at + _MOST_JOINED]
            said = words.parted([begun(first), *others])
            yield words.say("changes.sourced", change=said, origin=origin) if origin else said


def begun(text: str) -> str:
    """With a capital, as it begins a cell; a first word such as "eIDAS" or "pH" stays as it is."""
    first = text.split(" ", 1)[0]
    return text[:1].upper() + text[1:] if first == first.lower() else text


# --- marks in the margin ---------------------------------------------------------------------------------------------
def marked(block: Block, revision: Revision) -> Block:
    """A paragraph with how it differs from the earlier edition."""
    manner = revision.paragraphs.get(block.place) if isinstance(block, Paragraph) else None
    return replace(block, change=manner) if isinstance(block, Paragraph) and manner else block
