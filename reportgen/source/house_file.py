"""sources/house.yaml: the institution and its style, against `reportgen.house.House`."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import replace
from pathlib import Path

from reportgen.house import Face, Fonts, House
from reportgen.problems import Place, Problems, did_you_mean
from reportgen.rules import RULES
from reportgen.source.files import Files
from reportgen.source.schema import keys_of, read
from reportgen.source.yaml_nodes import Entries, Items, Leaf, Node, find, parse

BUILT_IN = ("source-sans", "dejavu-sans")
"""Font families that the engine brings with it."""

_COLOUR = re.compile("#[0-9a-fA-F]{6}")
_BASES = (6, 40)


def read_house(path: Path, files: Files) -> House:
    """The house style of a file, the engine's where there is none; faults go to `files.problems`.

    Font files are looked up beside the file, in the folders of its folder; their paths come out absolute.
    """
    text = files.text(path) if path.exists() else None
    if text is None:
        return House()
    node = parse(text, files.start(path), files.problems)
    house = read(House, node, files.problems, place=files.start(path))
    _check_colours(find(node, "colours"), files.problems)
    check_off(find(node, "off"), files.problems)
    if house is None:
        return House()
    _check_sizes(house, node, files.problems)
    return replace(house, fonts=_fonts(house.fonts, node, path.parent, files))


def check_off(node: Node | None, problems: Problems) -> None:
    """Report rules that are switched off but don't exist, or for no reason."""
    for key, value in node.entries if isinstance(node, Entries) else ():
        if key.text not in RULES:
            message = f"there is no rule '{key.text}'"
            problems.add("not-in-list", key.place, message, did_you_mean(key.text, RULES))
        elif isinstance(value, Leaf) and not value.text.strip():
            problems.add(
                "missing-key", key.place, f"why is the rule '{key.text}' off?", f"write {key.text}: the reason"
            )


def _check_colours(node: Node | None, problems: Problems) -> None:
    for leaf in _leaves(node):
        if not _COLOUR.fullmatch(leaf.text):
            empty = " (a # begins a comment unless it stands in quotes)" if leaf.empty else ""
            message = f"'{leaf.text}' is no colour{empty}"
            problems.add("wrong-type", leaf.place, message, 'write it as "#0b5c55", in quotes')


def _leaves(node: Node | None) -> Iterator[Leaf]:
    match node:
        case Leaf():
            yield node
        case Items(items=items):
            for item in items:
                yield from _leaves(item)
        case Entries(entries=entries):
            for _, value in entries:
                yield from _leaves(value)


def _check_sizes(house: House, node: Node | None, problems: Problems) -> None:
    if not _BASES[0] <= house.sizes.base <= _BASES[1]:
        message = f"'base' must be between {_BASES[0]} and {_BASES[1]} points"
        problems.add("wrong-type", _place(node, "sizes", "base"), message)
    page = house.page
    fits = page.outer < page.width / 2 and page.outer <= page.text and page.text_measure > 0
    if not fits or min(page.outer, page.text, page.top, page.bottom) < 0 or page.top + page.bottom >= page.height:
        hint = "lengths are millimetres; outer and text count from the left edge"
        problems.add("wrong-type", _place(node, "page"), "this page leaves no room for text", hint)


def _place(node: Node | None, *path: str) -> Place:
    found = find(node, *path)
    return found.place if found else Place("")


def _fonts(fonts: Fonts, node: Node | None, folder: Path, files: Files) -> Fonts:
    known = {*BUILT_IN, *fonts.families}
    for leaf in _leaves(find(node, "fonts", "chain")):
        if leaf.text not in known:
            message = f"there is no font family '{leaf.text}'"
            files.problems.add("not-in-list", leaf.place, message, did_you_mean(leaf.text, known))
    families: Mapping[str, Face] = {
        name: _face(face, find(node, "fonts", "families", name), folder, files) for name, face in fonts.families.items()
    }
    return replace(fonts, families=families)


def _face(face: Face, node: Node | None, folder: Path, files: Files) -> Face:
    paths = {}
    for style in keys_of(Face):
        leaf = find(node, style)
        if isinstance(leaf, Leaf) and leaf.text:
            path = files.inside(folder, folder, leaf.text, leaf.place)
            paths[style] = str(path) if path else ""
    return replace(face, **paths)
