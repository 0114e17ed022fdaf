"""Charts as files of their own: drawings that can be read, pictures that look as in the paper, and the same bytes."""

from __future__ import annotations

from io import BytesIO
from typing import Any
from xml.etree import ElementTree as ET

import numpy as np
import pytest
from matplotlib.figure import Figure
from PIL import Image

from reportgen.colours import RGB
from reportgen.figures.export import Frame
from reportgen.figures.export.framing import MARGIN, framed
from reportgen.figures.export.svg import svg
from reportgen.figures.picture import Fill, Hatch, Label, Motif, Outline, Pen, Picture, Raster
from reportgen.figures.picture import Path as Stroked
from reportgen.figures.svg import read_svg
from reportgen.figures.typeset import Ruler
from reportgen.geometry import Box, Matrix
from reportgen.pdf.png import DPI, png
from reportgen.problems import Problems
from tests.figures.fidelity import HOUSE, Setting, as_pdf, between, pixels_of_pdf, recorded
from tests.figures.gallery import GALLERY

SVG = "{http://www.w3.org/2000/svg}"
FRAME = Frame("Pears lead & plums follow", "Tonnes, 2021", "Not counted: quinces. Source: the growers.")


def build(figure: Figure) -> None:
    axes = figure.add_axes((0.1, 0.1, 0.8, 0.8))
    axes.bar(["a", "b"], [3, 5], hatch="//", alpha=0.5)
    axes.plot([0, 1], [1, 4], "--", color="#b4500b")
    figure.text(0.5, 0.5, "turned <b>", rotation=30, style="italic", weight="bold")


def drawing(picture: Picture) -> Any:
    return ET.fromstring(svg(picture, FRAME.title, "Pears & more", HOUSE))


def test_a_drawing_has_its_words_as_text_and_says_what_it_shows() -> None:
    root = drawing(framed(recorded(build), FRAME, HOUSE))
    said = [text.text for text in root.iter(f"{SVG}text")]
    assert {FRAME.title, FRAME.subtitle, FRAME.notes, "turned <b>", "a", "b"} <= set(said)
    assert (root.find(f"{SVG}title").text, root.find(f"{SVG}desc").text) == (FRAME.title, "Pears & more")
    assert root.get("font-family") == "'Source Sans 3', 'DejaVu Sans', sans-serif"


def test_texts_of_a_drawing_hold_the_width_of_the_paper() -> None:
    (text,) = drawing(recorded(lambda f: f.text(0.5, 0.25, "ferry", size=11, rotation=90))).iter(f"{SVG}text")  # type: ignore[arg-type]
    assert float(text.get("textLength")) == pytest.approx(Ruler(HOUSE).width("ferry", 11), abs=0.01)
    assert text.get("transform").startswith("rotate(-90 ")


@pytest.mark.parametrize("name", GALLERY)
def test_everything_of_the_gallery_can_be_written(name: str) -> None:
    picture = recorded(GALLERY[name])
    assert drawing(picture) is not None
    assert png(picture, HOUSE).startswith(b"\x89PNG")


def test_a_picture_looks_as_in_the_paper() -> None:
    picture = recorded(build, Setting(432, 216))  # whole pixels
    found = between(pixels_of_pdf(as_pdf(picture), int(DPI)), _grey(png(picture, HOUSE)))
    assert found.mean < 0.1
    assert found.worst < 5


@pytest.mark.parametrize(("points", "pixels"), [(72.0, 200), (493.23, 1370), (493.3, 1370), (493.4, 1371), (40.0, 111)])
def test_a_picture_has_its_size_to_the_nearest_pixel_and_says_its_resolution(points: float, pixels: int) -> None:
    image = Image.open(BytesIO(png(Picture(points, 36.0, ()), HOUSE)))
    assert (image.mode, image.size, image.getextrema()) == ("RGB", (pixels, 100), ((255, 255),) * 3)
    assert image.info["dpi"] == pytest.approx((DPI, DPI), abs=0.01)


READ_BACK = (
    *("stacked_areas", "lines_cut_by_the_frame", "see_through_bands", "pie_and_ring", "markers_of_all_kinds"),
    *("many_shapes", "boxes_and_violins", "text_in_all_ways", "hatched_bars"),
)


@pytest.mark.parametrize("name", READ_BACK)
def test_a_drawing_read_back_looks_as_in_the_paper(name: str) -> None:
    picture, problems = recorded(GALLERY[name]), Problems()
    found = read_svg(svg(picture, "Pears", "Pears", HOUSE), "a.svg", problems)
    assert found is not None
    again = found.picture(picture.width, HOUSE, problems)
    assert between(pixels_of_pdf(as_pdf(again)), pixels_of_pdf(as_pdf(picture))).worst < 1


def ground(width: float, height: float, colour: RGB = (1.0, 1.0, 1.0)) -> Stroked:
    return Stroked(Outline.of_box(Box(0, 0, width, height)), Fill(colour))


