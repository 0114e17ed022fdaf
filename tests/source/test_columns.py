"""Columns as people bring them: the right values, or one line that asks."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from typing import Any

import pytest

from reportgen.dates import PartialDate
from reportgen.language import words_for
from reportgen.language.values import in_words
from reportgen.marks import Mark
from reportgen.problems import ReportError
from reportgen.sheets.sheet import Shown
from reportgen.source import column_display
from reportgen.source.model import Briefing, Column
from tests.sheets.test_workbooks import workbook
from tests.source.test_tables import Faults, Files, Read


def files(cells: Sequence[str], declared: str, separator: str = ";") -> Files:
    rows = "".join(f"{at}{separator}{cell}\n" for at, cell in enumerate(cells))
    yaml = f"t:\n  columns:\n    k:\n    n: {{{declared}}}\n"
    return {"data/tables.yaml": yaml, "data/t.csv": f"k{separator}n\n{rows}"}


def values(briefing: Briefing, name: str = "n") -> list[Any]:
    return [row.value(name) for row in briefing.tables["t"].rows]


def column(briefing: Briefing, name: str = "n") -> Column:
    return briefing.tables["t"].column(name)


NUMBER = "type: number"


@pytest.mark.parametrize(
    ("cells", "declared", "read_as", "unit"),
    [
        (["1,234.5", "2,000"], NUMBER, ["1234.5", "2000"], ""),
        (["1.234,5", "2,5"], NUMBER, ["1234.5", "2.5"], ""),
        (["1 234", "12"], NUMBER, ["1234", "12"], ""),
        (["1,234", "2,500"], 'type: number, decimal: "."', ["1234", "2500"], ""),
        (["1,234", "2,500"], 'type: number, decimal: ","', ["1.234", "2.5"], ""),
        (["(1,234.0)", "5"], NUMBER, ["-1234", "5"], ""),
        (["12%", "7.5%"], NUMBER, ["12", "7.5"], "%"),
        (["12%", "7"], 'type: number, unit: "%"', ["12", "7"], "%"),
        (["£5", "6"], NUMBER, ["5", "6"], "£"),
        (["£1.2bn", "£3bn"], NUMBER, ["1.2", "3"], "£bn"),
        (["£1.2bn", "£900m"], "type: number, unit: £ million", ["1200", "900"], "£ million"),
        (["£1.2bn"], "type: number, unit: £", ["1200000000"], "£"),
        (["12 km", "3.5 km"], NUMBER, ["12", "3.5"], "km"),
        (["3p", "4p"], "type: number, unit: p", ["3", "4"], "p"),
        (["2.5 million"], "type: number, unit: million", ["2.5"], "million"),
    ],
)
def test_numbers(cells: list[str], declared: str, read_as: list[str], unit: str, read: Read) -> None:
    briefing = read(files(cells, declared))
    assert values(briefing) == [Decimal(one) for one in read_as] and column(briefing).unit == unit


def test_a_comma_between_thousands_is_plain_where_commas_part_cells(read: Read, faults: Faults) -> None:
    table = files(['"1,234"', '"2,500"'], "type: integer", ",")
    assert values(read(table)) == [1234, 2500]
    french: Files = {**table, "briefing.yaml": "title: Bacs\nlanguage: fr-FR\n"}
    assert len(faults(french)) == 1


@pytest.mark.parametrize(
    ("cells", "read_as", "marks"),
    [
        (["..", ":", "x", "z", "c"], [None] * 5, ["x", "x", "x", "z", "c"]),
        (["12 p", "13", "14(e)", "15 [r]"], [12, 13, 14, 15], ["p", None, "e", "r"]),
        (["[low]", "low", "[w]", "[u]", "5 [u]"], [None, None, None, None, 5], ["low", "low", "w", "u", "u"]),
        (["12 b", "13 [b]", "14 [f]", ": c"], [12, 13, 14, None], ["b", "b", "f", "c"]),
    ],
)
def test_marks_of_statistical_offices(cells: list[str], read_as: list[Any], marks: list[str], read: Read) -> None:
    briefing = read(files(cells, NUMBER))
    assert values(briefing) == read_as
    assert [row.cells["n"].mark for row in briefing.tables["t"].rows] == [one and Mark(one) for one in marks]


def test_signs_are_what_the_author_says(read: Read) -> None:
    cells = ["-", "*", "5^", "6†", "~", "7"]
    briefing = read(files(cells, 'type: number, marks: {"-": 0, "*": c, "^": p, "†": r, "~": missing}'))
    assert values(briefing) == [0, None, 5, 6, None, 7]
    marks = [row.cells["n"].mark for row in briefing.tables["t"].rows]
    assert marks == [None, Mark.SUPPRESSED, Mark.PROVISIONAL, Mark.REVISED, None, None]


@pytest.mark.parametrize("cells", [["-", "5"], ["*", "5"], ["5*", "6"], ["3p", "4"], ["3 p", "4 p"], ["<5", "6"]])
def test_what_may_mean_two_things_is_asked_once(cells: list[str], faults: Faults) -> None:
    assert len(faults(files([*cells, *cells, *cells], NUMBER))) == 1


def test_errors_of_a_spreadsheet_are_called_so(faults: Faults) -> None:
    (found,) = faults(files(["#DIV/0!", "5", "#DIV/0!"], NUMBER))
    assert found.endswith("'n' has a cell that is an error: #DIV/0! (and 1 more cell) [wrong-type]")


def test_words_for_a_missing_value_are_told_unless_their_meaning_is(read: Read) -> None:
    table = files(["N/A", "5", "#N/A"], NUMBER)
    (told,) = read(table).told
    assert (told.rule, values(read(table))) == ("table-missing", [None, 5, None])
    assert read(files(["N/A"], "type: number, missing: not asked")).told == ()


@pytest.mark.parametrize(
    ("cells", "declared", "days"),
    [
        (["12/03/2024", "13/03/2024"], "", ["2024-03-12", "2024-03-13"]),
        (["12/03/2024"], ", date_order: mdy", ["2024-12-03"]),
        (["Mar-24", "April 2024"], "", ["2024-03", "2024-04"]),
        (["2010-11"], ", date_order: ym", ["2010-11"]),
        (["2010-11", "2010-12"], "", ["2010-11", "2010-12"]),
    ],
)
def test_dates(cells: list[str], declared: str, days: list[str], read: Read) -> None:
    assert values(read(files(cells, f"type: date{declared}"))) == [PartialDate.parse(day) for day in days]


@pytest.mark.parametrize(
    "cells", [["12/03/2024"], ["2010-11", "2011-12"], ["2023/24"], ["2024 Q1"], ["2024-W12"], ["1999-00"]]
)
def test_what_may_be_no_date_is_asked_once(cells: list[str], faults: Faults) -> None:
    assert len(faults(files([*cells, *cells], "type: date"))) == 1


# --- workbooks --------------------------------------------------------------------------------------------------------
def sheet(numbers: list[Any], code: str, declared: str = NUMBER) -> Files:
    rows: list[list[Any]] = [["k", "n"], *([at, value] for at, value in enumerate(numbers))]
    codes = {f"B{at}": code for at in range(2, len(numbers) + 2)}
    yaml = f"t:\n  columns:\n    k:\n    n: {{{declared}}}\n"
    return {"data/tables.yaml": yaml, "data/t.xlsx": workbook(rows, codes)}


def printed(briefing: Briefing) -> list[str]:
    shown, words = column(briefing), words_for("en-GB")
    return [in_words(value, words, shown.type, shown.unit, shown.decimals) for value in values(briefing)]


@pytest.mark.parametrize(
    ("numbers", "code", "declared", "text"),
    [
        ([1 / 7, 0.5], "0.0%", NUMBER, ["14.3%", "50.0%"]),
        ([1 / 7], "0%", NUMBER, ["14%"]),
        ([10 / 3, 2.5], "0.0", NUMBER, ["3.3", "2.5"]),
        ([1234.5], "£#,##0.00", NUMBER, ["£1,234.50"]),
        ([12345678], "#,##0.0,,", NUMBER, ["12.3\u00a0million"]),
        ([1234567], "£#,##0,", NUMBER, ["£1,235\u00a0thousand"]),
        ([1234567], "#,##0,", 'type: number, unit: "£"', ["£1,234,567"]),
        ([45300000], '£#,##0,"k"', 'type: number, unit: "£m"', ["£45.300m"]),
        ([45300000], "#,##0,", 'type: number, unit: "£m", decimals: 1', ["£45.3m"]),
        ([1200000, 3400000], '[>=2000000]£0.0,,"m";£0,"k"', NUMBER, ["£1,200k", "£3,400k"]),
        ([12.5], "£0.0", 'type: number, unit: "£m"', ["£12.5m"]),
        ([1234567, 1.2e9], "0.0E+00", NUMBER, ["1,234,567", "1,200,000,000"]),
        ([2.5e9], '£0.0,,,"bn"', NUMBER, ["£2.5bn"]),
        ([13456.02], "#,##0", "type: integer", ["13,456"]),
        ([7, 42], "000", "", ["007", "042"]),
        ([1.25], "[h]:mm", "", ["30:00"]),
        ([10 / 3], "0.0", "", ["3.3"]),
        ([1 / 7], "0.0%", "", ["14.3%"]),
        ([1 / 7], "0.00%", "type: number, decimals: 0", ["14%"]),
    ],
)
def test_what_a_spreadsheet_shows_is_printed(
    numbers: list[float], code: str, declared: str, text: list[str], read: Read
) -> None:
    assert printed(read(sheet(numbers, code, declared))) == text


def test_values_stay_exact(read: Read) -> None:
    assert values(read(sheet([1 / 7], "0.0%"))) == [Decimal("14.2857142857143")]


def test_a_number_without_the_size_of_the_others_is_asked_about(read: Read, faults: Faults) -> None:
    rows: list[list[Any]] = [["k", "n"], [0, 1234567], [1, 234567]]
    book = workbook(rows, {"B2": "£#,##0,", "B3": "£#,##0"})
    (problem,) = faults({**sheet([], ""), "data/t.xlsx": book})
    assert "'n' has numbers shown in £ thousand, and '234567' without that size [wrong-type]" in problem
    assert values(read({**sheet([], "", 'type: number, unit: "£"'), "data/t.xlsx": book})) == [1234567, 234567]


def test_numbers_shown_in_per_cent_and_not_are_told(read: Read) -> None:
    table = sheet([0.5, 0.25], "0%")
    rows: list[list[Any]] = [["k", "n"], [0, 0.5], [1, 12]]
    mixed = read({**table, "data/t.xlsx": workbook(rows, {"B2": "0%"})})
    assert (values(mixed), [one.rule for one in mixed.told]) == ([50, 12], ["table-units"])


@pytest.mark.parametrize("declared", [NUMBER, 'type: number, unit: "%"'])
@pytest.mark.parametrize("typed", ["0.631 [p]", "0.631", 0.631])
def test_a_fraction_beside_percentages_is_asked_for(typed: str | float, declared: str, faults: Faults) -> None:
    rows: list[list[Any]] = [["k", "n"], [0, 0.642], [1, 0.598], [2, typed]]
    yaml = f"t:\n  columns:\n    k:\n    n: {{{declared}}}\n"
    made = workbook(rows, {"B2": "0.0%", "B3": "0.0%"})
    (found,) = faults({"data/tables.yaml": yaml, "data/t.xlsx": made})
    assert "t.xlsx:4:2" in found and "'0.631' without a sign" in found


def test_a_sign_that_is_typed_counts_as_one_that_is_shown(read: Read) -> None:
    rows: list[list[Any]] = [["k", "n"], [0, 0.642], [1, 0.598], [2, "63.1% [p]"], [3, "-0.4%"]]
    yaml = f"t:\n  columns:\n    k:\n    n: {{{NUMBER}}}\n"
    briefing = read({"data/tables.yaml": yaml, "data/t.xlsx": workbook(rows, {"B2": "0.0%", "B3": "0.0%"})})
    assert printed(briefing) == ["64.2%", "59.8%", "63.1%", "−0.4%"] and not briefing.told


def test_computed_values_have_sane_decimals(read: Read) -> None:
    briefing = read(sheet([100 / 7, 300 / 7], "General"))
    assert printed(briefing) == ["14.29", "42.86"] and [one.rule for one in briefing.told] == ["table-decimals"]


def test_faults_of_a_workbook_are_told_once_a_column(faults: Faults) -> None:
    rows: list[list[Any]] = [["k", "n"], [1, "#DIV/0!"], [2, "#DIV/0!"], [3, "=1+1"], [4, "=2+2"]]
    yaml = "t:\n  columns:\n    k:\n    n: {type: number}\n"
    found = faults({"data/tables.yaml": yaml, "data/t.xlsx": workbook(rows)})
    assert [one.split(": error: ")[1] for one in found] == [
        "'n' has a cell that is an error: #DIV/0! (and 1 more cell) [wrong-type]",
        "'n' has a formula that has no saved result (and 1 more cell) [wrong-type]",
    ]


def test_words_in_a_wrong_encoding_are_told_with_those_meant(faults: Faults) -> None:
    rows: list[list[Any]] = [["k", "n"], ["CafÃ©", 1]]
    yaml = "t:\n  columns:\n    k:\n    n: {type: number}\n"
    (found,) = faults({"data/tables.yaml": yaml, "data/t.xlsx": workbook(rows)})
    assert "'CafÃ©' where 'Café' is meant" in found


@pytest.mark.parametrize(
    ("cells", "signed"),
    [(["+7.3", "-1.2", "0"], True), (["7.3", "+1.2"], False), (["-1.5", "0"], False), (["+3%", "+4%"], True)],
)
def test_a_sign_before_all_numbers_above_zero_is_kept(read: Read, cells: list[str], signed: bool) -> None:
    assert column(read(files(cells, NUMBER))).plus == ("+" if signed else "")


def test_a_workbook_may_show_such_signs(read: Read) -> None:
    form = "+0.0%;-0.0%"
    data = workbook([["k", "n"], ["a", 0.073], ["b", -0.02]], {"B2": form, "B3": form})
    entry = "t:\n  file: t.xlsx\n  columns:\n    k:\n    n: {type: number}\n"
    found = column(read({"data/tables.yaml": entry, "data/t.xlsx": data}))
    assert (found.plus, found.unit) == ("+", "%")


@pytest.mark.parametrize(
    ("kind", "cell"), [("year", "2023"), ("period", "2023 Q1"), ("date", "3 May 2023"), ("integer", "7")]
)
def test_a_total_among_other_things_is_left_out_with_end(read: Read, kind: str, cell: str) -> None:
    entry = f"t:\n  END\n  columns:\n    k:\n    n: {{type: {kind}}}\n"
    data = {"data/t.csv": f"k,n\na,{cell}\nb,Total\n"}
    with pytest.raises(ReportError) as caught:
        read({**data, "data/tables.yaml": entry.replace("END", "note: x")})
    (fault,) = caught.value.problems
    assert "not 'Total'" in fault.message and "write end: 2 to leave it out" in fault.hint
    assert len(read({**data, "data/tables.yaml": entry.replace("END", "end: 2")}).tables["t"].rows) == 1


def test_the_extremes_of_a_long_column_are_looked_for_once(monkeypatch: pytest.MonkeyPatch) -> None:
    searched: list[int] = []

    def least(values: list[Decimal]) -> Decimal:
        searched.append(len(values))
        return values[0]

    monkeypatch.setattr(column_display, "min", least, raising=False)
    texts = ["59.8", "64.2"] * 500 + ["12"]
    shown = [Shown(1, "%")] * 1000 + [Shown()]
    assert column_display.doubtful_fraction(texts, shown, range(len(texts))) is None
    assert searched == [1000]
