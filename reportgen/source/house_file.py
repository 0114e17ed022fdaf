"""sources/house.yaml: the institution and its style, against `reportgen.house.House`."""

from __future__ import annotations

import math
import re
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path

from reportgen.colours import ratio
from reportgen.fonts import BUILT_IN
from reportgen.house import Colours, Face, House
from reportgen.problems import Place, Problems, did_you_mean
from reportgen.rules import MAY_BE_OFF, RULES
from reportgen.source.fields import keys_of
from reportgen.source.files import Files
from reportgen.source.schema import read
from reportgen.source.yaml_nodes import Entries, Items, Leaf, Node, find, leaves, parse

_COLOUR = re.compile("#[0-9a-fA-F]{6}")
_BASES = (6, 40)
_CONTRAST = {"ink": 7.0, "grey": 4.5, "accent": 4.5, "link": 4.5}
"""The least contrast of what is set as text (WCAG 2.2, 1.4.3 and 1.4.6)."""


def read_house(path: Path, files: Files) -> House | None:
    """The house style of a file, the engine's where there is no file, None after a fault (in `files.problems`).

    Font files are looked up beside the file, in the folders of its folder; their paths come out absolute.
    """
    if not path.exists():
        return House()
    text = files.text(path)
    if text is None:
        return None
    node = parse(text, files.start(path), files.problems)
    house = read(House, node, files.problems, place=files.start(path))
    _check_colours(find(node, "colours"), files.problems)
    check_off(find(node, "off"), files.problems)
    _check_chain(find(node, "fonts"), files.problems)
    faces = _faces(find(node, "fonts", "families"), path.parent, files)
    if house is None:
        return None
    _check_sizes(house, node, files.problems)
    _check_contrast(house.colours, find(node, "colours"), files.problems)
    families = {name: replace(face, **faces.get(name, {})) for name, face in house.fonts.families.items()}
    return replace(house, fonts=replace(house.fonts, families=families))


def check_off(node: Node | None, problems: Problems) -> None:
    """Report rules that are switched off but don't exist or must hold, or for no reason."""
    for key, value in node.entries if isinstance(node, Entries) else ():
        if key.text not in RULES:
            message = f"there is no rule '{key.text}'"
            problems.add("not-in-list", key.place, message, did_you_mean(key.text, RULES))
        elif key.text not in MAY_BE_OFF:
            message = f"the rule '{key.text}' can't be switched off"
            problems.add("not-in-list", key.place, message, f"these can: {', '.join(sorted(MAY_BE_OFF))}")
        elif isinstance(value, Leaf) and not value.text.strip():
            problems.add(
                "missing-key", key.place, f"why is the rule '{key.text}' off?", f"write {key.text}: the reason"
            )


def _check_colours(node: Node | None, problems: Problems) -> None:
    for leaf in leaves(node):
        if not _COLOUR.fullmatch(leaf.text):
            message = "no colour stands here" if leaf.empty else f"'{leaf.text}' is no colour"
            hint = 'write it as "#0b5c55", in quotes: without them # begins a comment'
            problems.add("wrong-type", leaf.place, message, hint)
    categories = find(node, "categories")
    if isinstance(categories, Items) and not categories.items:
        problems.add(
            "wrong-type", categories.place, "charts need at least one colour", "leave the key out, or list some"
        )


def _check_contrast(colours: Colours, node: Node | None, problems: Problems) -> None:
    """Text must stand out from the paper, and from a box's tint."""
    for name, least in _CONTRAST.items():
        ground = min((colours.paper, colours.tint), key=lambda other: _told_apart(getattr(colours, name), other))
        reached = _told_apart(getattr(colours, name), ground)
        place = getattr(find(node, name) or node, "place", None)
        if reached < least and place is not None:
            message = f"{name} reaches a contrast of {reached:.1f}:1 to {ground}; text needs {least}:1"
            problems.add("contrast", place, message)


def _told_apart(one: str, other: str) -> float:
    whole = _COLOUR.fullmatch(one) and _COLOUR.fullmatch(other)
    return ratio(one, other) if whole else math.inf


def _check_sizes(house: House, node: Node | None, problems: Problems) -> None:
    if not _BASES[0] <= house.sizes.base <= _BASES[1]:
        message = f"'base' must be between {_BASES[0]} and {_BASES[1]} points"
        problems.add("wrong-type", _place(node, "sizes", "base"), message, "the usual size is 12")
    page = house.page
    fits = page.outer < page.width / 2 and page.outer <= page.text and page.text_measure > 0
    if not fits or min(page.outer, page.text, page.top, page.bottom) < 0 or page.top + page.bottom >= page.height:
        hint = "lengths are millimetres; outer and text count from the left edge"
        problems.add("wrong-type", _place(node, "page"), "this page leaves no room for text", hint)


def _place(node: Node | None, *path: str) -> Place:
    found = find(node, *path)
    return found.place if found else Place("")


def _check_chain(node: Node | None, problems: Problems) -> None:
    families = find(node, "families")
    own = [key.text for key, _ in families.entries] if isinstance(families, Entries) else []
    for leaf in leaves(find(node, "chain")):
        if leaf.text not in (*BUILT_IN, *own):
            message = f"there is no font family '{leaf.text}'"
            problems.add("not-in-list", leaf.place, message, did_you_mean(leaf.text, (*BUILT_IN, *own)))


def _faces(families: Node | None, folder: Path, files: Files) -> Mapping[str, Mapping[str, str]]:
    """The font files of each family by style, as absolute paths."""
    found: dict[str, dict[str, str]] = {}
    for family, node in families.entries if isinstance(families, Entries) else ():
        styles = {style: leaf for style in keys_of(Face) if isinstance(leaf := find(node, style), Leaf) and leaf.text}
        paths = {style: files.inside(folder, folder, leaf.text, leaf.place) for style, leaf in styles.items()}
        found[family.text] = {style: str(path) for style, path in paths.items() if path}
    return found
