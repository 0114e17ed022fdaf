"""matplotlib without its look round the machine's fonts, which takes seconds on a fresh one: charts have the house's.

matplotlib lists all fonts when its font manager is imported, and keeps the list in the user's cache. What is imported
here lists those that it brings, and neither reads nor writes that list, which is there for the user's other programs.
"""

from __future__ import annotations

import logging
import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from importlib.abc import MetaPathFinder
from importlib.machinery import ModuleSpec, PathFinder, SourceFileLoader
from pathlib import Path
from types import ModuleType
from typing import Any

_MANAGER = "matplotlib.font_manager"
_ONLY_ITS_OWN = "MPL_IGNORE_SYSTEM_FONTS"


def look_for_no_fonts() -> None:
    """Have the font manager imported as above, whoever imports it first in this process; nothing if it has been."""
    if _MANAGER not in sys.modules and not any(isinstance(finder, _Finder) for finder in sys.meta_path):
        sys.meta_path.insert(0, _Finder())


class _Finder(MetaPathFinder):
    """Finds that one module where Python does, and has it run by `_Loader`."""

    def find_spec(self, name: str, path: Any = None, target: ModuleType | None = None) -> ModuleSpec | None:
        if name != _MANAGER:
            return None
        spec = PathFinder.find_spec(name, path)
        if spec is not None and spec.origin is not None:
            spec.loader = _Loader(name, spec.origin)
        return spec


class _Loader(SourceFileLoader):
    def exec_module(self, module: ModuleType) -> None:
        with _finding_nothing():
            super().exec_module(module)
        import matplotlib

        for path in sorted(Path(matplotlib.get_data_path(), "fonts", "ttf").glob("*.ttf")):
            module.fontManager.addfont(path)


@contextmanager
def _finding_nothing() -> Iterator[None]:
    """No fonts of the machine, no folder for a list of them, and none of matplotlib's: PostScript ones take long."""
    import matplotlib

    quiet, told = logging.getLogger(_MANAGER), os.environ.get(_ONLY_ITS_OWN)
    level, cache, data = quiet.level, matplotlib.get_cachedir, matplotlib.get_data_path
    quiet.setLevel(logging.ERROR)  # it warns that it can't keep its list
    os.environ[_ONLY_ITS_OWN] = "yes"
    matplotlib.get_cachedir = matplotlib.get_data_path = lambda: os.devnull
    try:
        yield
    finally:
        matplotlib.get_cachedir, matplotlib.get_data_path = cache, data
        quiet.setLevel(level)
        if told is None:
            del os.environ[_ONLY_ITS_OWN]
        else:
            os.environ[_ONLY_ITS_OWN] = told
