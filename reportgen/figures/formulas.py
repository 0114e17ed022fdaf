"""Formulas in TeX's notation as outlines, set by matplotlib's mathtext; nothing of it is kept or read from a file.

matplotlib is imported where this module is: only a paper with mathematics asks for it.
"""

from __future__ import annotations

import re
from functools import cache
from typing import Any

from matplotlib import rc_context
from matplotlib.font_manager import FontProperties
from matplotlib.mathtext import MathTextParser
from matplotlib.path import Path
from matplotlib.textpath import text_to_path

from reportgen.figures.picture import Outline
from reportgen.frozen import frozen

_SIZE = 1000.0
_FONTS: dict[Any, Any] = {"mathtext.fontset": "stixsans", "mathtext.default": "it"}
"""Letters without serifs, as the text has them."""
_VERBS = {Path.MOVETO: "M", Path.LINETO: "L", Path.CURVE4: "C", Path.CLOSEPOLY: "Z"}
_UNKNOWN = re.compile(r"[Uu]nknown symbol: (\\\w+)")
_SENT_ON = {
    "\\textbf": "\\mathbf",
    "\\textit": "\\mathit",
    "\\lvert": "|",
    "\\rvert": "|",
    "\\ne": "\\neq",
    "\\le": "\\leq",
    "\\ge": "\\geq",
}
"""Commands that mathtext lacks, and what says the same."""
_LIMITED = re.compile(
    r"(\\(?:sum|prod|coprod|bigcap|bigcup|bigvee|bigwedge|lim|max|min|sup|inf)(?![A-Za-z]))(?=\s*[_^])"
)
_COMMAND = re.compile(r"\\[A-Za-z]+")
_FRACTIONS = ("\\frac", "\\dfrac", "\\tfrac")
_BARE = re.compile(r"(\\[dt]?frac)(?![A-Za-z])\s*(\w)\s*(\w)")
"""A fraction of two signs, which need no braces in TeX."""
_TOKEN = re.compile(r"\\[A-Za-z]+|\\.|\s+|.", re.DOTALL)


class FormulaError(Exception):
    """A formula that can't be set; `hint` says what to do."""

    def __init__(self, message: str, hint: str = "") -> None:
        self.hint = hint
        super().__init__(message)


@frozen
class DrawnFormula:
    """A formula as drawn, in thousandths of the type size; the origin is the beginning of its baseline."""

    outline: Outline
    width: float
    height: float
    depth: float


@cache
def drawn(tex: str, *, displayed: bool = False) -> DrawnFormula:
    """The shape of what stands between the dollar signs; FormulaError for what mathtext does not know.

    Limits stand beside their sign, and above and below it where the formula is `displayed` by itself: fractions are as
    large as the rest there, as far as they stand in no other fraction and no exponent.
    """
    tex = _BARE.sub(r"\1{\2}{\3}", tex)
    tex = _with_fractions(tex if displayed else _LIMITED.sub(r"\1{}", tex), displayed=displayed)
    written = f"${_COMMAND.sub(lambda found: _SENT_ON.get(found[0], found[0]), tex)}$"
    try:
        with rc_context(_FONTS):
            font = FontProperties(size=_SIZE)
            width, above, below, *_ = MathTextParser("path").parse(written, dpi=72, prop=font)
            vertices, codes = text_to_path.get_text_path(font, written, ismath=True)
    except (ValueError, RuntimeError) as error:
        raise _explained(str(error), tex) from None
    scale = _SIZE / text_to_path.FONT_SCALE
    outline = _outline(Path(vertices, codes), scale)
    return DrawnFormula(outline, float(width), float(above) - float(below), float(below))


def _with_fractions(tex: str, *, displayed: bool) -> str:
    """Each fraction as the command for its size."""
    written: list[str] = []
    groups = [[False, 0]]  # of each open brace: whether it is set small, and how many parts of a fraction are to come
    script = False
    for token in _TOKEN.findall(tex):
        small, owed = groups[-1]
        if token in _FRACTIONS:
            token = "\\dfrac" if displayed and not small and token != "\\tfrac" else "\\frac"
            groups[-1][1] = 2
        elif token == "{":
            groups[-1][1] = max(owed - 1, 0)
            groups.append([bool(small or script or owed), 0])
        elif token == "}" and len(groups) > 1:
            groups.pop()
        script = token in ("^", "_") or (script and token.isspace())
        written.append(token)
    return "".join(written)


def _explained(said: str, tex: str) -> FormulaError:
    unknown = _UNKNOWN.search(said)
    if unknown:
        return FormulaError(f"{unknown[1]} is not known", "write it with signs that are, or as a picture: ::: figure")
    if tex.count("{") == tex.count("}") and tex.count("\\left") == tex.count("\\right"):
        return FormulaError(
            "something in it has a form that is not known here", "write it more simply, or as a picture"
        )
    return FormulaError("look for a brace or a bracket that is not closed", "write it as in $\\frac{a}{b}$")


def _outline(path: Path, scale: float) -> Outline:
    """matplotlib's path as lines and cubic curves."""
    verbs: list[str] = []
    points: list[float] = []
    at = (0.0, 0.0)
    for given, code in path.iter_segments(simplify=False, curves=True):
        values = [float(value) * scale for value in given]
        if code == Path.CURVE3:
            values = _raised(at, values)
            code = Path.CURVE4
        verbs.append(_VERBS[code])
        if code != Path.CLOSEPOLY:
            points += [round(value, 1) for value in values]
            at = values[-2], values[-1]
    return Outline("".join(verbs), tuple(points))


def _raised(start: tuple[float, float], values: list[float]) -> list[float]:
    """A quadratic curve as a cubic one."""
    x, y, end_x, end_y = values
    first = [start[0] + 2 / 3 * (x - start[0]), start[1] + 2 / 3 * (y - start[1])]
    second = [end_x + 2 / 3 * (x - end_x), end_y + 2 / 3 * (y - end_y)]
    return [*first, *second, end_x, end_y]
