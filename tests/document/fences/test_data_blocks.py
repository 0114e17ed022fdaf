"""Charts, tables and timelines from the data."""

from __future__ import annotations

from dataclasses import replace

import pytest

from reportgen.dates import PartialDate
from reportgen.document import read
from reportgen.document.blocks import Chart, TableBlock, Timeline
from reportgen.document.inlines import Value
from reportgen.language import words_for
from reportgen.source.model import ColumnType
from tests.document.making import draft, dump, dumped, faults, paper


def _table(keys: str) -> list[str]:
    """The lines of a table's dump under its caption."""
    return [line.strip() for line in dumped(f"::: table\ntitle: T\n{keys}\n:::\n").splitlines()[2:]]


def test_column_types_decide_form_and_alignment() -> None:
    assert _table("data: dams\nwhere: {river: Elbe}") == [
        "<River | <Date | >Dams",
        "!{Elbe} | {2010} | {2}",
        "!{Elbe} | {May 2021} | {3}",
        "!{Elbe} | {1 Jun 2022} | {4}",
        "source: *Source:* Water Office, River survey",
    ]


def test_years_have_no_separator_and_a_column_the_same_decimals() -> None:
    assert _table("data: flow")[:3] == [
        "<River | <Year | >Rate",
        "!{Elbe} | !{2020} | {870.0}",
        "!{Elbe} | !{2021} | {861.5}",
    ]


def test_units_stand_in_the_header_and_missing_values_are_explained() -> None:
    assert _table("data: rivers\ncolumns: {name: The river, fall: Drop}\nnote: Measured.\nsource: law") == [
        "<The river | >Drop (%)",
        "!{Elbe} | {12.5}",
        "!{Rhine} | {7.3}",
        "!{North Esk} | {–}",
        "note: Measured. –: not measured",
        "source: *Source:* Parliament, Water law",
    ]


def test_the_key_names_the_rows_wherever_its_columns_stand() -> None:
    assert _table("data: flow\ncolumns: [rate, year]")[:2] == [">Rate | <Year", "{870.0} | !{2020}"]
    assert _table("data: flow\ncolumns: [rate]")[1] == "!{870.0}"


def test_a_note_names_its_row_by_all_of_the_key() -> None:
    note = "data: flow\nnotes:\n  - {row: '%s', column: rate, text: Dry.}"
    assert _table(note % "Elbe, 2021")[1:3] == ["!{Elbe} | !{2020} | {870.0}", "!{Elbe} | !{2021} | {861.5}^a"]
    [fault] = faults("::: table\ntitle: T\n" + note % "Elbe, 2012" + "\n:::")
    assert "this table has no row 'Elbe, 2012'" in fault


def test_a_note_names_its_row_by_a_part_of_the_key_where_that_is_enough() -> None:
    note = "data: flow\nnotes:\n  - {row: Elbe, column: rate, text: Dry.}\n"
    assert _table(note + "where: {year: 2021}")[1] == "!{Elbe} | !{2021} | {861.5}^a"
    [fault] = faults("::: table\ntitle: T\n" + note + "\n:::")
    assert "this table has no row 'Elbe'" in fault


def test_another_column_may_head_the_rows() -> None:
    assert _table("data: flow\nheader: year\nwhere: {river: Elbe}")[1] == "{Elbe} | !{2020} | {870.0}"


@pytest.mark.parametrize(
    ("keys", "rows"),
    [
        ("where: {length: '>=1094'}", "Elbe Rhine"),
        ("where: {length: '<1,000'}", None),
        ("where: {length: '!=64'}\nsort: -name", "Rhine Elbe"),
        ("where: {name: [Rhine, Elbe]}\nsort: name", "Elbe Rhine"),
        ("where: {fall: '>0'}", "Elbe Rhine"),
        ("sort: fall", "Rhine Elbe North Esk"),
        ("sort: -fall", "Elbe Rhine North Esk"),
        ("sort: [-items, name]", "North Esk Rhine Elbe"),
    ],
)
def test_rows_are_chosen_and_sorted(keys: str, rows: str | None) -> None:
    text = f"::: table\ntitle: T\ndata: rivers\ncolumns: name\n{keys}\n:::\n"
    if rows is None:
        assert faults(text) == ["text/t1.md:5:18: error: length must be a number, not '1,000' [wrong-type]"]
        return
    found = [line.strip("!{} ") for line in dumped(text).splitlines()[3:] if "source" not in line]
    assert " ".join(found) == rows


@pytest.mark.parametrize(
    ("condition", "counts"),
    [("2022", "4 9"), (">=2021", "3 4 9"), (">2021", "4 9"), ("<2021", "2 1 2"), ("<=2021-05", "2 3 1 2")],
)
def test_a_year_stands_for_all_of_its_days(condition: str, counts: str) -> None:
    lines = _table(f'data: dams\ncolumns: count\nwhere: {{date: "{condition}"}}')[1:-1]
    assert " ".join(line.strip("!{}") for line in lines) == counts


