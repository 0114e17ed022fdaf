"""What a paper was made with: the engine, the libraries that reach its bytes, a digest of the engine's files."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from functools import cache
from hashlib import sha256
from pathlib import Path

from reportgen import __version__
from reportgen.document.revision import Making
from reportgen.folders import built_in
from reportgen.frozen import frozen
from reportgen.installed import version

LIBRARIES = (
    "Babel",
    "bibtexparser",
    "cycler",
    "fonttools",
    "Jinja2",
    "markdown-it-py",
    "MarkupSafe",
    "matplotlib",
    "mdit-py-plugins",
    "numpy",
    "odfdo",
    "openpyxl",
    "pikepdf",
    "Pillow",
    "pylatexenc",
    "PyYAML",
    "reportlab",
    "uharfbuzz",
    "unicode-rbnf",
    "xlfmt",
)
"""The distributions that the pipeline imports (a test compares them with pyproject.toml)."""

_TOLD = {"reportlab": "ReportLab", "matplotlib": "matplotlib", "pikepdf": "pikepdf"}
"""Those that a paper names, as they write themselves: what sets its pages, draws its charts and writes its file."""

_SOURCES = (".py", ".ttf", ".yaml")


@frozen
class Versions:
    """With these versions the same sources give the same bytes."""

    engine: str
    python: str
    """Such as "3.12": later ones of the same number make no difference."""
    libraries: dict[str, str]
    """The version of each library by the name of its distribution, sorted; "" where it is not installed."""
    code: str
    """SHA-256 of the engine's files, its fonts among them, and of the chart kinds that come with it."""

    def plain(self) -> dict[str, str]:
        """The same for a manifest."""
        return {"reportgen": self.engine, "code": self.code, "python": self.python, **self.libraries}


@cache
def versions() -> Versions:
    """What is installed here; nothing is imported for it."""
    libraries = {name: version(name) for name in sorted(LIBRARIES, key=str.lower)}
    return Versions(__version__, f"{sys.version_info.major}.{sys.version_info.minor}", libraries, _code())


def making(digest: str) -> Making:
    """How a paper is made here from sources with this digest.

    Every build asks for it, so that only what a paper names is looked up: `versions` reads the whole engine.
    """
    told = tuple(f"{said} {found}" for name, said in _TOLD.items() if (found := version(name)))
    return Making(f"reportgen {__version__}", told, digest)


def _code() -> str:
    result = sha256()
    for name, path in _files():
        data = path.read_bytes().replace(b"\r\n", b"\n")
        result.update(f"{name} {len(data)}\n".encode() + data)
    return result.hexdigest()


def _files() -> Iterator[tuple[str, Path]]:
    """The engine's files and the built-in kinds, by the names that they have in every installation."""
    root, charts = Path(__file__).resolve().parents[1], built_in()
    paths = [path for path in root.rglob("*") if path.suffix in _SOURCES and not path.is_relative_to(charts)]
    named = [(path.relative_to(root).as_posix(), path) for path in paths]
    named += [(f"_charts/{path.name}", path) for path in charts.glob("*.py")]
    return iter(sorted(named))
