"""YAML as nodes with places; both of PyYAML's parsers say the same."""

from __future__ import annotations

from typing import Any

import pytest
import yaml

from reportgen.problems import Place, Problems
from reportgen.source import yaml_nodes
from reportgen.source.yaml_nodes import Entries, Items, Leaf, find, node_of, parse, plain

START = Place("a.yaml", 1, 1)
LOADERS = [yaml.SafeLoader, yaml_nodes.LOADER]


@pytest.fixture(params=LOADERS, ids=["python", "default"], autouse=True)
def loader(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> Any:
    monkeypatch.setattr(yaml_nodes, "LOADER", request.param)


def tree(text: str, start: Place = START) -> Any:
    problems = Problems()
    node = parse(text, start, problems)
    assert problems.found == []
    return node


def fault(text: str) -> str:
    problems = Problems()
    assert parse(text, START, problems) is None
    (problem,) = problems.found
    return f"{problem.place.line}:{problem.place.column} {problem.message}"


def test_scalars_keep_their_written_form() -> None:
    written = "a: no\nb: 1.10\nc: 2022-03-31\nd: 0o17\ne: ~\nf: 'yes'\ng:\n"
    found = {"a": "no", "b": "1.10", "c": "2022-03-31", "d": "0o17", "e": "~", "f": "yes", "g": ""}
    assert plain(tree(written)) == found


def test_places_count_from_one() -> None:
    match tree("é:\n  - ü: x\n"):
        case Entries(entries=((Leaf(place=key), Items(items=(Entries(entries=((_, leaf),)),))),)):
            assert key == START and leaf.place == Place("a.yaml", 2, 8)
        case other:
            pytest.fail(str(other))


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("a: word", (1, 4)),
        ("a: 'word'", (1, 5)),
        ("a: |\n  word\n", (2, 3)),
        ("a: >-  # note\n\n    word\n", (2, 5)),
        ("a:\n  word\n", (2, 3)),
    ],
)
def test_a_leaf_begins_where_its_text_begins(text: str, place: tuple[int, int]) -> None:
    leaf = find(tree(text), "a")
    assert isinstance(leaf, Leaf) and (leaf.place.line, leaf.place.column) == place


def test_a_snippet_has_the_places_of_its_file() -> None:
    node = tree("[a,\nb]", Place("a.md", 7, 9))
    assert [(item.place.line, item.place.column) for item in node.items] == [(7, 10), (8, 1)]


def test_an_empty_document_is_none() -> None:
    assert tree("") is None and tree("# nothing\n") is None


def test_an_alias_is_what_it_names() -> None:
    assert plain(tree("a: &x [1]\nb: *x\n")) == {"a": ["1"], "b": ["1"]}


def test_an_alias_bomb_stops() -> None:
    lines = ["a0: &a0 [x, x, x, x, x, x, x, x, x, x]"]
    lines += [f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 10)}]" for n in range(1, 30)]
    assert "repeat too much" in fault("\n".join(lines))


def test_an_alias_of_its_own_list_is_a_fault() -> None:
    assert "taken for a reference" in fault("a: &x [*x]\n")


def test_deep_nesting_stops() -> None:
    assert "nested too deeply" in fault("a: " + "[" * 5000)


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("title: A: B", "1:9 a colon stands in this value"),
        ('title: "A" and B', "1:12 text follows the closing quotation mark"),
        ("title: 'It's x'", "1:12 text follows the closing quotation mark"),
        ('title: "A\nb: c', "1:8 a quotation mark opens here and never closes"),
        ("a: b\ntitle: @x", "2:8 a value can't begin with @"),
        ("title: `x`", "1:8 a value can't begin with `"),
        ("title: %x", "1:8 a value can't begin with %"),
        ("title: [a, b", "1:8 a bracket [ opens here and does not close rightly"),
        ("title: [a, b\nc: d", "1:8 a bracket [ opens here and does not close rightly"),
        ("title: {a: b", "1:8 a brace { opens here and does not close rightly"),
        ("title: {{ name }}", "1:9 a value that begins with {{ is taken for a group of keys"),
        ("title: *x", "1:8 a value that begins with * is taken for a reference"),
        ("title: &", "1:8 a value that begins with & is taken for an anchor"),
        ("title: !x y", "1:8 a value that begins with ! is taken for a tag"),
        ("a:\n\t- b", "2:1 a tab stands before this line's text"),
        ("a: | b", "1:6 nothing may stand after | or >"),
        ("a: - b", "1:4 a list can't begin on the line of its key"),
        ("key\nb: c", "1:1 a key with no colon after it"),
        ("a: b\nkey\nc: d", "2:1 a key with no colon after it"),
        ("a: b\n  c: d", "2:4 this line does not fit the lines above it"),
        ("- a\nb: c", "2:1 this line does not fit the lines above it"),
        ("a: b\n---\nc: d", "2:1 a second document begins here"),
        ('a: "\\0"', "1:5 a control character (U+0000) stands in this text"),
        ("? [a]\n: b", "1:3 a key must be a word"),
    ],
)
def test_syntax_errors_in_plain_words(text: str, message: str) -> None:
    assert fault(text) == message


def test_plain_values_become_nodes() -> None:
    place = Place("a.md", 3, 1)
    node = node_of({"a": [1, True, None], "b": "x"}, START, {"b": place})
    assert isinstance(node, Entries)
    assert node.entries[1][1] == Leaf("x", place, quoted=True)
    assert plain(node) == {"a": ["1", "true", ""], "b": "x"}
    assert isinstance(find(node, "a"), Items) and node_of(node, START) is node


def test_one_key_of_each_entry_is_found_in_one_walk() -> None:
    node = parse("a: {x: 1}\nb: 2\nc: {y: 3}\nd: {x: 4}\n", Place("a.yaml", 1, 1), Problems())
    assert {name: plain(found) for name, found in yaml_nodes.find_in_each(node, "x").items()} == {"a": "1", "d": "4"}
    assert yaml_nodes.find_in_each(None, "x") == {}


def test_a_no_break_space_before_a_colon_is_no_part_of_the_key() -> None:
    assert plain(tree("title\u00a0: Deep\nunit\u202f: m\n")) == {"title": "Deep", "unit": "m"}
