"""Styles of a drawing: presentation attributes, simple style sheets, style attributes; colours and lengths.

Selectors may be `*`, an element, a class, an id, or these joined without spaces, in lists with commas.
"""

from __future__ import annotations

import re
from collections.abc import Mapping

from reportgen.figures.svg.markup import Node, SvgError
from reportgen.frozen import frozen

INITIAL: Mapping[str, str] = {
    "fill": "black",
    "fill-opacity": "1",
    "fill-rule": "nonzero",
    "clip-rule": "nonzero",
    "stroke": "none",
    "stroke-opacity": "1",
    "stroke-width": "1",
    "stroke-linecap": "butt",
    "stroke-linejoin": "miter",
    "stroke-miterlimit": "4",
    "stroke-dasharray": "none",
    "stroke-dashoffset": "0",
    "color": "black",
    "visibility": "visible",
    "font-size": "16",
    "font-weight": "normal",
    "font-style": "normal",
    "text-anchor": "start",
    "marker": "none",
    "marker-start": "none",
    "marker-mid": "none",
    "marker-end": "none",
}
"""What elements take from the one they stand in, and what the outermost has."""

OWN = ("opacity", "clip-path", "display", "transform", "filter", "mask", "dominant-baseline", "baseline-shift", "d")
"""Properties that are an element's own."""

_UNITS = {"": 1.0, "px": 1.0, "pt": 4 / 3, "pc": 16.0, "mm": 96 / 25.4, "cm": 96 / 2.54, "in": 96.0, "q": 96 / 101.6}
_LENGTH = re.compile(r"\s*([+-]?(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?)\s*([a-zA-Z%]*)\s*")
_SELECTOR = re.compile(r"(\*|[\w-]+)?((?:[.#][\w-]+)*)")
_COMMENT = re.compile(r"/\*.*?\*/", re.DOTALL)
_SIZES = {"xx-small": 9, "x-small": 10, "small": 13, "medium": 16, "large": 18, "x-large": 24, "xx-large": 32}


MOST_RULES = 2_000
"""Of a drawing's style sheets, each of which is asked for every element."""


@frozen
class StyleRule:
    """One selector's declarations; rules of greater `weight` win."""

    tag: str
    names: tuple[str, ...]
    """Classes with a dot, ids with a #."""
    declarations: Mapping[str, str]
    weight: tuple[int, int, int]

    def fits(self, node: Node) -> bool:
        """Whether the rule is for this element."""
        own = {f".{name}" for name in node.get("class").split()} | {f"#{node.get('id')}"}
        return self.tag in ("", "*", node.tag) and own.issuperset(self.names)


def declarations(text: str) -> dict[str, str]:
    """`name: value` pairs between semicolons; the shorthands `font` and `marker` taken apart."""
    found: dict[str, str] = {}
    for part in text.split(";"):
        name, colon, value = part.partition(":")
        if colon:
            found |= _spelled_out(name.strip().lower(), value.replace("!important", "").strip())
    return found


def _spelled_out(name: str, value: str) -> dict[str, str]:
    if name == "marker":
        return {f"marker-{which}": value for which in ("start", "mid", "end")}
    if name != "font":
        return {name: value}
    found = {}
    for word in value.split():
        if word in ("italic", "oblique"):
            found["font-style"] = word
        elif word in ("bold", "bolder", "lighter") or re.fullmatch(r"[1-9]00", word):
            found["font-weight"] = word
        elif _LENGTH.fullmatch(word.partition("/")[0]) or word in _SIZES:
            found["font-size"] = word.partition("/")[0]
            break  # the family follows
    return found


