"""Descriptions of random tables: each number that they name is one of the table, a count, or a sum worked out anew."""

from __future__ import annotations

from collections.abc import Sequence
from random import Random

import pytest

from reportgen.figures.contract import ChartError
from reportgen.figures.kinds import found
from tests.charts.cases import KINDS, VALUES
from tests.charts.cases import NAMES as SIX
from tests.charts.numbers import known, numbers_in
from tests.charts.support import ENGLISH, FRENCH, described, options_of

SEEDS = 60
NAMES = ("Arnholm", "Brattvik", "Kalk Sound", "Ostersand", "Zill", "Lower Merring", "Ψαρά", "Дунав")


def table_of(seed: int) -> tuple[Sequence[str], Sequence[float | None]]:
    """Names and values: whole or broken, small or large, some of them missing, zero, negative or equal."""
    chance = Random(seed)
    names = chance.sample(NAMES, chance.randint(1, len(NAMES)))
    low, high = chance.choice([(0, 9), (0, 100), (100, 99_999), (-50, 50)])
    decimals = chance.choice([0, 0, 1, 2])
    values = [round(chance.uniform(low, high), decimals) + 0.0 for _ in range(12)]
    return names, [None if seed % 3 == 0 and chance.random() < 0.2 else value for value in values]


def test_every_kind_is_tried() -> None:
    assert set(KINDS) == set(found([]))


@pytest.mark.parametrize("name", KINDS)
def test_a_description_has_only_numbers_of_the_table(name: str) -> None:
    told = 0
    usual = [(SIX["six"], given) for given in VALUES.values() for _ in (ENGLISH, FRENCH)]
    for number, table in enumerate([*map(table_of, range(SEEDS)), *usual]):
        words = (ENGLISH, FRENCH)[number % 2]
        for chosen, data, options in KINDS[name](*table):
            try:
                text = described(chosen, data, options_of(chosen, **options), words)
            except ChartError as error:
                assert error.hint
                continue
            told += 1
            assert text.endswith(".") and "{" not in text
            assert numbers_in(text) <= known(chosen, data, options, words), (number, options, text)
    assert told >= SEEDS // 2


def test_a_number_that_is_made_up_is_found() -> None:
    ((chosen, data, options), *_) = KINDS["bars"](NAMES[:3], (12.5, 31.0, 4.0))
    text = described(chosen, data, options_of(chosen, **options), ENGLISH)
    assert "31.0" in text
    assert not numbers_in(text.replace("31.0", "31.1")) <= known(chosen, data, options, ENGLISH)
