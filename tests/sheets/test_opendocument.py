"""ODS: what stands in the cells, and what is shown beside it."""

from __future__ import annotations

import pytest

from reportgen.editions.carrying import packed
from reportgen.sheets.opendocument import OpenDocument
from reportgen.sheets.sheet import Line, Merge, Shown, Worksheet
from reportgen.sheets.unreadable import Unreadable

KIND = "application/vnd.oasis.opendocument.spreadsheet"
NAMES = " ".join(
    f'xmlns:{name}="urn:oasis:names:tc:opendocument:xmlns:{name}:1.0"' for name in ("office", "table", "text", "style")
)
STYLE = (
    '<style:style style:name="off" style:family="table"><style:table-properties table:display="false"/></style:style>'
)


def ods(rows: str, *, mimetype: bool = True, columns: str = "") -> bytes:
    """A workbook with the sheet `Data`, and an empty hidden one."""
    tables = f'<table:table table:name="Data">{columns}{rows}</table:table>'
    tables += '<table:table table:name="Old" table:style-name="off"/>'
    content = (
        f"<office:document-content {NAMES}><office:automatic-styles>{STYLE}</office:automatic-styles>"
        f"<office:body><office:spreadsheet>{tables}</office:spreadsheet></office:body></office:document-content>"
    )
    manifest = (
        '<manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0">'
        f'<manifest:file-entry manifest:full-path="/" manifest:media-type="{KIND}"/>'
        '<manifest:file-entry manifest:full-path="content.xml" manifest:media-type="text/xml"/></manifest:manifest>'
    )
    parts = {"mimetype": KIND} if mimetype else {}
    return packed(
        {
            name: text.encode()
            for name, text in {**parts, "content.xml": content, "META-INF/manifest.xml": manifest}.items()
        }
    )


def row(*cells: str, more: str = "") -> str:
    return f"<table:table-row{more}>{''.join(cells)}</table:table-row>"


def text(words: str, more: str = "") -> str:
    return f'<table:table-cell office:value-type="string"{more}><text:p>{words}</text:p></table:table-cell>'


def number(value: str, shown: str, kind: str = "float", more: str = "") -> str:
    given = f'office:value-type="{kind}" office:value="{value}"{more}'
    return f"<table:table-cell {given}><text:p>{shown}</text:p></table:table-cell>"


def day(value: str, shown: str) -> str:
    given = f'office:value-type="date" office:date-value="{value}"'
    return f"<table:table-cell {given}><text:p>{shown}</text:p></table:table-cell>"


def sheet(data: bytes) -> Worksheet:
    return OpenDocument(data, "a.ods").sheet("Data")


def cells(line: Line) -> list[tuple[str, Shown]]:
    return [line.read(at) for at in range(len(line))]


def test_numbers_are_read_as_they_are_shown() -> None:
    (line,) = sheet(
        ods(
            row(
                number("0.142857142857143", "14,3 %", "percentage"),
                number("1234.5", "£1,234.50", "currency"),
                number("7", "007"),
                number("0.333333333333333", "0.333333333333333"),
                number("12345678", "12.3 m"),
            )
        )
    ).lines
    assert cells(line) == [
        ("14.2857142857143", Shown(1, "%")),
        ("1234.5", Shown(2, "£")),
        ("7", Shown(text="007")),
        ("0.333333333333333", Shown()),
        ("12.345678", Shown(1, "m")),
    ]


def test_dates_are_as_precise_as_they_are_shown() -> None:
    (line,) = sheet(
        ods(row(day("2024-03-01", "Mar 24"), day("2024-01-01", "2024"), day("2024-03-01", "1 Mar 2024")))
    ).lines
    assert [line.text(at) for at in range(3)] == ["2024-03", "2024", "2024-03-01"]


def test_what_is_repeated_hidden_and_merged_is_told() -> None:
    wide = '<table:table-column/><table:table-column table:visibility="collapse"/>'
    rows = row(text("a", ' table:number-rows-spanned="2"'), text("b", ' table:number-columns-repeated="2"'))
    rows += row("<table:covered-table-cell/>", number("1", "1"), more=' table:visibility="filter"')
    rows += row(
        '<table:table-cell table:number-columns-repeated="1024"/>', more=' table:number-rows-repeated="1048000"'
    )
    found = sheet(ods(rows, columns=wide))
    assert [[line.text(at) for at in range(len(line))] for line in found.lines] == [["a", "b", "b"], ["", "1"]]
    assert (found.merged, found.hidden_rows, found.hidden_columns) == (
        [Merge(1, 2, 0, 0)],
        frozenset({2}),
        frozenset({1}),
    )


def test_hidden_sheets_are_told() -> None:
    assert OpenDocument(ods(row(text("a")))).hidden == frozenset({"Old"})


def test_an_error_is_a_fault() -> None:
    cell = '<table:table-cell table:formula="of:=1/0"><text:p>#DIV/0!</text:p></table:table-cell>'
    (line,) = sheet(ods(row(text("a"), cell))).lines
    assert (line.text(1), line.fault(1)) == ("", "#DIV/0!")


def test_a_file_without_its_type_is_read() -> None:
    assert len(sheet(ods(row(text("a")), mimetype=False)).lines) == 1


def test_rows_that_repeat_beyond_a_sheet_are_refused() -> None:
    with pytest.raises(Unreadable, match="too large"):
        sheet(ods(row(text("a"), more=' table:number-rows-repeated="2000000"')))


@pytest.mark.parametrize("count", ['"1000000000"', "'1000000000'", ' "-1"', '"many"'])
def test_of_spaces_in_a_row_one_is_read_however_many_are_counted(count: str) -> None:
    (line,) = sheet(ods(row(text(f"a<text:s text:c={count}/>b")))).lines
    assert line.text(0) == "a b"
