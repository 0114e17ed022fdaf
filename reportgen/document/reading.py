"""`read`: a briefing to a draft, in steps; every fault of its texts is reported at once.

Charts are not drawn here, and nothing is laid out.
"""

from __future__ import annotations

from collections.abc import Sequence

from reportgen.document.back import read_standing
from reportgen.document.desk import Desk
from reportgen.document.draft import Draft
from reportgen.document.front import cover
from reportgen.document.inlines import bare
from reportgen.document.markdown import parser
from reportgen.document.notes import check_calls, check_doubles
from reportgen.document.outline import outline
from reportgen.document.page import Page, Spelling
from reportgen.document.pages import Press, read_run
from reportgen.document.sections import read_sections
from reportgen.document.templates import Templates
from reportgen.document.terms import Marker
from reportgen.document.typography import quotes
from reportgen.language import Words
from reportgen.problems import Problems
from reportgen.source.model import Briefing

_MAY_BE_OFF = frozenset({"link-text", "footnote-unused"})
"""Rules of style: a paper can be made all the same. The others keep it from being made, or from being read aloud."""


def read(briefing: Briefing, words: Words) -> Draft:
    """The draft of a paper; ReportError with every problem of its texts if one is an error.

    Notes are numbered in reading order: cover, sections, standing texts.
    """
    problems = Problems()
    templates = Templates(briefing, words)
    press = Press(templates, parser(quotes(words)), problems)
    texts = [press.file(text) for text in briefing.texts]
    brief = press.phrase(briefing.meta.in_brief, "in_brief", blocks=True) if briefing.meta.in_brief else None
    standing = _standing(briefing, press)
    every = [*([brief] if brief else []), *texts, *(page for _, page in standing)]

    spelling = Spelling(templates.values)
    plan = outline(every, spelling, problems)
    marker = Marker(briefing.terms, words.tag)
    desk = Desk(briefing, words, problems, spelling, press.md, marker, plan)

    title = bare(read_run(desk, press.phrase(briefing.meta.title, "title")))
    front = cover(desk, press, title, brief)
    sections = read_sections(desk, texts)
    back = read_standing(desk, standing)
    _check_notes(desk, every)
    problems.found[:] = [problem for problem in problems.found if problem.rule not in _off(briefing)]
    problems.raise_for_errors()
    return Draft(
        briefing=briefing,
        words=words,
        marker=marker,
        title=title,
        cover=front,
        sections=sections,
        standing=back,
        chart_drafts=tuple(desk.charts),
        cited=tuple(desk.cited),
        problems=tuple(problems.found),
    )


def _standing(briefing: Briefing, press: Press) -> list[tuple[str, Page]]:
    texts = briefing.house.standing
    path = f"{briefing.folder.parent.name}/house.yaml"
    named = (
        ("impartiality", texts.impartiality),
        ("citation", texts.citation),
        ("formats", texts.formats),
        ("licence", texts.licence),
    )
    return [(key, press.standing(text, f"standing {key}", path)) for key, text in named if text.strip()]


def _off(briefing: Briefing) -> frozenset[str]:
    """The rules of the text that the house or the paper has switched off."""
    return _MAY_BE_OFF & {*briefing.house.off, *briefing.meta.off}


def _check_notes(desk: Desk, pages: Sequence[Page]) -> None:
    for page in pages:
        check_doubles(desk, page)
        check_calls(desk, page)
