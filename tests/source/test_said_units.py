"""Units of money that words say, beside what the cells show."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

import pytest

from reportgen.commands.table import look
from reportgen.pipeline import composed
from reportgen.source.model import Briefing
from reportgen.source.said_units import contradiction, settled
from tests.sheets.test_workbooks import workbook
from tests.source.conftest import Make

Read = Callable[[Mapping[str, str | bytes]], Briefing]
Faults = Callable[[Mapping[str, str | bytes]], list[str]]
ROWS: list[list[Any]] = [["Quays", 41.5, 40.25], ["Locks", 8.5, 9]]


def money(head: list[list[Any]], shown: str = "€#,##0.0", rows: list[list[Any]] | None = None) -> bytes:
    """A workbook with these rows above those of values, which are shown so."""
    first = len(head) + 1
    cells = [f"{column}{row}" for row in (first, first + 1) for column in "BC"]
    return workbook([*head, *(rows or ROWS)], dict.fromkeys(cells, shown))


def proposed(folder: Path, data: str | bytes) -> str:
    path = folder / ("data.csv" if isinstance(data, str) else "data.xlsx")
    path.write_bytes(data.encode() if isinstance(data, str) else data)
    found = look(path, folder)
    assert found.problems == ()
    return found.entry


def unit_of(read: Read, data: str | bytes, entry: str, column: str) -> str:
    file = "ports.csv" if isinstance(data, str) else "ports.xlsx"
    briefing = read({f"data/{file}": data, "data/tables.yaml": f"ports:\n  file: {file}\n{entry}"})
    return {one.name: one.unit for one in briefing.tables["ports"].columns}[column]


HEADS: list[tuple[list[list[Any]], str, str]] = [
    ([["Port budgets (€m)"], ["Port", "Gross", "Net"]], "€#,##0.0", "€m"),
    ([["Port budgets"], ["€ thousand"], ["Port", "Gross", "Net"]], "€#,##0", "€ thousand"),
    ([["Port budgets, $ billion"], [], ["Port", "Gross", "Net"]], "[$$-409]#,##0.0", "$ billion"),
    ([["Dépenses des ports, en millions d'euros"], ["Port", "Brut", "Net"]], '#,##0.0 "€"', "€ million"),
    ([["Dépenses des ports (M€)"], ["Port", "Brut", "Net"]], "#,##0.0 [$€-40C]", "€ million"),
    ([["Hafenausgaben in Mio. EUR"], ["Hafen", "Brutto", "Netto"]], "#,##0.0 €", "EUR million"),
    ([["Ports"], ["All figures are in CHF thousand"], ["Port", "Gross", "Net"]], "[$CHF] #,##0", "CHF thousand"),
    ([["Ports"], ["Amounts in millions of dollars"], ["Port", "Gross", "Net"]], "$#,##0.0", "$ million"),
]


@pytest.mark.parametrize(("head", "shown", "unit"), HEADS)
def test_a_line_above_that_says_a_size_goes_before_a_currency_format(
    tmp_path: Path, read: Read, head: list[list[Any]], shown: str, unit: str
) -> None:
    data, names = money(head, shown), head[-1]
    assert proposed(tmp_path, data).count(f'unit: "{unit}"') + proposed(tmp_path, data).count(f"unit: {unit}") == 2
    entry = f"  header_row: {len(head)}\n  columns:\n    {names[0]}:\n    {names[1]}: {{type: number}}\n"
    assert unit_of(read, data, entry, names[1]) == unit


def test_a_heading_that_says_a_size_does_so_in_a_build_too(read: Read) -> None:
    data = money([["Port", "Gross (€m)", "Net (€000)"]])
    entry = '  columns:\n    Port:\n    "Gross (€m)": {type: number, title: Gross}\n    "Net (€000)": {type: number}\n'
    assert unit_of(read, data, entry, "Gross (€m)") == "€m"
    assert unit_of(read, data, entry, "Net (€000)") == "€ thousand"


def test_a_row_of_units_says_it_whether_it_is_named_or_passed_over(read: Read) -> None:
    data = money([["Port", "2023", "2024"], [None, "€bn", "€bn"]])
    passed = '  start: 3\n  columns:\n    Port:\n    "2023": {type: number}\n'
    assert unit_of(read, data, passed, "2023") == "€bn"
    named = '  header_row: [1, 2]\n  columns:\n    Port:\n    "2023 €bn": {type: number}\n'
    assert unit_of(read, data, named, "2023 €bn") == "€bn"


def test_columns_that_become_rows_hand_on_what_their_names_say(read: Read) -> None:
    data = money([["Port", "2023 (£m)", "2024 (£m)"]], "£#,##0.0")
    entry = '  unpivot: {first: "2023 (£m)", last: "2024 (£m)", names: year, values: cost}\n'
    entry += "  columns: {Port: , year: {type: string}, cost: {type: number}}\n"
    assert unit_of(read, data, entry, "cost") == "£m"


def test_a_line_below_says_it_of_a_file_of_text(tmp_path: Path, read: Read) -> None:
    text = "Port,2023,2024\nQuays,€41.5,€40.2\nLocks,€8.5,€9.1\nAll figures are in € million,,\n"
    assert proposed(tmp_path, text).count('unit: "€ million"') == 2
    said = '  end: 3\n  columns: {Port: , "2023": {type: number, unit: €m}, "2024": {type: number}}\n'
    assert unit_of(read, text, said, "2023") == "€m" and unit_of(read, text, said, "2024") == "€ million"


def test_a_title_that_the_author_writes_says_it(read: Read) -> None:
    entry = "  title: Port budgets (€m)\n  columns: {Port: , Gross: {type: number}}\n"
    assert unit_of(read, money([["Port", "Gross", "Net"]]), entry, "Gross") == "€m"


def test_what_says_a_unit_of_the_column_goes_before_what_says_one_of_the_table(read: Read) -> None:
    data = money([["Port budgets (€m)"], ["Port", "Gross", "Fees (€)"]])
    entry = '  header_row: 2\n  columns: {Port: , Gross: {type: number}, "Fees (€)": {type: number}}\n'
    assert unit_of(read, data, entry, "Gross") == "€m" and unit_of(read, data, entry, "Fees (€)") == "€"


@pytest.mark.parametrize(
    ("head", "shown"),
    [
        ([["Port", "Gross (€m)", "Net"]], "$#,##0.0"),  # another currency
        ([["Port", "Gross (€m)", "Net"]], '€#,##0.0,"k"'),  # another size
        ([["Port budgets (€m)"], ["Port", "Fee per boat", "Net"]], "€#,##0.0"),  # hardly in millions
    ],
)
def test_what_can_not_both_be_right_is_asked(faults: Faults, head: list[list[Any]], shown: str) -> None:
    name = head[-1][1]
    entry = f'ports:\n  file: p.xlsx\n  header_row: {len(head)}\n  columns: {{Port: , "{name}": {{type: number}}}}\n'
    (found,) = faults({"data/p.xlsx": money(head, shown), "data/tables.yaml": entry})
    assert "says €m [wrong-type]" in found


def test_a_declared_unit_that_the_heading_contradicts_makes_no_paper(faults: Faults) -> None:
    data = "Port,Cost (£m)\nQuays,41.5\n"
    entry = 'ports:\n  columns: {Port: , "Cost (£m)": {type: number, unit: £}}\n'
    (found,) = faults({"data/ports.csv": data, "data/tables.yaml": entry})
    assert "has a heading that says £m, and its unit is £ [wrong-type]" in found
    titled = 'ports:\n  columns: {Port: , "Cost (£m)": {type: number, scale: 1000000, unit: £}}\n'
    assert "has a heading that says £m" in faults({"data/ports.csv": data, "data/tables.yaml": titled})[0]


def test_values_that_are_scaled_and_titled_anew_are_no_contradiction(read: Read) -> None:
    entry = '  columns: {Port: , "Cost (£m)": {type: number, scale: 1000000, unit: £, title: Cost}}\n'
    assert unit_of(read, "Port,Cost (£m)\nQuays,41.5\n", entry, "Cost (£m)") == "£"


def test_a_title_that_no_column_bears_out_makes_no_paper(faults: Faults) -> None:
    entry = "ports:\n  title: Port budgets (€m)\n  columns: {Port: , Gross: {type: number, unit: €}}\n"
    (found,) = faults({"data/ports.csv": "Port,Gross\nQuays,41.5\n", "data/tables.yaml": entry})
    assert "the title of the table says €m, and the unit of 'Gross' is € [wrong-type]" in found


def test_a_line_of_the_file_that_no_column_bears_out_is_told(make: Make) -> None:
    entry = "ports:\n  header_row: 2\n  columns: {Port: , Gross: {type: number}}\n"
    home = make({"data/ports.csv": "Costs in £bn,\nPort,Gross\nQuays,41.5\n", "data/tables.yaml": entry})
    told = [one.message for one in composed(home, home.parent.parent).warnings if one.rule == "table-units"]
    assert [*dict.fromkeys(told)] == ["row 1 says £bn, and 'Gross' has no unit"]


@pytest.mark.parametrize("heading", ["Cost (M€)", "Cost (€ million)", "Coût (en millions d’euros)", "Kosten in Mio. €"])
def test_spellings_of_one_unit_are_no_contradiction(heading: str) -> None:
    assert not contradiction("€m", heading) and not contradiction("€ million", heading)
    assert contradiction("€", heading) and contradiction("€ thousand", heading) and contradiction("£m", heading)


def test_without_words_the_cells_say_it() -> None:
    assert settled("£", None, "Cost").unit == "£"
