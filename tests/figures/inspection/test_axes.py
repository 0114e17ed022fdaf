"""What there is too much of, nothing of, and scales that mislead."""

from __future__ import annotations

from typing import Any

import pytest
from matplotlib.figure import Figure

from tests.figures.inspection.judging import COLOURS, bare, findings, rules

NAMES = ("one", "two", "three", "four", "five", "six")


def bars(figure: Figure, **given: Any) -> Any:
    axes = figure.add_subplot()
    axes.bar(NAMES[:3], [52, 55, 53], **given)
    return axes


def test_an_empty_picture_is_found() -> None:
    for build in (lambda figure: None, lambda figure: figure.add_subplot()):
        (finding,) = findings(build)
        assert finding.rule == "chart-empty"


def test_a_picture_of_words_alone_is_not_empty() -> None:
    assert rules(lambda figure: figure.text(0.2, 0.5, "12 ferries")) == []


def test_bars_start_at_zero() -> None:
    assert rules(bars) == []
    assert rules(lambda figure: bars(figure).set_ylim(50, 60)) == ["chart-zero"]
    assert rules(lambda figure: bars(figure, bottom=50)) == ["chart-zero"]
    assert rules(lambda figure: bars(figure, log=True)) == ["chart-zero"]
    assert rules(lambda figure: figure.add_subplot().barh(NAMES[:3], [2, 5, 3])) == []


def test_stacked_bars_and_spans_of_time_do_start_somewhere() -> None:
    def stacked(figure: Figure) -> None:
        axes = bars(figure, color=COLOURS.accent)
        axes.bar(NAMES[:3], [5, 5, 5], bottom=[52, 55, 53], color="#a3c2bf", edgecolor=COLOURS.accent)

    def spans(figure: Figure) -> None:
        from datetime import date

        axes = figure.add_subplot()
        axes.barh(NAMES[:2], [200, 300], left=[date(2020, 1, 1), date(2020, 1, 1)])  # type: ignore[arg-type]
        axes.set_xticks([])

    assert rules(stacked) == []
    assert rules(spans) == []


def test_a_second_scale_is_found() -> None:
    def build(figure: Figure) -> None:
        axes = figure.add_subplot()
        axes.plot([1, 2, 3], [1, 2, 3])
        axes.twinx().plot([1, 2, 3], [400, 300, 350], "--", color=COLOURS.warm)

    assert rules(build) == ["chart-second-axis"]


def test_a_secondary_axis_is_found() -> None:
    def build(figure: Figure) -> None:
        axes = figure.add_subplot()
        axes.plot([1, 2, 3], [1, 2, 3])
        axes.secondary_yaxis("right")

    assert rules(build) == ["chart-second-axis"]


def test_panels_that_stand_apart_may_have_scales_of_their_own() -> None:
    def build(figure: Figure) -> None:
        one, other = figure.subplots(1, 2)
        one.plot([1, 2], [1, 2])
        other.plot([1, 2], [400, 300])

    assert rules(build) == []


@pytest.mark.parametrize(("slices", "found"), [(3, False), (4, True)])
def test_a_cake_has_few_slices(slices: int, found: bool) -> None:
    def build(figure: Figure) -> None:
        axes = figure.add_axes((0.1, 0.1, 0.8, 0.8))
        axes.pie([1.0] * slices, labels=NAMES[:slices], wedgeprops={"edgecolor": "white"})

    assert ("chart-slices" in rules(build)) is found


def test_many_lines_need_one_that_stands_out() -> None:
    from reportgen.figures.kit.colouring import quiet
    from tests.figures.inspection.judging import HOUSE

    def build(figure: Figure, loud: int) -> None:
        axes = bare(figure)
        for at in range(6):
            colour = (COLOURS.accent, COLOURS.warm, COLOURS.blue)[at % 3] if at < loud else quiet(HOUSE)
            axes.plot([20, 340], [30 * at + 10, 30 * at + 30], color=colour, linestyle=["-", "--"][at // 3])
            axes.text(342, 30 * at + 27, f"line {'abcdef'[at]}")

    assert rules(lambda figure: build(figure, 6)) == ["chart-lines"]
    assert rules(lambda figure: build(figure, 2)) == []


def test_many_colours_are_found_but_shades_of_one_are_not() -> None:
    def build(figure: Figure, colours: tuple[str, ...]) -> None:
        axes = bare(figure)
        for at, colour in enumerate(colours):
            axes.bar([40 + 60 * at], [150], width=40, color=colour, edgecolor=COLOURS.ink)
            axes.text(40 + 60 * at, 70, NAMES[at], ha="center", bbox={"facecolor": "white", "edgecolor": "none"})

    assert rules(lambda figure: build(figure, ("#0b5c55", "#b4500b", "#12436d", "#801650", "#6b7a00"))) == [
        "chart-categories"
    ]
    assert rules(lambda figure: build(figure, ("#0b5c55", "#2f7a72", "#539890", "#77b6ae", "#9bd4cc"))) == []


def test_a_long_note_in_the_picture_is_found() -> None:
    def build(figure: Figure, text: str) -> None:
        bars(figure).annotate(text, ("two", 30), color="white", ha="center")

    assert "chart-annotation" in rules(lambda figure: build(figure, "word " * 14))
    assert "chart-annotation" not in rules(lambda figure: build(figure, "word"))
