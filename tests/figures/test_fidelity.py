from __future__ import annotations

from dataclasses import replace
from math import ceil

import pytest
from matplotlib.figure import Figure

from reportgen.figures.kinds import found, options_of
from reportgen.figures.kit.sheet import Sheet
from reportgen.figures.loading import load
from reportgen.figures.typeset import Ruler
from reportgen.house import House, PageGrid, Sizes
from reportgen.language import words_for
from reportgen.problems import Problems
from tests.figures.fidelity import (
    Difference,
    Setting,
    as_pdf,
    between,
    difference,
    pixels_of_agg,
    pixels_of_pdf,
    recorded,
)
from tests.figures.gallery import GALLERY
from tests.figures.samples import SAMPLES, sample

LIMIT = 2.0
"""Mean difference in grey, of 255."""
LIMIT_OF_A_TILE = 25.0
"""The same within one of 16 x 16 tiles: a name that is missing, or a bar, makes more."""

LARGE = House(sizes=Sizes(36.0), page=PageGrid(630, 891, 66, 150))
"""A kind sets things out in points, which are pixels only at 72 dots to the inch; so its chart is thrice as large."""


@pytest.mark.parametrize("name", GALLERY)
def test_a_recorded_figure_looks_like_matplotlibs_own(name: str) -> None:
    assert_alike(difference(GALLERY[name]))


def assert_alike(found: Difference) -> None:
    assert found.mean <= LIMIT
    assert found.worst <= LIMIT_OF_A_TILE


def test_a_name_that_is_missing_is_noticed() -> None:
    def build(figure: Figure) -> None:
        figure.text(0.5, 0.5, "Lower Merring", size=10)

    found = between(pixels_of_pdf(as_pdf(recorded(build))), pixels_of_agg(lambda figure: None))
    assert found.mean < LIMIT
    assert found.worst > LIMIT_OF_A_TILE


@pytest.mark.parametrize("name", SAMPLES)
def test_a_chart_kind_looks_like_matplotlibs_own(name: str) -> None:
    spec = sample(name)
    kind, words = load(name, found([])[name]), words_for("en-GB")
    problems = Problems()
    options = options_of(kind, spec, problems)
    assert not problems.found
    chart, on = kind.does.read(spec.data, options, words), Sheet(LARGE, words, Ruler(LARGE))
    height = kind.does.height(chart, on) if kind.does.height else 400.0

    def build(figure: Figure) -> None:
        kind.does.draw(chart, replace(on, paper=figure))

    assert_alike(difference(build, Setting(ceil(LARGE.page.measure), ceil(height), 72, LARGE)))


def test_every_built_in_kind_has_a_sample() -> None:
    assert set(SAMPLES) == set(found([]))
