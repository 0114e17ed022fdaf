"""Figures: the files that they name."""

from __future__ import annotations

import io
from dataclasses import replace
from pathlib import Path

import pytest
from PIL import Image as Pillow

from reportgen.document import read
from reportgen.document.fences.images import Image, read_image
from reportgen.language import words_for
from reportgen.problems import NOWHERE, Problems, ReportError
from tests.document.making import paper


def test_a_picture_is_named_from_the_workspace_wherever_the_briefing_stands(tmp_path: Path) -> None:
    folder = tmp_path / "papers/2022/rivers"
    folder.mkdir(parents=True)
    (folder / "map.svg").write_text("<svg xmlns='http://www.w3.org/2000/svg'/>")
    made = replace(paper("# A\n\n::: figure\nfile: map.svg\nalt: A map.\n:::\n"), folder=folder, workspace=tmp_path)
    with pytest.raises(ReportError) as found:
        read(made, words_for("en-GB"))
    assert [problem.place.file for problem in found.value.problems] == ["papers/2022/rivers/map.svg"]


@pytest.mark.parametrize("orientation, corner", [(1, "red"), (3, "blue"), (6, "blue"), (8, "red")])
def test_a_picture_is_turned_as_it_says(orientation: int, corner: str) -> None:
    """A red field at the left, a blue one at the right: what stands at the top left after the turn."""
    picture = Pillow.new("RGB", (60, 40), "white")
    picture.paste("red", (0, 0, 20, 40))
    picture.paste("blue", (40, 0, 60, 40))
    exif = Pillow.Exif()
    exif[0x0112] = orientation
    made = io.BytesIO()
    picture.save(made, "JPEG", exif=exif, quality=95)
    problems = Problems()
    image = read_image(made.getvalue(), "photo.jpg", "photo.jpg", NOWHERE, problems)
    assert isinstance(image, Image) and not problems.found
    aside = orientation in (6, 8)
    assert (image.width, image.height) == ((40, 60) if aside else (60, 40))
    shown = Pillow.open(io.BytesIO(image.data))
    assert shown.size == (image.width, image.height) and shown.getexif().get(0x0112, 1) == 1
    place = {1: (5, 5), 3: (5, 5), 6: (20, 55), 8: (20, 55)}[orientation]
    red, _, blue = shown.convert("RGB").getpixel(place)  # type: ignore[misc]
    assert (red > blue) is (corner == "red")


def test_a_picture_that_is_too_large_is_told_so() -> None:
    made = io.BytesIO()
    Pillow.new("1", (9000, 9000)).save(made, "PNG")
    problems = Problems()
    assert read_image(made.getvalue(), "a.png", "a.png", NOWHERE, problems) is None
    assert [(one.message, one.hint) for one in problems.found] == [
        ("a.png is too large: 9000 by 9000 pixels; 7745 by 7745 are enough", "save it smaller")
    ]
