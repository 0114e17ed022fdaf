"""Where each value is used: one briefing with every kind of use, and the pages held against the finished paper."""

from __future__ import annotations

import csv
import io
import json
import re
from pathlib import Path

import pypdfium2 as pdfium
import pytest

from reportgen.cli import main
from reportgen.commands.facts import COLUMNS, Listing, Used, listing
from reportgen.document.composing.appendix import ANCHOR
from reportgen.document.composing.uses import uses
from reportgen.document.inlines import values
from reportgen.document.tree import sections, texts
from reportgen.pdf import write
from reportgen.pipeline import composed
from tests.conftest import Write
from tests.corpus import TINY, WHOLE, Source

Printed = pytest.CaptureFixture[str]
(REAL,) = (source for source in WHOLE if source.name == "western-balkans")

HEAD = """\
title: "Boats of {{ facts.in_title }}"
facts_as_of: 2024-06-30
in_brief: There are {{ facts.on_cover }} boats.
key_facts: [{value: "{{ facts.in_key }}", label: "boats and {{ facts.in_label }} crews"}]
contents: [summary]
"""
KINDS = {
    "in_title": ("cover", "7"),
    "on_cover": ("cover", "8"),
    "in_key": ("key fact", "9"),
    "in_label": ("key fact", "10"),
    "in_heading": ("heading", "11"),
    "in_prose": ("prose", "12"),
    "in_list": ("prose", "13"),
    "in_note": ("note", "14"),
    "in_box": ("prose", "15"),
    "in_box_title": ("heading", "16"),
    "in_quote": ("quotation", "17"),
    "in_caption": ("caption", "18"),
    "in_cell": ("table", "19"),
    "in_figures": ("key fact", "20"),
    "in_event": ("timeline", "21"),
    "in_date": ("timeline", "22\u00a0May 2021"),
    "in_alt": ("alternative text", "23"),
    "in_code": ("code", "24"),
    "in_setting": ("setting", "ferry"),
    "in_cell_note": ("note", "26"),
    "in_chart_title": ("caption", "27"),
    "in_definition": ("prose", "28"),
    "in_link": ("prose", "29"),
}
"""Each fact with the kind of its use and its words."""
TEXT = """\
# Summary of {{ facts.in_heading }}

In prose, {{ facts.in_prose }}.[^n] In code `{{ facts.in_code }}`, in a link [{{ facts.in_link }}](https://example.org).

- A list has {{ facts.in_list }}

[^n]: A note has {{ facts.in_note }}.

Word
: Said of {{ facts.in_definition }}

::: box
title: A box of {{ facts.in_box_title }}

In a box {{ facts.in_box }}.
:::

::: quote
who: Somebody
role: sailor
date: 2020
source: office

There were {{ facts.in_quote }} then.
:::

::: table t
title: A table
note: Read with {{ facts.in_caption }}.
notes:
  - {row: One, column: Boats, text: "Of which {{ facts.in_cell_note }}."}

| Port | Boats |
|---|---|
| One | {{ facts.in_cell }} |
:::

::: keyfacts
{{ facts.in_figures }}
: boats
:::

::: timeline
{{ facts.in_date | asis }}
: Then {{ facts.in_event }}.
:::

::: chart c
kind: bars
data: boats
category: port
values: boats
title: Of {{ facts.in_chart_title }} the most
subtitle: Boats in two ports
columns: [port, boats]
where: {kind: "{{ facts.in_setting }}"}
alt: Bars that reach {{ facts.in_alt }}.
:::

::: table all
data: boats
title: All boats
:::
"""
TABLES = """\
boats:
  key: port
  date: day
  source: office
  review_after: 2025-01
  columns:
    port: {title: Port}
    day: {title: Day, type: date}
    boats: {title: Boats, type: integer}
    kind: {title: Kind}
spare: {file: boats.csv, as_of: 2023, columns: {port: {}, day: {type: date}, boats: {}, kind: {}}}
"""
BOATS = "port,day,boats,kind\nNorth,2024-01-31,1234,ferry\nSouth,2024-03,56 [p],ferry\nWest,2024,,yacht\n"


@pytest.fixture
def folder(briefing: Write, workspace: Path) -> Path:
    made = briefing("boats", TEXT, HEAD)
    (made / "data").mkdir()
    facts = [
        f"{name}: {{value: {'2021-05-22' if name == 'in_date' else words}, source: office, as_of: 2024-02}}"
        for name, (_, words) in KINDS.items()
    ]
    facts.append('idle: {value: "a, “b”\\nc", review_after: 2024-12}')
    (made / "data" / "facts.yaml").write_text("\n".join(facts))
    (made / "data" / "tables.yaml").write_text(TABLES)
    (made / "data" / "boats.csv").write_text(BOATS)
    (made / "references.yaml").write_text("- {id: office, type: report, title: Boats, publisher: Office}\n")
    return made


