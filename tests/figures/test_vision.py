from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportgen.colours import luminance
from reportgen.figures.picture import Fill, Hatch, Label, Motif, Outline, Path, Pen, Picture, Raster
from reportgen.figures.vision import VISIONS, Vision, simulated, simulated_colour, simulated_picture
from reportgen.geometry import Matrix

parts = st.integers(0, 255)


@given(parts, st.sampled_from(VISIONS))
def test_greys_look_the_same_to_everyone(part: int, vision: Vision) -> None:
    grey = f"#{part:02x}{part:02x}{part:02x}"
    assert simulated_colour(grey, vision) == grey


@given(parts, parts, parts)
def test_grey_print_keeps_the_luminance(red: int, green: int, blue: int) -> None:
    colour = f"#{red:02x}{green:02x}{blue:02x}"
    assert luminance(simulated_colour(colour, "grey")) == pytest.approx(luminance(colour), abs=0.005)


@pytest.mark.parametrize(
    ("vision", "one", "other"),
    [("protan", "#ff0000", "#6d5f00"), ("deutan", "#00ff00", "#efd63a"), ("tritan", "#0000ff", "#006b96")],
)
def test_pure_colours_are_as_published(vision: Vision, one: str, other: str) -> None:
    """The columns of the published matrices, as sRGB."""
    assert simulated_colour(one, vision) == other


def test_every_colour_of_a_picture_changes_and_nothing_else() -> None:
    red = (1.0, 0.0, 0.0)
    outline, motif = Outline("MLZ", (0.0, 0.0, 10.0, 20.0)), Motif(Outline("ML", (0.0, 0.0, 9.0, 9.0)), (1.0, 2.0))
    path = Path(outline, Fill(red, 0.5), Pen(red, 1.0, 0.5), Hatch("/", red, 1.0, 0.4, outline, (motif,)), (outline,))
    label, raster = Label("red", 1, 2, 9, red), Raster(2, 1, bytes((255, 0, 0, 128, 128, 128)), Matrix(2, 0, 0, 1))
    seen = simulated(red, "protan")
    assert seen == pytest.approx((0.427, 0.373, 0), abs=0.001)
    assert simulated_picture(Picture(10, 20, (path, label, raster)), "protan").operations == (
        Path(outline, Fill(seen, 0.5), Pen(seen, 1.0, 0.5), Hatch("/", seen, 1.0, 0.4, outline, (motif,)), (outline,)),
        Label("red", 1, 2, 9, seen),
        Raster(2, 1, bytes((109, 95, 0, 128, 128, 128)), Matrix(2, 0, 0, 1)),
    )


def test_see_through_pixels_stay_see_through() -> None:
    picture = Picture(1, 1, (Raster(1, 1, bytes((255, 0, 0, 40)), Matrix()),))
    (raster,) = simulated_picture(picture, "grey").operations
    assert isinstance(raster, Raster) and raster.pixels[3] == 40
