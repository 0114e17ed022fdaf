"""Arithmetic with sRGB colours written as #rrggbb: luminance, contrast, mixing. The palette is `reportgen.house`'s."""

from __future__ import annotations

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


def luminance(colour: str) -> float:
    """Relative luminance, 0 to 1 (WCAG 2.2, "relative luminance")."""
    red, green, blue = (_linear(part) for part in rgb(colour))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _linear(part: float) -> float:
    return part / 12.92 if part <= 0.04045 else float(((part + 0.055) / 1.055) ** 2.4)


def ratio(one: str, other: str) -> float:
    """The contrast of two colours, 1 to 21 (WCAG 2.2, "contrast ratio")."""
    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def mix(one: str, other: str, share: float) -> str:
    """`one` with `share` (0 to 1) of `other` in it."""
    red, green, blue = (a + (b - a) * share for a, b in zip(rgb(one), rgb(other), strict=True))
    return hexadecimal((red, green, blue))


def best_on(fill: str, candidates: tuple[str, ...]) -> str:
    """The candidate that stands out most from `fill`; the first of equals."""
    return max(candidates, key=lambda candidate: ratio(candidate, fill))
