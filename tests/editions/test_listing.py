"""The attached list of changes names exactly what differs, whatever the paper prints of it."""

from __future__ import annotations

import csv
import io
import random
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reportgen.editions.compare import compare
from reportgen.editions.listing import as_csv, as_data
from reportgen.editions.prominence import by_importance
from reportgen.editions.telling import tell
from reportgen.language import words_for
from tests.editions import editing
from tests.editions.making import FILES, compared, record, write

ENGLISH = words_for("en-GB")


def listed(data: bytes) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(data.decode())))


@settings(max_examples=40)
@given(st.integers(0, 10**9))
def test_random_edits_are_listed_exactly(tmp_path_factory: pytest.TempPathFactory, seed: int) -> None:
    chance = random.Random(seed)
    old = editing.random_paper(chance)
    new = editing.edited(old, chance)
    folder = tmp_path_factory.mktemp("listed")
    before = record(write(folder / "old/sources/paper", editing.files(old, chance, noisy=False)))
    after = record(write(folder / "new/sources/paper", editing.files(new, chance, noisy=True)))
    found = compare(before, after)
    rows = listed(as_csv(by_importance(tell(found, ENGLISH), (), found), found, ENGLISH))
    data = [row for row in rows if not row["kind"].startswith("text ")]
    wanted = [(kind, table, column) for kind, table, _, column, *_ in editing.expected(old, new)]
    assert sorted((row["kind"], row["table"], row["column"]) for row in data) == sorted(wanted)
    assert all(row["sentence"] for row in rows)
    sections = {f"Part {name}" for name in old.sections if old.sections[name] != new.sections[name]}
    assert {row["sentence"].split(" ", 1)[1] for row in rows if row not in data} == sections


def test_a_row_has_what_is_known_of_a_change(tmp_path: Path) -> None:
    changes = {
        "data/countries.csv": ("Montenegro,3,", "Montenegro,14,"),
        "data/troops.csv": ("EUFOR", "EUFOR Althea,2026-05,1500,eur\nEUFOR"),
        "text/summary.md": ("Another point", "Another good point"),
    }
    found = compared(tmp_path, changes)
    assert as_csv(tell(found, ENGLISH), found, ENGLISH).decode().splitlines() == [
        "kind,table,key,column,old,new,unit,sources,as_of,sentence",
        'changed,countries,Montenegro,closed,3,14,,ec,2022-03-31,"Montenegro: chapters provisionally closed, 3 to 14"',
        (
            "added,troops,EUFOR Althea; 2026-05,,,mission: EUFOR Althea; date: 2026-05; troops: 1500,,eur,2026-05,"
            '"EUFOR Althea: troops, 1,100 (March 2022) to 1,500 (May 2026)"'
        ),
        "text changed,,,,,,,,,2 The talks",
    ]


def test_titles_that_are_gone_are_listed(tmp_path: Path) -> None:
    table = "\n::: table\ntitle: Who trades with whom\n\n| Day | Opens |\n|---|---|\n| Monday | 10 |\n:::\n"
    files = {**FILES, "text/summary.md": FILES["text/summary.md"] + table}
    found = compared(tmp_path, {"text/summary.md": (table, "")}, files)
    rows = listed(as_csv(tell(found, ENGLISH), found, ENGLISH))
    assert [row["sentence"] for row in rows if row["kind"] == "title removed"] == ["Who trades with whom"]
    assert as_data(tell(found, ENGLISH), found, ENGLISH)["titles"] == ["Who trades with whom"]


def test_what_is_suppressed_now_is_in_no_row(tmp_path: Path) -> None:
    found = compared(tmp_path, {"data/countries.csv": ("Montenegro,3,", "Montenegro,[c],")})
    (row,) = listed(as_csv(tell(found, ENGLISH), found, ENGLISH))
    assert (row["old"], row["new"]) == ("", "[c]")
