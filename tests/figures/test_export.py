"""Charts as files of their own: drawings that can be read, pictures that look as in the paper, and the same bytes."""

from __future__ import annotations

from io import BytesIO
from typing import Any
from xml.etree import ElementTree as ET

import numpy as np
import pytest
from matplotlib.figure import Figure
from PIL import Image

from reportgen.figures.export import Frame, framed, svg
from reportgen.figures.export.paintings import Painting, Placed, level_box, paintings
from reportgen.figures.picture import Code, Label, Picture
from reportgen.figures.typeset import Ruler
from reportgen.pdf.png import DPI, png
from tests.figures.fidelity import HOUSE, Sheet, as_pdf, between, pixels_of_pdf, recorded
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
    picture = recorded(build, Sheet(432, 216))  # whole pixels
    found = between(pixels_of_pdf(as_pdf(picture), int(DPI)), _grey(png(picture, HOUSE)))
    assert found.mean < 0.1
    assert found.worst < 5


@pytest.mark.parametrize(("points", "pixels"), [(72.0, 200), (493.23, 1370), (493.3, 1370), (493.4, 1371), (40.0, 111)])
def test_a_picture_has_its_size_to_the_nearest_pixel_and_says_its_resolution(points: float, pixels: int) -> None:
    image = Image.open(BytesIO(png(Picture(points, 36.0, ()), HOUSE)))
    assert (image.mode, image.size, image.getextrema()) == ("RGB", (pixels, 100), ((255, 255),) * 3)
    assert image.info["dpi"] == pytest.approx((DPI, DPI), abs=0.01)


def _grey(data: bytes) -> Any:
    return np.asarray(Image.open(BytesIO(data)).convert("L"), dtype=float)


def test_the_same_chart_gives_the_same_bytes() -> None:
    first, again = (framed(recorded(build), FRAME, HOUSE) for _ in range(2))
    assert svg(first, "x", "y", HOUSE) == svg(again, "x", "y", HOUSE)
    assert png(first, HOUSE) == png(again, HOUSE)


def test_the_words_stand_round_the_picture() -> None:
    picture = recorded(build)
    whole = framed(picture, FRAME, HOUSE)
    labels = [one.what for one in paintings(whole) if isinstance(one, Placed) and isinstance(one.what, Label)]
    place = {label.text: label.y for label in labels}
    assert place[FRAME.title] > place[FRAME.subtitle] > place[FRAME.notes]
    assert whole.height > picture.height + 40


def test_a_clip_stays_where_it_was_when_the_matrix_changes() -> None:
    code = Code("q 1 0 0 1 10 20 cm 0 0 5 5 re W n q 2 0 0 2 0 0 cm 1 0 0 rg 0 0 1 1 re f Q Q 0 0 1 1 re f")
    inner, outer = paintings(Picture(100, 100, (code,)))
    assert isinstance(inner, Painting) and isinstance(outer, Painting)
    assert inner.state.clips[0][0] == ("M", (10, 20))
    assert inner.state.matrix == (2, 0, 0, 2, 10, 20)
    assert (outer.state.clips, outer.state.fill) == ((), (0, 0, 0))


def test_an_unknown_operator_is_our_bug() -> None:
    with pytest.raises(ValueError, match="the operator sh is none of a chart's"):
        list(paintings(Picture(1, 1, (Code("1 sh"),))))


def painted(code: str) -> Any:
    """Whether each place of a picture of 100 x 100 points is dark; the first is the row from the bottom."""
    size = round(100 * DPI / 72)
    dark = _grey(png(Picture(100, 100, (Code(f"1 1 1 rg 0 0 100 100 re f {code}"),)), HOUSE)) < 128
    return lambda x, y: bool(dark[size - 1 - round(y * DPI / 72), round(x * DPI / 72)])


SLANTED = "10 10 m 50 10 l 90 90 l 50 90 l h W n"


def test_a_slanted_clip_of_four_corners_is_no_rectangle() -> None:
    dark = painted(f"q {SLANTED} 0 0 0 rg 0 0 100 100 re f Q")
    assert [dark(*place) for place in ((50, 50), (15, 12), (85, 88))] == [True] * 3
    assert [dark(*place) for place in ((15, 85), (85, 15), (50, 5))] == [False] * 3


def test_each_of_nested_clips_cuts() -> None:
    other = "50 10 m 90 10 l 50 90 l 10 90 l h W n"
    dark = painted(f"q 0 20 100 70 re W n {SLANTED} {other} 0 0 0 rg 0 0 100 100 re f Q 0 0 5 5 re f")
    assert [dark(*place) for place in ((50, 50), (48, 25), (52, 85), (2, 2))] == [True] * 3 + [False]
    assert [dark(*place) for place in ((75, 75), (25, 25), (25, 75), (50, 15), (50, 95))] == [False] * 5


@pytest.mark.parametrize(
    ("code", "box"),
    [
        ("1 2 3 4 re W n", (1, 2, 4, 6)),
        ("1 2 m 1 6 l 4 6 l 4 2 l 1 2 l W n", (1, 2, 4, 6)),
        ("1 2 m 4 3 l 5 7 l 2 6 l h W n", None),
        ("1 2 m 1 6 l 4 6 l h W n", None),
        ("1 2 m 1 6 1 6 4 6 c 4 2 l W n", None),
    ],
)
def test_only_rectangles_with_level_sides_are_boxes(code: str, box: tuple[float, ...] | None) -> None:
    (painting,) = paintings(Picture(9, 9, (Code(f"q {code} 0 0 9 9 re f Q"),)))
    assert level_box(painting.state.clips[0]) == box
