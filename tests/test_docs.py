"""The guides name everything that there is, and their examples work."""

from __future__ import annotations

import argparse
import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import get_args

import pytest
import yaml

from reportgen.cli import parser
from reportgen.document import read
from reportgen.document.markdown.block_keys import KEYS
from reportgen.document.templates.filters import FILTERS, JINJAS_FILTERS
from reportgen.figures import draw, warnings_of
from reportgen.figures.kinds import options_info
from reportgen.figures.loading import Kind
from reportgen.house import Colours, Face, House, PageGrid, Sizes, StandingTexts
from reportgen.language import words_for
from reportgen.problems import ReportError
from reportgen.rules import MAY_BE_OFF, RULES
from reportgen.source import load
from reportgen.source.date_texts import DateOrder
from reportgen.source.entries import ColumnEntry, TableEntry, UnpivotEntry
from reportgen.source.facts import FactEntry
from reportgen.source.fields import keys_of
from reportgen.source.meta import Chapters, Meta, PaperType, Status
from reportgen.source.model import ColumnType, Term
from tests.built_in import KINDS
from tests.figures.making import DATA, spec
from tests.guides import AUTHORS_GUIDE, CHART_GUIDE, ROOT, examples, write_workspace

GUIDE = AUTHORS_GUIDE.read_text()
CHARTS = CHART_GUIDE.read_text()


def unnamed(names: Iterable[str], text: str) -> list[str]:
    """The names that `text` does not have between backticks."""
    quoted = set(re.findall(r"[\w-]+", " ".join(re.findall(r"`([^`]+)`", text))))
    return sorted(set(names) - quoted)


def section(title: str, guide: str = GUIDE) -> str:
    """The part of a guide under the heading `title`, without its examples."""
    text = re.sub(r"^```.*?^```$", "", guide, flags=re.DOTALL | re.MULTILINE)
    match = re.search(rf"^#+ {re.escape(title)}\n(.*?)(?=^#{{1,3}} |\Z)", text, re.DOTALL | re.MULTILINE)
    assert match, title
    return match[1]


def subcommands() -> Iterator[tuple[str, argparse.ArgumentParser]]:
    for action in parser()._actions:
        if isinstance(action, argparse._SubParsersAction):
            yield from action.choices.items()


@pytest.mark.parametrize("name", [name for name, _ in subcommands()])
def test_the_guide_names_every_command_with_its_options(name: str) -> None:
    command = dict(subcommands())[name]
    rows = "\n".join(line for line in section("Commands").splitlines() if f"reportgen {name}" in line)
    options = {option for action in command._actions for option in action.option_strings} - {"-h", "--help"}
    assert rows
    assert not {option for option in options if option not in rows}


def test_every_command_and_option_has_help() -> None:
    for name, command in subcommands():
        assert command.description, name
        assert all(action.help for action in command._actions), name


@pytest.mark.parametrize(
    ("title", "names"),
    [
        ("briefing.yaml", keys_of(Meta)),
        ("briefing.yaml", (*get_args(PaperType), *get_args(Status), *get_args(Chapters))),
        ("Tables", keys_of(TableEntry)),
        ("Tables", keys_of(ColumnEntry)),
        ("A column for each year", keys_of(UnpivotEntry)),
        ("Tables", get_args(DateOrder)),
        ("Tables", get_args(ColumnType)),
        ("Facts", keys_of(FactEntry)),
        ("Names and phrases", keys_of(Term)),
        ("The house style", keys_of(House)),
        (
            "The house style",
            (*keys_of(StandingTexts), *keys_of(Sizes), *keys_of(PageGrid), *keys_of(Colours), *keys_of(Face)),
        ),
        ("Values in the text", {*FILTERS, *JINJAS_FILTERS}),
        *((kind, keys_of(keys)) for kind, keys in KEYS.items()),
    ],
)
def test_the_guide_names_every_key(title: str, names: Iterable[str]) -> None:
    assert not unnamed(names, section(title))


@pytest.mark.parametrize("kind", KINDS.values(), ids=list(KINDS))
def test_the_chart_guide_names_every_option(kind: Kind) -> None:
    rows = re.findall(r"^\| `(\w+)` \|", section(kind.name, CHARTS), re.MULTILINE)
    assert rows == [option.name for option in options_info(kind)]


@pytest.mark.parametrize(("guide", "name"), [(AUTHORS_GUIDE, "libraries"), (CHART_GUIDE, "harbours")])
def test_a_guides_examples_are_a_briefing_without_a_fault(guide: Path, name: str, tmp_path: Path) -> None:
    briefing, words = load(write_workspace(guide, tmp_path, name), tmp_path), words_for("en-GB")
    draft = read(briefing, words)
    drawn = draw(draft.charts, briefing.house, words, [tmp_path / "charts"])
    assert drawn
    assert warnings_of(draft.charts, drawn) == ()
    assert [problem for problem in draft.problems if problem.rule == "chart-source"] == []