@pytest.fixture
def found(folder: Path, workspace: Path) -> Listing:
    made = listing(folder, workspace)
    assert not made.failed, made.problems
    return made


def of(found: Listing, record: str) -> tuple[Used, ...]:
    (entry,) = (entry for entry in found.entries if entry.record.name == record)
    return entry.uses


def test_each_kind_of_use_is_told_with_its_words(found: Listing) -> None:
    told = {name: [(use.kind, use.printed) for use in of(found, f"facts.{name}")] for name in KINDS}
    assert told == {name: [expected] for name, expected in KINDS.items()}


def test_a_use_has_the_place_of_its_braces(found: Listing) -> None:
    lines = TEXT.splitlines()
    for name in KINDS.keys() - {"in_title", "on_cover", "in_key", "in_label"}:
        (use,) = of(found, f"facts.{name}")
        assert use.place.file == "sources/boats/text/summary.md"
        assert lines[use.place.line - 1].find(f"{{{{ facts.{name}") == use.place.column - 1, name


def test_cells_of_tables_and_charts_are_told_with_source_dates_and_mark(found: Listing) -> None:
    assert [(use.kind, use.printed) for use in of(found, "boats.North.boats")] == [
        ("chart", "1,234"),
        ("table", "1,234"),
    ]
    assert [use.kind for use in of(found, "boats.West.boats")] == ["table"]
    south = next(entry for entry in found.entries if entry.record.name == "boats.South.boats")
    assert (south.value, str(south.as_of), str(south.record.review_after)) == ("56 [p]", "2024-03", "2025-01")


def test_facts_come_first_and_what_is_not_used_is_named(found: Listing) -> None:
    names = [entry.record.name.partition(".")[0] for entry in found.entries]
    assert names == sorted(names, key=["facts", "boats"].index)
    assert found.unused == ("facts.idle", "tables.spare")


def squeezed(text: str) -> str:
    """The text without spaces and soft hyphens."""
    return re.sub(r"[\s\u00ad\ufffe]", "", text)


def pages_of(data: bytes) -> list[str]:
    """The text of each page, squeezed."""
    return [squeezed(page.get_textpage().get_text_range()) for page in pdfium.PdfDocument(data)]


def stands_broken(printed: str, one: str, other: str) -> bool:
    """Whether the first words stand on the one page and the rest on the other."""
    words = printed.split()
    parts = (("".join(words[:at]), "".join(words[at:])) for at in range(1, len(words)))
    return any(squeezed(head) in one and squeezed(tail) in other for head, tail in parts)


def read_on_its_page(folder: Path, workspace: Path) -> int:
    """Hold every use against the text of its page, or of two where it is broken; how many stand whole on theirs."""
    paper = composed(folder, workspace)
    data = write(paper.document, paper.draft.briefing.house, paper.draft.words, paper.pictures)
    pages, whole, broken = ["", *pages_of(data), ""], 0, 0
    for use in (use for entry in listing(folder, workspace).entries for use in entry.uses):
        assert use.page is not None, use
        if use.kind in {"alternative text", "setting", "chart"}:
            continue
        before, page, after = pages[use.page - 1 : use.page + 2]
        if squeezed(use.printed) in page:
            whole += 1
        else:
            assert stands_broken(use.printed, page, after) or stands_broken(use.printed, before, page), use
            broken += 1
    assert broken * 50 <= whole, "few values fall on the end of a page"
    return whole


def test_each_value_stands_on_its_page(folder: Path, workspace: Path) -> None:
    assert read_on_its_page(folder, workspace) > len(KINDS)


def test_the_contents_are_no_place_to_read_a_value(found: Listing) -> None:
    assert [use.page for use in of(found, "facts.in_heading")] == [use.page for use in of(found, "facts.in_prose")]


def test_each_value_of_a_real_paper_stands_on_its_page() -> None:
    assert read_on_its_page(REAL.folder, REAL.workspace) > 100


def test_the_cells_of_a_table_over_two_pages_have_the_page_on_which_they_are_read(
    folder: Path, workspace: Path
) -> None:
    rows = "".join(f"Port {at},2024-01-01,{1000 + at},yacht\n" for at in range(90))
    (folder / "data" / "boats.csv").write_text(BOATS + rows)
    pages = [of(listing(folder, workspace), f"boats.Port {at}.boats")[0].page for at in (0, 89)]
    assert pages[0] is not None and pages[1] is not None and pages[0] + 1 < pages[1]
    assert read_on_its_page(folder, workspace) > 90


@pytest.mark.parametrize("source", [*TINY, REAL], ids=str)
def test_every_value_of_a_document_is_listed(source: Source) -> None:
    paper = composed(source.folder, source.workspace)
    found = {(use.place, use.records) for use in uses(paper.draft, paper.plans, paper.document)}
    parts = [section for section in paper.document.sections if section.anchor != ANCHOR]
    cover = paper.document.cover
    every = [
        *(cover.title, *(part for item in cover.key_figures for part in (item.value, item.label))),
        *(section.title for section in sections(parts)),
        *(text.content for text in texts((*cover.brief, *parts))),
    ]
    shown = {(value.place, value.records) for text in every for value in values(text) if value.records}
    assert shown <= found


