"""YAML with less in it: comments and entries go, the rest reads as before."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportgen.problems import Place, Problems
from reportgen.source.yaml_editing import Edit, without_comments, written
from reportgen.source.yaml_nodes import node_of, parse, plain

NOTES = Edit(drop=lambda path: path[-1] == "note")


def tree(text: str) -> object:
    problems = Problems()
    node = parse(text, Place("a.yaml"), problems)
    assert problems.found == []
    return plain(node) if node else None


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("# top\na: 1  # one\n  # two\nb: 2\n", "a: 1\nb: 2\n"),
        ('a: "x # y"  # z\n', 'a: "x # y"\n'),
        ("a: |  # z\n  x # y\n\n# z\nb: 1\n", "a: |\n  x # y\n\nb: 1\n"),
        ("a: [1,  # z\n  2]\n", "a: [1,\n  2]\n"),
        ("a: 1 # z", "a: 1"),
        ("# z", ""),
        ("", ""),
        ("ä: ö # ü\n", "ä: ö\n"),
    ],
)
def test_comments_go(before: str, after: str) -> None:
    assert without_comments(before) == after


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("a:\n  value: 1\n  note: x\n  unit: y\n", "a:\n  value: 1\n  unit: y\n"),
        ("a:\n  value: 1\n  note: |\n    x\n\n    z\nb: 1\n", "a:\n  value: 1\nb: 1\n"),
        ("a:\n  note: x\n    y\n  value: 1", "a:\n  value: 1\n"),
        ("a: {value: 1, note: x}  # y\n", "a:\n  value: 1\n"),
        ("a: {note: x, value: '1'}\n", 'a:\n  value: "1"\n'),
    ],
)
def test_entries_go(before: str, after: str) -> None:
    assert NOTES.text(before) == after


@pytest.mark.parametrize(
    "text", ["a: &x {note: 1, b: 2}\nc: *x\n", "a: {note: 1}\n", "- note: 1\n", "a: |+\n  x\n\n# y\n\nb: 1\n"]
)
def test_what_is_left_is_read_as_before(text: str) -> None:
    found = NOTES.text(text)
    root = parse(text, Place(""), Problems())
    assert root is not None
    assert tree(found) == plain(NOTES.tree(root))
    assert NOTES.text(found) == found


VALUES = st.recursive(
    st.text(st.characters(codec="utf-8", exclude_categories=["Cc", "Cs", "Cn", "Co"]), max_size=12) | st.none(),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text("abc:# -'\"{", min_size=1), inner, max_size=3),
    max_leaves=8,
)


@given(VALUES)
def test_what_is_written_anew_is_read_as_it_was(value: object) -> None:
    node = node_of(value, Place(""))
    text = written(node)
    assert tree(text) in (plain(node), None if value is None else plain(node))
    assert Edit().text(text) == text
