"""Figures: the files that they name."""

from __future__ import annotations

import io
from dataclasses import replace
from pathlib import Path

import pytest
from PIL import Image as Pillow

from reportgen.document import read
from reportgen.document.fences.pictures import Image, read_image
from reportgen.language import words_for
from reportgen.problems import NOWHERE, Problems, ReportError
from tests.document.making import dump, paper


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


def test_a_picture_with_more_of_exif_than_a_camera_writes_is_not_opened(monkeypatch: pytest.MonkeyPatch) -> None:
    made = io.BytesIO()
    Pillow.new("RGB", (4, 4)).save(made, "JPEG")
    whole = made.getvalue()
    assert isinstance(read_image(whole, "a.jpg", "a.jpg", NOWHERE, Problems()), Image)
    monkeypatch.delattr(Pillow, "open")
    found = Problems()
    many = whole[:2] + b"\xff\xe1\x00\x0aExif\0\0ab" * 65 + whole[2:]
    assert read_image(many, "a.jpg", "a.jpg", NOWHERE, found) is None
    assert [one.message for one in found.found] == ["a.jpg can't be read as a picture"]


def _told(tmp_path: Path, *lines: str) -> tuple[list[str], list[str]]:
    """What is drawn and what is told of pictures that stand in a paper's lines, with one picture in its folder."""
    (tmp_path / "images").mkdir()
    for name in ("map.png", "my map (1).png"):
        Pillow.new("RGB", (30, 20)).save(tmp_path / "images" / name)
    text = "# A\n\n" + "\n\n".join(lines) + "\n"
    made = replace(paper(text), folder=tmp_path, workspace=tmp_path)
    try:
        found = read(made, words_for("en-GB"))
    except ReportError as error:
        return [], [f"{one.message} -> {one.hint}" for one in error.problems if one.rule != "alt-missing"]
    drawn = [line for section in found.sections for line in dump(section) if line.strip().startswith("figure")]
    return drawn, [one.message for one in found.problems if one.rule == "markup-plain"]


@pytest.mark.parametrize(
    "line",
    [
        '![Map](../images/map.png){fig-alt="x"}',
        '![Map](images\\map.png){fig-alt="x"}',
        '![Map](./images/map.png){fig-alt="x"}',
        '![Map](images/my map (1).png){fig-alt="x"}',
        '![Map](images/map.png =50%){fig-alt="x"}',
        '![Map](images/map.png =300x200){fig-alt="x"}',
        '![Map](images/map.png){fig-alt="x" =50%}',
        '![Map](images/map.png){#fig-map, fig-alt="x", width=50%}',
        '![Map](images/map.png "A tip"){fig-alt="x"}',
    ],
)
def test_a_picture_is_found_however_its_file_is_named(line: str, tmp_path: Path) -> None:
    drawn, told = _told(tmp_path, line)
    assert len(drawn) == 1 and told == []


@pytest.mark.parametrize(
    ("file", "hint"),
    [
        ("/images/map.png", "write images/map.png"),
        ("/home/jo/land.png", "copy the file to images/, and write images/land.png"),
        ("C:\\Users\\jo\\land.png", "copy the file to images/, and write images/land.png"),
        ("../../land.png", "copy the file to images/, and write images/land.png"),
        ("map.png", "write images/map.png"),
        ("images/MAP.PNG", "write images/map.png"),
        ("images/map.webp", "save it as PNG, a photograph as JPEG"),
        ("images/map.pdf", "save it as SVG, or as PNG with 150 pixels an inch or more"),
        ("deck.pptx", "export the picture from it as SVG or PNG"),
    ],
)
def test_a_picture_that_is_elsewhere_or_of_another_kind_is_told_where_it_goes(
    file: str, hint: str, tmp_path: Path
) -> None:
    (told,) = _told(tmp_path, f'![Map]({file}){{fig-alt="x"}}')[1]
    assert told.endswith(f" -> {hint}")


@pytest.mark.parametrize("line", ["Words ![Map](my map.png) go on.", "Words ![Map](map.png =50%) go on."])
def test_a_picture_within_a_line_is_told_however_it_is_written(line: str, tmp_path: Path) -> None:
    (told,) = _told(tmp_path, line)[1]
    assert "can't stand within a line" in told


def test_what_has_no_effect_on_a_picture_is_told(tmp_path: Path) -> None:
    drawn, told = _told(tmp_path, '![Map](images/map.png){fig-alt="x" height=3cm}')
    assert len(drawn) == 1 and told == ["height=3cm has no effect here"]


def test_a_width_that_is_none_is_told(tmp_path: Path) -> None:
    drawn, told = _told(tmp_path, '![Map](images/map.png){fig-alt="x" width=wide}')
    assert len(drawn) == 1 and told == ["width=wide has no effect here"]
