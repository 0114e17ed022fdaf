"""The built-in kinds come out clean, in the house's own style and in a large one."""

from __future__ import annotations

import pytest

from reportgen.figures.cache import Cache
from reportgen.figures.studio import draw, warnings_of
from reportgen.house import House, Sizes
from reportgen.language import words_for
from tests.figures.samples import SAMPLES, sample


@pytest.mark.parametrize("base", [12.0, 16.0])
@pytest.mark.parametrize("language", ["en-GB", "fr"])
@pytest.mark.parametrize("name", SAMPLES)
def test_a_sample_has_no_findings(name: str, language: str, base: float) -> None:
    chart = sample(name)
    house = House(sizes=Sizes(base))
    drawn = draw([chart], house, words_for(language), [], Cache(None))
    assert warnings_of([chart], drawn) == ()
