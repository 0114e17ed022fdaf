"""A record can be kept in a file and read again; a damaged file is told plainly."""

from __future__ import annotations

import json
import random
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reportgen.dates import PartialDate
from reportgen.editions.compare import compare
from reportgen.editions.record import COVER
from reportgen.editions.record_file import FORMAT, from_json, to_json
from reportgen.problems import Place, ReportError
from reportgen.sheets.sheet import Line, Worksheet
from tests.editions import editing
from tests.editions.making import FILES, compared, edited, record, write


def test_a_record_is_the_same_after_it_was_kept(tmp_path: Path) -> None:
    made = record(write(tmp_path / "sources/paper", FILES))
    text = to_json(made)
    assert to_json(from_json(text)) == text
    assert not compare(made, from_json(text))
    assert from_json(text.encode()).sections == made.sections
    assert from_json(text.replace('"format": 2', '"format": 1')).tables == from_json(text).tables
    assert f'"format": {FORMAT}' in text


def test_what_a_value_says_of_its_own_comes_back(tmp_path: Path) -> None:
    tables = FILES["data/tables.yaml"].replace("closed, type: integer", "closed, type: integer, as_of: 2021")
    made = record(write(tmp_path / "sources/paper", {**FILES, "data/tables.yaml": tables}))
    assert {row.origins["closed"].as_of for row in made.tables[0].rows} == {PartialDate(2021)}
    kept = from_json(to_json(made))
    assert [row.origins for row in kept.tables[0].rows] == [row.origins for row in made.tables[0].rows]


