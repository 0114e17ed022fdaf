"""Eurostat's first column: the dimensions that it holds, each a column at the place of the file."""

from __future__ import annotations

from reportgen.problems import Problems
from reportgen.sheets.csv_cells import rows_of
from reportgen.sheets.dimensions import parted


def cells(text: str) -> list[list[str]]:
    lines = parted(rows_of(text, "a.tsv", Problems(), "\t"))
    return [[line.text(at) for at in range(len(line))] for line in lines]


def test_each_dimension_is_a_column() -> None:
    text = "freq,geo\\TIME_PERIOD\t2019 \t2020 \nA,AT\t1 \t2 p\nA,BE\t: \t4 \n"
    assert cells(text) == [["freq", "geo", "2019", "2020"], ["A", "AT", "1", "2 p"], ["A", "BE", ":", "4"]]
    first = parted(rows_of(text, "a.tsv", Problems(), "\t"))[1]
    assert [first.place(at)[0] for at in range(4)] == [2] * 4
    assert (first.place(1), first.place(3)[1] > first.place(2)[1]) == (first.place(0), True)


def test_any_other_first_column_stays_as_it_is() -> None:
    assert cells("name\\time\t2019\nA,AT\t1\n") == [["name\\time", "2019"], ["A,AT", "1"]]
    assert cells("freq,geo\\time\t2019\nA,AT,X\t1\n") == [["freq,geo\\time", "2019"], ["A,AT,X", "1"]]
    assert cells("area,code\t2019\nA,AT\t1\n") == [["area,code", "2019"], ["A,AT", "1"]]
