"""Whether a chart's description bears its title, and an author's own words have a figure of the data in them.

What a reader hears of a chart is its title and its description. What a kind of the workspace's own says is held against
the chart (`self_description`). Whether the title is true is for its author to say, but
where `claims` is certain that it is not: `findings` asks again when the data change.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from reportgen.document.composing.claims import contradicted
from reportgen.document.inlines import plain
from reportgen.document.reading.draft import Draft
from reportgen.document.text.desk import ChartDraft
from reportgen.figures.drawn import Plan
from reportgen.folders import built_in
from reportgen.language import Words
from reportgen.patterns import Pattern
from reportgen.problems import Problem, Problems, held

_SHORTEST = 3
"""Letters of a name: shorter ones may be any word."""
_DIGIT = Pattern(r"\d")


def unheard(draft: Draft, plans: Mapping[str, Plan]) -> tuple[Problem, ...]:
    """What titles name and descriptions don't, one problem a chart, and descriptions without a figure."""
    problems, files = Problems(), _own_kinds(draft)
    for chart in draft.chart_drafts:
        said, called = plans[chart.spec.id].description, chart.spec.called
        names = [name for name in _named(chart) if not _says(said, name)]
        if names:
            told = ", ".join(f"'{name}'" for name in names)
            message = f"the title of {called} names {told}, and the description that is read aloud does not"
            problems.add("finding-unheard", chart.places["title"], message)
        elif claim := contradicted(chart, draft.words):
            hint = "look at the data again, or say in the title what they show"
            problems.add("finding-unheard", chart.places["title"], f"the title of {called} {claim}", hint)
        if said == chart.spec.alt and _has_numbers(chart) and not _DIGIT.search(said):
            message = f"the alt of {called} is all that is read aloud of it, and has no figure in it"
            hint = "" if chart.spec.alt_only else "write figures in alt:, or give the kind a describe()"
            problems.add("alt-figures", chart.places["alt"], message, hint)
        elif file := files.get(chart.spec.kind):
            _tell_own(plans[chart.spec.id], file, chart, draft.words, problems)
    return tuple(held(problems.found, {rule.text for rule in draft.briefing.switched_off}))


def _own_kinds(draft: Draft) -> dict[str, str]:
    """The files of kinds that the engine does not have, by what the paper calls them."""
    if not any(folder.is_dir() for folder in draft.briefing.charts):
        return {}
    from reportgen.figures.kinds import file_of, found

    paths, engine = found(draft.briefing.charts), built_in().resolve()
    files = {chart.spec.kind: file_of(chart.spec.kind, paths) for chart in draft.chart_drafts}
    return {kind: f"charts/{path.name}" for kind, path in files.items() if path and path.parent.resolve() != engine}


def _tell_own(plan: Plan, file: str, chart: ChartDraft, words: Words, problems: Problems) -> None:
    """What a kind of the workspace's own says amiss, unless the author's words stand alone."""
    from reportgen.document.composing.self_description import amiss
    from reportgen.figures.markings import tell_marks

    spec = chart.spec
    if plan.description == spec.alt:
        return
    place = spec.option_places.get("kind", spec.place)
    said = plan.description.removesuffix(tell_marks(spec.data, plan.columns, words))
    for what in amiss(said, chart, words):
        hint = f"mend describe() in {file}, or write alt: and alt_only: true"
        problems.add("chart-description", place, f"what {file} says of {spec.called} {what}", hint)


def _named(chart: ChartDraft) -> Iterator[str]:
    """The names of rows, categories and series that the title has, letter by letter."""
    title, data = plain(chart.title), chart.spec.data
    columns = [info.name for info in data.columns if info.type == "string"]
    cells = dict.fromkeys(value for row in data for column in columns if isinstance(value := row[column], str))
    yield from (cell for cell in cells if len(cell) >= _SHORTEST and _says(title, cell))


def _says(text: str, name: str) -> bool:
    """Whether a text has a name as words of their own."""
    at = text.find(name)
    while at >= 0:
        before, after = text[at - 1 : at], text[at + len(name) : at + len(name) + 1]
        if not (before.isalnum() or after.isalnum()):
            return True
        at = text.find(name, at + 1)
    return False


def _has_numbers(chart: ChartDraft) -> bool:
    data = chart.spec.data
    return any(isinstance(value, float) for row in data for value in row.values())
