"""Arithmetic with sRGB colours written as #rrggbb: luminance, contrast, mixing. The palette is `reportgen.house`'s."""

from __future__ import annotations

import math
from functools import cache

RGB = tuple[float, float, float]
"""Red, green and blue, 0 to 1."""


def rgb(colour: str) -> RGB:
    """The parts of a colour #rrggbb or #rgb; ValueError for anything else."""
    digits = colour.removeprefix("#")
    if len(digits) == 3:
        digits = "".join(digit * 2 for digit in digits)
    if len(digits) != 6 or not colour.startswith("#"):
        raise ValueError(f"'{colour}' is not a colour written as #rrggbb")
    red, green, blue = (int(digits[start : start + 2], 16) / 255 for start in (0, 2, 4))
    return red, green, blue


def hexadecimal(parts: RGB) -> str:
    """The colour as #rrggbb."""
    return "#" + "".join(f"{round(part * 255):02x}" for part in parts)


@cache
def luminance(colour: str) -> float:
    """Relative luminance, 0 to 1 (WCAG 2.2, "relative luminance")."""
    return luminance_of(rgb(colour))


def luminance_of(parts: RGB) -> float:
    """The same for a colour in parts."""
    red, green, blue = (linear(part) for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def linear(part: float) -> float:
    """A part of an sRGB colour as an amount of light, 0 to 1 (IEC 61966-2-1)."""
    return part / 12.92 if part <= 0.04045 else float(((part + 0.055) / 1.055) ** 2.4)


def unlinear(light: float) -> float:
    """An amount of light as a part of an sRGB colour: the inverse of `linear`."""
    return light * 12.92 if light <= 0.0031308 else float(1.055 * light ** (1 / 2.4) - 0.055)


def ratio(one: str, other: str) -> float:
    """The contrast of two colours, 1 to 21 (WCAG 2.2, "contrast ratio")."""
    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


_XYZ = ((0.4124564, 0.3575761, 0.1804375), (0.2126729, 0.7151522, 0.0721750), (0.0193339, 0.1191920, 0.9503041))
"""Linear sRGB to CIE XYZ, rows of X, Y, Z (IEC 61966-2-1)."""
_WHITE = (0.95047, 1.0, 1.08883)
"""The white of sRGB (D65) in XYZ."""


@cache
def lab(colour: str) -> RGB:
    """A colour in CIE 1976 L*a*b* (CIE 15): lightness 0 to 100, green to red, blue to yellow."""
    light = [linear(part) for part in rgb(colour)]
    x, y, z = (
        _lab_curve(sum(factor * part for factor, part in zip(row, light, strict=True)) / white)
        for row, white in zip(_XYZ, _WHITE, strict=True)
    )
    return 116 * y - 16, 500 * (x - y), 200 * (y - z)


def _lab_curve(share: float) -> float:
    return float(share ** (1 / 3)) if share > (6 / 29) ** 3 else share / (3 * (6 / 29) ** 2) + 4 / 29


def distance(one: str, other: str) -> float:
    """How different two colours look: CIE 1976 delta E; an eye just sees 2, and black to white is 100."""
    return math.dist(lab(one), lab(other))


def mix(one: str, other: str, share: float) -> str:
    """`one` with `share` (0 to 1) of `other` in it."""
    red, green, blue = (a + (b - a) * share for a, b in zip(rgb(one), rgb(other), strict=True))
    return hexadecimal((red, green, blue))


def best_on(fill: str, candidates: tuple[str, ...]) -> str:
    """The candidate that stands out most from `fill`; the first of equals."""
    return max(candidates, key=lambda candidate: ratio(candidate, fill))
