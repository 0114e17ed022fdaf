"""Marks that a reader must tell apart: in colour, in grey print, and with each form of colour-blindness.

What lies side by side needs a contrast of 3:1, or for the colour-blind a plain difference in hue, or a second sign: a
hatch, an outline, a dash, another form of mark, or its name written at it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from itertools import combinations, product

import numpy as np

from reportgen.colours import distance, ratio
from reportgen.figures.inspection.finding import Finding
from reportgen.figures.inspection.marks import GRAPHICS, DataMark, Look, looks_in
from reportgen.figures.inspection.scene import Scene, Written
from reportgen.figures.kit.colouring import quiet
from reportgen.figures.vision import VISIONS, Vision, simulated_colour
from reportgen.frozen import frozen
from reportgen.geometry import Box
from reportgen.house import House

PLAIN_DIFFERENCE = 20.0
"""CIE 1976 delta E from which two hues are plainly different, also in small marks."""
HELD_BACK = 2.0
"""The contrast of what stands out to what is held back."""
BESIDE = 6.0
"""Fills no farther apart than this, in points, are neighbours."""
NEAR = 12.0
"""A text no farther than this from a point or the end of a line, in points, can be its name."""

_ENOUGH = 3
"""Marks of two colours from which their figures are no measures of their own that happen to differ."""

_FORMS = ("fill", "point", "line")

_TOLD = {
    "grey": "in grey print",
    "protan": "to readers who don't see red (protanopia)",
    "deutan": "to readers who don't see green (deuteranopia)",
    "tritan": "to readers who don't see blue (tritanopia)",
}


@frozen
class Naming:
    """What may name a mark: texts, and lines of the figure's own that lead from one to it."""

    texts: Sequence[Written]
    leads: Sequence[DataMark]
    figures: Sequence[Written]
    """Texts that are no names but a degree, such as 1 to 5: they tell marks apart where each colour has its own."""


def look_findings(scene: Scene, marks: Sequence[DataMark], house: House) -> Iterator[Finding]:
    """Pairs of looks that can be taken for each other, each told once."""
    names = [text for text in scene.texts if any(letter.isalpha() for letter in text.label.text)]
    figures = [text for text in scene.texts if text not in names and not text.axis]
    guides = {house.colours.grey, house.colours.ink}
    data = [mark for mark in marks if not (mark.form == "line" and mark.look.colour in guides)]
    leads = [mark for mark in marks if mark.form == "line" and not mark.axes]
    held_back, named = quiet(house), Naming(names, leads, figures)
    for pair in dict.fromkeys(map(_sorted, _met(data, named, held_back))):
        whom = " and ".join(_TOLD[vision] for vision in confusions(*pair, _least(pair, held_back)))
        first, second = (_name(colour, scene, marks) for colour in pair)
        yield Finding("chart-colours", f"{first} and {second} look alike {whom}")


def _sorted(pair: tuple[str, str]) -> tuple[str, str]:
    return min(pair), max(pair)


def _least(pair: Iterable[str], held_back: str) -> float:
    """The contrast that two colours need: what is held back only lets the others stand out."""
    return HELD_BACK if held_back in pair else GRAPHICS


def _met(marks: Sequence[DataMark], names: Naming, held_back: str) -> Iterator[tuple[str, str]]:
    """Colours of the same axes that can be confused, and whose marks meet with nothing else to tell them apart."""
    for axes in sorted({mark.axes for mark in marks if mark.axes}):
        here = [mark for mark in marks if mark.axes == axes and not _thin(mark)]
        for pair in combinations(dict.fromkeys(mark.look.colour for mark in here), 2):
            if not confusions(*pair, _least(pair, held_back)):
                continue
            sides = [[mark for mark in here if mark.look.colour == colour] for colour in pair]
            forms = [[[mark for mark in side if mark.form == form] for side in sides] for form in _FORMS]
            shared = [(ones, others) for ones, others in forms if ones and others]
            if any(_meet(*both) for both in shared) and not any(_told_apart(*both, names) for both in shared):
                yield pair


def _told_apart(ones: Sequence[DataMark], others: Sequence[DataMark], names: Naming) -> bool:
    """Whether marks of one form have a second sign: another look, or their names at those of one colour."""
    looks = product(looks_in(ones), looks_in(others))
    named = _named(ones, names) or _named(others, names)
    return named or all(_second_sign(*pair) for pair in looks) or _of_two_degrees(ones, others, names.figures)


