from __future__ import annotations

import pytest
from markdown_it.parser_inline import ParserInline
from markdown_it.rules_inline import StateInline

from reportgen.document.markdown.parsing import parse, parser


@pytest.mark.parametrize("opening", ["[", "![", "^[", "[@a ", "[^a"])
def test_brackets_that_nothing_closes_are_gone_through_once(opening: str, monkeypatch: pytest.MonkeyPatch) -> None:
    skipped: list[int] = []
    skip = ParserInline.skipToken

    def counted(self: ParserInline, state: StateInline) -> None:
        skipped.append(state.pos)
        skip(self, state)

    monkeypatch.setattr(ParserInline, "skipToken", counted)
    parse(parser(("“", "”", "‘", "’")), opening * 300)
    assert len(skipped) <= 300


def test_those_that_are_closed_are_links() -> None:
    (paragraph,) = parse(parser(("“", "”", "‘", "’")), "[a [b] c](d) [e").children
    assert [node.type for node in paragraph.children[0].children] == ["link", "text"]
