"""A digest of what a reader gets of a paper's sources: the same however the files are laid out.

It is the sum of the record that the paper carries (`record_file`). Comments, notes of the authors, the order of keys,
quotation marks, where lines end, CRLF, what the files of texts and tables are called and whether a table is CSV or XLSX
make no difference: the record is made of what was read, in a form of its own (`canonical`).
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import replace
from hashlib import sha256
from pathlib import Path, PurePosixPath
from typing import Any

from reportgen.document.reading.draft import Draft
from reportgen.editions.canonical import form, ordered
from reportgen.editions.record import Snapshot
from reportgen.editions.record_file import to_json
from reportgen.figures.contract import ChartData
from reportgen.house import Face
from reportgen.source.files import with_lf
from reportgen.source.meta import Status
from reportgen.source.model import Briefing
from reportgen.source.uses import sources_named

VERSION = "v3"
"""Of the record that is hashed. Version 1, which has no name in front of its digits, hashed files; version 2 a form
that no paper carried, with the engine's own look in it."""


def digest(record: bytes) -> str:
    """The version of the form, ":" and the SHA-256 of a record's file, in 64 hexadecimal digits."""
    return f"{VERSION}:{_sum(record)}"


def record_of(draft: Draft, now: Snapshot, status: Status, also: Mapping[str, bytes]) -> bytes:
    """The file of the record `now` of a draft, with the rest; for `status` and `also` see `_rest`."""
    return to_json(replace(now, rest=_rest(draft, status, also))).encode()


def _rest(draft: Draft, status: Status, also: Mapping[str, bytes]) -> dict[str, Any]:
    """What the record keeps beside data and words: the house, and of all else that a paper is made from the sums.

    `status` is what the authors wrote, which a paper of this build may not show; `also` has the texts that the paper
    is made with besides: its own chart kinds, and the record of the edition that it compares itself with.
    """
    house = draft.briefing.house
    return {
        "status": status,
        "house": form(replace(house, off={}, numbers=())),
        "also": sorted([PurePosixPath(name).name, _sum(with_lf(name, data))] for name, data in also.items()),
        "fonts": sorted([name, _face(face, draft.briefing)] for name, face in house.fonts.families.items()),
        "pictures": [_sum(with_lf(name, data)) for name, data in draft.pictures.items()],
        "charts": _sum_of(list(_charts(draft))),
        "data": _sum_of(list(_data(draft))),
        "paper": _sum_of([form(draft.briefing.meta), form(house.off), form(house.numbers)]),
        "texts": _sum_of(list(_texts(draft))),
    }


def _texts(draft: Draft) -> Iterator[Any]:
    """The texts with how they are marked up."""
    cover, attached = draft.cover, draft.briefing.meta.attached_to
    # The first detail of a cover is what the paper is prepared for, as it is printed.
    yield [form(part) for part in (draft.title, cover.brief, cover.key_figures)]
    if cover.subtitle:
        yield form(cover.subtitle)
    yield form(cover.details[0].content) if attached and cover.details else None
    yield form(draft.sections)
    yield sorted([standing.key, form(standing.blocks)] for standing in draft.standing)


def _charts(draft: Draft) -> Iterator[Any]:
    """The charts of the texts."""
    for chart in draft.chart_drafts:
        yield [form(chart), sorted(ordered(chart.spec.options)), _drawn(chart.spec.data)]


def _drawn(data: ChartData) -> list[Any]:
    """The rows of a chart, and the marks of their cells."""
    names = [column.name for column in data.columns]
    return [[[form(row[name]) for name in names] for row in data.rows], [form(marks) for marks in data.marks]]


def _data(draft: Draft) -> Iterator[Any]:
    """What the record does not say of data and sources, in an order of its own; of the sources, those that the paper
    may show."""
    briefing = draft.briefing
    used = {*draft.cited, *sources_named(briefing.tables.values(), briefing.facts.values())}
    yield [form(table) for _, table in sorted(briefing.tables.items())]
    yield [form(fact) for _, fact in sorted(briefing.facts.items())]
    yield [form(one) for name, one in sorted(briefing.references.items()) if name in used or one.background]
    yield [form(term) for term in briefing.terms]


def _face(face: Face, briefing: Briefing) -> list[str]:
    """The font files of a family."""
    paths = (face.regular, face.bold, face.italic, face.bold_italic, face.semibold)
    home = briefing.workspace
    return [_sum(briefing.files[Path(path).relative_to(home).as_posix()]) if path else "" for path in paths]


def _sum_of(value: Any) -> str:
    return _sum(json.dumps(value, ensure_ascii=False, separators=(",", ":")).encode())


def _sum(data: bytes) -> str:
    return sha256(data).hexdigest()