@pytest.mark.parametrize(
    ("values", "message"),
    [((410_000.0, 3.0), ""), ((0.0, 12.0), ""), ((None, None), "chart 'crop': there is nothing to draw")],
)
def test_the_guides_own_kind_bears_long_names_and_empty_cells(
    values: tuple[float | None, ...], message: str, tmp_path: Path
) -> None:
    write_workspace(CHART_GUIDE, tmp_path, "harbours")
    names = ("The harbour below the confluence of the two rivers at the old customs house of Saint Odile", "Brill")
    rows = tuple({"fruit": name, "tonnes": value} for name, value in zip(names, values, strict=True))
    chart = replace(spec("lollipop", name="fruit", value="tonnes"), data=replace(DATA, rows=rows))
    try:
        drawn = draw([chart], House(), words_for("en-GB"), [tmp_path / "charts"])
    except ReportError as error:
        assert [problem.message for problem in error.problems] == [message]
    else:
        assert (warnings_of([chart], drawn), message) == ((), "")


def test_the_chart_guide_shows_every_kind() -> None:
    shown = set(re.findall(r"^kind: ([\w-]+)$", CHARTS, re.MULTILINE))
    assert shown == {*KINDS, "lollipop"}


def test_the_guide_names_the_rules_that_may_be_off() -> None:
    assert not unnamed(MAY_BE_OFF, section("When something is wrong"))


def test_the_chart_guide_explains_every_rule_of_the_inspection() -> None:
    named = re.findall(r"^\| `(chart-[\w-]+)` \|", section("Inspection", CHARTS), re.MULTILINE)
    others = {"chart-kind", "chart-data", "chart-failed", "chart-place"}
    assert set(named) == {rule for rule in RULES if rule.startswith("chart-")} - others


def test_every_rule_that_the_guide_explains_exists() -> None:
    named = re.findall(r"^\| `([\w-]+)` \|", section("When something is wrong"), re.MULTILINE)
    assert named
    assert set(named) <= set(RULES)


def test_the_guides_yaml_is_well_formed() -> None:
    for guide in (AUTHORS_GUIDE, CHART_GUIDE):
        for example in examples(guide):
            if example.language == "yaml":
                assert yaml.safe_load(example.text) is not None


@pytest.mark.parametrize("page", ["first-hour.md", "coming-from.md"])
def test_the_pages_for_newcomers_name_only_commands_kinds_and_keys_that_there_are(page: str) -> None:
    text = (ROOT / "docs" / page).read_text()
    makefile, known = (ROOT / "Makefile").read_text(), dict(subcommands())
    for command, option in re.findall(r"`(?:\.venv/bin/)?reportgen (\w+)(?: (--\w+))?", text):
        assert option in {"", *(name for one in known[command]._actions for name in one.option_strings)}
    assert all(f"\n{target}:" in makefile for target in re.findall(r"`?make (\w+) NAME", text))
    kinds = re.findall(r"(?:are|chart|area|better) `([\w-]+)`", text)
    blocks = re.findall(r"(?:a|A) `(\w+)` block|::: (\w+)", text)
    assert set(kinds) <= set(KINDS)
    assert {one or other for one, other in blocks} <= set(KEYS)


@pytest.mark.parametrize(
    "word",
    "quarter,financial year,page break,landscape,mathematics,footnote,cross-reference,caption,track changes".split(","),
)
def test_what_newcomers_look_for_is_found_by_their_word(word: str) -> None:
    assert word in (ROOT / "docs" / "coming-from.md").read_text()


@pytest.mark.parametrize("page", [ROOT / "README.md", AUTHORS_GUIDE], ids=lambda path: path.name)
def test_the_pages_for_newcomers_are_linked(page: Path) -> None:
    text = page.read_text()
    assert "first-hour.md)" in text and "coming-from.md)" in text


@pytest.mark.parametrize(
    "guide", sorted(ROOT.glob("*.md")) + sorted(ROOT.glob("docs/*.md")), ids=lambda path: path.name
)
def test_links_inside_the_documentation_lead_somewhere(guide: Path) -> None:
    text = guide.read_text()
    for target in re.findall(
        r"\]\((?!https?:|mailto:)([^)\s]+)\)", re.sub(r"```.*?```|`[^`]*`", "", text, flags=re.DOTALL)
    ):
        path, _, anchor = target.partition("#")
        linked = guide.parent / path if path else guide
        assert linked.exists(), target
        headings = re.findall(r"^#+ (.*)$", linked.read_text() if anchor else "", re.MULTILINE)
        assert not anchor or anchor in {re.sub(r"[^\w -]", "", head.lower()).replace(" ", "-") for head in headings}, (
            target
        )
