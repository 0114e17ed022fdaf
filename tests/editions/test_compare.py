"""A comparison names exactly what differs: no more, no less, each once."""

from __future__ import annotations

import random
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reportgen.editions.compare import Change, compare
from reportgen.editions.record import COVER
from reportgen.source.model import Cell
from tests.editions import editing, making
from tests.editions.making import FILES, compared, edited, record, write


def written(cell: Cell | None) -> str:
    return " ".join(filter(None, (cell.text, cell.mark.sign if cell.mark else ""))) if cell else ""


@pytest.fixture(scope="session")
def home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("papers")


@settings(max_examples=150)
@given(st.integers(0, 10**9))
def test_random_edits_are_found_exactly(home: Path, seed: int) -> None:
    chance = random.Random(seed)
    old = editing.random_paper(chance)
    new = editing.edited(old, chance)
    folder = home / str(seed)
    before = record(write(folder / "old/sources/paper", editing.files(old, chance, noisy=False)))
    after = record(write(folder / "new/sources/paper", editing.files(new, chance, noisy=True)))
    found = compare(before, after)
    assert sorted(map(plainly, found.changes)) == sorted(map(numbers_alike, editing.expected(old, new)))
    sections = {name for name in old.sections if old.sections[name] != new.sections[name]}
    assert sorted(change.section.anchor for change in found.sections) == sorted(f"section-{name}" for name in sections)


def plainly(change: Change) -> editing.Noted:
    noted = (change.kind, change.table, change.key, change.column, written(change.old), written(change.new))
    return numbers_alike(noted)


def numbers_alike(noted: editing.Noted) -> editing.Noted:
    """Without the zeros at the end of decimals, and with the cells of a row without a key in one order."""
    kind, table, key, column, old, new = noted
    short = [part.replace("12.250", "12.25").replace("0.50", "0.5") for part in (*key, old, new)]
    return kind, table, tuple(sorted(short[:-2])), column, short[-2], short[-1]


def test_nothing_differs_where_nothing_does(tmp_path: Path) -> None:
    assert not compared(tmp_path, {})


def test_a_source_or_a_date_alone_is_no_change(tmp_path: Path) -> None:
    changes = {"data/troops.csv": ("1100,eur", "1100,ec"), "data/tables.yaml": ("2022-03-31", "2022-04-30")}
    assert not compared(tmp_path, changes)


def test_titles_dates_and_the_edition_are_no_records(tmp_path: Path) -> None:
    assert not compared(tmp_path, {"briefing.yaml": ("edition: 1\npublished: 2022-03-31", "edition: 2\nupdated: 2023")})


WITH_FACT = {
    **FILES,
    "text/summary.md": FILES["text/summary.md"] + "\nHelp: {{ facts.volunteers }}, twice {{ facts.volunteers * 2 }}.\n",
}


def test_a_fact_with_another_name_is_the_one_of_its_subject_and_measure(tmp_path: Path) -> None:
    text = {
        "data/facts.yaml": ("volunteers:", "helpers:"),
        "text/summary.md": (
            "facts.volunteers }}, twice {{ facts.volunteers",
            "facts.helpers }}, twice {{ facts.helpers",
        ),
    }
    assert not compared(tmp_path, text, WITH_FACT)
    text["data/facts.yaml"] = ("volunteers: {value: 3770", "helpers: {value: 3900")
    found = compared(tmp_path, text, WITH_FACT)
    assert [plainly(one) for one in found.changes] == [("changed", "", ("helpers",), "", "3770", "3900")]
    assert not found.sections
    other = {
        "data/facts.yaml": (
            "volunteers: {value: 3770, type: integer",
            "helpers: {value: 3770, type: integer, unit: people",
        )
    }
    assert [one.kind for one in compared(tmp_path, other).changes] == ["added", "removed"]


def test_facts_of_one_subject_are_told_apart_by_their_dates(tmp_path: Path) -> None:
    def facts(name: str, first: int) -> str:
        return "".join(
            f"{name}_{year}: {{value: {first + year}, subject: A, measure: B, source: ec, as_of: {year}}}\n"
            for year in (2024, 2025)
        )

    files = {**FILES, "data/facts.yaml": facts("a", 0)}
    assert not compared(tmp_path, {"data/facts.yaml": (facts("a", 0), facts("b", 0))}, files)
    found = compared(tmp_path, {"data/facts.yaml": (facts("a", 0), facts("b", 5))}, files)
    assert [(one.kind, one.key, written(one.old)) for one in found.changes] == [
        ("changed", ("b_2024",), "2024"),
        ("changed", ("b_2025",), "2025"),
    ]


def test_text_that_is_printed_the_same_has_not_changed(tmp_path: Path) -> None:
    written_out = {"text/summary.md": ("{{ countries.Serbia.closed | words }}", "two")}
    assert not compared(tmp_path, written_out)


