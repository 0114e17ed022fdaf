"""Tables that every kind must cope with: few and many rows, long and foreign names; missing, zero, negative, equal."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

PORTS = ("Arnholm", "Brattvik", "Kalk Sound", "Ostersand", "Zill", "Lower Merring")

NAMES: Mapping[str, Sequence[str]] = {
    "one": PORTS[:1],
    "two": PORTS[:2],
    "six": PORTS,
    "thirty": [f"Hospital {number}" for number in range(1, 31)],
    "long": [
        "The Joint Authority for Harbours, Ferries and Inland Waterways of Arnholm and the Outer Islands",
        "Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft",
        "Zill",
    ],
    "greek": ["Οινούσσες", "Αγαθονήσι", "Ψαρά", "Άγιος Ευστράτιος"],
    "cyrillic": ["Северный Причал", "Дунав", "Велика Морава", "Београд на води"],
}

VALUES: Mapping[str, Sequence[float | None]] = {
    "plain": (12.0, 7.0, 31.0, 4.0, 19.0, 25.0, 8.0),
    "missing": (12.0, None, 31.0, None, None, 25.0, 8.0),
    "none": (None,),
    "zeros": (0.0, 3.0, 0.0, 11.0),
    "all zero": (0.0,),
    "negative": (-12.5, 4.0, -3.25, 0.0, 8.0),
    "all negative": (-12.0, -7.0, -31.0),
    "equal": (5.0,),
    "tiny": (0.0001, 0.0002, 0.00015),
    "huge": (98765432.0, 1234567.0, 54321.0),
}


def values(given: Sequence[float | None], count: int, shift: int = 0) -> list[float | None]:
    """`count` of the given values, from `shift` on, repeating."""
    return [given[(index + shift) % len(given)] for index in range(count)]


MATRIX = [
    (names, case) for names in NAMES for case in VALUES if names == "six" or case in ("plain", "missing", "negative")
]
"""The pairs to try: all values with six rows, the usual ones with the other names."""
