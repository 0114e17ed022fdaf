"""Signs that point to notes below a table: no part of names and numbers, and told with what the notes say."""

from __future__ import annotations

import pytest

from reportgen.commands.table import look
from reportgen.sheets.sheet import Line, Worksheet
from reportgen.source.note_signs import notes_below, pointer, without_sign
from tests.source.conftest import Make
from tests.source.test_regions import rows
from tests.source.test_tables import Files, Read

CSV = "area,boats*,crew\nNy²,1,2\nOy,3*,4\nUy (3),5,6\n\n* Licensed boats.\n²: Without islets\n3. An estimate\n"


def files(csv: str, keys: str = "", boats: str = "") -> Files:
    columns = f'area: , "boats*": {{type: integer{boats}}}, crew: {{type: integer}}'
    return {"data/tables.yaml": f"t: {{key: area, end: 4,{keys} columns: {{{columns}}}}}\n", "data/t.csv": csv}


def test_a_sign_with_its_note_below_is_no_part_of_a_name_or_a_number(read: Read) -> None:
    briefing = read(files(CSV))
    table = briefing.tables["t"]
    assert rows(briefing) == [["Ny", 1, 2], ["Oy", 3, 4], ["Uy", 5, 6]]
    assert [column.title for column in table.columns] == ["area", "boats", "crew"]
    told = [(one.rule, one.message, one.hint) for one in briefing.told]
    assert [rule for rule, _, _ in told] == ["table-notes"] * 3
    assert any('"Ny: Without islets. Uy: An estimate."' in hint for _, _, hint in told)
    assert any('"boats: Licensed boats."' in hint and '"*": none' in hint for _, _, hint in told)


def test_a_note_of_the_table_or_marks_end_it(read: Read) -> None:
    assert read(files(CSV, "note: Licensed boats.,")).told == ()
    every = read(files(CSV, 'marks: {"*": none, "²": none, "(3)": none},'))
    assert every.told == () and rows(every)[0] == ["Ny", 1, 2] and every.tables["t"].columns[1].title == "boats"
    told = read(files(CSV, 'marks: {"²": none, "(3)": none},', ', marks: {"*": none}')).told
    assert told == ()


def test_a_note_that_stands_elsewhere_is_ended_too(read: Read) -> None:
    csv = "area [note 1],boats*,crew\nNy [note 3],1,2\nOy,3,4\nUy,5 [note 2],6\n"
    columns = '"area [note 1]": {}, "boats*": {type: integer}, crew: {type: integer}'

    def told(marks: str) -> list[str]:
        entry = f"t: {{key: crew, {marks} columns: {{{columns}}}}}\n"
        return [one.rule for one in read({"data/tables.yaml": entry, "data/t.csv": csv}).told]

    assert told("") == ["table-notes"] * 3
    assert told('marks: {"[note 1]": none, "[note 2]": none, "[note 3]": none},') == []


@pytest.mark.parametrize("name", ["Ny*", "Ny²", "Ny (1)", "Size km²", "A*", "Ny†"])
def test_without_a_note_it_is_part_of_the_name(read: Read, name: str) -> None:
    csv = f"area,boats*,crew\n{name},1,2\nOy,3,4\nUy,5,6\n\nSource: Harbour office\n"
    assert rows(read(files(csv)))[0] == [name, 1, 2]


@pytest.mark.parametrize("name", ["A*", "Size km²", "Ny", "*", "5**", "(p)"])
def test_what_may_be_a_name_or_a_value_stays(name: str) -> None:
    assert pointer(name, {"*": "Licensed", "²": "Areas", "(1)": "Then"}) is None


@pytest.mark.parametrize(("text", "bare"), [("Ny*", "Ny"), ("1,234 (1)", "1,234"), ("Ny²,*", "Ny"), ("5*", "5")])
def test_signs_are_found_at_the_end(text: str, bare: str) -> None:
    found = pointer(text, {"*": "Licensed", "²": "Areas", "(1)": "Then"})
    assert found and found.text == bare


def test_the_helper_writes_the_notes_and_reads_what_has_the_signs(make: Make) -> None:
    csv = "Boats [note 4]\n\narea,2020¹,2021,2022,2023\nNy,1*,2,3,4\nOy²,1,2,3,4\n\n1 Financial years\n* Licensed.\n"
    home = make({"data/w.csv": csv + "(2) Without islets\nNote 4: Of all kinds\nSource: Office\n"})
    looked = look(home / "data" / "w.csv", home)
    note = "Of all kinds. 2020: Financial years. Ny (2020): Licensed. Oy: Without islets."
    assert f'  note: "{note}"\n' in looked.entry and looked.problems == ()
    assert "  title: Boats\n" in looked.entry and "    period: {type: year}\n" in looked.entry
    assert any("have become its note" in line for line in looked.taken)


@pytest.mark.parametrize(
    ("notes", "said"),
    [
        (["[note 2] One.", "² Other."], {"[note 2]": "One.", "²": "Other."}),
        (["² Other.", "[note 2] One."], {"[note 2]": "One.", "²": "Other."}),
        (["(1) One.", "¹ Other."], {"(1)": "One.", "¹": "Other."}),
        (["¹ Other.", "(1) One.", "[1] Third."], {"(1)": "One.", "¹": "Other.", "[1]": "Third."}),
        (["1. One."], {"(1)": "One.", "¹": "One.", "[1]": "One."}),
        (["Note 3: One."], {"[note 3]": "One.", "³": "One."}),
    ],
)
def test_each_sign_points_to_its_own_note(notes: list[str], said: dict[str, str]) -> None:
    rows = [Line(number, [text]) for number, text in enumerate(["Wales", *notes], 1)]
    below = notes_below(Worksheet("t.csv", rows), rows[:1])
    assert {sign: below[sign] for sign in said} == said


@pytest.mark.parametrize(
    ("names", "bare"),
    [
        (("Nyland", "Oyland1", "Uyland"), "Oyland"),
        (("Nyland", "Old Oyland1", "Uyland"), "Old Oyland"),
        (("Zone1", "Zone2", "Uyland", "Nyland"), ""),  # numbered
        (("Nyland", "Oyland 1", "Uyland"), ""),
        (("Nyland", "Q1", "Uyland"), ""),
        (("Nyland", "Oyland2", "Uyland"), ""),  # no note of that number
    ],
)
def test_a_digit_right_behind_one_name_points_to_the_note_of_that_number(
    read: Read, names: tuple[str, ...], bare: str
) -> None:
    csv = "area,boats*,crew\n" + "".join(f"{name},1,2\n" for name in names) + "\n1 With Ve.\n"
    table = {"data/tables.yaml": str(files("")["data/tables.yaml"]).replace("end: 4", f"end: {1 + len(names)}")}
    briefing = read({**table, "data/t.csv": csv})
    found = [row[0] for row in rows(briefing)]
    assert found == [bare if bare and name.endswith("1") else name for name in names]
    assert [one.rule for one in briefing.told] == ["table-notes"] * bool(bare)


@pytest.mark.parametrize("heading", ["Area km²", "Floor space m²", "Water m³"])
def test_a_power_is_no_sign_of_a_note(heading: str) -> None:
    assert without_sign(heading) == heading
