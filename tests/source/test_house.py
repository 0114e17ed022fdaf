"""The house style: the workspace's, as a briefing changes it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace

import pytest

from reportgen.figures.cache import surroundings
from reportgen.house import Colours, House, PaperSeries
from reportgen.phrases import Phrase
from reportgen.problems import Place
from reportgen.source.model import Briefing
from tests.source import fonts

Files = Mapping[str, str | bytes]
Read = Callable[[Files], Briefing]
Faults = Callable[[Files], list[str]]

SHARED = """\
name: Office
contact: office@example.org
colours: {ink: "#000000", accent: "#003366", categories: ["#003366", "#8a5a00"]}
sizes: {base: 11}
series: {rb: {name: Research}}
standing: {licence: Free to copy., formats: Write to us.}
"""
FONT = "fonts:\n  chain: [own, source-sans]\n  families:\n    own: {regular: fonts/a.ttf}\n"


def test_the_house_style_is_changed_key_by_key(read: Read) -> None:
    house = read({"../house.yaml": SHARED, "briefing.yaml": "title: T\nseries: rb\n"}).house
    assert house.colours.ink == "#000000" and house.colours.grey == House().colours.grey
    assert house.sizes.base == 11.0 and house.series["rb"].name == "Research"


def test_colours_come_out_in_small_letters(read: Read) -> None:
    shared = 'colours: {accent: "#0B5C55", categories: ["#8A5A00", "#12436D"]}\n'
    colours = read({"../house.yaml": shared}).house.colours
    assert (colours.accent, colours.categories) == ("#0b5c55", ("#8a5a00", "#12436d"))
    assert colours == replace(Colours(), categories=colours.categories)


def test_without_a_house_style_the_engines_own_holds(read: Read) -> None:
    assert read({}).house == House()


def test_a_briefings_own_house_style_changes_that_of_the_workspace_key_by_key(read: Read) -> None:
    own = """\