def rules(text: str, line: int) -> list[StyleRule]:
    """The rules of a style sheet; SvgError for selectors and at-rules that are not simple."""
    found: list[StyleRule] = []
    rest = _COMMENT.sub("", text).replace("<!--", "").replace("-->", "")
    while "{" in rest:
        head, _, rest = rest.partition("{")
        body, _, rest = rest.partition("}")
        head = re.sub(r"@charset[^;]*;", "", head).strip()
        if head.startswith("@font-face"):
            continue  # text is set in the house's fonts
        given = declarations(body)
        for selector in head.split(","):
            match = _SELECTOR.fullmatch(selector.strip())
            if match is None or not selector.strip():
                hint = "give the colours and lines to the elements themselves"
                raise SvgError(f"has a style for '{' '.join(selector.split())}', which is not understood", hint, line)
            names = tuple(re.findall(r"[.#][\w-]+", match[2]))
            ids = sum(name.startswith("#") for name in names)
            weight = (ids, len(names) - ids, int(match[1] not in (None, "*")))
            found.append(StyleRule(match[1] or "", names, given, weight))
            if len(found) > MOST_RULES:
                raise SvgError(f"has more than {MOST_RULES} styles", "simplify it", line)
    return sorted(found, key=lambda rule: rule.weight)


def styled(node: Node, parent: Mapping[str, str], sheet: list[StyleRule]) -> dict[str, str]:
    """An element's properties: inherited, from its attributes, from the style sheet, from its style attribute."""
    style = {name: value for name, value in parent.items() if name in INITIAL}
    given = {name: node.get(name) for name in (*INITIAL, *OWN) if node.get(name)}
    for rule in sheet:
        if rule.fits(node):
            given |= rule.declarations
    given |= declarations(node.get("style"))
    for name, value in given.items():
        if name in INITIAL or name in OWN:
            if value == "inherit":
                value = parent.get(name, INITIAL.get(name, ""))
            style[name] = _font_size(value, parent["font-size"]) if name == "font-size" else value
    return style


def _font_size(value: str, parent: str) -> str:
    if value in ("smaller", "larger"):
        value = "83%" if value == "smaller" else "120%"
    return repr(length(str(_SIZES.get(value, value)), float(parent), float(parent)))


def length(text: str, whole: float = 0.0, em: float = 16.0, default: float = 0.0) -> float:
    """A length in user units (pixels); `whole` is what 100% is. SvgError for anything that is no length."""
    if not text:
        return default
    match = _LENGTH.fullmatch(text)
    unit = match[2].lower() if match else ""
    if match is None or unit not in (*_UNITS, "%", "em", "rem", "ex"):
        raise SvgError(f"has the length '{text}', which is not understood", "write a plain number")
    factor = {"%": whole / 100, "em": em, "rem": 16.0, "ex": em / 2}.get(unit) or _UNITS.get(unit, 0.0)
    return float(match[1]) * factor


def fraction(text: str) -> float:
    """An opacity, 0 to 1, also written in per cent."""
    return min(max(length(text, 1.0), 0.0), 1.0)


def paint(text: str, current: str) -> tuple[float, float, float, float] | None:
    """A colour with its alpha, or None for none; SvgError for one that is not known."""
    text = text.strip()
    if text.lower() in ("none", "transparent", ""):
        return None
    return _colour(current if text.lower() == "currentcolor" else text)


_FAR = 100_000.0
"""Degrees or steps of a colour, and more than there are."""


def _part(text: str, kind: str) -> str:
    """A part of rgb() as a number to 255; of hsl() an angle or a share."""
    if text.endswith("%"):
        return text if kind == "hsl" else _rounded(float(text[:-1]) * 2.55)
    return _rounded(float(text.removesuffix("deg")))


def _rounded(number: float) -> str:
    """A whole number, written out; one that is far too large is as large as any colour needs."""
    return str(round(min(max(number, -_FAR), _FAR)))


def _colour(text: str) -> tuple[float, float, float, float]:
    from PIL import ImageColor

    written = text.lower()
    alpha = 1.0
    match = re.fullmatch(r"(rgb|hsl)a?\(([^)]*)\)", written)
    try:
        if match:
            parts = re.split(r"[\s,/]+", match[2].strip())
            alpha = fraction(parts[3]) if len(parts) > 3 else 1.0
            parts = [_part(part, match[1]) for part in parts[:3]]
            written = f"{match[1]}({','.join(parts)})"
        red, green, blue, *more = ImageColor.getrgb(written)
    except (ValueError, IndexError):
        raise SvgError(f"has the colour '{text}', which is not understood", "write it as #rrggbb") from None
    return red / 255, green / 255, blue / 255, (more[0] / 255 if more else 1.0) * alpha