def test_the_latest_row_of_each_key_is_not_after_the_facts() -> None:
    lines = _table("data: dams\nlatest: true")
    assert lines[1:-1] == ["!{Elbe} | {May 2021} | {3}", "!{Oder} | {1 Jan 2020} | {1}", "!{Oder} | {1 Jan 2020} | {2}"]


def test_every_cell_knows_its_record() -> None:
    table = draft("::: table\ntitle: T\ndata: rivers\n:::\n").sections[0].blocks[0]
    assert isinstance(table, TableBlock)
    value = table.rows[1].cells[1].content[0]
    assert isinstance(value, Value)
    assert value.records[0].name == "rivers.Rhine.length" and value.place.file == "text/t1.md"
    assert table.rows[1].cells[1].place.line == 3


def test_a_chart_is_specified_with_its_data_selected() -> None:
    text = """::: chart flow
kind: lines
data: flow
title: Flow: less
y: rate
bands: [1, "2"]
where: {river: Elbe}
columns: [year, rate]
height: 80
alt: The {{ rivers.Elbe.name }} carries less.
colours:
  a: b
:::
"""
    made = draft(text)
    (spec,) = made.charts
    assert (spec.id, spec.kind, spec.height, spec.alt) == ("flow", "lines", 80, "The Elbe carries less.")
    assert spec.options == {"y": "rate", "bands": ["1", "2"], "colours": {"a": "b"}}
    assert list(spec.data) == [{"year": 2020.0, "rate": 870.0}, {"year": 2021.0, "rate": 861.5}]
    assert spec.data.info("rate").type == "number" and spec.data.missing == "not measured"
    assert (spec.place.line, spec.option_places["y"].line, spec.option_places["y"].column) == (1, 5, 4)
    chart = made.sections[0].blocks[0]
    assert isinstance(chart, Chart) and chart.label == "Chart\u00a01" and chart.anchor == "chart-flow"


@pytest.mark.parametrize(
    ("keys", "rows"),
    [
        ("kind: area\ndate: year\nvalues: rate\nseries: river", ["Elbe"]),
        ("kind: bars\nlayout: stacked\ncategory: year\nvalues: rate\nseries: river", ["Elbe"]),
        ("kind: bars\ncategory: year\nvalues: rate\nseries: river", ["Elbe", "at"]),
        ("kind: bars\nlayout: stacked\ncategory: river\nvalues: rate", ["Elbe", "at"]),
        ("kind: histogram\nvalues: rate", ["Elbe"]),
    ],
)
def test_a_chart_that_adds_rows_up_leaves_totals_out(keys: str, rows: list[str]) -> None:
    made = paper(f"::: chart\ntitle: T\ndata: flow\n{keys}\n:::\n")
    flow = replace(made.tables["flow"], totals={"river": ("at",)})
    (spec,) = read(replace(made, tables={**made.tables, "flow": flow}), words_for("en-GB")).charts
    assert list(dict.fromkeys(row["river"] for row in spec.data)) == rows


def test_an_option_that_is_no_yaml_is_text() -> None:
    (spec,) = draft("::: chart\nkind: k\ndata: flow\ntitle: T\naxis: Rate: all of it\nx: {a\n:::\n").charts
    assert spec.options == {"axis": "Rate: all of it", "x": "{a"}


def test_dates_reach_a_chart_as_dates() -> None:
    (spec,) = draft("::: chart\nkind: k\ndata: dams\ntitle: T\n:::\n").charts
    assert spec.data["date"][0] == PartialDate(2010) and spec.id == "1"


def test_values_in_the_keys_of_blocks() -> None:
    block = "::: chart c-{{ r | lower }}\nkind: k\ndata: flow\ntitle: '{{ r }}'\nwhere: {river: '{{ r }}'}\n:::"
    text = f"{{% for r in ['Elbe', 'at'] %}}\n{block}\n{{% endfor %}}\n@chart-c-{{{{ 'at' }}}}"
    made = draft(text)
    assert [(spec.id, len(spec.data)) for spec in made.charts] == [("c-elbe", 2), ("c-at", 1)]
    assert "<Chart 2|#chart-c-at>" in dumped(text)


def test_a_timeline_from_data_is_in_order() -> None:
    made = draft("::: timeline\ntitle: Dams\ndata: dams\ntext: river\nwhere: {river: [Elbe, Oder]}\n:::\n")
    timeline = made.sections[0].blocks[0]
    assert isinstance(timeline, Timeline) and tuple(made.cited) == ("survey",)
    dates = [event.date[0].text for event in timeline.events if isinstance(event.date[0], Value)]
    assert dates == ["2010", "1\u00a0Jan 2020", "1\u00a0Jan 2020", "May 2021", "1\u00a0Jun 2022"]