name: Bureau
contact:
colours: {accent: "#6b2d5c", categories: ["#6b2d5c"]}
series: {notes: {name: Note}}
standing: {licence: Libre de droits.}
"""
    house = read({"../house.yaml": SHARED, "house.yaml": own, "briefing.yaml": "title: T\nseries: notes\n"}).house
    assert (house.name, house.contact) == ("Bureau", "")
    assert (house.colours.ink, house.colours.accent, house.colours.categories) == ("#000000", "#6b2d5c", ("#6b2d5c",))
    assert house.series == {"rb": PaperSeries("Research"), "notes": PaperSeries("Note")} and house.sizes.base == 11.0
    assert house.standing.licence == Phrase("Libre de droits.", Place("sources/paper/house.yaml", 5, 21))
    assert house.standing.formats == Phrase("Write to us.", Place("sources/house.yaml", 6, 45))


def test_a_briefing_may_have_a_house_style_where_the_workspace_has_none(read: Read) -> None:
    assert read({"house.yaml": "name: Bureau\n"}).house == House(name="Bureau")


def test_an_empty_own_house_style_changes_nothing(read: Read) -> None:
    shared = read({"../house.yaml": SHARED}).house
    assert read({"../house.yaml": SHARED, "house.yaml": "# later\n"}).house == shared


def test_another_briefing_keeps_the_workspaces_house_style(read: Read) -> None:
    files = {"../house.yaml": SHARED, "../other/house.yaml": "name: Bureau\n"}
    assert read(files).house.name == "Office"


def test_charts_are_drawn_anew_in_a_briefings_own_style(read: Read) -> None:
    shared = read({"../house.yaml": SHARED}).house
    own = read({"../house.yaml": SHARED, "house.yaml": 'colours: {accent: "#6b2d5c"}\n'}).house
    assert surroundings(own, "en") != surroundings(shared, "en")


# --- faults ----------------------------------------------------------------------------------------------------------
@pytest.mark.parametrize(
    ("shared", "own", "place"),
    [
        ('colours: {paper: "#ffffff"}', 'colours:\n  ink: "#777777"', "sources/paper/house.yaml:2:9"),
        ('colours: {ink: "#000000"}', 'colours:\n  tint: "#777777"', "sources/paper/house.yaml:2:10"),
        ('colours: {ink: "#777777"}', 'colours:\n  accent: "#003366"', "sources/house.yaml:1:17"),
        ('colours: {ink: "#777777"}', "name: Bureau", "sources/house.yaml:1:17"),
    ],
)
def test_contrast_is_that_of_the_two_files_together(faults: Faults, shared: str, own: str, place: str) -> None:
    found = [fault for fault in faults({"../house.yaml": shared, "house.yaml": own}) if " ink reaches " in fault]
    assert len(found) == 1 and found[0].startswith(f"{place}: error: ") and found[0].endswith("[contrast]")


def test_a_file_that_is_no_yaml_is_the_only_fault(faults: Faults) -> None:
    files = {"../house.yaml": SHARED, "house.yaml": "name: [Bureau\n", "briefing.yaml": "title: T\nseries: x\n"}
    assert [fault.split(":")[0] for fault in faults(files)] == ["sources/paper/house.yaml"]


# --- fonts -----------------------------------------------------------------------------------------------------------
@pytest.mark.parametrize("folder", ["", "paper/"])
def test_font_files_are_beside_the_file_that_names_them_and_come_out_absolute(read: Read, folder: str) -> None:
    briefing = read({f"../{folder}house.yaml": FONT, f"../{folder}fonts/a.ttf": fonts.GOOD})
    expected = briefing.folder.parent / folder / "fonts" / "a.ttf"
    assert briefing.house.fonts.families["own"].regular == str(expected)


def test_a_briefing_may_add_a_style_to_the_workspaces_family_and_use_its_files(read: Read) -> None:
    own = "fonts: {families: {own: {bold: fonts/b.ttf, italic: ../fonts/a.ttf}}}\n"
    files: Files = {"../house.yaml": FONT, "../fonts/a.ttf": fonts.GOOD, "house.yaml": own, "fonts/b.ttf": fonts.GOOD}
    face = read(files).house.fonts.families["own"]
    names = [path.rpartition("/sources/")[2] for path in (face.regular, face.bold, face.italic)]
    assert names == ["fonts/a.ttf", "paper/fonts/b.ttf", "paper/../fonts/a.ttf"]


def test_a_font_of_a_briefing_stays_in_sources(faults: Faults) -> None:
    (fault,) = faults({"house.yaml": FONT.replace("fonts/a.ttf", "../../a.ttf"), "../../a.ttf": fonts.GOOD})
    assert fault.startswith("sources/paper/house.yaml:4:20: error: '../../a.ttf' leads out of sources/")


@pytest.mark.parametrize(
    ("font", "message"),
    [
        (b"", "is no font, or a damaged one"),
        (b"x" * 400, "is no font, or a damaged one"),
        (fonts.GOOD[:90], "is no font, or a damaged one"),
        (fonts.GOOD[:6000], "is no font, or a damaged one"),
        (fonts.postscript(), "has PostScript outlines, which a paper can't carry"),
        (fonts.locked(), "does not allow to be carried by a paper"),
    ],
    ids=["empty", "garbage", "no-directory", "cut", "postscript", "locked"],
)
def test_what_is_no_font_that_a_paper_can_carry_is_a_problem(faults: Faults, font: bytes, message: str) -> None:
    (fault,) = faults({"../house.yaml": FONT, "../fonts/a.ttf": font})
    assert fault == f"sources/house.yaml:4:20: error: 'fonts/a.ttf' {message} [file-format]"


@pytest.mark.parametrize(
    ("table", "byte"),
    [(table, byte) for table in ("cmap", "glyf", "head", "hhea", "loca", "maxp", "name") for byte in (b"\0", b"\xff")]
    + [("hmtx", b"\0")],
)
def test_a_font_with_a_damaged_table_is_damaged(faults: Faults, table: str, byte: bytes) -> None:
    (fault,) = faults({"../house.yaml": FONT, "../fonts/a.ttf": fonts.filled(table, byte)})
    assert "is no font, or a damaged one" in fault


@pytest.mark.parametrize("name", ["", "a/b(c)", "n" * 121])
def test_a_font_whose_name_a_paper_can_not_have_is_damaged(faults: Faults, name: str) -> None:
    (fault,) = faults({"../house.yaml": FONT, "../fonts/a.ttf": fonts.named(name)})
    assert "is no font, or a damaged one" in fault


@pytest.mark.parametrize(
    ("page", "fault"),
    [
        ("{width: 5081}", ":7: error: a side of a page has 5080 mm at most"),
        ("{height: 1.0e+6}", ":7: error: a side of a page has 5080 mm at most"),
        ("{top: 7.9}", ":13: error: 'top' must be at least 8.0 mm for type of this size"),
        ("{bottom: 0}", ":16: error: 'bottom' must be at least 2.5 mm for type of this size"),
        ("{outer: 0}", ":15: error: 'outer' must be at least 1.2 mm for type of this size"),
    ],
)
def test_a_page_is_no_larger_than_a_pdf_may_have_and_its_margins_hold_what_stands_there(
    faults: Faults, page: str, fault: str
) -> None:
    assert faults({"../house.yaml": f"page: {page}\n"}) == [f"sources/house.yaml:1{fault} [wrong-type]"]


def test_small_type_needs_small_margins(read: Read) -> None:
    page = read({"../house.yaml": "sizes: {base: 6}\npage: {top: 4, bottom: 1.3, outer: 0.6}\n"}).house.page
    assert (page.top, page.bottom, page.outer) == (4, 1.3, 0.6)
