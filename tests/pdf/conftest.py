"""A desk to make parts on."""

from __future__ import annotations

import pytest

from reportgen.house import House
from reportgen.language import words_for
from reportgen.pdf.desk import Desk
from reportgen.pdf.theme import Theme


@pytest.fixture(scope="session")
def theme() -> Theme:
    return Theme(House(), words_for("en-GB"))


@pytest.fixture
def desk(theme: Theme) -> Desk:
    return Desk(theme, {}, 1)
