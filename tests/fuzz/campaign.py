"""Trials one after the other; a finding is reduced to the fewest changes that show it, and written down."""

from __future__ import annotations

import random
import shutil
from collections.abc import Sequence
from pathlib import Path

from tests.fuzz import trial
from tests.fuzz.bases import files_of
from tests.fuzz.mutations import Mutation, some
from tests.fuzz.trial import Found, tried


class Campaign:
    """What one process tries."""

    def __init__(self, bases: Sequence[Path], scratch: Path, output: Path, name: str) -> None:
        self._bases, self._scratch, self._output, self._name = list(bases), scratch, output, name
        self._files = {base: files_of(base) for base in bases}
        self.count = self.built = 0
        self.slowest = 0.0
        """Seconds of processor time of the slowest trial."""
        self.findings: list[Path] = []

    def step(self, chance: random.Random) -> None:
        """One trial."""
        base = chance.choice(self._bases)
        mutations = some(self._files[base], chance)
        found = tried(base, mutations, self._scratch)
        self.slowest = max(self.slowest, round(trial.seconds_of_last, 1))
        self.count += 1
        self.built += (self._scratch / "workspace" / "first").exists()
        if found is not None:
            self._note(base, mutations, found)

    def _note(self, base: Path, mutations: Sequence[Mutation], found: Found) -> None:
        fewest, found = reduced(base, mutations, found, self._scratch)
        place = self._output / f"{self._name}-{self.count}"
        tried(base, fewest, self._scratch)
        shutil.copytree(self._scratch / "workspace", place, ignore=shutil.ignore_patterns(".cache"))
        changes = "\n".join(map(str, fewest))
        (place / "what.txt").write_text(f"{found.promise}\n\n{base.name}\n{changes}\n\n{found.told[-4000:]}\n")
        self.findings.append(place)
        print(f"{place}: {found.promise}", flush=True)


def reduced(base: Path, mutations: Sequence[Mutation], found: Found, scratch: Path) -> tuple[Sequence[Mutation], Found]:
    """The fewest of the changes that break the same promise, and what is printed then."""
    at = 0
    while len(mutations) > 1 and at < len(mutations):
        fewer = [*mutations[:at], *mutations[at + 1 :]]
        again = tried(base, fewer, scratch)
        if again is not None and again.promise == found.promise:
            mutations, found = fewer, again
        else:
            at += 1
    return mutations, found
