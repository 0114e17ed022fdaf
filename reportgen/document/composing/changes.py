"""What a paper says of the edition before it: the box in the summary, the page of all changes, the marked paragraphs.

Comparing editions is not done here: a `Revision` says what has changed.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import groupby
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
from reportgen.document.tree import blocks, changed
from reportgen.language import Words

ANCHOR = "back-changes"
MOST_IN_BOX = 6
"""Changes that stand in the box; with more, or where text has changed, they have a page of their own."""
MOST_ON_PAGE = 10
"""Changes of data that stand on the page: the first. Our taste: half a page, which is read; all are in a file."""
_MOST_JOINED = 3
"""Changes of one subject and one origin that share a line. Our taste: no more are seen at a glance."""
_MOST_NEW = 2
"""Sections, and rows of tables, that are named of those with new figures. Our taste: a line."""


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
    inside: list[Block] = list(_listed(_first(revision)[:MOST_IN_BOX], draft, dated=False))
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
    """The unnumbered section of changes, about half a page: the first changes of the data and how many there are
    besides, then what is new in the data and in the text; None where the box suffices."""
    if not has_page(revision):
        return None
    words = draft.words
    told = [*_others(revision, draft), *_added(revision, draft), *changedtexts.groups(revision, draft, text)]
    parts = tuple(_listed(_known(revision)[:MOST_ON_PAGE], draft, told, dated=True))
    title = (Text(words.say("changes.title", number=revision.edition)),)
    return Section(1, title, ANCHOR, parts, new_page=draft.briefing.meta.new_pages)


def _others(revision: Revision, draft: Draft) -> Iterator[ChangeGroup]:
    """How many changes the page does not name."""
    if count := _unnamed(revision):
        said = changedtexts.counted("smaller", count, revision, draft)
        yield ChangeGroup((Text(draft.words.say("changes.others")),), ((Text(said),),))


def _unnamed(revision: Revision) -> int:
    """The changes that the page does not name; what is new stands apart."""
    wordings = sum(line.kind == "wording" for line in revision.lines)
    return max(len(_known(revision)) - MOST_ON_PAGE, 0) + wordings


def _added(revision: Revision, draft: Draft) -> Iterator[ChangeGroup]:
    """What is new in the data: by the sections that say it, and by tables."""
    words = draft.words
    figures = [one for one in revision.added if one.short]
    rows = [one for one in revision.added if not one.short]
    said = [words.say("differences.aside", text=one.subject, more=one.short) for one in figures[:_MOST_NEW]]
    if len(figures) > _MOST_NEW:
        said.append(words.say("changes.more", count=len(figures) - _MOST_NEW))
    if len(rows) > _MOST_NEW:  # what is new there, the attached list has
        said.append(words.say("changes.tables", count=len({one.subject for one in rows})))
    else:
        said += [words.say("differences.line", subject=one.subject, text=one.text) for one in rows]
    if said:
        named = draft.marker.mark((Text(words.parted(said)),))
        yield ChangeGroup((Text(words.say("changes.added")),), (named,))


def by_subject(lines: Sequence[ChangeLine], words: Words) -> list[tuple[str, tuple[ChangeLine, ...]]]:
    """The changes of each subject together, in the order of the first; those without a subject at the end.

    A subject of several parts, "Oban, winter sailings", stands under the first where another change does too.
    """
    heads = Counter(line.names[0] if line.names else line.subject for line in lines)
    found: dict[str, list[ChangeLine]] = {}
    for line in lines:
        head, *rest = line.names or (line.subject,)
        if rest and heads[head] > 1:
            found.setdefault(head, []).append(_within(line, ", ".join(rest), words))
        else:
            found.setdefault(line.subject, []).append(line)
    return [(subject, tuple(found[subject])) for subject in sorted(found, key=lambda subject: not subject)]


def _within(line: ChangeLine, subject: str, words: Words) -> ChangeLine:
    """The change with what is left of its subject before its text."""
    text, short = (
        words.say("differences.line", subject=subject, text=one) if one else "" for one in (line.text, line.short)
    )
    return replace(line, text=text, short=short)


# --- changes of the data ---------------------------------------------------------------------------------------------
def _listed(
    lines: Sequence[ChangeLine], draft: Draft, more: Sequence[ChangeGroup] = (), *, dated: bool
) -> Iterator[ChangeTable | List]:
    """The changes by subject, `dated` with the months to which they are known, then `more`; without any subject, a
    list of points."""
    runs = by_subject(lines, draft.words)
    entries = [(subject, tuple(_entries(run, draft, dated=dated))) for subject, run in runs]
    if not any(subject for subject, _ in entries):
        points = tuple((Paragraph(entry, "small"),) for _, run in entries for entry in run)
        yield from [List(points)] if points else []
        entries = []
    other = draft.words.say("changes.other")
    groups = [ChangeGroup(draft.marker.mark((Text(subject or other),)), run) for subject, run in entries]
    if groups or more:
        yield ChangeTable((*groups, *more))


def _entries(lines: Sequence[ChangeLine], draft: Draft, *, dated: bool) -> Iterator[Inlines]:
    """The changes of a subject; those of one origin together, so that it is named once. In the box they are short."""
    texts = [line.text if dated else line.short or line.text for line in lines]
    origins = [_origin(line, draft, dated=dated) for line in lines]
    yield from (draft.marker.mark((Text(entry),)) for entry in with_origins(texts, origins, draft.words))


def _origin(line: ChangeLine, draft: Draft, *, dated: bool) -> str:
    """The first source of a change, how many more there are, and the month to which it is known."""
    words, known = draft.words, draft.briefing.references
    named = [citations.short(known[name], words) for name in line.sources if name in known]
    first, *others = dict.fromkeys([*named, *line.former]) or ("",)
    said = [first, *([words.say("changes.more", count=len(others))] if others else [])]
    if dated and line.as_of:
        said.append(words.say("changes.as-of", date=words.short_date(replace(line.as_of, day=None))))
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
