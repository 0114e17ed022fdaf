from __future__ import annotations

import re

import matplotlib
import pytest
from matplotlib.figure import Figure

from reportgen.figures.picture import Label, Path, Picture, Raster
from reportgen.figures.recorder import is_mathematics
from reportgen.house import Face, Fonts, House
from tests.figures.fidelity import Setting, as_pdf, operators, recorded
from tests.figures.gallery import GALLERY


def labels(picture: Picture) -> list[Label]:
    return [operation for operation in picture.operations if isinstance(operation, Label)]


def test_text_is_kept_with_its_style_and_place() -> None:
    def build(f: Figure) -> None:
        f.text(0.5, 0.25, "Ωμέγα", size=11, weight="semibold", style="italic", color="#ff0000", rotation=90, alpha=0.5)

    (label,) = labels(recorded(build, Setting(400, 200)))
    assert (label.text, label.size, label.weight, label.italic) == ("Ωμέγα", 11, "semibold", True)
    assert (label.colour, label.angle, label.alpha) == ((1.0, 0.0, 0.0), 90, 0.5)
    assert 200 < label.x < 215


@pytest.mark.parametrize(("text", "yes"), [("$x^2$", True), (r"\$5", False), ("$5 to $10", False), (r"$\alpha$", True)])
def test_an_amount_of_money_is_no_formula(text: str, yes: bool) -> None:
    assert is_mathematics(text) is yes
    assert bool(labels(recorded(lambda f: f.text(0, 0, text)))) is not yes  # type: ignore[arg-type]


def test_lines_of_text_are_labels_of_their_own() -> None:
    one, two = labels(recorded(lambda f: f.text(0.1, 0.5, "one\ntwo")))  # type: ignore[arg-type]
    assert (one.text, two.text) == ("one", "two")
    assert one.y > two.y


@pytest.mark.parametrize("chain", [("source-sans",), ("dejavu-sans",), ("own",)])
def test_lines_are_as_far_apart_whichever_font(chain: tuple[str, ...]) -> None:
    own = Face(f"{matplotlib.get_data_path()}/fonts/ttf/cmr10.ttf")
    house = House(fonts=Fonts(chain, {"own": own}))
    one, two = labels(recorded(lambda f: f.text(0.1, 0.5, "one\ntwo", size=10), Setting(house=house)))  # type: ignore[arg-type]
    assert one.y - two.y == pytest.approx(10, abs=0.01)


@pytest.mark.parametrize("name", GALLERY)
def test_every_saved_state_is_restored(name: str) -> None:
    written = operators(recorded(GALLERY[name])).split()
    assert written.count("q") == written.count("Q")


@pytest.mark.parametrize("name", GALLERY)
def test_every_path_is_seen_and_has_the_points_of_its_steps(name: str) -> None:
    for path in recorded(GALLERY[name]).operations:
        if isinstance(path, Path):
            assert path.outline.draws and (path.fill or path.pen or path.hatch)
            assert path.outline.verbs[0] == "M"
            assert len(path.outline.points) == sum({"C": 6, "Z": 0}.get(verb, 2) for verb in path.outline.verbs)


@pytest.mark.parametrize("name", GALLERY)
def test_numbers_are_as_a_content_stream_takes_them(name: str) -> None:
    """No exponent, no minus zero, and three decimals at most but in matrices, which have five."""
    parts = re.sub(r"<[^>]*>|[\[\]]", " ", operators(recorded(GALLERY[name]))).split()
    numbers = [part for part in parts if not part.startswith("/") and not part.strip("*").isalpha()]
    wrong = [number for number in numbers if number == "-0" or not re.fullmatch(r"-?\d+(\.\d{1,5})?", number)]
    assert numbers and wrong == []
    exact = sum(len(number.partition(".")[2]) > 3 for number in numbers)
    assert exact <= 4 * parts.count("Tm")


def test_neighbours_share_their_state() -> None:
    def build(f: Figure) -> None:
        axes = f.add_axes((0, 0, 1, 1))
        axes.set_axis_off()
        axes.scatter(range(50), range(50), alpha=0.5, color="#0b5c55")

    picture = recorded(build)
    written = operators(picture)
    assert len(re.findall(r"/\w+ gs /\w+ gs", written)) == 1
    assert len(re.findall(r"\brg\b", written)) == 1
    assert len({id(path.pen) for path in picture.operations if isinstance(path, Path)}) == 1


def test_an_opaque_image_has_no_alpha() -> None:
    def build(f: Figure) -> None:
        f.add_axes((0, 0, 0.4, 0.4)).imshow([[0.0, 1.0]])
        f.add_axes((0.5, 0.5, 0.4, 0.4)).imshow([[0.0, 1.0]], alpha=0.5)

    opaque, clear = [operation for operation in recorded(build).operations if isinstance(operation, Raster)]
    assert len(opaque.pixels) == opaque.width * opaque.height * 3
    assert len(clear.pixels) == clear.width * clear.height * 4


def test_a_hatch_starts_at_the_top_left_corner() -> None:
    def build(f: Figure) -> None:
        from matplotlib.patches import Rectangle

        f.add_artist(Rectangle((0, 0), 1, 1, hatch="/", fill=False))

    (path,) = [one for one in recorded(build, Setting(72, 100)).operations if isinstance(one, Path) and one.hatch]
    assert path.hatch is not None and path.hatch.pattern == "/"
    lines = path.hatch.lines
    assert set(lines.verbs) == set("ML")
    # A tile of 72 points has six lines; its corner is at (0, 28), and one line goes through it.
    assert {round((y - x - 28) % 12, 2) for x, y in lines.vertices} == {0.0}
    assert len(lines.verbs) > 2 * 12


def test_a_sign_of_a_hatch_is_kept_once_with_its_places() -> None:
    def build(f: Figure) -> None:
        from matplotlib.patches import Rectangle

        f.add_artist(Rectangle((0, 0), 1, 1, hatch="o", fill=False))

    (path,) = [one for one in recorded(build, Setting(144, 144)).operations if isinstance(one, Path) and one.hatch]
    assert path.hatch is not None and not path.hatch.lines.draws
    (ring,) = path.hatch.motifs
    assert ring.outline.verbs.count("M") == 2  # a ring is its rim and its hole
    assert ring.outline.points[:2] == (0, 0)
    places = list(zip(ring.places[::2], ring.places[1::2], strict=True))
    assert len(places) == len(set(places)) > 4 * 36
    assert len(path.hatch.strokes.verbs) == len(ring.outline.verbs) * len(places)


def test_replaying_gives_the_same_bytes() -> None:
    picture = recorded(GALLERY["text_in_all_ways"])
    assert as_pdf(picture) == as_pdf(picture)


def test_replayed_text_can_be_copied_out() -> None:
    import pypdfium2

    document = pypdfium2.PdfDocument(as_pdf(recorded(GALLERY["text_in_all_ways"])))
    text = document[0].get_textpage().get_text_range()
    document.close()
    assert "Semibold, AVATAR To. Кириллица" in text
    assert "Bold at 45°" in text