def test_csv_is_read_back(folder: Path, capsys: Printed) -> None:
    assert main(["facts", "boats", "--csv"]) == 0
    out = capsys.readouterr().out
    assert out.startswith(",".join(COLUMNS) + "\r\n")
    rows = list(csv.DictReader(io.StringIO(out, newline="")))
    row = next(row for row in rows if row["record"] == "facts.in_date")
    assert all(row.pop("page").isdigit() for row in rows)
    assert list(row.values()) == [
        *("facts.in_date", "", "2021-05-22", "", "2024-02", "office", ""),
        *("timeline", "sources/boats/text/summary.md", "44", "1", "22\u00a0May 2021"),
    ]


def test_json_has_the_same_rows(folder: Path, capsys: Printed) -> None:
    main(["facts", "boats", "--csv"])
    rows = list(csv.DictReader(io.StringIO(capsys.readouterr().out, newline="")))
    main(["facts", "boats", "--json"])
    found = json.loads(capsys.readouterr().out)
    assert [{key: str(value) for key, value in row.items()} for row in found] == rows


def test_the_plain_form_names_record_source_and_dates(folder: Path, capsys: Printed) -> None:
    assert main(["facts", "boats"]) == 0
    out = capsys.readouterr().out
    assert "facts.in_prose: 12; as of 2024-02; source: office\n  sources/boats/text/summary.md:3:11: prose, page" in out
    name = "boats.North.boats, 31 January 2024"
    assert f"{name}: 1234; as of 2024-01-31; source: office; review after 2025-01\n" in out
    assert "boats.South.boats, March 2024: 56 [p]; as of" in out
    assert "boats.North.port" not in out and "boats.North.day" not in out and "boats.West.kind, 2024: yacht" in out
    assert out.endswith("not used: facts.idle, tables.spare\n")


def test_the_rows_of_one_key_are_told_apart_by_their_dates(folder: Path, capsys: Printed) -> None:
    (folder / "data" / "boats.csv").write_text(BOATS + "North,2023,1200,yacht\n")
    main(["facts", "boats", "--csv"])
    rows = list(csv.DictReader(io.StringIO(capsys.readouterr().out, newline="")))
    dates = {row["date"] for row in rows if row["record"] == "boats.North.boats"}
    assert dates == {"2024-01-31", "2023"}
    assert any(row["record"] == "boats.North.port" for row in rows)


def test_a_unit_that_is_printed_stands_where_the_paper_has_it(briefing: Write, capsys: Printed) -> None:
    folder = briefing("one", "# Summary\n\n{{ facts.a }} {{ facts.b }} {{ facts.c }} {{ facts.d }}\n")
    (folder / "data").mkdir()
    facts = [
        "a: {value: 12.5, unit: £}",
        'b: {value: 40, unit: "%"}',
        "c: {value: 7, unit: km}",
        "d: {value: 2, unit: £m}",
    ]
    (folder / "data" / "facts.yaml").write_text("\n".join(facts))
    assert main(["facts", "one"]) == 0
    out = capsys.readouterr().out
    told = [line.partition(";")[0] for line in out.splitlines() if line.startswith("facts.")]
    assert told == ["facts.a: £12.5", "facts.b: 40%", "facts.c: 7 km", "facts.d: £2m"]


def test_problems_are_printed_as_check_does(briefing: Write, capsys: Printed) -> None:
    briefing("one", "# Summary\n\n{{ nothing }}\n")
    assert main(["facts", "one"]) == 1
    out, err = capsys.readouterr()
    assert out == "" and "there is nothing called 'nothing'" in err and "1 error" in err


def test_a_fact_without_a_date_has_the_papers(briefing: Write, workspace: Path) -> None:
    folder = briefing("one", "# Summary\n\n{{ facts.a }}\n", "title: T\nfacts_as_of: 2024-06\n")
    (folder / "data").mkdir()
    (folder / "data" / "facts.yaml").write_text("a: {value: 1}\n")
    (entry,) = listing(folder, workspace).entries
    assert (str(entry.as_of), entry.record.as_of) == ("2024-06", None)


def test_a_value_printed_on_two_pages_has_a_row_for_each(briefing: Write, workspace: Path) -> None:
    text = (
        "{% macro m() %}{{ facts.a }}{% endmacro %}\n# One\n\n{{ m() }}\n\n"
        + "A line of words. " * 600
        + "\n\n# Two\n\n{{ m() }}\n"
    )
    folder = briefing("one", text)
    (folder / "data").mkdir()
    (folder / "data" / "facts.yaml").write_text("a: {value: 1}\n")
    uses = listing(folder, workspace).entries[0].uses
    assert len(uses) == 2 and uses[0].page != uses[1].page and uses[0].place == uses[1].place
