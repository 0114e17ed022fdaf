"""Every rule that may be switched off has its effect when it is: the paper is made, and the rule tells nothing."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from reportgen.pdf.write import lay_out
from reportgen.pipeline import composed, finished
from reportgen.problems import Place, Problem, Problems, ReportError
from reportgen.rules import MAY_BE_OFF

LONG = "One " + "and one " * 16 + "end."
MEDIUM = "One " + "one " * 26 + "end. "
AXES = "axes = figure.add_axes((0.1, 0.1, 0.8, 0.8))"
CHART = "::: chart c\nkind: {kind}\ndata: towns\ntitle: It grows\nsubtitle: Inhabitants\nsource: log\n{more}:::\n"
COLOURS = ["#0b5c55", "#b4500b", "#12436d", "#801650", "#8a7000"]
OWN = CHART.format(kind="own", more="")
PLAIN = CHART.format(kind="bars", more="category: town\nvalues: size\n")

TEXTS = {
    "markup-plain": "It grows. {.center}",
    "link-text": "See <https://towns.example/a>.",
    "footnote-unused": "It grows.\n\n[^a]: Lost.",
    "quote-origin": "::: quote\nwho: Ann\n\nIt grows.\n:::",
    "sentence-long": LONG,
    "sentences-long": MEDIUM * 3,
    "note-typed": "It grows¹ here.",
    "heading-typed": "IT GROWS",
    "heading-missing": "It grows.",
    "citation-typed": "It grows (Smith et al., 2024).",
    "citation-form": "It grows (see [@log]).",
    "heading-case": "It grows.\n\n## Towns Grow Very Quickly",
    "heading-unique": "It grows.\n\n## Towns",
    "abbreviation": "The AXQ decides.",
    "date-typed": "On 20/10/2023 it grows.",
    "line-typed": "1.1 It grows.",
    "table-dates": "It grows.",
    "term-avoided": "A borough grows.",
    "source-unused": "It grows.",
    "number-unbound": "It grows by 4,711.",
    "value-tentative": "It has {{ towns.Mora.size }}.",
    "fact-unsourced": "It has {{ facts.lost }}.",
    "fact-undated": "It has {{ facts.lost }}.",
    "chart-title": PLAIN.replace("It grows", "Towns Grow Very Quickly Indeed"),
    "chart-subtitle": PLAIN.replace("subtitle: Inhabitants\n", ""),
    "chart-unit": PLAIN.replace("data: towns\n", "data: bare\n").replace("values: size", "values: deep"),
    "chart-source": PLAIN.replace("data: towns\n", "data: bare\n").replace("source: log\n", ""),
    "chart-total": PLAIN.replace("data: towns\n", "data: whole\n"),
    "finding-unheard": PLAIN.replace("It grows", "Mora grows").replace(":::\n", "alt: 5 and 4.\nalt_only: true\n:::\n"),
    "alt-figures": PLAIN.replace("source: log\n", "source: log\nalt: Two bars.\nalt_only: true\n"),
    "chart-lines": CHART.format(kind="lines", more="date: year\nvalues: level\nseries: town\n").replace(
        "towns", "levels"
    ),
}
DRAWN = {
    "chart-categories": (
        f"{AXES}\n    for at, colour in enumerate({COLOURS}):\n"
        "        axes.bar([at], [4], color=colour, edgecolor=house.colours.ink, hatch='/' * at)"
    ),
    "chart-zero": f"{AXES}\n    axes.bar(['a', 'b'], [52, 55]); axes.set_ylim(50, 60)",
    "chart-second-axis": (
        f"{AXES}\n    axes.plot([1, 2, 3], [1, 2, 3])\n"
        "    axes.twinx().plot([1, 2, 3], [4, 3, 5], '--', color=house.colours.warm)"
    ),
    "chart-slices": f"{AXES}\n    axes.pie([1.0] * 4, labels=list('abcd'), wedgeprops={{'edgecolor': 'white'}})",
    "chart-annotation": (
        f"{AXES}\n    axes.plot([1, 2], [1, 2])\n"
        "    axes.annotate('a long remark\\n' * 6, (1.4, 1.2), (1.1, 1.7), arrowprops={})"
    ),
}
LAID_OUT = ("page-thin", "page-line-alone", "page-lines-long")
"""What is told of pages: it is taken here that they are so."""
DATA = {
    "tables.yaml": (
        "towns: {title: Towns, key: town, source: log, columns: "
        "{town: {title: Town}, size: {title: Size, type: number}}}\n"
        "bare: {title: Towns, key: town, columns: "
        "{town: {title: Town}, size: {title: Size, type: number}, deep: {title: Depth, type: number}, "
        "dug: {title: Dug}}}\n"
        "whole: {title: Towns, key: town, source: log, totals: All, columns: "
        "{town: {title: Town}, size: {title: Size, type: number}}}\n"
        "levels: {title: Levels, key: [town, year], source: log, columns: "
        "{town: {title: Town}, year: {title: Year, type: year}, level: {title: Level, type: number}}}\n"
    ),
    "towns.csv": "town,size\nMora,5 [p]\nBrill,4\n",
    "bare.csv": "town,size,deep,dug\nMora,5,1.5,2020-03-04\nBrill,4,2.5,2021-03-04\n",
    "whole.csv": "town,size\nAll,15\nMora,5\nBrill,4\nLund,4\nTain,2\n",
    "levels.csv": "town,year,level\n"
    + "".join(
        f"{town},{year},{at * 10 + year - 2020}\n" for at, town in enumerate("ABCDE", 1) for year in (2021, 2022)
    ),
    "facts.yaml": "lost: {value: 7}\n",
}
WHOLE = {"fact-undated": "", "other": "facts_as_of: 2025-03-31\n"}


def warnings(rule: str, workspace: Path, off: str = "") -> list[Problem]:
    """The problems of the paper that breaks `rule`, whether it is made or not."""
    folder = workspace / "sources" / "paper"
    text = TEXTS.get(rule, OWN)
    files = {
        "briefing.yaml": f"title: Towns\n{WHOLE.get(rule, WHOLE['other'])}{off}",
        "text/text.md": f"# Towns\n\n{text}\n",
        "references.yaml": "- {id: log, title: Log, type: book}\n- {id: unused, title: Log, type: book}\n",
        **({"text/unheaded.md": "It grows. " * 60} if rule == "heading-missing" else {}),
        **{f"data/{name}": data for name, data in DATA.items()},
        "../terms.yaml": "- {text: borough, prefer: town}\n",
        "../../charts/own.py": _kind(DRAWN.get(rule, f"{AXES}\n    axes.plot([1, 2], [1, 2])")),
    }
    for name, data in files.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(data, encoding="utf-8")
    try:
        return list(composed(folder, workspace).warnings)
    except ReportError as error:
        return list(error.problems)


def _kind(body: str) -> str:
    return (
        '"""A kind of our own."""\nfrom dataclasses import dataclass\n\n@dataclass(frozen=True)\nclass Options:\n'
        '    """None."""\n\ndef height(data, options, house, words):\n    return 200.0\n\n'
        f"def draw(figure, data, options, house, words):\n    {body}\n\n"
        'def describe(data, options, words):\n    return "It grows."\n'
    )


def test_there_is_a_case_for_every_rule_that_may_be_off() -> None:
    assert {*TEXTS, *DRAWN, *LAID_OUT} == MAY_BE_OFF


@pytest.mark.parametrize("rule", LAID_OUT)
def test_a_rule_of_pages_that_is_off_tells_nothing(rule: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    told = Problems()
    told.add(rule, Place("sources/paper/text/text.md", 1, 1), "a reader stumbles here")
    monkeypatch.setattr(sys.modules[lay_out.__module__], "page_warnings", lambda pages: told.found)
    warnings("link-text", tmp_path)
    assert rule in [one.rule for one in finished(tmp_path / "sources" / "paper", tmp_path).problems]
    warnings("link-text", tmp_path, f"off: {{{rule}: we must}}\n")
    assert rule not in [one.rule for one in finished(tmp_path / "sources" / "paper", tmp_path).problems]


@pytest.mark.parametrize("rule", sorted(MAY_BE_OFF.difference(LAID_OUT)))
def test_a_rule_that_is_off_tells_nothing_and_the_paper_is_made(rule: str, tmp_path: Path) -> None:
    assert rule in [problem.rule for problem in warnings(rule, tmp_path)]
    found = warnings(rule, tmp_path, f"off: {{{rule}: we must}}\n")
    assert rule not in [problem.rule for problem in found]
    assert "switched-off" in [problem.rule for problem in found]
    assert [str(problem) for problem in found if problem.severity == "error"] == []
