"""What descriptions of random tables claim, worked out anew from the table: they say nothing that isn't so."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise
from random import Random
from typing import Any

from reportgen.dates import PartialDate
from reportgen.figures.contract import ChartData
from tests.charts.support import ENGLISH, described, options_of, table

SEEDS = range(80)
NAMES = ("Arnholm", "Brattvik", "Kalk", "Ostersand", "Zill", "Merring", "Dale", "Moor", "Hill", "Rock", "Isle")
POINT = re.compile(r"(−?\d+) \((\d{4})\)")


def trend(seed: int) -> tuple[list[int], list[float]]:
    """Years and their values."""
    chance = Random(seed)
    count = chance.randint(2, 16)
    return list(range(2000, 2000 + count)), [float(chance.randint(-9, 20)) for _ in range(count)]


def lines_of(years: list[int], values: list[float], **more: Any) -> str:
    rows = [("Zill", PartialDate(year), value) for year, value in zip(years, values, strict=True)]
    data = table({"port": "string", "when": "date", "ships": "integer"}, *rows)
    return described("lines", data, options_of("lines", date="when", values=("ships",), series="port", **more), ENGLISH)


def number(text: str) -> float:
    return float(text.replace("−", "-").replace(",", ""))


def test_each_point_of_the_way_is_a_point_of_the_table_and_its_direction_is_true() -> None:
    for seed in SEEDS:
        years, values = trend(seed)
        said = lines_of(years, values)
        at = dict(zip(years, values, strict=True))
        told = [(number(value), int(year)) for value, year in POINT.findall(said)]
        assert all(at[year] == value for value, year in told), said
        assert told[0][1] == years[0] or len(set(values)) == 1
        for verb, sign in (("up", 1), ("down", -1)):
            assert said.count(f" {verb} ") == sum(sign * (b[0] - a[0]) > 0 for a, b in pairwise(told)), said
        for word, end in (("highest", max(values)), ("lowest", min(values))):
            named = re.findall(rf"the {word}, (−?\d+)", said)
            assert all(number(value) == end for value in named), said
            assert end in {value for value, _ in told} or len(set(values)) == 1, said


def test_unchanged_since_is_so_since_the_date_before_it() -> None:
    heard = 0
    for seed in SEEDS:
        years, values = trend(seed)
        level = seed % 4
        values += values[-1:] * level
        years = list(range(2000, 2000 + len(values)))
        said = lines_of(years, values)
        since = re.search(r"\((\d{4})\), unchanged since", said)
        assert (since is not None) == (len(values) > 1 and values[-1] == values[-2] and len(set(values)) > 1), said
        if since:
            heard += 1
            first = years.index(int(since[1]))
            assert len(set(values[first:])) == 1 and values[first - 1] != values[first], said
    assert heard > 30


def test_a_value_of_steps_holds_past_its_date_and_others_do_not() -> None:
    assert lines_of([2000, 2001], [1.0, 2.0], steps=True, until=PartialDate(2005)).endswith("(2001), unchanged since.")
    assert lines_of([2000, 2001], [1.0, 2.0]).endswith("(2001).")


def ranked(seed: int) -> tuple[list[str], list[float], ChartData]:
    chance = Random(seed)
    names = chance.sample(NAMES, chance.randint(2, len(NAMES)))
    values = [float(chance.randint(0, 30)) for _ in names]
    return names, values, table({"port": "string", "ships": "integer"}, *zip(names, values, strict=True))


def items(text: str) -> list[tuple[str, float]]:
    return [(name, number(value)) for name, value in re.findall(r"([A-Z]\w+) \((\d+)\)", text)]


def test_the_ranking_is_that_of_the_table() -> None:
    for seed in SEEDS:
        names, values, data = ranked(seed)
        said = described("bars", data, options_of("bars", category="port", values=("ships",)), ENGLISH)
        if len(set(values)) == 1:
            continue
        at, falling = dict(zip(names, values, strict=True)), sorted(values, reverse=True)
        assert all(at[name] == value for name, value in items(said)), said
        if len(names) <= 8:
            assert [value for _, value in items(said.partition("down: ")[2])] == falling
        else:
            top, bottom = said.partition("The highest: ")[2].split("The lowest: ")
            assert [value for _, value in items(top)] == falling[:5]
            assert [value for _, value in items(bottom)] == falling[:-4:-1]


def _named(said: str, sentence: str) -> Iterator[tuple[str, int, int, set[str]]]:
    for series, count, every, names in re.findall(sentence, said):
        yield series, int(count), int(every), set(re.split(r", | and ", names))


def test_where_a_part_is_the_largest_it_is() -> None:
    for seed in SEEDS:
        chance = Random(seed)
        names = chance.sample(NAMES, 6)
        parts = {name: [float(chance.randint(1, 40)) for _ in range(3)] for name in names}
        data = table(
            {"port": "string", "Fish": "integer", "Coal": "integer", "Mail": "integer"},
            *((name, one, two, three) for name, (one, two, three) in parts.items()),
        )
        options = options_of("bars", category="port", values=("Fish", "Coal", "Mail"), layout="stacked")
        said = described("bars", data, options, ENGLISH)
        told = dict.fromkeys(("Fish", "Coal", "Mail"), 0)
        for series, count, every, there in _named(said, r"“(\w+)” is the largest in (\d) of (\d): ([^.]*)\."):
            told[series] = count
            index = ("Fish", "Coal", "Mail").index(series)
            true = {name for name, row in parts.items() if row[index] == max(row) and row.count(row[index]) == 1}
            assert (there, count, every) == (true, len(true), 6), said
        alone = sum(row.count(max(row)) == 1 for row in parts.values())
        assert sum(told.values()) == alone or "throughout" in said


def test_less_than_half_of_the_total_is_less() -> None:
    heard = 0
    for seed in SEEDS:
        chance = Random(seed)
        rows = [(name, float(chance.randint(0, 20)), 20.0) for name in chance.sample(NAMES, 6)]
        data = table({"port": "string", "built": "integer", "planned": "integer"}, *rows)
        options = options_of("bars", category="port", values=("built",), of="planned")
        said = described("bars", data, options, ENGLISH)
        true = {name for name, built, _ in rows if built < 10}
        told = list(_named(said, r"Less than half of “(\w+)” in (\d) of (\d): ([^.]*)\."))
        assert told == ([("Planned", len(true), 6, true)] if true else []), said
        heard += len(told)
    assert heard > 40


def test_who_rose_fell_and_overtook_did() -> None:
    for seed in SEEDS:
        chance = Random(seed)
        rows = [(name, float(chance.randint(0, 9)), float(chance.randint(0, 9))) for name in chance.sample(NAMES, 4)]
        data = table({"port": "string", "then": "integer", "now": "integer"}, *rows)
        said = described("slope", data, options_of("slope", category="port", values=("then", "now")), ENGLISH)
        at = {name: (then, now) for name, then, now in rows}
        for one, others in re.findall(r"(\w+) has overtaken ([^.]*)\.", said):
            for other in re.split(r", | and ", others):
                assert at[one][0] < at[other][0] and at[one][1] > at[other][1], said
        for word, sign in (("Up", 1), ("Down", -1)):
            found = re.search(rf"{word}: ([^.]*)\.", said)
            true = {name for name, (then, now) in at.items() if sign * (now - then) > 0}
            named = set(re.split(r", | and ", re.sub(r" \([^)]*\)", "", found[1]))) if found else set()
            assert named == true or (named == {"all 4"} and len(true) == 4), said