def _of_two_degrees(ones: Sequence[DataMark], others: Sequence[DataMark], figures: Sequence[Written]) -> bool:
    """Whether all marks of one colour have one figure in them, and all of the other another one."""
    if ones[0].form != "fill" or len(ones) + len(others) < _ENOUGH:
        return False
    one, other = (_figures_in(marks, figures) for marks in (ones, others))
    return len(one) == 1 == len(other) and one != other and "" not in one | other


def _figures_in(marks: Sequence[DataMark], figures: Sequence[Written]) -> set[str]:
    return {next((text.label.text for text in figures if _at(mark, text)), "") for mark in marks}


def _meet(ones: Sequence[DataMark], others: Sequence[DataMark]) -> bool:
    """Whether marks are compared: fills side by side, points and lines of the same axes wherever they are."""
    return ones[0].form != "fill" or _beside(ones, others)


def _thin(mark: DataMark) -> bool:
    return mark.form == "fill" and mark.is_flat


@cache
def confusions(one: str, other: str, least: float = GRAPHICS) -> tuple[Vision, ...]:
    """The ways of seeing in which two colours can't be told apart, `least` being the contrast that tells them.

    () for what is one colour by intention.
    """
    if one == other or not (one and other):
        return ()
    return tuple(vision for vision in VISIONS if _alike(one, other, vision, least))


def _alike(one: str, other: str, vision: Vision, least: float) -> bool:
    seen = simulated_colour(one, vision), simulated_colour(other, vision)
    if ratio(*seen) >= least:
        return False
    return vision == "grey" or distance(*seen) < PLAIN_DIFFERENCE


def _second_sign(one: Look, other: Look) -> bool:
    signs = ((look.hatch, look.dashes, look.marker, look.build) for look in (one, other))
    return next(signs) != next(signs)


def _beside(ones: Sequence[DataMark], others: Sequence[DataMark]) -> bool:
    """Whether a fill stands beside one of the others, or over it."""
    first, second = (np.array([mark.box for mark in marks], dtype=float) for marks in (ones, others))
    left, bottom, right, top = (first[:, None, side] for side in range(4))
    gap_across = np.maximum(second[:, 0] - right, left - second[:, 2])
    gap_up = np.maximum(second[:, 1] - top, bottom - second[:, 3])
    near = ((gap_across <= BESIDE) & (gap_up < 0)) | ((gap_up <= BESIDE) & (gap_across < 0))
    return bool(near.any())


def _named(marks: Sequence[DataMark], names: Naming) -> bool:
    """Whether each mark has a text on it, at it or at the end of a line from it; of a line, one of its pieces."""
    if marks[0].form == "line":
        return any(_labelled_line(mark, names.texts) for mark in marks)
    return all(any(_at(mark, text) for text in names.texts) or _is_led_to(mark, names) for mark in marks)


def _is_led_to(mark: DataMark, names: Naming) -> bool:
    """Whether a line leads from a text to the mark."""
    for ends in map(_ends, names.leads):
        for here, there in (ends, ends[::-1]):
            if mark.box.distance(here) <= 0 and any(there.distance(text.box) <= NEAR for text in names.texts):
                return True
    return False


def _ends(line: DataMark) -> tuple[Box, Box]:
    first, last = (Box(x, y, x, y) for x, y in (line.points[0].tolist(), line.points[-1].tolist()))
    return first, last


def _at(mark: DataMark, text: Written) -> bool:
    return mark.box.distance(text.box) <= NEAR if mark.form == "point" else mark.box.has(text.box.middle)


def _labelled_line(mark: DataMark, names: Sequence[Written]) -> bool:
    return any(not text.axis and end.distance(text.box) <= NEAR for end in _ends(mark) for text in names)


def _name(colour: str, scene: Scene, marks: Sequence[DataMark]) -> str:
    """What the key calls a colour, else the colour itself."""
    for swatch in marks:
        if swatch.axes == 0 and swatch.look.colour == colour:
            beside = [text for text in scene.texts if _is_entry(swatch.box, text.box)]
            if beside:
                return f"'{min(beside, key=lambda text: text.box.left).label.text}'"
    return f"the colour {colour}"


def _is_entry(swatch: Box, text: Box) -> bool:
    """Whether a text stands right of a swatch, on its line."""
    return 0 <= text.left - swatch.right <= NEAR and swatch.bottom - 2 <= text.middle[1] <= swatch.top + 2
