"""house.yaml: the institution and its style, against `reportgen.house.House`.

The workspace's stands in `sources/`; a briefing may have one of its own, which changes that one key by key.
"""

from __future__ import annotations

import math
import re
from dataclasses import asdict, replace
from pathlib import Path
from typing import Any

from reportgen.colours import ratio
from reportgen.house import Colours, House
from reportgen.problems import Place, Problems, did_you_mean
from reportgen.rules import MAY_BE_OFF, RULES
from reportgen.source.files import Files
from reportgen.source.house_fonts import check_chain, font_files
from reportgen.source.schema import read
from reportgen.source.yaml_nodes import Entries, Items, Leaf, Node, find, leaves, overlay, parse

HOUSE = "house.yaml"

_COLOUR = re.compile("#[0-9a-fA-F]{6}")
_BASES = (6, 40)
_LARGEST_PAGE = 5080
"""Millimetres of a side: 14,400 points (ISO 32000-1, annex C)."""
_LEAST_MARGINS = {"top": 0.67, "bottom": 0.21, "outer": 0.1}
"""Millimetres for each point of the base size: what stands in the margin keeps on the sheet."""
_CONTRAST = {"ink": 7.0, "grey": 4.5, "accent": 4.5, "link": 4.5}
"""The least contrast of what is set as text (WCAG 2.2, 1.4.3 and 1.4.6)."""


def read_house(sources: Path, briefing: Path, files: Files) -> House | None:
    """The house style of the folder `sources` as the folder `briefing` changes it; the engine's where neither has one.

    None after a fault, which is in `files.problems` at its place in the file that wrote it: the two are checked as one.
    Font files come out as absolute paths.
    """
    before = len(files.problems.found)
    node: Node | None = None
    for folder in dict.fromkeys((sources, briefing)):
        path = folder / HOUSE
        text = files.text(path) if path.exists() else None
        written = None if text is None else parse(text, files.start(path), files.problems)
        node = overlay(node, written) if written is not None else node
    if len(files.problems.found) > before:
        return None
    house = read(House, node, files.problems)
    _check_colours(find(node, "colours"), files.problems)
    check_off(find(node, "off"), files.problems)
    check_chain(find(node, "fonts"), files.problems)
    faces = font_files(find(node, "fonts", "families"), sources, files)
    if house is None:
        return None
    _check_sizes(house, node, files.problems)
    _check_contrast(house.colours, find(node, "colours"), files.problems)
    families = {name: replace(face, **faces.get(name, {})) for name, face in house.fonts.families.items()}
    return replace(house, colours=_lowered(house.colours), fonts=replace(house.fonts, families=families))


def _lowered(colours: Colours) -> Colours:
    """The colours in small letters, so that those that are the same compare equal."""
    single: dict[str, Any] = asdict(colours)
    several = [colour.lower() for colour in single.pop("categories")]
    return Colours(**{name: colour.lower() for name, colour in single.items()}, categories=tuple(several))


def check_off(node: Node | None, problems: Problems) -> None:
    """Report rules that are switched off but don't exist or must hold, or for no reason."""
    for key, value in node.entries if isinstance(node, Entries) else ():
        if key.text not in RULES:
            message = f"there is no rule '{key.text}'"
            problems.add("not-in-list", key.place, message, did_you_mean(key.text, RULES))
        elif key.text not in MAY_BE_OFF:
            message = f"the rule '{key.text}' can't be switched off"
            problems.add("not-in-list", key.place, message, "only rules of style can: the author's guide names them")
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
        ground = min(("paper", "tint"), key=lambda other: _told_apart(getattr(colours, name), getattr(colours, other)))
        reached = _told_apart(getattr(colours, name), getattr(colours, ground))
        if reached < least and node is not None:
            behind = getattr(colours, ground)
            message = f"{name} reaches a contrast of {reached:.1f}:1 to {behind}; text needs {least}:1"
            problems.add("contrast", _culprit(node, name, ground), message)


def _culprit(colours: Node, name: str, ground: str) -> Place:
    """Where to mend a contrast: at the colour of the text or of its ground, in the file that was written last."""
    written = [found.place for found in (find(colours, name), find(colours, ground)) if found]
    return max(written, key=lambda place: place.file == colours.place.file, default=colours.place)


def _told_apart(one: str, other: str) -> float:
    whole = _COLOUR.fullmatch(one) and _COLOUR.fullmatch(other)
    return ratio(one, other) if whole else math.inf


def _check_margins(house: House, node: Node | None, problems: Problems) -> None:
    """Margins hold what stands in them: the running head, the number of the page."""
    for margin, share in _LEAST_MARGINS.items():
        least = round(share * house.sizes.base, 1)
        if 0 <= getattr(house.grid, margin) < least:
            written = find(node, "page", margin) or find(node, "sizes", "base")
            message = f"'{margin}' must be at least {least:.1f} mm for type of this size"
            place = written.place if written else Place("")
            problems.add("wrong-type", place, message, "the usual margins are 22 mm")


def _check_sizes(house: House, node: Node | None, problems: Problems) -> None:
    if not _BASES[0] <= house.sizes.base <= _BASES[1]:
        message = f"'base' must be between {_BASES[0]} and {_BASES[1]} points"
        problems.add("wrong-type", _place(node, "sizes", "base"), message, "the usual size is 12")
    else:
        _check_margins(house, node, problems)
    page = house.grid
    if max(page.width, page.height) > _LARGEST_PAGE:
        message = f"a side of a page has {_LARGEST_PAGE} mm at most"
        problems.add("wrong-type", _place(node, "page"), message, "lengths are millimetres")
    fits = page.outer < page.width / 2 and page.outer <= page.text and page.text_measure > 0
    if not fits or min(page.outer, page.text, page.top, page.bottom) < 0 or page.top + page.bottom >= page.height:
        hint = "lengths are millimetres; outer and text count from the left edge"
        problems.add("wrong-type", _place(node, "page"), "this page leaves no room for text", hint)


def _place(node: Node | None, *path: str) -> Place:
    found = find(node, *path)
    return found.place if found else Place("")
