"""The XML of sheets and of the texts that cells share: what stands in the cells, whoever wrote it."""

from __future__ import annotations

import io

import pytest

from reportgen.sheets.sheet import NO_RESULT
from reportgen.sheets.sheet_xml import Cell, SheetXml, Texts

_SPACE = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"


def cells(data: str, prefix: str = "") -> list[tuple[int, list[Cell]]]:
    found: list[tuple[int, list[Cell]]] = []
    mine = f"xmlns:{prefix}" if prefix else "xmlns"
    name = f"{prefix}:worksheet" if prefix else "worksheet"
    text = f'<{name} {mine}="{_SPACE}" xmlns:other="urn:other">{data}</{name}>'
    SheetXml(lambda number, row: found.append((number, row))).read(io.BytesIO(text.encode()))
    return found


def shared(*items: str) -> list[str]:
    texts = Texts()
    inside = "".join(f"<si>{item}</si>" for item in items)
    texts.read(io.BytesIO(f'<sst xmlns="{_SPACE}">{inside}</sst>'.encode()))
    return texts.found


def run(text: str, raised: bool = False) -> str:
    look = '<rPr><vertAlign val="superscript"/><sz val="11"/></rPr>' if raised else "<rPr><sz val='11'/></rPr>"
    return f"<r>{look}<t>{text}</t></r>"


def test_cells_have_their_places_types_and_styles() -> None:
    row = '<row r="3"><c r="B3" s="2"><v>12</v></c><c r="AA3" t="s"><v>0</v></c></row>'
    assert cells(f"<sheetData>{row}</sheetData>") == [(3, [(2, "12", "n", 2), (27, "0", "s", 0)])]


def test_what_names_no_place_follows_what_stands_before_it() -> None:
    rows = '<row><c><v>1</v></c><c/><c><v>2</v></c></row><row r="7"/><row><c><v>3</v></c></row>'
    found = cells(f"<sheetData>{rows}</sheetData>")
    assert found == [(1, [(1, "1", "n", 0), (3, "2", "n", 0)]), (8, [(1, "3", "n", 0)])]


def test_spaces_between_elements_and_a_prefix_change_nothing() -> None:
    row = '\n <x:row r="1">\n  <x:c r="A1">\n   <x:f>1+1</x:f>\n   <x:v>2</x:v>\n  </x:c>\n </x:row>\n'
    ((number, ((column, text, kind, style),)),) = cells(f"<x:sheetData>{row}</x:sheetData>", "x")
    assert (number, column, float(text), kind, style) == (1, 1, 2, "n", 0)


def test_what_stands_behind_a_value_or_in_another_namespace_is_none_of_it() -> None:
    row = '<row r="1"><c r="A1"><v>2</v><extLst><ext>5</ext></extLst></c><c r="B1"><v>3</v></c></row>'
    rest = "<pageMargins left='1'/><other:row>9</other:row><other:col>8</other:col>"
    assert cells(f"<sheetData>{row}</sheetData>{rest}") == [(1, [(1, "2", "n", 0), (2, "3", "n", 0)])]


def test_a_formula_without_a_result_is_told_from_one_of_an_empty_text() -> None:
    row = '<row r="1"><c r="A1"><f>B1</f></c><c r="B1" t="str"><f>C1</f><v></v></c><c r="C1" s="1"/></row>'
    assert cells(f"<sheetData>{row}</sheetData>") == [(1, [(1, "", NO_RESULT, 0), (2, "", "str", 0)])]


def test_what_is_hidden_and_merged() -> None:
    read = SheetXml(lambda number, row: None)
    data = '<cols><col min="2" max="3" hidden="1"/></cols><sheetData><row r="4" hidden="true"/></sheetData>'
    data += '<mergeCells><mergeCell ref="A1:B2"/></mergeCells>'
    read.read(io.BytesIO(f'<worksheet xmlns="{_SPACE}">{data}</worksheet>'.encode()))
    assert read.hidden_rows == {4}
    assert read.merged == ["A1:B2"]
    assert [given["max"] for given in read.columns] == ["3"]


def test_texts_are_put_together_from_their_runs_and_not_from_how_they_are_pronounced() -> None:
    said = "<rPh sb='0' eb='1'><t>トウ</t></rPh><phoneticPr fontId='1'/>"
    assert shared("<t>a &amp; b</t>", run("No") + run("rth"), f"<t>東</t>{said}", "<t/>", "<t> c </t>") == [
        "a & b",
        "North",
        "東",
        "",
        " c ",
    ]


@pytest.mark.parametrize(
    ("before", "raised", "text"),
    [
        ("Wales", "2", "Wales²"),
        ("1,204", "1", "1,204¹"),
        ("Wales", "1, 2", "Wales¹, ²"),
        ("10", "-3", "10⁻³"),
        ("Wales", "a", "Wales [note a]"),
        ("England (all)", "(b)", "England (all) [note b]"),
        ("1", "e", "1e"),
        ("N", "o", "No"),
        ("3", "rd", "3rd"),
        ("Ceded", "*", "Ceded*"),
    ],
)
def test_a_raised_part_is_what_would_be_typed_for_it(before: str, raised: str, text: str) -> None:
    runs = run(before) + run(raised, raised=True)
    assert shared(runs) == [text]
    row = f'<row r="1"><c r="A1" t="inlineStr"><is>{runs}</is></c></row>'
    assert cells(f"<sheetData>{row}</sheetData>") == [(1, [(1, text, "inlineStr", 0)])]
    assert shared(runs + run(" only")) == [f"{text} only"]
