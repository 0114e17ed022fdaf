from __future__ import annotations

import pytest

from tests.figures.fidelity import difference
from tests.figures.gallery import GALLERY

LIMIT = 2.0
LIMITS = {"hatched_bars": 7.0}


@pytest.mark.parametrize("name", GALLERY)
def test_a_recorded_figure_looks_like_matplotlibs_own(name: str) -> None:
    assert difference(GALLERY[name]) <= LIMITS.get(name, LIMIT)
