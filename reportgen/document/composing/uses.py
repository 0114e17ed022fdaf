"""Where the data reach the reader: each value that a paper prints, shows in a table or draws, with what it is used for.

The appendix has the data of the charts once more: that is no use of its own. On which page a use is read is the
layout's to tell.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from itertools import groupby
from typing import Literal

from reportgen.document import blocks as doc
from reportgen.document.composing.appendix import ANCHOR, shown
from reportgen.document.fences.data_table import DataTable
from reportgen.document.inlines import Inline, Inlines, NoteMark, Record, Value, leaves, plain, values
from reportgen.document.reading.draft import Draft
from reportgen.document.text.desk import ChartDraft
from reportgen.document.tree import Part, Role, content
from reportgen.figures.drawn import Plan
from reportgen.frozen import frozen
from reportgen.problems import NOWHERE, Place

Kind = Literal[
    "prose",
    "heading",
    "quotation",
    "caption",
    "note",
    "table",
    "chart",
    "timeline",
    "key fact",
    "cover",
    "alternative text",
    "code",
    "setting",
]
"""What a value is used for; "setting" is a key of a block that is no text, such as a row to highlight."""

_SPELLED: Mapping[str, Kind] = {"alt": "alternative text", "code": "code"}
_KINDS: Mapping[Role, Kind | None] = {
    "heading": "heading",
    "title": "heading",
    "body": None,
    "term": None,
    "attribution": "quotation",
    "caption": "caption",
    "subtitle": "caption",
    "note": "caption",
    "source": "caption",
    "data": "caption",
    "description": "caption",
    "head": "table",
    "cell": "table",
    "cell note": "note",
    "figure": "key fact",
    "label": "key fact",
    "date": "timeline",
    "event": "timeline",
    "code": "code",
    "formula": None,
    "entry": None,
    "subject": None,
    "change": None,
}
"""What a value in a text of each role is used for; None: whatever the text around it is."""


@frozen
class Use:
    """A value in the paper: its words, its records, and where its author wrote it (a cell: the block that shows it)."""

    kind: Kind
    printed: str
    records: tuple[Record, ...]
    place: Place
    anchor: str = ""
    """The chart that draws it; all else is found on its page by itself."""


def uses(draft: Draft, plans: Mapping[str, Plan], document: doc.Document) -> tuple[Use, ...]:
    """Every use of a record in a paper that was composed of `draft` and `plans`, each once."""
    written = [use for kind, text in _texts(document) for use in _printed(text, kind) if use.records]
    charts = [use for chart in draft.chart_drafts for use in _drawn(chart, draft, plans[chart.spec.id])]
    known = {(use.place, use.records) for use in written}
    words = [
        Use(_SPELLED.get(what, "setting"), value.text, value.records, value.place)
        for value, what in draft.spelled.items()
        if value.records and value.place != NOWHERE and (value.place, value.records) not in known
    ]
    return tuple(dict.fromkeys((*written, *charts, *words)))


def _texts(document: doc.Document) -> Iterator[tuple[Kind, Inlines]]:
    """Every text of the paper with what it is."""
    cover = document.cover
    yield from (("cover", text) for text in (cover.title, cover.subtitle))
    yield from (("cover", detail.content) for detail in cover.details)
    yield from _within(cover.brief, "cover")
    yield from (("key fact", text) for item in cover.key_figures for text in (item.value, item.label))
    yield from _within((section for section in document.sections if section.anchor != ANCHOR), "prose")


def _within(parts: Iterable[Part], kind: Kind) -> Iterator[tuple[Kind, Inlines]]:
    for part in parts:
        here = "quotation" if isinstance(part, doc.Quotation) else kind
        for one in content(part):
            if isinstance(one, tuple):
                yield from ((_KINDS[passage.role] or here, passage.content) for passage in one)
            else:
                yield from _within((one,), here)


def _printed(text: Inlines, kind: Kind) -> Iterator[Use]:
    """The values in a text; one in which names are marked stands there in pieces."""
    for key, pieces in groupby(_leaves(text, kind), key=_identity):
        if key is not None:
            found = list(pieces)
            yield Use(found[0][0], plain(inline for _, inline in found), key[1], key[2])


def _identity(leaf: tuple[Kind, Inline]) -> tuple[Kind, tuple[Record, ...], Place] | None:
    kind, inline = leaf
    return (kind, inline.records, inline.place) if isinstance(inline, Value) else None


def _leaves(text: Inlines, kind: Kind) -> Iterator[tuple[Kind, Inline]]:
    """What is printed, in reading order, with what it is: what stands in a note is the note's."""
    for leaf in leaves(text):
        yield kind, leaf
        if isinstance(leaf, NoteMark):
            yield from (one for paragraph in leaf.note.paragraphs for one in _leaves(paragraph, "note"))


def _drawn(chart: ChartDraft, draft: Draft, plan: Plan) -> Iterator[Use]:
    """The cells that a chart draws, in words as a table would print them."""
    grid = DataTable(shown(chart, plan), draft.words, draft.marker, chart.spec.place).grid()
    for row in grid.rows:
        for cell in row.cells:
            for value in list(values(cell.content))[:1]:
                yield Use("chart", plain(cell.content), value.records, chart.spec.place, chart.anchor)
