"""What a paper was made with."""

from __future__ import annotations

import re
import tomllib

from reportgen import __version__
from reportgen.editions.versions import LIBRARIES, making, versions
from tests.corpus import ROOT

ELSEWHERE = {"page-validation", "pypdfium2"}
"""They check finished papers, and paint charts beside them: they reach none."""


def test_every_library_that_reaches_a_paper_counts() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text())["project"]
    needed = {re.split("[<>=]", need)[0] for need in project["dependencies"]}
    assert set(LIBRARIES) == needed - ELSEWHERE


def test_they_are_told() -> None:
    found = versions()
    assert found.engine == __version__
    assert all(found.libraries.values())
    assert re.fullmatch("[0-9a-f]{64}", found.code)
    assert making("abc").libraries[0].startswith("ReportLab ")
    assert making("abc").engine == f"reportgen {__version__}"
