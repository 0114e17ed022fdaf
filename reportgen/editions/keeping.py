"""The rules that a new edition keeps: a significant change moves the number and the date, a minor one moves neither."""

from __future__ import annotations

from collections.abc import Sequence

from reportgen.editions.released import Editions, Released
from reportgen.problems import Place, Problems
from reportgen.source.model import Briefing

_MOST_TOLD = 3
"""Changes that a message names."""


def check_edition(
    briefing: Briefing, editions: Editions, data: Sequence[str], *, text: bool, problems: Problems
) -> None:
    """Report to `problems` where the number, the dates or `change:` don't suit what has changed.

    `data` are the changes of data since the last released edition, a sentence each; `text` says whether words have
    changed as well.
    """
    last = editions.last
    if last is None:
        return
    meta = briefing.meta
    if meta.edition < last.number:
        message = f"edition {last.number} is released already: this can't be edition {meta.edition}"
        hint = f"write edition: {last.number + 1}, or edition: {last.number} with change: minor for a slip in it"
        problems.add("edition-number", _place(briefing, "edition"), message, hint)
    elif meta.change == "minor":
        _check_minor(briefing, last, data, problems)
    elif meta.edition == last.number:
        if data or text:
            message = f"edition {last.number} is released, and the sources have changed since"
            hint = f"write edition: {last.number + 1} and updated:, or change: minor where only a slip was mended"
            problems.add("edition-number", _place(briefing, "edition"), message, hint)
    else:
        _check_moved(briefing, last, problems)
    _check_printed(briefing, last, problems)


def _check_printed(briefing: Briefing, last: Released, problems: Problems) -> None:
    """The status of an edition that is released, and the day of the first one, which all editions print."""
    meta = briefing.meta
    if meta.edition == last.number and meta.status == "published" != last.manifest.status:
        message = f"edition {last.number} is published, but was released with the status {last.manifest.status}"
        undo = f"reportgen release {briefing.name} --undo"
        hint = f"so that the released paper does not say so: {undo}, and release it again"
        problems.add("edition-status", _place(briefing, "status"), message, hint)
    if meta.published != last.manifest.published:
        was = last.manifest.published
        message = f"published: is the day of the first edition, {was}" if was else "the first edition has no published:"
        hint = f"write published: {was}" if was else "leave published: out; updated: is the day of this edition"
        problems.add("edition-date", _place(briefing, "published"), message, hint)


def _check_minor(briefing: Briefing, last: Released, data: Sequence[str], problems: Problems) -> None:
    meta = briefing.meta
    if meta.edition > last.number:
        message = f"a minor change keeps the number of the edition: {last.number}, not {meta.edition}"
        hint = f"write edition: {last.number}, or change: significant"
        problems.add("edition-number", _place(briefing, "edition"), message, hint)
    if data:
        more = f", and {len(data) - _MOST_TOLD} more" if len(data) > _MOST_TOLD else ""
        told = "; ".join(data[:_MOST_TOLD])
        message = f"data have changed since edition {last.number}, but change: is minor: {told}{more}"
        problems.add("change-minor", _place(briefing, "change"), message)
    if meta.updated != last.manifest.updated:
        was = f"({last.manifest.updated})" if last.manifest.updated else "(there was none)"
        message = f"a minor change does not move updated: {was}"
        hint = f"write updated: {last.manifest.updated}" if last.manifest.updated else "leave updated: out"
        problems.add("edition-date", _place(briefing, "updated"), message, hint)


def _check_moved(briefing: Briefing, last: Released, problems: Problems) -> None:
    """A new edition has the next number, and is updated after the one before."""
    updated, before = briefing.meta.updated, last.manifest.stands
    if briefing.meta.edition > last.number + 1:
        message = f"edition {briefing.meta.edition} follows edition {last.number}"
        hint = f"write edition: {last.number + 1}; if one in between was released, get its folder in editions/ back"
        problems.add("edition-number", _place(briefing, "edition"), message, hint)
    if updated is None:
        message = f"edition {briefing.meta.edition} follows edition {last.number} and has no updated:"
        hint = "write the day of this edition behind updated:; published: stays that of the first one"
        problems.add("edition-date", _place(briefing, "edition"), message, hint)
    elif before is not None and updated.last <= before.first:
        message = (
            f"edition {briefing.meta.edition} is updated ({updated}) no later than edition {last.number} ({before})"
        )
        problems.add("edition-date", _place(briefing, "updated"), message, "write the day of this edition")


def _place(briefing: Briefing, key: str) -> Place:
    return briefing.places.get(key, briefing.meta.place)
