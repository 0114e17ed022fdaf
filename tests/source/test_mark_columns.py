"""A column of marks beside the column of their values."""

from __future__ import annotations

import pytest

from tests.source.test_tables import Faults, Files, Read

COLUMNS = "geo: , OBS_VALUE: {type: number, mark_column: OBS_STATUS"


def files(csv: str, keys: str = "", name: str = "OBS_STATUS") -> Files:
    columns = COLUMNS.replace("OBS_STATUS", name)
    return {"data/tables.yaml": f"t: {{key: geo, columns: {{{columns}{keys}}}}}}}\n", "data/t.csv": csv}


def marks(read: Read, text: str, name: str = "OBS_STATUS", keys: str = "") -> list[str]:
    csv = f"geo;OBS_VALUE;{name}\n" + "".join(f"G{at};{row}\n" for at, row in enumerate(text.split()))
    table = read(files(csv, keys, name)).tables["t"]
    return [f"{row.value('OBS_VALUE')}{row.cells['OBS_VALUE'].mark or ''}" for row in table.rows]


def test_the_marks_are_those_of_the_values(read: Read) -> None:
    assert marks(read, "12.5; 13.5;p 11.5;b 12.1;e ; ;c") == ["12.5", "13.5p", "11.5b", "12.1e", "None", "Nonec"]
    assert marks(read, "12.5;[p] ;[c] 3;Provisional 4;final") == ["12.5p", "Nonec", "3p", "4"]


def test_codes_of_sdmx_are_known_under_their_names(read: Read) -> None:
    assert marks(read, "12;A 13;P 14;B ;M ;Q") == ["12", "13p", "14b", "Nonez", "Nonec"]
    assert marks(read, "12;F ;C", "CONF_STATUS") == ["12", "Nonec"]


def test_what_nobody_has_explained_is_asked_once(faults: Faults, read: Read) -> None:
    csv = "geo;OBS_VALUE;flag\nA;1;d\nB;2;bp\nC;3;d\n"
    assert faults(files(csv, name="flag")) == [
        "sources/paper/data/t.csv:2:3: error: 'OBS_VALUE' has 'd', 'bp' in the column of its marks, 'flag' [cell-mark]"
    ]
    assert marks(read, "1;d 2;bp 3;d", "flag", ', marks: {"d": none, "bp": p}') == ["1", "2p", "3"]


@pytest.mark.parametrize(
    ("row", "said"),
    [
        ("1;c", "has the mark [c] (suppressed) in 'OBS_STATUS' beside a value"),
        (";p", "has the mark [p] (provisional) in 'OBS_STATUS' and no value"),
        ("1 [e];p", "has the mark [e], and [p] in 'OBS_STATUS'"),
    ],
)
def test_marks_that_no_value_bears_are_told(row: str, said: str, faults: Faults) -> None:
    (fault,) = faults(files(f"geo;OBS_VALUE;OBS_STATUS\nA;{row}\nB;3;\n"))
    assert said in fault


def test_the_column_is_there_and_has_numbers_beside_it(faults: Faults) -> None:
    (fault,) = faults(files("geo,OBS_VALUE,x\nA,1,p\n"))
    assert "the table 't' has no column 'OBS_STATUS'" in fault
    keys = {"data/tables.yaml": "t: {columns: {a: {mark_column: b}}}\n", "data/t.csv": "a,b\nx,p\n"}
    (fault,) = faults(keys)
    assert "the column 'a' has marks in another, so it must be one of numbers" in fault


def test_a_mark_in_a_heading_is_that_of_all_values(read: Read) -> None:
    for name in ('"2024 [p]"', '"2024p"', '"2024 (p)"', '"2024 (provisional)"', '"Boats [p]"', '"Boats (provisional)"'):
        keys = {
            "data/tables.yaml": f"t: {{key: geo, columns: {{geo: , {name}: {{type: integer}}}}}}\n",
            "data/t.csv": f"geo,{name}\nA,1\nB,[c]\nC,3 [r]\n",
        }
        table = read(keys).tables["t"]
        cells = [next(reversed([*row.cells.values()])) for row in table.rows]
        assert [cell.mark for cell in cells] == ["p", "c", "r"]
        assert table.columns[1].title in ("2024", "Boats") and table.columns[1].name == name.strip('"')


def test_a_column_that_is_called_as_a_mark_has_none(read: Read) -> None:
    table = read({"data/tables.yaml": "t: {columns: {x: {type: integer}}}\n", "data/t.csv": "x\n1\n2\n"}).tables["t"]
    assert table.columns[0].title == "x" and not any(row.cells["x"].mark for row in table.rows)


def test_a_mark_stands_behind_words_and_a_period_too_but_no_unit_that_is_declared(read: Read) -> None:
    for name, unit, mark in (("Boats 2024-25 (p)", "", "p"), ("Fare Q1 2024 (p)", "p", None), ("Fare (p)", "", None)):
        entry = f't: {{key: geo, columns: {{geo: , {name}: {{type: integer, unit: "{unit}"}}}}}}\n'
        table = read({"data/tables.yaml": entry, "data/t.csv": f"geo,{name}\nA,1\n"}).tables["t"]
        assert table.rows[0].cells[name].mark == mark
        assert table.columns[1].title == (name.removesuffix(" (p)") if mark else name)


def test_a_sign_may_say_nothing_of_its_value(read: Read) -> None:
    keys = '{columns: {a: {type: integer, marks: {"*": none}}}}'
    table = read({"data/tables.yaml": f"t: {keys}\n", "data/t.csv": "a\n5*\n6\n"}).tables["t"]
    assert [row.value("a") for row in table.rows] == [5, 6] and not any(row.cells["a"].mark for row in table.rows)
