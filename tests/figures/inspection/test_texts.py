from __future__ import annotations

from typing import Any

import pytest
from matplotlib.figure import Figure

from reportgen.figures.kit import put
from tests.figures.inspection.judging import COLOURS, bare, findings, rules


def said(*texts: dict[str, Any]) -> list[tuple[str, str]]:
    def build(figure: Figure) -> None:
        for text in texts:
            put(figure, **{"x": 20, "y": 40, "text": "ferry", **text})

    return [(finding.rule, finding.message) for finding in findings(build)]


def test_good_texts_are_not_remarked_on() -> None:
    assert said({}, {"y": 60, "text": "two\nlines"}) == []


@pytest.mark.parametrize(
    ("text", "rule", "message"),
    [
        ({"size": 7}, "chart-text-small", "text of 7 pt is too small to read: 'ferry'"),
        ({"x": -4}, "chart-text-outside", "text runs out of the picture: 'ferry'"),
        ({"y": 197}, "chart-text-outside", "text runs out of the picture: 'ferry'"),
        (
            {"colour": "#999999"},
            "chart-contrast",
            "'ferry' in #999999 on #ffffff has a contrast of 2.8:1; text needs 4.5:1",
        ),
    ],
)
def test_a_faulty_text_is_found(text: dict[str, Any], rule: str, message: str) -> None:
    assert said(text) == [(rule, message)]


def test_texts_over_each_other_are_found_and_each_pair_is_named() -> None:
    assert said({}, {"x": 24, "text": "harbour"}) == [
        ("chart-text-overlap", "texts lie over each other: 'ferry' and 'harbour'")
    ]


def test_many_are_counted_and_long_ones_cut() -> None:
    long = "A name that goes on and on and that no chart has room for"
    told = said(*({"y": 20 * at, "text": f"{at} {long}", "size": 7} for at in range(1, 6)))
    named = ", ".join(f"'{at} A name that goes on and on and that n…'" for at in (1, 2, 3))
    assert told == [("chart-text-small", f"text of 7 pt is too small to read: {named} and 2 more")]


def test_text_on_its_side_is_found() -> None:
    assert rules(lambda figure: figure.text(0.5, 0.5, "tonnes", rotation=90)) == ["chart-text-turned"]


def test_text_that_its_axes_cut_off_is_found() -> None:
    def build(figure: Figure) -> None:
        axes = figure.add_axes((0.25, 0.25, 0.5, 0.5), xlim=(0, 10), ylim=(0, 10))
        axes.plot([2, 8], [2, 8])
        axes.text(9, 5, "a long word", clip_on=True)

    (finding,) = findings(build)
    assert finding.message == "text is cut off: 'a long word'"


@pytest.mark.parametrize(("ink", "ground", "fine"), [("ink", "accent", False), ("paper", "accent", True)])
def test_text_is_held_against_what_it_stands_on(ink: str, ground: str, fine: bool) -> None:
    def build(figure: Figure) -> None:
        bare(figure).barh([100], [300], height=40, color=getattr(COLOURS, ground))
        put(figure, 40, 96, "on the bar", colour=getattr(COLOURS, ink))

    assert (rules(build) == []) is fine


def test_text_on_a_hatch_needs_a_ground_of_its_own() -> None:
    def build(figure: Figure, **box: Any) -> None:
        bare(figure).barh([100], [300], height=40, color="#a3c2bf", hatch="///")
        figure.text(0.3, 0.48, "on the hatch", color=COLOURS.ink, **box)

    assert rules(build) == ["chart-contrast"]
    assert rules(lambda figure: build(figure, bbox={"facecolor": "#a3c2bf", "edgecolor": "none"})) == []


def test_a_text_must_be_legible_to_its_end() -> None:
    def build(figure: Figure) -> None:
        bare(figure).barh([100], [60], height=40, color=COLOURS.accent)
        put(figure, 40, 96, "leaves the bar", colour=COLOURS.paper)

    assert rules(build) == ["chart-contrast"]


def test_text_with_something_drawn_over_it_is_found() -> None:
    def build(figure: Figure) -> None:
        axes = bare(figure)
        axes.text(40, 96, "hidden", zorder=0)
        axes.barh([100], [300], height=40, color=COLOURS.accent)

    assert "chart-text-overlap" in rules(build)


def test_a_text_on_its_own_box_is_held_against_the_box() -> None:
    box = {"facecolor": COLOURS.accent, "edgecolor": "none"}
    assert rules(lambda figure: figure.text(0.4, 0.5, "said", color=COLOURS.ink, bbox=box)) == ["chart-contrast"]
    assert rules(lambda figure: figure.text(0.4, 0.5, "said", color=COLOURS.paper, bbox=box)) == []


def test_a_text_on_a_shape_of_several_parts_is_judged_by_what_it_stands_on() -> None:
    from matplotlib.patches import PathPatch
    from matplotlib.path import Path
    from matplotlib.transforms import IdentityTransform

    island = [(10.0, 10.0), (16.0, 10.0), (16.0, 16.0), (10.0, 10.0)]
    land = [(60.0, 90.0), (180.0, 90.0), (180.0, 10.0), (60.0, 10.0), (60.0, 90.0)]
    codes = [
        code for ring in (island, land) for code in (Path.MOVETO, *[Path.LINETO] * (len(ring) - 2), Path.CLOSEPOLY)
    ]

    def build(figure: Figure) -> None:
        shape = PathPatch(Path([*island, *land], codes), facecolor="#143d3d", transform=IdentityTransform())
        figure.add_artist(shape)
        for y in (20, 40, 60, 80):
            put(figure, x=64, y=y, text="ferry", colour="#ffffff")
        put(figure, x=44, y=58, text="bay", colour="#ffffff")

    found = [finding.message for finding in findings(build)]
    assert found == ["'bay' in #ffffff on #ffffff has a contrast of 1.0:1; text needs 4.5:1"]
