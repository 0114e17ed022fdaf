"""`compose`: a draft and the plans of its charts to the document, ready to be written in any form."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace

from reportgen.dates import PartialDate
from reportgen.document.blocks import Attachment, Block, Chart, Description, Document, Paragraph, Properties
from reportgen.document.composing import changes
from reportgen.document.composing.appendix import appendix, attachments, table_note
from reportgen.document.composing.sources_list import PrintedSources
from reportgen.document.fences.captions import labelled, with_marks
from reportgen.document.inlines import Text, plain
from reportgen.document.reading.back import about
from reportgen.document.reading.draft import Draft
from reportgen.document.reading.front import contents, footers, series
from reportgen.document.revision import CHANGES, NO_EXTRAS, NO_REVISION, RECORD, Extras
from reportgen.document.tree import changed, changed_blocks, texts
from reportgen.figures.drawn import Plan
from reportgen.language import Words

PAGE_LIMITS = {"briefing": None, "note": 4, "focus": 2}
"""Pages that a paper of each type may have."""

_UNSTAMPED = "published"


def compose(draft: Draft, plans: Mapping[str, Plan], extras: Extras = NO_EXTRAS) -> Document:
    """The whole paper; `plans` has every chart of `draft.charts` by its id (KeyError otherwise: our bug)."""
    meta, words = draft.briefing.meta, draft.words
    files, revision = (*attachments(draft, plans), *extras.files), extras.revision or NO_REVISION
    sources = PrintedSources(draft, changes.sources_of(revision, draft))

    def made(block: Block) -> Block:
        filled = _filled(block, draft, plans)
        return changes.marked(filled, revision) if extras.mark_changes else filled

    text = changes.placed([changed(section, made) for section in draft.sections], changes.box(revision, draft))
    opened = () if sources.section else sources.opened
    behind = about(draft, extras.making, attached=bool(files), opened=opened)
    parts = (changes.page(revision, draft, text), appendix(draft, plans), sources.section, behind)
    back = tuple(part for part in parts if part is not None)
    return Document(
        properties=replace(_properties(draft), digest=extras.making.digest if extras.making else ""),
        cover=replace(draft.cover, brief=changed_blocks(draft.cover.brief, made)),
        contents=contents(text, back, words) if meta.type == "briefing" else (),
        sections=(*text, *back),
        footer=footers(draft.briefing, words),
        stamp=_stamp(meta.status, extras.successor, words),
        page_limit=PAGE_LIMITS[meta.type],
        limit_place=draft.briefing.places.get("type", meta.place),
        attachments=(*files, *_records(draft, extras)),
        place=meta.place,
    )


def _records(draft: Draft, extras: Extras) -> Iterator[Attachment]:
    """The list of all changes and the record, of a paper that may carry files; neither is data behind a chart."""
    if draft.briefing.meta.attach == "none":
        return
    words, revision = draft.words, extras.revision or NO_REVISION
    if revision.listed and (revision.lines or revision.sections):
        title = words.say("changes.title", number=revision.edition)
        yield Attachment(CHANGES, revision.listed, "text/csv", "Supplement", title)
    if extras.record:
        yield Attachment(RECORD, extras.record, "application/json", "Supplement", words.say("back.record"))


def _stamp(status: str, successor: int, words: Words) -> str:
    """What each page says of the paper's status, and by which edition it is superseded, where that is known."""
    if status == _UNSTAMPED:
        return ""
    if status == "superseded" and successor:
        return words.say("status.superseded-by", number=successor)
    return words.say(f"status.{status}")


def _filled(block: Block, draft: Draft, plans: Mapping[str, Plan]) -> Block:
    """A chart with its size, its description and what its marks mean; a paragraph for a description asked for."""
    if not isinstance(block, Chart | Description):
        return block
    chart = next(chart for chart in draft.chart_drafts if chart.anchor == block.anchor)
    plan = plans[chart.spec.id]
    description = draft.marker.mark((Text(plan.description),))
    if isinstance(block, Description):
        return Paragraph(labelled(draft.words, "chart.described", "description", description), place=block.place)
    own = block.note
    if not own and draft.briefing.meta.data_tables == "none":
        own = table_note(draft, chart.selected.table)
    note = with_marks(own, chart, plan, draft.marker, draft.words)
    return replace(block, width=plan.width, height=plan.height, description=description, note=note)


def _properties(draft: Draft) -> Properties:
    meta = draft.briefing.meta
    return Properties(
        title=plain(draft.title),
        language=meta.language,
        authors=meta.authors,
        subject=meta.subject or plain(draft.cover.subtitle),
        keywords=meta.keywords,
        standard=meta.standard or draft.briefing.house.standard,
        publisher=draft.briefing.house.name,
        rights=_licence(draft),
        identifier=_identifier(draft),
        published=_day(meta.published),
        updated=_day(meta.updated),
    )


def _licence(draft: Draft) -> str:
    """The house's text on who may copy the paper."""
    blocks = (block for text in draft.standing if text.key == "licence" for block in text.blocks)
    return " ".join(plain(passage.content) for passage in texts(blocks))


def _identifier(draft: Draft) -> str:
    """Such as "Institute of Islands, Research briefing RB-01, Edition 2"; "" for a paper without a number."""
    meta, house = draft.briefing.meta, draft.briefing.house
    if not meta.number:
        return ""
    edition = draft.words.say("cover.edition", number=meta.edition)
    return ", ".join(filter(None, (house.name, series(draft.briefing, draft.words), edition))).replace("\u00a0", " ")


def _day(date: PartialDate | None) -> str:
    """The first day that a date can mean."""
    return date.first.isoformat() if date else ""
