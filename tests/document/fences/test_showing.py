"""Blocks that show how a chart is made: its lines as written, its description, the options of its kind."""

from __future__ import annotations

from reportgen.document.blocks import CodeBlock, DefinitionList, Paragraph
from reportgen.document.inlines import Inlines, Span, plain
from reportgen.document.tree import blocks
from tests.document.making import document, draft, dumped

CHART = """\
::: chart lengths
kind: bars
data: rivers
category: river
values: length
title: The Elbe is {{ rivers.Elbe.length }} long
subtitle: Length
:::
"""
SHOWN = "::: listing\nchart: lengths\n:::\n"
TOLD = "::: description\nchart: lengths\n:::\n"
OPTIONS = "::: options\nkind: bars\n:::\n"


def listed(*texts: str) -> list[str]:
    return [block.text for block in blocks(draft(*texts).sections) if isinstance(block, CodeBlock)]


def test_a_listing_has_the_lines_of_the_author_with_their_templates() -> None:
    assert listed("{# a note\nto myself #}\n\n" + SHOWN + "\n" + CHART) == [CHART.rstrip("\n")]


def test_a_listing_shows_a_chart_of_another_file_and_one_inside_a_list() -> None:
    inside = "- An item\n\n" + "".join(f"  {line}\n" for line in CHART.splitlines())
    assert listed(SHOWN, inside) == [CHART.rstrip("\n")]


def test_a_description_becomes_a_paragraph_when_the_chart_is_drawn() -> None:
    assert "description [chart-lengths]" in dumped(TOLD + "\n" + CHART)
    section = document(TOLD + "\n" + CHART).sections[0]
    assert [plain(block.content) for block in section.blocks if isinstance(block, Paragraph)] == [
        "Read aloud: It shows lengths."
    ]


def options_listed(**meta: str) -> dict[str, Inlines]:
    """What is said of each option of bars."""
    (block,) = draft(OPTIONS, **meta).sections[0].blocks
    assert isinstance(block, DefinitionList)
    said = {plain(item.term): item.bodies[0][0] for item in block.items}
    return {name: one.content for name, one in said.items() if isinstance(one, Paragraph)}


def test_the_options_are_those_of_the_kind_with_their_help_and_defaults() -> None:
    said = {name: plain(content) for name, content in options_listed().items()}
    values = "The column with the values, or a list of columns: one series for each. list of column, needed"
    assert said["values"] == values
    assert said["labels"].endswith(" true or false (default: true)")


def test_in_a_french_paper_the_help_is_marked_as_english() -> None:
    for said in options_listed(language="fr").values():
        (help_,) = said
        assert isinstance(help_, Span)
        assert help_.lang == "en"