@pytest.mark.parametrize(("keys", "sorted_"), [("", False), ("sort: -fall\n", True)])
def test_a_chart_hears_of_an_explicit_order_and_of_its_table(keys: str, sorted_: bool) -> None:
    text = f"::: chart c\nkind: bars\ndata: rivers\ncategory: name\nvalues: fall\ntitle: T\n{keys}:::\n"
    (chart,) = draft(text).charts
    assert chart.data.sorted is sorted_
    assert chart.data.title == "Rivers"


@pytest.mark.parametrize(
    ("cells", "note", "lines"),
    [
        ("| a | |", "", ["!a | –", "note: –: no data"]),
        ("| a | |", "note: Yes.", ["!a | –", "note: Yes. –: no data"]),
        ("| a | |", "note: –: not asked", ["!a | –", "note: –: not asked"]),
        ("| a | – |", "", ["!a | –"]),
    ],
)
def test_an_empty_cell_that_the_author_left_is_explained(cells: str, note: str, lines: list[str]) -> None:
    assert _table(f"{note}\n\n| x | y |\n|---|---|\n{cells}".removeprefix("\n"))[1:] == lines


def test_rows_name_the_sources_of_a_table_that_names_none() -> None:
    made = draft("::: table\ntitle: T\ndata: rivers\n:::\n")
    assert tuple(made.cited) == ("survey",)


def test_an_empty_cell_may_mean_the_one_above_it() -> None:
    made = paper("::: table\ntitle: T\ndata: rivers\ncolumns: [name, fall]\n:::\n")
    rivers = made.tables["rivers"]
    columns = tuple(replace(one, missing="as above") if one.name == "fall" else one for one in rivers.columns)
    made = replace(made, tables={**made.tables, "rivers": replace(rivers, columns=columns)})
    (section,) = read(made, words_for("en-GB")).sections
    assert [line.strip() for line in dump(section)][5:] == [
        "!{North Esk} | {as above}",
        "source: *Source:* Water Office, River survey",
    ]


@pytest.mark.parametrize(
    ("written", "aligned"),
    [
        (("12", "1,300", "–5.2"), "right"),
        (("12%", "£3m", "n/a"), "right"),
        (("12", "many", "3"), "left"),
        (("007", "012", "113"), "left"),  # digits that name something
    ],
)
def test_numbers_whose_author_has_not_said_so_stand_right(written: tuple[str, ...], aligned: str) -> None:
    made = paper("::: table\ntitle: T\ndata: rivers\ncolumns: [name, fall]\n:::\n")
    rivers = made.tables["rivers"]
    columns = tuple(replace(one, type="string") if one.name == "fall" else one for one in rivers.columns)
    rows = [
        replace(row, cells={**row.cells, "fall": replace(row.cells["fall"], value=text)})
        for row, text in zip(rivers.rows, written, strict=True)
    ]
    made = replace(made, tables={**made.tables, "rivers": replace(rivers, columns=columns, rows=tuple(rows))})
    (section,) = read(made, words_for("en-GB")).sections
    (table,) = (block for block in section.blocks if isinstance(block, TableBlock))
    assert table.columns[1].align == aligned


@pytest.mark.parametrize("kind", ["string", "date", "period"])
def test_what_words_say_of_its_parts_is_not_missing_at_a_total(kind: ColumnType) -> None:
    made = paper("::: table\ntitle: T\ndata: rivers\ncolumns: {name: River, fall: Group}\n:::\n")
    rivers = made.tables["rivers"]
    columns = tuple(replace(one, type=kind) if one.name == "fall" else one for one in rivers.columns)
    for totals, lines in (
        ({}, ["!{North Esk} | {–}", "note: –: not measured"]),
        ({"name": ("North Esk",)}, ["!{North Esk} | {}"]),
    ):
        table = replace(rivers, columns=columns, totals=totals)
        (block,) = read(replace(made, tables={**made.tables, "rivers": table}), words_for("en-GB")).sections[0].blocks
        found = [line.strip() for line in dump(block)]
        assert found[found.index(lines[0]) : -1] == lines


def test_numbers_above_zero_have_a_sign_where_the_file_has_one() -> None:
    made = paper("::: table\ntitle: T\ndata: rivers\ncolumns: {name: River, fall: Change}\n:::\n")
    rivers = made.tables["rivers"]
    columns = tuple(replace(one, plus="+" if one.name == "fall" else "") for one in rivers.columns)
    signed = replace(made, tables={**made.tables, "rivers": replace(rivers, columns=columns)})
    (block,) = read(signed, words_for("en-GB")).sections[0].blocks
    found = [line.strip() for line in dump(block)]
    assert found[found.index("!{Elbe} | {+12.5}") :][:3] == [
        "!{Elbe} | {+12.5}",
        "!{Rhine} | {+7.3}",
        "!{North Esk} | {–}",
    ]
