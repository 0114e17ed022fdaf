"""What is told once for its kind and file, with how often it stands there: foreign marks come by the dozen."""

from __future__ import annotations

from dataclasses import dataclass, field

from reportgen.problems import Place, Problems


@dataclass(slots=True)
class _Found:
    rule: str
    message: str
    hint: str
    places: set[Place] = field(default_factory=set)


@dataclass(slots=True)
class Repeats:
    """Collects such faults while texts are read; `tell` reports them when all have been."""

    found: dict[tuple[str, str], _Found] = field(default_factory=dict)

    def add(self, kind: str, rule: str, place: Place, message: str, hint: str = "") -> None:
        """Note a fault of a kind; the words of the first in a file are told."""
        known = self.found.setdefault((place.file, kind), _Found(rule, message, hint))
        known.places.add(place)

    def tell(self, problems: Problems) -> None:
        """Report each kind at its first place in each file."""
        for one in self.found.values():
            first, *others = sorted(one.places)
            more = f" (and {len(others)} more in this file)" if others else ""
            problems.add(one.rule, first, one.message + more, one.hint)
