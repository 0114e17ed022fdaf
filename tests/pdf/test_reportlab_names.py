"""The names of ReportLab's own that we use are there: a new release that drops one is told here first."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest

from reportgen.fonts import Chain, Style
from reportgen.house import Fonts
from reportgen.pdf.embedded_fonts import EmbeddedFont
from reportgen.pdf.reportlab_names import PRIVATE, OpenCanvas, document_of

ROOM = Path(__file__).parent.parent.parent / "reportgen/pdf"


def _objects() -> dict[str, Any]:
    canvas = OpenCanvas((100, 100))
    path = Chain(Fonts()).files(Style())[0].path
    return {"canvas": canvas, "document": document_of(canvas), "font": EmbeddedFont("a font", path)}


@pytest.mark.parametrize("what", PRIVATE)
def test_what_we_use_is_there(what: str) -> None:
    for name in PRIVATE[what]:
        found = _objects()[what]
        for step in name.split("."):
            assert hasattr(found, step), f"ReportLab's {what} has no {name} any more: see reportlab_names.py"
            found = getattr(found, step)


def test_nobody_else_reaches_into_reportlab() -> None:
    """A name with an underscore is ours, or it is used through the one module that lists them."""
    private = {step for names in PRIVATE.values() for name in names for step in name.split(".") if step[0] == "_"}
    reach = re.compile(rf"(?<!self)\.({'|'.join(sorted(private))})\b")
    found = [
        path.name for path in ROOM.glob("*.py") if path.name != "reportlab_names.py" and reach.search(path.read_text())
    ]
    assert found == []
