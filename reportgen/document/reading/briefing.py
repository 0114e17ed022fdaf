"""`read`: a briefing to a draft, in steps; every fault of its texts is reported at once.

Charts are not drawn here, and nothing is laid out.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Mapping, Sequence

from reportgen.dates import PartialDate
from reportgen.document.inlines import Inlines, bare
from reportgen.document.markdown.parsing import Node, parse_inline, parser
from reportgen.document.markdown.typography import minus_apart, quotes
from reportgen.document.reading.back import read_standing
from reportgen.document.reading.checks import Reading, check_reading
from reportgen.document.reading.draft import Draft
from reportgen.document.reading.front import cover, key_fact_pages
from reportgen.document.reading.sections import read_sections
from reportgen.document.templates.rendering import Templates
from reportgen.document.text import citations
from reportgen.document.text.desk import Desk
from reportgen.document.text.glyphs import Glyphs
from reportgen.document.text.outline import outline
from reportgen.document.text.page import Page, Spelling, unmarked
from reportgen.document.text.pages import Press, read_run
from reportgen.document.text.terms import Marker
from reportgen.fonts import Chain
from reportgen.language import Words
from reportgen.problems import Problems, held
from reportgen.source.model import Briefing
from reportgen.source.uses import sources_named


def read(briefing: Briefing, words: Words, today: PartialDate | None = None) -> Draft:
    """The draft of a paper; ReportError with every problem of its texts if one is an error. See `read_on`."""
    draft = read_on(briefing, words, today)
    Problems(list(draft.problems)).raise_for_errors()
    return draft


def read_on(briefing: Briefing, words: Words, today: PartialDate | None = None) -> Draft:
    """The same, with what can be made of texts with faults; these are among the draft's problems.

    Facts are stale if they are on `today` (None: on the day of the paper itself). Notes are numbered in reading order:
    cover, sections, standing texts.
    """
    problems = Problems([*briefing.told])
    press, title_tree = _press(briefing, words, problems)
    texts = [press.file(text) for text in briefing.texts]
    brief = press.phrase(briefing.meta.brief, "in_brief", blocks=True) if briefing.meta.brief else None
    subtitle = press.phrase(briefing.meta.subtitle, "subtitle") if briefing.meta.subtitle else None
    standing = _standing(briefing, press)
    every = [*([brief] if brief else []), *texts, *(page for _, page in standing)]
    desk = _desk(briefing, words, press, every)

    title = bare(read_run(desk, press.title(briefing.meta.title, title_tree), ("title",)))
    key_facts = key_fact_pages(press, briefing.meta)
    front = cover(desk, press, title, subtitle, brief, key_facts)
    sections = read_sections(desk, texts)
    back = read_standing(desk, standing)
    own = [
        *([subtitle] if subtitle else []),
        *([brief] if brief else []),
        *(page for pair in key_facts for page in pair),
        *texts,
    ]
    reading = Reading(desk, tuple(every), tuple(own), front, sections, back, today)
    check_reading(reading)
    _switch_off(briefing, problems)
    _without_follow_ups(briefing, problems)
    return _draft(reading, title)


def _draft(reading: Reading, title: Inlines) -> Draft:
    """What composing takes of a paper that has no error."""
    desk = reading.desk
    return Draft(
        briefing=desk.briefing,
        words=desk.words,
        marker=desk.marker,
        title=title,
        cover=reading.cover,
        sections=reading.sections,
        standing=reading.standing,
        chart_drafts=tuple(desk.charts),
        cited=dict(desk.cited),
        read_on=desk.read_on,
        pictures=desk.read,
        shown_kinds=tuple(desk.kinds),
        spelled=desk.spelling.spelled,
        table_drafts=tuple(desk.tables),
        problems=tuple(desk.problems.found),
    )


def _press(briefing: Briefing, words: Words, problems: Problems) -> tuple[Press, Node]:
    """What makes pages, and the tree of the paper's title, which every template may print."""
    md = parser(quotes(words), words.gaps, minus_apart(words))
    trees: list[Node] = []

    def without_markup(text: str) -> str:
        trees.append(parse_inline(md, text.strip(), len(text) - len(text.lstrip())))
        return unmarked(trees[-1])

    templates = Templates(briefing, words, without_markup)
    return Press(templates, md, problems), trees[0]


def _desk(briefing: Briefing, words: Words, press: Press, pages: Sequence[Page]) -> Desk:
    """What the readers of these pages share, the plan of them included."""
    spelling = Spelling(press.templates.values)
    plan = outline(pages, spelling, words, press.problems)
    marker = Marker(briefing.terms, words.tag, words.typeset)
    glyphs = Glyphs(Chain(briefing.house.fonts), press.problems)
    # When addresses were read counts for the sources that the paper seems to use: a library has many more.
    used = {*sources_named(briefing.tables.values(), briefing.facts.values())}
    used |= _mentioned(briefing.references, [text.text for text in briefing.texts])
    named = [one for name, one in briefing.references.items() if one.background or name in used]
    return Desk(briefing, words, press.problems, spelling, press.md, marker, plan, glyphs, citations.read_on(named))


_TELLING = 100
"""Characters of a name by which it is found."""


def _mentioned(names: Iterable[str], texts: Iterable[str]) -> set[str]:
    """Those of `names` that stand behind an @ in one of the texts. Each text is gone through once: a library has
    thousands of names."""
    found = {text[at.end() : at.end() + _TELLING + 1] for text in texts for at in re.finditer("@", text)}
    behind = sorted({*found, *(one.removeprefix("{") for one in found)})
    return {name for name in names if _begins_one(behind, name[:_TELLING])}


def _begins_one(texts: Sequence[str], name: str) -> bool:
    """Whether one of the texts, which are in order, begins with the name."""
    return texts[at].startswith(name) if (at := bisect_left(texts, name)) < len(texts) else False


def _standing(briefing: Briefing, press: Press) -> list[tuple[str, Page]]:
    texts = briefing.house.standing
    named = (
        ("impartiality", texts.impartiality),
        ("citation", texts.citation),
        ("formats", texts.formats),
        ("licence", texts.licence),
    )
    return [(key, press.phrase(text, f"standing {key}", blocks=True)) for key, text in named if text.text.strip()]


_FOLLOW_UPS: Mapping[str, frozenset[str]] = {
    "tables.yaml": frozenset({"template-name", "template-value", "table-unknown", "lookup-missing", "table-column"}),
    "facts.yaml": frozenset({"template-name", "template-value"}),
    "references": frozenset({"citation-unknown", "crossref-unknown", "markup"}),
    "briefing.yaml": frozenset({"lookup-missing", "lookup-ambiguous"}),
    "house.yaml": frozenset({"glyph-missing"}),
}
"""What a text may be told for no fault of its own, where a file that it rests on can't be read as a whole."""


def _without_follow_ups(briefing: Briefing, problems: Problems) -> None:
    """Drop what hangs on a file that can't be read."""
    dropped = frozenset().union(*(_FOLLOW_UPS[name] for name in briefing.lost.files))
    problems.found[:] = [problem for problem in problems.found if problem.rule not in dropped]


def _switch_off(briefing: Briefing, problems: Problems) -> None:
    """Drop the problems of rules that the house or the paper has switched off, and tell which these are and why."""
    problems.found[:] = held(problems.found, briefing.off)
    for rule, reason in briefing.switched_off.items():
        problems.add("switched-off", rule.place, f"switched off: {rule.text}, because {reason}")
