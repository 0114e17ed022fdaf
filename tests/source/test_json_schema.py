"""The schemas say what the reader says: what it reads they take, and what it refuses for name or type they refuse."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

import fastjsonschema
import pytest
import yaml

from reportgen.new import create
from reportgen.problems import Place, Problems
from reportgen.source.facts import FactEntry
from reportgen.source.fields import keys_of
from reportgen.source.json_schema import schemas
from reportgen.source.meta import Meta
from reportgen.source.schema import read
from reportgen.source.yaml_nodes import parse
from tests.guides import AUTHORS_GUIDE, ROOT, examples

_NEW = ROOT / "reportgen" / "new" / "template"


class _Editor(yaml.SafeLoader):
    """YAML 1.2 as editors read it: a date is text, and so is `off`."""


_Editor.yaml_implicit_resolvers = {
    first: [(tag, pattern) for tag, pattern in pairs if not tag.endswith(("timestamp", "bool"))]
    for first, pairs in yaml.SafeLoader.yaml_implicit_resolvers.items()
}
_Editor.add_implicit_resolver("tag:yaml.org,2002:bool", re.compile("true|false"), list("tf"))


@cache
def _check(name: str) -> Any:
    return fastjsonschema.compile(json.loads(schemas()[f"{name}.json"]))


def _takes(name: str, text: str) -> bool:
    try:
        _check(name)(yaml.load(text, _Editor))
    except fastjsonschema.JsonSchemaValueException:
        return False
    return True


def _good_files() -> Iterator[tuple[str, str]]:
    for folder in (ROOT / "sources", ROOT / "tests" / "briefings", _NEW):
        for path in sorted(folder.rglob("*.yaml")):
            if f"{path.stem}.json" in schemas():
                yield path.relative_to(ROOT).as_posix(), path.read_text(encoding="utf-8")
    for example in examples(AUTHORS_GUIDE):
        if example.language == "yaml" and example.path.startswith("sources/"):
            yield example.path, example.text


def test_takes_every_file_that_is_read() -> None:
    found = list(_good_files())
    assert len(found) > 50
    refused = [path for path, text in found if text.strip() and not _takes(Path(path).stem, text)]
    assert refused == []


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("briefing", "title: x\ndate: 12 May 2025\n"),
        ("briefing", "type: note\n"),
        ("briefing", "title: x\ntype: report\n"),
        ("briefing", "title: x\nedition: first\n"),
        ("briefing", "title: x\npublished: 12 May\n"),
        ("briefing", "title: x\noff: {chart-line: we need five}\n"),
        ("briefing", "title: x\nkey_facts: [£3.8bn owed]\n"),
        ("facts", "owed: {unit: £}\n"),
        ("facts", "owed: {value: 3, decimals: 13}\n"),
        ("tables", "debt: {columns: [a, b]}\n"),
        ("house", "colours: {acent: '#000000'}\n"),
        ("terms", "- {text: EU, expand: European Union}\n"),
        ("references", "- {id: a, title: b, titel: c}\n"),
    ],
)
def test_refuses_what_the_reader_refuses(name: str, text: str) -> None:
    assert not _takes(name, text)


@pytest.mark.parametrize(("name", "kind"), [("briefing", Meta), ("facts", FactEntry)])
def test_takes_the_keys_of_the_reader_and_no_others(name: str, kind: type) -> None:
    schema = json.loads(schemas()[f"{name}.json"])
    group = schema if name == "briefing" else schema["additionalProperties"]
    assert list(group["properties"]) == list(keys_of(kind))


@pytest.mark.parametrize(
    "text",
    ["title: x\nedition: 2\n", "title: x\nedition: two\n", "title: x\nkeywords: one\n", "title: x\nkeywords: [1, 2]\n",
     "title: x\ncontact:\n", "title:\n", "title: 2025\n", "title: x\nattached_to: {title: y, date: 2025-02}\n",
     "title: x\nattached_to: {date: 2025-02}\n", "title: x\nupdated: 2025\n", "title: x\nchange: tiny\n"],
)  # fmt: skip
def test_agrees_with_the_reader(text: str) -> None:
    problems = Problems()
    found = read(Meta, parse(text, Place("briefing.yaml", 1, 1), problems), problems)
    assert _takes("briefing", text) == (found is not None)


def test_a_new_briefings_files_name_their_schema(tmp_path: Path) -> None:
    create(tmp_path, "first")
    files = sorted((tmp_path / "sources").rglob("*.yaml"))
    assert len(files) >= 6
    for file in files:
        name = file.read_text(encoding="utf-8").splitlines()[0].removeprefix("# yaml-language-server: $schema=")
        assert (file.parent / name).read_bytes() == schemas()[f"{file.stem}.json"]
