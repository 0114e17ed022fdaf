"""What is seen of a picture."""

from __future__ import annotations

from collections.abc import Callable

from matplotlib.figure import Figure
from matplotlib.lines import Line2D
from matplotlib.patches import Circle, Rectangle

from reportgen.figures.canvas import new_figure, record
from reportgen.figures.inspection.scene import Scene
from reportgen.figures.picture import Label, Outline, Path, Pen, Picture
from reportgen.figures.recorder import Recorder
from reportgen.figures.style import drawing
from reportgen.fonts import Style
from reportgen.geometry import Box
from tests.figures.inspection.judging import HOUSE, RULER, bare


def scene(build: Callable[[Figure], object]) -> Scene:
    with drawing(HOUSE):
        figure = new_figure(400, 200, RULER)
        build(figure)
        return Scene.of(record(figure), RULER)


class Artist:
    """Something that draws a text."""


def test_texts_are_told_apart_after_their_artists_are_gone() -> None:
    from matplotlib.font_manager import FontProperties

    recorder = Recorder(100, 100, RULER)
    gc, font = recorder.new_gc(), FontProperties(size=9)
    for _ in range(20):
        recorder.draw_text(gc, 0, 0, "Pears", font, 0, mtext=Artist())
    lines = Artist()
    for artist in (lines, lines, None, None):
        recorder.draw_text(gc, 0, 0, "Pears", font, 0, mtext=artist)
    texts = Scene.of(recorder.picture(), RULER).texts
    assert len({text.label.whole for text in texts}) == 23


def test_a_shape_is_what_its_clip_and_the_sheet_leave_of_it() -> None:
    def build(figure: Figure) -> None:
        axes = bare(figure)
        axes.set_position((0.25, 0, 0.5, 1))
        axes.add_patch(Rectangle((-900, 20), 1000, 30))
        figure.add_artist(Rectangle((0.9, 0.5), 1, 1))
        figure.add_artist(Rectangle((2, 2), 1, 1))

    cut, over = scene(build).shapes
    assert cut.box == Box(100, 20, 150, 50)
    assert over.box == Box(360, 100, 400, 200)


def test_it_is_known_what_painted_a_shape_and_where() -> None:
    def build(figure: Figure) -> None:
        for left in (0.1, 0.6):
            axes = figure.add_axes((left, 0.2, 0.3, 0.6), xlim=(0, 1), ylim=(0, 1), yticks=[])
            axes.add_patch(Circle((0.5, 0.5), 0.2, label="a"))
            axes.scatter([0.2], [0.2])
        figure.add_artist(Line2D([0, 1], [0.95, 0.95]))

    found = scene(build)
    shapes = [(shape, shape.artist) for shape in found.shapes]
    data = [(artist.kind, artist.axes, bool(shape.marker)) for shape, artist in shapes if not artist.part]
    for axes in (1, 2):
        assert data.count(("PathCollection", axes, True)) == 1
        assert ("patch", axes, False) in data
    assert data[-1] == ("line2d", 0, False)
    assert {artist.part for _, artist in shapes} == {"", "axis"}
    assert found.texts and all(text.axis for text in found.texts)


def test_the_box_of_a_text_is_round_its_ink() -> None:
    extent = RULER.extent("Pears", 9, Style())
    level, upright = (Label("Pears", 10, 20, 9, (0, 0, 0), angle=angle) for angle in (0.0, 90.0))
    boxes = [text.box for text in Scene.of(Picture(100, 100, (level, upright)), RULER).texts]
    assert boxes[0] == Box(10, 20 - extent.descent, 10 + extent.width, 20 + extent.ascent)
    assert [round(part, 6) for part in boxes[1]] == [
        round(part, 6) for part in (10 - extent.ascent, 20, 10 + extent.descent, 20 + extent.width)
    ]


def test_markers_of_one_form_are_alike_whatever_their_size_and_place() -> None:
    def marker(side: float, x: float, y: float) -> Path:
        return Path(Outline.of_box(Box(x, y, x + side, y + side)), None, Pen((0, 0, 0)), marker=True)

    line = Path(Outline("ML", (5, 5, 9, 9)), None, Pen((0, 0, 0)), marker=True)
    one, other, third = Scene.of(Picture(99, 99, (marker(2, 5, 5), marker(7, 30, 11), line)), RULER).shapes
    assert one.marker == other.marker != third.marker
