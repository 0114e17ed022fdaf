"""Fences that pair, and how often their lines are looked at."""

from __future__ import annotations

import pytest

from reportgen.document.markdown import block_rules
from reportgen.document.markdown.parsing import parse, parser
from reportgen.document.markdown.places import Blocks, line_of


def _opened(text: str) -> list[str]:
    """The kinds of blocks, in order."""
    return [node.type for node in parse(parser("“”‘’"), text).children]


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        ("::: box\na\n:::\n", ["block"]),
        (":::: box\n::: box\na\n:::\n::::\n", ["block"]),
        (":::: box\n::: box\na\n::::\n", ["block"]),
        ("::: box\na\n\n::: box\nb\n:::\n", ["block_fault", "paragraph", "block"]),
        (":::: box\n\n::: box\n\n:::: box\n\na\n\n::::\n", ["block_fault", "block_fault", "block"]),
        (":::   \n", ["block_fault"]),
    ],
)
def test_a_block_ends_where_its_colons_say(text: str, kinds: list[str]) -> None:
    assert _opened(text) == kinds


def test_lines_are_not_looked_at_again_for_each_block_that_is_never_closed(monkeypatch: pytest.MonkeyPatch) -> None:
    looked: list[int] = []

    def watched(state: Blocks, line: int) -> str:
        looked.append(line)
        return line_of(state, line)

    monkeypatch.setattr(block_rules, "line_of", watched)
    assert _opened("::: box\n" * 400) == ["block_fault"] * 400
    assert len(looked) < 400 * 10