def test_no_record_asks_where_cells_stand(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """In a table of a million cells the places would take longer than all else."""
    made = record(write(tmp_path / "sources/paper", FILES))
    text, asked = to_json(made), list[int]()

    def place(sheet: Worksheet, line: Line, at: int) -> Place:
        asked.append(at)
        return Place(sheet.file, *line.place(at))

    monkeypatch.setattr(Worksheet, "place", place)
    again = record(write(tmp_path / "again/sources/paper", FILES))
    before = len(asked)
    assert to_json(again) == text
    assert len(asked) == before > 0


@settings(max_examples=30)
@given(st.integers(0, 10**9))
def test_any_data_come_back(tmp_path_factory: pytest.TempPathFactory, seed: int) -> None:
    chance = random.Random(seed)
    files = editing.files(editing.random_paper(chance), chance, noisy=True)
    made = record(write(tmp_path_factory.mktemp("kept") / "sources/paper", files))
    kept = from_json(to_json(made))
    assert to_json(kept) == to_json(made)
    assert not compare(made, kept) and not compare(kept, made)


def test_comments_and_layout_leave_no_trace(tmp_path: Path) -> None:
    text = {
        "text/summary.md": ("# The talks", "<!-- soon -->\n\n\n# The talks"),
        "briefing.yaml": ("edition", "# so\nedition"),
    }
    one = record(write(tmp_path / "a/sources/paper", FILES))
    assert to_json(record(write(tmp_path / "b/sources/paper", edited(text)))) == to_json(one)


def test_a_record_names_its_sources_and_sections(tmp_path: Path) -> None:
    made = record(write(tmp_path / "sources/paper", FILES))
    assert made.references == {"ec": "European Commission", "eur": "EUFOR"}
    assert [(one.anchor, one.number, one.title) for one in made.sections] == [
        ("section-summary", "1", "Summary"),
        ("section-talks", "2", "The talks"),
    ]
    first = made.sections[0].paragraphs[0]
    assert first.text == "In the Balkans, Montenegro has closed 3 chapters."
    assert first.compared == "In the Balkans, Montenegro has closed ⟨countries.Montenegro.closed⟩ chapters."


TEXT = """
# A part

Words, a note,^[A note of the *author's*: {{ facts.votes }}.] and a source.[@ec]

- One item
- Another

Term
: What it means.

::: quote
who: Mary
role: historian
date: 2023
source: ec

She said so.
:::

::: box
title: A box

Inside.
:::

::: keyfacts
{{ countries.Serbia.closed }}
: chapters closed
:::

::: timeline
title: Years

1964
: The law asks.
:::

::: timeline
title: From the data
data: troops
text: mission
:::

::: table
data: countries
title: States
note: What it shows.
notes:
  - {row: Albania, column: nato, text: "Since the spring."}
:::

::: table
title: Written here

| Day | Opens |
|---|---|
| Monday | 10 |
:::

::: chart bars
kind: bars
data: opened
category: year
values: serbia
title: Serbia opens more
subtitle: Chapters, 2021 and 2022
source: ec
note: Not all.
:::

::: description
chart: bars
:::
"""


def test_what_counts_as_a_paragraph(tmp_path: Path) -> None:
    made = record(write(tmp_path / "sources/paper", {**FILES, "text/summary.md": TEXT}))
    assert [one.compared for one in made.sections[0].paragraphs] == [
        "Words, a note, and a source.",
        "A note of the author’s: ⟨facts.votes⟩.",
        "One item",
        "Another",
        "Term",
        "What it means.",
        "“She said so.”",
        "Mary, historian, 2023",
        "A box",
        "Inside.",
        "⟨countries.Serbia.closed⟩ chapters closed",
        "Years",
        "1964: The law asks.",
        "From the data",
        "States",
        "Since the spring.",
        "What it shows.",
        "Written here",
        "Day | Opens",
        "Monday | 10",
        "Serbia opens more",
        "Chapters, 2021 and 2022",
        "Not all.",
    ]


def test_a_cover_has_a_record(tmp_path: Path) -> None:
    head = "title: A\nin_brief: In short.\nkey_facts: [{value: '{{ facts.votes }}', label: votes}]\n"
    cover, *_ = record(write(tmp_path / "sources/paper", {**FILES, "briefing.yaml": head})).sections
    assert (cover.anchor, [one.text for one in cover.paragraphs]) == (COVER, ["In short.", "49 votes"])


def test_a_damaged_file_is_told_plainly(tmp_path: Path) -> None:
    whole = to_json(record(write(tmp_path / "sources/paper", FILES)))
    data = json.loads(whole)
    number = {**data, "format": "1"}
    column = json.loads(whole)
    column["tables"][0]["columns"][0]["type"] = "colour"
    cell = json.loads(whole)
    del cell["tables"][0]["rows"][0]["cells"]["closed"]
    infinite = json.loads(whole.replace('"3770"', '"NaN"'))
    key = json.loads(whole.replace('"date": "date"', '"date": "day"'))
    broken = [whole[: len(whole) // 2], "[]", "3", "", "[" * 100_000]
    for text in (*broken, *(json.dumps(one) for one in (number, column, cell, infinite, key, {**data, "title": 3}))):
        with pytest.raises(ReportError) as told:
            from_json(text, "editions/1/record.json")
        assert str(told.value).startswith(
            "editions/1/record.json:1:1: error: this record of an edition is damaged and can't be read [edition-record]"
        )


def test_a_later_format_is_told(tmp_path: Path) -> None:
    with pytest.raises(ReportError, match="a later version of reportgen wrote this record"):
        from_json(json.dumps({"format": FORMAT + 1}))


TALKS = """
talks:
  title: Talks
  key: [country, step]
  source: ec
  columns:
    country: {}
    step: {}
    closed: {lookup: countries.closed}
"""


def test_what_is_looked_up_is_kept_and_compared_where_it_stands(tmp_path: Path) -> None:
    rows = "country,step\nMontenegro,Opened\nMontenegro,Closed\nSerbia,Opened\n"
    tables = FILES["data/tables.yaml"] + TALKS
    files = {**FILES, "data/tables.yaml": tables, "data/talks.csv": rows}
    (talks,) = (table for table in record(write(tmp_path / "sources/paper", files)).tables if table.name == "talks")
    assert [column.name for column in talks.columns] == list(talks.rows[0].cells) == ["country", "step"]
    assert not talks.rows[0].origins
    found = compared(tmp_path, {"data/countries.csv": ("Montenegro,3", "Montenegro,14")}, files)
    assert [(change.table, change.key, change.column) for change in found.changes] == [
        ("countries", ("Montenegro",), "closed")
    ]
