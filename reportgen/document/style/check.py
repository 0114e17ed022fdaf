"""`check`: every rule of style, one small function each, in a table."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from reportgen.document.style.dates import check_dates
from reportgen.document.style.prose import Prose
from reportgen.document.style.sentences import check_headings, check_sections, check_sentences
from reportgen.document.style.wording import check_abbreviations, check_terms
from reportgen.problems import Problems
from reportgen.source.uses import sources_named


def check(prose: Prose, problems: Problems) -> None:
    """Report to `problems` what a paper's words could do better; all of it are warnings."""
    for rule in _RULES:
        rule(prose, problems)


def check_sources(prose: Prose, problems: Problems) -> None:
    """Report sources of the briefing itself that it neither cites nor marks as background, and no data come from."""
    home = _folder(prose.briefing.meta.place.file)
    used = {*prose.cited, *sources_named(prose.briefing)}
    for reference in prose.briefing.references.values():
        own = _folder(reference.place.file) == home
        if own and reference.id not in used and not reference.background:
            problems.add("source-unused", reference.place, f"the source '{reference.id}' is cited nowhere")


def _folder(file: str) -> str:
    return file.rpartition("/")[0]


_RULES: Sequence[Callable[[Prose, Problems], None]] = (
    check_sentences,
    check_sections,
    check_headings,
    check_abbreviations,
    check_terms,
    check_sources,
    check_dates,
)
