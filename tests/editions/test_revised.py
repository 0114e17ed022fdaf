"""What a paper says in short: new figures by section, sections that were rewritten, titles that are gone."""

from __future__ import annotations

from pathlib import Path

import pytest

from reportgen.document.revision import Revision
from reportgen.editions.revised import revision
from reportgen.language import words_for
from tests.editions.making import FILES, compared

COUNTRIES, FACTS, TEXT = "data/countries.csv", "data/facts.yaml", "text/summary.md"
LAST = "- Another point, of a member\n"


def revised(home: Path, changes: dict[str, tuple[str, str]], files: dict[str, str] | None = None) -> Revision:
    return revision(compared(home, changes, files or dict(FILES)), words_for("en-GB"))


def test_new_figures_are_told_by_the_section_that_says_them_first(tmp_path: Path) -> None:
    changes = {
        FACTS: ("votes:", "seats: {value: 83, source: ec}\nunsaid: {value: 5, source: ec}\nvotes:"),
        COUNTRIES: ("Serbia,2", "Kosovo,0,20,None,,false\nSerbia,2"),
        TEXT: (LAST, f"{LAST}\nOf {{{{ facts.seats }}}} seats, {{{{ countries.Kosovo.closed }}}} are Kosovo's.\n"),
        "data/events.csv": ("kfor", "six,1999-10,A sixth thing,true\nkfor"),
    }
    found = revised(tmp_path, changes)
    assert [(line.subject, line.text.replace("\u00a0", " "), line.short) for line in found.added] == [
        ("2\u00a0The talks", "2 new figures", "2"),
        ("Events", "A sixth thing added (October 1999)", ""),
    ]
    assert {line.kind for line in found.lines} == {"added"}


def test_a_value_that_was_known_is_no_new_figure(tmp_path: Path) -> None:
    found = revised(tmp_path, {COUNTRIES: ("Montenegro,3,", "Montenegro,14,")})
    assert found.added == () and [line.kind for line in found.lines] == ["value"]


@pytest.mark.parametrize(
    ("old", "new", "kind"),
    [
        ("Partner of the west", "Partner of the West!", "wording"),
        ("Partner of the west", "Partner of the west in 2022", "wording"),
        ("Partner of the west", "No partner of the west", "value"),
        ("Partner", "Partner in 2022", "value"),
        ("Partner of the west", "Partner of the west, lifted in 2025", "value"),
    ],
)
def test_other_words_for_the_same_are_no_other_value(old: str, new: str, kind: str, tmp_path: Path) -> None:
    files = {**FILES, COUNTRIES: FILES[COUNTRIES].replace("Partner", old)}
    (line,) = revised(tmp_path, {COUNTRIES: (old, f'"{new}"')}, files).lines
    assert line.kind == kind


def test_a_value_has_the_sources_that_are_new_in_its_row(tmp_path: Path) -> None:
    columns = FILES["data/tables.yaml"].replace("  source: ec\n  as_of: 2022-03-31\n", "  source_column: source\n")
    rows = "country,closed,policy,nato,since,observer,source\nMontenegro,3,99,Member,2017,false,ec\n"
    files = {**FILES, "data/tables.yaml": columns, COUNTRIES: rows, TEXT: "# A\n\nWords.\n"}
    changed = {COUNTRIES: ("3,99,Member,2017,false,ec", "14,99,Member,2017,false,ec;eur")}
    assert [line.sources for line in revised(tmp_path / "a", changed, files).lines] == [("eur",)]
    same = {COUNTRIES: ("3,99", "14,99")}
    assert [line.sources for line in revised(tmp_path / "b", same, files).lines] == [("ec",)]


def test_a_value_that_names_its_source_has_that_and_its_own_day(tmp_path: Path) -> None:
    columns = FILES["data/tables.yaml"].replace("  source: ec\n  as_of: 2022-03-31\n", "  source_column: source\n")
    own = "closed, type: integer, source_column: of closed, as_of_column: on"
    columns = columns.replace("closed, type: integer", own)
    heads = "country,closed,of closed,on,policy,nato,since,observer,source"
    rows = f"{heads}\nMontenegro,3,ec,2021,99,Member,2017,false,ec;eur\n"
    files = {**FILES, "data/tables.yaml": columns, COUNTRIES: rows, TEXT: "# A\n\nWords.\n"}
    (line,) = revised(tmp_path, {COUNTRIES: ("3,ec,2021", "14,ec,2022-05")}, files).lines
    assert (line.sources, str(line.as_of)) == (("ec",), "2022-05")


def test_a_section_of_which_most_has_changed_is_rewritten(tmp_path: Path) -> None:
    old = "# A\n\nOne is here.\n\nTwo are there.\n\nThree went away.\n\nFour.\n"
    files = {**FILES, TEXT: old}
    most = old.replace("One is", "None was").replace("Two are", "Some were").replace("Three", "All of them")
    for number, (new, manner) in enumerate([(most, "rewritten"), (old.replace("Four", "Five"), "changed")]):
        (section,) = revised(tmp_path / str(number), {TEXT: (old, new)}, files).sections
        assert section.manner == manner


TABLE = "\n::: table\ntitle: Who trades with whom\n\n| Day | Opens |\n|---|---|\n| Monday | 10 |\n:::\n"


def test_titles_that_are_gone_are_told(tmp_path: Path) -> None:
    files = {**FILES, TEXT: FILES[TEXT] + TABLE + "\nThis is a whole sentence of it.\n"}
    gone = {TEXT: (f"{TABLE}\nThis is a whole sentence of it.\n", "")}
    assert revised(tmp_path / "a", gone, files).gone == ("Who trades with whom",)
    moved = {TEXT: (TABLE, "\n# Who trades with whom\n\nNobody.\n")}
    assert revised(tmp_path / "b", moved, files).gone == ()