def test_what_is_suppressed_stands_in_no_part_of_a_comparison(tmp_path: Path) -> None:
    changes = {
        "data/countries.csv": ("Montenegro,3,", "Montenegro,[c],"),
        "text/summary.md": ("Montenegro has closed {{ countries.Montenegro.closed }}", "Montenegro has closed some"),
    }
    for files in (FILES, edited({"data/countries.csv": ("Montenegro,3,", "Montenegro,,")})):
        old = record(write(tmp_path / "old/sources/paper", FILES))
        blank = record(write(tmp_path / "blank/sources/paper", {**files, "text/summary.md": FILES["text/summary.md"]}))
        new = record(write(tmp_path / "new/sources/paper", edited(changes)))
        found = compare(replace(old, tables=blank.tables), new)
        assert [plainly(one) for one in found.changes] == [
            ("changed", "countries", ("Montenegro",), "closed", "", "[c]")
        ]
        assert [one.old and one.old.text for one in found.sections[0].paragraphs] == [
            "In the Balkans, Montenegro has closed … chapters."
        ]


def test_a_key_that_was_renamed_is_removed_and_added(tmp_path: Path) -> None:
    changes = compared(tmp_path, {"data/countries.csv": ("Albania", "Republic of Albania")}).changes
    assert [(one.kind, one.key) for one in changes] == [("added", ("Republic of Albania",)), ("removed", ("Albania",))]


def test_a_table_whose_key_is_another_one_is_another_table(tmp_path: Path) -> None:
    columns = ("  key: year\n", "  key: montenegro\n")
    files = {**FILES, "data/opened.csv": "year,montenegro,serbia\n2021,33,18\n2022,34,22\n"}
    assert not compared(tmp_path, {"data/tables.yaml": columns}, files).changes
    files["data/opened.csv"] = FILES["data/opened.csv"]
    same = making.record(write(tmp_path / "a/sources/paper", files))
    renamed = {name: text.replace("year", "annum") for name, text in files.items() if name.startswith("data/")}
    renamed["data/tables.yaml"] = renamed["data/tables.yaml"].replace("type: annum", "type: year")
    other = making.record(write(tmp_path / "b/sources/paper", {**files, **renamed}))
    assert [(one.kind, one.table) for one in compare(same, other).changes] == [
        ("removed", "opened"),
        ("added", "opened"),
    ]


def test_a_value_that_changed_is_no_changed_text(tmp_path: Path) -> None:
    changes = {"data/countries.csv": ("Serbia,2", "Serbia,5")}
    found = compared(tmp_path, changes)
    assert (len(found.changes), found.sections) == (1, ())


@pytest.mark.parametrize(
    ("old", "new", "sections"),
    [
        ("{{ countries.Serbia.closed | words }}", '{{ countries["Serbia"].closed }}', []),
        ('{{ countries | sum("closed") }}', '{{ countries | sum("policy") }}', ["section-talks"]),
        ("has closed {{ countries.Serbia", "closed {{ countries.Serbia", ["section-talks"]),
        ("# The talks {#talks}", "# Talks {#talks}", ["section-talks"]),
        ("# The talks {#talks}", "# The talks", []),
        ("# The talks {#talks}", "# Other talks", ["section-other-talks", "section-talks"]),
        ("# The talks", "Closed.^[So the *EU* says.]\n\n# The talks", ["section-summary"]),
    ],
)
def test_text_is_compared_by_what_its_author_wrote(old: str, new: str, sections: list[str], tmp_path: Path) -> None:
    found = compared(tmp_path, {"text/summary.md": (old, new)})
    assert ([one.section.anchor for one in found.sections], found.changes) == (sections, ())


def test_values_in_a_heading_and_on_the_cover_are_no_text(tmp_path: Path) -> None:
    head = (
        "title: A paper\nin_brief: |\n  In short.\n\n  *{{ countries | sum('closed') }}* closed, {{ facts_as_of }}.\n"
    )
    text = "# All {{ countries | sum('closed') }} chapters\n\nWords.\n"
    files = {**FILES, "briefing.yaml": f"{head}facts_as_of: 2022-03\n", "text/summary.md": text}
    changes = {"data/countries.csv": ("Serbia,2", "Serbia,5"), "briefing.yaml": ("2022-03", "2022-04")}
    found = compared(tmp_path, changes, files)
    assert ([one.key for one in found.changes], found.sections) == ([("Serbia",)], ())


def test_what_stands_on_the_cover_is_text_too(tmp_path: Path) -> None:
    files = {**FILES, "briefing.yaml": "title: A paper\nin_brief: In short.\n"}
    found = compared(tmp_path, {"briefing.yaml": ("In short", "At length")}, files)
    assert [(one.section.anchor, one.section.title) for one in found.sections] == [(COVER, "In brief")]
