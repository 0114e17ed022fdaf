"""The theme of the default house."""

from __future__ import annotations

import pytest

from reportgen.house import House
from reportgen.language import words_for
from reportgen.pdf.theme import Theme


@pytest.fixture(scope="session")
def theme() -> Theme:
    return Theme(House(), words_for("en-GB"))
