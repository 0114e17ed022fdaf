"""Every name that is ReportLab's own affair and that we use all the same, in one place: a release may change it.

The other modules reach ReportLab's insides through these functions and this class only; a test holds that each name of
`PRIVATE` is there, so that a new ReportLab fails in one test with a clear word, and not in somebody's paper.
"""

from __future__ import annotations

from collections.abc import Callable
from io import BytesIO
from typing import Any

from reportlab import rl_config
from reportlab.pdfgen.canvas import Canvas

PRIVATE = {
    "canvas": (
        "_annotationrefs", "_addAnnotation", "_bookmarkReference", "_code", "_doc", "_extgstate._c", "_make_preamble",
        "_preamble",
    ),
    "document": ("ensureMinPdfVersion", "fontMapping", "idToObject"),
    "font": ("face.charToGlyph", "face.charWidths", "face.defaultWidth", "state", "splitString", "addObjects"),
}  # fmt: skip
"""By what has them: a canvas, its document, a TrueType font."""


class OpenCanvas(Canvas):
    """A canvas on a file in memory, with the names that ReportLab's stubs leave out."""

    _code: list[str]
    _preamble: str
    _annotationrefs: list[object]
    _bookmarkReference: Callable[[str], object]  # noqa: N815
    _addAnnotation: Callable[[object], None]  # noqa: N815

    def __init__(self, size: tuple[float, float]) -> None:
        """`size` is that of the first page, in points."""
        # ReportLab writes streams as ASCII unless told otherwise (pdf-facts.md).
        rl_config.useA85 = 0
        self.file = BytesIO()
        super().__init__(self.file, pagesize=size, invariant=1, pageCompression=1)

    def _make_preamble(self) -> None:
        """ReportLab's: without its default font, which would have to be embedded."""
        self._preamble = ""


def opacity(canvas: Canvas, fill: float, stroke: float) -> str:
    """The operators that set opacities (0 to 1); the page's table of graphics states is ReportLab's own.

    ReportLab's setFillAlpha would remember a value that the picture's next Q takes back.
    """
    inner: Any = canvas
    known = inner._extgstate._c
    inner._doc.ensureMinPdfVersion("transparency")
    names = [known.setdefault(entry, f"gRLs{len(known)}") for entry in (("ca", fill), ("CA", stroke))]
    return " ".join(f"/{name} gs" for name in names)


def document_of(canvas: Canvas) -> Any:
    """The file that a canvas writes; what identifies it to fonts."""
    inner: Any = canvas
    return inner._doc


def write_operators(canvas: Canvas, code: str) -> None:
    """Write operators into the page's content stream as they are."""
    inner: Any = canvas
    inner._code.append(code)


def base_font(document: Any, font: str, subset: int) -> str:
    """The name under which a subset of a font stands in the file."""
    internal = document.fontMapping[font].removeprefix("/")
    return str(document.idToObject[f"{internal}+{subset}"].BaseFont)


def replace_to_unicode(document: Any, name: str, cmap: str) -> None:
    """Write `cmap` as the map from the codes of the font called `name` to characters."""
    document.idToObject[f"toUnicodeCMap:{name}"].content = cmap


def subsets_of(font: Any, document: Any) -> list[list[int]]:
    """For each subset of a TrueType font in `document` the characters of its codes; 0 for a code without one."""
    return [list(subset) for subset in font.state[document].subsets]
