"""Fills, lines and points: dark enough, and told apart without their colours."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from matplotlib.figure import Figure

from reportgen.figures.kit.colouring import filled, fills
from tests.figures.inspection.judging import COLOURS, HOUSE, bare, findings, rules

GREEN, ORANGE, BLUE = HOUSE.colours.categories[:3]
"""Colours of one grey."""


def beside(x: float = 152, **second: Any) -> Callable[[Figure], None]:
    """Two bars, the first green; the second, by default beside it, begins at `x`."""

    def build(figure: Figure) -> None:
        axes = bare(figure)
        axes.bar([100], [150], width=50, color=GREEN)
        axes.bar([x], [150], width=50, **second)

    return build


def test_fills_of_one_grey_side_by_side_are_found() -> None:
    (finding,) = findings(beside(color=ORANGE))
    assert (finding.rule, finding.message) == (
        "chart-colours",
        f"the colour {GREEN} and the colour {ORANGE} look alike in grey print",
    )


def test_it_tells_who_can_not_tell_them_apart() -> None:
    (finding,) = findings(beside(color="#6b4a3a"))
    assert "in grey print and to readers who don't see red (protanopia)" in finding.message


@pytest.mark.parametrize(
    "second",
    [
        {"color": "#a3c2bf", "edgecolor": GREEN},
        {"color": ORANGE, "hatch": "///"},
        {"color": ORANGE, "x": 300},
        {"color": "#ffffff", "edgecolor": ORANGE},
        {"fill": False, "edgecolor": ORANGE},
    ],
    ids=["light", "hatched", "apart", "hollow", "open"],
)
def test_light_hatched_hollow_and_distant_fills_are_told_apart(second: dict[str, Any]) -> None:
    assert rules(beside(**second)) == []


def test_a_name_on_one_of_two_fills_tells_them_apart() -> None:
    def build(figure: Figure) -> None:
        beside(color=ORANGE)(figure)
        figure.axes[0].text(152, 60, "sold", color="white", ha="center")

    assert rules(build) == []


def test_a_number_on_a_fill_does_not() -> None:
    def build(figure: Figure) -> None:
        beside(color=ORANGE)(figure)
        figure.axes[0].text(152, 60, "12", color="white", ha="center")

    assert rules(build) == ["chart-colours"]


@pytest.mark.parametrize(("told", "found"), [(("4", "5", "4"), []), (("4", "5", "3"), ["chart-colours"])])
def test_a_degree_in_every_fill_of_a_colour_does(told: tuple[str, str, str], found: list[str]) -> None:
    def build(figure: Figure) -> None:
        axes = bare(figure)
        for x, colour, text in zip((100, 152, 204), (GREEN, ORANGE, GREEN), told, strict=True):
            axes.bar([x], [150], width=50, color=colour)
            axes.text(x, 60, text, color="white", ha="center")

    assert rules(build) == found


def test_colours_take_their_names_from_the_key() -> None:
    from reportgen.figures.kit import KeyEntry, Ruler, draw_key

    def build(figure: Figure) -> None:
        beside(color=ORANGE)(figure)
        draw_key(figure, [KeyEntry("landed", GREEN), KeyEntry("sold", ORANGE)], HOUSE, Ruler(HOUSE), top=196)

    (finding,) = findings(build)
    assert finding.message == "'landed' and 'sold' look alike in grey print"


def test_the_house_fills_are_told_apart_in_any_order() -> None:
    def build(figure: Figure) -> None:
        axes = bare(figure)
        for at, fill in enumerate(fills(HOUSE, 6)):
            filled(axes, 20 + 40 * at, 20, 40, 150, fill)

    assert [rule for rule in rules(build) if rule != "chart-categories"] == []


def lines(*styles: dict[str, Any], names: bool = False) -> Callable[[Figure], None]:
    def build(figure: Figure) -> None:
        axes = bare(figure)
        for at, style in enumerate(styles):
            axes.plot([20, 150, 300], [30 * at + 10, 30 * at + 20, 30 * at + 15], **style)
            if names:
                axes.text(305, 30 * at + 12, f"line {'abcdef'[at]}", color=COLOURS.ink)

    return build


def test_lines_of_one_grey_need_a_dash_a_mark_or_a_name() -> None:
    assert rules(lines({"color": GREEN}, {"color": ORANGE})) == ["chart-colours"]
    assert rules(lines({"color": GREEN}, {"color": ORANGE, "linestyle": "--"})) == []
    assert rules(lines({"color": GREEN, "marker": "o"}, {"color": ORANGE, "marker": "s"})) == []
    assert rules(lines({"color": GREEN}, {"color": ORANGE}, names=True)) == []


def test_squares_and_diamonds_are_not_one_form() -> None:
    points = {"linestyle": "none", "markersize": 8}
    same = lines({"color": GREEN, "marker": "s", **points}, {"color": ORANGE, "marker": "s", **points})
    other = lines({"color": GREEN, "marker": "s", **points}, {"color": ORANGE, "marker": "D", **points})
    assert (rules(same), rules(other)) == (["chart-colours"], [])


def test_points_of_a_scatter_are_told_apart_by_their_form() -> None:
    def build(figure: Figure, other: str) -> None:
        axes = bare(figure)
        axes.scatter([50, 90], [50, 90], color=GREEN, marker="o")
        axes.scatter([150, 190], [50, 90], color=ORANGE, marker=other)

    assert rules(lambda figure: build(figure, "o")) == ["chart-colours"]
    assert rules(lambda figure: build(figure, "^")) == []


@pytest.mark.parametrize(
    ("build", "message"),
    [
        (lines({"color": "#cccccc"}), "a line in #cccccc on #ffffff has a contrast of 1.6:1; a mark needs 3:1"),
        (
            lambda figure: bare(figure).bar([100], [150], width=50, color="#dddddd"),
            "a fill in #dddddd on #ffffff has a contrast of 1.4:1; a mark needs 3:1",
        ),
        (
            lambda figure: bare(figure).scatter([50], [50], color=GREEN, alpha=0.3),
            "a mark in #b6cecc on #ffffff has a contrast of 1.7:1; a mark needs 3:1",
        ),
    ],
    ids=["line", "fill", "see-through point"],
)
def test_pale_marks_are_found(build: Callable[[Figure], None], message: str) -> None:
    (finding,) = findings(build)
    assert (finding.rule, finding.message) == ("chart-contrast", message)


def test_guides_in_the_houses_colours_may_be_pale() -> None:
    assert rules(lines({"color": COLOURS.rule})) == []
    assert rules(lambda figure: bare(figure).axhspan(20, 90, color=COLOURS.tint)) == []


def test_a_pale_fill_with_an_outline_or_words_on_it_can_be_seen() -> None:
    def build(figure: Figure, **style: Any) -> Any:
        axes = bare(figure)
        axes.bar([100], [150], width=80, color="#dddddd", **style)
        return axes

    assert rules(lambda figure: build(figure, edgecolor=COLOURS.grey)) == []
    assert rules(lambda figure: build(figure).text(100, 70, "few", ha="center")) == []


def test_a_line_over_fills_of_its_own_grey_is_found() -> None:
    def build(figure: Figure) -> None:
        axes = bare(figure)
        axes.bar([200], [180], width=380, color=GREEN)
        axes.plot([30, 370], [90, 90], color=COLOURS.grey)

    assert rules(build) == ["chart-contrast"]
    assert rules(lambda figure: bare(figure).fill_between([0, 200], [20, 90], color=GREEN)) == []
