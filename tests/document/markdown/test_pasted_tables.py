"""Tables that were pasted as lines with signs between their cells."""

from __future__ import annotations

import pytest

from tests.document.making import dumped, faults


def told(text: str) -> list[str]:
    """The lines at which such a table is told."""
    found = faults(f"# A\n\n{text}\n")
    return [one.split(":")[1] for one in found if "are no table here" in one]


@pytest.mark.parametrize(
    "text",
    [
        "Region\t2024\t2025\nNorth\tfew\tmany",
        "Region\tfew\nNorth\tmany",
        "Region\t2024\t2025\n\nNorth\tfew\tmany",
        "Region;2024;2025\nNorth;1;2",
        "Region,2024,2025\nNorth,1,2",
        "Region   2024   2025\nNorth    1      2",
        "The figures are:\nRegion\t2024\nNorth\tfew",
        "> North\t1\t2\n> So\t1\t2",
    ],
)
def test_lines_with_as_many_signs_are_a_table(text: str) -> None:
    assert told(text)[0] == "3"


@pytest.mark.parametrize(
    "text",
    [
        "It is 10,5 long and 12,3 wide,\nand 10,5 long and 12,3 wide,",
        "It is so; and more\nand so; it goes",
        "Jane Doe,\n10 Church Road,\nLondon",
        "It is.   So.\nIt is.   So.",
        "From:\tme",
        "2.1\tIt is so.\n2.2\tAnd it goes on.",
        "- a\tb",
        "`a\tb`",
        "| a | b;c |\n|---|---|\n| x | y;z |",
    ],
)
def test_other_lines_are_none(text: str) -> None:
    assert told(text) == []


@pytest.mark.parametrize("table", ["+---+---+\n| A | B |\n+===+===+\n| x | y |\n+---+---+", "A\tB\tC\n1\t2\t3"])
@pytest.mark.parametrize("below", ["{table}\n\n: So many {{#tbl-use}}", "Table: So many {{#tbl-use}}\n\n{table}"])
def test_the_caption_of_what_is_no_table_yet_names_it(table: str, below: str) -> None:
    (fault,) = faults(f"# A\n\nSee @tbl-use.\n\n{below.format(table=table)}\n")
    assert "[markup-unread]" in fault


def test_a_caption_beside_nothing_is_told_still() -> None:
    assert any("stands beside no table" in one for one in faults("# A\n\n: So many {#tbl-use}\n\nSo.\n"))


def test_a_table_with_bars_stays_one() -> None:
    assert "table" in dumped("# A\n\n| a | b |\n|---|---|\n| x | y |\n")
