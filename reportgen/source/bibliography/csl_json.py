"""references.json: the items of a CSL-JSON file, as Zotero exports it, each read only when a paper needs it."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from functools import partial
from typing import Any

from reportgen.problems import Place, Problem, Problems
from reportgen.source.bibliography.csl_item import item_of
from reportgen.source.bibliography.finishing import Unprinted, unnamed
from reportgen.source.later import Later
from reportgen.source.model import Reference
from reportgen.source.yaml_nodes import Entries, node_of

_SPACE = re.compile(r"[\s,]*")
_KEY = re.compile(r'"((?:[^"\\]|\\.)*)"\s*:\s*')
_LISTS = ("items", "references")
"""What a file is called that has its sources in a group of keys."""


def items(text: str, file: str, problems: Problems) -> list[Reference]:
    """The sources of a file in its order; a file that is no JSON goes to `problems`."""
    try:
        found = list(_raw_items(text))
    except json.JSONDecodeError as error:
        place = Place(file, error.lineno, error.colno)
        problems.add("file-format", place, f"this file is no JSON: {error.msg}", "export it again as CSL JSON")
        return []
    except RecursionError:
        message = "the lists in this file stand too deep in each other"
        problems.add("file-format", Place(file, 1, 1), message, "export it again as CSL JSON")
        return []
    unprinted, made, line, last = Unprinted(), [], 1, 0
    for start, end, raw in found:
        line, last = line + text.count("\n", last, start), start
        place = Place(file, line, start - text.rfind("\n", 0, start))
        known = raw.get("id") if isinstance(raw, Mapping) else None
        name = str(known).strip() if isinstance(known, str | int | float) and not isinstance(known, bool) else ""
        if not isinstance(raw, Mapping) or not name:
            made.append(unnamed(place))
            continue
        node = partial(_node, raw, text[start:end], place)
        background = raw.get("background") is True or str(raw.get("background")).lower() == "true"
        made.append(Reference(name, Later(partial(_read, node, unprinted)), background, place))
    return made


def _raw_items(text: str) -> Iterator[tuple[int, int, Any]]:
    """Where each item begins and ends, and what it is."""
    decoder = json.JSONDecoder(strict=False)
    at = _space(text, 0)
    if text[at : at + 1] == "{":
        whole, end = decoder.raw_decode(text, at)
        inner = next((key for key in _LISTS if isinstance(whole.get(key), list)), None)
        if inner is None:
            yield at, end, whole
            return
        found = re.compile(rf'"{inner}"\s*:\s*').search(text, at)
        assert found is not None
        at = found.end()
    if text[at : at + 1] != "[":
        raise json.JSONDecodeError("it must be a list of sources", text, at)
    at = _space(text, at + 1)
    while text[at : at + 1] != "]":
        item, end = decoder.raw_decode(text, at)
        yield at, end, item
        at = _space(text, end)


def _space(text: str, at: int) -> int:
    match = _SPACE.match(text, at)
    assert match is not None
    return match.end()


def _read(node: Any, unprinted: Unprinted) -> tuple[Mapping[str, object], list[Problem]]:
    item, found = item_of(node(), unprinted, exported=True)
    return item, list(found)


def _node(raw: Mapping[str, Any], text: str, place: Place) -> Entries:
    """An item as nodes, the places of its keys found in its text."""
    spots = _places(text, place)
    pairs = []
    for key, value in raw.items():
        made = node_of(_said(value), spots.get(key, place))
        pairs.append((node_of(key, spots.get(key, place)), made))
    return Entries(tuple(pairs), place)  # type: ignore[arg-type]


def _said(value: Any) -> Any:
    """What JSON has no words for in YAML: null is nothing at any depth."""
    if isinstance(value, list):
        return [_said(one) for one in value if one is not None]
    return value


def _places(text: str, start: Place) -> dict[str, Place]:
    """Where the values of the keys begin: each key where it stands first, outside of what is deeper."""
    found: dict[str, Place] = {}
    for match in _KEY.finditer(text):
        if match[1] not in found:
            before = text[: match.end()]
            lines = before.count("\n")
            column = match.end() - before.rfind("\n") if lines else start.column + match.end()
            found[match[1]] = Place(start.file, start.line + lines, column)
    return found
