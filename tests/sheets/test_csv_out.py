from __future__ import annotations

import pytest

from reportgen.sheets.csv_out import written


@pytest.mark.parametrize("cell", ["=1+1", "@SUM(A1)", "+cmd|' /C calc'!A0", "-2+3", "\t=1", "\r=1", '=HYPERLINK("x")'])
def test_a_formula_is_a_text(cell: str) -> None:
    made = written([[cell]]).decode().strip('\n"').replace('""', '"')
    assert made == f"'{cell}"


@pytest.mark.parametrize("cell", ["-5.2", "+3", "-1,200", "-", "+", "-4%", "5", "", "a=b", "–", "2020-01-01", "'=1"])
def test_what_is_none_stays(cell: str) -> None:
    assert written([[cell, "x"]]).decode().replace('"', "") == f"{cell},x\n"


def test_lines_end_as_asked() -> None:
    assert written([["a", 1], ["b", -2]], "\r\n") == b"a,1\r\nb,-2\r\n"