def _grey(data: bytes) -> Any:
    return np.asarray(Image.open(BytesIO(data)).convert("L"), dtype=float)


def test_the_same_chart_gives_the_same_bytes() -> None:
    first, again = (framed(recorded(build), FRAME, HOUSE) for _ in range(2))
    assert svg(first, "x", "y", HOUSE) == svg(again, "x", "y", HOUSE)
    assert png(first, HOUSE) == png(again, HOUSE)


def test_the_words_stand_round_the_picture() -> None:
    picture = recorded(build)
    whole = framed(picture, FRAME, HOUSE)
    place = {label.text: label.y for label in whole.operations if isinstance(label, Label)}
    assert place[FRAME.title] > place[FRAME.subtitle] > place[FRAME.notes]
    assert whole.height > picture.height + 40


def test_all_of_a_picture_moves_between_its_words() -> None:
    outline, clip = Outline("ML", (0.0, 0.0, 5.0, 5.0)), Outline.of_box(Box(0, 0, 5, 5))
    motif = Motif(outline, (1.0, 2.0, 3.0, 4.0))
    hatched = Stroked(outline, None, Pen((0, 0, 0)), Hatch("/", (0, 0, 0), 1.0, 0.4, outline, (motif,)), (clip,))
    placed = Raster(1, 1, bytes(3), Matrix(2.0, 0.0, 0.0, 3.0, 1.0, 1.0), (clip,))
    named = Label("Pears", 1.0, 2.0, 9.0, (0, 0, 0), clip=(clip,))
    whole = framed(Picture(5, 5, (hatched, named, placed)), FRAME, HOUSE)
    by = {type(one): one for one in whole.operations if one.clip}
    path, label, raster = by[Stroked], by[Label], by[Raster]
    assert isinstance(path, Stroked) and isinstance(label, Label) and isinstance(raster, Raster) and path.hatch
    x, y = path.outline.points[:2]
    assert (x, label.x, raster.matrix.e) == (MARGIN, MARGIN + 1, MARGIN + 1) and y > MARGIN
    assert label.y - y == pytest.approx(2) and raster.matrix[:4] == (2, 0, 0, 3)
    assert path.hatch.strokes.points[:6] == (x, y, x + 5, y + 5, x + 1, y + 2)
    assert {one.clip for one in by.values()} == {(Outline.of_box(Box(x, y, x + 5, y + 5)),)}


def painted(*operations: Stroked) -> Any:
    """Whether each place of a picture of 100 x 100 points is dark; the first is the row from the bottom."""
    size = round(100 * DPI / 72)
    dark = _grey(png(Picture(100, 100, (ground(100, 100), *operations)), HOUSE)) < 128
    return lambda x, y: bool(dark[size - 1 - round(y * DPI / 72), round(x * DPI / 72)])


def black(box: Box, *clip: Outline) -> Stroked:
    return Stroked(Outline.of_box(box), Fill((0.0, 0.0, 0.0)), clip=clip)


SHEET = Box(0, 0, 100, 100)
SLANTED = Outline("MLLLZ", (10, 10, 50, 10, 90, 90, 50, 90))


def test_a_slanted_clip_of_four_corners_is_no_rectangle() -> None:
    dark = painted(black(SHEET, SLANTED))
    assert [dark(*place) for place in ((50, 50), (15, 12), (85, 88))] == [True] * 3
    assert [dark(*place) for place in ((15, 85), (85, 15), (50, 5))] == [False] * 3


def test_each_of_nested_clips_cuts() -> None:
    other = Outline("MLLLZ", (50, 10, 90, 10, 50, 90, 10, 90))
    dark = painted(black(SHEET, Outline.of_box(Box(0, 20, 100, 90)), SLANTED, other), black(Box(0, 0, 5, 5)))
    assert [dark(*place) for place in ((50, 50), (48, 25), (52, 85), (2, 2))] == [True] * 4
    assert [dark(*place) for place in ((75, 75), (25, 25), (25, 75), (50, 15), (50, 95))] == [False] * 5


@pytest.mark.parametrize(
    ("verbs", "points", "box"),
    [
        ("MLLLZ", (1, 2, 4, 2, 4, 6, 1, 6), (1, 2, 4, 6)),
        ("MLLLL", (1, 2, 1, 6, 4, 6, 4, 2, 1, 2), (1, 2, 4, 6)),
        ("MLLLZ", (1, 2, 4, 3, 5, 7, 2, 6), None),
        ("MLLZ", (1, 2, 1, 6, 4, 6), None),
        ("MCL", (1, 2, 1, 6, 1, 6, 4, 6, 4, 2), None),
    ],
)
def test_only_rectangles_with_level_sides_are_boxes(
    verbs: str, points: tuple[float, ...], box: tuple[float, ...] | None
) -> None:
    assert Outline(verbs, points).level == box
