"""CSV with a place for every cell."""

from __future__ import annotations

import csv
import io

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reportgen.problems import Problems
from reportgen.sheets.csv_cells import rows_of


def cells(text: str) -> list[list[tuple[str, int, int]]]:
    problems = Problems()
    rows = rows_of(text, "a.csv", problems)
    assert problems.found == []
    return [[(row.text(at), *row.place(at)) for at in range(len(row))] for row in rows]


def test_each_cell_knows_its_line_and_column() -> None:
    assert cells("a,bb,c\n1,,3\n") == [[("a", 1, 1), ("bb", 1, 3), ("c", 1, 6)], [("1", 2, 1), ("", 2, 3), ("3", 2, 4)]]


def test_line_breaks_in_quotes_keep_later_lines_right() -> None:
    text = 'a,b\n"x\n\ny",2\n3,"4\n5",6\n7,8'
    assert cells(text)[1:] == [
        [("x\n\ny", 2, 1), ("2", 4, 4)],
        [("3", 5, 1), ("4\n5", 5, 3), ("6", 6, 4)],
        [("7", 7, 1), ("8", 7, 3)],
    ]


def test_quotes_hold_commas_and_doubled_quotes() -> None:
    assert [cell[0] for cell in cells('"a,b","say ""x""", "spaced" ,5" pipe\n')[0]] == [
        "a,b",
        'say "x"',
        "spaced",
        '5" pipe',
    ]


def test_blank_lines_are_left_out_and_counted() -> None:
    assert cells("a\n\n  \nb\n\n\n") == [[("a", 1, 1)], [("b", 4, 1)]]


def test_an_open_quote_is_a_problem() -> None:
    problems = Problems()
    rows_of('a,b\n1,"x\n2,y\n', "a.csv", problems)
    (problem,) = problems.found
    assert str(problem.place) == "a.csv:2:3"


def test_text_after_a_quote_is_a_problem() -> None:
    problems = Problems()
    rows_of('a\n"x"y\n', "a.csv", problems)
    assert len(problems.found) == 1


@pytest.mark.parametrize("sign", [",", ";", "\t", "|"])
def test_the_sign_between_the_cells_is_found(sign: str) -> None:
    text = f'a{sign}b{sign}c\n"1,5;2"{sign}2{sign}x\n3:5{sign}4{sign}z\n'
    assert [[cell[0] for cell in row] for row in cells(text)] == [
        ["a", "b", "c"],
        ["1,5;2", "2", "x"],
        ["3:5", "4", "z"],
    ]


def test_decimal_commas_are_no_separators() -> None:
    assert [[cell[0] for cell in row] for row in cells("a;b\n1,5;2,5\n3,5;4,5\n")][1] == ["1,5", "2,5"]


def test_tabs_part_cells_that_have_commas() -> None:
    text = "unit,age,geo\\TIME\t2019 \t2020\nPC,Y15,DE\t12.3 p\t: \n"
    assert [[cell[0] for cell in row] for row in cells(text)][1] == ["PC,Y15,DE", "12.3 p", ":"]


def test_lists_within_a_cell_are_no_separators() -> None:
    assert [len(row) for row in cells("a,b\nx,1; 2\ny,3; 4\n")] == [2, 2, 2]


def test_a_first_line_may_say_the_separator() -> None:
    assert cells("sep=;\na;b,c\n")[0] == [("a", 2, 1), ("b,c", 2, 3)]


TEXTS = st.text(st.characters(codec="utf-8", categories=["L", "N", "P", "Zs"]) | st.sampled_from('",\n'), max_size=8)


@given(st.lists(st.lists(TEXTS.map(str.strip), min_size=2, max_size=4), min_size=1, max_size=5))
@settings(derandomize=True, deadline=None)
def test_what_a_csv_writer_writes_is_read_back(rows: list[list[str]]) -> None:
    out = io.StringIO(newline="")
    csv.writer(out, lineterminator="\n").writerows(rows)
    assert [[row.text(at) for at in range(len(row))] for row in rows_of(out.getvalue(), "", Problems(), ",")] == rows
